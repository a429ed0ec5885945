"""A short list to pick from, such as what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from prompt_toolkit.formatted_text import to_plain_text

from poolwijzer.interview.commands import Event
from poolwijzer.interview.keys import ANSWER_KEYS, KEYS, foot_of, meaning_of, small
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.interview.screens.list_screen import NOT_HERE
from poolwijzer.problems import harmless

FEW = 15
"""Up to so many choices each has a key; the answers in an overview of all questions are numbers themselves."""


class PickScreen(Screen):
    """Choices under a question. A digit picks one; Enter picks what an arrow points at."""

    def __init__(self, title: str, choices: Sequence[str], at: int = 0, *, first: bool = False) -> None:
        """A list that begins at one of its choices; before the first of all there is nothing to go back to."""
        from questionary import Choice
        from questionary.prompts.common import InquirerControl

        self._title = title
        self._leave = ("Esc", KEYS["stop"].foot) if first else foot_of("back", "page")
        self._labels = [_in_one_line(label) for label in choices]
        self._few = len(choices) <= FEW
        self._size = len(choices)
        shown = [
            Choice(f"{ANSWER_KEYS[index]} {label}" if self._few else label, value=index)
            for index, label in enumerate(self._labels)
        ]
        self._list = InquirerControl(
            shown,
            pointer="▸",
            use_indicator=False,
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
        meaning = meaning_of(small(key, ANSWER_KEYS), ("choose", "choose-more", "point", "page", "onward", "back"))
        if meaning == "point":
            self._list.select_previous() if key == "up" else self._list.select_next()
        elif meaning == "page":
            self._list.pointed_at = min(max(self.at + (FEW if key == "pagedown" else -FEW), 0), self._size - 1)
        elif meaning == "onward":
            return "next"
        elif meaning in ("choose", "choose-more"):
            if self._few and key in ANSWER_KEYS[: self._size]:
                self._list.pointed_at = ANSWER_KEYS.index(key)
                return "next"
            self.message = NOT_HERE.format(key)
        return "back" if meaning == "back" else None

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        foot = [(self._keys(), "kiezen") if self._few else foot_of("point", "card"), ("Enter", "kiezen")]
        question = [*layout.text(self._title, width, layout.STRONG), []]
        said = layout.message(self.message, width)
        keys_line = layout.keys_line([*foot, self._leave], width)
        return layout.arranged(layout.Parts([], [], question, self._rows(width), [], said, keys_line), height)

    def _keys(self) -> str:
        """What picks one of a few: `1-9, A-C`."""
        return f"1-{min(self._size, 9)}{f', A-{ANSWER_KEYS[self._size - 1]}' if self._size > 9 else ''}"

    def _rows(self, width: int) -> Block:
        """Each choice on as many lines as it takes; questionary says how the first of them begins."""
        lines: list[Line] = []
        first = last = 0
        for index, row in enumerate(to_plain_text(self._list.text).split("\n")):
            begin = row.removesuffix(self._labels[index])
            style = layout.POINTED if index == self.at else ""
            words, *rest = layout.text(self._labels[index], width - 2, style, len(begin))
            if index == self.at:
                first, last = len(lines), len(lines) + len(rest)
            # What goes on hangs under the words, past the mark of an answer.
            lines += [[(style, begin), *words[1:]], *([("", "  "), *line] for line in rest)]
        return Block(lines, first, last)


def _in_one_line(label: str) -> str:
    return harmless(" / ".join(label.split("\n")))
