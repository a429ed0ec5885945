"""The typology and the charts as SVG, for every format that shows them.

Nothing is told by colour alone, and title and description say what a reader cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape, quoteattr, unescape

from poolwijzer.drawing.charts import Chart
from poolwijzer.drawing.draw_charts import draw_chart
from poolwijzer.drawing.four_fields import draw_four_fields
from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.overview import draw_overview
from poolwijzer.drawing.primitives import LIGHT, Palette

FONT = "Arial, Helvetica, sans-serif"
LEAST_LETTER = 7.0
"""In points: nothing is printed smaller."""
LITTLE = 400
_WORDS = re.compile("(<text[^>]*>)([^<]*)")


def draw(
    drawing: Drawing | Chart,
    palette: Palette = LIGHT,
    font: str = FONT,
    breadth: float | None = None,
    letter: float = LEAST_LETTER,
) -> str:
    """One drawing or chart as an SVG document; its words stand in it in the order in which a report tells them.

    Args:
        drawing: What to draw.
        palette: In which colours.
        font: In which families of letters, the first that is there.
        breadth: How wide it is printed or shown, in points or in pixels; without it as in a wide page on a screen.
        letter: How large its smallest letters have to be, in the same measure. They are at least that where the
            breadth is 200 points or more, and 7 is asked; or in the same ratio.
    """
    if not isinstance(drawing, Drawing):
        width, height, parts = draw_chart(drawing, palette, breadth, letter)
    elif drawing.of_many:
        width, height, parts = draw_overview(drawing, palette)
    else:
        width, height, parts = draw_four_fields(drawing, palette, breadth is not None and breadth < LITTLE)
    whole = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" font-family="{font}" '
        f'aria-label={quoteattr(drawing.title)} lang="nl">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(drawing.description)}</desc>",
        f'<rect class="pw-paper" width="{width:g}" height="{height:g}" fill="{palette.paper}"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(whole) + "\n"


def drawn_lines(svg: str) -> Iterator[str]:
    """The lines of text in a drawing that was made here, as they are broken off in it."""
    for found in _WORDS.finditer(svg):
        yield unescape(found[2])


def change_lines(svg: str, change: Callable[[str], str]) -> str:
    """That drawing with these changed, where what draws may lack a letter for them."""
    return _WORDS.sub(lambda found: found[1] + escape(change(unescape(found[2]))), svg)
