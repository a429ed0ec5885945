"""How well an order tells what was chosen: on pairs, and among the first."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.menucard.ordering import Slate, auc, auc_interval, share_first


def slate(ranks: list[int], chosen: set[int], case: str = "een") -> Slate:
    named = {str(at): (Fraction(rank),) for at, rank in enumerate(ranks)}
    return Slate(case, "vorm", named, frozenset(map(str, chosen)))


def test_a_perfect_order_is_one_the_reverse_nothing_and_a_tie_half() -> None:
    assert auc([slate([1, 2, 3], {0})]) == 1
    assert auc([slate([1, 2, 3], {2})]) == 0
    assert auc([slate([1, 1, 1], {1})]) == Fraction(1, 2)
    assert auc([]) is None and auc([slate([1, 2], {0, 1})]) is None


def test_ties_share_the_places_that_are_left_among_the_first() -> None:
    assert share_first([slate([1, 2, 3, 4], {1})], lambda size: size // 2) == (Fraction(1), Fraction(1, 2))
    assert share_first([slate([1, 2, 2, 3], {1})], lambda size: 2) == (Fraction(1, 2), Fraction(1, 2))
    assert share_first([], lambda size: 2) is None


def test_the_interval_holds_the_share_and_is_the_same_each_time() -> None:
    slates = [slate([1, 2, 3], {at % 3}, str(at)) for at in range(9)]
    low, high = auc_interval(slates) or (0, 0)
    assert low <= (auc(slates) or 0) <= high
    assert auc_interval(slates) == auc_interval(slates)


@given(st.lists(st.integers(0, 4), min_size=2, max_size=8), st.data())
def test_the_share_is_that_of_all_pairs_counted_one_by_one(ranks: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(ranks) - 1), min_size=1, max_size=len(ranks) - 1))
    others = set(range(len(ranks))) - chosen
    won = [
        Fraction(1) if ranks[one] < ranks[other] else Fraction(ranks[one] == ranks[other], 2)
        for one, other in product(chosen, others)
    ]
    assert auc([slate(ranks, chosen)]) == sum(won, Fraction()) / len(won)
