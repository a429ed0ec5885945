"""What stands on a slide below its title: text in frames, counted answers with bars, and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.dutch import count_things
from poolwijzer.formats.powerpoint.drawing import make_drawing
from poolwijzer.formats.powerpoint.layouts import BODY, Area
from poolwijzer.formats.powerpoint.shapes import Coat, make_form, make_text
from poolwijzer.formats.powerpoint.texts import Run, Sentence, head_of, sentences_of
from poolwijzer.report.model import Paragraph
from poolwijzer.report.slides.measure import LEADING, count_lines, height_of, lines_high
from poolwijzer.report.slides.model import (
    AIR,
    GAP,
    INSET,
    LETTER,
    TALLY_COUNT,
    TALLY_GAP,
    TALLY_LABEL,
    Column,
    Slide,
    SlideBlock,
    Tally,
    breadths_of,
)

MARK = LETTER / 4
"""How broad the line beside what is pointed out is."""
_POINTED_OUT = (INSET + MARK - 1, INSET, INSET - MARK + 1, INSET)
"""What is kept free around its text, on both sides together as much as was measured."""
BAR = LETTER * 0.9
"""How high a bar is."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Text that is one whole for who edits it, and where it stands."""

    area: Area
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a column: its head, or a block."""

    block: SlideBlock | None
    height: float

    @property
    def runs_on(self) -> bool:
        """Whether it is one text with what stands above and below it."""
        apart = isinstance(self.block, Tally | ShapeDrawing)
        return not apart and not (isinstance(self.block, Paragraph) and self.block.tone == "let-op")


def areas_of(slide: Slide) -> Iterator[tuple[Column, Area]]:
    """Where the columns of a slide are."""
    left = BODY.left
    for column, width in zip(slide.columns, breadths_of(slide), strict=True):
        yield column, Area(left, BODY.top, width, BODY.height)
        left += width + GAP


def parts_of(column: Column, area: Area) -> Iterator[Frame | Any]:
    """What stands in a column, from above: frames of text, and shapes that are put there as they are.

    The last text has all room that is left, for what somebody adds.
    """
    head = lines_high(count_lines(column.title, area.width, bold=True))
    pieces = [_Piece(None, head)] if column.title else []
    pieces += (_Piece(block, height_of(block, area.width)) for block in column.blocks)
    top, end = area.top, area.top + area.height
    for text, group in groupby(pieces, lambda piece: piece.runs_on):
        found = list(group)
        if text:
            measured = sum(piece.height + AIR for piece in found) - AIR
            high = max(end - top, measured) if found[-1] is pieces[-1] else measured
            yield Frame(Area(area.left, top, area.width, high), tuple(_sentences(column, found)))
            top += measured + AIR
            continue
        for piece in found:
            yield from _shapes(piece, Area(area.left, top, area.width, max(min(piece.height, end - top), LEADING)))
            top += piece.height + AIR


def _sentences(column: Column, pieces: list[_Piece]) -> Iterator[Sentence]:
    for piece in pieces:
        match piece.block:
            case None:
                yield head_of(column.title)
            case Tally() | ShapeDrawing():
                pass
            case block:
                yield from sentences_of(block)


def _shapes(piece: _Piece, area: Area) -> Iterator[Any]:
    match piece.block:
        case Tally() as tally:
            yield from _tally(tally, area)
        case ShapeDrawing() as drawing:
            yield make_drawing(drawing, area)
        case Paragraph() as told:
            yield make_text(area, "Let op", tuple(sentences_of(told)), insets=_POINTED_OUT, fill="chosen")
            yield make_form("rect", Area(area.left, area.top, MARK, area.height), "Streep", Coat("accent"))


def _tally(tally: Tally, area: Area) -> Iterator[Any]:
    """Each row as a label, a bar and a number; the bars are for the eye, and the numbers say the same."""
    labels = area.width * TALLY_LABEL
    left, full = area.left + labels, area.width - labels - TALLY_COUNT
    top = area.top
    for label, count in tally.rows:
        high = height_of(Tally(((label, count),), tally.total, tally.noun, tally.nouns), area.width)
        share = tally.part(count)
        bar = Area(left, top + (high - BAR) / 2, full, BAR)
        yield make_text(Area(area.left, top, labels - INSET, high), "Antwoord", _alone(label), middle=True)
        yield make_form("rect", bar, "Hele balk", Coat("chosen"))
        if share:
            yield make_form("rect", Area(bar.left, bar.top, full * share, BAR), "Balk", Coat("accent"))
        told = count_things(count, tally.noun, tally.nouns)
        counted = Area(left + full + INSET, top, TALLY_COUNT - INSET, high)
        yield make_text(counted, "Aantal", _alone(told), middle=True)
        top += high + TALLY_GAP


def _alone(text: str) -> tuple[Sentence]:
    return (Sentence((Run(text),), below=0),)
