"""The statements and context questions, as `vragen.yaml` gives them."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Exact, Fault, Model, Slug, Text, Whole

AskedOf = Literal["gemeente", "verband"]
Form = Literal["joint", "own", "body"]
Moment = Literal["start", "menu", "later"]
Stage = Literal["initiatief", "inschatting", "stellingen", "plek", "menu", "afronden"]
"""A part of the conversation that has its own planned time."""


class Wording(Model):
    """A statement in one form, and the scale labels that go with it."""

    text: Text
    scale: Slug


class Statement(Model):
    """A diagnostic statement on one axis, answered on the scale of the typology."""

    axis: Slug
    facet: Slug
    short: Bool = False
    reversed: Bool = False
    weight: Annotated[Exact, Field(gt=0)] = Fraction(1)
    asked_of: Annotated[tuple[AskedOf, ...], Field(min_length=1)]
    joint: Wording
    own: Wording | None = None
    body: Wording | None = None
    evidence: Text
    if_higher: str = ""
    """What would raise the answer as given, as a fact or step; completes *als …*."""
    if_lower: str = ""

    @model_validator(mode="after")
    def _worded_for_all(self) -> Self:
        if ("gemeente" in self.asked_of) != (self.own is not None):
            raise Fault("De vorm 'own' hoort bij een stelling voor gemeenten.", "Zet beide, of geen van beide.")
        if ("verband" in self.asked_of) != (self.body is not None):
            raise Fault("De vorm 'body' hoort bij een stelling voor het verband.", "Zet beide, of geen van beide.")
        return self


class ContextAnswer(Model):
    """An answer that can be chosen. `unknown: true` means it tells nothing (*weet niet*)."""

    label: Text
    unknown: Bool = False
    alone: Bool = False
    """Says that there is none, such as *geen* or *niets*: it goes with no other answer, name or year."""


class ContextQuestion(Model):
    """A question about the situation of the initiative."""

    question: Text
    kind: Literal["choice", "choices", "named-choice", "dated-choices", "date"]
    answers: dict[Slug, ContextAnswer] = {}
    most: Whole | None = None
    fallback: str = ""
    """For a named choice: what fills its place in a text while no name is known."""
    explanation: str = ""
    ask_when: When | None = None
    board: Bool = False
    """Whether a note for the board names its answer under money and people."""
    moment: Moment = "later"
    """When a conversation asks this: with the initiative, before the menu card, or when there is time for more."""

    @model_validator(mode="after")
    def _has_answers(self) -> Self:
        if (self.kind == "date") == bool(self.answers):
            raise Fault("Een vraag naar een datum heeft geen antwoorden; elke andere vraag wel.")
        if (self.kind == "named-choice") != bool(self.fallback):
            raise Fault("'fallback' hoort bij kind: named-choice, en alleen daar.")
        return self


class Map(Model):
    """A number read from the answer to a context question, such as the maturity from the phase."""

    title: Text
    source: Slug = Field(alias="from")
    values: dict[Slug, Exact]
    words: dict[Whole, Text]


class Conversation(Model):
    """How a conversation goes: the planned minutes of each stage, in their usual order, and when that may differ."""

    minutes: dict[Stage, Annotated[Whole, Field(ge=0)]] = {
        "initiatief": 5,
        "inschatting": 1,
        "stellingen": 5,
        "plek": 2,
        "menu": 5,
        "afronden": 2,
    }
    menu_may_come_first: When | None = None
    """Where the menu card is what people came for, such as an initiative that already runs."""


class Questions(Model):
    """Everything that is asked."""

    statements: dict[Slug, Statement]
    note: Text
    """Said wherever a note can be written."""
    context: dict[Slug, ContextQuestion]
    maps: dict[Slug, Map] = {}
    conversation: Conversation = Field(default_factory=Conversation)
