"""The drawing as a picture that Word can show: in pixels, and the same on every machine."""

from __future__ import annotations

from poolwijzer.drawing.primitives import WIDTH
from poolwijzer.drawing.svg import FONT
from poolwijzer.formats.pdf.compiler import compile_with
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface

PIXELS = 2
"""For each unit of the drawing; enough for print at the width of a page."""
_PAGE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    f'#image(bytes(sys.inputs.drawing), format: "svg", width: {WIDTH}pt)'
)


def as_png(svg: str, typeface: Typeface = SHIPPED) -> bytes:
    """A drawing in SVG as PNG, in the letters of the PDF.

    The drawing is handed over as data, and no font of the machine is looked at.

    Raises:
        RefusedError: the compiler makes no picture of it.
    """
    drawing = svg.replace(f'font-family="{FONT}"', f'font-family="{typeface.family}"', 1)
    return compile_with(typeface.fonts, _PAGE.encode(), {"drawing": drawing}, ppi=72 * PIXELS)
