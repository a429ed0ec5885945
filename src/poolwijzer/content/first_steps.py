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


class FirstSteps(Model, description="De eerste stappen per plek en groep fasen."):
    """All of them."""

    groups: dict[Slug, tuple[Slug, ...]] = Field(description="Per groep de antwoorden op de vraag naar de fase.")
    cells: dict[Slug, dict[Slug, Cell]] = Field(description="Per plek en groep wat er te doen is.")
