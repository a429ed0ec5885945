"""What fits on a slide: what does not is shortened, or goes to the notes of that slide, by order of importance.

What leaves first is what leaves first in a report of a page (`report.sections.importance`). Nothing is lost: what was
left out or shortened stands whole in the notes. Letters never become smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from poolwijzer.report.model import Labelled, Line
from poolwijzer.report.slides.cut import cut_text, is_all, shorten
from poolwijzer.report.slides.measure import LEADING, SAFE, breadth, count_row_lines
from poolwijzer.report.slides.model import ITEM

Rows = tuple[tuple[str, Line], ...]
"""Labels with what stands behind them."""
CAPS = (4, 3)
"""To how many lines long texts are shortened, one after the other, before anything leaves."""
FEWEST, LAST = 2, 1
"""To how many they are shortened before what leaves last does; a line alone says nothing."""
STAY = 2
"""How many of the first entries stay until the end."""
WHOLE = 99
"""More lines than any slide has."""


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
        return bool(self.cap) and is_all(self.text, self.entry.text)


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


def fit_line(text: str, width: float, size: float, *, bold: bool = True) -> str:
    """A text as far as it fits on one line."""
    return cut_text(text, lambda told: breadth(told, size, bold=bold) <= width * SAFE)
