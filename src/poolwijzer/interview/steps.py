"""What a conversation asks, in which order. Depends on what is known so far: what is pointless is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from poolwijzer.assessment.model import Assessment, DatedChoice, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.content.questions import ContextQuestion, Moment, Stage
from poolwijzer.engine.advice import in_the_middle
from poolwijzer.engine.facts import InitiativeFacts
from poolwijzer.engine.placement import place
from poolwijzer.rules.facts import HIDDEN

Kind = Literal[
    "name",
    "municipalities",
    "context",
    "context-name",
    "until",
    "order",
    "estimate",
    "statement",
    "place",
    "key-question",
    "component",
    "consideration",
    "agreement",
    "highlight",
    "need",
    "end",
]
FORM: frozenset[Kind] = frozenset({"name", "municipalities", "context", "context-name", "agreement"})
"""What is filled in on one screen with its neighbours."""

AGREEMENT = ("what", "who", "when")
HIGHLIGHTS = ("striking", "course", "eye_opener", "worthwhile")
"""The first is asked of everybody, the others when there is time."""
MOST_IN_A_ROW = 20
"""How many agreements or needs are asked for at most; who has more writes them in the file."""


class Step(NamedTuple):
    """One thing to ask or show."""

    kind: Kind
    stage: Stage | None
    part: str
    """What a person calls this part of the conversation: *motivatie*, *menu*."""
    ref: str = ""
    """The id of the statement, question or component it is about."""
    field: str = ""

    @property
    def key(self) -> str:
        """What tells this step from every other."""
        return f"{self.kind}:{self.ref}:{self.field}"


@dataclass(frozen=True)
class Route:
    """Which way the conversation goes."""

    full: bool = False
    """Also the *verdieping*: everything that twenty minutes have no room for."""
    everything: bool = False
    """Also what was answered before."""
    part: str | None = None
    """Only this part."""
    menu_first: bool | None = None
    """Whether the menu card comes before the statements; None while that was not asked."""


def parts(content: Content) -> tuple[str, ...]:
    """Every part that can be done on its own."""
    return ("initiatief", "inschatting", *content.typology.axes, "plek", "situatie", "menu", "afronden")


def steps_of(assessment: Assessment | None, content: Content, route: Route) -> tuple[Step, ...]:
    """Every step of the conversation as things stand, answered or not, the end last."""
    name = Step("name", "initiatief", "initiatief")
    end = Step("end", None, "einde")
    if assessment is None:
        return (name, end)
    facts = InitiativeFacts(assessment, content, {})
    asked = list(_in_order(name, assessment, content, route, facts))
    if route.part:
        asked = [step for step in asked if step.part == route.part]
    return (*asked, end)


def _in_order(
    name: Step, assessment: Assessment, content: Content, route: Route, facts: InitiativeFacts
) -> Iterator[Step]:
    yield name
    yield Step("municipalities", "initiatief", "initiatief")
    yield from _context("start", "initiatief", "initiatief", assessment, content, facts)
    if _may_choose_order(assessment, content, route, facts):
        yield Step("order", "initiatief", "initiatief")
    menu = [*_situation(assessment, content, route, facts), *_menu(assessment, content, route)]
    placing = [
        Step("estimate", "inschatting", "inschatting"),
        *_statements(content, route, facts),
        *_place(assessment, content),
    ]
    yield from (*menu, *placing) if route.menu_first else (*placing, *menu)
    yield from _closing(assessment, route)


def _may_choose_order(assessment: Assessment, content: Content, route: Route, facts: InitiativeFacts) -> bool:
    condition = content.questions.conversation.menu_may_come_first
    if condition is None or condition.truth(facts) is not True:
        return False
    begun = bool(assessment.answers or assessment.choices)
    return route.menu_first is not None or not begun


def _context(
    moment: Moment, stage: Stage, part: str, assessment: Assessment, content: Content, facts: InitiativeFacts
) -> Iterator[Step]:
    for name, question in content.context.items():
        if question.moment != moment or not _to_ask(question, facts):
            continue
        yield Step("context", stage, part, name)
        for field in _follow_ups(question, assessment.context.get(name)):
            yield Step("context-name" if question.kind == "named-choice" else "until", stage, part, name, field)


def _to_ask(question: ContextQuestion, facts: InitiativeFacts) -> bool:
    """Whether a question has a point; where that is not known, there is none yet."""
    return question.ask_when is None or question.ask_when.truth(facts) is True


def _follow_ups(question: ContextQuestion, answer: object) -> Iterator[str]:
    """What to ask about an answer: the name of what was chosen, the last year of each source of money."""
    chosen = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
    for item in chosen:
        name = item.kind if isinstance(item, NamedChoice) else item.source if isinstance(item, DatedChoice) else item
        if name in question.answers and not question.answers[name].alone:
            if question.kind == "named-choice":
                yield ""
            elif question.kind == "dated-choices":
                yield name


def _situation(assessment: Assessment, content: Content, route: Route, facts: InitiativeFacts) -> Iterator[Step]:
    if route.full:
        yield from _context("later", "menu", "situatie", assessment, content, facts)
    yield from _context("menu", "menu", "menu", assessment, content, facts)


def _statements(content: Content, route: Route, facts: InitiativeFacts) -> Iterator[Step]:
    for axis, names in content.statements_on.items():
        for name in names:
            asked = route.full or content.statements[name].short
            if asked and facts.statement(name) is not HIDDEN:
                yield Step("statement", "stellingen", axis, name)


def _place(assessment: Assessment, content: Content) -> Iterator[Step]:
    yield Step("place", "plek", "plek")
    placement = place(assessment, content)
    if assessment.key_question.answer or (placement.in_play and not in_the_middle(placement)):
        yield Step("key-question", "plek", "plek")


def _menu(assessment: Assessment, content: Content, route: Route) -> Iterator[Step]:
    of_the_deck = [name for name, component in content.components.items() if component.deck]
    for name in content.components:
        if route.full or name in of_the_deck or not of_the_deck:
            yield Step("component", "menu", "menu", name)
            if name in assessment.choices:
                yield Step("consideration", "menu", "menu", name)


def _closing(assessment: Assessment, route: Route) -> Iterator[Step]:
    agreements, needs = assessment.agreements, assessment.needs
    more = min(len(agreements) + 1, MOST_IN_A_ROW) if route.full else 1
    for index in range(more):
        for field in AGREEMENT if index < len(agreements) else AGREEMENT[:1]:
            yield Step("agreement", "afronden", "afronden", str(index), field)
    for field in HIGHLIGHTS if route.full else HIGHLIGHTS[:1]:
        yield Step("highlight", "afronden", "afronden", field)
    for index in range(min(len(needs) + 1, MOST_IN_A_ROW)) if route.full else ():
        yield Step("need", "afronden", "afronden", str(index))
