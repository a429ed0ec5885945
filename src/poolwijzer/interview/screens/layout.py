"""Fitting a screen into so many columns and rows: what is above and below stays, what is between scrolls."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from itertools import takewhile
from textwrap import wrap
from typing import NamedTuple

from poolwijzer.interview.commands import Event
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.problems import harmless

Fragment = tuple[str, str]
"""A style of prompt_toolkit, and a text in it."""
Line = list[Fragment]

QUIET, STRONG, SAID, POINTED = "class:quiet", "class:strong", "class:said", "class:pointed"
FILE = "class:file"
"""Of the file's name: the first to go where there is no room."""
WIDE, READABLE = 100, 84
"""From so many columns a screen stands in the middle, mostly in so many."""
TALL = 30
"""Rows above which a third of them stays empty above the question."""
BEAMER_WIDTH = 60
"""Wider than this a statement on a beamer is one long line at the top of an empty screen."""
MOST_LINES = 2
"""Of a statement on a beamer."""
LEAST, ENOUGH = 3, 6
"""Rows that scroll: at least, and with the clock above them."""
NOTHING_TO_PASTE = "Hier kunt u niets plakken."
CURSOR: Fragment = ("[SetCursorPosition]", "")
"""Where the cursor stands, for prompt_toolkit."""
NO_KEY = "Deze toets doet hier niets. Met ? ziet u alle toetsen."
ABOUT, SHORTLY = "?", "uitleg"
"""The key behind which all others are, and what it does in one word."""
MORE_ABOVE, MORE_BELOW = "↑ meer", "↓ meer"


def no_key(key: str) -> str:
    """What is said of a key that means nothing here: whoever pressed a letter or sign expected something of it."""
    return NO_KEY if len(key) == 1 else ""


class Screen(ABC):
    """Something that can be drawn and that understands keys."""

    @abstractmethod
    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes what is shown."""

    def readable(self, width: int) -> int:
        """In how many of so many columns it reads well: a wide terminal leaves the rest blank at both sides."""
        return min(width, READABLE)

    typing = False
    """Whether letters are text here, and a key that comes right behind another may be part of what was pasted."""
    holds_text = False
    """Whether something was typed that leaving at once would take away."""
    message = ""
    """What the screen itself has to say about the last key."""
    tick = 5.0
    """Seconds after which it is drawn anew though nobody pressed a key: the clock runs while people talk."""

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """What pasted text asks for, which may be more of what came just before; mostly nothing."""
        self.message = NOTHING_TO_PASTE
        return None

    @abstractmethod
    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen, in so many columns and rows."""


class Block(NamedTuple):
    """Lines that scroll, with the rows that must stay in view."""

    lines: list[Line]
    first: int = 0
    last: int = 0


def drawn(screen: Screen, columns: int, rows: int) -> list[Line]:
    """A screen as it stands on a terminal of this size: on a wide one in the middle, as wide as reads well."""
    # The last column stays free: a terminal that wraps at it would shift every line.
    width = max(columns - 1, 20)
    readable = width if columns < WIDE else screen.readable(width)
    margin: Line = [("", " " * ((width - readable) // 2))] if width > readable else []
    return [[*margin, *line] if line else line for line in screen.lines(readable, max(rows, 8))]


def text(words: str, width: int, style: str = "", indent: int = 0) -> list[Line]:
    """Running text, wrapped, each of its own lines anew; whatever somebody typed stays on the lines that it gets."""
    room = max(width - indent, 10)
    pieces = [piece for line in words.split("\n") for piece in wrap(harmless(line), room) or [""]]
    return [[("", " " * indent), (style, piece)] for piece in pieces]


def beamer_width(words: str, width: int) -> int:
    """How wide a statement is on a beamer: narrow, unless it needs more to fit on two lines."""
    narrow = min(width, BEAMER_WIDTH)
    return narrow if len(text(words, narrow - 2, "", 2)) <= MOST_LINES else width


def between(left: str, right: str, width: int) -> list[Line]:
    """Two texts at the ends of a line; where there is little room the last part of the right one, or that below."""
    left, right = harmless(left), harmless(right)
    for shown in (right, right.rpartition(" · ")[2]):
        room = width - len(left) - len(shown)
        if room >= 2:
            return [[(STRONG, left), ("", " " * room), (QUIET, shown)]]
    return [*text(left, width, STRONG), *text(right, width, QUIET)]


def head(progress: str, around: Surroundings, width: int) -> list[Line]:
    """What stands above every question: how far, how long, and in which file."""
    lines = between(progress, around.clock(), width)
    return [*lines, *text(around.file, width, FILE)] if around.file else lines


def message(said: str, width: int) -> list[Line]:
    """What the last answer did or why it was refused, to its last word."""
    return text(said, width, SAID) if said else []


def keys_line(keys: Iterable[tuple[str, str]], width: int) -> list[Line]:
    """What each key does, on as few lines as will do; a key never parts from its word.

    Where that takes more than one, `?` stands on the first, in a word: behind it are all others.
    """
    shown = list(keys)
    lines = _filled(shown, width)
    about = [(key, SHORTLY) for key, _ in shown if key == ABOUT]
    if len(lines) == 1 or not about:
        return lines
    others = [entry for entry in shown if entry[0] != ABOUT]
    fits = (len(_filled([*others[:count], *about], width)) == 1 for count in range(1, len(others)))
    first = max(sum(takewhile(bool, fits)), 1)
    return _filled([*others[:first], *about, *others[first:]], width)


def _filled(keys: Iterable[tuple[str, str]], width: int) -> list[Line]:
    lines: list[Line] = [[]]
    used = 0
    for key, meaning in keys:
        size = len(key) + 1 + len(meaning)
        if used and used + 2 + size > width:
            lines.append([])
            used = 0
        lines[-1] += [*([("", "  ")] if used else []), ("class:key", key), (QUIET, f" {meaning}")]
        used += size + (2 if used else 0)
    return lines


class Parts(NamedTuple):
    """A question on a screen. What was said stands above the question, though it is not named first here."""

    head: list[Line]
    form: list[Line]
    question: list[Line]
    answers: Block
    below: list[Line]
    said: list[Line]
    keys: list[Line]


def arranged(parts: Parts, height: int) -> list[Line]:
    """All of it where there is room. Else the form goes, then the file and most keys, then the clock: never answers.

    Where not even these fit without all that, they scroll below the question.
    """
    head, form, question, answers, below, said, keys = parts
    asked = [*said, *([[]] if said else []), *question]
    clock = [line for line in head if not any(style == FILE for style, _ in line)]
    for above, filled in ((head, form), (head, [])):
        if _rows(above, filled, asked, answers.lines, below, keys) <= height:
            before = [*_air(height), *filled, *asked]
            block = Block([*before, *answers.lines, *below], len(before) + answers.first, len(before) + answers.last)
            return fitted(above, block, keys, height)
    asked = [line for line in asked if _rows([line])]
    # Whoever goes to the last answer sees what stands below it too.
    last = answers.last if answers.last < len(answers.lines) - 1 else len(answers.lines) + len(below) - 1
    block = Block([*answers.lines, *below], answers.first, last)
    # One row tells that there is more.
    more = 1 if below else 0
    for above, foot in ((head, keys), (clock, keys), (clock, keys[:1]), ([], keys[:1]), ([], [])):
        if _rows(above, asked, answers.lines, foot) + more <= height:
            return fitted([*above, *asked], block, foot, height)
    for above, room in ((clock, ENOUGH), ([], LEAST)):
        if _rows(above, asked, keys[:1]) + room <= height:
            return fitted([*above, *asked], block, keys[:1], height)
    moved = Block([*asked, *block.lines], len(asked) + answers.first, len(asked) + answers.last)
    return fitted([], moved, keys[:1], height)


def _air(height: int) -> list[Line]:
    """Blank lines above what is asked: it does not stick to the top of a tall screen."""
    return [[] for _ in range(max(height - TALL, 0) // 3)]


def _rows(*groups: Sequence[Line]) -> int:
    """How many lines of these say something."""
    return sum(any(part.strip() for _, part in line) for lines in groups for line in lines)


def fitted(head: Sequence[Line], body: Block, foot: Sequence[Line], height: int) -> list[Line]:
    """Exactly what a screen has room for; blank lines go first, then what lies furthest from the focus."""
    # On a screen that is far too small, the words of the keys give way first.
    least = min(LEAST, len(body.lines))
    foot = foot[: max(height - len(head) - least, 1)]
    room = max(height - len(head) - len(foot), least)
    body = _without_blanks(body, room) if len(body.lines) > room else body
    lines = body.lines
    if len(lines) <= room:
        return [*head, *lines, *[[] for _ in range(room - len(lines))], *foot]
    top = min(max(0, body.last - room + 2), max(0, body.first - 1), len(lines) - room)
    if body.last - top > room - 1 > body.last - body.first:
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
