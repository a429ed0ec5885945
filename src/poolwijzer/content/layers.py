"""An own folder of menus laid over the shipped ones.

Field by field for what has the same id, lists and conditions whole, `hide: true` takes an item off. A position in the
result is the position in the file it came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from poolwijzer.rules.conditions import KINDS
from poolwijzer.yamlfile import Document, Location

HIDE = "hide"
_OTHER_CONDITIONS = ("unless", "menu_may_come_first")
"""What holds a condition under another name than one that ends in `when`."""


class LayeredFile(NamedTuple):
    """One menu file as it counts: the layers on top of each other, the topmost first."""

    layers: tuple[Document, ...]
    data: Any
    """What counts."""
    hidden: frozenset[str] = frozenset()
    off: bool = False
    """Whether the whole file is hidden."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The place of a value (or key) in the layer that says it."""
        for depth in range(len(loc), -1, -1):
            for layer in self.layers:
                if layer.holds(loc[:depth]):
                    return layer.locate(loc, key)
        return self.layers[0].locate(loc, key)


def lay_over(layers: Sequence[Document]) -> LayeredFile:
    """The layers merged, the topmost first."""
    data: Any = layers[-1].data
    for layer in reversed(layers[:-1]):
        data = _merged(data, layer.data)
    if isinstance(data, dict) and data.get(HIDE) == "true":
        return LayeredFile(tuple(layers), None, frozenset(_ids_below(data)), off=True)
    hidden: set[str] = set()
    return LayeredFile(tuple(layers), _without_hidden(data, hidden), frozenset(hidden))


def _merged(below: Any, above: Any) -> Any:
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return {
        **below,
        **{
            key: _merged(below[key], value) if key in below and not _is_condition(key, value) else value
            for key, value in above.items()
        },
    }


def _is_condition(key: str, value: Any) -> bool:
    """Whether a value says of itself what it looks at: two of those together would be a condition of no kind."""
    named = key.endswith("when") or key in _OTHER_CONDITIONS
    return named and isinstance(value, dict) and any(kind.key in value for kind in KINDS)


def _without_hidden(data: Any, hidden: set[str]) -> Any:
    if not isinstance(data, dict):
        return data
    kept = {}
    for key, value in data.items():
        if isinstance(value, dict) and value.get(HIDE) == "true":
            hidden.update((key, *_ids_below(value)))
        elif not (key == HIDE and value == "false"):
            kept[key] = _without_hidden(value, hidden)
    return kept


def _ids_below(data: Any) -> Iterator[str]:
    """The ids of a hidden component's options: they are off with it."""
    if isinstance(data, dict):
        for value in data.values():
            if isinstance(value, dict):
                yield from value
