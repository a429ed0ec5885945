"""On which rows a text stands where it is typed: it goes on below between two words, and in a word that is too long."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from prompt_toolkit.utils import get_cwidth


class TextRow(NamedTuple):
    """A row: the part of the text that stands on it, without the end of a line."""

    start: int
    end: int
    begins: bool
    """Whether a line of the text begins here; else it goes on from the row above."""
    ends: bool
    """Whether that line ends here, so that the cursor can stand behind the last sign."""


def wrap_rows(text: str, room: int) -> list[TextRow]:
    """The rows of a text in so many columns; a space that ends a row may stand in one column more."""
    rows: list[TextRow] = []
    start = 0
    for line in text.split("\n"):
        cuts = [0, *_cuts(line, room), len(line)]
        last = len(cuts) - 2
        rows += [
            TextRow(start + begin, start + end, number == 0, number == last)
            for number, (begin, end) in enumerate(pairwise(cuts))
        ]
        start += len(line) + 1
    return rows


def _cuts(line: str, room: int) -> Iterator[int]:
    """Where a line goes on in the next row."""
    begin = word = used = 0
    for index, sign in enumerate(line):
        wide = get_cwidth(sign)
        hangs = sign == " " and used <= room
        # A word that comes on a row of its own may still be too long for that.
        while used + wide > room and index > begin and not hangs:
            begin = word if word > begin else index
            yield begin
            used = get_cwidth(line[begin:index])
        used += wide
        word = index + 1 if sign == " " else word


def row_of(rows: Sequence[TextRow], cursor: int) -> int:
    """The row that the cursor stands on."""
    return bisect_right([row.start for row in rows], cursor) - 1


def column_in(text: str, row: TextRow, cursor: int) -> int:
    """In which column of a row the cursor stands."""
    return get_cwidth(text[row.start : cursor])


def place_in(text: str, row: TextRow, column: int) -> int:
    """Where in the text the cursor stands in this column of a row, or as near to it as the row goes."""
    last = row.end if row.ends else max(row.end - 1, row.start)
    at, used = row.start, 0
    # What has no width of its own goes with the sign before it.
    while at < last and (used + get_cwidth(text[at]) <= column or (at > row.start and not get_cwidth(text[at]))):
        used += get_cwidth(text[at])
        at += 1
    return at
