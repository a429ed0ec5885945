"""The typology with who stands where, as a value: what a drawing shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from poolwijzer.dutch import alphabetical

MarkKind = Literal["initiatief", "eigen-inschatting", "eerder", "genummerd"]


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
