"""A drawing of shapes as SVG, with plain attributes and the classes of `poolwijzer.drawing.primitives`."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from poolwijzer.drawing.primitives import FAINT, Palette, letters
from poolwijzer.drawing.shapes import Box, ColourName, Disc, Shape, ShapeDrawing, Stroke, Words
from poolwijzer.drawing.svg import FONT, families

BELOW_MIDDLE = 0.36
"""How far the line that a sign stands on is below its middle, for the size of its letters."""
DASHES = 3
"""How long a dash and what lies between two are, for how thick the line is."""


def shapes_svg(drawing: ShapeDrawing, palette: Palette, font: str = FONT) -> str:
    """A drawing of shapes as an SVG document, as large as it says in points; its words stand in the order of shapes.

    Args:
        drawing: What to draw.
        palette: In which colours.
        font: In which families of letters, the first that is there.
    """
    width, height = f"{drawing.width:.6g}", f"{drawing.height:.6g}"
    whole = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="{families(font)}" aria-label={quoteattr(drawing.title)} lang="nl">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(drawing.description)}</desc>",
        *(_drawn(shape, palette) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(whole) + "\n"


def _drawn(shape: Shape, palette: Palette) -> str:
    match shape:
        case Box():
            place = f'x="{shape.left:.5g}" y="{shape.top:.5g}" width="{shape.width:.5g}" height="{shape.height:.5g}"'
            little = f' fill-opacity="{FAINT}"' if shape.faint and shape.fill else ""
            return f"<rect {place} {_looks(shape.fill, shape.edge, shape.thick, palette)}{little}/>"
        case Disc():
            place = f'cx="{shape.x:.5g}" cy="{shape.y:.5g}" r="{shape.radius:.5g}"'
            disc = f"<circle {place} {_looks(shape.fill, shape.edge, shape.thick, palette)}/>"
            return disc + _sign(shape, palette) if shape.sign else disc
        case Stroke():
            dashes = f' stroke-dasharray="{DASHES * shape.thick:.4g}"' if shape.dashed else ""
            return (
                f'<line class="pw-{shape.colour}" x1="{shape.x1:.5g}" y1="{shape.y1:.5g}" x2="{shape.x2:.5g}" '
                f'y2="{shape.y2:.5g}" stroke="{getattr(palette, shape.colour)}" stroke-width="{shape.thick:.4g}"'
                f"{dashes}/>"
            )
        case Words():
            x, y, text, size = shape.x, shape.y, shape.text, shape.size
            return letters(x, y, text, size, palette, bold=shape.bold, at=shape.at, colour=shape.colour)


def _sign(disc: Disc, palette: Palette) -> str:
    y, size = disc.y + BELOW_MIDDLE * disc.sign_size, disc.sign_size
    return letters(disc.x, y, disc.sign, size, palette, bold=True, at="middle", colour=disc.sign_colour)


def _looks(fill: ColourName | None, edge: ColourName | None, thick: float, palette: Palette) -> str:
    """The class and the colours of what has a ground and an edge, or one of them."""
    name = fill or edge
    group = f'class="pw-{name}" ' if name else ""
    line = f' stroke="{getattr(palette, edge)}" stroke-width="{thick:.4g}"' if edge else ""
    return f'{group}fill="{getattr(palette, fill) if fill else "none"}"{line}'
