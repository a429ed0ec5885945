"""What a row of the page is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.speed.counting import Work
from benchmarks.speed.initiatives import Initiatives

Pairs = list[tuple[float, float]]
"""Of the program and its reference, in the order in which they ran."""


@dataclass(frozen=True)
class Row:
    """How a row is measured, in rounds, and which work of the program and of its reference is counted."""

    pairs: Callable[[Initiatives, int], Pairs]
    works: Callable[[Initiatives], tuple[Work, Work]] | None = None


def in_turn(own: Callable[[], float], other: Callable[[], float], times: int) -> Pairs:
    """Both in turn, so that what else the machine does falls on both; once before, to warm up."""
    own(), other()
    return [(own(), other()) for _ in range(times)]
