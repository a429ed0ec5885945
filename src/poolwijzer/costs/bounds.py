"""Sharing in proportion, between a least and a most for each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple


class Bounds(NamedTuple):
    """The least and the most that one pays; None is no limit."""

    least: Fraction
    most: Fraction | None


def fit_bounds(total: Fraction, weights: Sequence[Fraction], bounds: Sequence[Bounds]) -> list[Fraction] | None:
    """Exact parts of a total in proportion to weights, each within its bounds; None where they do not let it through.

    Who would pass a bound pays the bound, and the others share what that leaves or takes in the same proportion: all
    pay one rate for each weight, as far as their bounds let them (water filling).

    Args:
        total: what is shared.
        weights: how much each counts; together 1.
        bounds: of each.
    """
    if not any(one.least or one.most is not None for one in bounds):
        return [total * weight for weight in weights]
    if sum(one.least for one in bounds) > total:
        return None
    if all(one.most is not None for one in bounds) and sum(one.most or 0 for one in bounds) < total:
        return None
    rates = sorted(
        {rate for weight, one in zip(weights, bounds, strict=True) if weight for rate in _turns(weight, one)}
    )
    below = Fraction()
    for rate in rates:
        if _paid_at(rate, weights, bounds) >= total:
            return _between(total, below, rate, weights, bounds)
        below = rate
    last = _parts(below, weights, bounds)
    growing = [weight if one.most is None else Fraction() for weight, one in zip(weights, bounds, strict=True)]
    if not sum(growing):
        return last if sum(last) == total else None
    more = (total - sum(last)) / sum(growing)
    return [_part(below + more, weight, one) for weight, one in zip(weights, bounds, strict=True)]


def _turns(weight: Fraction, one: Bounds) -> list[Fraction]:
    """The rates at which one stops paying its least, and begins to pay its most."""
    return [one.least / weight, *([] if one.most is None else [one.most / weight])]


def _part(rate: Fraction, weight: Fraction, one: Bounds) -> Fraction:
    part = max(rate * weight, one.least)
    return part if one.most is None else min(part, one.most)


def _parts(rate: Fraction, weights: Sequence[Fraction], bounds: Sequence[Bounds]) -> list[Fraction]:
    return [_part(rate, weight, one) for weight, one in zip(weights, bounds, strict=True)]


def _paid_at(rate: Fraction, weights: Sequence[Fraction], bounds: Sequence[Bounds]) -> Fraction:
    return sum(_parts(rate, weights, bounds), Fraction())


def _between(
    total: Fraction, below: Fraction, above: Fraction, weights: Sequence[Fraction], bounds: Sequence[Bounds]
) -> list[Fraction]:
    """Between two rates at which nobody passes a bound, what is paid together rises evenly."""
    low, high = _paid_at(below, weights, bounds), _paid_at(above, weights, bounds)
    rate = above if high == low else below + (above - below) * (total - low) / (high - low)
    return _parts(rate, weights, bounds)
