"""How far people agree on an ordered scale: Van der Eijk's measure of agreement A.

C. van der Eijk (2001), Measuring agreement in ordered rating scales, Quality & Quantity 35, 325-341,
doi 10.1023/A:1010374114305. A runs from -1 (half at one end, half at the other) by way of 0 (spread evenly over all
answers) to 1 (all the same answer). A standard deviation would not do: it says the same of two camps as of many
opinions.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

LEAST_ANSWERS = 3
"""With fewer possible answers there is no order to agree on, and A is not defined."""


class Layer(NamedTuple):
    """A part of the counts in which every answer that occurs does so equally often."""

    pattern: tuple[bool, ...]
    """Which answers occur in it, lowest first."""
    weight: Fraction
    """The share of all that were counted."""
    agreement: Fraction


def agreement(counts: Sequence[int]) -> Fraction | None:
    """Agreement A, from -1 to 1.

    Args:
        counts: How many gave each answer of the scale, lowest first, zeros included.

    Returns:
        None if nobody was counted or the scale has fewer than three answers.
    """
    if len(counts) < LEAST_ANSWERS or not any(counts):
        return None
    return sum((layer.weight * layer.agreement for layer in layers(counts)), Fraction())


def layers(counts: Sequence[int]) -> Iterator[Layer]:
    """The counts taken apart: each time the smallest number that is left, of every answer that still occurs."""
    left, total = list(counts), sum(counts)
    while any(left):
        pattern = tuple(number > 0 for number in left)
        height = min(number for number in left if number)
        yield Layer(pattern, Fraction(height * sum(pattern), total), _agreement_within(pattern))
        left = [number - height if number else 0 for number in left]


def _agreement_within(pattern: tuple[bool, ...]) -> Fraction:
    """A of one layer: its unimodality, times how few of the answers occur."""
    size, occurring = len(pattern), sum(pattern)
    if occurring == 1:
        return Fraction(1)
    if occurring == size:
        return Fraction(0)
    return unimodality(pattern) * (1 - Fraction(occurring - 1, size - 1))


def unimodality(pattern: tuple[bool, ...]) -> Fraction:
    """U, from the triples of answers in order that speak for one camp (110, 011) or for two (101)."""
    triples = list(combinations(pattern, 3))
    one = triples.count((True, True, False)) + triples.count((False, True, True))
    two = triples.count((True, False, True))
    size = len(pattern)
    return Fraction((size - 2) * one - (size - 1) * two, (size - 2) * (one + two))
