"""Cronbach's alpha and how each statement goes with the rest, held against other ways to find them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random
from statistics import StatisticsError, correlation

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from poolwijzer.batch.overview.learned import add_learned
from poolwijzer.batch.overview.reliability import ENOUGH, correlate_with_rest, find_alpha, find_reliability
from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.report.texts import texts_of
from poolwijzer.tables.row import make_row
from tests.batch.made_rows import ON
from tests.batch.overview.a_folder import an_initiative, assessment_of

MENUS = load_menus(None)
Rows = Sequence[Sequence[int]]

BY_HAND = ((2, 3, 4), (4, 4, 5), (3, 2, 3), (5, 5, 4), (1, 2, 2))
"""Sums of squares: 10, 6.8 and 5.2 of the statements, 54.8 of the sum. Alpha: 3/2 * (1 - 22 / 54.8) = 123/137."""

_COLUMNS = """
    43 63 71 61 81 43 58 71 72 67 64 67 69 68 77 81 74 65 65 50 50 64 53 40 63 66 78 48 85 82
    51 64 70 63 78 55 67 75 82 61 53 60 62 83 77 90 85 60 70 58 40 61 66 37 54 77 75 57 85 82
    30 51 68 45 56 49 42 50 72 45 53 47 57 83 54 50 64 65 46 68 33 52 52 42 42 66 58 44 71 39
    39 54 69 47 66 44 56 55 67 47 58 39 42 45 72 72 69 75 57 54 34 62 50 58 48 63 74 45 71 59
    61 63 76 54 71 54 66 70 71 62 58 59 55 59 79 60 79 55 75 64 43 66 63 50 66 88 80 51 77 64
    92 73 86 84 83 49 68 66 83 80 67 74 63 77 77 54 79 80 85 78 64 80 80 57 75 76 78 83 74 78
    45 47 48 35 47 34 35 41 31 41 34 41 25 35 46 36 63 60 46 52 33 41 37 49 33 72 49 38 55 39
"""
ATTITUDE = tuple(zip(*(map(int, line.split()) for line in _COLUMNS.strip().splitlines()), strict=True))
"""The data set `attitude` of R (Chatterjee and Price), of which R's `psych::alpha` gives 0.84."""

rows_of_answers = st.integers(2, 6).flatmap(
    lambda items: st.lists(st.tuples(*[st.integers(1, 5)] * items), min_size=2, max_size=15)
)


def by_covariances(rows: Rows) -> Fraction:
    """The same by the mean covariance and the mean variance, from a whole matrix."""
    number, columns = len(rows), list(zip(*rows, strict=True))
    means = [Fraction(sum(column), number) for column in columns]
    matrix = [
        [
            sum((x - mean) * (y - other) for x, y in zip(one, two, strict=True))
            for two, other in zip(columns, means, strict=True)
        ]
        for one, mean in zip(columns, means, strict=True)
    ]
    size = len(matrix)
    variance = Fraction(sum(matrix[at][at] for at in range(size)), size)
    covariance = Fraction(sum(map(sum, matrix)) - size * variance, size * (size - 1))
    return size * covariance / (variance + (size - 1) * covariance)


def test_alpha_is_what_it_is_by_hand() -> None:
    assert find_alpha(BY_HAND) == Fraction(123, 137) == by_covariances(BY_HAND)


def test_alpha_of_a_known_data_set_is_the_known_number() -> None:
    alpha = find_alpha(ATTITUDE)
    assert alpha is not None and round(float(alpha), 2) == 0.84


@given(rows_of_answers)
def test_alpha_by_variances_is_alpha_by_covariances(rows: Rows) -> None:
    alpha = find_alpha(rows)
    assume(alpha is not None)
    assert alpha == by_covariances(rows) <= 1


@given(rows_of_answers, st.randoms(use_true_random=False))
def test_alpha_does_not_depend_on_the_order_of_statements_or_initiatives(rows: Rows, random: Random) -> None:
    order = random.sample(range(len(rows[0])), len(rows[0]))
    shuffled = [[row[at] for at in order] for row in random.sample(list(rows), len(rows))]
    assert find_alpha(shuffled) == find_alpha(rows)
    rests, others = correlate_with_rest(rows), correlate_with_rest(shuffled)
    assert others == [rests[at] for at in order]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=12), st.integers(2, 6))
def test_alpha_of_statements_that_are_always_answered_the_same_is_one(answers: list[int], items: int) -> None:
    assume(len(set(answers)) > 1)
    assert find_alpha([[answer] * items for answer in answers]) == 1


def test_where_all_sums_are_the_same_or_there_is_one_statement_there_is_no_alpha() -> None:
    assert find_alpha([(3, 3), (3, 3)]) is None and find_alpha([(1, 5), (5, 1)]) is None
    assert find_alpha([(1,), (5,)]) is None


@given(rows_of_answers)
def test_how_a_statement_goes_with_the_rest_is_the_correlation_of_the_standard_library(rows: Rows) -> None:
    for at, found in enumerate(correlate_with_rest(rows)):
        one, rest = [row[at] for row in rows], [sum(row) - row[at] for row in rows]
        try:
            wanted = correlation(one, rest)
        except StatisticsError:  # one of them is the same everywhere
            assert found is None
        else:
            assert found == pytest.approx(wanted, abs=1e-9) and found is not None and -1 <= found <= 1


def overview_of(answers: Sequence[dict[str, int | str]], content: Content = MENUS) -> Overview:
    """Initiatives of the short list that say no more than these answers."""
    overview = Overview()
    for index, given_answers in enumerate(answers):
        data = an_initiative(index + 1, content)
        data |= {"answers": given_answers, "estimate": {}, "context": {"verband": {"kind": "provincie", "name": "x"}}}
        outcome = Outcome(content, assessment_of(data), ON)
        overview.add(add_learned(make_row(f"{index}.yaml", outcome), outcome))
    return overview


def short_answers(value: int, axis: str) -> dict[str, int | str]:
    """As who thinks so of an axis answers, reversed statements the other way."""
    return {
        name: 6 - value if one.reversed else value
        for name, one in MENUS.statements.items()
        if one.short and one.axis == axis
    }


def test_reversed_statements_are_turned_round_before_they_are_held_against_the_others() -> None:
    assert any(MENUS.statements[name].reversed for name in short_answers(1, "motivatie"))
    [found] = find_reliability(overview_of([short_answers(1 + index % 5, "motivatie") for index in range(30)]), MENUS)
    assert (found.axis, found.whole, found.number) == ("motivatie", False, 30)
    assert found.alpha == 1
    assert all(item.correlation == pytest.approx(1) for item in found.items)


def test_it_comes_from_thirty_initiatives_that_answered_all_of_it() -> None:
    answers = [short_answers(1 + index % 5, "motivatie") for index in range(ENOUGH)]
    missing = next(iter(answers[0]))
    assert find_reliability(overview_of([*answers[1:], {**answers[0], missing: "weet-niet"}]), MENUS) == ()
    few = "\n".join(texts_of(build_overview(overview_of(answers[1:]), MENUS, ON, "0").sections))
    assert "staat hier vanaf 30 initiatieven die alle stellingen van een lijst beantwoordden." in few
    assert "Cronbach" not in few
    enough = "\n".join(texts_of(build_overview(overview_of(answers), MENUS, ON, "0").sections))
    assert "Cronbachs alfa" in enough and "korte lijst, 5 stellingen" in enough and "geen steekproef" in enough
    assert "Of de stellingen van Betrokkenheid samen op en neer gaan, staat hier vanaf 30" in enough


def test_a_statement_that_goes_against_the_others_is_named() -> None:
    random = Random(3)
    answers = []
    for _ in range(40):
        value = random.randint(1, 5)
        answers.append({**short_answers(value, "motivatie"), "m2": 6 - value})
    told = "\n".join(texts_of(build_overview(overview_of(answers), MENUS, ON, "0").sections))
    assert "gaan tegen de andere van hun as in" in told and "hulp van anderen nodig hebben. (-1,00)" in told


def test_an_answer_that_follows_from_another_is_no_answer_here() -> None:
    answers = [short_answers(1 + index % 5, "motivatie") for index in range(30)]
    implied = [{**{name: value for name, value in one.items() if name != "m16"}, "m1": 5} for one in answers]
    assert find_reliability(overview_of(implied), MENUS) == ()
