"""A matching as data: numbered JSON. Hours are whole; days are both included; unknown is null.

Requests and offers stand in the order in which they were given. Format history: 1 (the first). New keys do not change
the number; the schema allows them.
"""

from __future__ import annotations

import datetime
from pathlib import PurePath
from typing import Any, Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.matching.reading.entries import Entry
from poolwijzer.matching.reading.gather import Hours
from poolwijzer.matching.telling.why import help_in_words, shortage_in_words, why_in_words
from poolwijzer.matching.values import GivenHours, Matching, Met, Spread, Stretch, Unmet, Used, Why
from poolwijzer.municipalities import REFERENCE_DATE
from poolwijzer.report.data import MenusUsed, make_plain

FORMAT: Literal[1] = 1


class StretchData(NamedTuple):
    """Hours between two days."""

    first: datetime.date
    last: datetime.date
    hours: int


class LenderData(NamedTuple):
    """Hours of one offer for a request."""

    municipality: str
    note: str
    """What was written beside the offer."""
    first: datetime.date
    """The first day of the offer."""
    last: datetime.date
    hours: int
    parts: tuple[StretchData, ...]
    """When the hours are."""


class UnmetData(NamedTuple):
    """Why hours are not met."""

    why: Why
    within: int
    """Hours that others offer in the period, whoever got them."""
    favoured: int
    """How many of these went to who goes first."""
    helps: tuple[StretchData, ...]
    """When an hour more from somebody who asks nothing would meet an hour of this request."""
    text: str
    help: str


class RequestData(NamedTuple):
    """A request and what became of it."""

    file: str
    line: int | None
    municipality: str
    expertise: str
    first: datetime.date
    last: datetime.date
    note: str
    hours: int
    """That are asked."""
    met: int
    missing: int
    lenders: tuple[LenderData, ...]
    unmet: UnmetData | None


class OfferData(NamedTuple):
    """An offer and what became of it."""

    file: str
    line: int | None
    municipality: str
    expertise: str
    first: datetime.date
    last: datetime.date
    note: str
    hours: int
    """That are offered."""
    lent: int
    left: int


class ShortageData(NamedTuple):
    """When more of an expertise would help: an hour more meets an hour more."""

    expertise: str
    first: datetime.date
    last: datetime.date
    hours: int
    """Up to so many."""
    text: str


class GroupData(NamedTuple):
    """Who goes before all groups behind this one."""

    members: tuple[str, ...]
    """Of those that ask something."""
    up_to: int | None
    joined_since: datetime.date | None
    named: bool


class RulesData(NamedTuple):
    """What was agreed."""

    priority: tuple[GroupData, ...]
    offered: Spread
    asked: Spread
    own: bool


class LeftOutData(NamedTuple):
    """Something that is wrong with a row of a table, which does not count."""

    file: str
    line: int | None
    column: int | None
    message: str
    hint: str


class MatchingDocument(NamedTuple):
    """One matching."""

    format: Literal[1]
    kind: Literal["matching-outcome"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    population_date: datetime.date
    """Of the inhabitants by which small municipalities are told."""
    title: str
    rules: RulesData
    asked: int
    """Hours of all requests."""
    offered: int
    """Hours of all offers."""
    met: int
    """Hours that are matched."""
    requests: tuple[RequestData, ...]
    offers: tuple[OfferData, ...]
    shortages: tuple[ShortageData, ...]
    unproven: tuple[str, ...]
    """Expertises of which it is not proven that no fewer assignments can do."""
    undrawn: tuple[str, ...]
    """Expertises of which not all plans that are equally good were looked at."""
    left_out: tuple[LeftOutData, ...]


def matching_document(
    content: Content, hours: Hours, matching: Matching, on: datetime.date, version: str
) -> dict[str, Any]:
    """A matching as plain data, ready for JSON."""
    whole = MatchingDocument(
        format=FORMAT,
        kind="matching-outcome",
        poolwijzer=version,
        menus=MenusUsed(content.version, content.hash),
        date=on,
        population_date=REFERENCE_DATE,
        title=hours.title,
        rules=RulesData(
            priority=tuple(GroupData(one.members, one.up_to, one.joined_since, one.named) for one in hours.row.groups),
            offered=matching.rules.offered,
            asked=matching.rules.asked,
            own=matching.rules.own,
        ),
        asked=sum(one.request.hours for one in matching.requests),
        offered=sum(one.offer.hours for one in matching.offers),
        met=matching.hours,
        requests=tuple(map(_request, matching.requests, hours.requests)),
        offers=tuple(map(_offer, matching.offers, hours.offers)),
        shortages=tuple(
            ShortageData(one.expertise, one.first, one.last, one.hours, shortage_in_words(one))
            for one in matching.shortages
        ),
        unproven=matching.unproven,
        undrawn=matching.undrawn,
        left_out=tuple(
            LeftOutData(PurePath(one.path).name, one.line, one.column, one.message, one.hint) for one in hours.left_out
        ),
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _given(hours: GivenHours, entry: Entry) -> tuple[str, int | None, str, str, datetime.date, datetime.date, str, int]:
    """Where hours stand, and what was given of them."""
    where = PurePath(entry.place.path).name, entry.place.line
    return (*where, hours.municipality, hours.expertise, hours.first, hours.last, hours.name, hours.hours)


def _request(met: Met, entry: Entry) -> RequestData:
    return RequestData(
        *_given(met.request, entry),
        met=met.hours,
        missing=met.missing,
        lenders=tuple(
            LenderData(
                one.offer.municipality,
                one.offer.name,
                one.offer.first,
                one.offer.last,
                one.hours,
                tuple(map(_stretch, one.parts)),
            )
            for one in met.assignments
        ),
        unmet=_unmet(met.unmet) if met.unmet else None,
    )


def _unmet(unmet: Unmet) -> UnmetData:
    return UnmetData(
        why=unmet.why,
        within=unmet.within,
        favoured=unmet.favoured,
        helps=tuple(map(_stretch, unmet.helps)),
        text=why_in_words(unmet),
        help=help_in_words(unmet),
    )


def _offer(used: Used, entry: Entry) -> OfferData:
    return OfferData(
        *_given(used.offer, entry),
        lent=used.hours,
        left=used.left,
    )


def _stretch(part: Stretch) -> StretchData:
    return StretchData(part.first, part.last, part.hours)
