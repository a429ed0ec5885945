"""The typology and the charts as SVG, for every format that shows them.

Nothing is told by colour alone, and title and description say what a reader cannot see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr, unescape

from poolwijzer.drawing.blank_fields import draw_blank_fields
from poolwijzer.drawing.chart_parts import SMALL, TEXT, ChartSheet, leading_of, wrapped
from poolwijzer.drawing.draw_charts import draw_chart
from poolwijzer.drawing.four_fields import draw_four_fields
from poolwijzer.drawing.model import Drawing, Picture
from poolwijzer.drawing.overview import draw_overview
from poolwijzer.drawing.primitives import LIGHT, Palette, Sizes
from poolwijzer.drawing.sheet import LEAST_LETTER, sizes_for

GAP = 6.0
"""Between a chart on its own and what is told of it."""
FONT = "Arial, Helvetica, sans-serif"
_WORDS = re.compile("(<text[^>]*>)([^<]*)")


def draw(
    drawing: Picture,
    palette: Palette = LIGHT,
    font: str = FONT,
    breadth: float | None = None,
    letter: float = LEAST_LETTER,
) -> str:
    """One drawing or chart as an SVG document; its words stand in it in the order in which a report tells them.

    Where the breadth is at least 200 points, no letter in it is smaller than 7 points as printed; in pixels the same
    holds for the letter that is asked, where the breadth is 27 times that.

    Args:
        drawing: What to draw.
        palette: In which colours.
        font: In which families of letters, the first that is there.
        breadth: How wide it is printed or shown, in points or in pixels. It must stand on the page as wide as that.
            Without it as in a wide page on a screen, for a breadth from 640 pixels on.
        letter: The least that its letters may be, in the same measure.
    """
    if isinstance(drawing, Drawing):
        sizes = sizes_for(breadth, letter, font)
        high, parts = _way_of(drawing)(drawing, palette, sizes)
        width, height = f"{sizes.breadth:.5g}", f"{high:.5g}"
    else:
        wide, high, shown = draw_chart(drawing, palette, breadth, letter)
        width, height, parts = f"{wide:g}", f"{high:g}", list(shown)
    return _document(drawing, width, height, parts, palette, font)


def draw_alone(picture: Picture, palette: Palette = LIGHT, font: str = FONT) -> str:
    """The same for a file of its own, where nobody else tells what a chart is.

    Its title stands above it, and what it shows below it. The typology has its words in it.
    """
    if isinstance(picture, Drawing):
        return draw(picture, palette, font)
    width, high, parts = draw_chart(picture, palette, None)
    sheet = ChartSheet(width, palette)
    title = wrapped(picture.title, width, TEXT, bold=True)
    said = wrapped(picture.description, width, SMALL)
    top = len(title) * leading_of(TEXT) + GAP
    below = top + high + GAP
    whole = [
        *sheet.block(0, 0, title, bold=True),
        f'<g transform="translate(0 {top:g})">',
        *parts,
        "</g>",
        *sheet.block(0, below, said, size=SMALL),
    ]
    height = below + len(said) * leading_of(SMALL) + GAP
    return _document(picture, f"{width:g}", f"{height:g}", whole, palette, font)


def _document(drawing: Picture, width: str, height: str, parts: Iterable[str], palette: Palette, font: str) -> str:
    whole = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="{families(font)}" aria-label={quoteattr(drawing.title)} lang="nl">',
        f"<title>{escape(drawing.title)}</title>",
        f"<desc>{escape(drawing.description)}</desc>",
        f'<rect class="pw-paper" width="{width}" height="{height}" fill="{palette.paper}"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(whole) + "\n"


def _way_of(drawing: Drawing) -> Callable[[Drawing, Palette, Sizes], tuple[float, list[str]]]:
    if drawing.blank:
        return draw_blank_fields
    return draw_overview if drawing.of_many else draw_four_fields


def families(font: str) -> str:
    """Families of letters as SVG names them: one with a digit in its name between quotes."""
    names = (name.strip() for name in font.split(","))
    return ", ".join(name if name.replace(" ", "").replace("-", "").isalpha() else f"'{name}'" for name in names)


def drawn_lines(svg: str) -> Iterator[str]:
    """The lines of text in a drawing that was made here, as they are broken off in it."""
    for found in _WORDS.finditer(svg):
        yield unescape(found[2])


def change_lines(svg: str, change: Callable[[str], str]) -> str:
    """That drawing with these changed, where what draws may lack a letter for them."""
    return _WORDS.sub(lambda found: found[1] + escape(change(unescape(found[2]))), svg)
