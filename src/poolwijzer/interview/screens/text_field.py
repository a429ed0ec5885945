"""A text that is being typed, with the cursor in it: what keys and pasted text make of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document

from poolwijzer.interview.screens.text_rows import TextRow, column_in, place_in, row_of, wrap_rows
from poolwijzer.problems import harmless

_JOINERS = "\u200c\u200d"
"""Signs without a width of their own that make one letter or picture of others."""


class TextField:
    """One line of text, or several; every change can be undone, and is told to whoever keeps it."""

    def __init__(self, text: str, several: bool, keep: Callable[[str], None]) -> None:
        """A field that begins with a text, which may be of several lines. `keep` hears of every change."""
        text = text.replace("\r\n", "\n")
        self.several = several
        self._keep = keep
        self._buffer = Buffer(document=Document(text, len(text)))
        self._last = ""
        """The kind of the last change: what was typed in one go is undone in one go."""
        self._column: int | None = None
        """Where up and down go to in a row that is long enough."""
        self.room = 80
        """How many columns a row has."""
        self.page = 1
        """How many rows are in view."""

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._buffer.text

    @property
    def document(self) -> Document:
        """The same with the cursor."""
        return self._buffer.document

    @property
    def shown(self) -> str:
        """The same, sign for sign, with nothing in it that could steer the terminal."""
        return "".join(sign if sign == "\n" and self.several else harmless(sign) for sign in self.text)

    def rows(self) -> list[TextRow]:
        """The rows it stands on."""
        return wrap_rows(self.shown, self.room)

    def press(self, key: str) -> None:
        """Let a key move the cursor, or change the text."""
        moved = self._rows_moved(key) if self.several else 0
        if moved:
            self._move_rows(moved)
            return
        self._column = None
        buffer, moves = self._buffer, self._moves()
        deletes = {
            "backspace": (1, 0),
            "delete": (0, 1),
            "delete-word": (-moves["word-left"], 0),
            # At the end of a line it is that end.
            "delete-before": (max(-moves["home"], 1), 0),
            "delete-after": (0, max(moves["end"], 1)),
        }
        if key in moves:
            buffer.cursor_position += moves[key]
            self._last = ""
        elif key in deletes:
            before, after = deletes[key]
            self._change(key, lambda: (buffer.delete_before_cursor(before), buffer.delete(after)))
        elif key in ("undo", "redo"):
            self._change(key, buffer.undo if key == "undo" else buffer.redo)
        elif key == "newline" and self.several:
            self._change(key, lambda: buffer.insert_text("\n"))
        elif key.isspace() or (len(key) == 1 and _is_shown(key)):
            # Word by word: a space begins another change.
            self._last = "" if key.isspace() else self._last
            self._change("type", lambda: buffer.insert_text(" " if key.isspace() else key))

    def insert(self, text: str) -> None:
        """Put in what was pasted, cleaned; on one line where no more are asked for."""
        added, before = clean_pasted(text, self.several), self.document.text_before_cursor
        if not before or before[-1].isspace():
            added = added.lstrip(" ")
        self._change("paste", lambda: self._buffer.insert_text(added))

    def replace(self, document: Document, kind: str) -> None:
        """Put another text in its place."""
        self._change(kind, lambda: setattr(self._buffer, "document", document))

    def _moves(self) -> dict[str, int]:
        """How far each key moves the cursor."""
        document = self._buffer.document
        before, after = document.cursor_position, len(document.text) - document.cursor_position
        several = self.several
        return {
            "left": -min(before, 1),
            "right": min(after, 1),
            "home": document.get_start_of_line_position() if several else -before,
            "end": document.get_end_of_line_position() if several else after,
            "text-start": -before,
            "text-end": after,
            "word-left": document.find_previous_word_beginning() or -before,
            "word-right": document.find_next_word_ending() or after,
        }

    def _rows_moved(self, key: str) -> int:
        page = max(self.page - 1, 1)
        return {"up": -1, "down": 1, "pageup": -page, "pagedown": page}.get(key, 0)

    def _move_rows(self, by: int) -> None:
        rows, cursor = self.rows(), self._buffer.cursor_position
        at = row_of(rows, cursor)
        if self._column is None:
            self._column = column_in(self.shown, rows[at], cursor)
        to = min(max(at + by, 0), len(rows) - 1)
        if to != at:
            self._buffer.cursor_position = place_in(self.shown, rows[to], self._column)
        self._last = ""

    def _change(self, kind: str, change: Callable[[], object]) -> None:
        """Change the text so that it can be undone, and have it kept."""
        before = self.text
        if kind not in (self._last, "undo", "redo"):
            self._buffer.save_to_undo_stack()
        change()
        self._last, self._column = kind, None
        if self.text != before:
            self._keep(self.text)


def clean_pasted(text: str, several: bool) -> str:
    """What comes from elsewhere, with nothing in it that cannot be seen; on one line, or on the lines it has."""
    lines = [re.sub(r"\s+", " ", line) for line in text.splitlines()] if several else [re.sub(r"\s+", " ", text)]
    return "\n".join("".join(filter(_is_shown, line)) for line in lines)


def _is_shown(sign: str) -> bool:
    return sign.isprintable() or sign in _JOINERS
