"""Something to read: a report or a part of one, with what can be done from there."""

from __future__ import annotations

import io

from prompt_toolkit.formatted_text import ANSI, to_formatted_text
from rich.console import Console

from poolwijzer.drawing.canvas import HEIGHT, LOWEST
from poolwijzer.formats.terminal import show_report
from poolwijzer.interview.commands import Event, PageKeys
from poolwijzer.interview.keys import foot_of, small
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Line, Screen
from poolwijzer.report.model import Report

_LEAST_ROWS_FOR_A_LARGE_PICTURE = 34


class PageScreen(Screen):
    """A text that scrolls."""

    def __init__(self, report: Report, around: Surroundings, keys: PageKeys, progress: str = "") -> None:
        """A page with its own keys."""
        self.report = report
        self.around = around
        self.keys = keys
        self.progress = progress
        self.top = 0
        self._room = 1
        self._length = 1

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it scrolled."""
        self.message = ""
        # The first and last row may only tell that there is more: what these stand for comes with the next.
        page = max(self._room - 2, 1)
        by = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}.get(key)
        if by is not None:
            self.top = max(0, min(self.top + by, self._length - self._room))
            return None
        pressed = small(key, self.keys)
        found = self.keys.get("escape" if pressed == "left" else pressed)
        self.message = layout.no_key(key) if not found and layout.ABOUT in self.keys else ""
        return found[1] if found else None

    def lines(self, width: int, height: int) -> list[Line]:
        """The part of the text that is in view."""
        head = layout.between(self.progress, self.around.clock(), width) if self.progress else []
        said = layout.message(self.message or self.around.said, width)
        head = [*head, *said, *([[]] if said else [])]
        shown = [(_shown(key), meaning) for key, (meaning, _) in self.keys.items() if meaning]
        foot = layout.keys_line([foot_of("point", "page"), *shown], width)
        body = render_report(self.report, width, LOWEST if height < _LEAST_ROWS_FOR_A_LARGE_PICTURE else HEIGHT)
        # On a screen that is far too small, what is above and below gives way first.
        foot = foot[: max(height - len(head) - layout.LEAST, 1)]
        head = head[: max(height - len(foot) - layout.LEAST, 0)]
        self._length, self._room = len(body), height - len(head) - len(foot)
        self.top = max(0, min(self.top, self._length - self._room))
        view = body[self.top : self.top + self._room]
        if self.top:
            view[0] = [(layout.QUIET, layout.MORE_ABOVE)]
        if self.top + self._room < self._length:
            view[-1] = [(layout.QUIET, layout.MORE_BELOW)]
        return [*head, *view, *[[] for _ in range(self._room - len(view))], *foot]


def _shown(key: str) -> str:
    return {"enter": "Enter", "escape": "Esc"}.get(key, key)


def render_report(report: Report, width: int, rows: int) -> list[Line]:
    """A report as the lines of a screen, in the colours that it has on a terminal."""
    console = Console(file=io.StringIO(), width=width, force_terminal=True, legacy_windows=False)
    show_report(report, console, rows)
    assert isinstance(console.file, io.StringIO)
    lines = console.file.getvalue().rstrip("\n").split("\n")
    return [[(style, part) for style, part, *_ in to_formatted_text(ANSI(line))] for line in lines]
