"""Who takes part in a year, and for which part of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.values import Member, Need

WHOLE_YEAR = Fraction(1)


def find_members(initiative: Initiative, costs: Costs, year: int | None) -> tuple[Member, ...]:
    """The municipalities that take part this year, in the order of the file.

    Who joins or leaves within the year counts for that part of its days.
    """
    found = []
    for one in initiative.municipalities:
        part = _part(costs, one.name, year)
        if part and one.population:
            found.append(Member(one.name, one.population, one.code is None, part))
    return tuple(found)


def nobody(initiative: Initiative, costs: Costs) -> Need:
    """What is not known where nobody takes part in a year: who there are, or in which years they do."""
    return Need("members" if find_members(initiative, costs, None) else "municipalities")


def _part(costs: Costs, name: str, year: int | None) -> Fraction:
    membership = costs.members.get(name)
    if membership is None or year is None:
        return WHOLE_YEAR
    first, last = date(year, 1, 1), date(year, 12, 31)
    start, end = max(first, membership.start or first), min(last, membership.until or last)
    return Fraction(max((end - start).days + 1, 0), (last - first).days + 1)
