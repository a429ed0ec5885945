"""Writing slides as a PDF, with the same letters and standards as a report; what is told with them is behind them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from poolwijzer.drawing.primitives import Palette
from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.drawing.shapes_svg import shapes_svg
from poolwijzer.drawing.svg import change_lines, drawn_lines
from poolwijzer.dutch import count_things, long_date
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.pdf.handover import common_values
from poolwijzer.formats.pdf.letters import change_odd
from poolwijzer.formats.pdf.plain import LONGEST_STRING, Plain
from poolwijzer.formats.pdf.typeface import Typeface
from poolwijzer.formats.pdf.writer import lay_out
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.slide_look import slide_palette
from poolwijzer.report.model import Block, Labelled
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.model import (
    AIR,
    BODY_HEIGHT,
    BODY_TOP,
    BOTTOM,
    EDGE,
    GAP,
    HEIGHT,
    INDENT,
    INSET,
    ITEM,
    LETTER,
    LINE,
    NOTE_LETTER,
    SUBTITLE,
    TALLY_COUNT,
    TALLY_GAP,
    TALLY_LABEL,
    TITLE,
    TOP,
    WIDTH,
    Column,
    Slide,
    SlideBlock,
    Slides,
    Tally,
    breadths_of,
)
from poolwijzer.report.slides.texts import texts_on
from poolwijzer.report.typed_text import change_texts

TEMPLATE = Path(__file__).parent / "slides.typ"
MEASURES = {
    "width": WIDTH,
    "height": HEIGHT,
    "letter": LETTER,
    "title": TITLE,
    "subtitle": SUBTITLE,
    "line": LINE,
    "edge": EDGE,
    "top": TOP,
    "bottom": BOTTOM,
    "gap": GAP,
    "air": AIR,
    "body-top": BODY_TOP,
    "body": BODY_HEIGHT,
    "indent": INDENT,
    "item": ITEM,
    "inset": INSET,
    "tally-label": TALLY_LABEL,
    "tally-count": TALLY_COUNT,
    "tally-gap": TALLY_GAP,
    "note": NOTE_LETTER,
}
"""What the template is told of sizes, in points."""


def render_slides(slides: Slides, theme: Theme) -> bytes:
    """The slides as a PDF: a page for each, and behind them pages of paper with what is told with them.

    Raises:
        InputError: the logo of the house style is no picture that a PDF can hold.
    """
    return lay_out(partial(_hand_over, slides, slide_palette(theme)), TEMPLATE, theme)


def _hand_over(
    slides: Slides, palette: Palette, style: HouseStyle, typeface: Typeface, *, draft: bool, careful: bool
) -> dict[str, Any]:
    """The slides and how they look, in values that JSON knows."""
    typeface.learn((style.name, *texts_on(slides)))
    plain = _PlainSlides(typeface, palette, careful=careful)
    return {
        **common_values(slides, slides.title, style, typeface, draft=draft),
        "accent": palette.accent,
        "ink": palette.ink,
        "tint": palette.chosen,
        "quiet": palette.quiet,
        "bullet": "•" if typeface.show("•") == "•" else "-",
        "pages": 0,
        "sources": 0,
        "day": long_date(slides.date),
        "credit": typeface.show(slides.credit),
        "measures": MEASURES,
        "slides": [plain.slide(*pair) for pair in enumerate(slides.slides, 1)],
        "pictures": plain.pictures,
    }


class _PlainSlides(Plain):
    """Writes slides as values that JSON knows."""

    def slide(self, number: int, slide: Slide) -> dict[str, Any]:
        """A slide with what is told with it; its title is a heading, which may not be empty or endless."""
        breadths = breadths_of(slide)
        return {
            "title": self.show(slide.title.strip() or f"Dia {number}")[:LONGEST_STRING],
            "subtitle": self.show(slide.subtitle),
            "columns": [self._column(*pair) for pair in zip(slide.columns, breadths, strict=True)],
            "notes": [self._block(block, 0) for block in slide.notes],
        }

    def _column(self, column: Column, breadth: float) -> dict[str, Any]:
        blocks = [self._block(block, breadth) for block in column.blocks]
        return {"title": self.show(column.title.strip())[:LONGEST_STRING], "breadth": breadth, "blocks": blocks}

    def _block(self, block: SlideBlock | Block, breadth: float) -> Any:
        if isinstance(block, Tally):
            rows = [self._counted(block, *row) for row in block.rows]
            return {"kind": "tally", "rows": rows}
        if isinstance(block, ShapeDrawing):
            self.pictures.append(self._shapes(block))
            alt = self.show(f"{block.title}. {block.description}")[:LONGEST_STRING]
            return {"kind": "picture", "alt": alt, "svg": len(self.pictures) - 1, "breadth": block.width}
        if isinstance(block, Labelled):
            return {
                "kind": "labelled",
                "rows": [self.of((label_of(label), line), breadth) for label, line in block.rows],
            }
        return self.of(block, breadth)

    def _counted(self, tally: Tally, label: str, count: int) -> dict[str, Any]:
        told = count_things(count, tally.noun, tally.nouns)
        return {"label": self.show(label), "told": self.show(told), "share": tally.part(count)}

    def _shapes(self, drawing: ShapeDrawing) -> str:
        """As SVG, with what its letters cannot show told by number; no line in it is broken off, so once is enough."""
        svg = shapes_svg(change_texts(drawing, self.show), self.palette, self.typeface.family)
        if not self.careful:
            return svg
        instead: dict[str, str] = {}
        for line in sorted(set(drawn_lines(svg))):
            instead |= self.typeface.refused_in(line)
        return change_lines(svg, lambda text: change_odd(text, lambda one: instead.get(one, one)))
