"""The typology with who stands where, as a value: what a drawing shows, of one initiative or of many.

Locations are from 0 (left or top) to 1. The fields are the four quadrants in the corners and, where many are drawn,
also what lies between them: there a score is on the border. Only a drawing of many is divided into squares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from poolwijzer.drawing.charts import Chart, Tick
from poolwijzer.dutch import sorting_key

MarkerKind = Literal["initiatief", "eigen-inschatting", "eerder", "genummerd"]
KINDS: tuple[MarkerKind, ...] = ("initiatief", "eigen-inschatting", "eerder", "genummerd")
"""In the order of a legend."""
Part = Literal[0, 1, 2]
"""Of an axis: its first end, the border in between, its last end."""
PARTS: tuple[Part, Part, Part] = (0, 1, 2)
Square = tuple[int, int]
"""Which column and which row of squares, from 0."""
MIDDLE = 0.5
"""Where the lines between the four fields are."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A column or a row of squares; a reader finds a square by the names of its column and its row, as on a map."""

    name: str
    start: float
    end: float
    part: Part


@dataclass(frozen=True, slots=True)
class Ruler:
    """One axis: the words at its ends, and its strips from the first end to the last where there are squares."""

    first: str
    last: str
    strips: tuple[Strip, ...] = ()
    ticks: tuple[Tick, ...] = ()
    """The steps of the answer scale."""
    band: tuple[float, float] | None = None
    """Between which locations it is neither low nor high."""
    between: str = ""
    """The words for what stands there."""

    def strip_at(self, part: Part, location: float) -> int:
        """The strip of this part that a location lies in, or else the nearest one of it.

        The part goes first: a score was held against the bounds before it was rounded.
        """
        own = [index for index, strip in enumerate(self.strips) if strip.part == part]
        # On the line between two strips it is the one nearest to the border, so that both ends are treated alike.
        return min(own if part else own[::-1], key=lambda index: self._off(index, location))

    def span(self, part: Part) -> tuple[float, float]:
        """Where a part begins and ends."""
        own = [strip for strip in self.strips if strip.part == part]
        return own[0].start, own[-1].end

    def _off(self, index: int, location: float) -> float:
        """How far a location is from a strip; nothing within it."""
        strip = self.strips[index]
        return max(strip.start - location, location - strip.end, 0.0)


@dataclass(frozen=True, slots=True)
class Field:
    """One of the four quadrants, or of the nine parts of a drawing of many."""

    title: str
    column: Part
    row: Part
    key_question: str = ""
    in_play: bool = False


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands somewhere in the typology.

    `sign` is what stands in it where it is one of many: a number, or a letter for an earlier measurement. Without a
    label it is one of those that are not named.
    """

    label: str
    kind: MarkerKind
    across: float
    down: float
    sign: str = ""
    square: Square = (0, 0)


@dataclass(frozen=True, slots=True)
class Region:
    """Where a marker could lie as well: between these parts of the typology, from 0 to 1."""

    label: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class CloudSpot:
    """A spot with the dots of so many people on it."""

    across: float
    down: float
    count: int


@dataclass(frozen=True, slots=True)
class Cloud:
    """What each person in a room thought: small and quiet, beside what it is about."""

    label: str
    spots: tuple[CloudSpot, ...]

    @property
    def legend(self) -> str:
        """The label where it is drawn: what the numbers are, if there are any."""
        numbers = "; een getal telt wie hetzelfde koos" if any(spot.count > 1 for spot in self.spots) else ""
        return f"{self.label}{numbers}"


@dataclass(frozen=True, slots=True)
class SquareCount:
    """How many initiatives stand in a square."""

    square: Square
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The typology drawn: its fields, the words at its four ends, and who stands where."""

    title: str
    description: str
    across: Ruler
    down: Ruler
    fields: tuple[Field, ...]
    markers: tuple[Marker, ...] = ()
    region: Region | None = None
    unnamed: str = ""
    """What the markers without a label are."""
    noun: str = "gemeente"
    nouns: str = "gemeenten"
    """What the numbered markers are, in a word."""
    counts: tuple[SquareCount, ...] = ()
    """In place of markers, where their numbers would not be readable."""
    blank: bool = False
    """Whether it is one to put stickers on: it has lines at the steps of its scales, and their names stand large."""
    border: str = ""
    """What it is to stand between the ends of an axis."""
    named: bool = True
    """Whether a legend tells the names; else they stand in a table, with the square in which to look."""
    remarks: tuple[str, ...] = ()
    """What else a reader of the drawing has to know of its markers."""
    cloud: Cloud | None = None

    @property
    def of_many(self) -> bool:
        """Whether it is divided into squares."""
        return bool(self.across.strips)

    def legend(self) -> list[Marker]:
        """Each marker whose name is told: what stands alone first, the numbered ones by name."""
        named = [marker for marker in self.markers if marker.label] if self.named else []
        if self.of_many:  # numbered by name
            return named
        by_name = sorted(named, key=lambda one: sorting_key(one.label) if one.kind == "genummerd" else ())
        return sorted(by_name, key=lambda one: KINDS.index(one.kind))

    def notes(self) -> list[str]:
        """What a legend tells after the names."""
        region, cloud = self.region.label if self.region else "", self.cloud.label if self.cloud else ""
        return [words for words in (cloud, region, self.unnamed, self.border) if words]

    def row(self, part: Part) -> list[Field]:
        """The fields of a row, from left to right."""
        return sorted((field for field in self.fields if field.row == part), key=lambda field: field.column)

    def rows(self) -> Iterator[tuple[str, list[Field]]]:
        """Each row of fields, with the words at that end of the axis."""
        for part, end in zip(PARTS, (self.down.first, "", self.down.last), strict=True):
            if fields := self.row(part):
                yield end, fields

    def parts_of(self, square: Square) -> tuple[Part, Part]:
        """The part of the horizontal axis and that of the vertical one that a square lies in."""
        return self.across.strips[square[0]].part, self.down.strips[square[1]].part

    def square_name(self, square: Square) -> str:
        """What a reader calls a square."""
        return f"{self.across.strips[square[0]].name}{self.down.strips[square[1]].name}"

    def field_under(self, spot: CloudSpot) -> Field | None:
        """The field of four that a spot lies in; none in the bands between them."""
        parts = [_part(at, ruler.band) for at, ruler in ((spot.across, self.across), (spot.down, self.down))]
        return next((field for field in self.fields if [field.column, field.row] == parts), None)

    def field_of(self, marker: Marker) -> Field | None:
        """The field that a marker lies in; of four, none on a line between them."""
        if self.of_many:
            parts = self.parts_of(marker.square)
        elif MIDDLE in (marker.across, marker.down):
            return None
        else:
            parts = PARTS[2 * (marker.across > MIDDLE)], PARTS[2 * (marker.down > MIDDLE)]
        return next(field for field in self.fields if (field.column, field.row) == parts)


def _part(at: float, band: tuple[float, float] | None) -> Part:
    first, last = band or (MIDDLE, MIDDLE)
    return PARTS[0 if at < first else 2 if at > last else 1]


Picture = Drawing | Chart
"""Whatever is drawn: the typology, or one of the other pictures."""
