"""What is kept of the costs of an initiative among many: of its first year, for a table has one row for each."""

from __future__ import annotations

from fractions import Fraction

from typing_extensions import TypedDict

from poolwijzer.outcome import Outcome


class CostsRow(TypedDict):
    """Amounts in euros of the first year; None is not known yet."""

    key: str | None
    """How the municipalities share, by the id of the option."""
    years: list[int]
    total: float | None
    """What it costs, before money of others."""
    income: float
    """What others give, and do not pay by a share."""
    municipalities: float | None
    """What the municipalities pay together, with what they bring in kind."""
    per_inhabitant: float | None
    """That for each inhabitant of who takes part that year; None where that is not known."""
    lowest_per_inhabitant: float | None
    highest_per_inhabitant: float | None
    needs: list[str]
    """What has to be set before it can be shared, by its word in the file."""


def costs_row(outcome: Outcome) -> CostsRow | None:
    """What a table needs of the costs; None where the file says nothing of them."""
    division = outcome.division
    if division is None:
        return None
    first = division.years[0]
    each = [one.per_inhabitant for one in first.payments]
    people, known = first.population, bool(first.posts)
    return CostsRow(
        key=division.key.kind if division.key else None,
        years=[one.year for one in division.years if one.year is not None],
        total=float(first.total) if known else None,
        income=float(sum(one.amount for one in first.income)),
        municipalities=float(first.pot) if known else None,
        per_inhabitant=_rounded(Fraction(first.pot) / people) if people else None,
        lowest_per_inhabitant=_rounded(min(each)) if each else None,
        highest_per_inhabitant=_rounded(max(each)) if each else None,
        needs=[need.kind for need in division.needs],
    )


def _rounded(amount: Fraction) -> float:
    return float(round(amount, 4))
