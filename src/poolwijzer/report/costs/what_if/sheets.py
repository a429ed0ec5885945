"""What may change as tables with figures: a row for each year, case and payer, so that a filter gives any of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from poolwijzer.costs.changes import Change, Way
from poolwijzer.costs.comparison import KeyComparison
from poolwijzer.costs.scenarios import ScenarioOutcome
from poolwijzer.dutch import capitalise
from poolwijzer.report.costs.payers import PayerKind
from poolwijzer.report.costs.sheets import KINDS, find_sums
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.scenario import LEFT
from poolwijzer.report.costs.what_if.solidarity import tell_basis
from poolwijzer.report.costs.what_if.usual import CHANGED, NOW
from poolwijzer.report.costs.what_if.words import WAYS, case_title, scenario_title
from poolwijzer.report.costs.words import indication_of, key_title, payer_title, what_is_needed, where_to_set
from poolwijzer.report.sheets import Sheet, SheetCell, SheetColumn, Sheets

TITLE = "Wat als"
Cells = tuple[SheetCell, ...]
COLUMNS = (
    SheetColumn("Jaar", "text", 8),
    SheetColumn("Geval", "text", 76),
    SheetColumn("Wie", "text", 28),
    SheetColumn("Soort", "text", 18),
    SheetColumn("Inwoners", "whole", 12),
    SheetColumn("Bijdrage", "money", 18),
    SheetColumn("Per inwoner", "money", 14),
    SheetColumn("Naast", "text", 76),
    SheetColumn("Was", "money", 18),
    SheetColumn("Verschil", "money", 18),
    SheetColumn("Meer of minder", "text", 18),
    SheetColumn("Waarvan lege uren", "money", 18),
)
KIND, WAY = 3, len(COLUMNS) - 2
SOLIDARITY = (
    SheetColumn("Gemeente", "text", 28),
    SheetColumn("Inwoners", "whole", 12),
    SheetColumn("Bijdrage", "money", 18),
    SheetColumn("Deel van de inwoners", "share", 14),
    SheetColumn("Deel van de kosten", "share", 14),
)
LACKING = (
    SheetColumn("Sleutel", "text", 44),
    SheetColumn("Wat nog nodig is", "text", 60),
    SheetColumn("Waar", "text", 30),
)


def what_if_sheets(what_if: WhatIf) -> Sheets:
    """The tables of what was asked; the first holds every amount."""
    below = (indication_of(what_if.played.base),)
    cells = tuple(_rows(what_if))
    sheets = [Sheet(TITLE, COLUMNS, cells, below, find_sums(cells, KIND))]
    if found := what_if.solidarity:
        columns = (*SOLIDARITY, *(SheetColumn(tell_basis(basis), "share", 22) for basis in found.bases))
        rows: tuple[Cells, ...] = tuple(
            (row.names[0], row.population, row.paid, row.population_part, row.paid_part, *row.use_parts)
            for row in found.rows
        )
        sheets.append(Sheet("Betalen en gebruiken", columns, rows, below))
    if needed := tuple(_lacking(what_if)):
        sheets.append(Sheet("Wat nog nodig is", LACKING, needed))
    name = what_if.outcome.assessment.initiative.name
    return Sheets(f"Wie betaalt wat, wat als: {name}", what_if.outcome.on, tuple(sheets))


def _rows(what_if: WhatIf) -> Iterator[Cells]:
    title = capitalise(scenario_title(what_if.scenario))
    if what_if.scenario:
        yield from _scenario(what_if.played, title, NOW, what_if)
    if comparison := what_if.comparison:
        yield from _keys(comparison, what_if)
    if since := what_if.last_year:
        beside = str(since.last) if since.last else "vorig jaar"
        told = title or NOW
        for one in since.municipalities:
            yield _row(since.now.year, told, one, "municipality", beside, what_if)
        total = Change("Samen", since.total.before, since.total.after)
        yield _row(since.now.year, told, total, "total", beside, what_if)
    for played in what_if.usual:
        beside = CHANGED if what_if.scenario else NOW
        yield from _scenario(played, capitalise(scenario_title(played.scenario)), beside, what_if)


def _scenario(played: ScenarioOutcome, title: str, beside: str, what_if: WhatIf) -> Iterator[Cells]:
    for year in played.years:
        when, idle = year.then.year, {one.name: one.amount for one in year.idle}
        for one in year.others:
            named = Change(payer_title(one.name), one.before, one.after)
            yield _row(when, title, named, "other", beside, what_if, idle.get(one.name))
        if year.base.payments and year.then.payments:
            for one in year.municipalities:
                row = _row(when, title, one, "municipality", beside, what_if, idle.get(one.name))
                left = one.name in played.scenario.leaving
                yield (*row[:WAY], LEFT, *row[WAY + 1 :]) if left else row
        together = Change("Gemeenten samen", year.base.pot, year.then.pot)
        yield _row(when, title, together, "municipalities", beside, what_if)


def _keys(comparison: KeyComparison, what_if: WhatIf) -> Iterator[Cells]:
    reference = comparison.reference
    beside = case_title(reference, what_if.content) if reference else None
    for case in comparison.cases:
        title = case_title(case, what_if.content)
        for at, year in enumerate(comparison.years):
            for one in comparison.changes(case, at):
                shown = Change(one.name, None, one.after) if case is reference else one
                yield _row(year.year, title, shown, "municipality", None if case is reference else beside, what_if)


def _row(
    year: int | None,
    title: str,
    change: Change,
    kind: PayerKind,
    beside: str | None,
    what_if: WhatIf,
    idle: Decimal | None = None,
) -> Cells:
    people = what_if.inhabitants.get(change.name) if kind == "municipality" else None
    per_inhabitant = Fraction(change.after) / people if change.after is not None and people else None
    way: Way | None = change.way
    return (
        "elk jaar" if year is None else year,
        title,
        change.name,
        KINDS[kind],
        people,
        change.after,
        per_inhabitant,
        beside,
        change.before,
        change.more,
        WAYS[way] if way else None,
        idle,
    )


def _lacking(what_if: WhatIf) -> Iterator[Cells]:
    for case in what_if.comparison.lacking if what_if.comparison else ():
        for need in case.division.needs:
            yield key_title(case.key.kind, what_if.content), what_is_needed(need), where_to_set(need)
    if not what_if.comparison:
        for need in what_if.division.needs:
            yield None, what_is_needed(need), where_to_set(need)
