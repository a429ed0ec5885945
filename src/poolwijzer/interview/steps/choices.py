"""The choices side by side, after the last component and before what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.interview.commands import READ_ON_KEYS
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.component import ComponentStep
from poolwijzer.interview.steps.step import InterviewStep, PageStep
from poolwijzer.outcome import Outcome
from poolwijzer.report.excerpts import SIDE_BY_SIDE, choices_side_by_side
from poolwijzer.report.model import Report


class ChoicesPage(PageStep):
    """What was chosen, what the choices do to one another and what is open, to look at once."""

    kind = "choices"
    stage = "menu"
    title = label = SIDE_BY_SIDE
    keys = READ_ON_KEYS

    def __init__(self, outcome: Outcome, card: Sequence[InterviewStep]) -> None:
        super().__init__(outcome)
        asked, told = {step.ref for step in card if isinstance(step, ComponentStep)}, self.assessment.choices
        self.components = tuple(name for name in self.content.components if name in asked or name in told)
        # It comes with the last step of the card, and is none of its own.
        self.whole, self.part_title = card[-1].whole, card[-1].part_title

    def is_open(self, state: State) -> bool:
        return self.key not in state.seen

    def page(self, state: State, steps: Sequence[InterviewStep], file: str, report: str) -> Report:
        return choices_side_by_side(self.outcome, self.components)


def choices_steps(outcome: Outcome, route: Route, card: Sequence[InterviewStep]) -> Iterator[InterviewStep]:
    """The page, unless there is no time for it or nothing was chosen."""
    told = outcome.assessment.choices.values()
    if "keuzes" not in route.left_out and any(one.options or one.considering or one.other for one in told):
        yield ChoicesPage(outcome, card)
