"""What a conversation asks, in which order. Depends on what is known so far: what is pointless is left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.choices import choices_steps
from poolwijzer.interview.steps.closing import closing_steps
from poolwijzer.interview.steps.component import card_steps
from poolwijzer.interview.steps.costs import PART, costs_steps
from poolwijzer.interview.steps.end import EndPage
from poolwijzer.interview.steps.initiative import MunicipalitiesStep, NameStep
from poolwijzer.interview.steps.placing import EstimateStep, PlaceLaterPage, PlacePage, key_question_steps
from poolwijzer.interview.steps.situation import context_steps
from poolwijzer.interview.steps.statement import block_steps, remark_steps, statement_steps
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.interview.steps.ways import card_again_steps, order_steps
from poolwijzer.interview.steps.welcome import PlacesPage, WelcomePage
from poolwijzer.outcome import Outcome


def list_parts(content: Content) -> tuple[str, ...]:
    """Every part that can be done on its own."""
    axes, blocks = content.typology.axes, content.blocks
    return ("initiatief", "inschatting", *axes, *blocks, "plek", "situatie", "menu", PART, "afronden")


def list_steps(
    content: Content, outcome: Outcome | None, route: Route, on: date, told: Outcome | None = None
) -> tuple[InterviewStep, ...]:
    """Every step of the conversation as things stand, answered or not, the end last.

    `told` is what may be told already; without it that is all there is.
    """
    steps: tuple[InterviewStep, ...] = (NameStep(outcome, on),)
    if outcome is None and route.part is None:
        steps = (WelcomePage(content, route), *steps)
    if outcome:
        steps = (*steps, *_after_the_name(outcome, route, told or outcome))
        steps = tuple(step for step in steps if route.part in (None, step.part))
    return (*steps, EndPage(outcome, route))


def _after_the_name(outcome: Outcome, route: Route, told: Outcome) -> Iterator[InterviewStep]:
    facts = InitiativeFacts(outcome.assessment, outcome.content, {})
    yield MunicipalitiesStep(outcome)
    yield from context_steps("start", outcome, told, facts, route.full)
    yield from order_steps(outcome, route)
    menu = [
        *(context_steps("later", outcome, told, facts, route.full) if route.full or route.part == "situatie" else ()),
        *(cards := tuple(card_steps(outcome, route, told, context_steps("menu", outcome, told, facts, route.full)))),
        *choices_steps(outcome, route, cards),
    ]
    placing = [
        *statement_steps(outcome, route, facts),
        *block_steps(outcome, route, facts),
        *remark_steps(outcome),
        PlaceLaterPage(outcome) if route.room == "looks-on" else PlacePage(outcome),
        *context_steps("place", outcome, told, facts, route.full),
        *(() if route.room == "looks-on" else key_question_steps(outcome)),
        *card_again_steps(outcome, route),
    ]
    # The order on the card follows from the own estimate as long as nothing was answered.
    yield PlacesPage(outcome)
    yield EstimateStep(outcome, route)
    yield from (*menu, *placing) if route.menu_first and not route.card_again else (*placing, *menu)
    # With more time who pays what is asked before what is agreed. Else it stands behind all, for who goes to it.
    costs, closing = costs_steps(outcome, route), closing_steps(outcome, route)
    yield from (*costs, *closing) if route.full else (*closing, *costs)
