"""Requests for hours of people and offers of them, and what is met from what.

Hours are whole; days count from the first to the last, both included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Spread = Literal["evenly", "anywhere"]
"""How hours lie in a period: the same every day of it, or on any days that suit."""

Why = Literal["no_expertise", "only_own", "other_period", "scarce"]
"""Why hours of a request are not met: nobody offers that expertise; only the municipality itself does; others do, but
on other days; others do, on days that suit, but less than is asked."""


@dataclass(frozen=True, slots=True)
class GivenHours:
    """Hours of a municipality in a period: what a request and an offer share.

    Attributes:
        municipality: Who needs or lends them.
        expertise: Of what kind, by the one word that both sides have for it: nothing here makes words alike.
        hours: Above zero.
        first: The first day of the period.
        last: The last day of it, not before the first.
        name: What tells it from another that is the same; may be empty.
    """

    municipality: str
    expertise: str
    hours: int
    first: date
    last: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Offer(GivenHours):
    """Hours that a municipality can lend."""


@dataclass(frozen=True, slots=True)
class Request(GivenHours):
    """Hours that a municipality needs."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What was agreed on who gets what.

    Attributes:
        priority: The place of a municipality in the row: 0 goes first. Who is not named comes after all who are.
        offered: How the hours of an offer lie in its period. `evenly`: every day has its part of them, Saturdays and
            Sundays too, rounded to whole hours over the days between which no request of this expertise begins or ends.
        asked: How the hours of a request lie in its period. `evenly`: as with offers, by where offers begin or end.
        own: Whether a municipality may be given the hours that it offers itself.
    """

    priority: Mapping[str, int] = field(default_factory=dict)
    offered: Spread = "evenly"
    asked: Spread = "anywhere"
    own: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours between two days, both included."""

    first: date
    last: date
    hours: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """Hours of one offer for one request.

    Attributes:
        parts: When, in the order of time; not one without hours.
    """

    request: Request
    offer: Offer
    parts: tuple[Stretch, ...]

    @property
    def hours(self) -> int:
        """How many, over all parts."""
        return sum(part.hours for part in self.parts)


@dataclass(frozen=True, slots=True)
class Unmet:
    """Why a request does not get all its hours.

    Attributes:
        why: The reason.
        within: Hours that others offer of this expertise in its period, whoever got them.
        favoured: How many of these went to requests that go before this one.
        helps: When one hour more from a municipality that asks nothing itself would meet one hour of this request,
            with what that frees elsewhere taken into account; the hours are those of this request that are not met.
    """

    why: Why
    within: int = 0
    favoured: int = 0
    helps: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """What became of a request.

    Attributes:
        hours: How many of its hours are met.
        assignments: From which offers, the most hours first.
        unmet: Why not all; None where all are.
    """

    request: Request
    hours: int
    assignments: tuple[Assignment, ...] = ()
    unmet: Unmet | None = None

    @property
    def missing(self) -> int:
        """Hours that are not met."""
        return self.request.hours - self.hours


@dataclass(frozen=True, slots=True)
class Used:
    """What became of an offer."""

    offer: Offer
    hours: int
    """How many of its hours are lent."""

    @property
    def left(self) -> int:
        """Hours that nobody gets."""
        return self.offer.hours - self.hours


@dataclass(frozen=True, slots=True)
class Shortage:
    """When more of an expertise would help: the dual value of an hour offered there is one.

    One hour more on these days, from a municipality that asks nothing itself, meets one hour more over all.

    Attributes:
        hours: No more hours than these would help: so many are missing of the requests that they could reach.
    """

    expertise: str
    first: date
    last: date
    hours: int


@dataclass(frozen=True, slots=True)
class Matching:
    """What is met from what. The same for the same offers, requests and rules, in whatever order they were given.

    First as many hours as can be are met, then as many as can be of who goes first, then the next; then as few
    assignments as can be. What is equal after that is decided by a lot that is drawn from the names, so it always falls
    the same way.

    Attributes:
        requests: What became of each, in the order in which they were given.
        offers: What became of each, in the order in which they were given.
        shortages: When more would help, by expertise and then by day.
        unproven: Expertises of which it is not proven that no fewer assignments can do: the search was broken off.
            The hours are the most in any case.
        undrawn: Expertises of which not all plans that are equally good were looked at: another version of the library
            that solves programs may give another one of these.
    """

    rules: Rules
    requests: tuple[Met, ...]
    offers: tuple[Used, ...]
    shortages: tuple[Shortage, ...] = ()
    unproven: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Of all requests, in their order."""
        return tuple(one for met in self.requests for one in met.assignments)

    @property
    def hours(self) -> int:
        """How many hours are met."""
        return sum(one.hours for one in self.requests)
