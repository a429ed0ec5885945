from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.answer import Answer
from poolwijzer.content.content import Content
from poolwijzer.engine.vote import Vote, find_vote


def vote(content: Content, *hands: int) -> Vote:
    found = find_vote(Answer.model_validate({"votes": hands}), content)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("hands", "divided"),
    [
        ((4, 5, 3, 0, 0), True),  # no answer has more than half of the hands
        ((0, 1, 2, 5, 1), False),
        ((4, 0, 0, 8, 0), True),  # one has, and a quarter stands on the other side
        ((2, 0, 0, 8, 0), False),
        ((6, 6, 0, 0, 0), True),  # half is no majority
        ((7, 5, 0, 0, 0), False),
        ((0, 0, 12, 0, 0), False),
        ((1, 0, 0, 0, 0), False),
        ((0, 0, 0, 0, 0, 12), False),  # nobody chose an answer
        ((0, 0, 0, 5, 0, 7), False),  # who does not know stands on no side
    ],
)
def test_hands_are_divided_without_a_majority_or_with_a_quarter_on_either_side(
    content: Content, hands: tuple[int, ...], divided: bool
) -> None:
    assert vote(content, *hands).divided is divided


def test_the_fullest_answer_is_found_and_every_one_of_several(content: Content) -> None:
    assert vote(content, 4, 5, 3, 0, 0).fullest == (2,)
    assert vote(content, 4, 4, 0, 0, 0).fullest == (1, 2)
    assert vote(content, 1, 0, 0, 0, 0, 6).fullest == ("weet-niet",)


def test_without_hands_or_on_another_scale_there_is_no_vote(content: Content) -> None:
    for hands in ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0), (3, 2), (1, 1, 1, 1, 1, 1, 1)):
        assert find_vote(Answer.model_validate({"votes": hands}), content) is None
    assert find_vote(Answer(value=3), content) is None
    assert find_vote(None, content) is None


@given(st.lists(st.integers(0, 999_999), min_size=5, max_size=6).filter(any))
def test_every_hand_is_counted_once(content: Content, hands: list[int]) -> None:
    found = vote(content, *hands)
    assert found.total == sum(hands) == sum(found.counts) + found.unknown
    assert len(found.counts) == 5
