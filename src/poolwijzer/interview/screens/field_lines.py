"""What a field looks like: its rows with the cursor, so many as there is room for, and what stands next to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from prompt_toolkit.utils import get_cwidth

from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.text_field import TextField
from poolwijzer.interview.screens.text_rows import row_of

PROMPT = " › "
"""Before every line that somebody typed, and not before the rows on which it goes on."""
GAP = 3
FIELD_AND_BESIDE = 147
"""In how many columns the two of them read well."""
_WIDE, _WIDEST_BESIDE = 110, 60
"""From how many columns on there is room for something next to a field, and how many that takes at most."""


def rows_of_field(field: TextField) -> tuple[list[Line], int]:
    """The rows of a field with the cursor in it, and on which of them that is."""
    text, rows, cursor = field.shown, field.rows(), field.document.cursor_position
    lines: list[Line] = [
        [("", PROMPT if row.begins else " " * len(PROMPT)), ("", text[row.start : row.end])] for row in rows
    ]
    at = row_of(rows, cursor)
    here = rows[at]
    lines[at][1:] = [("", text[here.start : cursor]), layout.CURSOR, ("", text[cursor : here.end])]
    return lines, at


class Scroll:
    """Which of the rows are in view: as long as the cursor is among them, the same."""

    def __init__(self) -> None:
        """At the top."""
        self._top = 0

    def window(self, lines: list[Line], cursor: int, room: int) -> tuple[list[Line], int]:
        """So many of the lines, and where the cursor is among them; a sign tells that there are more."""
        if len(lines) <= room:
            self._top = 0
            return lines, cursor
        lowest, highest = cursor - room + 2, max(cursor - 1, 0)
        top = self._top = min(max(self._top, lowest, 0), highest, len(lines) - room)
        shown = lines[top : top + room]
        if top:
            shown[0] = [(layout.QUIET, layout.MORE_ABOVE)]
        if top + room < len(lines):
            shown[-1] = [(layout.QUIET, layout.MORE_BELOW)]
        return shown, cursor - top


def beside_width(width: int) -> int:
    """How many columns there are for what stands next to a field; 0 where it has to stand above that."""
    return min((width - GAP) * 2 // 5, _WIDEST_BESIDE) if width + 1 >= _WIDE else 0


def hanging(words: str, width: int) -> list[Line]:
    """A line of what stands beside a question; where it goes on below, it stands further in."""
    first, *rest = layout.text(words, width - 2)
    return [first, *([("", "  "), *line] for line in rest)]


def cut_off(lines: list[Line], room: int) -> list[Line]:
    """The first of these lines, with a sign where there are more."""
    return lines if len(lines) <= room else [*lines[: max(room - 1, 0)], [(layout.QUIET, layout.MORE_BELOW)]][:room]


def next_to(left: Sequence[Line], right: Sequence[Line], width: int) -> list[Line]:
    """Two columns, of which the first takes so much."""
    lines: list[Line] = []
    nothing: Line = []
    for one, other in zip_longest(left, right, fillvalue=nothing):
        used = sum(get_cwidth(text) for _, text in one)
        lines.append([*one, ("", " " * max(width - used, 0)), *other])
    return lines
