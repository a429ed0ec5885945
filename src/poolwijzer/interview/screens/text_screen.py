"""A question that is answered with a line of text, and what may complete a name in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.utils import get_cwidth

from poolwijzer.assessment.participants import NameCompletion, complete_names, has_lines, join_lines, last_name
from poolwijzer.interview.commands import EscapedLine, Event, TypedLine
from poolwijzer.interview.presenter import Surroundings, TextCheck
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens import layout
from poolwijzer.interview.screens.layout import Block, Line, Screen
from poolwijzer.interview.screens.question_lines import form_lines
from poolwijzer.problems import harmless

TEXT_KEYS = (("Enter", "verder"), ("Esc", "terug, overzicht of stoppen"))
NAME_KEYS = (("Tab", "aanvullen"), *TEXT_KEYS)
ASIDE_KEYS = (("Enter", "bewaren"), ("Esc", "terug"))
_PROMPT = " › "
_MOST_COMPLETIONS = 8
_JOINERS = "\u200c\u200d"
"""Signs without a width of their own that make one letter or picture of others."""


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
    ) -> None:
        """A field that begins with a text. `check` says what is wrong with one; `keep` hears of every change."""
        self.question = question
        self.around = around
        self._check = check
        self._keep = keep
        self._line = Buffer(document=Document(text, len(text)))
        self._last = ""
        """The kind of the last change: what was typed in one go is undone in one go."""
        self._offered: tuple[NameCompletion, ...] = ()
        self._at: int | None = None
        self._typed = self._line.document
        """What the line was before a completion was put in."""

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._line.text

    @property
    def holds_text(self) -> bool:  # type: ignore[override]
        """Whether something stands in the field."""
        return bool(self.text)

    # What a key means.

    def press(self, key: str) -> Event | None:
        """What a key asks for; None where it only changes the field."""
        if key == "enter":
            self.message = self._check(self.text)
            return None if self.message else TypedLine(self.text)
        if key == "escape":
            return self._escape()
        if key in ("tab", "backtab", "up", "down"):
            self._complete(-1 if key in ("backtab", "up") else 1)
        else:
            self._edit(key)
        return None

    def paste(self, pasted: str, more: bool = False) -> Event | None:
        """Put in what was pasted, on one line: names with commas between, other lines with spaces."""
        before = self._line.document.text_before_cursor
        listed = self.question.names and has_lines(pasted)
        added = join_lines(pasted) if listed else pasted.rstrip("\r\n\t")
        if listed and before.strip() and (not more or has_lines(pasted[:1])):
            added = f"{'' if before.rstrip()[-1] in ',;' else ','} {added}"
        elif pasted[:1] == " ":
            added = f" {added}"
        added = "".join(sign for sign in re.sub(r"\s+", " ", added) if sign.isprintable() or sign in _JOINERS)
        if not before or before.endswith(" "):
            added = added.lstrip()
        self._change("paste", lambda: self._line.insert_text(added))
        return None

    def _escape(self) -> Event | None:
        if not self._offered:
            return EscapedLine(self.text)
        if self._at is not None:
            self._change("complete", lambda: setattr(self._line, "document", self._typed))
        self._offered, self._at = (), None
        return None

    def _edit(self, key: str) -> None:
        if not self.question.names:  # which names were meant stays to be read while they are mended
            self.message = ""
        line, document = self._line, self._line.document
        moves = {
            "left": -1 if document.cursor_position else 0,
            "right": 1 if document.cursor_position < len(line.text) else 0,
            "home": -document.cursor_position,
            "end": len(document.text_after_cursor),
            "word-left": document.find_previous_word_beginning() or -document.cursor_position,
            "word-right": document.find_next_word_ending() or len(document.text_after_cursor),
        }
        deletes = {
            "backspace": (1, 0),
            "delete": (0, 1),
            "delete-word": (-moves["word-left"], 0),
            "delete-before": (document.cursor_position, 0),
            "delete-after": (0, len(document.text_after_cursor)),
        }
        if key in moves:
            line.cursor_position += moves[key]
            self._last, self._offered = "", ()
        elif key in deletes:
            before, after = deletes[key]
            self._change(key, lambda: (line.delete_before_cursor(before), line.delete(after)))
        elif key in ("undo", "redo"):
            self._change(key, line.undo if key == "undo" else line.redo)
        elif key.isspace() or (len(key) == 1 and (key.isprintable() or key in _JOINERS)):
            # Word by word: a space begins another change.
            self._last = "" if key.isspace() else self._last
            self._change("type", lambda: line.insert_text(" " if key.isspace() else key))

    def _change(self, kind: str, change: Callable[[], object]) -> None:
        """Change the field so that it can be undone, and have what is in it kept."""
        before = self.text
        if kind not in (self._last, "undo", "redo"):
            self._line.save_to_undo_stack()
        change()
        self._last = kind
        if kind != "complete":
            self._typed, self._at = self._line.document, None
            self._offered = self._completions() if kind != "paste" else ()
        if self.text != before:
            self._keep(self.text)

    # What completes a name.

    def _completions(self) -> tuple[NameCompletion, ...]:
        before = self._line.document.text_before_cursor
        found = tuple(complete_names(before)) if self.question.names else ()
        return () if [one.text for one in found] == [last_name(before)] else found

    def _complete(self, by: int) -> None:
        """Put the next completion in the line, or after the last one what was typed."""
        if not self._offered:
            return
        places = len(self._offered) + 1
        at = ((0 if self._at is None else self._at + 1) + by) % places
        self._at = at - 1 if at else None
        before, after = self._typed.text_before_cursor, self._typed.text_after_cursor
        if self._at is not None:
            before = before[: len(before) - len(last_name(before))] + self._offered[self._at].text
        self._change("complete", lambda: setattr(self._line, "document", Document(before + after, len(before))))

    # What it looks like.

    def lines(self, width: int, height: int) -> list[Line]:
        """The whole screen."""
        question = self.question
        keys = NAME_KEYS if question.names else ASIDE_KEYS if question.aside else TEXT_KEYS
        parts = layout.Parts(
            layout.head(question.progress, self.around, width),
            [[], *form_lines(question, width)],
            [
                *layout.text(question.title, width, layout.STRONG),
                *(layout.text(question.lead, width, layout.QUIET) if question.lead else []),
            ],
            self._field(width),
            self._offers(width),
            [] if self.message else layout.message(self.around.said, width),
            layout.keys_line(keys, width),
        )
        return layout.arranged(parts, height)

    def _field(self, width: int) -> Block:
        """The line with the cursor in it, over as many rows as it takes; and under it what is wrong with it."""
        rows: list[Line] = [[("", _PROMPT)]]
        room, used, cursor = width - len(_PROMPT) - 1, 0, 0
        for index, sign in enumerate([*map(harmless, self.text), " "]):
            if used + get_cwidth(sign) > room:
                rows.append([("", " " * len(_PROMPT))])
                used = 0
            if index == self._line.cursor_position:
                rows[-1].append(layout.CURSOR)
                cursor = len(rows) - 1
            rows[-1].append(("", sign))
            used += get_cwidth(sign)
        rows += layout.message(self.message, width)
        return Block(rows, cursor, len(rows) - 1 if self.message else cursor)

    def _offers(self, width: int) -> list[Line]:
        first = max(0, (self._at or 0) - _MOST_COMPLETIONS + 1)
        shown = self._offered[first : first + _MOST_COMPLETIONS]
        widest = max((len(one.text) for one in shown), default=0)
        lines: list[Line] = []
        for index, one in enumerate(shown, first):
            pointer, style = ("▸", layout.POINTED) if index == self._at else (" ", "")
            label = f" {pointer} {one.text.ljust(widest)}  "
            lines.append([(style, label[:width]), (layout.QUIET, one.meaning[: max(width - len(label), 0)])])
        return lines
