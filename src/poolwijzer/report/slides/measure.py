"""How high blocks are on a slide, on the safe side: with letters at least as broad as those of usual typefaces.

The breadths are those of drawings (`drawing.primitives`), which are those of usual typefaces on the broad side, and
broader still for capitals, letters with marks and signs. Those of Arial (`formats.letter_breadths`) lie above this
floor, and what goes by one typeface would be too narrow for another. Every format wraps at words, so that the slimmer
letters of a PDF never make more lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import ceil

from poolwijzer.drawing.primitives import BOLD, breadth_of
from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.report.model import Bullets, Labelled, Paragraph
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.model import (
    INDENT,
    INSET,
    ITEM,
    LETTER,
    LINE,
    TALLY_GAP,
    TALLY_LABEL,
    SlideBlock,
    Tally,
)

SAFE = 0.97
"""How much of a breadth is counted on."""
BROAD = 0.78
"""Of the size of the letters: at least this for capitals, letters with marks, and signs that are not of a sentence."""
_NARROW = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 .,:;'\"!?()-/…\u00a0")
LEADING = LETTER * LINE


def height_of(block: SlideBlock, width: float) -> float:
    """How high a block is in a column of this width, in points, without the air below it."""
    match block:
        case Paragraph(line=line, tone=tone):
            inset = INSET if tone == "let-op" else 0
            return lines_high(count_lines(line.text, width - 2 * inset, bold=tone == "sterk")) + 2 * inset
        case Bullets(items=items):
            return _rows_high([count_lines(one.text, width - INDENT) for one in items])
        case Labelled(rows=rows):
            return _rows_high([count_row_lines(label, line.text, width) for label, line in rows])
        case Tally(rows=counted):
            return _rows_high([count_lines(label, width * TALLY_LABEL - INSET) for label, _ in counted], TALLY_GAP)
        case ShapeDrawing(height=height):
            return height


def lines_high(lines: int) -> float:
    """How high so many lines are."""
    return lines * LEADING


def _rows_high(lines: list[int], between: float = ITEM) -> float:
    return sum(map(lines_high, lines)) + between * max(len(lines) - 1, 0)


def count_lines(text: str, width: float, *, bold: bool = False, size: float = LETTER) -> int:
    """On how many lines a text stands at most."""
    return _count([(word, bold) for word in _words(text)], width, size)


def count_row_lines(label: str, text: str, width: float) -> int:
    """The same for a label with what runs on behind it."""
    return _count(
        [*((word, True) for word in _words(label_of(label))), *((word, False) for word in _words(text))], width
    )


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """How broad a text is at most on one line, in points."""
    return sum(map(_letter_breadth, text)) * size * (BOLD if bold else 1)


@cache
def _letter_breadth(letter: str) -> float:
    known = breadth_of(letter, 1.0)
    return known if letter in _NARROW else max(known, BROAD)


def _words(text: str) -> Iterator[str]:
    """What is not broken at the end of a line, and the ends of lines that somebody typed."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        yield from (word for word in line.replace("\t", " ").split(" ") if word)


def _count(words: list[tuple[str, bool]], width: float, size: float = LETTER) -> int:
    room, lines, used = width * SAFE, 1, 0.0
    for word, bold in words:
        if word == "\n":
            lines, used = lines + 1, 0.0
            continue
        broad = breadth(word, size, bold=bold)
        space = breadth(" ", size, bold=bold) if used else 0.0
        if used + space + broad <= room:
            used += space + broad
        elif broad <= room:
            lines, used = lines + 1, broad
        else:  # broken off where a line ends, which leaves at most a letter free
            pieces = ceil(broad / max(room - size, size))
            lines, used = lines + pieces - (0 if used else 1), room
    return lines
