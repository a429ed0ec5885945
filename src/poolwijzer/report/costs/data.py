"""Who pays what as data: numbered JSON. Amounts are euros, to the cent; unknown is null."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.changes import since_last_year
from poolwijzer.costs.values import Bound, Division, NeedKind, Payment, YearDivision
from poolwijzer.municipalities import REFERENCE_DATE
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.words import indication_of, what_is_needed, where_to_set
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.validation import Exact

FORMAT: Literal[1] = 1


class NeedData(NamedTuple):
    """Something that is not set, and without which nothing is calculated."""

    kind: NeedKind
    of: tuple[str, ...]
    """The municipalities that it is not set for; empty where it is not set at all."""
    text: str
    setting: str
    """Where in the file it is set."""


class PostData(NamedTuple):
    """What something costs."""

    what: str
    amount: Exact
    demand: bool
    """Whether it goes up and down with demand."""


class IncomeData(NamedTuple):
    """Money of others."""

    source: str
    amount: Exact
    deduct_from: str
    """Whose contribution it lowers: `iedereen`, `gemeenten`, or another who pays."""


class OtherData(NamedTuple):
    """What one pays that is no municipality."""

    payer: str
    amount: Exact


class MunicipalityData(NamedTuple):
    """What a municipality contributes."""

    municipality: str
    population: int
    own_figure: bool
    """Whether the inhabitants are a figure of the file's own."""
    part_of_year: Exact
    amount: Exact
    """In money and in hours."""
    per_inhabitant: Exact
    money: Exact
    """What is paid in money; below zero it gets that."""
    in_kind: Exact | None
    """What the hours are worth that it brings; null where the key has none."""
    direct: Exact | None
    """The price of what it takes itself; null where the key has none."""
    bound: Bound
    """Whether it pays the least or the most that was agreed."""


class YearData(NamedTuple):
    """Who pays what in a year."""

    year: int | None
    posts: tuple[PostData, ...]
    income: tuple[IncomeData, ...]
    total: Exact
    net: Exact
    """What is left after the money of others."""
    surplus: Exact
    others: tuple[OtherData, ...]
    municipalities_together: Exact
    municipalities: tuple[MunicipalityData, ...]
    """Empty while something is needed."""
    needs: tuple[NeedData, ...]


class ChangeData(NamedTuple):
    """What one pays now and paid then. Null where the file does not say it."""

    municipality: str
    before: Exact | None
    after: Exact | None
    more: Exact | None
    """How much more it pays now, below zero where it pays less."""


class LastYearData(NamedTuple):
    """A year held against the budget of the year before."""

    before: int | None
    now: int | None
    total_before: Exact | None
    total_after: Exact
    municipalities: tuple[ChangeData, ...]


class CostsDocument(NamedTuple):
    """Who pays what of one initiative. Shares and amounts for each inhabitant are rounded to four decimals."""

    format: Literal[1]
    kind: Literal["costs"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    initiative: str
    """Its id."""
    name: str
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
        initiative=outcome.assessment.initiative.id,
        name=outcome.assessment.initiative.name,
        key=division.key.kind if division.key else None,
        population_date=REFERENCE_DATE,
        indication=indication_of(division),
        complete=division.complete,
        years=tuple(map(_year, division.years)),
        needs=_needs(division),
        last_year=_last_year(outcome),
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _year(year: YearDivision) -> YearData:
    return YearData(
        year=year.year,
        posts=tuple(PostData(one.what, Fraction(one.amount), one.demand) for one in year.posts),
        income=tuple(IncomeData(one.source, Fraction(one.amount), one.deduct_from) for one in year.income),
        total=Fraction(year.total),
        net=Fraction(year.net),
        surplus=Fraction(year.surplus),
        others=tuple(OtherData(one.payer, Fraction(one.amount)) for one in year.others),
        municipalities_together=Fraction(year.pot),
        municipalities=tuple(map(_municipality, year.payments)),
        needs=_needs(year),
    )


def _municipality(one: Payment) -> MunicipalityData:
    amount = Fraction(one.contribution)
    return MunicipalityData(
        municipality=one.member.name,
        population=one.member.population,
        own_figure=one.member.own_figure,
        part_of_year=one.member.part,
        amount=amount,
        per_inhabitant=amount / one.member.population,
        money=Fraction(one.amount),
        in_kind=_exact(one.in_kind),
        direct=_exact(one.direct),
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
        total_before=_exact(found.total.before),
        total_after=Fraction(found.now.total),
        municipalities=tuple(
            ChangeData(one.name, _exact(one.before), _exact(one.after), _exact(one.more))
            for one in found.municipalities
        ),
    )


def _exact(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _needs(of: Division | YearDivision) -> tuple[NeedData, ...]:
    return tuple(NeedData(one.kind, one.of, what_is_needed(one), where_to_set(one)) for one in of.needs)
