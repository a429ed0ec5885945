"""Places in the tree of all menu files, and a walk along every model in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from poolwijzer.rules.conditions import Condition
from poolwijzer.validation import Model
from poolwijzer.yamlfile import Location

Step = str | int
Node = tuple["Node | None", Step]
"""A place in the tree of all menus: the place it is in, and the step from there. Whole only when it is told."""
Loc = tuple[Node | Step, ...]
"""A node, and the steps from there."""


class Located(Protocol):
    """Menu files that know their positions."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The place of a value, or of the key it stands at."""


def models_below(root: object, start: Node) -> list[tuple[Model, Node]]:
    """Every model in a tree of models, with its place; conditions whole. A plain loop, since every run walks it."""
    found: list[tuple[Model, Node]] = []
    stack: list[tuple[object, Node]] = [(root, start)]
    while stack:
        value, node = stack.pop()
        inner: Iterable[tuple[Step, object]]
        if isinstance(value, Model):
            found.append((value, node))
            inner = () if isinstance(value, Condition) else value.__dict__.items()
        else:
            inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        for step, part in inner:
            if part and isinstance(part, _HOLDERS):
                stack.append((part, (node, step)))
    return found


_HOLDERS = (Model, tuple, dict)


def whole(loc: Loc) -> tuple[Step, ...]:
    """The steps from the top of the tree to a place."""
    steps: list[Step] = []
    node: Node | None = loc[0] if isinstance(loc[0], tuple) else None
    while node is not None:
        node, step = node
        steps.append(step)
    return (*reversed(steps), *(step for step in loc if not isinstance(step, tuple)))
