"""All groups of a session in one typology, as shapes: letters that are read from the last row of a room.

A full disc is where a group came out, an open one where it put itself before, with a line between the two; the small
ones are everyone's own dots. Who a number is stands beside the drawing, as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from math import cos, hypot, pi, sin, sqrt

from poolwijzer.drawing.model import MIDDLE, Cloud, Drawing, Field, Marker, Part
from poolwijzer.drawing.primitives import lines_of
from poolwijzer.drawing.shapes import Box, Disc, Shape, ShapeDrawing, Stroke, Words
from poolwijzer.drawing.spots import Box as Area
from poolwijzer.drawing.spots import Point, Spacing, find_spots, steps_outward

LETTER = 24.0
"""In points: no letter in a drawing for a room is smaller."""
LINE = 1.2 * LETTER
PAD = 6.0
"""Between words and the lines around them."""
PLACE, OWN = 20.0, 17.0
"""How large the discs are, from their middle: just large enough for a number of two digits."""
GAP = 4.0
MOST_LINES = 1
"""Of the name of a place, below its first."""
SMALLEST, LARGEST = 4.0, 7.0
"""Of a dot."""
THIN, THICK = 1.2, 2.5
LINK = 2.0
"""Of the line from where a group put itself to where it came out."""
ENDS: tuple[Part, Part] = (0, 2)
WAYS = [turn * pi / 4 for turn in (0, 4, -1, -3, 1, 3, -2, 2)]
"""Where a dot goes that a disc would hide: along its row first, up before down."""


def draw_room(drawing: Drawing, width: float, height: float) -> ShapeDrawing:
    """The typology for a room.

    Args:
        drawing: Its numbered markers are where groups came out, and its own estimates have the numbers of theirs.
        width: In points.
        height: In points.
    """
    return ShapeDrawing(drawing.title, drawing.description, width, height, tuple(_Room(drawing, width, height).all()))


@dataclass(frozen=True)
class _Room:
    """How everything lies: the words of the ends around the fields, and the names of these at their outer edge."""

    drawing: Drawing
    width: float
    height: float

    @property
    def top(self) -> float:
        return LINE

    @property
    def bottom(self) -> float:
        return self.height - 2 * LINE

    @cached_property
    def names(self) -> dict[Part, list[list[str]]]:
        """The names of the fields of each row, in lines."""
        return {row: [self._lines(field) for field in self.drawing.row(row)] for row in ENDS}

    def _lines(self, field: Field) -> list[str]:
        first, *others = lines_of(field.title, self.width / 2 - 2 * PAD, LETTER, bold=True)
        more = others[:MOST_LINES]
        return [first, *more[:-1], f"{more[-1].rstrip()[:-2]}…"] if len(others) > len(more) else [first, *more]

    def strip(self, row: Part) -> float:
        """How high the names of a row are."""
        return max(map(len, self.names[row])) * LINE + PAD

    @property
    def plot(self) -> Area:
        """Where discs stand: between the names."""
        return 0.0, self.top + self.strip(0), self.width, self.bottom - self.strip(2)

    def at(self, across: float, down: float) -> Point:
        """Where a place lies, with room for a disc at the edge."""
        left, top, right, bottom = self.plot
        edge = PLACE + THICK
        return left + edge + across * (right - left - 2 * edge), top + edge + down * (bottom - top - 2 * edge)

    def all(self) -> Iterator[Shape]:
        yield from self._fields()
        yield from self._ends()
        yield from self._marks()

    # What discs stand on.

    def _fields(self) -> Iterator[Shape]:
        across, down = self.drawing.across.band or (MIDDLE,) * 2, self.drawing.down.band or (MIDDLE,) * 2
        columns, rows = [self.at(one, 0)[0] for one in across], [self.at(0, one)[1] for one in down]
        high = self.bottom - self.top
        yield Box(columns[0], self.top, columns[-1] - columns[0], high, fill="line", faint=True)
        yield Box(0, rows[0], self.width, rows[-1] - rows[0], fill="line", faint=True)
        yield Box(0, self.top, self.width, high, edge="line", thick=THIN)
        for row in ENDS:
            for field, lines in zip(self.drawing.row(row), self.names[row], strict=True):
                yield from self._name(field, lines)

    def _name(self, field: Field, lines: Sequence[str]) -> Iterator[Shape]:
        """At the outer corner, where no disc comes."""
        first = self.top if field.row == 0 else self.bottom - len(lines) * LINE - PAD / 2
        for index, line in enumerate(lines):
            y = first + index * LINE + LETTER
            if field.column == 0:
                yield Words(PAD, y, line, LETTER, bold=True)
            else:
                yield Words(self.width - PAD, y, line, LETTER, bold=True, at="end")

    def _ends(self) -> Iterator[Shape]:
        """The words at the ends of both axes, upright, where nobody has to turn their head."""
        across, down, middle = self.drawing.across, self.drawing.down, self.width / 2
        yield Words(middle, LETTER - 2, down.first, LETTER, "quiet", at="middle")
        yield Words(0, self.bottom + LETTER + 2, across.first, LETTER, "quiet")
        yield Words(self.width, self.bottom + LETTER + 2, across.last, LETTER, "quiet", at="end")
        yield Words(middle, self.height - LINE + LETTER - 2, down.last, LETTER, "quiet", at="middle")

    # What stands in it.

    def _marks(self) -> Iterator[Shape]:
        places = [one for one in self.drawing.markers if one.kind == "genummerd"]
        owns = [one for one in self.drawing.markers if one.kind == "eigen-inschatting"]
        spots = self._spots(places, ())
        own_spots = self._spots(owns, spots)
        by_sign = {one.sign: spot for one, spot in zip(places, spots, strict=True)}
        for one, spot in zip(owns, own_spots, strict=True):
            if place := by_sign.get(one.sign):
                yield Stroke(*spot, *place, "accent", LINK)
        for one, spot in (*zip(places, spots, strict=True), *zip(owns, own_spots, strict=True)):
            home = self.at(one.across, one.down)
            if spot != home:
                yield Stroke(*home, *spot, "quiet", THIN, dashed=True)
        if self.drawing.cloud:
            discs = [(*spot, PLACE) for spot in spots] + [(*spot, OWN) for spot in own_spots]
            yield from self._dots(self.drawing.cloud, discs)
        for one, spot in zip(owns, own_spots, strict=True):
            yield Disc(*spot, OWN, "paper", "accent", THICK, one.sign, LETTER, "ink")
        for one, spot in zip(places, spots, strict=True):
            yield Disc(*spot, PLACE, "accent", "paper", THIN, one.sign, LETTER, "paper")

    def _spots(self, markers: Sequence[Marker], beside: Sequence[Point]) -> list[Point]:
        """Where each goes: at home, or as near to it as there is room."""
        homes = [self.at(one.across, one.down) for one in markers]
        size = 2 * PLACE + GAP
        steps = partial(steps_outward, int(self.width / 6), 6)
        found = find_spots(
            homes, [self.plot] * len(homes), Spacing(size, size, round=True), steps, in_turn=True, beside=beside
        )
        return [spot or homes[index] for index, spot in sorted(found, key=lambda item: item[0])]

    def _dots(self, cloud: Cloud, discs: Sequence[tuple[float, float, float]]) -> Iterator[Shape]:
        taken = list(discs)
        for one in cloud.spots:
            home = self.at(one.across, one.down)
            radius = min(SMALLEST * sqrt(one.count), LARGEST)
            x, y = _free(home, radius, taken, self.plot)
            taken.append((x, y, radius))
            if (x, y) != home:
                yield Stroke(*home, x, y, "line", THIN)
            yield Disc(x, y, radius, "quiet", "quiet", THIN)


def _free(home: Point, radius: float, taken: Sequence[tuple[float, float, float]], plot: Area) -> Point:
    """The nearest place to where a dot belongs at which no disc hides it."""
    left, top, right, bottom = plot
    ways = ((4 * far * cos(way), 4 * far * sin(way)) for far in range(1, 30) for way in WAYS)
    tries = (home, *((home[0] + across, home[1] + down) for across, down in ways))
    free = (
        (x, y)
        for x, y in tries
        if left + radius <= x <= right - radius
        and top + radius <= y <= bottom - radius
        and all(hypot(x - a, y - b) >= radius + far for a, b, far in taken)
    )
    return next(free, home)
