"""A question with answers to pick from: one, several, or the options of the menu card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.formats.terminal import SIGNS
from poolwijzer.interview.commands import AboutOption, AnswerRow, Event, Keep, MarkOption, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import AT_FIRST, WEET_NIET, AnswerItem, InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.interview.screens.question_lines import (
    answer_rows,
    begin_of,
    beside_lines,
    hands_behind,
    question_screen,
    tick_of,
)

CHOOSE_FIRST = "Kies een antwoord. Of druk op → om deze vraag over te slaan."
NO_ROW = "Dit is geen rij antwoorden, zoals 4 5 w 2 3. Is het een notitie? Druk eerst op n, en plak dan."
_LETTERS: dict[str, Event] = {
    "O": "overview",
    "u": "outcome",
    "p": "pause",
    "e": "closing",
    "q": "stop",
    "?": "explain",
}


class ListScreen(Screen):
    """A list to pick from. Immutable but for where the pointer is and what is unfolded."""

    def __init__(self, question: InterviewQuestion, around: Surroundings) -> None:
        """The pointer begins at the answer there was; else at none of one answer, so that Enter picks nothing."""
        self.question = question
        self.around = around
        self.evidence = False
        self.all = len(question.items) <= AT_FIRST or question.shape != "card"
        values = [item.value for item in question.items]
        first = (*question.chosen, question.proposed) if question.shape == "one" else ()
        start = next((name for name in first if name in values), None)
        self.at: int | None = values.index(start) if start is not None else None if question.shape == "one" else 0

    def resume(self, before: ListScreen) -> None:
        """Go on where this question was when it was last shown: the same pointer, as much unfolded."""
        self.evidence = before.evidence
        self.all = before.all
        if before.at is not None and before.question.proposed == self.question.proposed:
            self.at = before.at

    # What a key means.

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes what is shown."""
        self.message = ""
        if key in ("up", "down"):
            self._move(1 if key == "down" else -1)
            return None
        if key in ("escape", "left"):
            return "back"
        if key in ("right", "s"):
            return "next"
        if key in _LETTERS or (key == "o" and self.question.shape != "card"):
            return self._about() if key == "?" else _LETTERS.get(key, "overview")
        match self.question.shape:
            case "card":
                return self._on_card(key)
            case "several":
                return self._among_several(key)
        return self._on_one(key)

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """Answers that came all at once on one line, such as `4 5 w 2 3`. Lines of text are never answers."""
        if not self.question.step.in_a_row:
            return super().paste(pasted, more)
        if (row := answer_row(self.question, pasted)) and not more and len(pasted.strip().splitlines()) == 1:
            return row
        self.message = NO_ROW
        return None

    def _about(self) -> Event:
        return (
            AboutOption(self._pointed().value) if self.question.shape == "card" and self.at is not None else "explain"
        )

    def _pointed(self) -> AnswerItem:
        return self.question.items[self.at or 0]

    def _move(self, by: int) -> None:
        shown = len(self._shown())
        self.at = (0 if by > 0 else shown - 1) if self.at is None else (self.at + by) % shown

    def _shown(self) -> tuple[AnswerItem, ...]:
        return self.question.items if self.all else self.question.items[:AT_FIRST]

    def _keyed(self, key: str) -> int | None:
        return next((index for index, item in enumerate(self._shown()) if item.key == key), None)

    def _on_one(self, key: str) -> Event | None:
        found = self._keyed(key)
        if key == "enter":  # and not the space bar: it stands between the answers of a row that is typed
            if self.at is None:
                self.message = CHOOSE_FIRST
                return None
            found = self.at
        if found is not None:
            return Reply(self.question.items[found].value)
        if self.question.step.in_a_row:
            if key == "b":
                self.evidence = not self.evidence
            elif key in ("n", "h"):
                return "note" if key == "n" else "hands"
        return None

    def _among_several(self, key: str) -> Event | None:
        found = self._keyed(key)
        if key == "enter":
            return "next"
        if key == "a" and self.question.others:
            return "other"
        if key == "space":
            found = self.at
        if found is None:
            return None
        self.at = found
        item = self.question.items[found]
        picked = set(self.question.chosen)
        if item.value in picked:
            picked.remove(item.value)
        elif item.alone:
            picked = {item.value}
        else:
            picked = {other.value for other in self.question.items if other.value in picked and not other.alone}
            if self.question.most and len(picked) >= self.question.most:
                self.message = f"Kies er hooguit {self.question.most}. Haal er eerst een weg."
                return None
            picked.add(item.value)
        return Keep(tuple(other.value for other in self.question.items if other.value in picked))

    def _on_card(self, key: str) -> Event | None:
        match key:
            case "enter":
                return "next"
            case "g" | "space":
                return MarkOption(self._pointed().value, "gekozen")
            case "o":
                return MarkOption(self._pointed().value, "overwogen")
            case "a":
                return "other"
            case "n":
                return "consider"
            case "m":
                self.all = not self.all
                self.at = min(self.at or 0, len(self._shown()) - 1)
        if (found := self._keyed(key)) is not None:
            self.at = found
        return None

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        said, size = self.message or self.around.said, (width, height)
        answers, below = self._answers(width), self._below(width)
        return question_screen(self.question, self.around, answers, below, said, self._keys(), size)

    def _answers(self, width: int) -> Block:
        lines: list[Line] = []
        first = last = 0
        for index, item in enumerate(self._shown()):
            rows = list(self._item(index, item, width))
            if index == self.at:
                first, last = len(lines), len(lines) + len(rows) - 1
            lines += rows
        return Block(lines, first, last)

    def _item(self, index: int, item: AnswerItem, width: int) -> Iterator[Line]:
        pointed = index == self.at
        style = layout.POINTED if pointed else ""
        begin = begin_of(item, pointed, self._tick(item))
        standing: Line = [(f"class:{item.standing}", f"<{item.standing}>"), ("", " ")] if item.standing else []
        yield from answer_rows(item, begin, style, width, standing, self._hands(item, width))
        if pointed and item.reason:
            yield from layout.text(item.reason, width, layout.QUIET, len(begin))

    def _hands(self, item: AnswerItem, width: int) -> Line:
        """The hands counted for an answer, as a bar."""
        hands = {other.value: other.hands or 0 for other in self.question.items}
        return (
            [(layout.QUIET, "".join(hands_behind(self.question, hands, width)[item.value]))]
            if any(hands.values())
            else []
        )

    def _tick(self, item: AnswerItem) -> str:
        if self.question.shape == "card":
            return f"{SIGNS[item.sign]} " if item.sign else ""
        if self.question.shape == "several":
            return "[x] " if item.value in self.question.chosen else "[ ] "
        return tick_of(item, self.question)

    def _below(self, width: int) -> list[Line]:
        found: list[Line] = []
        if self.question.shape == "card":
            hidden = len(self.question.items) - len(self._shown())
            if hidden:
                found += layout.text(f"Nog {hidden}: druk op m.", width, layout.QUIET, 3)
            found += layout.text(f"Anders, namelijk: {self.question.other or '… (druk op a)'}", width, layout.QUIET, 3)
            if self.question.consideration:
                found += layout.text(f"Afweging: {self.question.consideration}", width, layout.QUIET, 3)
        for words in self._counted():
            found += layout.text(words, width, layout.STRONG, 2)
        found += beside_lines(self.question, width)
        if self.evidence and self.question.evidence:
            found += layout.text(f"Bewijs: {self.question.evidence}", width, layout.QUIET, 2)
        return [[], *found] if found else []

    def _counted(self) -> list[str]:
        """What the hands say; and how to take the answer with most of them, as long as that is pointed at."""
        counted = list(self.question.counted)
        if self.at is not None and self.question.items[self.at].value == self.question.proposed:
            counted[-1] += " Enter neemt dit antwoord, of kies een ander."
        return counted

    def _keys(self) -> Iterator[tuple[str, str]]:
        numbers = [item.key for item in self.question.items if item.key.isdigit()]
        keys = f"{numbers[0]}-{numbers[-1]}" if numbers else ""
        on = "verder" if self.question.chosen else "overslaan"
        match self.question.shape:
            case "card":
                yield from (("g", "gekozen"), ("o", "overwegen"), ("a", "anders"), ("n", "afweging"))
                if len(self.question.items) > AT_FIRST:
                    yield "m", "minder" if self.all else "meer"
                yield from (("?", "over deze optie"), ("Enter", "verder"))
            case "several":
                letters = [item.key for item in self.question.items if item.key.isalpha()]
                keys += f", {letters[0]}-{letters[-1]}" if letters else ""
                yield keys or "spatie", "aan of uit"
                if self.question.others:
                    yield "a", "anders"
                yield from (("Enter", on), ("?", "uitleg"))
            case _:
                yield keys or "↑↓", "antwoord"
                if self.question.step.in_a_row:
                    yield from (("w", "weet niet"), ("n", "notitie"), ("h", "handen"), ("b", "bewijs"))
                yield from (("→", on), ("?", "uitleg"))
        overview = "O" if self.question.shape == "card" else "o"
        yield from (("Esc", "terug"), (overview, "overzicht"), ("u", "uitkomst"), ("q", "stoppen"))


def answer_row(question: InterviewQuestion, typed: str) -> AnswerRow | None:
    """Answers to this statement and those after it, such as `4 5 w 2 3`; None where it is something else.

    What can be answered to the next statements is known there: only the first has to be an answer here.
    """
    keys = tuple(typed.split())
    if not keys or keys[0] not in {item.key for item in question.items}:
        return None
    return AnswerRow(keys) if all(re.fullmatch(f"[0-9]{{1,2}}|{WEET_NIET}", key) for key in keys) else None
