"""Which texts are like each other: by a measure that can be told, whatever the order of the files."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.batch.overview.likeness import LIKE_FROM, LikeIndex, fold, group_alike, likeness

texts = st.text("abcde é", min_size=1, max_size=20).map(fold).filter(bool)


def test_capitals_accents_and_signs_make_no_difference() -> None:
    assert fold("  Eén  Coördinator, gedeeld!") == fold("een coordinator (gedeeld)") == "een coordinator gedeeld"
    assert fold("🔥") == "🔥" and fold("!?") == "!?"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Gedeelde projectleider warmte", "gezamenlijke projectleider warmte", True),
        ("Studenten van de hogeschool inzetten", "Studenten hogeschool", True),
        ("Coöperatie met inwoners", "coöperatie van inwoners", True),
        ("Samen met het waterschap", "Samen met de woningcorporatie", False),
        ("Ruilen van uren", "Een fonds van de provincie", False),
    ],
)
def test_texts_are_like_each_other_from_six_in_ten_groups_of_three_letters(one: str, other: str, alike: bool) -> None:
    assert (likeness(fold(one), fold(other)) >= LIKE_FROM) == alike


def test_the_measure_is_what_it_is_by_hand() -> None:
    # " ab", "abc", "bc " and " ab", "abd", "bd ": one of three each.
    assert likeness("abc", "abd") == Fraction(1, 3)


@given(texts, texts)
def test_likeness_goes_both_ways_and_is_one_for_the_same(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one) and likeness(one, one) == 1


@given(st.lists(texts, max_size=12), texts)
def test_what_is_found_is_what_is_most_like_it_of_all(known: list[str], sought: str) -> None:
    index = LikeIndex()
    for at, text in enumerate(known):
        index.add(text, str(at))
    best = max(range(len(known)), key=lambda at: (likeness(sought, known[at]), -at), default=None)
    wanted = None if best is None or likeness(sought, known[best]) < LIKE_FROM else str(best)
    assert index.find(sought) == wanted


@given(st.lists(texts, max_size=15, unique=True))
def test_every_text_is_in_one_group_and_like_the_first_of_it(found: list[str]) -> None:
    groups = group_alike(found)
    assert sorted(text for group in groups for text in group) == sorted(found)
    for first, *others in groups:
        assert all(likeness(first, other) >= LIKE_FROM for other in others)
