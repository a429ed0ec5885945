"""Ids that changed: what the menus called something before, so that files of users never break."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from poolwijzer.problems import quote
from poolwijzer.validation import Fault, Model, Slug

Names = Annotated[dict[Slug, Slug], Field(max_length=500)]
"""Old id to new id."""


class Renamed(Model, description="Oude ids met de nieuwe ids, zodat oude bestanden blijven werken."):
    """Per kind of thing its old ids, each with the new one. Chains are followed to their end."""

    axes: Names = Field(default={}, description="Oude ids van assen, met de nieuwe.")
    statements: Names = Field(default={}, description="Oude ids van stellingen, met de nieuwe.")
    context: Names = Field(default={}, description="Oude ids van vragen over de situatie, met de nieuwe.")
    answers: dict[Slug, Names] = Field(default={}, description="Per vraag de oude ids van antwoorden, met de nieuwe.")
    """Per context question, by its present id."""
    facets: dict[Slug, Names] = Field(default={}, description="Per as de oude ids van onderwerpen, met de nieuwe.")
    """Per axis, by its present id; only menus of one's own mention them."""
    components: Names = Field(default={}, description="Oude ids van componenten, met de nieuwe.")
    options: Names = Field(default={}, description="Oude ids van opties, met de nieuwe.")
    cases: Names = Field(default={}, description="Oude ids van praktijkcases, met de nieuwe.")

    @model_validator(mode="after")
    def _without_circles(self) -> Self:
        for names in self.every().values():
            for name in names:
                if name == _end(name, names):
                    raise Fault(
                        f"Het hernoemen van {quote(name)} gaat in een kring rond.",
                        "Laat de laatste naam bestaan.",
                    )
        return self

    def every(self) -> dict[tuple[str, ...], Names]:
        """Every map from old to new ids, by the steps to it."""
        kinds = ("axes", "statements", "context", "components", "options", "cases")
        found: dict[tuple[str, ...], Names] = {(kind,): getattr(self, kind) for kind in kinds}
        found |= {("answers", question): names for question, names in self.answers.items()}
        return found | {("facets", axis): names for axis, names in self.facets.items()}


def find_current_id(name: str, renamed: Mapping[str, str], known: Mapping[str, object]) -> str:
    """What an id is called now; an id that exists keeps its name."""
    return name if name in known else _end(name, renamed)


def _end(name: str, renamed: Mapping[str, str]) -> str:
    """The end of a chain of names; of a circle the name it began with."""
    begin, left = name, len(renamed)
    while name in renamed and left:
        name, left = renamed[name], left - 1
    return begin if name in renamed else name
