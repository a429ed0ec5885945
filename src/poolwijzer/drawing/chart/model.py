"""A chart as a value: many initiatives in one typology, each as a numbered mark, or counted where those would not fit.

Places are from 0 (left or top) to 1. An axis has three parts: its two ends, and between them where a score is on the
border. So a chart has nine zones: the four places in the corners, and what lies between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Part = Literal[0, 1, 2]
"""Of an axis: its first end, the border in between, its last end."""
PARTS: tuple[Part, Part, Part] = (0, 1, 2)
Square = tuple[int, int]
"""A square of a chart: which column and which row it lies in, from 0."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A column or a row of squares; a reader finds a square by the names of its column and its row, as on a map."""

    name: str
    start: float
    end: float
    part: Part


@dataclass(frozen=True, slots=True)
class Ruler:
    """One axis of a chart: the words at its ends, and its strips from the first end to the last."""

    first: str
    last: str
    strips: tuple[Strip, ...]

    def strip_at(self, part: Part, place: float) -> int:
        """The strip of this part that a place lies in, or else the nearest one of it.

        The part goes first: a score was held against the bounds before it was rounded.
        """
        own = [index for index, strip in enumerate(self.strips) if strip.part == part]
        # On the line between two strips it is the one nearest to the border, so that both ends are treated alike.
        return min(own if part else own[::-1], key=lambda index: self._off(index, place))

    def span(self, part: Part) -> tuple[float, float]:
        """Where a part begins and ends."""
        own = [strip for strip in self.strips if strip.part == part]
        return own[0].start, own[-1].end

    def _off(self, index: int, place: float) -> float:
        """How far a place is from a strip; nothing within it."""
        strip = self.strips[index]
        return max(strip.start - place, place - strip.end, 0.0)


@dataclass(frozen=True, slots=True)
class Point:
    """One initiative: its number, what it is called, and where it stands."""

    number: int
    label: str
    across: float
    down: float
    square: Square


@dataclass(frozen=True, slots=True)
class Tally:
    """How many initiatives stand in a square."""

    square: Square
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Many initiatives in one typology. It has points, or tallies where the numbers would not be readable."""

    title: str
    description: str
    across: Ruler
    down: Ruler
    zones: tuple[tuple[str, str, str], tuple[str, str, str], tuple[str, str, str]]
    """What each of the nine zones is called, row by row."""
    points: tuple[Point, ...]
    tallies: tuple[Tally, ...]
    border: str
    """What it is to stand between the ends of an axis."""
    named: bool
    """Whether a legend tells the names; else they stand in a table, with the square in which to look."""
    remarks: tuple[str, ...] = ()
    """What else a reader of the drawing has to know of its marks."""

    def parts_of(self, square: Square) -> tuple[Part, Part]:
        """The zone that a square lies in: the part of the horizontal axis and that of the vertical one."""
        return self.across.strips[square[0]].part, self.down.strips[square[1]].part

    def square_name(self, square: Square) -> str:
        """What a reader calls a square."""
        return f"{self.across.strips[square[0]].name}{self.down.strips[square[1]].name}"

    def legend(self) -> tuple[Point, ...]:
        """The points whose name is told beside the drawing."""
        return self.points if self.named else ()

    def contents(self) -> Iterator[tuple[Part, Part, str]]:
        """What stands in each zone, in words: numbers, or how many there are; row by row, the empty ones left out."""
        for row in PARTS:
            for column in PARTS:
                numbers = [str(one.number) for one in self.points if self.parts_of(one.square) == (column, row)]
                count = sum(one.count for one in self.tallies if self.parts_of(one.square) == (column, row))
                if numbers:
                    yield column, row, ", ".join(numbers)
                elif count:
                    yield column, row, str(count)
