"""What every part of a report on costs is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.costs.values import Division, YearDivision
from poolwijzer.dutch import capitalise, euros
from poolwijzer.outcome import Outcome
from poolwijzer.report.typed_text import sanitize

CostsDepth = Literal["kort", "gewoon", "volledig"]
"""The sums and one year in short, that year whole, or every year."""
WITHOUT_YEARS = "Bedrag"


@dataclass(frozen=True)
class CostsMaterial:
    """The costs of an initiative with who pays what of them, cleaned for telling.

    Attributes:
        narrow: Whether tables have to do with three columns, as on a screen.
    """

    content: Content
    assessment: Assessment
    costs: Costs
    division: Division
    narrow: bool = False

    @property
    def years(self) -> tuple[YearDivision, ...]:
        """Every year, the first one first."""
        return self.division.years

    @property
    def told(self) -> bool:
        """Whether there is an amount to tell at all."""
        return any(year.posts for year in self.years)


def gather(outcome: Outcome, *, narrow: bool = False) -> CostsMaterial | None:
    """What there is to tell of the costs of an initiative; None where its file says nothing of them."""
    costs, division = outcome.assessment.costs, outcome.division
    if costs is None or division is None:
        return None
    return CostsMaterial(outcome.content, sanitize(outcome.assessment), sanitize(costs), sanitize(division), narrow)


def coming_year(years: Sequence[YearDivision], on: date) -> int:
    """The place of the first year that is not past; of the last one where all are."""
    return next((at for at, one in enumerate(years) if (one.year or on.year) >= on.year), len(years) - 1)


def year_title(year: int | None) -> str:
    """A year as it stands over a column; where the file names no years, none is made up."""
    return WITHOUT_YEARS if year is None else str(year)


def say_of_year(year: int | None, subject: str, verb: str, rest: str) -> str:
    """A sentence about a year: *In 2027 kost het € 900*, or *Het kost € 900* without a year."""
    return f"{capitalise(subject)} {verb} {rest}." if year is None else f"In {year} {verb} {subject} {rest}."


def behind_year(subject: str, year: int | None) -> str:
    """What a table or picture shows, with its year behind it where there is one."""
    return subject if year is None else f"{subject}, {year}"


def money(amount: Decimal | Fraction) -> str:
    """An amount in a table, always with its cents, so that they stand under each other."""
    return euros(amount, 2)
