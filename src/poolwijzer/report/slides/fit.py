"""What fits on a slide: what does not is shortened, or goes to the notes of that slide, by order of importance.

What leaves first is what leaves first in a report of a page (`report.sections.importance`). Nothing is lost: what was
left out or shortened stands whole in the notes. Letters never become smaller.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from poolwijzer.report.excerpt import CUT, WORTH
from poolwijzer.report.model import Labelled, Line
from poolwijzer.report.slides.measure import LEADING, SAFE, breadth, count_row_lines
from poolwijzer.report.slides.model import ITEM
from poolwijzer.report.typed_lines import LINE_END, run_on
from poolwijzer.report.typed_text import sanitize_text

Rows = tuple[tuple[str, Line], ...]
"""Labels with what stands behind them."""
CAPS = (4, 3)
"""To how many lines long texts are shortened, one after the other, before anything leaves."""
FEWEST, LAST = 2, 1
"""To how many they are shortened before what leaves last does; a line alone says nothing."""
STAY = 2
"""How many of the first entries stay until the end."""
MOST_LETTERS = 1200
"""No slide holds more of a text."""
WHOLE = 99
MORE = "…"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to tell on a slide: a label with a text of one paragraph."""

    label: str
    text: str
    leaves: int = 0
    """How soon it goes to the notes: 0 last, and of the others the highest first."""
    shorter: str = ""
    """What it says where there is no room for all of it."""
    shortens: int = 0
    """How soon it says only that."""
    unbroken: bool = False
    """Whether it stands there whole or not at all: half of who said what misleads."""
    noted: bool = True
    """Whether it goes to the notes where there is no room for it; not what only asks for more."""

    @property
    def row(self) -> tuple[str, Line]:
        """The whole of it."""
        return self.label, Line(self.text)


@dataclass
class _Placed:
    """An entry with what is left of it."""

    entry: Entry
    width: float
    cap: int = WHOLE
    """On how many lines it stands at most; 0 where it left."""
    short: bool = False
    _seen: dict[tuple[bool, int], tuple[str, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._told[0]

    @property
    def lines(self) -> int:
        """On how many lines that stands."""
        return self._told[1] if self.cap else 0

    @property
    def _told(self) -> tuple[str, int]:
        key = self.short, self.cap
        if key not in self._seen:
            told = self.entry.shorter if self.short else self.entry.text
            text = shorten(self.entry.label, told, self.width, WHOLE if self.entry.unbroken else self.cap)
            self._seen[key] = text, count_row_lines(self.entry.label, text, self.width)
        return self._seen[key]

    def leave(self) -> None:
        """Leave the slide."""
        self.cap = 0

    def say_less(self) -> None:
        """Say only what has to be said."""
        self.short = True

    @property
    def told_whole(self) -> bool:
        return bool(self.cap) and self.text == in_one(self.entry.text)


def fit_entries(entries: Sequence[Entry], width: float, height: float) -> tuple[Rows, Rows]:
    """What of these fits as rows below one another, and what goes to the notes: whole, also of what was shortened.

    Args:
        entries: What there is to tell, in the order in which it is read.
        width: In points.
        height: In points.
    """
    placed = [_Placed(entry, width) for entry in entries if entry.text.strip()]
    _shrink(placed, height)
    _grow(placed, height)
    shown = tuple((one.entry.label, Line(one.text)) for one in placed if one.cap)
    return shown, tuple(one.entry.row for one in placed if one.entry.noted and not one.told_whole)


def labelled(rows: Iterable[tuple[str, Line]]) -> tuple[Labelled, ...]:
    """Rows as a block; none without any."""
    told = tuple(rows)
    return (Labelled(told),) if told else ()


def _high(placed: Sequence[_Placed]) -> float:
    lines = [one.lines for one in placed if one.cap]
    return sum(lines) * LEADING + ITEM * max(len(lines) - 1, 0)


def _shrink(placed: list[_Placed], height: float) -> None:
    """Shorten long texts, leave out by importance, shorten more, and at last leave out from the end."""
    for step in _steps(placed):
        if _high(placed) <= height:
            return
        step()


def _steps(placed: Sequence[_Placed]) -> Iterator[Callable[[], None]]:
    for cap in CAPS:
        yield partial(_cap, placed, cap)
    leaving = [(one.entry.leaves, at, _Placed.leave) for at, one in enumerate(placed) if one.entry.leaves]
    leaving += [(one.entry.shortens, at, _Placed.say_less) for at, one in enumerate(placed) if one.entry.shortens]
    leaving.sort(key=lambda item: item[:2], reverse=True)
    yield from (partial(step, placed[at]) for leaves, at, step in leaving if leaves > LAST)
    yield partial(_cap, placed, FEWEST)
    yield from (partial(step, placed[at]) for leaves, at, step in leaving if leaves <= LAST)
    for one in placed[: STAY - 1 : -1]:
        yield one.leave
    yield partial(_cap, placed, 1)
    for one in reversed(placed):
        yield one.leave


def _cap(placed: Iterable[_Placed], cap: int) -> None:
    for one in placed:
        one.cap = min(one.cap, cap)


def _grow(placed: list[_Placed], height: float) -> None:
    """Let what was shortened more than it takes have its lines back, the most important first."""
    for one in sorted((one for one in placed if one.cap), key=lambda one: one.entry.leaves):
        while one.cap < WHOLE and not one.told_whole:
            before = one.lines
            one.cap += 1
            if _high(placed) > height:
                one.cap -= 1
                break
            if one.lines == before and one.cap > before + 1:
                break


def shorten(label: str, text: str, width: float, lines: int) -> str:
    """A text of one paragraph that stands on so many lines behind its label: cut behind a sentence, or at a word."""
    return _cut(text, lambda told: count_row_lines(label, told, width) <= lines) if lines else ""


def fit_line(text: str, width: float, size: float, *, bold: bool = True) -> str:
    """A text as far as it fits on one line."""
    return _cut(text, lambda told: breadth(told, size, bold=bold) <= width * SAFE)


def _cut(text: str, fits: Callable[[str], bool]) -> str:
    """As much of a text as fits, at a word or else within one; behind a sentence where that leaves most of it."""
    told = in_one(text)
    begun = told[:MOST_LETTERS]
    if begun == told and fits(told):
        return told
    for parts, between in ((begun.split(" "), " "), (list(begun), "")):
        most = bisect_left(range(1, len(parts)), True, key=lambda n: not fits(_marked(between.join(parts[:n]))))
        if most:
            kept = between.join(parts[:most])
            whole = max(kept.rfind(end) for end in (". ", "? ", "! ")) + 1
            return _marked(kept[:whole] if whole > len(kept) * WORTH else kept)
    return MORE


def in_one(text: str) -> str:
    """A text as a slide has it: in one paragraph, with single spaces; what is kept on a line stays on it."""
    return run_on(text) if "\n" in text else " ".join(filter(None, re.split("[ \t]+", text)))


def _marked(kept: str) -> str:
    """What was kept, with the sign that there is more; what turns the direction of writing in it ends with it."""
    return sanitize_text(f"{kept.removesuffix(LINE_END)}{CUT}")
