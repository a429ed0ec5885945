"""What was asked of the costs, as data."""

from __future__ import annotations

from typing import Any, Literal

from poolwijzer.costs.changes import Change, SinceLastYear
from poolwijzer.costs.comparison import KeyCase, KeyComparison
from poolwijzer.costs.scenarios import Scenario, ScenarioOutcome, ScenarioYear
from poolwijzer.costs.solidarity import Row, Solidarity
from poolwijzer.municipalities import REFERENCE_DATE
from poolwijzer.report.costs.data import NamedInitiative, list_needs
from poolwijzer.report.costs.what_if.document import (
    CaseData,
    ChangeData,
    IdleData,
    KeyData,
    KeyPaymentData,
    KeyYearData,
    LastYearData,
    ScenarioData,
    ScenarioYearData,
    SmallByKey,
    SolidarityData,
    SolidarityRow,
    WhatIfDocument,
)
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.words import indication_of
from poolwijzer.report.data import MenusUsed, make_plain

FORMAT: Literal[1] = 1


def what_if_document(what_if: WhatIf, version: str) -> dict[str, Any]:
    """The same as plain data, ready for JSON."""
    initiative, comparison = what_if.outcome.assessment.initiative, what_if.comparison
    solidarity, since = what_if.solidarity, what_if.last_year
    whole = WhatIfDocument(
        format=FORMAT,
        kind="costs-alternatives",
        poolwijzer=version,
        menus=MenusUsed(what_if.content.version, what_if.content.hash),
        date=what_if.outcome.on,
        initiative=NamedInitiative(initiative.id, initiative.name),
        population_date=REFERENCE_DATE,
        indication=indication_of(what_if.played.base),
        scenario=_scenario(what_if.scenario),
        years=_years(what_if.played),
        keys=tuple(_key(one, comparison) for one in (*comparison.cases, *comparison.lacking)) if comparison else (),
        last_year=None if since is None else _last_year(since),
        cases=tuple(CaseData(_scenario(one.scenario), _years(one)) for one in what_if.usual),
        solidarity=None if solidarity is None else _solidarity(solidarity, what_if),
        needs=list_needs(what_if.division.needs),
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
        idle=tuple(IdleData(one.name, one.amount) for one in year.idle),
        idle_costs=year.idle_costs,
    )


def _change(one: Change, name: str = "") -> ChangeData:
    return ChangeData(name or one.name, one.before, one.after, one.more, one.way)


def _key(case: KeyCase, comparison: KeyComparison) -> KeyData:
    return KeyData(
        kind=case.key.kind,
        base=case.key.base,
        origin=case.origin,
        reference=case is comparison.reference,
        years=tuple(_key_year(case, comparison, at) for at in range(len(case.division.years)))
        if case.division.complete
        else (),
        needs=list_needs(case.division.needs),
    )


def _key_year(case: KeyCase, comparison: KeyComparison, at: int) -> KeyYearData:
    year = case.division.years[at]
    changes = comparison.changes(case, at)
    paid = tuple(
        KeyPaymentData(
            one.member.name,
            one.member.population,
            one.contribution,
            one.per_inhabitant,
            change.more,
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
        SmallByKey(case.key.kind, case.key.base, case.origin, row.paid, row.paid_part)
        for case, row in what_if.small_by_key
    )
    small = None if found.small is None else _row(found.small)
    return SolidarityData(found.year.year, found.bases, tuple(map(_row, found.rows)), small, by_key)


def _row(row: Row) -> SolidarityRow:
    return SolidarityRow(row.names, row.population, row.paid, row.paid_part, row.population_part, row.use_parts)
