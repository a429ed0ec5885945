"""What a conversation asks, in which order. Depends on what is known so far: what is pointless is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.choices import choices_steps
from poolwijzer.interview.steps.closing import EndPage, closing_steps
from poolwijzer.interview.steps.component import component_steps
from poolwijzer.interview.steps.context import context_steps
from poolwijzer.interview.steps.initiative import MunicipalitiesStep, NameStep, order_steps
from poolwijzer.interview.steps.placing import EstimateStep, place_steps
from poolwijzer.interview.steps.statement import block_steps, remark_steps, statement_steps
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.outcome import Outcome


def list_parts(content: Content) -> tuple[str, ...]:
    """Every part that can be done on its own."""
    axes, blocks = content.typology.axes, content.blocks
    return ("initiatief", "inschatting", *axes, *blocks, "plek", "situatie", "menu", "afronden")


def list_steps(outcome: Outcome | None, route: Route, on: date) -> tuple[InterviewStep, ...]:
    """Every step of the conversation as things stand, answered or not, the end last."""
    steps: tuple[InterviewStep, ...] = (NameStep(outcome, on),)
    if outcome:
        steps = (*steps, *_after_the_name(outcome, route))
        steps = tuple(step for step in steps if route.part in (None, step.part))
    return (*steps, EndPage(outcome, route))


def _after_the_name(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    facts = InitiativeFacts(outcome.assessment, outcome.content, {})
    yield MunicipalitiesStep(outcome)
    yield from context_steps("start", outcome, facts)
    yield from order_steps(outcome, route, facts)
    menu = [
        *(context_steps("later", outcome, facts) if route.full or route.part == "situatie" else ()),
        *context_steps("menu", outcome, facts),
        *(cards := tuple(component_steps(outcome, route))),
        *choices_steps(outcome, route, cards),
    ]
    placing = [
        EstimateStep(outcome, route),
        *statement_steps(outcome, route, facts),
        *block_steps(outcome, route, facts),
        *remark_steps(outcome),
        *place_steps(outcome),
    ]
    yield from (*menu, *placing) if route.menu_first else (*placing, *menu)
    yield from closing_steps(outcome, route)
