"""Fitting a screen into so many columns and rows: what is above and below stays, what is between scrolls."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple

from poolwijzer.interview.commands import Event
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.problems import harmless

Fragment = tuple[str, str]
"""A style of prompt_toolkit, and a text in it."""
Line = list[Fragment]

QUIET, STRONG, SAID, POINTED = "class:quiet", "class:strong", "class:said", "class:pointed"
BEAMER_WIDTH = 60
"""Wider than this a statement on a beamer is one long line at the top of an empty screen."""
MOST_LINES = 2
"""Of a statement on a beamer."""
LEAST = 3
"""Rows that scroll, at least."""
MORE_ABOVE, MORE_BELOW = "↑ meer", "↓ meer"


class Screen(ABC):
    """Something that can be drawn and that understands keys."""

    @abstractmethod
    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes what is shown."""

    def paste(self, pasted: str) -> Event | None:
        """What pasted text asks for; mostly nothing."""
        return None

    @abstractmethod
    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen, in so many columns and rows."""


class Block(NamedTuple):
    """Lines that scroll, with the rows that must stay in view."""

    lines: list[Line]
    first: int = 0
    last: int = 0


def text(words: str, width: int, style: str = "", indent: int = 0) -> list[Line]:
    """Running text, wrapped; whatever somebody typed stays on the lines that it gets."""
    pieces = wrap(harmless(words), max(width - indent, 10)) or [""]
    return [[("", " " * indent), (style, piece)] for piece in pieces]


def beamer_width(words: str, width: int) -> int:
    """How wide a statement is on a beamer: narrow, unless it needs more to fit on two lines."""
    narrow = min(width, BEAMER_WIDTH)
    return narrow if len(text(words, narrow - 2, "", 2)) <= MOST_LINES else width


def between(left: str, right: str, width: int) -> Line:
    """Two texts at the ends of a line; the right one gives way where there is no room."""
    left, right = harmless(left), harmless(right)
    room = width - len(left) - len(right)
    return [(STRONG, left), ("", " " * room), (QUIET, right)] if room >= 2 else [(STRONG, left[:width])]


def head(progress: str, around: Surroundings, width: int) -> list[Line]:
    """What stands above every question: how far, how long, and in which file."""
    lines = [between(progress, around.clock, width)]
    return [*lines, [(QUIET, harmless(around.file)[-width:])]] if around.file else lines


def foot(said: str, keys: Iterable[tuple[str, str]], width: int) -> list[Line]:
    """What stands below everything: what the last answer did, and the keys."""
    return [*(text(said, width, SAID) if said else []), *keys_line(keys, width)]


def keys_line(keys: Iterable[tuple[str, str]], width: int) -> list[Line]:
    """What each key does, on as few lines as will do; a key never parts from its word."""
    lines: list[Line] = [[]]
    used = 0
    for key, meaning in keys:
        size = len(key) + len(meaning) + 3
        if used and used + size > width:
            lines.append([])
            used = 0
        lines[-1] += [("class:key", key), (QUIET, f" {meaning}  ")]
        used += size
    return lines


def fitted(head: Sequence[Line], body: Block, foot: Sequence[Line], height: int) -> list[Line]:
    """Exactly what a screen has room for; blank lines go first, then what lies furthest from the focus."""
    # On a screen that is far too small, the words of the keys give way first.
    foot = foot[: max(height - len(head) - LEAST, 1)]
    room = max(height - len(head) - len(foot), LEAST)
    body = _without_blanks(body, room) if len(body.lines) > room else body
    lines = body.lines
    if len(lines) <= room:
        return [*head, *lines, *[[] for _ in range(room - len(lines))], *foot]
    top = min(max(0, body.last - room + 2), max(0, body.first - 1), len(lines) - room)
    if body.last - top > room - 1:
        top = min(body.last - room + 1, len(lines) - room)
    shown = lines[top : top + room]
    if top:
        shown[0] = [(QUIET, MORE_ABOVE)]
    if top + room < len(lines):
        shown[-1] = [(QUIET, MORE_BELOW)]
    return [*head, *shown, *foot]


def _without_blanks(body: Block, room: int) -> Block:
    """The same lines with fewer blank ones, from the top, until they fit."""
    spare = len(body.lines) - room
    kept: list[Line] = []
    first, last = body.first, body.last
    for index, line in enumerate(body.lines):
        if spare > 0 and not any(part.strip() for _, part in line):
            spare -= 1
            first -= index < body.first
            last -= index < body.last
        else:
            kept.append(line)
    return Block(kept, max(first, 0), max(last, 0))
