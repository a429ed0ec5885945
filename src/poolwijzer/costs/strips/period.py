"""Which days of a year somebody takes part, and what the use until a day comes to at their end."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.assessment.costs import Costs

FORECAST_FROM = 31
"""After how many days the use says something about the rest of the year; before that one assignment would tell all."""


class Period(NamedTuple):
    """The first and the last day on which somebody takes part in a year."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return max((self.last - self.first).days + 1, 0)


def period_of(costs: Costs, municipality: str, year: int) -> Period:
    """The days of a year on which a municipality takes part; of who is not named, all of them."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    membership = costs.members.get(municipality) if costs.years else None
    if membership is None:
        return Period(first, last)
    return Period(max(first, membership.start or first), min(last, membership.until or last))


def forecast_use(used: Fraction, planned: Fraction, period: Period, on: date) -> Fraction | None:
    """What is used at the end of a period if it goes on as until this day, and at least what is planned already.

    None where the period has not begun or has only begun.
    """
    passed = (min(on, period.last) - period.first).days + 1
    if passed >= period.days:
        return used + planned
    if passed < FORECAST_FROM:
        return None
    return max(used * period.days / passed, used + planned)
