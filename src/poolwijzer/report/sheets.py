"""Tables with figures as values, for spreadsheets and CSV: what stands in them, not how a kind of file writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

SheetCell: TypeAlias = str | int | Decimal | Fraction | date | None
"""What stands in a cell; None is nothing. Money is a `Decimal` with two decimals, a share a `Fraction` of one."""
SheetKind = Literal["text", "whole", "number", "money", "share", "date"]
"""How the numbers of a column are shown."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: what stands over it, and how its cells are shown.

    Attributes:
        width: In a spreadsheet, in characters.
    """

    head: str
    kind: SheetKind = "text"
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under a head.

    Attributes:
        name: What the sheet is called, as far as a spreadsheet can (31 characters).
        sums: Which rows add up others; they stand out where a kind of file can do that.
        below: What is said under it, one line each, such as how firm the figures are. CSV has no place for that.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    below: tuple[str, ...] = ()
    sums: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a workbook, the one that goes into CSV first.

    Attributes:
        date: Of what is told; for the properties of a document.
    """

    title: str
    date: date
    sheets: tuple[Sheet, ...]
