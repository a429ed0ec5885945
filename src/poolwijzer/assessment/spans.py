"""Where everything in a file stands, so that a change can be made at exactly that spot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from poolwijzer.assessment.textedits import BREAK, SPACE
from poolwijzer.yamlfile.events import events_of

_BLANKS_AND_COMMENTS = re.compile(f"(?:[{SPACE}]|(?<![^{SPACE}])#[^\n\r]*)*")
# The sign before a key that is too long or too odd to stand without; further off is not worth a look.
_ASKED = re.compile(r"\?[ \t]*\Z")
_FAR = 100
_KEEPS_LINES = re.compile(r"[|>][0-9]?\+")


@dataclass(frozen=True, slots=True)
class Span:
    """The part of a text that one value takes.

    Attributes:
        start: Where it begins.
        end: Where what it says ends, without blanks and comments behind it.
        column: How far it stands from the margin; of a group or list, its entries.
        style: Of a scalar its quote or block sign, of a group or list `{`, `[` or nothing.
        keys: Of a group, where each key stands, and what stands after it.
        items: Of a list, where each dash stands (in brackets: the item), and the item.
        after: Of a group, where the colon of each key ends.
        absent: Nothing stands here; of a key without even a colon, `colon` is what a value needs before it.
    """

    start: int
    end: int
    column: int
    style: str = ""
    keys: dict[str, tuple[int, Span]] = field(default_factory=dict)
    items: list[tuple[int, Span]] = field(default_factory=list)
    after: dict[str, int] = field(default_factory=dict)
    absent: bool = False
    colon: str = ""

    @property
    def flow(self) -> bool:
        """Whether this is a group or list in brackets."""
        return self.style in ("{", "[")

    @property
    def entries(self) -> list[tuple[int, int]]:
        """Where each entry of a group or list begins and ends."""
        return [(head, value.end) for head, value in (*self.keys.values(), *self.items)]


def find_spans(text: str) -> Span:
    """Find where everything stands in a text that was read without problems, and so is not nested too deep."""
    return _SpanFinder(text).root()


class _SpanFinder:
    """Turns the events of the parser into spans."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: Any = events_of(text).get_event

    def root(self) -> Span:
        self._next()  # the stream begins
        self._next()  # and its one document
        return self._span(self._next())

    def _span(self, event: Any) -> Span:
        from yaml import events as kinds

        start, end, column = event.start_mark.index, event.end_mark.index, event.start_mark.column
        if isinstance(event, kinds.ScalarEvent):
            end = self._block_end(start, end) if event.style in ("|", ">") else end
            return Span(start, end, column, event.style or "")
        flow = event.flow_style
        if isinstance(event, kinds.MappingStartEvent):
            keys, after, end = self._group(kinds.MappingEndEvent, flow)
            return Span(start, end, column, "{" if flow else "", keys=keys, after=after)
        items, end = self._list(kinds.SequenceEndEvent, start, flow)
        return Span(start, end, column, "[" if flow else "", items=items)

    def _group(self, ending: Any, flow: bool) -> tuple[dict[str, tuple[int, Span]], dict[str, int], int]:
        keys: dict[str, tuple[int, Span]] = {}
        after: dict[str, int] = {}
        last = 0
        while not isinstance(key := self._next(), ending):
            head, tail = key.start_mark.index, key.end_mark.index
            gap = self._skip(tail)
            colon = self._text.startswith(":", gap)
            spot = after[key.value] = gap + 1 if colon else tail
            if asked := _ASKED.search(self._text, max(0, head - _FAR), head):
                head = asked.start()
            value = self._next()
            nothing = _says_nothing(value)
            span = Span(spot, spot, 0, absent=True, colon="" if colon else ":") if nothing else self._span(value)
            keys[key.value] = (head, span)
            last = max(last, span.end)
        return keys, after, key.end_mark.index if flow else last

    def _list(self, ending: Any, last: int, flow: bool) -> tuple[list[tuple[int, Span]], int]:
        items: list[tuple[int, Span]] = []
        while not isinstance(item := self._next(), ending):
            dash = item.start_mark.index if flow else self._skip(last)
            nothing = not flow and _says_nothing(item)
            span = Span(dash + 1, dash + 1, 0, absent=True) if nothing else self._span(item)
            items.append((dash, span))
            last = span.end
        return items, item.end_mark.index if flow else last

    def _skip(self, index: int) -> int:
        found = _BLANKS_AND_COMMENTS.match(self._text, index)
        return found.end() if found else index

    def _block_end(self, start: int, end: int) -> int:
        """Give the end of a block scalar: of its text, or where its blank lines count, of these."""
        if not _KEEPS_LINES.match(self._text, start):
            return start + len(self._text[start:end].rstrip(SPACE))
        end = start + len(self._text[start:end].rstrip(" \t"))
        broken = list(BREAK.finditer(self._text, start, end))
        return broken[-1].start() if broken and broken[-1].end() == end else end


def _says_nothing(event: Any) -> bool:
    return not getattr(event, "value", "-") and not event.style and event.start_mark.index == event.end_mark.index
