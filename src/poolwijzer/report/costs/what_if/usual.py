"""What is asked of every budget: what if money stops, less is asked, or a municipality leaves, in a table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.costs.scenarios import ScenarioOutcome, goes_with_demand
from poolwijzer.costs.values import YearDivision
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report.costs.beside import NONE
from poolwijzer.report.costs.material import behind_year, money, say_of_year
from poolwijzer.report.costs.what_if.material import MOST_LEAVING, WhatIf
from poolwijzer.report.costs.what_if.words import scenario_title
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

TITLE = "Wat als het anders loopt"
NOW, CHANGED = "Zoals nu", "Zoals hierboven"


def usual_section(what_if: WhatIf) -> Section:
    """What the municipalities pay in each of these cases, in the first year; empty where it was not asked for."""
    year = what_if.years[what_if.at]
    played = [one for one in what_if.usual if one.then.years[what_if.at].posts]
    if not played or not year.posts:
        return Section("anders", TITLE)
    blocks: list[Block] = [Paragraph(Line(text)) for text in _intro(what_if, played)]
    blocks.append(_table(year, played, what_if))
    blocks.append(what_if.indicate())
    how = "Meer over één geval? Gebruik --without BRON, --leaving GEMEENTE of --demand 50%."
    if what_if.narrow:
        blocks.append(Paragraph(Line(how), "stil"))
    return Section("anders", TITLE, tuple(blocks))


def _intro(what_if: WhatIf, played: list[ScenarioOutcome]) -> Iterator[str]:
    year = what_if.years[what_if.at].year
    yield say_of_year(year, "de gemeenten", "betalen", "dan samen dit bedrag")
    yield "Het bedrag per inwoner is een gemiddelde."
    left = len(what_if.initiative.municipalities)
    if left > MOST_LEAVING:
        yield f"Van {count_things(left, 'gemeente', 'gemeenten')} staan hier de {MOST_LEAVING} grootste."
    if what_if.scenario.demand == 1 and not goes_with_demand(what_if.costs):
        yield "Geen enkele post gaat mee met de vraag. Bij minder vraag blijven de kosten dus gelijk."
    if not what_if.scenario.without and not any(one.scenario.without for one in played):
        yield "Er staat geen geld van anderen in het bestand. Dat kan dus ook niet wegvallen."


def _table(year: YearDivision, played: list[ScenarioOutcome], what_if: WhatIf) -> Table:
    """Of each case what the municipalities pay together, and for an inhabitant on average."""
    population = {one.name: one.population or 0 for one in what_if.initiative.municipalities}
    now = _average(year, population)
    rows = [(CHANGED if what_if.scenario else NOW, money(year.pot), _told(now), "")]
    for one in played:
        then = one.then.years[what_if.at]
        average = _average(then, {name: many for name, many in population.items() if name not in one.scenario.leaving})
        more = None if now is None or average is None else average - now
        rows.append((capitalise(scenario_title(one.scenario)), money(then.pot), _told(average), _more(more)))
    head = ("Wat als", "Gemeenten samen", "Per inwoner", "Verschil per inwoner")
    shown = len(head) - what_if.narrow
    return Table(
        behind_year(TITLE, year.year),
        head[:shown],
        tuple(row[:shown] for row in rows),
        frozenset(range(1, shown)),
    )


def _average(year: YearDivision, population: dict[str, int]) -> Fraction | None:
    """Euros for each inhabitant of who takes part."""
    people = year.population or sum(population.values())
    return Fraction(year.pot) / people if people else None


def _told(amount: Fraction | None) -> str:
    return NONE if amount is None else money(amount)


def _more(more: Fraction | None) -> str:
    if more is None:
        return NONE
    word = "meer" if more > 0 else "minder"
    return "evenveel" if abs(more) < Fraction(1, 200) else f"{money(abs(more))} {word}"
