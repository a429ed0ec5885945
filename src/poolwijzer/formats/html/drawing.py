"""The typology in a page: drawn in the colours of the page, so that it turns dark along with it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.svg import draw

if TYPE_CHECKING:
    from markupsafe import Markup

_COLOURS = Palette(**{field.name: f"var(--{field.name})" for field in fields(Palette)})


def draw_in_page(drawing: Drawing, anchor: str, low: bool = False) -> Markup:
    """The drawing as an element of a page.

    Its title and its description get names made from an anchor, since a page may hold more than one drawing. Where
    there is little room on paper it is `low`.
    """
    from markupsafe import Markup

    # Typed text is escaped in there, so the first of each tag is that of the drawing itself.
    name, told = f"{anchor}-naam", f"{anchor}-uitleg"
    svg = draw(drawing, _COLOURS, breadth=240 if low else None).rstrip("\n")
    svg = svg.replace(' role="img"', f' role="img" aria-labelledby="{name}" aria-describedby="{told}"', 1)
    return Markup(svg.replace("<title>", f'<title id="{name}">', 1).replace("<desc>", f'<desc id="{told}">', 1))
