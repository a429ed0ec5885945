"""In which row the headers of a table stand: above them people put titles, and below them tools put headers again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.grid import Grid, GridRow

LOOKED_AT = 20
"""Rows in which something stands, from the top, among which the headers are."""
_MOST_CELLS = 300
_TEXT = 20
"""In characters: what a text of a statement is at least, and a word in a cell is not."""


def count_known(cells: Iterable[str], known: Callable[[str], bool]) -> int:
    """How many of these are headers that mean something."""
    return sum(1 for cell in list(cells)[:_MOST_CELLS] if cell.strip() and known(cell))


def find_header(rows: Sequence[GridRow], known: Callable[[str], bool]) -> int:
    """The place of the row with most headers that mean something; of equals, and if there are none, the first."""
    counts = [count_known(row.cells, known) for row in rows]
    return counts.index(max(counts))


def add_header_row(header: GridRow, other: GridRow, known: Callable[[str], bool], *, below: bool) -> GridRow | None:
    """The headers of two rows that belong together, as where one row has a question and the next its statements.

    Args:
        header: The row with most headers that mean something.
        other: The row just above or below it.
        known: Whether a header means something.
        below: Whether the other one is below, where answers may stand: only a text that nobody gives as an answer
            is a header there.

    Returns:
        The headers together; None if the other row adds nothing.
    """
    width = max(len(header.cells), len(other.cells))
    cells, added = [*header.cells, *[""] * (width - len(header.cells))], False
    for place, cell in enumerate(other.cells):
        free = not known(cells[place]) if below else not cells[place].strip()
        if cell.strip() and free and (not below or len(cell) >= _TEXT) and known(cell):
            cells[place], added = cell, True
    return header._replace(cells=cells) if added else None


def join_header_rows(rows: Sequence[GridRow], known: Callable[[str], bool]) -> GridRow:
    """The headers of rows of which somebody said that they stand there, as if they were in the last of these.

    Above a column stand all of its headers, where those together mean something or none of them does alone; what stands
    above several columns goes for each. Where nothing stands in the last row, there is no header.
    """
    width = max(len(row.cells) for row in rows)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        last = ""
        for place in range(width):
            cell = row.cells[place].strip() if place < len(row.cells) else ""
            last = cell or last
            columns[place].append(cell if row is rows[-1] else last)
    headers = []
    for cells in columns:
        filled = list(dict.fromkeys(filter(None, cells if cells[-1] else [])))
        together = " - ".join(filled)
        alone = next((cell for cell in reversed(filled) if known(cell)), together)
        headers.append(together if known(together) else alone)
    return rows[-1]._replace(cells=headers)


def filled_rows(grid: Grid) -> Iterator[GridRow]:
    """The rows in which something stands; those between them are remembered."""
    blank: list[int] = []
    for row in grid.rows:
        if row.problems or any(map(clean_cell, filter(None, row.cells))):
            grid.blank += blank
            blank.clear()
            yield row
        else:
            blank.append(row.number)
