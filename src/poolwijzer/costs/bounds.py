"""Sharing in proportion, between a least and a most for each."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import compress
from math import lcm
from typing import NamedTuple

from poolwijzer.costs.rounding import as_whole


class Bounds(NamedTuple):
    """The least and the most that one pays; None is no limit."""

    least: Fraction | int
    most: Fraction | int | None


def fit_bounds(
    total: Fraction | int, weights: Sequence[Fraction | int], bounds: Sequence[Bounds]
) -> list[Fraction | int] | None:
    """Exact parts of a total in proportion to weights, each within its bounds; None where they do not let it through.

    Who would pass a bound pays the bound, and the others share what that leaves or takes in the same proportion: all
    pay one rate for each weight, as far as their bounds let them (water filling).

    Args:
        total: what is shared.
        weights: how much each counts; at least one above zero.
        bounds: of each.
    """
    whole = as_whole(weights)
    if not any(one.least or one.most is not None for one in bounds):
        everything = sum(whole)
        return [Fraction(total * weight, everything) for weight in whole]
    if sum(one.least for one in bounds) > total:
        return None
    if any(one.most is not None and one.least > one.most for one in bounds):
        return None
    if all(one.most is not None for one in bounds) and sum(one.most or 0 for one in bounds) < total:
        return None
    return _fill(total, whole, bounds)


def _fill(total: Fraction | int, weights: Sequence[int], bounds: Sequence[Bounds]) -> list[Fraction | int] | None:
    """Let all pay one rate, and set apart who passes a bound, until nobody does.

    Where those below their least miss more together than those above their most are over, the rate can only go down:
    the former stay at their least whatever follows. And the other way round. All in whole numbers of one size.
    """
    of = lcm(total.denominator, *(one.denominator for pair in bounds for one in pair if one is not None))
    least = [int(one.least * of) for one in bounds]
    most = [None if one.most is None else int(one.most * of) for one in bounds]
    left, free = int(total * of), [True] * len(weights)
    parts: list[Fraction | int] = [0] * len(weights)
    while places := list(compress(range(len(weights)), free)):
        everything = sum(weights[at] for at in places)
        # Who has no weight pays its least, and what all would pay beside that is their share.
        rate, under = (left, everything) if everything else (0, 1)
        below = [at for at in places if rate * weights[at] < least[at] * under]
        above = [at for at in places if (limit := most[at]) is not None and rate * weights[at] > limit * under]
        missing = sum(least[at] * under - rate * weights[at] for at in below)
        over = sum(rate * weights[at] - (most[at] or 0) * under for at in above)
        if not below and not above:
            for at in places:
                parts[at] = Fraction(rate * weights[at], under * of)
            return parts if everything or not left else None
        for at in [*(below if missing >= over else ()), *(above if over >= missing else ())]:
            paid = least[at] if rate * weights[at] < least[at] * under else most[at] or 0
            parts[at], free[at] = paid if of == 1 else Fraction(paid, of), False
            left -= paid
    return None if left else parts
