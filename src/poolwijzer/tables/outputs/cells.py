"""A column of a table of outcomes: all there is to say about it in one place, and how its values stand in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.lists import join_parts

Cell: TypeAlias = str | int | float | date | None
"""What stands in a cell; None is nothing."""
Kind = Literal["text", "word", "whole", "number", "date", "yes-no", "list", "wholes", "lines", "answer"]
"""`word` is text of ours, `answer` a point of the scale or *weet niet*, `lines` a list with a line for each part."""
KINDS: dict[Kind, str] = {
    "text": "tekst",
    "word": "woord",
    "whole": "geheel getal",
    "number": "getal",
    "date": "datum",
    "yes-no": "ja of nee",
    "list": "lijst",
    "wholes": "lijst van gehele getallen",
    "lines": "regels",
    "answer": "geheel getal of weet-niet",
}
"""What a person calls them."""
FIRST, WITH_GIVEN, WITH_RESPONDENTS, WITH_COSTS = 1, 2, 3, 4
TABLE_FORMAT = 4
"""Of the columns. 1: the outcomes. 2: what the group said itself came, so that a table can be read again. 3: codes,
provinces and regions of municipalities came, and what respondents said within the bounds of privacy. 4: what it costs
came, and who pays."""


class OutputColumn(NamedTuple):
    """A column of a table of rows, or of whatever `value` takes."""

    header: str
    value: Callable[[Any], Any]
    """Of a row, as its kind says: text, a number, a date, a truth, or a list; None is nothing."""
    kind: Kind = "text"
    meaning: str = ""
    """In Dutch, for whoever reads the table: the same for every column of a family."""
    width: int = 14
    """In a spreadsheet, in characters."""
    about: str = ""
    """What this one of its family is about, such as the text of a statement."""
    unit: str = ""
    range: str = ""
    """Which values there can be."""
    since: int = FIRST
    """From which format of the table on."""
    family: str = ""
    """The header with what differs between the columns of a family between angle brackets; empty for one on its own."""
    written: Callable[[Any], Cell] | None = None
    """What makes the cell of a row, where its value is not written as its kind is."""

    @property
    def cell(self) -> Callable[[Any], Cell]:
        """What makes the cell of a row."""
        if self.written:
            return self.written
        read, write = self.value, _WRITERS.get(self.kind)
        return read if write is None else lambda row: write(read(row))


def clean_text(value: str) -> str:
    """What people typed, without what no table can hold."""
    return sanitize_text(value)


def list_text(parts: Iterable[object]) -> str:
    """A list in one cell."""
    return join_parts(clean_text(str(part)) for part in parts)


def _text(value: str | None) -> str | None:
    return clean_text(value) if value else None


def _list(value: Sequence[object] | None) -> str | None:
    return list_text("" if part is None else part for part in value) if value else None


def _yes_or_no(value: bool | None) -> str | None:
    return None if value is None else "ja" if value else "nee"


def _lines(value: Sequence[str] | None) -> str | None:
    return "\n".join(value) if value else None


_WRITERS: dict[Kind, Callable[[Any], Cell]] = {
    "text": _text,
    "list": _list,
    "wholes": _list,
    "yes-no": _yes_or_no,
    "lines": _lines,
}
