"""The page behind the question about doubts: what can be answered to those that were just chosen."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.engine.doubts import find_heard_doubts
from poolwijzer.interview.commands import READ_ON_KEYS
from poolwijzer.interview.state import State
from poolwijzer.interview.steps.step import InterviewStep, PageStep
from poolwijzer.report.excerpts import answer_doubts
from poolwijzer.report.model import Report
from poolwijzer.report.sections.doubts import TITLE


class ObjectionsPage(PageStep):
    """A reply to each doubt that was chosen, to talk about before going on."""

    kind = "objections"
    title = label = TITLE
    keys = READ_ON_KEYS

    def __init__(self, choice: InterviewStep) -> None:
        """A page after the step at which doubts were chosen."""
        self.stage, self.part, self.after = choice.stage, choice.part, choice.key
        super().__init__(choice.outcome, choice.ref)
        self.whole = choice.whole

    def is_open(self, state: State) -> bool:
        # Who goes on with a file later has read it.
        return self.after in state.seen and self.key not in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return answer_doubts(self.outcome)


def objections_steps(choice: InterviewStep) -> tuple[InterviewStep, ...]:
    """The page, where the menus answer something to a doubt that was chosen."""
    asked, outcome = choice.content.doubts_asked, choice.outcome
    return (ObjectionsPage(choice),) if choice.ref == asked and find_heard_doubts(outcome.facts) else ()
