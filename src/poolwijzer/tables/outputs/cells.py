"""A column of a table of outcomes: all there is to say about it in one place, and how its values stand in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby, repeat
from typing import Any, Literal, NamedTuple, TypeAlias

from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.lists import BETWEEN, join_parts

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
    """What stands at the places of the columns, and of that what is made of it."""
    add = _adder(list(zip(columns, makers, strict=True)), 0)

    def row_of(row: Any) -> list[Any]:
        found: list[Any] = []
        add(row, found)
        return found

    return row_of


def _adder(
    columns: Sequence[tuple[OutputColumn, Callable[[Any], Any] | None]], depth: int
) -> Callable[[Any, list[Any]], None]:
    """What adds the values of columns that stand in one part of a row, so many steps deep.

    Columns that follow each other in a smaller part are looked up together: most of a row is empty, and then no more is
    done for them than to see that their part is.
    """

    def step_of(column: tuple[OutputColumn, Any]) -> str | None:
        place = column[0].place
        return place[depth] if len(place) > depth + 1 else None

    steps: list[tuple[list[str], list[tuple[int, Callable[[Any], Any]]], str, Any, int]] = []
    for step, group in groupby(columns, step_of):
        some = list(group)
        names = [column.place[-1] for column, _ in some] if step is None else []
        made = [(at, make) for at, (_, make) in enumerate(some) if make] if step is None else []
        steps.append((names, made, step or "", _adder(some, depth + 1) if step is not None else None, len(some)))

    def add(part: Any, found: list[Any]) -> None:
        for names, made, step, inner, width in steps:
            if inner is None:
                start = len(found)
                found += map(part.get, names)
                for at, make in made:
                    value = found[start + at]
                    if value is not None:
                        found[start + at] = make(value)
            elif below := part.get(step):
                inner(below, found)
            else:
                found += repeat(None, width)

    return add


def clean_text(value: str) -> str:
    """What people typed, without what no table can hold."""
    return sanitize_text(value)


def list_text(parts: Iterable[object]) -> str:
    """A list in one cell."""
    texts = list(map(str, parts))
    joined = BETWEEN.join(texts)
    if not (joined.isascii() and joined.isprintable()):  # else there is nothing to clean
        return join_parts(list(map(clean_text, texts)))
    return join_parts(texts, joined)


def _text(value: str | None) -> str | None:
    return clean_text(value) if value else None


def _list(value: Sequence[object] | None) -> str | None:
    if not value:
        return None
    return list_text("" if part is None else part for part in value) if None in value else list_text(value)


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
