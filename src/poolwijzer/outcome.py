"""One initiative and all that was found out about it: each part is made once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.engine.anonymous import NOTHING, Uncounted, place_anonymously
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.judgement import Cards, Judgement, find_judge
from poolwijzer.engine.leave_out import find_removals
from poolwijzer.engine.moves import Move, find_leverage, find_moves
from poolwijzer.engine.next_question import find_next_questions
from poolwijzer.engine.open_questions import OpenRef, find_open_questions
from poolwijzer.engine.over_time import Moment, Placing, find_path
from poolwijzer.engine.placement import place
from poolwijzer.engine.respondents import Mode, Respondents, view_respondents
from poolwijzer.engine.results import Placement
from poolwijzer.engine.stress import Stress, run_stress_test

if TYPE_CHECKING:
    from poolwijzer.costs.option_costs import OptionCost
    from poolwijzer.costs.strips.card_values import StripCard
    from poolwijzer.costs.values import Division


@dataclass(frozen=True)
class Outcome:
    """The road of one initiative: placement, judgement and what follows from it, and examination. All of it is data.

    Args:
        content: The menus; kept as they hold on the date (see `menus_on`).
        assessment: What was answered; for the anonymous mode already without what could point at persons.
        on: The date of the advice.
        mode: What may be told of who answered what.
        uncounted: In the anonymous mode, what of the assessment does not count.
    """

    content: Content
    assessment: Assessment
    on: date
    mode: Mode = "standaard"
    uncounted: Uncounted = NOTHING

    def __post_init__(self) -> None:
        """All that follows sees the menus of the day."""
        object.__setattr__(self, "content", menus_on(self.content, self.on))

    @cached_property
    def placement(self) -> Placement:
        """Where it stands in the typology."""
        return self._placing(self.assessment, self.content)

    @property
    def _placing(self) -> Placing:
        return place_anonymously if self.mode == "anonymous" else place

    @cached_property
    def facts(self) -> PlacedFacts:
        """What is known of it, as conditions ask for it."""
        return PlacedFacts(self.assessment, self.content, self.placement, self.on)

    @cached_property
    def judgement(self) -> Judgement:
        """Which rules hold, with the verdicts, signals and findings that follow."""
        return find_judge(self.content, self.on).judge(self.facts)

    @cached_property
    def cards(self) -> Cards:
        """The menu card: by component its options with what decided their verdicts."""
        return {component: self.judgement.card(component) for component in self.content.components}

    @cached_property
    def open_questions(self) -> tuple[OpenRef, ...]:
        """What could still change the advice, the most telling first."""
        return find_open_questions(self.cards, self.judgement)

    @cached_property
    def stress(self) -> Stress | None:
        """How often the place stays the same with slightly other weights and answers; None where that says nothing."""
        return run_stress_test(self.assessment, self.content, self.placement)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The fewest answer-steps to another place, the shortest way first."""
        return find_moves(self.placement, self.content)

    @cached_property
    def respondents(self) -> Respondents | None:
        """Who said what; None where nobody answered apart and no hands were counted.

        Raises:
            TooFewRespondents: In the anonymous mode.
        """
        assessment = self.assessment
        apart = assessment.counted() or any(answer.votes for answer in assessment.answers.values())
        return view_respondents(assessment, self.content, self.placement, self.mode) if apart else None

    @cached_property
    def division(self) -> Division | None:
        """Who pays what; None where the file says nothing of costs."""
        if self.assessment.costs is None:
            return None
        from poolwijzer.costs.division import divide_costs  # only for who gives figures

        return divide_costs(self.assessment.costs, self.assessment.initiative)

    @cached_property
    def option_costs(self) -> Mapping[str, OptionCost]:
        """What each option would cost that shares the costs by a key, by its id; or what is needed to know that."""
        from poolwijzer.costs.option_costs import find_option_costs

        found = find_option_costs(self.assessment.costs, self.assessment.initiative, self.on)
        return {
            name: found[kind]
            for name, option in self.content.options.items()
            if (kind := option.calculation) is not None and kind != "strippenkaart"
        }

    @cached_property
    def strip_card(self) -> StripCard:
        """The card of strips of the first year of the costs that is not past, else of the last; or what it needs."""
        from poolwijzer.assessment.costs import Costs
        from poolwijzer.costs.strips.card import make_card

        costs = self.assessment.costs or Costs.model_construct()
        year = min((one for one in costs.years if one >= self.on.year), default=max(costs.years, default=self.on.year))
        return make_card(costs, self.assessment.initiative, year)

    @cached_property
    def path(self) -> tuple[Moment, ...]:
        """Every measurement, oldest first; empty where this is the only one."""
        return find_path(self.assessment, self.content, self._placing) if self.assessment.measurements else ()

    @cached_property
    def examination(self) -> Examination:
        """How hard the placement is, and who said what.

        Raises:
            TooFewRespondents: In the anonymous mode.
        """
        return Examination(
            stress=self.stress,
            removals=find_removals(self.placement, self.content),
            moves=self.moves,
            leverage=find_leverage(self.placement, self.content),
            next_questions=find_next_questions(self.open_questions, self.placement, self.content),
            respondents=self.respondents,
            path=self.path,
        )
