"""Counting hands: the statement and its answers stay where they were, and a number is typed for each."""

from __future__ import annotations

from collections.abc import Mapping

from poolwijzer.assessment.answer import MOST_HANDS
from poolwijzer.dutch import count_things
from poolwijzer.interview.commands import Event
from poolwijzer.interview.keys import asks_always, foot_of
from poolwijzer.interview.picking import hands_row
from poolwijzer.interview.presenter import KeepHands, Surroundings
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import CURSOR, Block, Line, Screen
from poolwijzer.interview.screens.question_lines import (
    answer_rows,
    begin_of,
    hands_behind,
    note_lines,
    question_screen,
    tick_of,
)

HOW = "Typ bij elk antwoord hoeveel handen er omhoog gaan. Met ↓ gaat u naar het volgende antwoord."
NO_NUMBER = "Typ een aantal handen. Met ↑ en ↓ gaat u naar een ander antwoord."
NO_ROW = "Dit is geen rij aantallen, zoals 0 1 2 5 1."
TOO_MANY = f"Een aantal handen heeft hooguit {len(str(MOST_HANDS))} cijfers."
FOOT = (
    *(("0-9", "aantal"), ("↑↓", "ander antwoord")),
    *(foot_of(name, "hands") for name in ("onward", "explain", "back")),
)
_WAYS: dict[str, Event] = {"enter": "next", "right": "next", "escape": "back", "left": "back"}
_BY = {"down": 1, "tab": 1, "up": -1, "backtab": -1}


class HandsScreen(Screen):
    """A number for each answer. What is typed is kept at once, so whoever leaves has nothing to confirm."""

    typing = True

    def __init__(self, question: InterviewQuestion, around: Surroundings, keep: KeepHands) -> None:
        """The first answer is pointed at; `keep` hears of every number that changes."""
        self.question = question
        self.around = around
        self._keep = keep
        self.counts = {item.value: item.hands or 0 for item in question.items}
        self.at = 0
        self._begun = False
        """Whether the number that is pointed at is being typed; else the next digit begins another."""

    def resume(self, before: HandsScreen) -> None:
        """Go on at the answer that was counted when this count was last shown."""
        self.at = before.at

    # What a key means.

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it changed a number or points at another."""
        self.message, self.around = "", self.around._replace(said="")
        if event := _WAYS.get(key) or asks_always(key):
            return event
        size = len(self.question.items)
        if key in _BY:
            self._point_at((self.at + _BY[key]) % size)
        elif key.isspace():  # as between the numbers of a row
            self._point_at(min(self.at + 1, size - 1))
        elif key == "backspace":
            self._put(self._here // 10)
        elif key == "delete":
            self._put(0)
        elif key.isascii() and key.isdigit():
            self._type(key)
        else:
            self.message = NO_NUMBER
        return None

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """Numbers that came all at once on one line, such as `0 1 2 5 1`."""
        counts = hands_row(self.question, pasted) if not more and len(pasted.strip().splitlines()) == 1 else None
        if counts is None:
            self.message = NO_ROW
        else:
            self._change(counts)
        return None

    @property
    def _here(self) -> int:
        return self.counts[self._value]

    @property
    def _value(self) -> str:
        return self.question.items[self.at].value

    def _point_at(self, index: int) -> None:
        self.at, self._begun = index, False

    def _type(self, digit: str) -> None:
        number = int(f"{self._here if self._begun else 0}{digit}")
        if number > MOST_HANDS:
            self.message = TOO_MANY
        else:
            self._put(number)

    def _put(self, number: int) -> None:
        self._begun = True
        self._change({self._value: number})

    def _change(self, counts: Mapping[str, int]) -> None:
        changed = {**self.counts, **counts}
        if changed != self.counts:
            self.counts = changed
            self.message = self._keep(changed)

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        said = self.message or self.around.said
        return question_screen(
            self.question, self.around, self._answers(width), self._below(width), said, FOOT, (width, height)
        )

    def _answers(self, width: int) -> Block:
        hands = hands_behind(self.question, self.counts, width)
        lines: list[Line] = []
        first = last = 0
        for index, item in enumerate(self.question.items):
            rows = list(self._item(item, index == self.at, hands[item.value], width))
            if index == self.at:
                first, last = len(lines), len(lines) + len(rows) - 1
            lines += rows
        return Block(lines, first, last)

    def _item(self, item: AnswerItem, pointed: bool, hands: tuple[str, str, str], width: int) -> list[Line]:
        space, number, bar = hands
        style = layout.POINTED if pointed else ""
        typed: Line = [("class:mark", number), CURSOR] if pointed else [(layout.QUIET, number)]
        begin = begin_of(item, pointed, tick_of(item, self.question))
        return list(answer_rows(item, begin, style, width, [], [("", space), *typed, (layout.QUIET, bar)]))

    def _below(self, width: int) -> list[Line]:
        total = sum(self.counts.values())
        counted = layout.text(count_things(total, "hand", "handen") if total else HOW, width, layout.STRONG, 2)
        return [[], *counted, *note_lines(self.question, width)]
