"""Exact arithmetic in few steps: a sum of fractions makes one fraction, at its end, and not one for every term."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import lcm


@lru_cache(maxsize=256)
def whole(number: int) -> Fraction:
    """A whole number as a fraction; those of an answer scale come by again and again."""
    return Fraction(number)


def total(values: Iterable[Fraction]) -> Fraction:
    """The sum; of nothing it is 0."""
    top, bottom = 0, 1
    for value in values:
        own = value.denominator
        if own != bottom:
            common = lcm(own, bottom)
            top *= common // bottom
            bottom = common
        top += value.numerator * (bottom // own)
    return Fraction(top, bottom)


def weighted(values: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The sum of each weight times its value; of nothing it is 0."""
    top, bottom = 0, 1
    for weight, value in values:
        own = weight.denominator * value.denominator
        if own != bottom:
            common = lcm(own, bottom)
            top *= common // bottom
            bottom = common
        top += weight.numerator * value.numerator * (bottom // own)
    return Fraction(top, bottom)


def share(weight: Fraction, value: Fraction, weights: Fraction) -> Fraction:
    """What a value adds to a weighted mean: its weight times itself, over all weights."""
    top = weight.numerator * value.numerator * weights.denominator
    return Fraction(top, weight.denominator * value.denominator * weights.numerator)


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """The mean; None of nothing."""
    listed = list(values)
    if len(listed) < 2:
        return listed[0] if listed else None
    return over(total(listed), len(listed))


def over(value: Fraction, number: int, more: int = 0) -> Fraction:
    """A value and so much more, over a number."""
    under = value.denominator
    return Fraction(value.numerator + more * under, under * number)
