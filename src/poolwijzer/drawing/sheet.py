"""How the typology of one initiative lies on its sheet: how large its letters are, and where its fields and scales go.

A sheet is as wide as the drawing is printed, in points (or shown, in pixels), so that a size on it is a size on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from poolwijzer.drawing.model import Drawing, Field, Marker, Part
from poolwijzer.drawing.primitives import Sizes
from poolwijzer.drawing.spots import Box, Point

MOST_LINES = 8
"""Of the words at a side."""
MARGIN = 0.4
"""Beside the fields, in letters."""
LEAST_LETTER = 7.5
"""In points, of what is printed: half a point above the least that can be read."""
NARROWEST = 200 / 7.5
"""Of a sheet, in its smallest letters; one that has to be narrower still is drawn like this and shrunk."""
BROADEST = 60
"""The same: on a broader sheet the letters grow along."""
SCREEN = (720.0, 12.0)
"""How wide a drawing is where nothing is known of its page, and its smallest letters."""
SLIM = {"Source Sans 3": 0.9}
"""Families that are narrower than usual ones, and by how much."""
LOW, HIGH = 0.4, 0.45
"""How high the field of the marks is for its breadth: where there are key questions, and where there is little room."""
ENDS: tuple[Part, Part] = (0, 2)
"""The rows with fields."""
KEPT = "\u00a0"
"""A space at which no line ends."""
FULLEST = 0.3
"""Which part of the field of the marks they may take together; more make it higher."""


@dataclass(frozen=True)
class Sheet:
    """Where everything lies; the frame is the fields with their words, the plot what the marks stand in."""

    sizes: Sizes
    left: float
    top: float
    right: float
    plot_top: float
    plot_bottom: float
    bottom: float

    @property
    def middle(self) -> float:
        """Between the left and the right fields."""
        return (self.left + self.right) / 2

    @property
    def plot(self) -> Box:
        """Where marks stand."""
        return self.left, self.plot_top, self.right, self.plot_bottom

    def x(self, across: float) -> float:
        """A location on the horizontal axis; the ends lie so far inwards that marks on them are whole."""
        edge = self.sizes.edge
        return self.left + edge + across * (self.right - self.left - 2 * edge)

    def y(self, down: float) -> float:
        """A location on the vertical axis."""
        edge = self.sizes.edge
        return self.plot_top + edge + down * (self.plot_bottom - self.plot_top - 2 * edge)

    def at(self, marker: Marker) -> Point:
        """Where a marker belongs."""
        return self.x(marker.across), self.y(marker.down)

    def words(self, field: Field) -> tuple[list[str], list[str]]:
        """The lines of the title of a field and of its key question, which is told where there is room."""
        return _words(field, self.sizes, (self.right - self.left) / 2)


def sizes_for(breadth: float | None, letter: float, font: str = "") -> Sizes:
    """How large what is, for the breadth at which it is printed.

    Args:
        breadth: Of the drawing; None where its page is not known.
        letter: The smallest that letters may be, in the same measure.
        font: The families of letters, the first of which is there.
    """
    if breadth is None:
        breadth, letter = SCREEN
    return Sizes(
        max(breadth, letter * NARROWEST), max(letter, breadth / BROADEST), SLIM.get(font.split(",")[0].strip(), 1.0)
    )


def lay_out(drawing: Drawing, sizes: Sizes) -> Sheet:
    """The sheet of a drawing: as high as its words and its marks ask."""
    letter = sizes.letter
    left, right = MARGIN * letter + (1.3 * letter if drawing.down.ticks else 0), sizes.breadth - MARGIN * letter
    top = 0.7 * letter + len(end_lines(drawing.down.first, sizes)) * sizes.line
    heads = [
        max(_height(_words(field, sizes, (right - left) / 2), sizes) for field in drawing.row(row)) for row in ENDS
    ]
    height = (right - left) * (LOW if sizes.roomy else HIGH)
    marks = len(drawing.markers) * (2 * sizes.radius) ** 2
    height = max(height, marks / FULLEST / (right - left))
    plot_top = top + heads[0]
    return Sheet(sizes, left, top, right, plot_top, plot_top + height, plot_top + height + heads[1])


def side_lines(words: str, sheet: Sheet) -> list[str]:
    """The words at the left or the right end, which stand below it."""
    room = (sheet.right - sheet.left) / 2 - sheet.sizes.letter
    return sheet.sizes.lines(words, room, sheet.sizes.letter, bold=True)[:MOST_LINES]


def end_lines(words: str, sizes: Sizes) -> list[str]:
    """The words at the top or the bottom end."""
    return sizes.lines(words, sizes.breadth - 4 * sizes.letter, sizes.letter, bold=True)


def _words(field: Field, sizes: Sizes, breadth: float) -> tuple[list[str], list[str]]:
    room = breadth - 2 * sizes.pad
    title = f"»{KEPT}{field.title}{KEPT}«" if field.in_play else field.title
    question = sizes.lines(field.key_question, room, sizes.letter) if sizes.roomy and field.key_question else []
    return [line.replace(KEPT, " ") for line in sizes.lines(title, room, sizes.title, bold=True)], question


def _height(words: tuple[list[str], list[str]], sizes: Sizes) -> float:
    title, question = words
    return title_height(title, sizes) + question_height(question, sizes)


def title_height(lines: list[str], sizes: Sizes) -> float:
    """Of the strip with a title."""
    return len(lines) * sizes.title * 1.2 + sizes.letter * 0.5


def question_height(lines: list[str], sizes: Sizes) -> float:
    """Of the room of a key question."""
    return len(lines) * sizes.line + sizes.letter * 0.7 if lines else 0.0
