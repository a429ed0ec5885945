"""The menu card: components with their options, as `componenten/*.yaml` give them."""

from typing import Annotated, Literal

from pydantic import Field

from poolwijzer.content.claims import Beginning, Claim, Rule, Sourced
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Date, Slug, Text, Whole

Relation = Literal["requires", "friction", "excludes", "combines"]
Calculation = Literal[
    "gemeenten-naar-inwoners",
    "vaste-basis-plus-opslag",
    "gelijke-delen",
    "cofinanciering-per-opdracht",
    "vast-aantal-dagen",
    "betalen-naar-gebruik",
    "inbreng-in-natura",
    "strippenkaart",
]
"""How an option is calculated: by the key that `costs.key` of a file calls so, or as a card of strips."""


class Coherence(Beginning, description="Hoe deze optie met andere opties samengaat."):
    """How an option goes with others. Of several options in `options`, `requires` needs only one."""

    kind: Relation = Field(
        description="requires (heeft nodig), friction (wringt), excludes (gaat niet samen) of combines (versterkt)."
    )
    options: tuple[Slug, ...] = Field(min_length=1, description="De andere opties. Bij requires is één ervan genoeg.")
    because: Text = Field(description="De reden, als zin voor de lezer.")
    note: str = Field(default="", description="De reden zonder u of wij, voor een stuk aan een bestuur.")
    when: When | None = Field(default=None, description="Wanneer dit geldt. Zonder voorwaarde altijd.")


class Example(Sourced, description="Een voorbeeld uit de praktijk."):
    """Where an option was used, with its case if that is in the menus."""

    text: Text = Field(description="De tekst.")
    case: Slug | None = Field(default=None, description="Het id van de praktijkcase.")


class Option(Sourced, description="Een optie van de menukaart."):
    """One way to fill in a component, with what speaks for and against it. Never prescribed."""

    title: Text = Field(description="De titel.")
    summary: Text = Field(description="Een korte uitleg in een of twee zinnen.")
    group: Slug | None = Field(default=None, description="Het id van de groep binnen de component.")
    fit: dict[Slug, Annotated[Whole, Field(ge=0, le=2)]] = Field(
        description="Wat elke plek zegt, naast de andere opties: 2 spreekt ervoor, 1 zegt niets, 0 spreekt ertegen."
    )
    calculation: Calculation | None = Field(
        default=None, description="Hoe het programma uitrekent wat deze optie kost: een sleutel, of de strippenkaart."
    )
    better_when: Text = Field(description="Maakt de zin af: Wordt passender als …")
    """Completes *Wordt passender als …* where the place speaks against it."""
    rules: tuple[Rule, ...] = Field(description="De regels die het oordeel verschuiven.")
    pros: tuple[Claim, ...] = Field(min_length=1, description="Wat ervoor pleit.")
    cons: tuple[Claim, ...] = Field(min_length=1, description="Wat ertegen pleit.")
    preconditions: tuple[Claim, ...] = Field(min_length=1, description="Wat er nodig is.")
    legal: tuple[Claim, ...] = Field(default=(), description="Punten van recht en belasting, elk met checked_on.")
    coherence: tuple[Coherence, ...] = Field(default=(), description="Hoe deze optie met andere samengaat.")
    examples: tuple[Example, ...] = Field(default=(), description="Voorbeelden uit de praktijk.")
    added: Date | None = Field(default=None, description="De dag waarop deze optie erbij kwam, als 2026-11-28.")
    """Initiatives that were recorded before could not have chosen it."""


class Component(Sourced, description="Een component van de menukaart, met de opties."):
    """A part of the initiative that has to be filled in."""

    title: Text = Field(description="De titel.")
    question: Text = Field(description="De vraag aan de groep.")
    order: Whole = Field(description="De plaats op de menukaart. Een laag getal komt eerst.")
    deck: Bool = Field(default=False, description="true voor een component uit de workshop.")
    board: Bool = Field(default=False, description="Vroeger: of deze component in de bestuursnotitie komt.")
    groups: dict[Slug, Text] = Field(default={}, description="Groepen waarin de opties uiteenvallen, elk met een naam.")
    options: dict[Slug, Option] = Field(min_length=1, description="De opties, elk met een eigen id.")
