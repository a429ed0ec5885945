"""The groups of a session in rows: as much of each as there are columns for, how far it is first of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile

from prompt_toolkit.utils import get_cwidth

from poolwijzer.interview.screens.layout import QUIET, STRONG, Line
from poolwijzer.workshop.lead.view import GroupLine

ATTENTION = "!"
"""Before a group about whose file there is something to do."""
SAVED = "bewaard {}"
GAP = 2
"""Columns between two things on a row."""
BEGIN = 4
"""Columns of what stands before the name: the mark and the key."""
_AT = "bij de "
"""What goes first of how far a group is, where there is little room."""
KNOWN_BY = 12
"""Columns by which a name that is too long can still be known."""


def group_rows(groups: Sequence[GroupLine], width: int) -> list[Line]:
    """A row for each group."""
    if not groups:
        return []
    if not _fits(groups, width):
        groups = [one._replace(words=one.words.removeprefix(_AT)) for one in groups]
    # The name keeps a column at least, to be seen to be cut off.
    words = min(_widest(one.words for one in groups), width - BEGIN - 1 - GAP)
    saved = _widest(_saved(one) for one in groups)
    name, initiative = _widest(one.name for one in groups), _widest(one.initiative for one in groups)
    left = width - BEGIN - _with_gap(words)
    for shown in (saved, 0):
        room = left - _with_gap(shown)
        first = min(name, max(KNOWN_BY, room - _with_gap(initiative)))
        second = min(initiative, room - first - GAP)
        if initiative and second >= min(initiative, KNOWN_BY):
            return [_row(one, first, second, words, shown) for one in groups]
    shown = saved if min(name, KNOWN_BY) + _with_gap(saved) <= left else 0
    first = max(min(name, left - _with_gap(shown)), 1)
    return [_row(one, first, 0, words, shown) for one in groups]


def rows_beside(groups: Sequence[GroupLine], width: int) -> list[Line]:
    """Two groups on a row, the first half at the left, without their initiatives; one where that is too wide."""
    half = (width - 2 * GAP) // 2
    if not _fits(groups, half):
        return group_rows(groups, width)
    rows = (len(groups) + 1) // 2
    short = [one._replace(initiative="", saved="") for one in groups]
    left, right = group_rows(short[:rows], half), group_rows(short[rows:], half)
    margin = half + 2 * GAP
    found: list[Line] = []
    for index, line in enumerate(left):
        beside = [("", " " * max(margin - _columns_of(line), GAP)), *right[index]] if index < len(right) else []
        found.append([*line, *beside])
    return found


def _fits(groups: Sequence[GroupLine], width: int) -> bool:
    """Whether each group can be known in so many columns, with how far it is."""
    name, words = _widest(one.name for one in groups), _widest(one.words for one in groups)
    return BEGIN + min(name, KNOWN_BY) + GAP + words <= width


def _columns_of(line: Line) -> int:
    return sum(get_cwidth(part) for _, part in line)


def _row(one: GroupLine, name: int, initiative: int, words: int, saved: int) -> Line:
    parts = [("", in_columns(one.initiative, initiative)), (STRONG, in_columns(one.words, words))]
    if saved:
        parts.append((QUIET, in_columns(_saved(one), saved)))
    line: Line = [(STRONG, f"{ATTENTION if one.attention else ' '} {one.key} "), ("", in_columns(one.name, name))]
    for style, part in parts:
        if part:
            line += [("", " " * GAP), (style, part)]
    return line


def _saved(one: GroupLine) -> str:
    return SAVED.format(one.saved) if one.saved else ""


def _widest(texts: Iterable[str]) -> int:
    return max(map(get_cwidth, texts), default=0)


def _with_gap(columns: int) -> int:
    return columns + GAP if columns else 0


def in_columns(words: str, columns: int) -> str:
    """A text in just so many columns; one that does not fit ends in `…`."""
    if get_cwidth(words) > columns:
        widths = accumulate(map(get_cwidth, words))
        kept = words[: sum(1 for _ in takewhile(lambda used: used < columns, widths))]
        words = f"{kept}…" if columns else ""
    return words + " " * (columns - get_cwidth(words))
