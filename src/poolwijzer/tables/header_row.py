"""In which row the headers of a table stand: above them people put titles, and below them tools put headers again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from poolwijzer.tables.grid import GridRow

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
