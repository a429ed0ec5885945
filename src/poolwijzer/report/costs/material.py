"""What every part of a report on costs is made from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.costs.values import Division, YearDivision
from poolwijzer.dutch import euros
from poolwijzer.outcome import Outcome
from poolwijzer.report.typed_text import sanitize

WHOLE_YEAR = "Elk jaar"


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


def year_title(year: int | None) -> str:
    """A year as it stands over a table."""
    return WHOLE_YEAR if year is None else str(year)


def in_year(year: int | None) -> str:
    """A year inside a sentence."""
    return "elk jaar" if year is None else f"in {year}"


def money(amount: Decimal | Fraction) -> str:
    """An amount in a table, always with its cents, so that they stand under each other."""
    return euros(amount, 2)
