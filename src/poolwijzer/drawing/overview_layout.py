"""How a drawing of many lies on its sheet: its frame, how large its markers are, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import NamedTuple

from poolwijzer.drawing.lines import Box, Point
from poolwijzer.drawing.model import Drawing, Marker, Part, Square
from poolwijzer.drawing.primitives import LINE, SMALL, WIDTH, height_of, in_columns, lines_of
from poolwijzer.drawing.spots import Spacing, find_spots, steps_within

HEIGHT, HIGHER = 560, 840
"""Of the frame, in units of the drawing: with a legend below it, and where there are many markers."""
EDGE = 14
"""Within the frame, so that markers at the ends of the scale lie inside it as well."""
TITLE = 16
TITLE_LINE = 20
"""Of the letters of the name of a quadrant, and from line to line."""
NAMES = 20
"""The room for the names of the squares, at each side."""
MOST_NAMED = 40
"""Markers with a legend below the drawing; the names of more than these are looked up in a table."""


class MarkerStyle(NamedTuple):
    """How a numbered marker looks: a circle, or longer than that where its number is."""

    letter: float
    """Of its number."""
    height: float
    gap: float
    """Between markers."""
    reach: float
    """How far it may move."""

    def width(self, digits: int) -> float:
        """Of a marker with so many digits."""
        return max(self.height, digits * self.letter * DIGIT + self.height * 0.4)


DIGIT = 0.58
"""Of its size: how wide a digit is."""
STEP = 2
"""How far apart the spots are where a marker that moves is tried."""
LARGEST = MarkerStyle(letter=11.5, height=23, gap=2, reach=44)
"""Where the names stand below the drawing."""
STYLES = (
    MarkerStyle(letter=11.5, height=15, gap=2, reach=54),
    MarkerStyle(letter=10, height=12.5, gap=1.5, reach=60),
    MarkerStyle(letter=9.5, height=11, gap=1, reach=60),
)
"""From large to small."""


@dataclass(frozen=True)
class SquaresFrame:
    """What lies inside the words at the ends of the axes, in units of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def x(self, across: float) -> float:
        """A location on the horizontal axis."""
        return self.left + EDGE + across * (self.right - self.left - 2 * EDGE)

    def y(self, down: float) -> float:
        """A location on the vertical axis."""
        return self.top + EDGE + down * (self.bottom - self.top - 2 * EDGE)

    def edge_x(self, across: float) -> float:
        """Where a line stands: at the ends of the axis on the frame itself."""
        return self.left if across <= 0 else self.right if across >= 1 else self.x(across)

    def edge_y(self, down: float) -> float:
        """The same for a line across."""
        return self.top if down <= 0 else self.bottom if down >= 1 else self.y(down)

    def square(self, square: Square, drawing: Drawing) -> Box:
        """Where a square lies."""
        column, row = drawing.across.strips[square[0]], drawing.down.strips[square[1]]
        return self.edge_x(column.start), self.edge_y(row.start), self.edge_x(column.end), self.edge_y(row.end)

    def part(self, column: Part, row: Part, drawing: Drawing) -> Box:
        """Where a field lies."""
        (left, right), (top, bottom) = drawing.across.span(column), drawing.down.span(row)
        return self.edge_x(left), self.edge_y(top), self.edge_x(right), self.edge_y(bottom)


class ArrangedMarker(NamedTuple):
    """A marker with where it belongs and where it goes."""

    marker: Marker
    home: Point
    spot: Point

    @property
    def moved(self) -> bool:
        """Whether it had to give way."""
        return self.home != self.spot


class Arrangement(NamedTuple):
    """Every marker with its spot, and the style of them all."""

    style: MarkerStyle
    width: float
    markers: tuple[ArrangedMarker, ...]


def frame_of(drawing: Drawing) -> SquaresFrame:
    """The frame, with room around it for the words of the axes and of the fields."""
    names = 0 if drawing.named else NAMES
    height = HEIGHT if drawing.named or not drawing.markers else HIGHER
    side = max(len(lines_of(words, height, SMALL)) for words in (drawing.across.first, drawing.across.last))
    left = 8 + side * LINE + names
    top = 12 + len(end_lines(drawing.down.first)) * LINE + title_height(drawing, 0) + names
    return SquaresFrame(left, top, WIDTH - left, top + height)


def end_lines(words: str) -> list[str]:
    """The words at the top or the bottom end."""
    return lines_of(words, WIDTH - 100, SMALL)


def title_lines(title: str) -> list[str]:
    """The name of a quadrant, above or below its corner."""
    return lines_of(title, WIDTH / 2 - 60, TITLE)


def title_height(drawing: Drawing, row: Part) -> float:
    """The room for the names of the quadrants in a row."""
    return max(len(title_lines(field.title)) for field in drawing.row(row) if field.column != 1) * TITLE_LINE


def can_be_named(markers: Sequence[Marker]) -> bool:
    """Whether a legend can tell all names, and takes no more room than the drawing itself."""
    if len(markers) > MOST_NAMED:
        return False
    return height_of(in_columns([(lambda x, y: (), marker.label) for marker in markers])) <= HEIGHT


def arrange_markers(drawing: Drawing) -> Arrangement | None:
    """Where each marker goes, in the largest style in which all can be read; None where there is none."""
    # A report asks this to know whether numbers can be read, and then each of its formats once more.
    return _arrange(replace(drawing, title="", description="", remarks=()))


@lru_cache(maxsize=4)
def _arrange(drawing: Drawing) -> Arrangement | None:
    frame = frame_of(drawing)
    homes = [(frame.x(marker.across), frame.y(marker.down)) for marker in drawing.markers]
    bounds = [frame.part(*drawing.parts_of(marker.square), drawing) for marker in drawing.markers]
    digits = max((len(marker.sign) for marker in drawing.markers), default=1)
    for style in (LARGEST, *STYLES) if drawing.named else STYLES:
        width = style.width(digits)
        spots: dict[int, Point] = {}
        spacing = Spacing(width + style.gap, style.height + style.gap)
        for index, spot in find_spots(homes, bounds, spacing, partial(steps_within, style.reach, STEP)):
            if spot is None:
                break
            spots[index] = spot
        else:
            arranged = (ArrangedMarker(one, homes[at], spots[at]) for at, one in enumerate(drawing.markers))
            return Arrangement(style, width, tuple(arranged))
    return None
