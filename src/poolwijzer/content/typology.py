"""The typology: scale, axes, bands and quadrants, as `typologie.yaml` gives them."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from poolwijzer.content.claims import Claim, Sourced
from poolwijzer.content.renamed import Renamed
from poolwijzer.rules.conditions import When
from poolwijzer.validation import Bool, Exact, Fault, Model, Slug, Text, Whole

Side = Literal["laag", "hoog"]
Level = Literal["laag", "midden", "hoog"]
Clarity = Literal["duidelijk", "waarschijnlijk", "op-de-grens"]
Share = Annotated[Exact, Field(ge=0, le=1)]
"""A part of a whole, from 0 to 1."""


class Scale(Model):
    """The answer scale: lowest to highest, and the words on it, per set of labels."""

    lowest: Whole
    highest: Whole
    unknown: Text
    labels: "dict[Slug, ScaleLabels]"

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.lowest >= self.highest:
            raise Fault("'lowest' moet lager zijn dan 'highest'.")
        return self

    def points(self) -> range:
        """Every answer that can be given."""
        return range(self.lowest, self.highest + 1)

    @property
    def middle(self) -> Fraction:
        """Halfway between the ends; not always a point."""
        return Fraction(self.lowest + self.highest, 2)


class ScaleLabels(Model):
    """One way to put the scale into words, with the question above it."""

    question: str = ""
    words: dict[Whole, Text]


class Bands(Model):
    """Below `low_below` a score is low, above `high_above` high; between them it is in the middle."""

    low_below: Exact
    high_above: Exact

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.low_below > self.high_above:
            raise Fault("'low_below' mag niet hoger zijn dan 'high_above'.")
        return self


class Coverage(Model):
    """The share of the asked statements that must be answered, from 0 to 1."""

    definitive: Exact
    provisional: Exact


class DividedBounds(Model):
    """When municipalities are called divided: enough of them, with enough on both sides."""

    municipalities: Whole
    high_share: Exact
    low_share: Exact
    first_action: "Action"
    sentence: str = ""
    """Says how many are where; `{hoog}`, `{midden}` and `{laag}` are the numbers of municipalities."""


class Privacy(Model):
    """From how many on something may be shown."""

    spread_from: Whole
    """Municipalities, for counts, the lowest and the highest."""
    role_from: Whole
    """Persons; also the smallest group that may be left over beside what is shown."""
    anonymous_from: Whole
    """Respondents, for a report without roles and notes."""
    own_mark_coverage: Exact
    """The share of what a municipality was asked, for a place of its own."""
    agreement_from: Whole = 8
    """Respondents, for Van der Eijk's measure of agreement."""


class RespondentBounds(Model):
    """What stands out where many answered, and the words for it."""

    gap_above: Exact = Fraction(1)
    """On the answer scale, between the body and the municipalities."""
    gap: str = ""
    talking_point: str = ""
    """Goes before the statement."""


class StressBounds(Model):
    """How much the stress test disturbs in a run, and from which share of the runs on a place is clear."""

    runs: Annotated[Whole, Field(ge=1)] = 1000
    weight_change: Annotated[Exact, Field(ge=0, lt=1)] = Fraction(1, 4)
    """The largest part by which a weight is lowered or raised."""
    step_share: Share = Fraction(1, 5)
    """The share of the answers that move by one point, half of them up and half down."""
    shift: Annotated[Exact, Field(ge=0)] = Fraction(1, 2)
    """Standard deviation of the shift that all answers on an axis share, on the answer scale."""
    range_share: Share = Fraction(9, 10)
    """The share of the runs that the shown range holds, as many left out below as above."""
    clear_from: Share = Fraction(9, 10)
    likely_from: Share = Fraction(2, 3)
    words: dict[Clarity, Text] = {
        "duidelijk": "duidelijk",
        "waarschijnlijk": "waarschijnlijk",
        "op-de-grens": "op de grens",
    }
    sentence: str = ""
    """Says in how many runs (`{aantal}`) of all (`{totaal}`) the place changes."""

    @model_validator(mode="after")
    def _right_order(self) -> Self:
        if self.likely_from > self.clear_from:
            raise Fault("'likely_from' mag niet hoger zijn dan 'clear_from'.")
        return self


class Absent(Model):
    """When an axis has nothing to ask about: its statements are skipped and it gets this score."""

    when: When
    score: Exact
    because: Text


class Axis(Model):
    """One axis of the typology."""

    title: Text
    short: Text
    question: Text
    direction: Literal["horizontal", "vertical"]
    high_side: Literal["right", "left", "top", "bottom"]
    ends: dict[Side, Text]
    facets: dict[Slug, Text]
    rises_when: Text
    """Completes *Wordt passender als …* when a higher score would help."""
    falls_when: Text
    absent: Absent | None = None

    @model_validator(mode="after")
    def _side_fits(self) -> Self:
        sides = {"horizontal": ("right", "left"), "vertical": ("top", "bottom")}[self.direction]
        if self.high_side not in sides:
            raise Fault(f"Bij direction: {self.direction} hoort high_side: {sides[0]} of {sides[1]}.")
        return self


class Action(Sourced):
    """A step to take: what, who, and when."""

    what: Text
    who: str = ""
    when: str = ""


class Quadrant(Sourced):
    """One of the four places, with its key question and what to do there."""

    title: Text
    place: dict[Slug, Side]
    key_question: Text
    plain_question: Text
    decision: str = ""
    """What a board is asked to decide here; completes *Gevraagd wordt …*."""
    summary: Text
    menu_first: Bool = False
    """Whether the menu card is the main advice here; elsewhere it is a look ahead."""
    actions: Annotated[tuple[Action, ...], Field(min_length=3)]
    pitfalls: tuple[Claim, ...]
    involve: tuple[Text, ...]
    support: Claim


class Middle(Model):
    """Both axes in the middle: no quadrant, and one first step."""

    title: Text
    summary: Text
    first_action: Action


class Typology(Model):
    """Everything that placing an initiative rests on. All numbers stand here, none in code."""

    version: Text
    scale: Scale
    bands: Bands
    coverage: Coverage
    divided: DividedBounds
    privacy: Privacy
    respondents: RespondentBounds = Field(default_factory=RespondentBounds)
    stress: StressBounds = Field(default_factory=StressBounds)
    levels: dict[Level, Text]
    axes: Annotated[dict[Slug, Axis], Field(min_length=2, max_length=2)]
    quadrants: Annotated[dict[Slug, Quadrant], Field(min_length=4, max_length=4)]
    middle: Middle
    every_quadrant: tuple[Action, ...] = ()
    """Actions that belong to every place."""
    remarks: tuple[Text, ...] = ()
    """Said with every placement."""
    method: tuple[Text, ...]
    """Said in every report about how sure this is; `{laag}` and `{hoog}` are the bounds of the bands."""
    own_estimate: Text
    legal: Text
    """Said with every point of law and tax; `{datum}` is the date it was checked."""
    expired: Text
    """Said of what ran out; `{datum}` is its last day."""
    credit: Text
    renamed: Renamed = Field(default_factory=Renamed)
    """Old ids and the new ones, so that files which hold the old ones go on working."""

    @model_validator(mode="after")
    def _four_places(self) -> Self:
        directions = sorted(axis.direction for axis in self.axes.values())
        if directions != ["horizontal", "vertical"]:
            raise Fault("De ene as moet horizontal zijn en de andere vertical.")
        places: dict[tuple[Side, ...], str] = {}
        for name, quadrant in self.quadrants.items():
            if set(quadrant.place) != set(self.axes):
                raise Fault(
                    f"De plek van kwadrant '{name}' noemt niet precies de twee assen.",
                    f"Noem {' en '.join(self.axes)}.",
                )
            other = places.setdefault(tuple(quadrant.place[axis] for axis in self.axes), name)
            if other != name:
                raise Fault(f"De kwadranten '{other}' en '{name}' hebben dezelfde plek.", "Geef elk een eigen plek.")
        return self

    def quadrant_at(self, sides: dict[str, Side]) -> str:
        """The quadrant on these sides of the axes."""
        return next(name for name, quadrant in self.quadrants.items() if quadrant.place == sides)
