"""Signals, cases, sources and terms: what stands beside the menu card."""

from typing import Annotated, Literal

from pydantic import Field

from poolwijzer.content.claims import Claim, Dated, Sourced
from poolwijzer.validation import Date, Model, Slug, Text, Whole


class SignalRule(Dated):
    """When a signal is raised: as a point of attention, or as a strong point."""

    effect: Literal["aandacht", "sterk"]


class Signal(Sourced):
    """A success factor, a pitfall or an advice to others, raised by its rules."""

    kind: Literal["succesfactor", "valkuil", "advies"]
    title: Text
    text: Text
    rules: Annotated[tuple[SignalRule, ...], Field(min_length=1)]


class Signals(Model):
    """All signals, by id."""

    signals: dict[Slug, Signal]


class CasePlacement(Model):
    """Where a case stands. An estimate is used for our own checks only and never printed."""

    status: Literal["geschat", "bevestigd"]
    place: dict[Slug, tuple[Literal["laag", "midden", "hoog"], ...]]


class Moment(Sourced):
    """A dated step in the life of a case."""

    date: Text
    text: Text


class Case(Sourced):
    """A real initiative: what it is, what it chose, and what came of it."""

    title: Text
    region: Text
    summary: Text
    municipalities: Whole | None = None
    start: Text
    context: dict[Slug, tuple[Slug, ...]]
    """What is known in the words of the context questions, for finding similar cases."""
    choices: dict[Slug, tuple[Slug, ...]]
    placement: CasePlacement | None = None
    participants: Text
    timeline: tuple[Moment, ...] = ()
    money: tuple[Claim, ...] = ()
    form: tuple[Claim, ...] = ()
    activities: tuple[Claim, ...] = ()
    results: tuple[Claim, ...] = ()
    lessons: tuple[Claim, ...] = ()
    uncertain: tuple[Claim, ...] = ()
    """What sources disagree on or do not say."""


class Source(Model):
    """Where a claim can be checked."""

    title: Text
    publisher: Text
    date: Text
    url: str = ""
    weak: str = ""
    """Why this source is weak, if it is."""
    checked_on: Date | None = None


class Sources(Model):
    """All sources, by id."""

    sources: dict[Slug, Source]


class Term(Model):
    """A word explained in a sentence."""

    term: Text
    meaning: Text
    also: tuple[Text, ...] = ()


class Terms(Model):
    """The glossary."""

    terms: dict[Slug, Term]
