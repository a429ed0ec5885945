"""The matching of offers and requests, from what was given to what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.matching.values import Matching, Offer, Request, Rules


def match_capacity(offers: Sequence[Offer], requests: Sequence[Request], rules: Rules) -> Matching:
    """What is met from what: the most hours, then who goes first, then the fewest assignments.

    Raises:
        InputError: the library that solves the program is not installed.
        ValueError: an offer or request without hours, or whose period ends before it begins.
    """
    raise NotImplementedError
