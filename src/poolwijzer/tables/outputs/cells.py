"""A column of a table of outcomes: all there is to say about it in one place, and how its values stand in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby, repeat
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
    """A column of a table of rows."""

    header: str
    place: tuple[str, ...]
    """Where it stands in a row: the keys on the way to it. Nothing stands there where one of them is missing or None.

    What stands there is its value, as its kind says: text, a number, a date, a truth, or a list.
    """
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
    read: Callable[[Any], Any] | None = None
    """What makes the value of what stands at its place, where that is not the value itself."""
    written: Callable[[Any], Cell] | None = None
    """What makes the cell of what stands there, where its value is not written as its kind is."""


def values_of(columns: Sequence[OutputColumn]) -> Callable[[Any], list[Any]]:
    """What gives the value of every column in a row; None is nothing."""
    return _made_of(columns, [column.read for column in columns])


def cells_of(columns: Sequence[OutputColumn]) -> Callable[[Any], list[Cell]]:
    """What gives the cell of every column in a row."""
    return _made_of(columns, [column.written or _writer(column) for column in columns])


def _writer(column: OutputColumn) -> Callable[[Any], Cell] | None:
    read, write = column.read, _WRITERS.get(column.kind)
    if read and write:
        return lambda found: write(read(found))
    return read or write


def _made_of(
    columns: Sequence[OutputColumn], makers: Iterable[Callable[[Any], Any] | None]
) -> Callable[[Any], list[Any]]:
    """What stands at the places of the columns, and of that what is made of it.

    Columns that follow each other in one part of a row are looked up together: most of a row is empty, and then no
    more is done for them than that.
    """
    parts = [
        (way, [column.place[-1] for column in some]) for way, some in groupby(columns, lambda column: column.place[:-1])
    ]
    made = [(at, make) for at, make in enumerate(makers) if make is not None]

    def row_of(row: Any) -> list[Any]:
        found: list[Any] = []
        for way, names in parts:
            part = row
            for step in way:
                part = part.get(step)
                if part is None:
                    found += repeat(None, len(names))
                    break
            else:
                found += map(part.get, names)
        for at, make in made:
            if found[at] is not None:
                found[at] = make(found[at])
        return found

    return row_of


def clean_text(value: str) -> str:
    """What people typed, without what no table can hold."""
    return sanitize_text(value)


def list_text(parts: Iterable[object]) -> str:
    """A list in one cell."""
    texts = list(map(str, parts))
    whole = "".join(texts)
    if not (whole.isascii() and whole.isprintable()):  # else there is nothing to clean
        texts = list(map(clean_text, texts))
    return join_parts(texts)


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
