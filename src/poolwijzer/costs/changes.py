"""Who pays more, and who pays less: two amounts of the same payer beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from poolwijzer.assessment.costs import LastYear
from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.values import Division, YearDivision

Way = Literal["more", "less", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """What one pays first and what it pays then; nothing where it does not take part, or where that is not known."""

    name: str
    before: Decimal | None
    after: Decimal | None

    @property
    def more(self) -> Decimal | None:
        """How much more it pays then, below zero where it pays less; None where one of the two is not known."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def way(self) -> Way | None:
        """Whether it pays more or less."""
        return None if self.more is None else way_of(self.more)


@dataclass(frozen=True, slots=True)
class SinceLastYear:
    """A year held against the budget before it.

    Attributes:
        last: The year before, where the file says which that was.
        total: What it cost in all, and costs now; the first is None where the file does not say it.
        municipalities: In the order of the file, and behind them who paid then and takes no part now.
    """

    last: int | None
    now: YearDivision
    total: Change
    municipalities: tuple[Change, ...]


def way_of(more: Decimal) -> Way:
    """Whether a difference is more or less."""
    return "more" if more > 0 else "less" if more < 0 else "same"


def list_changes(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> tuple[Change, ...]:
    """What each pays before and after; who is in only one of them pays nothing in the other."""
    return tuple(
        Change(name, before.get(name, NOTHING), after.get(name, NOTHING)) for name in dict.fromkeys((*before, *after))
    )


def year_after(last: LastYear, division: Division) -> YearDivision:
    """The year that the budget before it is held against: the first that comes after it, or else the first."""
    later = [one for one in division.years if one.year and last.year and one.year > last.year]
    return later[0] if later else division.years[0]


def since_last_year(last: LastYear, division: Division) -> SinceLastYear:
    """What each pays now beside what it paid in the year before."""
    now = year_after(last, division)
    paid = now.contributions
    changes = [Change(name, last.contributions.get(name), amount) for name, amount in paid.items()]
    gone = [Change(name, amount, NOTHING) for name, amount in last.contributions.items() if name not in paid]
    return SinceLastYear(last.year, now, Change("", last.amount, now.total), (*changes, *(gone if paid else ())))
