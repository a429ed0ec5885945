"""A region of three municipalities with a card of strips, and lines of its ledger."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import count
from typing import Any

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.strips.balance import balance_strips
from poolwijzer.costs.strips.card import make_card
from poolwijzer.costs.strips.card_values import StripCard
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import StripBalance, StripYear

PLACES: dict[str, int] = {"Grootstad": 60_000, "Middelstad": 30_000, "Kleindorp": 10_000}
STRIPS = {"price": 10_000, "hours": 100}
YEAR = 2027
END = date(YEAR, 12, 31)


def region(places: dict[str, int] | None = None) -> Initiative:
    """An initiative of municipalities with inhabitants of their own."""
    named = [{"name": name, "population": many} for name, many in (places or PLACES).items()]
    return Initiative.model_validate({"id": "streek", "name": "Streek", "municipalities": named})


def costs(strips: dict[str, Any] | None = None, **more: Any) -> Costs:
    """A budget of a million, over the municipalities by inhabitants, of which all is for strips."""
    usual = {"posts": [{"what": "personeel", "amount": "1 miljoen"}], "key": "gemeenten-naar-inwoners"}
    return Costs.model_validate({**usual, "strips": {**STRIPS, **(strips or {})}, **more})


def card(strips: dict[str, Any] | None = None, places: dict[str, int] | None = None, **more: Any) -> StripCard:
    """The card of a year."""
    return make_card(costs(strips, **more), region(places), YEAR)


def shares(found: StripCard) -> list[Fraction]:
    """What each has, in the order of the file."""
    return [one.strips for one in found.shares]


_numbers = count()


def used(municipality: str, strips: float | str, day: str = "2027-02-01", **more: Any) -> LedgerLine:
    """A use in strips, with an id of its own."""
    said = {"id": f"line-{next(_numbers)}", "product": "warmteplan", **more}
    return LedgerLine(municipality=municipality, day=date.fromisoformat(day), strips=Fraction(str(strips)), **said)


def balance(*lines: LedgerLine, on: date = END, year: int = YEAR, **settings: Any) -> StripYear:
    """The balance of a year, without a change of the settings."""
    return balance_strips(costs(**settings), region(), lines, year, on)


def of(found: StripYear, municipality: str) -> StripBalance:
    """That of one municipality."""
    return next(one for one in found.balances if one.municipality == municipality)
