"""The menu card: components with their options, as `componenten/*.yaml` give them."""

from typing import Annotated, Literal

from pydantic import Field

from poolwijzer.content.claims import Claim, Rule, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Slug, Text, Whole

Relation = Literal["requires", "friction", "excludes", "combines"]


class Coherence(Sourced):
    """How an option goes with others. Of several options in `options`, `requires` needs only one."""

    kind: Relation
    options: Annotated[tuple[Slug, ...], Field(min_length=1)]
    because: Text
    when: When | None = None


class Example(Sourced):
    """Where an option was used, with its case if that is in the menus."""

    text: Text
    case: Slug | None = None


class Option(Sourced):
    """One way to fill in a component, with what speaks for and against it. Never prescribed."""

    title: Text
    summary: Text
    group: Slug | None = None
    fit: dict[Slug, Annotated[Whole, Field(ge=0, le=2)]]
    """Base fit per quadrant: 0 does not fit now, 1 possible, 2 fits well."""
    better_when: Text
    """Completes *Wordt passender als …* where the base fit is 0."""
    rules: tuple[Rule, ...]
    pros: Annotated[tuple[Claim, ...], Field(min_length=1)]
    cons: Annotated[tuple[Claim, ...], Field(min_length=1)]
    preconditions: Annotated[tuple[Claim, ...], Field(min_length=1)]
    legal: tuple[Claim, ...] = ()
    coherence: tuple[Coherence, ...] = ()
    examples: tuple[Example, ...] = ()


class Component(Sourced):
    """A part of the initiative that has to be filled in."""

    title: Text
    question: Text
    order: Whole
    deck: Bool = False
    """Whether this is one of the four components of the deck."""
    board: Bool = False
    """Whether a note for the board names it under money and people."""
    groups: dict[Slug, Text] = {}
    options: Annotated[dict[Slug, Option], Field(min_length=1)]
