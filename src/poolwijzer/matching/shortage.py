"""When one hour more would meet one hour more, and of which requests: the days, and how many hours at most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from poolwijzer.matching.outcome import Lack, Settled
from poolwijzer.matching.values import Request, Shortage, Stretch


@dataclass(frozen=True, slots=True)
class Days:
    """Days on which an hour more reaches the same demands.

    Attributes:
        first: The first day, by its number.
        last: The last day.
        reached: The demands that lack hours.
    """

    first: int
    last: int
    reached: frozenset[Lack]


def find_days(settled: Sequence[Settled], requests: Sequence[Request]) -> dict[str, list[Days]]:
    """By expertise, the days on which one hour more would meet one, in the order of time."""
    active: dict[str, list[Days]] = {}
    for number, one in enumerate(settled):
        for asks, lacking in zip(one.market.demands, one.helped, strict=True):
            if lacking:
                reached = frozenset((number, demand) for demand in lacking)
                active.setdefault(requests[asks.of].expertise, []).append(Days(asks.first, asks.last, reached))
    return {kind: _cut(active[kind]) for kind in sorted(active)}


def find_shortages(days: Mapping[str, Sequence[Days]], missing: Mapping[Lack, int]) -> tuple[Shortage, ...]:
    """When more of an expertise would help."""
    return tuple(
        Shortage(kind, stretch.first, stretch.last, stretch.hours)
        for kind, found in days.items()
        for stretch in _as_stretches(found, missing)
    )


def find_help(days: Iterable[Days], lacks: Mapping[Lack, int]) -> tuple[Stretch, ...]:
    """When one hour more could meet one of these demands."""
    return _as_stretches(_join(Days(one.first, one.last, one.reached & lacks.keys()) for one in days), lacks)


def _cut(active: Sequence[Days]) -> list[Days]:
    edges = sorted({day for one in active for day in (one.first, one.last + 1)})
    return _join(
        Days(first, after - 1, frozenset().union(*(one.reached for one in active if one.first <= first <= one.last)))
        for first, after in pairwise(edges)
    )


def _join(days: Iterable[Days]) -> list[Days]:
    """Days that follow each other and reach the same are told as one."""
    joined: list[Days] = []
    for one in days:
        if joined and joined[-1].last + 1 == one.first and joined[-1].reached == one.reached:
            joined[-1] = Days(joined[-1].first, one.last, one.reached)
        elif one.reached:
            joined.append(one)
    return joined


def _as_stretches(days: Iterable[Days], missing: Mapping[Lack, int]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(date.fromordinal(one.first), date.fromordinal(one.last), sum(missing[lack] for lack in one.reached))
        for one in days
    )
