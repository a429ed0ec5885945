"""What a session is going to be: its parts with their minutes, the initiatives in the room, and the groups."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator

from poolwijzer.assessment.model import FORMAT
from poolwijzer.assessment.write import MARKED_BESIDE
from poolwijzer.validation import Bool, Date, Fault, Model, Slug, Text, Whole

PLAN_NAME = MARKED_BESIDE
"""The file in the folder of a session that says what it is going to be."""
Part = Literal["introduction", "acquaintance", "analysis", "plenary"]
PARTS: tuple[Part, ...] = get_args(Part)
USUAL_SIZE = 12
"""People round a table."""
MOST_GROUPS = 16
"""As many as fit on the slides of a plenary: more is another session."""
Minutes = Annotated[Whole, Field(ge=0, le=240)]


class PartMinutes(Model, description="Hoe lang elk deel duurt, in minuten."):
    """How long each part lasts, in minutes; the five and the fifteen are those of the deck."""

    introduction: Minutes = Field(default=15, description="De inleiding, met de vraag welke initiatieven er zijn.")
    acquaintance: Minutes = Field(default=5, description="Het initiatief bespreken, in groepen.")
    analysis: Minutes = Field(default=15, description="Samen analyseren: de plek, de keuzes en de afwegingen.")
    plenary: Minutes = Field(default=20, description="De plenaire afsluiting.")


class RoomInitiative(Model, description="Een initiatief in de zaal."):
    """An initiative in the room, as far as it is known before."""

    name: Text = Field(description="De naam van het initiatief.")
    region: str = Field(default="", description="De regio.")
    phase: Slug | None = Field(default=None, description="Hoe ver het is: een antwoord op de vraag 'fase'.")
    votes: Annotated[Whole, Field(ge=0)] | None = Field(default=None, description="Hoeveel mensen hiervoor komen.")


class GroupPlan(Model, description="Een groep aan een tafel."):
    """A group round a table."""

    name: Text = Field(description="Hoe de groep heet.")
    initiative: Slug = Field(description="Het id van het initiatief dat de groep bespreekt.")
    people: Annotated[Whole, Field(ge=1)] | None = Field(
        default=None, description="Hoeveel mensen er aan tafel zitten."
    )
    on_paper: Bool = Field(default=False, description="true als de groep op papier werkt, zonder laptop.")


class WorkshopPlan(Model, description="Een werksessie met groepen."):
    """The file `workshop.yaml`. Each group has a file of its own beside it, named after its id: `groep-1.yaml`."""

    poolwijzer: Annotated[Whole, Field(ge=1, le=FORMAT)] = Field(description="Het formatnummer.")
    kind: Literal["workshop"] = Field(description="Altijd workshop.")
    title: Text = Field(description="De titel van de sessie.")
    date: Date = Field(description="De dag van de sessie, als 2026-01-31.")
    place: str = Field(default="", description="Waar de sessie is.")
    minutes: PartMinutes = Field(default_factory=PartMinutes)
    initiatives: dict[Slug, RoomInitiative] = Field(
        default={}, description="De initiatieven in de zaal, elk met een eigen id."
    )
    groups: dict[Slug, GroupPlan] = Field(
        default={}, description="De groepen, elk met een eigen id. Zo heet ook het bestand van de groep."
    )
    shared_texts: tuple[Text, ...] = Field(
        default=(), description="Eigen teksten die mee mogen naar het archief. Poolwijzer schrijft dit zelf."
    )

    @model_validator(mode="after")
    def _fits_on_slides(self) -> Self:
        if len(self.groups) > MOST_GROUPS:
            message = f"Dit zijn {len(self.groups)} groepen. Het kunnen er hooguit {MOST_GROUPS} zijn."
            raise Fault(message, "Maak er twee sessies van.")
        return self

    def numbers(self) -> dict[str, int]:
        """The number of each group, by its id: what stands for it in drawings."""
        return {name: number for number, name in enumerate(self.groups, 1)}

    def people(self) -> int | None:
        """How many people sit at all tables together, where that is known of each."""
        counted = [group.people for group in self.groups.values() if group.people is not None]
        return sum(counted) if counted and len(counted) == len(self.groups) else None
