"""Putting marks where they can all be read: each as near to its own place as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

Cell = tuple[int, int]


def nearest_free(free: Callable[[Cell], bool], farthest: int) -> Cell:
    """The nearest step (right, down) from a place to one that is free; no step at all where nothing is.

    Args:
        free: Whether a step leads to where there is room.
        farthest: How many steps to look in every direction.
    """
    return next((step for step in _outward(farthest) if free(step)), (0, 0))


def _outward(farthest: int) -> Iterator[Cell]:
    """Every step up to a distance, the nearest first, always in the same order."""
    for ring in count():
        if ring > farthest:
            return
        edge = range(-ring, ring + 1)
        steps = {(x, y) for x in edge for y in edge if max(abs(x), abs(y)) == ring}
        yield from sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, abs(step[1]), step))
