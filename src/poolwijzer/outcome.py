"""One initiative and all that was found out about it: each part is made once, when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.advice import advise
from poolwijzer.engine.examination import Examination
from poolwijzer.engine.judgement import Judgement, judge_of
from poolwijzer.engine.leave_out import removals
from poolwijzer.engine.moves import leverage, moves
from poolwijzer.engine.next_question import next_questions
from poolwijzer.engine.over_time import path
from poolwijzer.engine.placement import place
from poolwijzer.engine.respondents import Mode, respondents
from poolwijzer.engine.results import Advice, Placement
from poolwijzer.engine.stress import Stress, stress


@dataclass(frozen=True)
class Outcome:
    """The road of one initiative: placement, judgement, advice and examination.

    Args:
        content: The menus.
        assessment: What was answered; for the anonymous mode already without what could point at persons.
        on: The date of the advice.
        mode: What may be told of who answered what.
    """

    content: Content
    assessment: Assessment
    on: date
    mode: Mode = "standaard"

    @cached_property
    def placement(self) -> Placement:
        """Where it stands in the typology."""
        return place(self.assessment, self.content)

    @cached_property
    def judgement(self) -> Judgement:
        """Verdicts, signals and findings alone: for who judges many."""
        return judge_of(self.content, self.on).judge(self.assessment, self.placement)

    @cached_property
    def advice(self) -> Advice:
        """What the menus say to it, with every reason."""
        return advise(self.assessment, self.content, self.placement, self.on)

    @cached_property
    def stress(self) -> Stress | None:
        """How often the place stays the same with slightly other weights and answers; None where that says nothing."""
        return stress(self.assessment, self.content, self.placement)

    @cached_property
    def examination(self) -> Examination:
        """How hard the placement is, and who said what.

        Raises:
            TooFewRespondents: In the anonymous mode.
        """
        assessment, content, placement = self.assessment, self.content, self.placement
        apart = assessment.responses or any(answer.votes for answer in assessment.answers.values())
        return Examination(
            stress=self.stress,
            removals=removals(placement, content),
            moves=moves(placement, content),
            leverage=leverage(placement, content),
            next_questions=next_questions(self.advice, placement, content),
            respondents=respondents(assessment, content, placement, self.mode) if apart else None,
            path=path(assessment, content) if assessment.measurements else (),
        )
