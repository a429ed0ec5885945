"""Where markers go: each where it belongs if there is room, otherwise at the nearest spot that is free.

Cartographers keep the point and let the name give way: a marker that moves is drawn with a line to where it belongs.
Each looks only at those around it, so that the time it takes grows with their number and not with its square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Step = tuple[int, int]
"""To the right and down."""


class Spacing(NamedTuple):
    """How much room markers take, with the gap around each."""

    width: float
    height: float
    round: bool = False
    """Whether they are circles, which come nearer to each other aslant."""


def find_spots(
    homes: Sequence[Point],
    bounds: Sequence[Box],
    spacing: Spacing,
    steps: Callable[[], Iterable[Step]],
    *,
    in_turn: bool = False,
    beside: Iterable[Point] = (),
    closed: Sequence[Box] = (),
) -> Iterator[tuple[int, Point | None]]:
    """Each marker by its index with where it goes, so that none covers another; None where it has no room.

    First come all that can stand where they belong, as far as that lies within their bounds, then the others.

    Args:
        homes: Where the markers belong.
        bounds: What each has to stay within.
        spacing: Of every marker.
        steps: From a home to the spots where a marker is tried, the best first.
        in_turn: Whether each comes in its turn instead, also where it has to move.
        beside: What stands there already, as large as a marker.
        closed: Where the middle of none may lie.
    """
    taken = _Taken(spacing, closed)
    for spot in beside:
        taken.add(spot)
    waiting = []
    for index, (home, box) in enumerate(zip(homes, bounds, strict=True)):
        spot = _within(home, box, spacing)
        if not in_turn and taken.is_free(spot):
            taken.add(spot)
            yield index, spot
        else:
            waiting.append(index)
    for index in waiting:
        (x, y), box = homes[index], bounds[index]
        tried = ((x + right, y + down) for right, down in steps())
        found = next((one for one in tried if one == _within(one, box, spacing) and taken.is_free(one)), None)
        if found is not None:
            taken.add(found)
        yield index, found


def _within(spot: Point, box: Box, spacing: Spacing) -> Point:
    """The spot nearest to this one where a marker lies in a box; its middle where the box is too small for it."""
    left, top, right, bottom = box
    width, height = spacing.width / 2, spacing.height / 2
    return _clamp(spot[0], left + width, right - width), _clamp(spot[1], top + height, bottom - height)


def _clamp(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


class _Taken:
    """The markers that have their spot; each is found by the cell that its middle lies in."""

    def __init__(self, spacing: Spacing, closed: Sequence[Box]) -> None:
        self._width, self._height, self._round = spacing
        self._closed = closed
        self._cells: dict[tuple[int, int], list[Point]] = {}

    def add(self, spot: Point) -> None:
        self._cells.setdefault(self._cell(spot), []).append(spot)

    def is_free(self, spot: Point) -> bool:
        """Whether a marker here covers nothing: as large as a marker, a cell has only those around it in its way."""
        x, y = spot
        column, row = self._cell(spot)
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                for a, b in self._cells.get((across, down), ()):
                    if self._round:
                        if (x - a) ** 2 + (y - b) ** 2 < self._width**2:
                            return False
                    elif abs(a - x) < self._width and abs(b - y) < self._height:
                        return False
        return not any(left < x < right and top < y < bottom for left, top, right, bottom in self._closed)

    def _cell(self, spot: Point) -> tuple[int, int]:
        return int(spot[0] // self._width), int(spot[1] // self._height)


def _by_distance(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The shortest first, always in the same order."""
    return tuple(sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, abs(step[1]), step)))


@lru_cache(maxsize=8)
def steps_within(reach: float, size: int) -> tuple[Step, ...]:
    """Every step of a size up to a distance, the shortest first."""
    edge = range(-int(reach), int(reach) + 1, size)
    return _by_distance((x, y) for x in edge for y in edge if x * x + y * y <= reach * reach)


def steps_outward(farthest: int, size: int = 1) -> Iterator[Step]:
    """So many steps of a size in every direction, square by square around a spot; found when they are needed."""
    return (step for ring in range(farthest + 1) for step in _ring(ring, size))


@cache
def _ring(ring: int, size: int) -> tuple[Step, ...]:
    edge, inner = range(-ring, ring + 1), range(1 - ring, ring)
    sides = {*((x, y) for x in edge for y in (-ring, ring)), *((x, y) for x in (-ring, ring) for y in inner)}
    return tuple((x * size, y * size) for x, y in _by_distance(sides))
