"""Exact arithmetic in few steps: a sum of fractions makes one fraction, at its end, and not one for every term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm


@lru_cache(maxsize=4096)
def ratio(top: int, under: int = 1) -> Fraction:
    """A whole number, or a part of one; those of an answer scale come by again and again."""
    return Fraction(top, under)


def total(values: Iterable[Fraction]) -> Fraction:
    """The sum; of nothing it is 0."""
    top, bottom = 0, 1
    for value in values:
        number, own = value.as_integer_ratio()
        if own != bottom:
            common = lcm(own, bottom)
            top *= common // bottom
            bottom = common
        top += number * (bottom // own)
    return ratio(top, bottom)


def weighted(values: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The sum of each weight times its value; of nothing it is 0."""
    top, bottom = 0, 1
    for weight, value in values:
        (times, one), (number, other) = weight.as_integer_ratio(), value.as_integer_ratio()
        own = one * other
        if own != bottom:
            common = lcm(own, bottom)
            top *= common // bottom
            bottom = common
        top += times * number * (bottom // own)
    return ratio(top, bottom)


def is_below(one: Fraction, other: Fraction) -> bool:
    """Whether one is less than the other: in a third of the steps that fractions take for it themselves."""
    (top, under), (number, own) = one.as_integer_ratio(), other.as_integer_ratio()
    return top * own < number * under


def less(number: int, value: Fraction) -> Fraction:
    """A whole number less a value."""
    top, under = value.as_integer_ratio()
    return ratio(number * under - top, under)


def weighted_mean(weights: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction:
    """The mean of at least one value, each by its weight."""
    top, under = weighted(zip(weights, values, strict=True)).as_integer_ratio()
    whole_weight, part = total(weights).as_integer_ratio()
    return ratio(top * part, under * whole_weight)


def share(weight: Fraction, value: Fraction, weights: Fraction) -> Fraction:
    """What a value adds to a weighted mean: its weight times itself, over all weights."""
    (times, one), (number, other), (most, under) = map(Fraction.as_integer_ratio, (weight, value, weights))
    return ratio(times * number * under, one * other * most)


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """The mean; None of nothing."""
    listed = list(values)
    if len(listed) < 2:
        return listed[0] if listed else None
    return over(total(listed), len(listed))


def over(value: Fraction, number: int, more: int = 0) -> Fraction:
    """A value and so much more, over a number."""
    under = value.denominator
    return ratio(value.numerator + more * under, under * number)
