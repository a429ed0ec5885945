"""How well an order of options tells what an initiative chose from what it did not: on pairs, and among the first.

Of a component in which an initiative chose, every chosen option is held against every other one. The share of pairs
in which the chosen one stands higher is the area under the ROC curve (AUC; Hanley & McNeil 1982): 1 is always, 1/2 is
what a lottery gives. A tie counts half.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

Rank = tuple[Fraction, ...]
"""What options are ordered by: the lower, the earlier. Of the same rank they are tied."""
RUNS = 2000
"""Times that the initiatives are drawn anew for an interval."""
TAIL = Fraction(1, 40)
"""Of these runs on either side of a 95 % interval."""


class Slate(NamedTuple):
    """The options of one component for one initiative, as some order has them, and which it chose."""

    case: str
    component: str
    ranks: Mapping[str, Rank]
    chosen: frozenset[str]

    def pairs(self) -> tuple[Fraction, int]:
        """Of all pairs of a chosen and another option: in how many the order is right, a tie for half, and how many."""
        others = [rank for name, rank in self.ranks.items() if name not in self.chosen]
        mine = [self.ranks[name] for name in self.chosen]
        right = sum(2 * (one < other) + (one == other) for one in mine for other in others)
        return Fraction(right, 2), len(mine) * len(others)

    def first(self, size: int) -> tuple[Fraction, Fraction]:
        """How many of the chosen options are among so many first, ties shared, and how many a lottery puts there."""
        found = Fraction()
        for name in self.chosen:
            before = sum(rank < self.ranks[name] for rank in self.ranks.values())
            tied = sum(rank == self.ranks[name] for rank in self.ranks.values())
            found += min(Fraction(1), max(Fraction(), Fraction(size - before, tied)))
        return found, Fraction(len(self.chosen) * min(size, len(self.ranks)), len(self.ranks))


def auc(slates: Iterable[Slate]) -> Fraction | None:
    """The share of pairs, from 0 to 1, in which the chosen option stands higher; None without a pair."""
    right, count = _summed(slate.pairs() for slate in slates)
    return right / count if count else None


def auc_interval(slates: Sequence[Slate], seed: int = 0) -> tuple[Fraction, Fraction] | None:
    """Where 95 % of the shares lie if the initiatives are drawn anew (percentile bootstrap; Efron 1979)."""
    by_case: dict[str, list[tuple[Fraction, int]]] = {}
    for slate in slates:
        by_case.setdefault(slate.case, []).append(slate.pairs())
    cases = [_summed(pairs) for pairs in by_case.values()]
    draw = random.Random(seed).random
    found = []
    for _ in range(RUNS if cases else 0):
        right, count = _summed(cases[int(draw() * len(cases))] for _ in cases)
        if count:
            found.append(right / count)
    found.sort()
    if not found:
        return None
    beyond = int(len(found) * TAIL)
    return found[beyond], found[-1 - beyond]


def share_first(slates: Iterable[Slate], size: Callable[[int], int]) -> tuple[Fraction, Fraction] | None:
    """The share of chosen options among the first, and by lottery; `size` says how many of a number are first."""
    told = list(slates)
    counted = [slate.first(size(len(slate.ranks))) for slate in told]
    chosen = sum(len(slate.chosen) for slate in told)
    if not chosen:
        return None
    found, lottery = (sum((pair[at] for pair in counted), Fraction()) / chosen for at in (0, 1))
    return found, lottery


def _summed(pairs: Iterable[tuple[Fraction, int]]) -> tuple[Fraction, int]:
    right, count = Fraction(), 0
    for one, number in pairs:
        right, count = right + one, count + number
    return right, count
