"""Amounts of several years beside each other: a row for each name, a column for each year."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from poolwijzer.costs.values import YearDivision
from poolwijzer.report.costs.material import CostsMaterial, money, year_title
from poolwijzer.report.model import Table

Name = TypeVar("Name", bound=Hashable)
MOST_YEARS = 4
"""Years that stand beside each other on paper; more of them go on in a next table."""
MOST_ON_SCREEN = 2
NONE = "–"
"""Where there is no amount."""


def group_years(material: CostsMaterial) -> tuple[tuple[YearDivision, ...], ...]:
    """The years that stand in a table together."""
    most = MOST_ON_SCREEN if material.narrow else MOST_YEARS
    return tuple(material.years[start : start + most] for start in range(0, len(material.years), most))


def align(columns: Sequence[Iterable[tuple[Name, Decimal]]]) -> list[tuple[Name, list[Decimal | None]]]:
    """The amounts of each name, one for each column; a name that comes twice in a column has two rows."""
    found: dict[tuple[Name, int], list[Decimal | None]] = {}
    for at, column in enumerate(columns):
        seen: dict[Name, int] = {}
        for name, amount in column:
            seen[name] = seen.get(name, 0) + 1
            found.setdefault((name, seen[name]), [None] * len(columns))[at] = amount
    return [(name, amounts) for (name, _), amounts in found.items()]


def years_table(
    subject: str,
    first: str,
    years: Sequence[YearDivision],
    rows: Iterable[tuple[str, Sequence[Decimal | None]]],
    sums: Iterable[int] = (),
) -> Table:
    """A table with a column for each of these years.

    Args:
        subject: What it shows; the years come behind it.
        first: Over the names.
        years: One or more.
        rows: Of each name an amount for each year.
        sums: Which rows add up others.
    """
    told = tuple((name, *(NONE if amount is None else money(amount) for amount in amounts)) for name, amounts in rows)
    head = (first, *(year_title(year.year) for year in years))
    return Table(f"{subject}{_span(years)}", head, told, frozenset(range(1, len(head))), frozenset(sums))


def _span(years: Sequence[YearDivision]) -> str:
    start, end = years[0].year, years[-1].year
    if start is None:
        return ""
    return f", {start}" if start == end else f", {start} tot en met {end}"
