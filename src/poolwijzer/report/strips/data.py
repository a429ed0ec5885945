"""A year of strips as data: numbered JSON. Unknown is null; strips and hours are rounded to four decimals.

Format history: 1 (the first). New keys do not change the number; the schema allows them.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal, NamedTuple

from poolwijzer.costs.strips.card_values import StripCard
from poolwijzer.costs.strips.lines import LedgerLine, LineKind
from poolwijzer.costs.strips.values import Signal, StripBalance
from poolwijzer.report.costs.data import NamedInitiative, NeedData, list_needs
from poolwijzer.report.costs.words import indication
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.report.strips.attention import tell_attention
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.products import uses_of
from poolwijzer.report.strips.words import what_strips_need, where_strips_are_set
from poolwijzer.validation import Euros, Exact

FORMAT: Literal[1] = 1


class CardData(NamedTuple):
    """How many strips there are in the year; amounts are euros."""

    budget: Euros | None
    price: Euros | None
    hours: Exact | None
    """In a strip."""
    price_per_hour: Euros | None
    hours_per_fte: Exact | None
    strips_per_fte: Exact | None
    fte: Exact | None
    """How many whole jobs all strips are."""
    step: Exact
    total: Exact
    joint: Exact
    """Of these for all together."""
    undivided: Euros
    """What the budget has too much for whole steps."""
    key: str | None
    """The kind of key by which they are divided."""
    signal: Exact
    """At which part of its own strips a good conversation is due."""
    carry_over: Exact | None


class BalanceData(NamedTuple):
    """The strips of a municipality."""

    municipality: str
    takes_part: bool
    share: Exact
    carried: Exact
    carried_by_line: bool
    """Whether the ledger says what it takes along; otherwise it was calculated by the setting."""
    received: Exact
    given: Exact
    available: Exact
    used: Exact
    planned: Exact
    left: Exact
    forecast: Exact | None
    signal: Signal


class JointData(NamedTuple):
    """The strips for all together."""

    share: Exact
    used: Exact
    planned: Exact
    left: Exact
    forecast: Exact | None


class ProductData(NamedTuple):
    """What was used of a product."""

    product: str
    """An id of the menu card, or own words."""
    strips: Exact
    lines: int


class LineData(NamedTuple):
    """A line of the ledger."""

    id: str
    date: datetime.date
    kind: LineKind
    municipality: str
    to: str
    product: str
    hours: Exact | None
    strips: Exact | None
    note: str
    corrects: str
    counts: bool
    """Whether no other line stands in its place."""


class StripsDocument(NamedTuple):
    """A year of strips."""

    format: Literal[1]
    kind: Literal["strips"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    year: int
    initiative: NamedInitiative
    card: CardData
    balances: tuple[BalanceData, ...]
    joint: JointData | None
    """Null where it is about one municipality, or nothing can be counted yet."""
    products: tuple[ProductData, ...]
    lines: tuple[LineData, ...]
    needs: tuple[NeedData, ...]
    attention: tuple[str, ...]
    """What of the ledger does not count, or is odd."""
    indication: str
    """What holds for every amount."""


def strips_document(material: StripMaterial, version: str) -> dict[str, Any]:
    """A year of strips as plain data, ready for JSON."""
    content, year = material.content, material.year
    joint = year.joint
    needs = [NeedData(one.kind, (), what_strips_need(one.kind), where_strips_are_set(one.kind)) for one in year.needs]
    whole = StripsDocument(
        format=FORMAT,
        kind="strips",
        poolwijzer=version,
        menus=MenusUsed(content.version, content.hash),
        date=year.on,
        year=material.card.year,
        initiative=NamedInitiative(material.id, material.name),
        card=_card(material.card, material),
        balances=tuple(map(_balance, material.balances)) if material.known else (),
        joint=JointData(joint.share, joint.used, joint.planned, joint.left, joint.forecast)
        if material.known and not material.only
        else None,
        products=tuple(ProductData(one.product, one.strips, one.lines) for one in uses_of(material)),
        lines=(
            *(_line(one, True, material) for one in material.lines),
            *(_line(one, False, material) for one in material.in_year(year.counted.corrected)),
        ),
        needs=(*dict.fromkeys(needs), *list_needs(material.card.key_needs)),
        attention=tuple(tell_attention(material)),
        indication=indication(one.member for one in material.card.shares),
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _card(card: StripCard, material: StripMaterial) -> CardData:
    key = card.key or material.costs.key
    return CardData(
        budget=card.budget,
        price=card.price,
        hours=card.hours,
        price_per_hour=card.price_per_hour,
        hours_per_fte=card.hours_per_fte,
        strips_per_fte=card.strips_per_fte,
        fte=card.fte,
        step=card.step,
        total=card.total,
        joint=card.joint,
        undivided=card.undivided,
        key=key.kind if key else None,
        signal=card.signal,
        carry_over=card.carry_over,
    )


def _balance(one: StripBalance) -> BalanceData:
    return BalanceData(
        municipality=one.municipality,
        takes_part=one.member is not None,
        share=one.share,
        carried=one.carried,
        carried_by_line=one.carried_by_line,
        received=one.received,
        given=one.given,
        available=one.available,
        used=one.used,
        planned=one.planned,
        left=one.left,
        forecast=one.forecast,
        signal=one.signal,
    )


def _line(line: LedgerLine, counts: bool, material: StripMaterial) -> LineData:
    return LineData(
        id=line.id,
        date=line.day,
        kind=line.kind,
        municipality=line.municipality,
        to=line.to,
        product=line.product,
        hours=material.in_hours(line),
        strips=material.in_strips(line),
        note=line.note,
        corrects=line.corrects,
        counts=counts,
    )


class AddedDocument(NamedTuple):
    """A line that was added to a ledger."""

    format: Literal[1]
    kind: Literal["strips-added"]
    poolwijzer: str
    ledger: str
    line: LineData
    balances: tuple[BalanceData, ...]
    """Of whom the line is about, as they are now; empty while there is no balance."""


def added_document(line: LedgerLine, material: StripMaterial, ledger: str, version: str) -> dict[str, Any]:
    """A line that was added, as plain data, ready for JSON."""
    about = [one for one in material.year.balances if one.municipality in (line.municipality, line.to)]
    data: dict[str, Any] = make_plain(
        AddedDocument(
            format=FORMAT,
            kind="strips-added",
            poolwijzer=version,
            ledger=ledger,
            line=_line(line, True, material),
            balances=tuple(map(_balance, about)) if material.known else (),
        )
    )
    return data
