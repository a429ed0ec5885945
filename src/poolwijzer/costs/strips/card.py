"""How many strips a year has, and how they are divided."""

from __future__ import annotations

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.strips.values import StripCard, StripNeed


def make_card(costs: Costs, initiative: Initiative, year: int) -> StripCard:
    """The strips of a year, for everybody. What cannot be known yet is no number but a need.

    Args:
        costs: as the file says them.
        initiative: for its municipalities and their inhabitants.
        year: which; costs without years hold for every year.
    """
    return StripCard(year, needs=(StripNeed("strips"),))
