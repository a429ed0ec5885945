"""What it costs to draw an SVG, before anybody does: a few words can ask for more work than there is time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.formats.logo.svg import DEEPEST, TOO_MUCH, Element
from poolwijzer.formats.logo.svg_names import REFERENCE

MOST = 3000
"""In simple shapes; a coat of arms in full detail takes some hundreds."""
_LAYERS = {"mask": 50, "clip-path": 20, "opacity": 5}
"""What must be drawn apart first, and then laid over the rest."""
_STEP = re.compile(r"[A-Za-z]|\d*\.\d+|\d+")


class _Cost(NamedTuple):
    shapes: float
    depth: int


def check_cost(picture: Element) -> None:
    """Refuse a picture that takes too long to draw.

    Raises:
        Fault: It does, or uses itself.
    """
    if _Estimate(picture).cost(picture).shapes > MOST:
        raise TOO_MUCH


class _Estimate:
    """Each element with all that it uses, once for every time that it is used."""

    def __init__(self, picture: Element) -> None:
        self._named = {element.name: element for element in _all(picture) if element.name}
        self._known: dict[int, _Cost | None] = {}

    def cost(self, element: Element) -> _Cost:
        """What an element costs, and how deep what it uses goes."""
        if id(element) in self._known:
            found = self._known[id(element)]
            if found is None:  # it is being looked at: it uses itself
                raise TOO_MUCH
            return found
        self._known[id(element)] = None
        used = [self._named[name] for name in _used(element) if name in self._named]
        below = [self.cost(one) for one in (*element.parts, *used)]
        shapes, depth = sum(one.shapes for one in below), max((one.depth for one in below), default=0) + 1
        if depth > DEEPEST or shapes > MOST:
            raise TOO_MUCH
        self._known[id(element)] = result = _Cost(shapes + _own(element), depth)
        return result


def _own(element: Element) -> float:
    """Of one element: lines that cross cost most, for each is held against all others."""
    steps = sum(len(_STEP.findall(element.attributes.get(name, ""))) for name in ("d", "points"))
    return 1 + steps / 100 + steps**2 / 100_000 + sum(_LAYERS.get(name, 0) for name in element.attributes)


def _used(element: Element) -> Iterator[str]:
    if element.target:
        yield element.target
    for value in element.attributes.values():
        yield from REFERENCE.findall(value)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for part in element.parts:
        yield from _all(part)
