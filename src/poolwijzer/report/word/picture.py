"""The drawing as a picture that Word can show: in pixels, and the same on every machine."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.report.drawing import FONT, WIDTH

PIXELS = 2
"""For each unit of the drawing; enough for print at the width of a page."""
FONTS = Path(__file__).parent.parent / "pdf" / "fonts"
"""The letters that travel inside the package: those of the PDF."""
_PAGE = (
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    f'#image(bytes(sys.inputs.drawing), format: "svg", width: {WIDTH}pt)'
)


def as_png(svg: str) -> bytes:
    """A drawing in SVG as PNG. The drawing is handed over as data, and no font of the machine is looked at."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    drawing = svg.replace(f'font-family="{FONT}"', f'font-family="{fonts.families()[0]}"', 1)
    return typst.compile(
        _PAGE.encode(), format="png", ppi=72 * PIXELS, sys_inputs={"drawing": drawing}, font_paths=fonts
    )
