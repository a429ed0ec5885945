"""A text with its lines and comments, and the changes that are asked of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, cast

from poolwijzer.yamlfile.events import events_of

SPACE = " \t\n\r"
BREAK = re.compile("\r\n|[\n\r]")
_BLANK = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\n\r]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\n\r]*)")


def find_comments(text: str) -> tuple[str, ...]:
    """Every comment of a YAML file, in order, each from its # to the end of its line."""
    return tuple(text[start:end].rstrip() for start, end in _comment_spans(text))


def _comment_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments stand: between the words that a parser reads, as a # inside one begins none."""
    # Both parsers also give tokens.
    source = cast(Any, events_of(text))
    before = 0
    while (token := source.get_token()) is not None:
        # Some tokens have no length, and lie before the end of the last.
        start, end = token.start_mark.index, token.end_mark.index
        for found in _COMMENT.finditer(text, before, max(before, start)):
            yield found.span()
        if getattr(token, "style", None) in ("|", ">") and (header := _BLOCK_HEADER.match(text, start)):
            yield header.span(1)
        before = max(before, end)
    for found in _COMMENT.finditer(text, before):
        yield found.span()


class TextEdits:
    """Gathers changes to a text, and leaves its comments wherever a part goes."""

    def __init__(self, text: str) -> None:
        """Take a text that our own reader reads."""
        self.text = text
        self.edits: list[tuple[int, int, str]] = []
        self._comments = tuple(_comment_spans(text))
        self._starts = [0, *(found.end() for found in BREAK.finditer(text))]
        found = BREAK.search(text)
        self._newline = found[0] if found and found[0] in ("\r\n", "\r") else "\n"

    def edit(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another."""
        if text or start < end:
            self.edits.append((start, end, text.replace("\n", self._newline)))

    def add(self, spot: int, lines: Sequence[str], margin: str) -> None:
        """Add lines below the line that ends here."""
        self.edit(spot, spot, "".join(f"\n{margin}{line}" if line else "\n" for line in lines))

    def cut(self, start: int, end: int, margin: str) -> None:
        """Take whole lines away, and leave their comments."""
        start, end = self.start_of(start), self.end_of(end)
        following = BREAK.match(self.text, end)
        comments = "".join(f"{margin}{text}\n" for text in self.comments(start, end))
        self.edit(start, following.end() if following else end, comments)

    def result(self) -> str:
        """Give the text with every change made."""
        parts: list[str] = []
        done = 0
        # What is added at a spot goes before what is taken away there; of the same, what was asked first.
        for start, end, text in sorted(self.edits, key=lambda edit: edit[:2]):
            if start >= done:
                parts += [self.text[done:start], text]
                done = end
            elif start == end and text.startswith(self._newline):
                # What was above these lines is gone, up to and including the end of its line.
                last = self._newline if BREAK.match(self.text[done - 1]) else ""
                parts.append(text.removeprefix(self._newline) + last)
            else:
                raise ValueError("two changes at one spot")
        return "".join([*parts, self.text[done:]])

    def start_of(self, index: int) -> int:
        """Give where the line of this character begins."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def end_of(self, index: int) -> int:
        """Give where the line of this character ends, before its line break."""
        found = BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def shared(self, index: int) -> bool:
        """Tell whether something stands before this on its line, such as a dash."""
        return bool(self.text[self.start_of(index) : index].strip())

    def blanks(self, index: int) -> str:
        """Give how far the line of this character stands in."""
        found = _BLANK.match(self.text, self.start_of(index))
        return found[0] if found else ""

    def comments(self, start: int, end: int) -> list[str]:
        """Give the comments in a part of the text."""
        found = self._comments[bisect_left(self._comments, (start,)) : bisect_left(self._comments, (end,))]
        return [self.text[slice(*span)].rstrip() for span in found]

    def comments_in_brackets(self, start: int, end: int, step: int, *, behind: bool = False) -> str:
        """Give what stays of a part of brackets that goes: its comments, each with an end to its line.

        Args:
            start: where the part begins.
            end: where it ends.
            step: how far a line stands in from the line above.
            behind: something new comes before them.
        """
        there = self.start_of(end)
        own_line = start < there and not self.shared(end)
        indent = self.text[there:end] if own_line else self.blanks(start) + " " * step
        comments = "".join(f"{text}\n{indent}" for text in self.comments(start, end))
        return f" {comments}" if comments and (behind or self.shared(start)) else comments

    def below(self, end: int, column: int) -> int:
        """Give the end of the last line that belongs to what ends here: comments that stand further in are its own."""
        spot = self.end_of(end)
        for start in self._starts[bisect_right(self._starts, end) :]:
            words = self.text[start : self.end_of(start)].lstrip(" \t")
            if words and not (words.startswith("#") and len(self.blanks(start)) > column):
                break
            spot = self.end_of(start) if words else spot
        return spot

    def blank_below(self, spot: int) -> bool:
        """Tell whether an empty line sets the line that ends here apart from what follows."""
        following = BREAK.match(self.text, spot)
        if following is None:
            return False
        end = self.end_of(following.end())
        return end < len(self.text) and not self.text[following.end() : end].strip()
