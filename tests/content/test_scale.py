"""What the words of the scale say where it is known how many municipalities there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.content.scale import ScaleLabels


@pytest.fixture
def labels(content: Content) -> ScaleLabels:
    return content.typology.scale.labels["aantal"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (2, {1: "geen", 3: "1 van de 2", 5: "beide"}),
        (3, {1: "geen", 2: "1 van de 3", 4: "2 van de 3", 5: "alle 3"}),
        (4, {1: "geen", 2: "1 van de 4", 3: "2 van de 4", 4: "3 van de 4", 5: "alle 4"}),
    ],
)
def test_with_two_to_four_municipalities_numbers_take_the_place_of_words(
    labels: ScaleLabels, number: int, words: dict[int, str]
) -> None:
    assert labels.points(number) == words
    assert labels.asks(number) == f"Voor hoeveel van uw {number} gemeenten geldt dit?"
    assert labels.behind(number) == {}


@pytest.mark.parametrize("number", [None, 1, 5, 12, 400])
def test_with_any_other_number_the_words_stay(labels: ScaleLabels, number: int | None) -> None:
    assert labels.points(number) == labels.words
    assert labels.asks(number) == "Voor hoeveel van uw gemeenten geldt dit?"


@pytest.mark.parametrize(
    ("number", "behind"),
    [
        (5, ["", "(1)", "(2 of 3)", "(4)", "(5)"]),
        (6, ["", "(1 of 2)", "(3)", "(4 of 5)", "(6)"]),
        (8, ["", "(1 tot en met 3)", "(4 of 5)", "(6 of 7)", "(8)"]),
        (12, ["", "(1 tot en met 4)", "(5 tot en met 7)", "(8 tot en met 10)", "(11 of 12)"]),
        (20, ["", "(1 tot en met 7)", "(8 tot en met 12)", "(13 tot en met 17)", "(18 tot en met 20)"]),
    ],
)
def test_with_five_or_more_the_numbers_stand_behind_the_words(
    labels: ScaleLabels, number: int, behind: list[str]
) -> None:
    assert list(labels.behind(number).values()) == behind


def test_without_a_list_of_municipalities_only_the_words_are_known(labels: ScaleLabels) -> None:
    assert labels.behind(None) == {}


@given(number=st.integers(2, 400))
def test_every_number_of_municipalities_is_one_point_and_more_of_them_never_a_lower_one(number: int) -> None:
    counting = load_menus(None).typology.scale.labels["aantal"].counting
    assert counting is not None
    counts = counting.counts(number)
    assert [yes for point in sorted(counts) for yes in counts[point]] == list(range(number + 1))
    assert list(counts[1]) == [0]
    assert counts[5][-1] == number
    if number >= 5:
        assert sorted(counts) == [1, 2, 3, 4, 5]
    assert all(counting.point(yes, number) == point for point, some in counts.items() for yes in some)


def test_own_words_for_other_points_leave_the_numbers_out(tmp_path: Path) -> None:
    """A folder made before there were numbers goes on working; `menu check` says what is left out."""
    words = "{1: geen, 2: één, 3: twee, 4: een paar, 5: de meeste, 6: alle}"
    other = "{1: nee, 2: b, 3: c, 4: d, 5: e, 6: ja}"
    labels = f"{{aantal: {{words: {words}}}, mate: {{words: {other}}}}}"
    (tmp_path / "typologie.yaml").write_text(f"scale: {{highest: 6, labels: {labels}}}\n", encoding="utf-8")
    labels_of_own = load_menus(tmp_path).typology.scale.labels["aantal"]
    assert labels_of_own.points(3) == labels_of_own.words
    assert labels_of_own.behind(8) == {}
