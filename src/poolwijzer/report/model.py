"""A report as a value: what it says, in which order. Writers only decide how it looks; they compute nothing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from poolwijzer.drawing.model import Picture
from poolwijzer.engine.results import Verdict

Depth = Literal["kort", "bestuur", "gewoon", "volledig"]
"""One page, a note for a board to decide on, everything that matters, or everything there is."""
Tone = Literal["gewoon", "sterk", "stil", "let-op"]
Begins = Literal["", "page", "one-page"]
"""What a part begins: nothing of its own, a page, or a page that it has to fit on."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text with the numbers of its source notes; `derived` marks an inference of ours from those sources."""

    text: str
    notes: tuple[int, ...] = ()
    derived: bool = False
    url: str = ""
    """Where it can be read; follows the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line
    tone: Tone = "gewoon"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered where the order matters."""

    items: tuple[Line, ...]
    numbered: bool = False
    leaves: tuple[int, ...] = ()
    """Of each item what `Section.leaves` is of a section; empty where all of them stay."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Short values with a label before each."""

    rows: tuple[tuple[str, Line], ...]
    leaves: tuple[int, ...] = ()
    """Of each row what `Section.leaves` is of a section; empty where all of them stay."""
    shorter: tuple[Line, ...] = ()
    """Of each row what it says where there is no room for all of it; empty where none can say less."""
    shortens: tuple[int, ...] = ()
    """How soon each row says only that, as `leaves`."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; columns named in `right` hold numbers, and rows in `sums` add up others."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Card:
    """An option of the menu card: its verdict, whether it was chosen, and what is said of it."""

    title: str
    badge: Verdict
    verdict: str
    standing: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two groups of blocks: next to each other where there is room for that, else the second under the first."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = Paragraph | Bullets | Labelled | Table | Card | Beside | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; parts may hold parts."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()
    leaves: int = 0
    """Where there is no room for all: 0 stays, and of the others the highest goes first.

    Sections and their parts have it, and items of lists (`Bullets`, `Labelled`). A writer with pages looks at none of
    them: `leave_out` in `poolwijzer.report.leaving_out` makes the report as it is without so many of these.
    """
    annex: bool = False
    """Whether it is for reference: it stands behind the report and begins a page."""
    begins: Begins = ""
    """What a section of a report whose number of pages is free begins on paper. Of one that has to fit on its page, as
    little leaves as will do; what may not leave at all goes on to a next page.
    """


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in order."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    date: datetime.date = field(default=datetime.date.min)
    """Of the advice; for the properties of a document."""
    language: str = field(default="nl")
    pages: int = field(default=0)
    """On how many pages it has to fit; 0 where that does not matter."""
    kind: str = field(default="")
    """Which report it is, in a word or two, for the title of the document."""
    more: str = field(default="")
    """What is said once something was left out for want of room, in the last section or on the page that it was left
    out of; `leave_out` and `shorten_section` add it.
    """

    @property
    def one_page(self) -> bool:
        """Whether it has to fit on a page."""
        return self.pages == 1
