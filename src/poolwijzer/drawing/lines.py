"""Lines of a drawing, broken off where they would run through words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def cut_at_boxes(points: Sequence[Point], boxes: Sequence[Box]) -> list[list[Point]]:
    """A line through these points in the parts of it that lie outside the boxes, each as points again."""
    parts: list[list[Point]] = []
    for start, end in pairwise(points):
        for first, last in _outside(start, end, boxes):
            one, other = _at(start, end, first), _at(start, end, last)
            if parts and parts[-1][-1] == one:
                parts[-1].append(other)
            else:
                parts.append([one, other])
    return parts


def _outside(start: Point, end: Point, boxes: Iterable[Box]) -> list[tuple[float, float]]:
    """Which parts of a straight line lie outside all boxes, as shares of its length."""
    found, done = [], 0.0
    for first, last in sorted(part for box in boxes if (part := _inside(start, end, box))):
        if first > done:
            found.append((done, first))
        done = max(done, last)
    return [*found, (done, 1.0)] if done < 1 else found


def _inside(start: Point, end: Point, box: Box) -> tuple[float, float] | None:
    """Which part of a straight line lies in a box (the method of Liang and Barsky)."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        way, low, high = end[axis] - start[axis], box[axis] - start[axis], box[axis + 2] - start[axis]
        if way == 0:
            if not low < 0 < high:
                return None
        else:
            first, last = max(first, min(low / way, high / way)), min(last, max(low / way, high / way))
    return (first, last) if first < last else None


def _at(start: Point, end: Point, share: float) -> Point:
    if share in (0, 1):
        return end if share else start
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
