"""Changing a file's text at the spots where its values change, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps
from typing import Any

from poolwijzer.assessment.layout import FileLayout, name_path
from poolwijzer.assessment.spans import Span, find_spans
from poolwijzer.assessment.textedits import TextEdits

_HEADER = re.compile(r"[|>]([0-9]?)[-+]?([0-9]?)")
_TAB_FOLLOWS = re.compile(r" *\t")
_NOTHING_FOLLOWS = re.compile(r"[ \t]+(?=[,}\]])")


@dataclass(frozen=True, slots=True)
class _Slot:
    """What a value stands in.

    Attributes:
        names: What it is called and, after that, what it stands under; the layout of a file goes by these.
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

    def __init__(self, text: str) -> None:
        """Take a text that was read without problems."""
        self._edits = TextEdits(text)
        self._root = find_spans(text)
        self._layout = FileLayout.of(self._root)

    def edit(self, old: dict[str, Any], new: dict[str, Any], full: dict[str, Any]) -> str:
        """Give the text with all that differs between two values changed.

        Args:
            old: what it says.
            new: what it should say.
            full: the same, with all that may be left unsaid.
        """
        self._value(self._root, old, new, _Slot([], self._root.start, self._root.column, False, full))
        self._end_last_lines()
        return self._edits.result()

    def _value(self, span: Span, old: Any, new: Any, slot: _Slot) -> None:
        if old == new:
            return
        if slot.answer and "value" in span.keys:
            old, new = (side if isinstance(side, dict) else {"value": side} for side in (old, new))
        if span.keys and isinstance(new, dict) and isinstance(old, dict):
            gone = {name for name in span.keys if name in old and name not in new}
            if len(gone) < len(span.keys):
                self._group(span, old, new, gone, slot)
                return
        elif span.items and isinstance(new, list) and new and isinstance(old, list) and len(old) == len(span.items):
            self._list(span, old, new, slot)
            return
        self._replace(span, new, slot)

    def _group(self, span: Span, old: dict[str, Any], new: dict[str, Any], gone: set[str], slot: _Slot) -> None:
        names = list(span.keys)
        full = slot.full if isinstance(slot.full, dict) and new.keys() <= slot.full.keys() else new
        answers = slot.names[:1] == ["answers"] and not self._own(span)
        for name, (_, value) in span.keys.items():
            if name in new:
                whole = full.get(name)
                inner = _Slot(name_path(name, slot.names), span.after[name], span.column, span.flow, whole, answers)
                self._value(value, old.get(name, _unsaid(value)), new[name], inner)
        added: dict[int, list[str]] = {}
        anchor = -1
        for name in full:
            if name in span.keys:
                anchor = anchor if name in gone else names.index(name)
            elif name in new:
                lines = self._layout.entry(name, new[name], name_path(name, slot.names), flow=span.flow)
                added.setdefault(anchor, []).append("\n".join(lines))
        self._entries(span, {names.index(name) for name in gone}, added, slot)

    def _own(self, span: Span) -> bool:
        """Whether this lies in the user's own data, where a name means nothing to us."""
        own = self._root.keys.get("own")
        return own is not None and own[1].start <= span.start < max(own[1].end, own[1].start + 1)

    def _list(self, span: Span, old: list[Any], new: list[Any], slot: _Slot) -> None:
        below = name_path(None, slot.names)
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
                head, value = span.items[i + step]
                inner = _Slot(below, value.start if span.flow else head + 1, span.column, span.flow, full[j + step])
                self._value(value, old[i + step], new[j + step], inner)
                kept = i + step
            gone |= set(range(i + both, k))
            for item in new[j + both : m]:
                lines = self._layout.entry(None, item, below, flow=span.flow)
                added.setdefault(kept, []).append("\n".join(lines))
        self._entries(span, gone, added, slot)

    def _entries(self, span: Span, gone: set[int], added: dict[int, list[str]], slot: _Slot) -> None:
        """Take entries out of a group or list, and add new ones, each after the entry with that number."""
        if not span.flow:
            self._lines_of(span, gone, added, slot)
            return
        entries = span.entries
        for number, texts in added.items():
            if number >= 0:
                self._edits.edit(entries[number][1], entries[number][1], "".join(f", {text}" for text in texts))
            else:
                first = min(set(range(len(entries))) - gone)
                self._edits.edit(entries[first][0], entries[first][0], "".join(f"{text}, " for text in texts))
        for first, last in _runs(gone):
            if last + 1 < len(entries):
                start, end = entries[first][0], entries[last + 1][0]
            else:
                start, end = entries[first - 1][1], entries[last][1]
            comments = self._edits.comments_in_brackets(start, end, self._layout.step)
            self._edits.edit(start, end, comments)

    def _lines_of(self, span: Span, gone: set[int], added: dict[int, list[str]], slot: _Slot) -> None:
        entries, margin = span.entries, " " * span.column
        # Before the first of these there is no room on lines of one's own.
        shared = self._edits.shared(entries[0][0])
        for number, texts in added.items():
            anchor = min(set(range(len(entries))) - gone) if number < 0 and shared else number
            top = self._edits.end_of(slot.after)
            spot = self._edits.below(entries[anchor][1], span.column) if anchor >= 0 else top
            apart = [""] if span is self._root and self._edits.blank_below(spot) else []
            self._edits.add(spot, [line for text in texts for line in (*apart, *text.split("\n"))], margin)
        for first, last in _runs(gone):
            start, end = entries[first][0], entries[last][1]
            if first > 0 or not shared:
                self._edits.cut(start, end, margin)
                continue
            # What follows moves up to behind the dash.
            end, above = entries[last + 1][0], self._edits.start_of(start)
            comments = "".join(f"{self._edits.blanks(start)}{text}\n" for text in self._edits.comments(start, end))
            self._edits.edit(above, above, comments)
            self._edits.edit(start, end, "")

    def _replace(self, span: Span, new: Any, slot: _Slot) -> None:
        lines, step = self._edits, self._layout.step
        start, end, margin = span.start, span.end, " " * (slot.column + step)
        block = isinstance(new, dict | list) and not slot.flow and not self._layout.in_brackets(new, slot.names)
        if lines.text.startswith("-", slot.after - 1) and _TAB_FOLLOWS.match(lines.text, end):
            block = False  # right behind a dash that tab would be a mistake
        # Comments below it that stand further in would become part of lines of text.
        own = lines.below(end, slot.column) != lines.end_of(end)
        text = "" if block else self._layout.inline(new, span.style, slot.column, flow=slot.flow or own)
        text, *below = text.split("\n")
        if slot.flow:
            if span.absent and (spare := _NOTHING_FOLLOWS.match(lines.text, end)):
                end = spare.end()
            before = f"{span.colon} " if span.absent else ""
            lines.edit(start, end, f"{before}{text}{lines.comments_in_brackets(start, end, step, behind=True)}")
        elif span.absent:
            lines.edit(start, start, f"{span.colon} {text}" if text else span.colon)
            lines.add(lines.end_of(start), below, "")
        elif not span.flow and (span.keys or span.items) and lines.start_of(start) > slot.after:
            lines.edit(slot.after, slot.after, f" {text}" if text else "")
            lines.add(lines.end_of(slot.after), below, "")
            lines.cut(start, end, margin)
            end = slot.after
        else:
            before = lines.text[slot.after : start]
            lines.edit(slot.after if block and not before.strip(" \t") else start, end, text)
            # A comment behind it stays there, and the lines of a text go below that line.
            lines.add(lines.end_of(end), below, "")
            # Below lines of text a comment may not stand as far in as these.
            lines.add(lines.end_of(end), lines.comments(start, end), " " * slot.column if below else margin)
        if block:
            self._below_name(new, slot, lines.end_of(end))

    def _below_name(self, new: Any, slot: _Slot, spot: int) -> None:
        """Write a group or list on lines of its own, under its name or dash."""
        lines = self._layout.entry("k", new, slot.names, flow=False)[1:]
        level = lines[0].startswith("-") and self._edits.text[slot.after - 1] == "-"
        self._edits.add(spot, lines, " " * (slot.column + (self._layout.step if level else 0)))

    def _end_last_lines(self) -> None:
        """See to it that a last value of lines of text gains no line end from what is added below it."""
        last = self._root
        while values := [value for _, value in (*last.keys.values(), *last.items)]:
            last = values[-1]
        header = _HEADER.match(self._edits.text, last.start)
        spots = [(start, end) for start, end, _ in self._edits.edits]
        if last.style not in ("|", ">") or last.end < len(self._edits.text) or header is None:
            return
        if any(start >= last.end for start, _ in spots) and not any(start <= last.start < end for start, end in spots):
            self._edits.edit(*header.span(), f"{last.style}{header[1] or header[2]}-")


def _runs(numbers: set[int]) -> list[tuple[int, int]]:
    """Give first and last of every row of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _unsaid(span: Span) -> Any:
    """Give what a value that means nothing new compares as: what has the same shape and is empty."""
    if span.keys or span.style == "{":
        return {}
    return [] if span.items or span.style == "[" else None
