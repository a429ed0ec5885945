"""What came of the markets: who gives whom, and which hours are not met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from poolwijzer.matching.market import Market
from poolwijzer.matching.splits import Found
from poolwijzer.matching.values import Assignment, Offer, Request, Stretch

Lack = tuple[int, int]
"""A demand by the number of its market and its place in it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A market and what came of it.

    Attributes:
        found: Who gives whom.
        helped: For every demand, the demands that lack hours of which one more for it would meet one.
    """

    market: Market
    found: Found
    helped: Sequence[frozenset[int]]


def find_assignments(
    settled: Iterable[Settled], offers: Sequence[Offer], requests: Sequence[Request]
) -> tuple[list[int], list[tuple[Assignment, ...]]]:
    """Of every offer how many hours are lent, and of every request who gives it how much and when, most hours first."""
    parts: dict[tuple[int, int], list[Stretch]] = {}
    for one in settled:
        for (supply, demand), hours in one.found.plan.items():
            gives, asks = one.market.supplies[supply], one.market.demands[demand]
            first, last = max(gives.first, asks.first), min(gives.last, asks.last)
            stretch = Stretch(date.fromordinal(first), date.fromordinal(last), hours)
            parts.setdefault((gives.of, asks.of), []).append(stretch)
    lent = [0] * len(offers)
    got: list[list[Assignment]] = [[] for _ in requests]
    for (offer, request), when in sorted(parts.items()):
        given = Assignment(requests[request], offers[offer], tuple(sorted(when, key=lambda part: part.first)))
        lent[offer] += given.hours
        got[request].append(given)
    return lent, [tuple(sorted(one, key=lambda given: -given.hours)) for one in got]


def find_missing(settled: Iterable[Settled]) -> dict[Lack, int]:
    """Hours that are not met, of every demand that lacks any."""
    missing = {}
    for number, one in enumerate(settled):
        for demand, asks in enumerate(one.market.demands):
            missing[number, demand] = asks.hours
        for (_, demand), hours in one.found.plan.items():
            missing[number, demand] -= hours
    return {lack: hours for lack, hours in missing.items() if hours}
