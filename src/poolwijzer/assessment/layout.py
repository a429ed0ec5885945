"""New pieces of a file, in the layout of the file they go into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import StringIO
from math import inf
from typing import Any

import yaml

from poolwijzer.assessment.spans import Span
from poolwijzer.assessment.write import Dumper, fits_a_block, is_table

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ENDS_LINE = re.compile("[\n\r\x85\u2028\u2029]")
_TEXT = "tag:yaml.org,2002:str"
_MOST_STEPS = 9


def name_path(name: str | None, above: list[str]) -> list[str]:
    """Give what a value goes by: its name, and what it stands under; an item has no name of its own."""
    if name is None:
        return [f"{above[0]}-" if above else "-"]
    return [name, f"{above[0]}/"] if above else [name]


class _Indented(Dumper):
    """For a file whose lists stand in from the name above them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


@dataclass(slots=True)
class FileLayout:
    """How the author of a file lays things out, and pieces that look the same.

    Attributes:
        step: How much further each level stands in.
        indented: Whether lists stand further in than the name above them.
        brackets: Whether what has this name, or stands under it, is written in brackets.
    """

    step: int = 2
    indented: bool = False
    brackets: dict[tuple[str, type], bool] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Span) -> FileLayout:
        """Look at a whole file."""
        layout = cls()
        steps: list[int] = []
        dashes: list[int] = []
        layout._look(root, [], steps, dashes)
        layout.step = min(max(_usual(steps), 2), _MOST_STEPS)
        layout.indented = _usual(dashes) > 0
        return layout

    def _look(self, span: Span, names: list[str], steps: list[int], dashes: list[int]) -> None:
        if span.keys or span.items:
            for name in names:
                self.brackets.setdefault((name, dict if span.keys else list), span.flow)
        for name, (_, value) in span.keys.items():
            if not span.flow and not value.flow and value.column > span.column and value.keys:
                steps.append(value.column - span.column)
            if not span.flow and not value.flow and value.items:
                dashes.append(value.column - span.column)
            self._look(value, name_path(name, names), steps, dashes)
        for _, value in span.items:
            self._look(value, name_path(None, names), steps, dashes)

    def in_brackets(self, value: Any, names: list[str]) -> bool:
        """Whether a new group or list under these names goes in brackets; what is empty always does."""
        if not value:
            return True
        return next((self.brackets[name, type(value)] for name in names if (name, type(value)) in self.brackets), False)

    def entry(self, name: str | None, value: Any, names: list[str], *, flow: bool) -> list[str]:
        """Give the lines of a new entry: a key with its value, or without a name an item with its dash."""
        inner = self._node(value, names, flow=flow)
        if name is None:
            whole: yaml.Node = yaml.SequenceNode("tag:yaml.org,2002:seq", [inner], flow_style=flow)
        else:
            pair = (self._node(name, [], flow=True), inner)
            whole = yaml.MappingNode("tag:yaml.org,2002:map", [pair], flow_style=flow)
        text = self._serialized(whole)
        return [text.rstrip("\n")[1:-1]] if flow else text.rstrip("\n").split("\n")

    def inline(self, value: Any, style: str, column: int, *, flow: bool) -> str:
        """Give a value that stands after its key or dash, in the quotes that stood there."""
        if isinstance(value, dict | list):
            return self.entry(None, value, [], flow=True)[0]
        node = self._node(value, [], flow=flow)
        if style in ("'", '"') and value is not None and isinstance(node, yaml.ScalarNode):
            node = yaml.ScalarNode(_TEXT, str(value), style=node.style or style)
        pair = (yaml.ScalarNode(_TEXT, "k"), node)
        text = self._serialized(yaml.MappingNode("tag:yaml.org,2002:map", [pair], flow_style=flow))
        if flow:
            return text.rstrip("\n")[len("{k: ") : -1]
        first, *more = text.removesuffix("\n").removeprefix("k: ").split("\n")
        return "\n".join([first, *(f"{' ' * column}{line}" if line else "" for line in more)])

    def _node(self, value: Any, names: list[str], *, flow: bool) -> yaml.Node:
        if isinstance(value, dict):
            flow = flow or self.in_brackets(value, names)
            pairs = [
                (self._node(name, [], flow=True), self._node(inner, name_path(name, names), flow=flow))
                for name, inner in value.items()
            ]
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)
        if isinstance(value, list):
            flow = flow or is_table(value) or self.in_brackets(value, names)
            nodes = [self._node(inner, name_path(None, names), flow=flow) for inner in value]
            return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=flow)
        if isinstance(value, str) and not flow and fits_a_block(value):
            return yaml.ScalarNode(_TEXT, value, style="|")
        if isinstance(value, str) and _ENDS_LINE.search(value):
            # On one line, so that it fits anywhere.
            return yaml.ScalarNode(_TEXT, value, style='"')
        if isinstance(value, str) and _DATE.fullmatch(value):
            # A date needs no quotes in our files.
            return yaml.ScalarNode("tag:yaml.org,2002:timestamp", value)
        return Dumper(StringIO()).represent_data(value)

    def _serialized(self, node: yaml.Node) -> str:
        dumper = _Indented if self.indented else Dumper
        text: str = yaml.serialize(node, Dumper=dumper, width=inf, allow_unicode=True, indent=self.step)
        return text


def _usual(numbers: list[int]) -> int:
    return max(numbers, key=numbers.count, default=0)
