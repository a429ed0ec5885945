"""Where everything in a file stands, so that a change can be made at exactly that spot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from poolwijzer.assessment.lines import BREAK

# Signs that the composer reads otherwise than our own reader does. It only gives places, so a stand-in of the same
# length will do.
_STAND_INS = {ord("\t"): " ", **dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")}
_SPACE = " \t\n\r\x85\u2028\u2029"
_BLANKS_AND_COMMENTS = re.compile(f"(?:[{_SPACE}]|(?<![^{_SPACE}])#[^\n\r\x85\u2028\u2029]*)*")
# The sign before a key that is too long or too odd to stand without; further off is not worth a look.
_ASKED = re.compile(r"\?[ \t]*\Z")
_FAR = 100
_KEEPS_LINES = re.compile(r"[|>][0-9]?\+")


@dataclass(frozen=True, slots=True)
class Place:
    """The spot of one value.

    Attributes:
        start: Where it begins.
        end: Where what it says ends, without blanks and comments behind it.
        column: How far it stands from the margin; of a group or list, its entries.
        style: Of a scalar its quote or block sign, of a group or list `{`, `[` or nothing.
        keys: Of a group, where each key stands, and what stands after it.
        items: Of a list, where each dash stands (in brackets: the item), and the item.
        absent: Nothing stands here; of a key without even a colon, `colon` is what a value needs before it.
    """

    start: int
    end: int
    column: int
    style: str
    keys: dict[str, tuple[int, Place]] = field(default_factory=dict)
    items: list[tuple[int, Place]] = field(default_factory=list)
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


def places_of(text: str, data: Any) -> Place:
    """Give the places of a text that our own reader read as this data."""
    from ruamel.yaml import YAML

    node = YAML().compose(text.translate(_STAND_INS))
    return _Finder(text).place(node, data)


class _Finder:
    """Turns the nodes of the composer into places."""

    def __init__(self, text: str) -> None:
        self.text = text

    def place(self, node: Any, data: Any) -> Place:
        start, end, column = node.start_mark.index, node.end_mark.index, node.start_mark.column
        if isinstance(data, dict):
            return self._group(node, data, start, end, column)
        if isinstance(data, list):
            return self._list(node, data, start, end, column)
        if node.style in ("|", ">"):
            return Place(start, self._block_end(start, end), column, node.style)
        return Place(start, end, column, node.style or "")

    def _group(self, node: Any, data: dict[str, Any], start: int, end: int, column: int) -> Place:
        keys: dict[str, tuple[int, Place]] = {}
        after: dict[str, int] = {}
        # Our own reader gives keys in the order of the file, and never two of the same.
        for (key, value), (name, said) in zip(node.value, data.items(), strict=True):
            head, tail = key.start_mark.index, key.end_mark.index
            gap = self._next(tail)
            colon = self.text.startswith(":", gap)
            after[name] = gap + 1 if colon else tail
            if asked := _ASKED.search(self.text, max(0, head - _FAR), head):
                head = asked.start()
            if self._nothing(value):
                spot = Place(after[name], after[name], column, "", absent=True, colon="" if colon else ":")
            else:
                spot = self.place(value, said)
            keys[name] = (head, spot)
        if not node.flow_style:
            end = max(spot.end for _, spot in keys.values())
        return Place(start, end, column, "{" if node.flow_style else "", keys=keys, after=after)

    def _list(self, node: Any, data: list[Any], start: int, end: int, column: int) -> Place:
        items: list[tuple[int, Place]] = []
        last = start
        for item, said in zip(node.value, data, strict=True):
            if node.flow_style:
                items.append((item.start_mark.index, self.place(item, said)))
                continue
            dash = self._next(last)
            nothing = self._nothing(item)
            spot = Place(dash + 1, dash + 1, column, "", absent=True) if nothing else self.place(item, said)
            items.append((dash, spot))
            last = spot.end
        if not node.flow_style:
            end = last
        return Place(start, end, column, "[" if node.flow_style else "", items=items)

    def _next(self, index: int) -> int:
        found = _BLANKS_AND_COMMENTS.match(self.text, index)
        return found.end() if found else index

    @staticmethod
    def _nothing(node: Any) -> bool:
        return isinstance(node.value, str) and not node.style and node.start_mark.index == node.end_mark.index

    def _block_end(self, start: int, end: int) -> int:
        """Give the end of a block scalar: of its text, or where its blank lines count, of these."""
        if not _KEEPS_LINES.match(self.text, start):
            return start + len(self.text[start:end].rstrip(_SPACE))
        end = start + len(self.text[start:end].rstrip(" \t"))
        broken = list(BREAK.finditer(self.text, start, end))
        return broken[-1].start() if broken and broken[-1].end() == end else end
