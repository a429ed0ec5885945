"""Sheets of paper as a value: what stands on them, and where one ticks and writes. Writers only decide how it looks."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from poolwijzer.drawing.model import Drawing
from poolwijzer.drawing.words import words_in_order

Paper = Literal["a3", "a4"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
"""The larger one first: it is what hangs on a wall or lies between people."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is ticked: its words, and in small print what belongs to it."""

    text: str
    small: str = ""
    open: bool = False
    """Whether one writes something of one's own behind it."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things with a box for every answer."""

    title: str
    question: str
    answers: tuple[str, ...]
    """What stands above the boxes."""
    items: tuple[Item, ...]
    note: str = ""
    """What stands above the room to write something with each; without it there is no such room."""
    aside: bool = False
    """Whether it is less at hand, and may stand smaller."""
    flows: bool = False
    """Whether it may go on on a next page, also where a page of its own would hold it."""


@dataclass(frozen=True, slots=True)
class Room:
    """Room to write: a number of lines, or of rows under heads where there are columns."""

    title: str
    lines: int
    small: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picks:
    """Questions that each have answers of their own, with a box before every answer; a line to write on without any.

    A question without words is that of the title: its answers have the whole breadth.
    """

    title: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]


SheetBlock = Drawing | Checklist | Room | Picks
Part = tuple[SheetBlock, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or as many as its blocks take. With more than one column every part begins in a new one."""

    title: str
    about: tuple[str, ...]
    """What one does with it."""
    parts: tuple[Part, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Handout:
    """All sheets, in the order in which they are used."""

    title: str
    subtitle: str
    """Of which initiative; empty where they are of none."""
    sheets: tuple[Sheet, ...]
    paper: Paper
    date: datetime.date
    language: str = "nl"
    group: str = ""
    """Which group they are for, where there are several: large enough to find one's table by."""

    @property
    def about(self) -> str:
        """Which group, and of which initiative, on one line."""
        return " · ".join(filter(None, (self.group, self.subtitle)))


def texts_of(handout: Handout) -> Iterator[str]:
    """Every text on the sheets, in reading order."""
    yield from (handout.title, handout.group, handout.subtitle)
    for sheet in handout.sheets:
        yield from (sheet.title, *sheet.about)
        for part in sheet.parts:
            for block in part:
                yield from _in_block(block)


def _in_block(block: SheetBlock) -> Iterator[str]:
    match block:
        case Drawing():
            yield from words_in_order(block)
        case Checklist():
            yield from (block.title, block.question, *block.answers, block.note)
            for item in block.items:
                yield from (item.text, item.small)
        case Picks():
            yield block.title
            for question, answers in block.questions:
                yield from (question, *answers)
        case Room():
            yield from (block.title, block.small, *block.columns)
