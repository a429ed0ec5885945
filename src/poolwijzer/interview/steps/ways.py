"""The steps at which the conversation takes another way: they choose what comes next, and answer nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from poolwijzer.content.questions import Stage
from poolwijzer.dutch import count_things
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.first_steps import card_part
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import InterviewStep, Refused
from poolwijzer.outcome import Outcome

MENU_FIRST = "menu"
YES, NO = "ja", "nee"
BY_ESTIMATE = "De volgorde op deze kaart is volgens uw eigen inschatting."
BY_SITUATION = "Er is nog geen plek. De volgorde op deze kaart volgt alleen uit uw situatie."


class WayStep(InterviewStep):
    """A choice of the way on."""

    shape = "one"
    counts = False
    words: ClassVar[dict[str, str]]
    """What can be chosen."""

    def ask(self) -> InterviewQuestion:
        items = enumerate(self.words.items(), 1)
        return replace(super().ask(), items=tuple(AnswerItem(str(at), way, words) for at, (way, words) in items))

    def take(self, value: object, state: State) -> State:
        if value not in self.words:
            raise Refused("Kies uit de lijst.")
        return replace(state, route=self.choose(str(value), state.route))

    def choose(self, way: str, route: Route) -> Route:
        """The route when this was chosen."""
        raise NotImplementedError


class OrderStep(WayStep):
    """Whether the menu card comes before the statements, where work has begun."""

    kind = "order"
    stage: Stage | None = "initiatief"
    title = "Het werk is al begonnen. Waarmee wilt u beginnen?"
    label = "Waarmee begint u?"
    words: ClassVar[dict[str, str]] = {"stellingen": "met de stellingen", MENU_FIRST: "met de menukaart"}

    def is_open(self, state: State) -> bool:
        return state.route.menu_first is None

    def choose(self, way: str, route: Route) -> Route:
        return replace(route, menu_first=way == MENU_FIRST)


class CardAgainStep(WayStep):
    """Whether the card is looked at again, where it came before the statements."""

    kind = "card-again"
    stage: Stage | None = "plek"
    title = "De menukaart kwam voor de stellingen. Wilt u haar nog eens bekijken?"
    lead = "De volgorde volgt nu uit uw antwoorden. Uw keuzes staan er nog."
    label = "De menukaart nog eens bekijken"
    words: ClassVar[dict[str, str]] = {NO: "nee, ga door naar de afspraken", YES: "ja, bekijk de menukaart nog eens"}

    def is_open(self, state: State) -> bool:
        return state.route.card_again is None

    def choose(self, way: str, route: Route) -> Route:
        return replace(route, card_again=way == YES)


class OtherChoicesStep(WayStep):
    """Whether to go past the components that do not come first in this group of phases."""

    kind = "other-choices"
    stage: Stage | None = "menu"
    title = label = "Andere keuzes"
    words: ClassVar[dict[str, str]] = {NO: "ga door naar de afspraken", YES: "bekijk ook de andere keuzes"}

    def __init__(self, outcome: Outcome, others: tuple[str, ...]) -> None:
        super().__init__(outcome)
        self.others = others
        self.part_title = card_title(outcome)
        self.lead = f"Op de menukaart {_stand(len(others))} nog {count_things(len(others), 'onderdeel', 'onderdelen')}."

    def is_open(self, state: State) -> bool:
        return state.route.others is None

    def choose(self, way: str, route: Route) -> Route:
        return replace(route, others=self.others if way == YES else ())


def _stand(number: int) -> str:
    return "staat" if number == 1 else "staan"


def may_begin_with_menu(outcome: Outcome) -> bool:
    """Whether the menus let the menu card come first here."""
    condition = outcome.content.questions.conversation.menu_may_come_first
    return condition is not None and condition.truth(InitiativeFacts(outcome.assessment, outcome.content, {})) is True


def order_steps(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    """The choice of an order, where the menus allow it and it was not made in the answers already."""
    begun = outcome.assessment.answers or outcome.assessment.choices
    if may_begin_with_menu(outcome) and (route.menu_first is not None or not begun):
        yield OrderStep(outcome)


def card_again_steps(outcome: Outcome, route: Route) -> Iterator[InterviewStep]:
    """A second look at the card, where it came first."""
    if route.menu_first:
        yield CardAgainStep(outcome)


def components_in_order(outcome: Outcome, route: Route) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The components that come first, and those behind *Andere keuzes*.

    These are the components of the workshop, or all. In some groups of phases few come first: those about which the
    group said something, and then those that the menus name. These keep their order, whatever is chosen on the way.
    """
    components, choices = outcome.content.components, outcome.assessment.choices
    of_the_deck = tuple(name for name, component in components.items() if component.deck)
    asked = tuple(components) if route.full or not of_the_deck else of_the_deck
    part = card_part(outcome.facts)
    if part is None:
        return asked, ()
    with_options = (outcome.content.component_of.get(option, "") for option in part.options)
    named = tuple(dict.fromkeys(name for name in (*part.components, *with_options) if name in components))
    said = (name for name in components if name in choices and name not in (*named, *(route.others or ())))
    first = (*said, *named)
    others = route.others or tuple(name for name in asked if name not in first)
    return first, others


def card_title(outcome: Outcome) -> str:
    """What going past the card is called in this group of phases; empty where that is the menu card."""
    part = card_part(outcome.facts)
    return part.title if part else ""


def head_of_card(told: Outcome, first: bool) -> str:
    """What stands above the options: what this part is for, and what their order follows from if not from answers."""
    placement, part = told.placement, card_part(told.facts)
    why = BY_ESTIMATE if placement.source == "eigen-inschatting" else "" if placement.in_play else BY_SITUATION
    return " ".join(filter(None, (part.introduction if part and first else "", why)))
