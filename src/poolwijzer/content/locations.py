"""Where a key or value stands in the tree of all menu files, and a walk along every model in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, Protocol, get_args, get_origin

from poolwijzer.rules.conditions import KINDS
from poolwijzer.validation import Model
from poolwijzer.yamlfile import Location

Step = str | int
Steps = tuple[Step, ...]
"""A location in the tree of all menus, from the top."""
Node = tuple["Node | None", Step]
"""The same as a chain: the location it is in, and the step from there. Made whole only where it is told."""
Loc = tuple[Node | Step, ...]
"""A node, and the steps from there."""

_WHOLE = frozenset(KINDS)
_PLAIN = frozenset((str, int, float, bool, NoneType, Fraction, date))


class Located(Protocol):
    """Menu files that know their positions."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The location of a value, or of the key it stands at."""


def models_below(root: object, start: Node) -> list[tuple[Model, Node]]:
    """Every model in a tree of models, with its location; a condition is not looked into."""
    # Every run walks some two thousand models: so a plain loop, that looks at no field that cannot hold one.
    found: list[tuple[Model, Node]] = []
    stack: list[tuple[Any, Node]] = [(root, start)] if root else []
    while stack:
        value, node = stack.pop()
        inner: Iterable[tuple[Step, object]]
        if value.__class__ is dict:
            inner = value.items()
        elif value.__class__ is tuple:
            inner = enumerate(value)
        else:
            found.append((value, node))
            fields = value.__dict__
            inner = [(name, part) for name in _holding(value.__class__) if (part := fields[name])]
        for step, part in inner:
            if part.__class__ not in _PLAIN and part:
                stack.append((part, (node, step)))
    return found


@cache
def _holding(kind: type[Model]) -> tuple[str, ...]:
    """The fields of a model that can hold another one."""
    return () if kind in _WHOLE else tuple(name for name, one in kind.model_fields.items() if _holds(one.annotation))


def _holds(annotation: Any) -> bool:
    """Whether a value of this kind can be or hold a model; what is not known to be plain can."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _holds(arguments[0])
    if arguments:
        return origin is not Literal and any(_holds(one) for one in arguments if one is not ...)
    return annotation not in _PLAIN


def steps_to(loc: Loc) -> Steps:
    """The steps from the top of the tree."""
    steps: list[Step] = []
    node: Node | None = loc[0] if isinstance(loc[0], tuple) else None
    while node is not None:
        node, step = node
        steps.append(step)
    return (*reversed(steps), *(step for step in loc if not isinstance(step, tuple)))
