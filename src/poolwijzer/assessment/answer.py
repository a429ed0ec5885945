"""An answer to a statement as a file holds it."""

from typing import Annotated, Any, Final, Literal, NamedTuple, Self, cast

from pydantic import Field, GetJsonSchemaHandler, ModelWrapValidatorHandler, model_serializer, model_validator
from pydantic_core import CoreSchema

from poolwijzer.validation import Bool, Fault, Model, Slug, Whole

UNKNOWN: Final = "weet-niet"
MOST_HANDS = 999_999
"""For an answer: more than there are in any room."""
USUAL_POINTS = 5
"""Of the scale that everybody uses. More hands than these tell that those for *weet niet* stand behind them; of longer
scales that cannot be told without their menus."""


class Hands(NamedTuple):
    """Hands that went up in a group, at one statement."""

    counts: tuple[int, ...]
    """For each point of the scale, lowest first."""
    unknown: int
    """For *weet niet*."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts) + self.unknown


class Answer(Model, description="Een antwoord op een stelling."):
    """An answer to a statement: a point on the scale, or `weet-niet`.

    Instead of a point a count may stand there: of so many municipalities it holds for so many. Reading a file puts the
    point beside it (see `poolwijzer.assessment.counts`). A note or hands may stand there alone. These are no answer:
    the statement is still open.
    """

    value: Whole | Literal["weet-niet"] | None = Field(
        default=None, description="Een punt op de schaal, of weet-niet. Zonder is er nog geen antwoord."
    )
    of: Annotated[Whole, Field(ge=1)] | None = Field(default=None, description="Van hoeveel gemeenten is geteld.")
    yes: Annotated[Whole, Field(ge=0)] | None = Field(default=None, description="Voor hoeveel daarvan dit geldt.")
    note: str = Field(default="", description="Een toelichting.")
    votes: tuple[Annotated[Whole, Field(ge=0, le=MOST_HANDS)], ...] | None = Field(
        default=None,
        description="Het aantal handen per punt van de schaal, van laag naar hoog. Daarachter mag dat voor weet-niet.",
    )
    agreed: Bool = Field(
        default=True, description="false als niemand dit antwoord afsprak: het komt dan van de meeste handen."
    )
    """Whether the group settled on it. A count of hands is no answer; where it was taken for one, reports say so."""

    @model_validator(mode="wrap")
    @classmethod
    def _plain(cls, value: Any, read: ModelWrapValidatorHandler[Self]) -> Self:
        # A bare answer is nearly always one of six words, and nothing in it can change: it is made once.
        if value.__class__ is str and value in _BARE:
            return cast(Self, _BARE[value])
        answer = read({"value": value} if isinstance(value, _BARE_KINDS) else value)
        if answer.of is not None or answer.yes is not None:
            answer._refuse_half_counts()
        if answer.value is None and answer.yes is None and not answer.note and answer.votes is None:
            raise Fault("Hier staat geen antwoord.", "Schrijf {value: 4}, of haal de regel weg.")
        if value.__class__ is str and len(_BARE) < _MOST_BARE:
            _BARE[value] = answer
        return answer

    def _refuse_half_counts(self) -> None:
        if (self.of is None) != (self.yes is None):
            raise Fault("'of' en 'yes' horen bij elkaar.", "Schrijf {of: 3, yes: 2}: het geldt voor 2 van de 3.")
        if self.count and self.count[0] > self.count[1]:
            yes, of = self.count
            raise Fault(
                f"Van {of} gemeenten kan het niet voor {yes} gelden.",
                f"Schrijf bij yes een getal van 0 tot en met {of}.",
            )
        if self.count and self.value == UNKNOWN:
            raise Fault("Hier staat weet-niet naast een aantal.", "Haal value weg, of haal of en yes weg.")

    @model_serializer(mode="plain")
    def _as_written(self) -> Any:
        if not self.note and self.votes is None and self.count is None and self.agreed:
            return self.value
        value = {} if self.value is None else {"value": self.value}
        count = {} if self.count is None else {"of": self.of, "yes": self.yes}
        votes = {} if self.votes is None else {"votes": list(self.votes)}
        agreed = {} if self.agreed else {"agreed": False}
        return {**value, **count, **agreed, **({"note": self.note} if self.note else {}), **votes}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = super().__get_pydantic_json_schema__(schema, handler)
        something: dict[str, dict[str, Any]] = {
            "value": {"not": {"type": "null"}},
            "yes": {"not": {"type": "null"}},
            "votes": {"not": {"type": "null"}},
            "note": {"minLength": 1},
        }
        says = [
            {"required": [name], "properties": {name: {**part, "description": cls.model_fields[name].description}}}
            for name, part in something.items()
        ]
        both = [_with_number(one, other, cls) for one, other in (("of", "yes"), ("yes", "of"))]
        return {"anyOf": [{"type": "integer"}, {"const": UNKNOWN}, {**whole, "anyOf": says, "allOf": both}]}

    @property
    def count(self) -> tuple[int, int] | None:
        """For how many it holds, and of how many; None where that was not counted."""
        return None if self.yes is None or self.of is None else (self.yes, self.of)

    @property
    def known(self) -> int | None:
        """The point on the scale; None for *weet niet*, and where there is no answer yet."""
        return self.value if isinstance(self.value, int) else None

    def hands(self, points: int) -> Hands | None:
        """The hands that went up, on a scale of so many points; None where none did, or on another scale."""
        votes = self.votes or ()
        fits = len(votes) in (points, points + 1) and any(votes)
        return Hands(votes[:points], sum(votes[points:])) if fits else None

    @property
    def given(self) -> bool:
        """Whether somebody answered, be it *weet niet*; hands and notes are no answer."""
        return self.value is not None


def _with_number(one: str, other: str, kind: type[Answer]) -> dict[str, Any]:
    """That a number at one key asks for one at the other, for a schema."""
    there = {
        name: {
            "required": [name],
            "properties": {name: {"not": {"type": "null"}, "description": kind.model_fields[name].description}},
        }
        for name in (one, other)
    }
    return {"if": there[one], "then": there[other]}


_BARE_KINDS = (str, int)
_BARE: dict[str, Answer] = {}
_MOST_BARE = 64
Answers = dict[Slug, Answer]
