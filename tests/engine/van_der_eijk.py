"""The measure *A* of Van der Eijk (2001), written a second time from docs/methode.md, under *Eensgezind*."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations


def agreement(counts: list[int]) -> Fraction:
    """Van der Eijk's *A*: of each layer, weighed by its share."""
    if not any(counts):
        return Fraction(0)
    pattern, least = [number > 0 for number in counts], min(number for number in counts if number)
    share = Fraction(least * sum(pattern), sum(counts))
    return share * _of_layer(pattern) + (1 - share) * agreement([max(0, number - least) for number in counts])


def _of_layer(pattern: list[bool]) -> Fraction:
    size, given, triples = len(pattern), sum(pattern), list(combinations(pattern, 3))
    one_top = triples.count((True, True, False)) + triples.count((False, True, True))
    two_tops = triples.count((True, False, True))
    if not one_top + two_tops:  # one answer alone, or all of them
        return Fraction(int(given == 1))
    unimodality = Fraction((size - 2) * one_top - (size - 1) * two_tops, (size - 2) * (one_top + two_tops))
    return unimodality * (1 - Fraction(given - 1, size - 1))
