"""How a drawing of many lies on its sheet: its frame, how large its markers are, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import NamedTuple

from poolwijzer.drawing.legend import height_of, in_columns
from poolwijzer.drawing.model import Drawing, Marker, Part, Square
from poolwijzer.drawing.primitives import Sizes
from poolwijzer.drawing.sheet import LEAST_LETTER, sizes_for
from poolwijzer.drawing.spots import Box, Point, Spacing, find_spots, steps_within

HEIGHT, HIGHER = 0.62, 0.93
"""Of the frame, for the breadth of the sheet: with a legend below it, and where there are many markers."""
NARROW = 1.25
"""How many times as high it is on a narrow sheet."""
EDGE = 1.2
"""Within the frame, in letters, so that markers at the ends of the scale lie inside it as well."""
NAMES = 1.5
"""The room for the names of the squares, at each side, in letters."""
TITLE_LINE = 1.25
"""From line to line of a title, for its letters."""
MOST_NAMED = 40
"""Markers with a legend below the drawing; the names of more than these are looked up in a table."""
PAGE = sizes_for(480, LEAST_LETTER)
"""A portrait page of A4, on which all numbers must be readable."""


class MarkerStyle(NamedTuple):
    """How a numbered marker looks, in letters: a circle, or longer than that where its number is."""

    height: float
    gap: float
    """Between markers."""
    reach: float
    """How far it may move."""

    def width(self, digits: int) -> float:
        """Of a marker with so many digits."""
        return max(self.height, digits * DIGIT + self.height * 0.4)


DIGIT = 0.58
"""Of its size: how wide a digit is."""
STEP = 2
"""How far apart the spots are where a marker that moves is tried."""
LARGEST = MarkerStyle(height=1.9, gap=0.2, reach=4)
"""Where the names stand below the drawing."""
STYLES = (
    MarkerStyle(height=1.35, gap=0.2, reach=5),
    MarkerStyle(height=1.25, gap=0.15, reach=6),
    MarkerStyle(height=1.15, gap=0.1, reach=7),
)
"""From large to small; their numbers are as large as all letters."""


@dataclass(frozen=True)
class SquaresFrame:
    """What lies inside the words at the ends of the axes, in units of the drawing."""

    edge: float
    left: float
    top: float
    right: float
    bottom: float

    def x(self, across: float) -> float:
        """A location on the horizontal axis."""
        return self.left + self.edge + across * (self.right - self.left - 2 * self.edge)

    def y(self, down: float) -> float:
        """A location on the vertical axis."""
        return self.top + self.edge + down * (self.bottom - self.top - 2 * self.edge)

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
    """Every marker with its spot, how they look, and how wide and how high they all are."""

    style: MarkerStyle
    width: float
    height: float
    markers: tuple[ArrangedMarker, ...]


def frame_of(drawing: Drawing, sizes: Sizes) -> SquaresFrame:
    """The frame, with room around it for the words of the axes and of the fields."""
    letter = sizes.letter
    names = 0 if drawing.named else NAMES * letter
    height = frame_height(drawing, sizes)
    side = max(len(side_lines(words, height, sizes)) for words in (drawing.across.first, drawing.across.last))
    left = 0.6 * letter + side * sizes.line + names
    top = letter + len(end_lines(drawing.down.first, sizes)) * sizes.line + title_height(drawing, 0, sizes) + names
    return SquaresFrame(EDGE * letter, left, top, sizes.breadth - left, top + height)


def frame_height(drawing: Drawing, sizes: Sizes) -> float:
    """How high the frame is: higher where there are many markers, and on a narrow sheet."""
    share = HEIGHT if drawing.named or not drawing.markers else HIGHER
    return sizes.breadth * share * (1 if sizes.roomy else NARROW)


def side_lines(words: str, height: float, sizes: Sizes) -> list[str]:
    """The words at the left or the right end, along the frame."""
    return sizes.lines(words, height, sizes.letter, bold=True)


def end_lines(words: str, sizes: Sizes) -> list[str]:
    """The words at the top or the bottom end."""
    return sizes.lines(words, sizes.breadth - 8 * sizes.letter, sizes.letter, bold=True)


def title_lines(title: str, sizes: Sizes) -> list[str]:
    """The name of a quadrant, above or below its corner."""
    return sizes.lines(title, sizes.breadth / 2 - 4 * sizes.letter, sizes.title, bold=True)


def title_height(drawing: Drawing, row: Part, sizes: Sizes) -> float:
    """The room for the names of the quadrants in a row."""
    most = max(len(title_lines(field.title, sizes)) for field in drawing.row(row) if field.column != 1)
    return most * sizes.title * TITLE_LINE


def can_be_named(markers: Sequence[Marker]) -> bool:
    """Whether a legend on a page can tell all names, and takes no more room than the drawing itself."""
    if len(markers) > MOST_NAMED:
        return False
    legend = in_columns([(lambda x, y: (), marker.label) for marker in markers], PAGE)
    return height_of(legend, PAGE) <= HEIGHT * PAGE.breadth


def arrange_markers(drawing: Drawing, sizes: Sizes = PAGE) -> Arrangement | None:
    """Where each marker goes, in the largest style in which all can be read; None where there is none."""
    # A report asks this to know whether numbers can be read, and then each of its formats once more.
    return _arrange(replace(drawing, title="", description="", remarks=()), sizes)


@lru_cache(maxsize=8)
def _arrange(drawing: Drawing, sizes: Sizes) -> Arrangement | None:
    frame, letter = frame_of(drawing, sizes), sizes.letter
    homes = [(frame.x(marker.across), frame.y(marker.down)) for marker in drawing.markers]
    bounds = [frame.part(*drawing.parts_of(marker.square), drawing) for marker in drawing.markers]
    digits = max((len(marker.sign) for marker in drawing.markers), default=1)
    for style in (LARGEST, *STYLES) if drawing.named else STYLES:
        width, height = style.width(digits) * letter, style.height * letter
        spots: dict[int, Point] = {}
        spacing = Spacing(width + style.gap * letter, height + style.gap * letter)
        for index, spot in find_spots(homes, bounds, spacing, partial(steps_within, style.reach * letter, STEP)):
            if spot is None:
                break
            spots[index] = spot
        else:
            arranged = (ArrangedMarker(one, homes[at], spots[at]) for at, one in enumerate(drawing.markers))
            return Arrangement(style, width, height, tuple(arranged))
    return None
