"""Signals, cases, sources and terms: what stands beside the menu card."""

from typing import Literal

from pydantic import Field

from poolwijzer.content.claims import Beginning, Claim, Dated, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Date, Model, Slug, Text, Whole


class SignalRule(Dated, description="Wanneer een aandachtspunt verschijnt."):
    """When a signal is raised: as a point of attention, or as a strong point."""

    effect: Literal["aandacht", "sterk"] = Field(description="aandacht (hier mist iets) of sterk (dit is al geregeld).")
    silent_when: When | None = Field(default=None, description="Wanneer deze regel zwijgt. Onbekend zwijgt niet.")


class Signal(Beginning, description="Een aandachtspunt."):
    """A success factor, a pitfall or an advice to others, raised by its rules."""

    kind: Literal["succesfactor", "valkuil", "advies"] = Field(description="succesfactor, valkuil of advies.")
    title: Text = Field(description="De titel.")
    text: Text = Field(description="De tekst.")
    facts: tuple[Slug, ...] = Field(default=(), description="De ids van feiten die erbij horen.")
    silent_when: When | None = Field(default=None, description="Wanneer het punt zwijgt. Onbekend zwijgt niet.")
    rules: tuple[SignalRule, ...] = Field(min_length=1, description="Wanneer het punt verschijnt.")


class Signals(Model, description="De aandachtspunten."):
    """All signals, by id."""

    signals: dict[Slug, Signal] = Field(description="De aandachtspunten, elk met een eigen id.")


class CasePlacement(Model, description="Waar een case op de assen staat."):
    """Where a case stands. An estimate is used for our own checks only and never printed."""

    status: Literal["geschat", "bevestigd"] = Field(description="geschat of bevestigd.")
    place: dict[Slug, tuple[Literal["laag", "midden", "hoog"], ...]] = Field(description="De plek per as.")


class CaseEvent(Sourced, description="Een stap in de geschiedenis van een case."):
    """A dated step in the life of a case."""

    date: Text = Field(description="Wanneer het was, in woorden.")
    text: Text = Field(description="De tekst.")


class Case(Sourced, description="Een praktijkcase: een echt initiatief."):
    """A real initiative: what it is, what it chose, and what came of it."""

    title: Text = Field(description="De titel.")
    region: Text = Field(description="De regio.")
    summary: Text = Field(description="Een korte uitleg in een of twee zinnen.")
    municipalities: Whole | None = Field(default=None, description="Het aantal gemeenten.")
    start: Text = Field(description="Wanneer het begon.")
    coded_on: Date | None = Field(default=None, description="De dag waarop deze case is ingevuld, als 2026-07-01.")
    """Options that came later could not be recorded in it."""
    context: dict[Slug, tuple[Slug, ...]] = Field(description="De antwoorden op de vragen over de situatie.")
    """What is known in the words of the context questions, for finding similar cases."""
    choices: dict[Slug, tuple[Slug, ...]] = Field(description="De gekozen opties per component.")
    placement: CasePlacement | None = Field(
        default=None, description="Waar de case staat. Een schatting wordt nooit getoond."
    )
    participants: Text = Field(description="Wie meedoet.")
    needs: tuple[Claim, ...] = Field(default=(), description="Waar de gemeenten behoefte aan hadden.")
    timeline: tuple[CaseEvent, ...] = Field(default=(), description="De stappen in de tijd.")
    money: tuple[Claim, ...] = Field(default=(), description="Wat bekend is over geld.")
    form: tuple[Claim, ...] = Field(default=(), description="Hoe het is georganiseerd.")
    activities: tuple[Claim, ...] = Field(default=(), description="Wat het initiatief doet.")
    results: tuple[Claim, ...] = Field(default=(), description="Wat het opleverde.")
    lessons: tuple[Claim, ...] = Field(default=(), description="Wat ervan te leren is.")
    uncertain: tuple[Claim, ...] = Field(
        default=(), description="Wat bronnen niet zeggen, of waarover zij verschillen."
    )


class Source(Model, description="Een bron waarin een uitspraak is na te lezen."):
    """Where a claim can be checked."""

    title: Text = Field(description="De titel.")
    publisher: Text = Field(description="Wie de bron uitgaf.")
    date: Text = Field(description="De datum van de bron, in woorden.")
    url: str = Field(default="", description="Waar de bron te lezen is.")
    weak: str = Field(default="", description="Waarom de bron zwak is, als dat zo is.")
    checked_on: Date | None = Field(default=None, description="De dag waarop dit is nagekeken, als 2026-01-31.")


class Sources(Model, description="De bronnen."):
    """All sources, by id."""

    sources: dict[Slug, Source] = Field(description="De bronnen, elk met een eigen id.")


class Term(Model, description="Een begrip met uitleg."):
    """A word explained in a sentence."""

    term: Text = Field(description="Het begrip.")
    meaning: Text = Field(description="De uitleg in een of twee zinnen.")
    also: tuple[Text, ...] = Field(default=(), description="Andere schrijfwijzen, en woorden voor hetzelfde.")


class Terms(Model, description="De begrippen."):
    """The glossary."""

    terms: dict[Slug, Term] = Field(description="De begrippen, elk met een eigen id.")
