"""What every part of a report on a matching is made from, and the words that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import number, short_day, sorting_key
from poolwijzer.matching.reading.gather import Hours
from poolwijzer.matching.values import Matching, Met, Stretch, Unmet, Used
from poolwijzer.problems import Problem

MOST_PARTS = 2
"""Of the hours of an assignment in a table; more of them stand in the sheets and in the data."""


@dataclass(frozen=True)
class MatchingMaterial:
    """A matching with all that is told of it.

    Attributes:
        content: The menus of the day.
        hours: What was given.
        matching: What came of it.
        on: The day.
        narrow: Whether tables have to do with few columns, as on a screen.
    """

    content: Content
    hours: Hours
    matching: Matching
    on: date
    narrow: bool = False

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What is wrong with the rows that do not count."""
        return self.hours.left_out

    @property
    def asked(self) -> int:
        """Hours that are asked."""
        return sum(one.request.hours for one in self.matching.requests)

    @property
    def offered(self) -> int:
        """Hours that are offered."""
        return sum(one.offer.hours for one in self.matching.offers)

    def met(self) -> list[Met]:
        """The requests, as a reader looks them up."""
        return sorted(self.matching.requests, key=lambda one: _order(one.request.municipality, one.request.expertise))

    def unmet(self) -> Iterator[tuple[Met, Unmet]]:
        """Those that do not get all their hours, with why."""
        return ((one, one.unmet) for one in self.met() if one.unmet)

    def left(self) -> list[Used]:
        """The offers of which something is left, as a reader looks them up."""
        some = (one for one in self.matching.offers if one.left)
        return sorted(some, key=lambda one: _order(one.offer.municipality, one.offer.expertise))

    def is_mutual(self) -> bool:
        """Whether two lend one another hours."""
        pairs = {(one.offer.municipality, one.request.municipality) for one in self.matching.assignments}
        return any(lender != borrower and (borrower, lender) in pairs for lender, borrower in pairs)


class Balance(NamedTuple):
    """What one brings and gets, in hours."""

    name: str
    asked: int
    got: int
    offered: int
    lent: int


def balances(matching: Matching) -> list[Balance]:
    """Of everybody what they ask and get, and what they offer and lend, as a reader looks them up."""
    found: dict[str, list[int]] = {}
    for met in matching.requests:
        row = found.setdefault(met.request.municipality, [0, 0, 0, 0])
        row[0] += met.request.hours
        row[1] += met.hours
    for used in matching.offers:
        row = found.setdefault(used.offer.municipality, [0, 0, 0, 0])
        row[2] += used.offer.hours
        row[3] += used.hours
    return [Balance(name, *found[name]) for name in sorted(found, key=lambda name: _order(name, ""))]


def total(material: MatchingMaterial) -> Balance:
    """The same of all together."""
    met = material.matching.hours
    return Balance("Samen", material.asked, met, material.offered, met)


def _order(municipality: str, expertise: str) -> tuple[object, ...]:
    return sorting_key(municipality), sorting_key(expertise)


def hours_in_words(hours: int) -> str:
    """Hours as people say them: *1 uur*, *120 uur*."""
    return f"{number(hours, 0)} uur"


def short_period(first: date, last: date) -> str:
    """A period as it stands in a table; one day is a day, and a year that both share stands there once."""
    if first == last:
        return short_day(first)
    return f"{short_day(first, year=first.year != last.year)} t/m {short_day(last)}"


def stretches_in_words(parts: Sequence[Stretch]) -> str:
    """When hours are, in a table: with how many are in each part, or of many parts from when to when they run."""
    if len(parts) == 1:
        return short_period(parts[0].first, parts[0].last)
    if len(parts) > MOST_PARTS:
        return f"{short_period(parts[0].first, parts[-1].last)}, in {len(parts)} delen"
    return "; ".join(f"{hours_in_words(one.hours)} van {short_period(one.first, one.last)}" for one in parts)
