"""A report as a value: what it says, in which order. Writers only decide how it looks; they compute nothing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from poolwijzer.drawing.chart.model import Chart
from poolwijzer.dutch import alphabetical

Depth = Literal["kort", "bestuur", "gewoon", "volledig"]
"""One page, a note for the board of one page, everything that matters, or everything there is."""
Tone = Literal["gewoon", "sterk", "stil", "let-op"]
MarkKind = Literal["initiatief", "eigen-inschatting", "eerder", "genummerd"]
Badge = Literal["past-goed", "kan", "minder-passend"]


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


@dataclass(frozen=True, slots=True)
class Labelled:
    """Short values with a label before each."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; columns named in `right` hold numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Card:
    """An option of the menu card: its verdict, whether it was chosen, and what is said of it."""

    title: str
    badge: Badge
    verdict: str
    standing: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One of the four fields of the typology."""

    title: str
    key_question: str
    column: Literal[0, 1]
    row: Literal[0, 1]
    in_play: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the typology: 0 is left or top, 1 is right or bottom.

    `sign` is what stands in it where it is one of many: a number, or a letter for an earlier measurement. Without a
    label it is one of those that are not named.
    """

    label: str
    kind: MarkKind
    across: float
    down: float
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a mark could lie as well: between these parts of the typology, from 0 to 1."""

    label: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The typology drawn: its fields, the words at its four ends, and who stands where."""

    title: str
    description: str
    top: str
    bottom: str
    left: str
    right: str
    fields: tuple[Field, ...]
    marks: tuple[Mark, ...]
    region: Region | None = None
    unnamed: str = ""
    """What the marks without a label are."""
    numbered: str = "gemeenten"
    """What the numbered marks are, in a word."""

    def legend(self) -> tuple[tuple[Mark, str], ...]:
        """Each mark that has a label, and the words for it: what stands alone first, the numbered ones by name."""
        named = [mark for mark in self.marks if mark.label]
        order = ("initiatief", "eigen-inschatting", "eerder", "genummerd")
        by_name = sorted(named, key=lambda mark: alphabetical(mark.label) if mark.kind == "genummerd" else ())
        return tuple((mark, mark.label) for mark in sorted(by_name, key=lambda mark: order.index(mark.kind)))


Block = Paragraph | Bullets | Labelled | Table | Card | Picture | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part; parts may hold parts."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in order."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    date: datetime.date = field(default=datetime.date.min)
    """Of the advice; for the properties of a document."""
    language: str = field(default="nl")
    one_page: bool = field(default=False)
    """Whether it has to fit on a page."""
