"""Slides as a value: what stands on each, and what is told with it. Writers only decide how it looks.

A slide is 16 by 9. What stands on it was measured for these sizes, so that every format shows the same.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from poolwijzer.drawing.shapes import ShapeDrawing
from poolwijzer.report.model import Block, Bullets, Labelled, Paragraph

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide, in points."""
LETTER = 24.0
"""The smallest letters on a slide, in points: what is read from the last row of a room."""
TITLE, SUBTITLE = 36.0, 24.0
LINE = 1.2
"""From line to line, for the size of the letters."""
EDGE = 40.0
"""What is kept free at the left and the right."""
TOP, BOTTOM = 28.0, 24.0
"""What is kept free above and below; the number of the slide stands in the latter."""
GAP = 36.0
"""Between two columns."""
FULL = WIDTH - 2 * EDGE
HALF = (FULL - GAP) / 2
"""How broad a column is that has the slide to itself, and one of two that are equally broad."""
AIR = 10.0
"""Below a block."""
BODY_TOP = TOP + TITLE * LINE + SUBTITLE * LINE + 12.0
"""Where the blocks begin: below a title of one line and a subtitle of one line."""
BODY_HEIGHT = HEIGHT - BODY_TOP - BOTTOM - 8.0
INDENT = 26.0
"""Of the words of an item of a list: its dot or number stands before that."""
ITEM = 4.0
"""Between two items of a list, and two rows with labels."""
TALLY_GAP = 8.0
"""Between two rows of a tally: of labels on more lines one sees which belong together."""
INSET = 12.0
"""What is kept free around words that are pointed out (`let-op`)."""
TALLY_LABEL = 0.5
"""How much of the breadth of a tally its labels have, without what is kept free (`INSET`) behind them."""
TALLY_COUNT = 150.0
"""How much breadth the number and what is counted have in a tally; the bar has the rest."""
NOTE_LETTER = 12.0
"""Of what is told with a slide, which is on paper or in a window of its own."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many chose what: each a row with its number and a bar."""

    rows: tuple[tuple[str, int], ...]
    total: int
    """What a whole bar stands for."""
    noun: str
    nouns: str
    """What is counted, in a word: *groep*, *groepen*."""

    def part(self, count: int) -> float:
        """How much of its bar a number fills, from 0 to 1."""
        return min(count / max(self.total, 1), 1.0)


SlideBlock = Paragraph | Bullets | Labelled | Tally | ShapeDrawing


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks below one another, with a head of their own where two groups share a slide."""

    blocks: tuple[SlideBlock, ...]
    title: str = ""
    """Empty where the title of the slide says it."""
    share: float = 1.0
    """Of the breadth of what stands on the slide, without the gaps."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide."""

    id: str
    title: str
    subtitle: str
    columns: tuple[Column, ...]
    """One, or two next to each other."""
    notes: tuple[Block, ...] = ()
    """What is told with it: what found no room, and the whole of what was shortened (Paragraph, Bullets, Labelled)."""


@dataclass(frozen=True, slots=True)
class Slides:
    """All slides, in the order in which they are shown."""

    title: str
    subtitle: str
    slides: tuple[Slide, ...]
    date: datetime.date
    credit: str = ""
    """What it rests on; stands small with the notes, never on a slide."""
    language: str = "nl"


def breadths_of(slide: Slide) -> tuple[float, ...]:
    """How wide each column of a slide is, in points."""
    whole = WIDTH - 2 * EDGE - GAP * (len(slide.columns) - 1)
    return tuple(whole * column.share for column in slide.columns)
