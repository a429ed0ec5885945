"""A drawing as a group of shapes, each of which can be moved, coloured and written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poolwijzer.drawing.primitives import FAINT, breadth_of
from poolwijzer.drawing.shapes import Box, Disc, Shape, ShapeDrawing, Stroke, Words
from poolwijzer.formats.powerpoint.layouts import Area
from poolwijzer.formats.powerpoint.shapes import Coat, make_form, make_group, make_line, make_stroke, make_text
from poolwijzer.formats.powerpoint.texts import Run, Sentence

ASCENT = 0.905
"""How far the line that letters stand on is below the top of their frame, for their size."""
SLACK = 1.1
"""How much wider than its words a frame is: letters of another machine may be broader."""


def make_drawing(drawing: ShapeDrawing, area: Area) -> Any:
    """A drawing as a group of shapes, as large as it is, or smaller where there is no room for that.

    Who listens to the slide hears what it shows, and nothing of the shapes in it.
    """
    scale = min(area.width / drawing.width, area.height / drawing.height, 1.0)
    place = Area(area.left, area.top, drawing.width * scale, drawing.height * scale)
    shapes = [part for shape in drawing.shapes for part in _Scaled(place, scale).parts(shape)]
    return make_group(place, drawing.title, drawing.description, shapes)


class _Scaled:
    """Where a drawing is and how large."""

    def __init__(self, place: Area, scale: float) -> None:
        self._place, self._scale = place, scale

    def parts(self, shape: Shape) -> Iterator[Any]:
        """A shape of a drawing as shapes of a slide."""
        scale = self._scale
        match shape:
            case Box(left=left, top=top, width=width, height=height):
                area = self._area(left, top, width, height)
                coat = Coat(shape.fill, FAINT if shape.faint else 1.0, shape.edge, shape.thick * scale)
                yield make_form("rect", area, "Vlak", coat)
            case Disc(x=x, y=y, radius=radius):
                area = self._area(x - radius, y - radius, 2 * radius, 2 * radius)
                sign = Run(shape.sign, True, shape.sign_colour, shape.sign_size * scale)
                said = [Sentence((sign,), at="middle", below=0)] if shape.sign else []
                coat = Coat(shape.fill, edge=shape.edge, thick=shape.thick * scale)
                yield make_form("ellipse", area, "Stip", coat, said)
            case Stroke():
                line = make_line(shape.colour, shape.thick * scale, dashed=shape.dashed)
                yield make_stroke(*self._point(shape.x1, shape.y1), *self._point(shape.x2, shape.y2), "Lijn", line)
            case Words():
                yield self._words(shape)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return self._place.left + x * self._scale, self._place.top + y * self._scale

    def _area(self, left: float, top: float, width: float, height: float) -> Area:
        return Area(*self._point(left, top), width * self._scale, height * self._scale)

    def _words(self, words: Words) -> Any:
        size = words.size * self._scale
        width = breadth_of(words.text, size, bold=words.bold) * SLACK
        x, y = self._point(words.x, words.y)
        left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[words.at]
        said = Sentence((Run(words.text, words.bold, words.colour, size),), at=words.at, below=0)
        return make_text(
            Area(left, y - ASCENT * size, width, size * 1.2), "Woorden", [said], wrap=False, seen_only=True
        )
