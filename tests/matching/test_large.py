"""Markets that are too large to search at once."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from poolwijzer.matching import splits
from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.values import Matching, Offer, Request, Rules

JANUARY = date(2027, 1, 1)


def test_a_large_market_needs_few_more_assignments_than_requests_and_says_that_fewer_may_do() -> None:
    matching = _match_large()
    assert len(matching.assignments) <= 36
    assert matching.unproven == ("recht",)


def test_only_the_largest_pairs_are_priced_where_there_are_very_many_and_as_many_hours_are_met(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    priced = _match_large()
    monkeypatch.setattr(splits, "MOST_ARCS", 100)
    few = _match_large()
    assert few.hours == priced.hours
    assert len(few.assignments) <= 1.2 * len(priced.assignments)


def _match_large() -> Matching:
    drawn = Random(1)

    def row(at: int) -> tuple[str, str, int, date, date, str]:
        first = JANUARY + timedelta(drawn.randrange(200))
        last = first + timedelta(drawn.randint(20, 90))
        return f"Gemeente {drawn.randrange(20)}", "recht", drawn.randint(20, 200), first, last, str(at)

    offers = [Offer(*row(at)) for at in range(18)]
    return match_capacity(offers, [Request(*row(at)) for at in range(18)], Rules())
