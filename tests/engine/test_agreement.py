"""Van der Eijk's measure of agreement A: his own examples, and cases whose layers fit on paper."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.engine.agreement import agreement, layers, unimodality


def pattern(text: str) -> tuple[bool, ...]:
    return tuple(character == "1" for character in text)


def test_the_example_of_the_article_has_its_seven_layers() -> None:
    # Van der Eijk 2001, p. 331: 1,000 answers on a scale of seven.
    found = list(layers((30, 40, 210, 130, 530, 50, 10)))
    assert [("".join("01"[here] for here in layer.pattern), layer.weight) for layer in found] == [
        ("1111111", Fraction(7 * 10, 1000)),
        ("1111110", Fraction(6 * 20, 1000)),
        ("0111110", Fraction(5 * 10, 1000)),
        ("0011110", Fraction(4 * 10, 1000)),
        ("0011100", Fraction(3 * 80, 1000)),
        ("0010100", Fraction(2 * 80, 1000)),
        ("0000100", Fraction(1 * 320, 1000)),
    ]
    # Without a gap U is 1 and A is 1 - (S-1)/6. With answers 3 and 5 only there is one triple 1-0-1 and there are
    # four 1-1-0 or 0-1-1, so U = (5*4 - 6*1) / (5*5) = 14/25, and A = 14/25 * (1 - 1/6).
    assert [layer.agreement for layer in found] == [
        0,
        Fraction(1, 6),
        Fraction(2, 6),
        Fraction(3, 6),
        Fraction(4, 6),
        Fraction(14, 25) * Fraction(5, 6),
        1,
    ]


@pytest.mark.parametrize(
    ("counts", "published"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333),
        ((24, 28, 32, 62, 135, 304, 416), 0.61),  # where voters put the PvdA, in tenths of a percent
        ((16, 26, 82, 210, 293, 270, 103), 0.48),  # and D66
        ((2, 0, 1, 1), 0.08),
    ],
)
def test_the_published_examples_come_out(counts: tuple[int, ...], published: float) -> None:
    found = agreement(counts)
    assert found is not None
    decimals = len(str(published).split(".")[1])
    assert round(float(found), decimals) == published


@pytest.mark.parametrize(
    ("counts", "value"),
    [
        ((0, 0, 9, 0, 0), 1),
        ((3, 3, 3, 3, 3), 0),
        ((4, 0, 0, 0, 4), -1),
        ((4, 0, 0, 0, 0, 0, 4), -1),
        ((0, 5, 5, 0, 0), Fraction(3, 4)),  # U = 1, and 1 - (2-1)/4
    ],
)
def test_all_alike_is_one_evenly_spread_is_nought_and_two_ends_is_minus_one(
    counts: tuple[int, ...], value: Fraction
) -> None:
    assert agreement(counts) == value


def test_eight_people_in_two_unequal_camps_by_hand() -> None:
    # Five say 1 and three say 4, on a scale of five. Layer 1: three of each, six of the eight; layer 2: two say 1.
    # In 10010 the triples 1-0-1 are two (by way of 2 and 3); 1-1-0 is one (1, 4, 5); 0-1-1 does not occur.
    # U = (3*1 - 4*2) / (3*3) = -5/9, and A of the layer is -5/9 * (1 - 1/4) = -5/12.
    assert unimodality(pattern("10010")) == Fraction(-5, 9)
    assert agreement((5, 0, 0, 3, 0)) == Fraction(6, 8) * Fraction(-5, 12) + Fraction(2, 8) * 1 == Fraction(-1, 16)


def test_without_answers_or_with_two_possible_answers_there_is_no_measure() -> None:
    assert agreement((0, 0, 0, 0, 0)) is None
    assert agreement((4, 4)) is None


COUNTS = st.lists(st.integers(0, 12), min_size=3, max_size=7).filter(any)


@given(COUNTS)
def test_it_lies_between_minus_one_and_one_and_the_weights_of_the_layers_add_up(counts: list[int]) -> None:
    found = agreement(counts)
    assert found is not None and -1 <= found <= 1
    assert sum(layer.weight for layer in layers(counts)) == 1


@given(COUNTS, st.integers(2, 5))
def test_neither_turning_the_scale_nor_asking_more_people_like_these_changes_it(counts: list[int], times: int) -> None:
    assert agreement(counts[::-1]) == agreement(counts)
    assert agreement([number * times for number in counts]) == agreement(counts)
