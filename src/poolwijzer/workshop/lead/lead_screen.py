"""The screen of a session on a beamer: the time in figures as large as fit, what to do now, and a row for each group.

Where there is little room the figures get smaller, and what can be read elsewhere goes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from prompt_toolkit.utils import get_cwidth

from poolwijzer.interview.commands import Event
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Line, Screen
from poolwijzer.workshop.lead.big_figures import breadth, draw_figures, largest_size
from poolwijzer.workshop.lead.group_rows import ATTENTION, group_rows, in_columns, rows_beside
from poolwijzer.workshop.lead.pressing import LeadKey
from poolwijzer.workshop.lead.view import LeadView

MOST_WIDE = 150
"""Columns beyond which the end of a row is too far from its beginning."""
TWO_BESIDE = 76
"""Columns from which two groups can stand on a row, where there are too many rows."""
_A_SIXTH = 6
"""The keys take no larger part of the screen than this."""
ENOUGH = 20
"""Rows from which none has to be saved on."""
_WITHOUT_TASKS = 2
"""How many of the ways to fill the screen leave out what to do now: the last."""
Body = Sequence[Sequence[Line]]


class LeadScreen(Screen):
    """Shows what there is to see at the moment that it is drawn."""

    tick = 1.0

    def __init__(
        self, view: Callable[[], LeadView], keys: Callable[[], Sequence[LeadKey]], press: Callable[[str], Event | None]
    ) -> None:
        """With what there is to see, the keys that mean something now, and what becomes of one."""
        self._view = view
        self._keys = keys
        self._press = press

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes what is shown."""
        self.message = ""
        return self._press(key)

    def readable(self, width: int) -> int:
        """More than a text: it is for a room."""
        return min(width, MOST_WIDE)

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        view = self._view()
        foot = layout.keys_line([(key.short, key.foot) for key in self._keys()], width)
        # What is said has a row of its own, also while nothing is: the clock stays where it is.
        said = layout.message(self.message, width) or ([[]] if height >= ENOUGH else [])
        foot = [*said, *(foot if len(foot) * _A_SIXTH <= height else foot[:1])]
        rows = height - len(foot)
        bodies = [[part for part in body if part] for body in _bodies(view, width)]
        # What to do now is worth more than large figures, and those are worth more than all else.
        for least, among in ((1, bodies[:-_WITHOUT_TASKS]), (0, bodies)):
            for body, air in ((one, air) for one in among for air in (len(one) - 1, 0)):
                used = _count(body) + air
                head = _head(view, width, rows - used)
                if len(head) >= 1 + least and len(head) + used <= rows:
                    return _spread(head, body, foot, height)
        lines = [*_head(view, width, 1), *(line for part in bodies[-1] for line in part)]
        cut = [*lines[: rows - 1], [(layout.QUIET, "…")]] if len(lines) > rows else lines
        return [*cut, *foot]


def _bodies(view: LeadView, width: int) -> Iterator[Body]:
    """What stands below the clock, from all of it to what matters most."""
    first, *others = [layout.text(task, width) for task in view.tasks]
    tasks = [*first, *(line for task in others for line in task)]
    rooms = [line for told in view.initiatives for line in _hanging(told, width)]
    todo = [line for told in view.todo for line in _hanging(f"{ATTENTION} {told}", width)]
    short: list[Line] = [[("", in_columns(f"{ATTENTION} {told}", width))] for told in view.todo]
    rows = group_rows(view.groups, width)
    beside = rows_beside(view.groups, width) if width >= TWO_BESIDE else rows
    yield tasks, rooms, rows, todo
    yield tasks, rooms, rows, short
    yield tasks, rooms, beside, short
    yield tasks, rows, short
    yield tasks, beside, short
    yield first, beside, short
    yield beside, short
    yield beside, short[:1]


def _count(body: Body) -> int:
    return sum(map(len, body))


def _head(view: LeadView, width: int, rows: int) -> list[Line]:
    """The title of the part and its clock, in no more rows than this where that can be."""
    title = f"{view.part}{f' · {view.number}' if view.number else ''}"
    state = _centred(view.state, width)
    size = largest_size(view.clock, width, rows - 3 - len(state))
    if not size:
        # On a narrow screen the last of these is what is left.
        return layout.between(title, " · ".join(filter(None, [view.state, view.clock])), width)
    margin = " " * ((width - breadth(view.clock, size)) // 2)
    figures: list[Line] = [[("", margin), (layout.STRONG, row)] for row in draw_figures(view.clock, size)]
    return [*layout.between(title, view.session, width), [], *figures, *state, []]


def _centred(words: str, width: int) -> list[Line]:
    if not words:
        return []
    shown = f" {words} "
    return [[("", " " * max(0, (width - get_cwidth(shown)) // 2)), ("class:mark", shown)]]


def _spread(head: list[Line], body: Body, foot: list[Line], height: int) -> list[Line]:
    """All of it, with a blank line between its parts as far as there is room for one."""
    lines = list(head)
    spare = height - len(head) - len(foot) - _count(body)
    for index, part in enumerate(body):
        if index and spare >= index:
            lines.append([])
        lines += part
    return [*lines, *[[] for _ in range(height - len(lines) - len(foot))], *foot]


def _hanging(words: str, width: int) -> list[Line]:
    """A text whose further lines stand a little in."""
    first, *rest = layout.text(words, width - 2)
    return [first, *([("", "  "), *line] for line in rest)]
