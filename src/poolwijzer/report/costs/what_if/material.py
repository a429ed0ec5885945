"""What every part of a report on what may change is made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.content.content import Content
from poolwijzer.costs.changes import SinceLastYear, since_last_year
from poolwijzer.costs.comparison import KeyCase, KeyComparison, compare_keys
from poolwijzer.costs.scenarios import Scenario, ScenarioOutcome, play, usual_scenarios
from poolwijzer.costs.solidarity import Row, Solidarity, find_solidarity
from poolwijzer.costs.values import Division, YearDivision
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.material import CostsDepth, coming_year
from poolwijzer.report.costs.words import indication_of
from poolwijzer.report.model import Line, Paragraph
from poolwijzer.report.typed_text import sanitize

MOST_LEAVING = 12
"""Of how many municipalities it is told what happens when they leave."""


@dataclass(frozen=True)
class WhatIf:
    """What is asked of the costs of an initiative. All that it gives is cleaned for telling.

    Attributes:
        outcome: Of an initiative whose file says something of costs.
        asked: What is taken to be different, by the names of the file; may be nothing.
        by_key: Whether every key is compared, with all that belongs to a choice between them.
        narrow: Whether tables have to do with three columns, as on a screen.
        spoken: Whether it is read aloud, where a number over a column says too little.
        depth: How much is told. Data and figures always have every year.
    """

    outcome: Outcome
    asked: Scenario
    by_key: bool
    narrow: bool = False
    depth: CostsDepth = "gewoon"
    spoken: bool = False

    @property
    def content(self) -> Content:
        """The menus."""
        return self.outcome.content

    @cached_property
    def _played(self) -> ScenarioOutcome:
        costs = self.outcome.assessment.costs
        assert costs is not None
        return play(costs, self.outcome.assessment.initiative, self.asked)

    @cached_property
    def played(self) -> ScenarioOutcome:
        """The scenario, with nothing changed where none was asked for."""
        return sanitize(self._played)

    @cached_property
    def inhabitants(self) -> dict[str, int | None]:
        """Of each municipality, by the name that is shown; every row of a table with figures asks for them."""
        return {one.name: one.population for one in sanitize(self.outcome.assessment.initiative).municipalities}

    @property
    def scenario(self) -> Scenario:
        """What is taken to be different."""
        return self.played.scenario

    @property
    def costs(self) -> Costs:
        """The costs with what the scenario changes in them."""
        return self.played.costs

    @property
    def initiative(self) -> Initiative:
        """The initiative without who leaves."""
        return self.played.initiative

    @property
    def division(self) -> Division:
        """Who pays what by the scenario."""
        return self.played.then

    @property
    def years(self) -> tuple[YearDivision, ...]:
        """Every year, by the scenario."""
        return self.division.years

    @cached_property
    def at(self) -> int:
        """The place of the year that is told where not every year is."""
        return coming_year(self.years, self.outcome.on)

    @property
    def told(self) -> tuple[int, ...]:
        """The places of the years that are told."""
        return tuple(range(len(self.years))) if self.depth == "volledig" else (self.at,)

    @cached_property
    def comparison(self) -> KeyComparison | None:
        """The same budget by every key; None where that was not asked for."""
        return sanitize(compare_keys(self._played.costs, self._played.initiative)) if self.by_key else None

    @cached_property
    def last_year(self) -> SinceLastYear | None:
        """What each pays beside what it paid the year before; None where the file does not say that."""
        last = self._played.costs.last_year
        if last is None or (last.amount is None and not last.contributions):
            return None
        return sanitize(since_last_year(last, self._played.then))

    @cached_property
    def solidarity(self) -> Solidarity | None:
        """What small ones pay and may use; None where that was not asked for, or nobody pays."""
        if not self.by_key:
            return None
        found = find_solidarity(self._played.costs, self.paid_by.division, self.at)
        return None if found is None else sanitize(found)

    @property
    def paid_by(self) -> KeyCase:
        """The key by which it is told who pays for whom: that of the file, or else the one by inhabitants."""
        assert self.comparison is not None
        return self.comparison.reference or self.comparison.lacking[0]

    @cached_property
    def small_by_key(self) -> tuple[tuple[KeyCase, Row], ...]:
        """What the smaller half pays by each key."""
        cases = self.comparison.cases if self.comparison else ()
        found = [(case, find_solidarity(self._played.costs, case.division, self.at)) for case in cases]
        return tuple((case, sanitize(one.small)) for case, one in found if one and one.small)

    @cached_property
    def usual(self) -> tuple[ScenarioOutcome, ...]:
        """What is asked of every budget, each on top of the scenario; empty where it was not asked for."""
        if not self.by_key:
            return ()
        costs, initiative = self._played.costs, self._played.initiative
        asked = usual_scenarios(costs, most_leaving=MOST_LEAVING, initiative=initiative)
        # Half of a demand that was changed already is no half that anybody means.
        kept = [one for one in asked if one.demand == 1 or self.scenario.demand == 1]
        return sanitize(tuple(play(costs, initiative, one) for one in kept))

    def indicate(self, division: Division | None = None) -> Paragraph:
        """What stands under every amount."""
        return Paragraph(Line(indication_of(division or self.division)), "stil")
