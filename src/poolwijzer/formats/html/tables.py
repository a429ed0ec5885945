"""How a table stands in a page: as such, or on a narrow screen every row as a list of its own."""

from __future__ import annotations

from typing import Literal

from poolwijzer.report.model import Table

Form = Literal["merken", "breed", "rijen"]
"""With columns of marks; so many of those that it may have to scroll; rows that become lists."""
MARK = 6
"""Letters of a number or a sign, which needs next to no room."""
HEAD, FEW_MARKS = 7, 2
"""Letters of a head, where there are so few columns of marks."""
MANY_MARKS, MANY_SHORT = 6, 9
"""Columns, from which on a table of marks does not fit on a phone; and one of marks that are short."""
SHORT_MARK = 3


def form_of(table: Table) -> Form:
    """How a table stands, from how many columns it has and what is in them."""
    columns = len(table.head) - 1
    longest = HEAD if columns <= FEW_MARKS else MARK
    cells = [cell for row in table.rows for cell in row[1:]]
    if any(len(head) > longest for head in table.head[1:]) or any(len(cell) > MARK for cell in cells):
        return "rijen"
    short = all(len(text) <= SHORT_MARK for text in (*table.head[1:], *cells))
    return "merken" if columns < (MANY_SHORT if short else MANY_MARKS) else "breed"
