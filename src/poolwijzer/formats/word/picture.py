"""The drawing as a picture that Word can show: in pixels, and the same on every machine."""

from __future__ import annotations

from poolwijzer.drawing.primitives import WIDTH
from poolwijzer.drawing.svg import FONT
from poolwijzer.formats.pdf.letters import FAMILY
from poolwijzer.formats.pdf.writer import find_fonts

PIXELS = 2
"""For each unit of the drawing; enough for print at the width of a page."""
_PAGE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    f'#image(bytes(sys.inputs.drawing), format: "svg", width: {WIDTH}pt)'
)


def as_png(svg: str) -> bytes:
    """A drawing in SVG as PNG, in the letters of the PDF.

    The drawing is handed over as data, and no font of the machine is looked at.
    """
    import typst

    drawing = svg.replace(f'font-family="{FONT}"', f'font-family="{FAMILY}"', 1)
    return typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=72 * PIXELS,
        sys_inputs={"drawing": drawing},
        font_paths=find_fonts(),
        ignore_system_fonts=True,
    )
