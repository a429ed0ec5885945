"""Who pays what as data: numbered JSON. Amounts are euros, to the cent; unknown is null."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.changes import since_last_year
from poolwijzer.costs.strips.card_values import StripNeedKind
from poolwijzer.costs.values import Bound, Need, NeedKind, Payment, YearDivision
from poolwijzer.municipalities import REFERENCE_DATE
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.words import indication_of, what_is_needed, where_to_set
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.validation import Euros, Exact

FORMAT: Literal[1] = 1


class NamedInitiative(NamedTuple):
    """Which initiative it is about."""

    id: str
    name: str


class NeedData(NamedTuple):
    """Something that is not set, and without which nothing is calculated."""

    kind: NeedKind | StripNeedKind
    of: tuple[str, ...]
    """The municipalities that it is not set for; empty where it is not set at all."""
    text: str
    setting: str
    """Where in the file it is set."""


class PostData(NamedTuple):
    """What something costs."""

    what: str
    amount: Euros
    demand: bool
    """Whether it goes up and down with demand."""


class IncomeData(NamedTuple):
    """Money of others."""

    source: str
    amount: Euros
    deduct_from: str
    """Whose contribution it lowers: `iedereen`, `gemeenten`, or another who pays."""


class OtherData(NamedTuple):
    """What one pays that is no municipality."""

    payer: str
    amount: Euros


class MunicipalityData(NamedTuple):
    """What a municipality contributes."""

    municipality: str
    population: int
    own_figure: bool
    """Whether the inhabitants are a figure of the file's own."""
    part_of_year: Exact
    amount: Euros
    """In money and in hours."""
    per_inhabitant: Exact
    money: Euros
    """What is paid in money; below zero it gets that."""
    in_kind: Euros | None
    """What the hours are worth that it brings; null where the key has none."""
    direct: Euros | None
    """The price of what it takes itself; null where the key has none."""
    bound: Bound
    """Whether it pays the least or the most that was agreed."""


class YearData(NamedTuple):
    """Who pays what in a year."""

    year: int | None
    posts: tuple[PostData, ...]
    income: tuple[IncomeData, ...]
    total: Euros
    net: Euros
    """What is left after the money of others."""
    surplus: Euros
    others: tuple[OtherData, ...]
    municipalities_together: Euros
    municipalities: tuple[MunicipalityData, ...]
    """Empty while something is needed."""
    needs: tuple[NeedData, ...]


class ChangeData(NamedTuple):
    """What one pays now and paid then. Null where the file does not say it."""

    municipality: str
    before: Euros | None
    after: Euros | None
    more: Euros | None
    """How much more it pays now, below zero where it pays less."""


class LastYearData(NamedTuple):
    """A year held against the budget of the year before."""

    before: int | None
    now: int | None
    total_before: Euros | None
    total_after: Euros
    municipalities: tuple[ChangeData, ...]


class CostsDocument(NamedTuple):
    """Who pays what of one initiative. Shares and amounts for each inhabitant are rounded to four decimals."""

    format: Literal[1]
    kind: Literal["costs"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    initiative: NamedInitiative
    key: KeyKind | None
    population_date: datetime.date
    """The day that the table counted inhabitants for."""
    indication: str
    """What belongs to every amount."""
    complete: bool
    years: tuple[YearData, ...]
    needs: tuple[NeedData, ...]
    last_year: LastYearData | None
    """Null where the file does not say what it cost the year before."""


def costs_document(outcome: Outcome, version: str) -> dict[str, Any]:
    """The same as plain data, ready for JSON; the file has to say something of costs."""
    division = outcome.division
    assert division is not None
    whole = CostsDocument(
        format=FORMAT,
        kind="costs",
        poolwijzer=version,
        menus=MenusUsed(outcome.content.version, outcome.content.hash),
        date=outcome.on,
        initiative=NamedInitiative(outcome.assessment.initiative.id, outcome.assessment.initiative.name),
        key=division.key.kind if division.key else None,
        population_date=REFERENCE_DATE,
        indication=indication_of(division),
        complete=division.complete,
        years=tuple(map(_year, division.years)),
        needs=list_needs(division.needs),
        last_year=_last_year(outcome),
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _year(year: YearDivision) -> YearData:
    return YearData(
        year=year.year,
        posts=tuple(PostData(one.what, one.amount, one.demand) for one in year.posts),
        income=tuple(IncomeData(one.source, one.amount, one.deduct_from) for one in year.income),
        total=year.total,
        net=year.net,
        surplus=year.surplus,
        others=tuple(OtherData(one.payer, one.amount) for one in year.others),
        municipalities_together=year.pot,
        municipalities=tuple(map(_municipality, year.payments)),
        needs=list_needs(year.needs),
    )


def _municipality(one: Payment) -> MunicipalityData:
    return MunicipalityData(
        municipality=one.member.name,
        population=one.member.population,
        own_figure=one.member.own_figure,
        part_of_year=one.member.part,
        amount=one.contribution,
        per_inhabitant=one.per_inhabitant,
        money=one.amount,
        in_kind=one.in_kind,
        direct=one.direct,
        bound=one.bound,
    )


def _last_year(outcome: Outcome) -> LastYearData | None:
    costs, division = outcome.assessment.costs, outcome.division
    if costs is None or division is None or costs.last_year is None:
        return None
    found = since_last_year(costs.last_year, division)
    return LastYearData(
        before=found.last,
        now=found.now.year,
        total_before=found.total.before,
        total_after=found.now.total,
        municipalities=tuple(ChangeData(one.name, one.before, one.after, one.more) for one in found.municipalities),
    )


def list_needs(needs: Iterable[Need]) -> tuple[NeedData, ...]:
    """What is not set, in words and with where it is set."""
    return tuple(NeedData(one.kind, one.of, what_is_needed(one), where_to_set(one)) for one in needs)
