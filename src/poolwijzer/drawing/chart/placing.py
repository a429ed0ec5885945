"""Where the marks of a chart go: at their own place, or as near to it as there is room.

Cartographers keep the place and let the name give way: a mark that moves leaves a dot where it belongs, never crosses
into another zone, and never goes far. Where that cannot be done for all, there are too many marks for this size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

STEP = 2
"""How far apart the places are where a mark that moves is tried, in units of the drawing."""


class Spot(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


class Size(NamedTuple):
    """How much room a mark takes, with the gap around it, and how far it may move."""

    width: float
    height: float
    reach: float


class Zone(NamedTuple):
    """Where a mark has to stay within: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


def placed(spots: Sequence[Spot], zones: Sequence[Zone], size: Size) -> list[Spot] | None:
    """Where each mark goes, so that none covers another; None where they do not all fit.

    First come all that can stand at their own place, then the others, each at the nearest place that is still free.
    The time it takes grows with the number of marks and with how far they may move, not with its square.

    Args:
        spots: Where the marks belong.
        zones: What each has to stay within.
        size: Of every mark.
    """
    taken = _Taken(size)
    found: list[Spot | None] = [None] * len(spots)
    waiting = []
    for index, (spot, zone) in enumerate(zip(spots, zones, strict=True)):
        home = _within(spot, zone, size)
        if taken.is_free(home):
            taken.add(home)
            found[index] = home
        else:
            waiting.append(index)
    for index in waiting:
        nearest = next((one for one in _around(spots[index], zones[index], size) if taken.is_free(one)), None)
        if nearest is None:
            return None
        taken.add(nearest)
        found[index] = nearest
    return [one for one in found if one is not None]


def _within(spot: Spot, zone: Zone, size: Size) -> Spot:
    """The place nearest to this one where a mark lies in its zone; its middle where the zone is too small for it."""
    return Spot(
        _held(spot.x, zone.left + size.width / 2, zone.right - size.width / 2),
        _held(spot.y, zone.top + size.height / 2, zone.bottom - size.height / 2),
    )


def _held(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else min(max(value, low), high)


def _around(spot: Spot, zone: Zone, size: Size) -> Iterator[Spot]:
    """The places within reach and within the zone, the nearest first."""
    for right, down in _steps(size.reach):
        one = Spot(spot.x + right, spot.y + down)
        if one == _within(one, zone, size):
            yield one


@lru_cache(maxsize=8)
def _steps(reach: float) -> tuple[tuple[int, int], ...]:
    """Every step up to a distance, the shortest first, always in the same order."""
    edge = range(-int(reach), int(reach) + 1, STEP)
    steps = [(x, y) for x in edge for y in edge if x * x + y * y <= reach * reach]
    return tuple(sorted(steps, key=lambda step: (step[0] ** 2 + step[1] ** 2, abs(step[1]), step)))


class _Taken:
    """The marks that have their place; each is found by the cell that its middle lies in."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._cells: dict[tuple[int, int], list[Spot]] = {}

    def add(self, spot: Spot) -> None:
        self._cells.setdefault(self._cell(spot), []).append(spot)

    def is_free(self, spot: Spot) -> bool:
        """Whether a mark here covers no other: as large as a mark, a cell has only those around it in its way."""
        column, row = self._cell(spot)
        return not any(
            abs(other.x - spot.x) < self._size.width and abs(other.y - spot.y) < self._size.height
            for across in (column - 1, column, column + 1)
            for down in (row - 1, row, row + 1)
            for other in self._cells.get((across, down), ())
        )

    def _cell(self, spot: Spot) -> tuple[int, int]:
        return int(spot.x // self._size.width), int(spot.y // self._size.height)
