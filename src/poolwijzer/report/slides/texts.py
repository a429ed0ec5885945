"""Every text on slides and in what is told with them, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poolwijzer.drawing.shapes import Disc, ShapeDrawing, Words
from poolwijzer.report.model import Section
from poolwijzer.report.slides.model import SlideBlock, Slides, Tally
from poolwijzer.report.texts import texts_of


def texts_on(slides: Slides) -> Iterator[str]:
    """All of them; empty ones are left out."""
    yield from filter(None, (slides.title, slides.subtitle, slides.credit))
    for slide in slides.slides:
        yield from filter(None, (slide.title, slide.subtitle))
        for column in slide.columns:
            yield from filter(None, (column.title,))
            yield from filter(None, _in_blocks(column.blocks))
        yield from texts_of((Section("", "", slide.notes),))


def _in_blocks(blocks: Iterable[SlideBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Tally():
                yield from (label for label, _ in block.rows)
                yield from (block.noun, block.nouns)
            case ShapeDrawing():
                yield from (block.title, block.description)
                yield from (one.text for one in block.shapes if isinstance(one, Words))
                yield from (one.sign for one in block.shapes if isinstance(one, Disc))
            case _:
                yield from texts_of((Section("", "", (block,)),))
