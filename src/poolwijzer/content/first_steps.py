"""First steps, decisions of a board and pitfalls, per place and group of phases, as `eerste-stappen.yaml` has them."""

from pydantic import Field

from poolwijzer.content.claims import Claim
from poolwijzer.content.typology import Action
from poolwijzer.validation import Model, Slug, Text


class Cell(Model, description="Wat er op een plek in een groep fasen te doen is."):
    """What to do in one place and group of phases."""

    actions: tuple[Action, ...] = Field(min_length=1, description="De eerste stappen.")
    decisions: tuple[Text, ...] = Field(
        alias="beslispunten", description="Wat een college besluit; maakt de zin af: Het college besluit: …"
    )
    pitfalls: tuple[Claim, ...] = Field(description="De valkuilen.")


class UnknownPhase(Model, description="Wat geldt zolang niet bekend is hoe ver het initiatief is."):
    """What counts as long as it is not known how far an initiative is."""

    group: Slug = Field(description="De groep die dan telt.")
    sentence: Text = Field(description="De zin die er dan bij staat.")


class CardPart(Model, description="Het deel van de menukaart dat in een groep vooropstaat, naast wat gekozen is."):
    """The part of the menu card that comes first in a group of phases, beside what was chosen."""

    components: tuple[Slug, ...] = Field(default=(), description="De ids van de onderdelen die er heel in staan.")
    options: tuple[Slug, ...] = Field(default=(), description="De ids van de opties die er los in staan.")
    title: str = Field(default="", description="Hoe dit deel van het gesprek heet. Zonder: de menukaart.")
    introduction: str = Field(default="", description="De zin waarmee dit deel van het gesprek begint.")


class FirstSteps(Model, description="De eerste stappen per plek en groep fasen."):
    """All of them."""

    source: Slug = Field(alias="from", description="Het id van de vraag waaruit de groep volgt.")
    groups: dict[Slug, tuple[Slug, ...]] = Field(
        min_length=1, description="Per groep de antwoorden op de vraag naar de fase."
    )
    unknown: UnknownPhase
    opening: dict[Slug, Text] = Field(default={}, description="Per groep de zin waarmee het verslag begint.")
    card: dict[Slug, CardPart] = Field(
        default={}, description="Per groep wat er op de menukaart vooropstaat. Zonder: de hele kaart."
    )
    agree_on: dict[Slug, Text] = Field(
        default={}, description="Per groep waarover het gesprek eerst een afspraak vraagt."
    )
    deciders_in: tuple[Slug, ...] = Field(default=(), description="De groepen waarin staat wie besluit.")
    without_body: Action | None = Field(
        default=None, description="De stap die eenmaal komt in plaats van stappen die zonder verband wegvallen."
    )
    cells: dict[Slug, dict[Slug, Cell]] = Field(description="Per plek en groep wat er te doen is.")

    def group_of(self, answer: object) -> str | None:
        """The group of an answer to the question about the phase; none where it is in no group."""
        return next((group for group, answers in self.groups.items() if answer in answers), None)
