"""A short list to pick from, such as what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.interview.commands import Event
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.problems import harmless

FEW = 9
"""Up to so many choices a digit points at one."""


class PickScreen(Screen):
    """Choices under a question. A digit or an arrow points at one; Enter picks it."""

    def __init__(self, title: str, choices: Sequence[str], at: int = 0) -> None:
        """A list that begins at one of its choices."""
        self._title = title
        self._choices = choices
        self.at = at

    def press(self, key: str) -> Event | None:
        """Go back or pick; None where it only points elsewhere."""
        self.message = ""
        if key in ("escape", "left"):
            return "back"
        if key == "enter":
            return "next"
        if key in ("up", "down"):
            self.at = (self.at + (1 if key == "down" else -1)) % len(self._choices)
        elif key.isdecimal() and key.isascii() and 1 <= int(key) <= len(self._choices) <= FEW:
            self.at = int(key) - 1
        return None

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        few = len(self._choices) <= FEW
        keys = [(f"1-{len(self._choices)}" if few else "↑↓", "aanwijzen"), ("Enter", "kiezen"), ("Esc", "terug")]
        question = [*layout.text(self._title, width, layout.STRONG), []]
        answers = Block(list(self._rows(width, few)), self.at, self.at)
        said = layout.message(self.message, width)
        return layout.arranged(layout.Parts([], [], question, answers, [], said, layout.keys_line(keys, width)), height)

    def _rows(self, width: int, numbered: bool) -> Iterator[Line]:
        for index, choice in enumerate(map(harmless, self._choices)):
            pointer, style = ("▸", layout.POINTED) if index == self.at else (" ", "")
            row = f" {pointer} {f'{index + 1}) ' if numbered else ''}{choice}"
            yield [(style, row if len(row) <= width else f"{row[: width - 1]}…")]
