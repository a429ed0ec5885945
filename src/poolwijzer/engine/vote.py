"""What the hands of a group say: how many there were, where most of them are, and whether they go two ways.

A count is not an answer: the group agrees on one itself. From when on hands are divided is an agreement, and stands in
the typology (`respondents.hands`). No answer has a majority there, which is what people in a room call divided; or a
quarter of them stands on each side of the middle, which is the bound that holds for municipalities (`divided`).
"""

from typing import Literal, NamedTuple

from poolwijzer.assessment.answer import UNKNOWN, Answer, Hands
from poolwijzer.content.content import Content

Choice = int | Literal["weet-niet"]


class Vote(NamedTuple):
    """Hands that went up at one statement."""

    total: int
    """Also of who did not know."""
    counts: tuple[int, ...]
    """For each point of the scale, lowest first."""
    unknown: int
    """For *weet niet*."""
    fullest: tuple[Choice, ...]
    """What got most hands; more than one where these got as many."""
    divided: bool
    """Whether those who chose an answer go two ways or more."""


def find_vote(answer: Answer | None, content: Content) -> Vote | None:
    """What the hands say that stand with an answer; None where none went up."""
    points = content.typology.scale.points()
    hands = answer.hands(len(points)) if answer else None
    if hands is None:
        return None
    by_answer: dict[Choice, int] = {**dict(zip(points, hands.counts, strict=True)), UNKNOWN: hands.unknown}
    most = max(by_answer.values())
    fullest = tuple(name for name, number in by_answer.items() if number == most)
    return Vote(hands.total, hands.counts, hands.unknown, fullest, _divided(hands, content))


def _divided(hands: Hands, content: Content) -> bool:
    """Whether no answer has a majority of the hands that chose one, or enough of them stand on both sides."""
    bounds, scale, chose = content.typology.respondents.hands, content.typology.scale, sum(hands.counts)
    if not chose:
        return False
    low = sum(number for point, number in zip(scale.points(), hands.counts, strict=True) if point < scale.middle)
    high = sum(number for point, number in zip(scale.points(), hands.counts, strict=True) if point > scale.middle)
    return max(hands.counts) <= bounds.majority_above * chose or min(low, high) >= bounds.side_share * chose
