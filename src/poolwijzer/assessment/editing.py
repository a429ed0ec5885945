"""Changing a file's text at the spots where its values change, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps
from typing import Any

from poolwijzer.assessment.comments import Comment, comments_in
from poolwijzer.assessment.fragments import Manner, called
from poolwijzer.assessment.places import (
    BREAK,
    Place,
    after_break,
    line_end,
    line_start,
    lines_from,
    places_of,
)

_BLANK = re.compile(r"[ \t]*")
_NOTHING_FOLLOWS = re.compile(r"[ \t]+(?=[,}\]])")


@dataclass(frozen=True, slots=True)
class _Slot:
    """What a value stands in.

    Attributes:
        names: What it is called and, after that, what it stands under; the manner of a file goes by these.
        after: Where its colon or dash ends.
        column: How far the entry it belongs to stands from the margin.
        flow: Whether that entry stands in brackets.
        full: The new value with all it leaves unsaid, which tells the order of the format.
        answer: Whether it is an answer, which may be written as its value alone.
    """

    names: list[str]
    after: int
    column: int
    flow: bool
    full: Any = None
    answer: bool = False


class Editor:
    """Gathers the changes of one text."""

    def __init__(self, text: str, data: Any) -> None:
        """Take a text, and what our own reader reads in it."""
        self._text = text
        self._root = places_of(text, data)
        self._manner = Manner.of(self._root)
        self._comments = comments_in(text)
        found = BREAK.search(text)
        self._newline = found[0] if found and found[0] in ("\r\n", "\r") else "\n"
        self._edits: list[tuple[int, int, str]] = []

    def changed(self, old: dict[str, Any], new: dict[str, Any], full: dict[str, Any]) -> str:
        """Give the text with all that differs between two values changed.

        Args:
            old: what it says.
            new: what it should say.
            full: the same, with all that may be left unsaid.
        """
        self._value(self._root, old, new, _Slot([], self._root.start, self._root.column, False, full))
        parts: list[str] = []
        done = 0
        # What is added at a spot goes before what is taken away there; of the same, what was asked first.
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if start >= done:
                parts += [self._text[done:start], text]
                done = end
            elif start == end and text.startswith(self._newline):
                # What was above these lines is gone, up to and including the end of its line.
                last = self._newline if BREAK.match(self._text[done - 1]) else ""
                parts.append(text.removeprefix(self._newline) + last)
            else:
                raise ValueError("two changes at one spot")
        return "".join([*parts, self._text[done:]])

    def _value(self, place: Place, old: Any, new: Any, slot: _Slot) -> None:
        if old == new:
            return
        if slot.answer and "value" in place.keys:
            old, new = (side if isinstance(side, dict) else {"value": side} for side in (old, new))
        if place.keys and isinstance(new, dict) and isinstance(old, dict):
            gone = {name for name in place.keys if name in old and name not in new}
            if len(gone) < len(place.keys):
                self._group(place, old, new, gone, slot)
                return
        elif place.items and isinstance(new, list) and new and isinstance(old, list) and len(old) == len(place.items):
            self._list(place, old, new, slot)
            return
        self._replace(place, new, slot)

    def _group(self, place: Place, old: dict[str, Any], new: dict[str, Any], gone: set[str], slot: _Slot) -> None:
        names = list(place.keys)
        full = slot.full if isinstance(slot.full, dict) and new.keys() <= slot.full.keys() else new
        answers = slot.names[:1] == ["answers"] and not self._own(place)
        for name, (_, value) in place.keys.items():
            if name in new:
                whole = full.get(name)
                inner = _Slot(called(name, slot.names), place.after[name], place.column, place.flow, whole, answers)
                self._value(value, old.get(name, _unsaid(value)), new[name], inner)
        added: dict[int, list[str]] = {}
        anchor = -1
        for name in full:
            if name in place.keys:
                anchor = anchor if name in gone else names.index(name)
            elif name in new:
                lines = self._manner.entry(name, new[name], called(name, slot.names), flow=place.flow)
                added.setdefault(anchor, []).append("\n".join(lines))
        self._entries(place, {names.index(name) for name in gone}, added, slot)

    def _own(self, place: Place) -> bool:
        """Whether this lies in the user's own data, where a name means nothing to us."""
        own = self._root.keys.get("own")
        return own is not None and own[1].start <= place.start < max(own[1].end, own[1].start + 1)

    def _list(self, place: Place, old: list[Any], new: list[Any], slot: _Slot) -> None:
        below = called(None, slot.names)
        full = slot.full if isinstance(slot.full, list) and len(slot.full) == len(new) else new
        gone: set[int] = set()
        added: dict[int, list[str]] = {}
        kept = -1
        before, after = ([dumps(item) for item in side] for side in (old, new))
        for kind, i, k, j, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            both = min(k - i, m - j)
            if kind == "equal":
                kept = k - 1
                continue
            for step in range(both):
                head, value = place.items[i + step]
                inner = _Slot(below, value.start if place.flow else head + 1, place.column, place.flow, full[j + step])
                self._value(value, old[i + step], new[j + step], inner)
                kept = i + step
            gone |= set(range(i + both, k))
            for item in new[j + both : m]:
                lines = self._manner.entry(None, item, below, flow=place.flow)
                added.setdefault(kept, []).append("\n".join(lines))
        self._entries(place, gone, added, slot)

    def _entries(self, place: Place, gone: set[int], added: dict[int, list[str]], slot: _Slot) -> None:
        """Take entries out of a group or list, and add new ones, each after the entry with that number."""
        if not place.flow:
            self._lines(place, gone, added, slot)
            return
        entries = place.entries
        for number, texts in added.items():
            if number >= 0:
                self._edit(entries[number][1], entries[number][1], "".join(f", {text}" for text in texts))
            else:
                first = min(set(range(len(entries))) - gone)
                self._edit(entries[first][0], entries[first][0], "".join(f"{text}, " for text in texts))
        for first, last in _runs(gone):
            if last + 1 < len(entries):
                start, end = entries[first][0], entries[last + 1][0]
            else:
                start, end = entries[first - 1][1], entries[last][1]
            self._edit(start, end, self._kept_in_brackets(start, end))

    def _lines(self, place: Place, gone: set[int], added: dict[int, list[str]], slot: _Slot) -> None:
        entries = place.entries
        margin = " " * place.column
        shares_line = self._shares_line(entries[0][0])
        for number, texts in added.items():
            anchor = min(set(range(len(entries))) - gone) if number < 0 and shares_line else number
            below = line_end(self._text, slot.after)
            spot = self._below(entries[anchor][1], place.column) if anchor >= 0 else below
            apart = [""] if place is self._root and self._is_blank_below(spot) else []
            lines = [f"{margin}{line}" if line else "" for text in texts for line in (*apart, *text.split("\n"))]
            self._edit(spot, spot, "".join(f"\n{line}" for line in lines))
        for first, last in _runs(gone):
            start, end = entries[first][0], entries[last][1]
            if first == 0 and shares_line:
                # What follows moves up to behind the dash.
                end = entries[last + 1][0]
                above = line_start(self._text, start)
                indent = _blanks(self._text, above)
                self._edit(above, above, "".join(f"{indent}{found.text}\n" for found in self._within(start, end)))
                self._edit(start, end, "")
            else:
                self._cut_lines(start, end, margin)

    def _replace(self, place: Place, new: Any, slot: _Slot) -> None:
        start, end = place.start, place.end
        block = isinstance(new, dict | list) and not slot.flow and not self._manner.in_brackets(new, slot.names)
        column = slot.column + self._manner.step
        text = "" if block else self._manner.inline(new, place.style, slot.column, flow=slot.flow)
        if slot.flow:
            before = f"{place.colon} " if place.absent else ""
            if place.absent and (spare := _NOTHING_FOLLOWS.match(self._text, end)):
                end = spare.end()
            self._edit(start, end, f"{before}{text}{self._kept_in_brackets(start, end)}")
            return
        if place.absent:
            self._edit(start, start, f"{place.colon} {text}" if text else place.colon)
        elif not place.flow and (place.keys or place.items) and line_start(self._text, start) > slot.after:
            self._edit(slot.after, slot.after, f" {text}" if text else "")
            self._cut_lines(start, end, " " * column)
            end = slot.after
        else:
            blanks = len(self._text[:start]) - len(self._text[:start].rstrip(" \t")) if block else 0
            self._edit(start - blanks, end, text)
            comments = self._within(start, end)
            below = line_end(self._text, end)
            # Below lines of text a comment may not stand as far in as these.
            margin = " " * (slot.column if "\n" in text else column)
            self._edit(below, below, "".join(f"\n{margin}{found.text}" for found in comments))
        if block:
            self._below_name(new, slot, line_end(self._text, end))

    def _below_name(self, new: Any, slot: _Slot, spot: int) -> None:
        """Write a group or list on lines of its own, under its name or dash."""
        lines = self._manner.entry("k", new, slot.names, flow=False)[1:]
        level = lines[0].startswith("-") and self._text[slot.after - 1] == "-"
        margin = slot.column + (self._manner.step if level else 0)
        self._edit(spot, spot, "".join(f"\n{' ' * margin}{line}" for line in lines))

    def _cut_lines(self, start: int, end: int, margin: str) -> None:
        """Take whole lines away, and leave their comments."""
        start, end = line_start(self._text, start), line_end(self._text, end)
        comments = "".join(f"{margin}{found.text}\n" for found in self._within(start, end))
        self._edit(start, after_break(self._text, end), comments)

    def _kept_in_brackets(self, start: int, end: int) -> str:
        """Give what stays of a part of brackets that goes: its comments, each with an end to its line."""
        here, there = line_start(self._text, start), line_start(self._text, end)
        apart = " " if self._text[here:start].strip() else ""
        if here < there and not self._text[there:end].strip():
            indent = self._text[there:end]
        else:
            indent = _blanks(self._text, here) + " " * self._manner.step
        comments = "".join(f"{found.text}\n{indent}" for found in self._within(start, end))
        return comments and f"{apart}{comments}"

    def _below(self, end: int, column: int) -> int:
        """Give the end of the last line that belongs to what ends here: comments that stand further in are its own."""
        spot = line_end(self._text, end)
        for start, stop in lines_from(self._text, end):
            words = self._text[start:stop].lstrip(" \t")
            if words and not (words.startswith("#") and len(_blanks(self._text, start)) > column):
                break
            spot = stop if words else spot
        return spot

    def _is_blank_below(self, spot: int) -> bool:
        """Whether an empty line sets what ends here apart from what follows."""
        start, end = next(lines_from(self._text, spot), (0, 0))
        return start > 0 and end < len(self._text) and not self._text[start:end].strip()

    def _shares_line(self, head: int) -> bool:
        """Whether something stands before this on its line, such as a dash."""
        return bool(self._text[line_start(self._text, head) : head].strip())

    def _within(self, start: int, end: int) -> Sequence[Comment]:
        return [found for found in self._comments if start <= found.start < end]

    def _edit(self, start: int, end: int, text: str) -> None:
        if text or start < end:
            self._edits.append((start, end, text.replace("\n", self._newline)))


def _blanks(text: str, start: int) -> str:
    found = _BLANK.match(text, start)
    return found[0] if found else ""


def _runs(numbers: set[int]) -> list[tuple[int, int]]:
    """Give first and last of every row of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _unsaid(place: Place) -> Any:
    """Give what a value that means nothing new compares as: what has the same shape and is empty."""
    if place.keys or place.style == "{":
        return {}
    return [] if place.items or place.style == "[" else None
