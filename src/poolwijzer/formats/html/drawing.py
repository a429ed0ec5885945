"""The drawing and the charts in a page: in the colours of the page, so that they turn dark along with it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from poolwijzer.drawing.model import Picture
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.drawing.shapes_svg import shapes_svg
from poolwijzer.drawing.svg import draw

if TYPE_CHECKING:
    from markupsafe import Markup

COLOURS = Palette(**{field.name: f"var(--{field.name})" for field in fields(Palette)})
WIDE, NARROW = 760, 320
"""For how wide a place in the page there is a form of each drawing, in pixels; the style sheet has the same bounds."""
LEAST_LETTER = 11
"""In pixels, in a place that wide."""


def draw_in_page(drawing: Picture, anchor: str, breadth: float, letter: float = LEAST_LETTER) -> Markup:
    """A drawing as an element of a page.

    Args:
        drawing: What is drawn.
        anchor: From which its title and its description get their names, since a page may hold more than one drawing.
        breadth: How wide it is shown: `WIDE` or `NARROW`, or in points on a sheet of paper.
        letter: How large its letters are at least, in the same measure.
    """
    return _named(draw(drawing, COLOURS, breadth=breadth, letter=letter), anchor)


def shapes_in_page(drawing: ShapeDrawing, anchor: str) -> Markup:
    """A drawing of shapes as an element of a page, with names from an anchor as `draw_in_page` gives them."""
    return _named(shapes_svg(drawing, COLOURS), anchor)


def _named(svg: str, anchor: str) -> Markup:
    from markupsafe import Markup

    # Typed text is escaped in there, so the first of each tag is that of the drawing itself.
    name, told = f"{anchor}-naam", f"{anchor}-uitleg"
    svg = svg.rstrip("\n").replace(' role="img"', f' role="img" aria-labelledby="{name}" aria-describedby="{told}"', 1)
    return Markup(svg.replace("<title>", f'<title id="{name}">', 1).replace("<desc>", f'<desc id="{told}">', 1))
