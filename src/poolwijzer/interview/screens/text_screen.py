"""A question that is answered with text, on one line or more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prompt_toolkit.document import Document

from poolwijzer.assessment.participants import has_lines, join_lines
from poolwijzer.interview.commands import EscapedLine, Event, OwnEditor, TypedLine
from poolwijzer.interview.presenter import Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.field_lines import (
    FIELD_AND_BESIDE,
    GAP,
    PROMPT,
    Scroll,
    beside_width,
    cut_off,
    hanging,
    next_to,
    rows_of_field,
)
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.interview.screens.name_offers import NameOffers
from poolwijzer.interview.screens.question_lines import form_lines
from poolwijzer.interview.screens.text_field import TextField

_BESIDE_LEAST = 2
"""Rows that what stands beside a question keeps, however much is typed."""


class TextScreen(Screen):
    """A field to type in. Letters and arrows stay text; Esc asks for the way out."""

    typing = True

    def __init__(
        self,
        question: InterviewQuestion,
        around: Surroundings,
        check: TextCheck,
        text: str,
        keep: Callable[[str], None],
        *,
        own_editor: bool = False,
    ) -> None:
        """A field that begins with a text.

        Args:
            question: What is asked.
            around: What stands around it.
            check: Says what is wrong with a text.
            text: What stands in the field at first.
            keep: Hears of every change.
            own_editor: Whether there is an editor that several lines can be written in instead.
        """
        self.question = question
        self.around = around
        self.own_editor = own_editor and question.lines
        self._check = check
        self._field = TextField(text, question.lines, keep)
        self._scroll = Scroll()
        self._offers = NameOffers(self._field)

    def readable(self, width: int) -> int:
        """More, where something stands next to the field."""
        return min(width, FIELD_AND_BESIDE) if self.question.beside and beside_width(width) else super().readable(width)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text

    @property
    def holds_text(self) -> bool:  # type: ignore[override]
        """Whether something stands in the field."""
        return bool(self.text)

    # What a key means.

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes the field."""
        if key == "alt-enter":
            key = "newline" if self.question.lines else "enter"
        if key == "enter":
            self.message = self._check(self.text)
            return None if self.message else TypedLine(self.text)
        if key == "escape":
            return None if self._offers.leave() else EscapedLine(self.text)
        if key == "editor":
            return OwnEditor(self.text) if self.own_editor else None
        if self.question.names and key in ("tab", "backtab", "up", "down"):
            self._offers.step(-1 if key in ("backtab", "up") else 1)
        else:
            self._edit(key)
        return None

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """Put in what was pasted; on one line where no more are asked for, with commas between names."""
        before = self._field.document.text_before_cursor
        listed = self.question.names and has_lines(pasted)
        added = join_lines(pasted) if listed else pasted.rstrip("\r\n\t")
        if listed and before.strip() and (not more or has_lines(pasted[:1])):
            added = f"{'' if before.rstrip()[-1] in ',;' else ','} {added}"
        elif listed and pasted[:1] == " ":
            added = f" {added}"
        # What goes before the first line parts it from what stands there; and where nothing does, from nothing.
        self._field.insert(added if more or before.strip() else added.lstrip("\r\n"))
        self._offers.forget()
        return None

    def take_from_editor(self, text: str | None, said: str) -> None:
        """Go on with what was saved in an editor of one's own, where that went well, and with what is said of it."""
        if text is not None and text != self.text:
            self._field.replace(Document(text, len(text)), "editor")
        self.message = said

    def _edit(self, key: str) -> None:
        if not self.question.names:  # which names were meant stays to be read while they are mended
            self.message = ""
        before = self._field.document
        self._field.press(key)
        if self.text != before.text and self.question.names:
            self._offers.renew()
        elif self._field.document != before:
            self._offers.forget()

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        question = self.question
        head = layout.head(question.progress, self.around, width)
        beside = beside_width(width) if question.beside else 0
        left = width - (beside + GAP if beside else 0)
        asked = [
            *layout.text(question.title, left, layout.STRONG),
            *(layout.text(question.lead, left, layout.QUIET) if question.lead else []),
            *(layout.text(question.memory, left, layout.QUIET) if question.memory else []),
        ]
        offers = self._offers.lines(width)
        said = layout.message(self.message or self.around.said, width)
        keys = layout.keys_line(self._keys(), width)
        room = height - sum(map(len, (head, asked, offers, said, keys)))
        above, field, cursor = self._field_beside(left, beside, max(room, layout.LEAST))
        parts = layout.Parts(
            head,
            [[], *form_lines(question, width)],
            [*asked, *above],
            Block(field, cursor, cursor),
            offers,
            said,
            keys,
        )
        return layout.arranged(parts, height)

    def _field_beside(self, width: int, beside: int, room: int) -> tuple[list[Line], list[Line], int]:
        """What the group looks at while it types, if it stands above the field; the field; and the row of the cursor.

        Where there are columns for it, it stands next to the field.
        """
        told = [line for one in self.question.beside for line in hanging(one, beside or width)]
        self._field.room = width - len(PROMPT) - 1
        rows, cursor = rows_of_field(self._field)
        keeps = 0 if beside else min(max(room - len(rows), _BESIDE_LEAST), room - layout.LEAST)
        told = cut_off(told, room if beside else max(keeps, 0))
        self._field.page = min(room if beside else room - len(told), len(rows))
        rows, cursor = self._scroll.window(rows, cursor, self._field.page)
        if beside:
            return [[]], next_to(rows, told, width + GAP), cursor
        return [[], *told, []] if told else [], rows, cursor

    def _keys(self) -> Iterator[tuple[str, str]]:
        question = self.question
        if question.names:
            yield "Tab", "aanvullen"
        yield "Enter", "bewaren" if question.aside else "verder"
        if question.lines:
            yield "Ctrl-N", "nieuwe regel"
        if self.own_editor:
            yield "Ctrl-O", "eigen editor"
        yield "Esc", "terug" if question.aside else "terug, overzicht of stoppen"
