"""A column of a table of outcomes, and how text and lists stand in its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.lists import join_parts
from poolwijzer.tables.row import Row

Cell: TypeAlias = str | int | float | date | None
"""What stands in a cell; None is nothing."""


class OutputColumn(NamedTuple):
    """A column: its header, its cell in a row, and how wide it is in a spreadsheet, in characters."""

    header: str
    cell: Callable[[Row], Cell]
    width: int = 14


def clean_text(value: str) -> str:
    """What people typed, without what no table can hold."""
    return sanitize_text(value)


def list_text(parts: Iterable[object]) -> str:
    """A list in one cell."""
    return join_parts(clean_text(str(part)) for part in parts)
