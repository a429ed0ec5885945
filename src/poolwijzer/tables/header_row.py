"""In which row the headers of a table stand: above them people put titles, and below them tools put headers again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from poolwijzer.tables.grid import GridRow

LOOKED_AT = 20
"""Rows in which something stands, from the top, among which the headers are."""
_MOST_CELLS = 300


def count_known(cells: Iterable[str], known: Callable[[str], bool]) -> int:
    """How many of these are headers that mean something."""
    return sum(1 for cell in list(cells)[:_MOST_CELLS] if cell.strip() and known(cell))


def find_header(rows: Sequence[GridRow], known: Callable[[str], bool]) -> int:
    """The place of the row with most headers that mean something; of equals, and if there are none, the first."""
    counts = [count_known(row.cells, known) for row in rows]
    return counts.index(max(counts))
