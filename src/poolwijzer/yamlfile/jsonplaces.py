"""Where things stand in a text that is JSON: looked up when somebody asks, and no more of it than that takes."""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

Loc = tuple[str | int, ...]

_WHITE = re.compile(r"[ \t\n\r]*+")
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*+"|[^ \t\n\r,\]}]++')
# Python's own reader passes over a group or a list far quicker than a pattern would.
_DECODER: Any = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
_PASS_OVER = _DECODER.scan_once


@dataclass(frozen=True, slots=True)
class JsonPosition:
    """A position in a text, counted from 0."""

    index: int
    line: int
    column: int


class _Level:
    """What stands right inside one group or list, as far as it was asked for."""

    def __init__(self, children: Iterator[tuple[str, int, int]]) -> None:
        self._children = children
        self._by_key: dict[str, tuple[int, int]] = {}
        self._in_order: list[int] = []

    def find(self, step: str | int) -> tuple[int | None, int] | None:
        """Where the key and the value stand; no key in a list."""
        if isinstance(step, str):
            while step not in self._by_key and (child := next(self._children, None)):
                self._by_key[child[0]] = child[1:]
            return self._by_key.get(step)
        while step >= len(self._in_order) and (child := next(self._children, None)):
            self._in_order.append(child[2])
        return (None, self._in_order[step]) if 0 <= step < len(self._in_order) else None


class JsonPlaces:
    """The places in one text. Only of a text that can be read is more known than lines and columns."""

    def __init__(self, text: str, line: int) -> None:
        """Look nothing up yet; `line` is the number of the first line, from 1."""
        self._text = text
        self._line = line
        self._starts: Sequence[int] = ()
        self._levels: dict[int, _Level] = {}

    def mark(self, loc: Sequence[str | int], key: bool = False) -> JsonPosition:
        """As `Places`."""
        key_index, index = None, self.skip(0)
        for step in loc:
            if found := self._find(index, step):
                key_index, index = found
        return self.at(key_index if key and key_index is not None else index)

    def holds(self, loc: Sequence[str | int]) -> bool:
        """As `Places`."""
        index = self.skip(0)
        for step in loc:
            if not (found := self._find(index, step)):
                return False
            index = found[1]
        return True

    def at(self, index: int) -> JsonPosition:
        """The line and column of a character."""
        if not self._starts:
            lengths = (len(line) + 1 for line in self._text.split("\n"))
            self._starts = array("l", accumulate(lengths, initial=0))
        line = bisect_right(self._starts, index, hi=len(self._starts) - 1) - 1
        return JsonPosition(index, self._line - 1 + line, index - self._starts[line])

    def skip(self, index: int) -> int:
        """Past white space."""
        found = _WHITE.match(self._text, index)
        return found.end() if found else index

    def find_twice(self, loc: Sequence[str | int]) -> tuple[int, int, str]:
        """Where the first name that stands twice in the group at this place stands, both times, and that name."""
        seen: dict[str, int] = {}
        for key, key_index, _ in self._children(self.mark(loc).index):
            if key in seen:
                return seen[key], key_index, key
            seen[key] = key_index
        raise ValueError

    def _find(self, start: int, step: str | int) -> tuple[int | None, int] | None:
        if not self._text.startswith("{" if isinstance(step, str) else "[", start):
            return None
        if start not in self._levels:
            self._levels[start] = _Level(self._children(start))
        return self._levels[start].find(step)

    def _children(self, start: int) -> Iterator[tuple[str, int, int]]:
        """Every key (empty in a list) with where it and its value begin."""
        text, skip = self._text, self.skip
        in_group = text.startswith("{", start)
        index = skip(start + 1)
        while text[index] not in "]}":
            index = skip(index + 1) if text[index] == "," else index
            key, key_index = "", index
            if in_group:
                key, end = _PASS_OVER(text, index)
                index = skip(skip(end) + 1)
            yield key, key_index, index
            found = None if text[index] in "[{" else _SCALAR.match(text, index)
            index = skip(found.end() if found else _PASS_OVER(text, index)[1])
