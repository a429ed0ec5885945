"""What a drawing is made of where more than one format draws it itself: boxes, discs, lines and words, in points.

Colours are names of those of a `Palette`. What stands later lies over what stands before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColourName = Literal["ink", "paper", "quiet", "line", "chosen", "accent"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float
    fill: ColourName | None = None
    edge: ColourName | None = None
    thick: float = 0.0
    """How thick its edge is."""
    faint: bool = False
    """Whether there is only a little of the colour in it."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, with a sign in it or without."""

    x: float
    y: float
    radius: float
    fill: ColourName | None = None
    edge: ColourName | None = None
    thick: float = 0.0
    sign: str = ""
    sign_size: float = 0.0
    sign_colour: ColourName = "paper"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: ColourName
    thick: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `at` says which part of it stands at x, and `y` is the line that it stands on."""

    x: float
    y: float
    text: str
    size: float
    colour: ColourName = "ink"
    bold: bool = False
    at: Literal["start", "middle", "end"] = "start"


Shape = Box | Disc | Stroke | Words


@dataclass(frozen=True, slots=True)
class ShapeDrawing:
    """A drawing of shapes, with what it shows in words for who does not see it."""

    title: str
    description: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
