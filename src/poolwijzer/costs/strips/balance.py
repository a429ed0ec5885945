"""What everybody may use, has used and has left, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.strips.card import make_card
from poolwijzer.costs.strips.corrections import apply_corrections
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import JointBalance, StripYear


def balance_strips(costs: Costs, initiative: Initiative, lines: Iterable[LedgerLine], year: int, on: date) -> StripYear:
    """What each municipality may use, has used and has left in a year.

    Args:
        costs: as the file says them.
        initiative: for its municipalities and their inhabitants.
        lines: of the whole ledger, in its order.
        year: which year.
        on: the day of the balance; what is used later in the year is planned.
    """
    card = make_card(costs, initiative, year)
    return StripYear(card, on, (), JointBalance(card.joint), (), apply_corrections(lines), (), card.needs)
