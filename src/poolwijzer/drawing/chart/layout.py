"""How a chart lies on its sheet: its frame, how large its marks are, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from poolwijzer.drawing.chart.model import Chart, Point, Square
from poolwijzer.drawing.chart.placing import Size, Spot, Zone, placed
from poolwijzer.drawing.signs import LINE, SMALL, WIDTH, height_of, in_columns, lines_of

HEIGHT, HIGHER = 560, 840
"""Of the frame, in units of the drawing: with a legend below it, and where there are many marks."""
EDGE = 14
"""Within the frame, so that marks at the ends of the scale lie inside it as well."""
TITLE = 16
TITLE_LINE = 20
"""Of the letters of the name of a place, and from line to line."""
NAMES = 20
"""The room for the names of the squares, at each side."""
MOST_NAMED = 40
"""Marks with a legend below the drawing; the names of more than these are looked up in a table."""


class Look(NamedTuple):
    """How a numbered mark looks: a circle, or longer than that where its number is."""

    letter: float
    """Of its number."""
    height: float
    gap: float
    """Between marks."""
    reach: float
    """How far it may move."""

    def width(self, digits: int) -> float:
        """Of a mark with so many digits."""
        return max(self.height, digits * self.letter * DIGIT + self.height * 0.4)


DIGIT = 0.58
"""Of its size: how wide a digit is."""
LARGEST = Look(letter=11.5, height=23, gap=2, reach=44)
"""Where the names stand below the drawing."""
LOOKS = (
    Look(letter=11.5, height=15, gap=2, reach=54),
    Look(letter=10, height=12.5, gap=1.5, reach=60),
    Look(letter=9.5, height=11, gap=1, reach=60),
)
"""From large to small."""


@dataclass(frozen=True)
class Frame:
    """What lies inside the words at the ends of the axes, in units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def x(self, across: float) -> float:
        """A place on the horizontal axis."""
        return self.left + EDGE + across * (self.right - self.left - 2 * EDGE)

    def y(self, down: float) -> float:
        """A place on the vertical axis."""
        return self.top + EDGE + down * (self.bottom - self.top - 2 * EDGE)

    def edge_x(self, across: float) -> float:
        """Where a line stands: at the ends of the axis on the frame itself."""
        return self.left if across <= 0 else self.right if across >= 1 else self.x(across)

    def edge_y(self, down: float) -> float:
        """The same for a line across."""
        return self.top if down <= 0 else self.bottom if down >= 1 else self.y(down)

    def square(self, square: Square, chart: Chart) -> Zone:
        """Where a square lies."""
        column, row = chart.across.strips[square[0]], chart.down.strips[square[1]]
        return Zone(self.edge_x(column.start), self.edge_y(row.start), self.edge_x(column.end), self.edge_y(row.end))

    def zone(self, square: Square, chart: Chart) -> Zone:
        """Where the zone of a square lies."""
        column, row = chart.parts_of(square)
        (left, right), (top, bottom) = chart.across.span(column), chart.down.span(row)
        return Zone(self.edge_x(left), self.edge_y(top), self.edge_x(right), self.edge_y(bottom))


class Mark(NamedTuple):
    """A point with where it belongs and where its mark goes."""

    point: Point
    home: Spot
    spot: Spot

    @property
    def moved(self) -> bool:
        """Whether it had to give way."""
        return self.home != self.spot


class Arrangement(NamedTuple):
    """Every mark with its place, and how they all look."""

    look: Look
    width: float
    marks: tuple[Mark, ...]


def frame_of(chart: Chart) -> Frame:
    """The frame, with room around it for the words of the axes and of the places."""
    names = 0 if chart.named else NAMES
    height = HEIGHT if chart.named or not chart.points else HIGHER
    side = max(len(lines_of(words, height, SMALL)) for words in (chart.across.first, chart.across.last))
    left = 8 + side * LINE + names
    top = 12 + len(end_lines(chart.down.first)) * LINE + title_height(chart, 0) + names
    return Frame(left, top, WIDTH - left, top + height)


def end_lines(words: str) -> list[str]:
    """The words at the top or the bottom end."""
    return lines_of(words, WIDTH - 100, SMALL)


def title_lines(title: str) -> list[str]:
    """The name of a place, above or below its corner."""
    return lines_of(title, WIDTH / 2 - 60, TITLE)


def title_height(chart: Chart, row: int) -> float:
    """The room for the names of the places in a row of zones."""
    return max(len(title_lines(chart.zones[row][column])) for column in (0, 2)) * TITLE_LINE


def can_be_named(points: Sequence[Point]) -> bool:
    """Whether a legend can tell all names, and takes no more room than the drawing itself."""
    if len(points) > MOST_NAMED:
        return False
    return height_of(in_columns([(point, point.label) for point in points], WIDTH)) <= HEIGHT


def arranged(chart: Chart) -> Arrangement | None:
    """Where each mark goes, in the largest look in which all can be read; None where there is none."""
    # A report asks this to know whether numbers can be read, and then each of its formats once more.
    return _arranged(replace(chart, title="", description="", remarks=()))


@lru_cache(maxsize=4)
def _arranged(chart: Chart) -> Arrangement | None:
    frame = frame_of(chart)
    homes = [Spot(frame.x(point.across), frame.y(point.down)) for point in chart.points]
    zones = [frame.zone(point.square, chart) for point in chart.points]
    digits = max((len(str(point.number)) for point in chart.points), default=1)
    for look in (LARGEST, *LOOKS) if chart.named else LOOKS:
        width = look.width(digits)
        spots = placed(homes, zones, Size(width + look.gap, look.height + look.gap, look.reach))
        if spots is not None:
            return Arrangement(look, width, tuple(map(Mark, chart.points, homes, spots)))
    return None
