from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.engine.exact import is_below, less, mean, over, share, total, weighted, weighted_mean

NUMBERS = st.lists(st.fractions(-100, 100, max_denominator=60), max_size=12)
PAIRS = st.lists(st.tuples(st.fractions(0, 9, max_denominator=9), st.fractions(-9, 9, max_denominator=9)), max_size=9)


@given(NUMBERS)
def test_a_sum_is_that_of_adding_one_by_one(values: list[Fraction]) -> None:
    assert total(values) == sum(values, Fraction())


@given(PAIRS)
def test_a_weighted_sum_is_that_of_multiplying_one_by_one(pairs: list[tuple[Fraction, Fraction]]) -> None:
    assert weighted(pairs) == sum((weight * value for weight, value in pairs), Fraction())


@given(PAIRS.filter(lambda pairs: any(weight for weight, _ in pairs)))
def test_a_weighted_mean_is_the_weighted_sum_over_the_weights(pairs: list[tuple[Fraction, Fraction]]) -> None:
    weights, values = zip(*pairs, strict=True)
    assert weighted_mean(weights, values) == weighted(pairs) / sum(weights)


@given(st.integers(-20, 20), st.fractions(-9, 9, max_denominator=60))
def test_what_is_left_of_a_number_is_exact(number: int, value: Fraction) -> None:
    assert less(number, value) == number - value


@given(st.fractions(0, 9), st.fractions(-9, 9), st.fractions(1, 90), st.integers(1, 400), st.integers(-2000, 2000))
def test_shares_are_exact(weight: Fraction, value: Fraction, weights: Fraction, number: int, more: int) -> None:
    assert share(weight, value, weights) == weight * value / weights
    assert over(value, number, more) == (value + more) / number


@given(st.fractions(-9, 9, max_denominator=60), st.fractions(-9, 9, max_denominator=60))
def test_the_lower_of_two_is_below_the_other(one: Fraction, other: Fraction) -> None:
    assert is_below(one, other) is (one < other)
    assert not is_below(one, one)


@given(NUMBERS)
def test_a_mean_is_the_sum_over_the_number_and_nothing_has_none(values: list[Fraction]) -> None:
    assert mean(values) == (sum(values, Fraction()) / len(values) if values else None)
