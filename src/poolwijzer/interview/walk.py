"""Where a conversation goes from the step that is shown: on, back, or to the end. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poolwijzer.interview.state import State
from poolwijzer.interview.steps.component import ComponentStep, ConsiderationStep
from poolwijzer.interview.steps.step import InterviewStep

AT_THE_END = "U bent nu bij het einde. Gaat u terug, dan komt u weer waar u was."
THERE_ALREADY = "U bent al bij het einde."


def find_next(
    state: State,
    steps: Sequence[InterviewStep],
    *,
    leafing: bool = False,
    since: Sequence[InterviewStep] | None = None,
) -> str:
    """The key of the next step that is open; of the next of all when leafing, or when everything is asked.

    `since` holds the steps before the last change: what was passed then is passed now.
    """
    walks = walks_past_all(state)
    here = next((step for step in steps if step.key == state.at), None)
    if not walks and not leafing and here and here.in_a_row and here.ref in state.route.renewed:
        # These go before all else, so what is open may lie before them.
        left = (step.key for step in steps if step.is_open(state) and step.key not in state.seen)
        return next((key for key in (*list_new(state, steps), *left)), steps[-1].key)
    earlier = [step.key for step in since or steps]
    passed = set(earlier[: earlier.index(state.at) + 1])
    beyond = max((index for index, step in enumerate(steps) if step.key in passed), default=-1) + 1
    for step in steps[beyond:]:
        again = state.route.card_again and step.kind == ComponentStep.kind
        wanted = step.is_open(state) or ((walks or leafing) and not step.passed_by)
        if again or (wanted and not _asked_before(step, state)):
            return step.key
    return steps[-1].key


def _asked_before(step: InterviewStep, state: State) -> bool:
    """Whether who looks at the card again was asked this the first time, and went past it."""
    return bool(state.route.card_again) and isinstance(step, ConsiderationStep) and step.key in state.seen


def walks_past_all(state: State) -> bool:
    """Whether also what was answered is asked."""
    return state.route.everything or state.route.part is not None


def list_new(state: State, steps: Sequence[InterviewStep]) -> list[str]:
    """The keys of the statements that came since the file was made and are to be asked before all else."""
    renewed = state.route.renewed
    if not renewed or walks_past_all(state):
        return []
    new = (step for step in steps if step.in_a_row and step.ref in renewed and step.key not in state.seen)
    return [step.key for step in new if step.is_open(state)]


def go_back(state: State, steps: Sequence[InterviewStep]) -> State:
    """At the step before this one; from where `go_to_closing` led, at the one it led from."""
    keys = [step.key for step in steps]
    start, end = state.jumped or ("", "")
    if state.at == end and start in keys:
        return replace(state, at=start, jumped=None)
    index = keys.index(state.at)
    return replace(state, at=keys[index - 1]) if index else replace(state, said="Dit is de eerste vraag.")


def go_to_closing(state: State, steps: Sequence[InterviewStep]) -> State:
    """At the end of the conversation, with what there is."""
    last = [step for step in steps if step.stage == "afronden"] or [steps[-1]]
    if state.at in {step.key for step in last}:
        return replace(state, said=THERE_ALREADY)
    at = next((step.key for step in last if step.answer is None), last[0].key)
    return replace(state, at=at, said=AT_THE_END, jumped=(state.at, at))
