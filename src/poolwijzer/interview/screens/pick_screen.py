"""A short list to pick from, such as what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prompt_toolkit.formatted_text import to_plain_text

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
        from questionary import Choice
        from questionary.prompts.common import InquirerControl

        self._title = title
        self._few = len(choices) <= FEW
        self._size = len(choices)
        shown = [
            Choice(harmless(label), value=index, shortcut_key=str(index + 1) if self._few else None)
            for index, label in enumerate(choices)
        ]
        self._list = InquirerControl(
            shown,
            pointer="▸",
            use_indicator=False,
            use_shortcuts=self._few,
            show_selected=False,
            initial_choice=shown[at],
        )

    @property
    def at(self) -> int:
        """The choice that is pointed at, from 0."""
        return int(self._list.pointed_at)

    def press(self, key: str) -> Event | None:
        """Go back or pick; None where it only points elsewhere."""
        self.message = ""
        if key in ("escape", "left"):
            return "back"
        if key == "enter":
            return "next"
        if key == "up":
            self._list.select_previous()
        elif key == "down":
            self._list.select_next()
        elif self._few and key.isdecimal() and key.isascii() and 1 <= int(key) <= self._size:
            self._list.pointed_at = int(key) - 1
        return None

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        keys = [(f"1-{self._size}" if self._few else "↑↓", "aanwijzen"), ("Enter", "kiezen"), ("Esc", "terug")]
        question = [*layout.text(self._title, width, layout.STRONG), []]
        answers = Block(list(self._rows(width)), self.at, self.at)
        said = layout.message(self.message, width)
        return layout.arranged(layout.Parts([], [], question, answers, [], said, layout.keys_line(keys, width)), height)

    def _rows(self, width: int) -> Iterator[Line]:
        """Each choice on one line; questionary says how it looks."""
        for index, row in enumerate(to_plain_text(self._list.text).split("\n")):
            yield [(layout.POINTED if index == self.at else "", row if len(row) <= width else f"{row[: width - 1]}…")]
