"""A question with answers to pick from: one, several, or the options of the menu card."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.formats.terminal import SIGNS
from poolwijzer.interview.commands import AboutOption, Event, Reply
from poolwijzer.interview.keys import KEYS, foot_of, key_at, meaning_of, names_at, small
from poolwijzer.interview.picking import ALL_OPTIONS, among_several, answer_row, first_of, mark_next
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import AnswerItem, InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.interview.screens.question_lines import (
    answer_rows,
    begin_of,
    beside_lines,
    hands_behind,
    note_lines,
    question_screen,
    tick_of,
)

CHOOSE_FIRST = "Kies een antwoord. Of druk op s om deze vraag over te slaan."
POINT_FIRST = "Wijs eerst een optie aan met de pijlen. Of kies met een cijfer."
NOT_HERE = "Antwoord {} staat hier niet."
NO_ROW = "Dit is geen rij antwoorden, zoals 4 5 w 2 3. Is het een notitie? Druk eerst op n, en plak dan."
UNFOLDED = "Nu ziet u alle opties. Druk nog eens op {} om deze te kiezen."
_ANSWERS = ("choose", "none", "choose-more", "unknown")


class ListScreen(Screen):
    """A list to pick from. Immutable but for where the pointer is and what is unfolded."""

    def __init__(self, question: InterviewQuestion, around: Surroundings) -> None:
        """The pointer begins at the answer there was; else, but for several answers, at none: Enter picks nothing."""
        self.question = question
        self.around = around
        self.evidence = False
        self.all = not question.first
        values = [item.value for item in question.items]
        first = (*question.chosen, question.proposed) if question.shape == "one" else ()
        start = next((name for name in first if name in values), None)
        self.at: int | None = values.index(start) if start is not None else 0 if question.shape == "several" else None

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
        pressed = small(key, [item.key for item in self.question.items])
        meaning = meaning_of(pressed, names_at(self.question))
        if pressed in KEYS["choose"].presses or meaning in _ANSWERS:
            return self._typed(pressed)
        if meaning == "point":
            self._move(1 if pressed == "down" else -1)
        elif meaning == "evidence":
            self.evidence = not self.evidence
        elif meaning == "more":
            self._unfold(not self.all)
        elif meaning == "pick":
            return self._pick(self.at)
        elif meaning == "onward":
            return self._onward(pressed)
        elif meaning == "note":
            return "consider" if self.question.shape == "card" else "note"
        elif meaning == "explain" and self.question.shape == "card" and self.at is not None:
            return AboutOption(self.question.items[self.at].value)
        else:
            self.message = "" if meaning else layout.no_key(key)
            return KEYS[meaning].asks if meaning else None
        return None

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """Answers that came all at once on one line, such as `4 5 w 2 3`. Lines of text are never answers."""
        if not self.question.step.in_a_row:
            return super().paste(pasted, more)
        if (row := answer_row(self.question, pasted)) and not more and len(pasted.strip().splitlines()) == 1:
            return row
        self.message = NO_ROW
        return None

    def _move(self, by: int) -> None:
        shown = self._shown()
        here = shown.index(self.at) if self.at in shown else -1 if by > 0 else 0
        self.at = shown[(here + by) % len(shown)] if shown else None

    def _shown(self) -> list[int]:
        """Which answers show: all, or those to look at first and what was picked."""
        first = first_of(self.question)
        return [index for index, item in enumerate(self.question.items) if self.all or item.value in first]

    def _unfold(self, all_of_them: bool) -> None:
        self.all = all_of_them
        self.at = self.at if self.at in self._shown() else None

    def _typed(self, key: str) -> Event | None:
        """The answer for which this is typed."""
        found = next((index for index, item in enumerate(self.question.items) if item.key == key), None)
        if found is None:
            self.message = NOT_HERE.format(key)
            return None
        if found not in self._shown():
            self._unfold(True)
            self.at, self.message = found, UNFOLDED.format(key)
            return None
        return self._pick(found)

    def _pick(self, found: int | None) -> Event | None:
        """Answer with one of them, or put it on or off."""
        if found is None:
            self.message = POINT_FIRST
            return None
        item = self.question.items[found]
        if self.question.shape == "one":
            return Reply(item.value)
        self.at = found
        if self.question.shape == "card":
            return mark_next(item)
        picked = among_several(self.question, item)
        self.message = picked if isinstance(picked, str) else ""
        return None if isinstance(picked, str) else picked

    def _onward(self, key: str) -> Event | None:
        """On; Enter takes what is pointed at, but the space bar does not: it stands between answers typed in a row."""
        if self.question.shape != "one" or key != "enter":
            return "next"
        if self.at is None:
            self.message = CHOOSE_FIRST
            return None
        return self._pick(self.at)

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        said, size = self.message or self.around.said, (width, height)
        answers, below = self._answers(width), self._below(width)
        return question_screen(self.question, self.around, answers, below, said, self._keys(), size)

    def _answers(self, width: int) -> Block:
        offer = (ALL_OPTIONS if self.all else self.question.offer) if self.question.shape == "card" else ""
        lines = [*layout.text(offer, width - 2, layout.QUIET, 2), []] if offer else []
        first = last = 0
        for index in self._shown():
            rows = list(self._item(index, self.question.items[index], width))
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
        if item.reason:
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
        question, found = self.question, beside_lines(self.question, width, 2)
        if question.shape == "card":
            if not self.all:
                found += layout.text(f"Alle {len(question.items)} opties: druk op m.", width, layout.QUIET, 3)
            found += layout.text(f"Anders, namelijk: {question.other or '… (druk op a)'}", width, layout.QUIET, 3)
            if question.consideration:
                found += layout.text(f"Afweging: {question.consideration}", width, layout.QUIET, 3)
        for words in self._counted():
            found += layout.text(words, width, layout.STRONG, 2)
        found += note_lines(question, width)
        if self.evidence and question.evidence:
            found += layout.text(f"Bewijs: {question.evidence}", width, layout.QUIET, 2)
        return [[], *found] if found else []

    def _counted(self) -> list[str]:
        """What the hands say; and how to take the answer with most of them, as long as that is pointed at."""
        counted = list(self.question.counted)
        if self.at is not None and self.question.items[self.at].value == self.question.proposed:
            counted[-1] += " Enter neemt dit antwoord, of kies een ander."
        return counted

    def _keys(self) -> Iterator[tuple[str, str]]:
        """What one needs here; all other keys stand behind `?`."""
        question, shape, names = self.question, self.question.shape, names_at(self.question)
        own = ["unknown", "note", "hands"]
        own += ["other"] if shape == "several" else []
        own += ["more"] if not self.all else []
        own += ["onward" if shape != "one" or question.chosen else "skip"] if not question.step.in_a_row else []
        yield answer_keys(question, folded=not self.all), key_at("choose", shape).foot
        yield from (foot_of(name, shape) for name in own if name in names)
        about = shape == "card" and self.at is not None
        yield ("?", "over deze optie") if about else foot_of("explain", shape)
        yield foot_of("back", shape)


def answer_keys(question: InterviewQuestion, *, folded: bool = False) -> str:
    """What is typed for the answers, or for those to look at first, in short: `1-5`, or `1-9, A-C`."""
    keys = [item.key for item in question.items if not folded or item.value in question.first]
    groups = [[key for key in keys if key.isdigit()], [key for key in keys if key.isupper()]]
    return ", ".join(group[0] if len(group) == 1 else f"{group[0]}-{group[-1]}" for group in groups if group) or "↑↓"
