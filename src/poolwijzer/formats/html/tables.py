"""How a table stands in a page: as such, or on a narrow screen every row as a list of its own."""

from __future__ import annotations

from typing import Literal

from poolwijzer.report.model import Table

Form = Literal["gewoon", "merken", "breed", "rijen"]
"""Folded into any breadth; with columns of marks; so many of those that it may scroll; rows that become lists."""
FEW_COLUMNS = 2
MARK, HEAD = 6, 9
"""Letters of a number or a sign, which needs next to no room; and of the head of one or two columns of them."""
MANY_MARKS = 6
"""Columns, from which on a table of marks does not fit on a phone."""


def form_of(table: Table) -> Form:
    """How a table stands, from how many columns it has and what is in them."""
    columns = len(table.head)
    longest_head = HEAD if columns <= FEW_COLUMNS + 1 else MARK
    if all(len(head) <= longest_head for head in table.head[1:]) and all(
        len(cell) <= MARK for row in table.rows for cell in row[1:]
    ):
        return "breed" if columns > MANY_MARKS else "merken"
    return "gewoon" if columns <= FEW_COLUMNS else "rijen"
