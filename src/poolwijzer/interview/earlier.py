"""What an earlier conversation about the initiative came past, as far as its answers tell. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from poolwijzer.assessment.earlier_menus import find_change, list_missing
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.choices import ChoicesPage
from poolwijzer.interview.steps.placing import PlacePage
from poolwijzer.interview.steps.statement import RemarksPage
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.interview.steps.ways import may_begin_with_menu
from poolwijzer.outcome import Outcome

_WITH_THE_PLACE = PlacePage | RemarksPage
_STAYS = ("component", "consideration", "agreement")
"""The kinds of steps whose answers stay at a new measurement."""


def was_place_shown(outcome: Outcome, steps: Sequence[InterviewStep]) -> bool:
    """Whether the place was shown, given every step of a conversation that leaves nothing out.

    Who answered what comes behind it has seen it, unless the menu card came first or the rest was left out.
    """
    # What stays at a new measurement was answered before its place was there to see.
    stays = _STAYS if outcome.assessment.measurements else ()
    answered = {step.stage for step in steps if step.answer is not None and step.kind not in stays}
    if "plek" in answered:
        return True
    behind = {"afronden"} if may_begin_with_menu(outcome) else {"menu", "afronden"}
    return bool(answered & behind) and not any(step.in_a_row and step.answer is None for step in steps)


def list_pages_seen(state: State, steps: Sequence[InterviewStep]) -> Iterator[str]:
    """The keys of the pages that were seen."""
    closing = any(step.answer is not None for step in steps if step.stage == "afronden")
    for step in steps:
        if closing if isinstance(step, ChoicesPage) else state.place_shown and isinstance(step, _WITH_THE_PLACE):
            yield step.key


def ask_what_came_since(assessment: Assessment | None, route: Route, content: Content) -> Route:
    """The way with the statements that came since the file was made: without these its place is not whole."""
    change = find_change(assessment, content) if assessment else None
    if assessment is None or change is None:
        return route
    return replace(route, renewed=list_missing(assessment, change, content), why=change.new_statement)
