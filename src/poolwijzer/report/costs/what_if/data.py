"""What may change as data: numbered JSON. Amounts are euros, to the cent; unknown is null."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.costs.changes import Change, SinceLastYear, Way
from poolwijzer.costs.comparison import KeyCase, KeyComparison, Origin
from poolwijzer.costs.scenarios import Scenario, ScenarioOutcome, ScenarioYear
from poolwijzer.costs.solidarity import Basis, Row, Solidarity
from poolwijzer.costs.values import Need
from poolwijzer.municipalities import REFERENCE_DATE
from poolwijzer.report.costs.data import NeedData
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.words import indication_of, what_is_needed, where_to_set
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.validation import Exact

FORMAT: Literal[1] = 1


class ScenarioData(NamedTuple):
    """What is taken to be different."""

    without: tuple[str, ...]
    """Sources of income that give nothing."""
    leaving: tuple[str, ...]
    """Municipalities that take part in no year."""
    demand: Exact
    """Which part of the demand there is; 1 is all of it."""


class ChangeData(NamedTuple):
    """What one pays before and after."""

    name: str
    before: Exact | None
    after: Exact | None
    more: Exact | None
    """How much more it pays then; below zero where it pays less."""
    way: Way | None


class IdleData(NamedTuple):
    """What somebody pays for hours that nobody asks for."""

    name: str
    amount: Exact


class ScenarioYearData(NamedTuple):
    """What the scenario changes in a year."""

    year: int | None
    total: ChangeData
    municipalities_together: ChangeData
    others: tuple[ChangeData, ...]
    municipalities: tuple[ChangeData, ...]
    """Empty while something is needed."""
    idle: tuple[IdleData, ...]
    """What each pays for hours that nobody asks for; empty where no less is asked."""
    idle_costs: Exact
    """What these cost together, before the money of others."""


class KeyPaymentData(NamedTuple):
    """What a municipality pays by a key."""

    municipality: str
    population: int
    amount: Exact
    per_inhabitant: Exact
    more: Exact | None
    """Than by the reference."""
    way: Way | None


class KeyYearData(NamedTuple):
    """A year by a key."""

    year: int | None
    municipalities: tuple[KeyPaymentData, ...]


class KeyData(NamedTuple):
    """The budget by a key."""

    kind: KeyKind
    base: Exact | None
    """The part that everybody pays equally; null where the key has none."""
    origin: Origin
    """The file's own, one that it gives to compare with, that of its strips, one that needs no figures, or an example
    that nobody agreed to."""
    reference: bool
    """Whether the others are held against it."""
    years: tuple[KeyYearData, ...]
    """Empty while something is needed."""
    needs: tuple[NeedData, ...]


class LastYearData(NamedTuple):
    """The budget beside the one before it."""

    last: int | None
    now: int | None
    total: ChangeData
    municipalities: tuple[ChangeData, ...]


class CaseData(NamedTuple):
    """What is asked of every budget, on top of the scenario."""

    scenario: ScenarioData
    years: tuple[ScenarioYearData, ...]


class SolidarityRow(NamedTuple):
    """What a municipality pays and may use, in parts of the whole."""

    municipalities: tuple[str, ...]
    population: int
    paid: Exact
    paid_part: Exact
    population_part: Exact
    use_parts: tuple[Exact, ...]
    """By each of the bases."""


class SmallByKey(NamedTuple):
    """What the smaller half pays by a key."""

    kind: KeyKind
    base: Exact | None
    origin: Origin
    paid: Exact
    paid_part: Exact


class SolidarityData(NamedTuple):
    """Who pays for whom."""

    year: int | None
    bases: tuple[Basis, ...]
    """What the use is taken from; `equal` and `population` are assumptions. What is paid is by the reference."""
    municipalities: tuple[SolidarityRow, ...]
    """From the fewest inhabitants to the most."""
    small: SolidarityRow | None
    """The smaller half together."""
    small_by_key: tuple[SmallByKey, ...]


class WhatIfDocument(NamedTuple):
    """Who pays what in other cases. Shares and amounts for each inhabitant are rounded to four decimals."""

    format: Literal[1]
    kind: Literal["costs-what-if"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    initiative: str
    """Its id."""
    name: str
    population_date: datetime.date
    """The day that the table counted inhabitants for."""
    indication: str
    """What belongs to every amount."""
    scenario: ScenarioData
    years: tuple[ScenarioYearData, ...]
    """What the scenario changes, against the file as it is."""
    keys: tuple[KeyData, ...]
    """Empty where keys are not compared."""
    last_year: LastYearData | None
    cases: tuple[CaseData, ...]
    """Against the scenario; empty where keys are not compared."""
    solidarity: SolidarityData | None
    needs: tuple[NeedData, ...]
    """What has to be set before it is known what each pays by the file's own key."""


def what_if_document(what_if: WhatIf, version: str) -> dict[str, Any]:
    """The same as plain data, ready for JSON."""
    initiative, comparison = what_if.outcome.assessment.initiative, what_if.comparison
    solidarity, since = what_if.solidarity, what_if.last_year
    whole = WhatIfDocument(
        format=FORMAT,
        kind="costs-what-if",
        poolwijzer=version,
        menus=MenusUsed(what_if.content.version, what_if.content.hash),
        date=what_if.outcome.on,
        initiative=initiative.id,
        name=initiative.name,
        population_date=REFERENCE_DATE,
        indication=indication_of(what_if.played.base),
        scenario=_scenario(what_if.scenario),
        years=_years(what_if.played),
        keys=tuple(_key(one, comparison) for one in (*comparison.cases, *comparison.lacking)) if comparison else (),
        last_year=None if since is None else _last_year(since),
        cases=tuple(CaseData(_scenario(one.scenario), _years(one)) for one in what_if.usual),
        solidarity=None if solidarity is None else _solidarity(solidarity, what_if),
        needs=_needs(what_if.division.needs),
    )
    data: dict[str, Any] = make_plain(whole)
    return data


def _scenario(scenario: Scenario) -> ScenarioData:
    return ScenarioData(scenario.without, scenario.leaving, scenario.demand)


def _years(played: ScenarioOutcome) -> tuple[ScenarioYearData, ...]:
    return tuple(map(_year, played.years))


def _year(year: ScenarioYear) -> ScenarioYearData:
    known = year.base.payments and year.then.payments
    return ScenarioYearData(
        year=year.then.year,
        total=_change(year.total, "total"),
        municipalities_together=_change(year.pot, "municipalities"),
        others=tuple(map(_change, year.others)),
        municipalities=tuple(map(_change, year.municipalities)) if known else (),
        idle=tuple(IdleData(one.name, Fraction(one.amount)) for one in year.idle),
        idle_costs=Fraction(year.idle_costs),
    )


def _change(one: Change, name: str = "") -> ChangeData:
    return ChangeData(name or one.name, _exact(one.before), _exact(one.after), _exact(one.more), one.way)


def _exact(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _key(case: KeyCase, comparison: KeyComparison) -> KeyData:
    return KeyData(
        kind=case.key.kind,
        base=case.key.base,
        origin=case.origin,
        reference=case is comparison.reference,
        years=tuple(_key_year(case, comparison, at) for at in range(len(case.division.years)))
        if case.division.complete
        else (),
        needs=_needs(case.division.needs),
    )


def _key_year(case: KeyCase, comparison: KeyComparison, at: int) -> KeyYearData:
    year = case.division.years[at]
    changes = comparison.changes(case, at)
    paid = tuple(
        KeyPaymentData(
            one.member.name,
            one.member.population,
            Fraction(one.contribution),
            Fraction(one.contribution) / one.member.population,
            _exact(change.more),
            change.way,
        )
        for one, change in zip(year.payments, changes, strict=True)
    )
    return KeyYearData(year.year, paid)


def _last_year(since: SinceLastYear) -> LastYearData:
    changes = tuple(map(_change, since.municipalities))
    return LastYearData(since.last, since.now.year, _change(since.total, "total"), changes)


def _solidarity(found: Solidarity, what_if: WhatIf) -> SolidarityData:
    by_key = tuple(
        SmallByKey(case.key.kind, case.key.base, case.origin, Fraction(row.paid), row.paid_part)
        for case, row in what_if.small_by_key
    )
    small = None if found.small is None else _row(found.small)
    return SolidarityData(found.year.year, found.bases, tuple(map(_row, found.rows)), small, by_key)


def _row(row: Row) -> SolidarityRow:
    return SolidarityRow(
        row.names, row.population, Fraction(row.paid), row.paid_part, row.population_part, row.use_parts
    )


def _needs(needs: tuple[Need, ...]) -> tuple[NeedData, ...]:
    return tuple(NeedData(one.kind, one.of, what_is_needed(one), where_to_set(one)) for one in needs)
