"""What the place would be without one of the answers: exact, one statement at a time.

Looks at the scores alone. Whether enough would be left to be sure of a place is for the coverage to say.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.validation import Exact


class Removal(NamedTuple):
    """The place without one statement."""

    statement: str
    axis: str
    change: Exact
    """The score of its axis without it, minus the score with it; on the answer scale."""
    in_play: tuple[str, ...]
    moves: bool
    """Whether other quadrants are in play without it."""


def find_removals(placement: Placement, content: Content) -> tuple[Removal, ...]:
    """Each answered statement left out in turn: first those that change the place, the largest change first.

    The only answer on an axis is not left out, since nothing would be left.
    """
    scores = {axis: place.score for axis, place in placement.axes.items()}
    found = []
    for axis, place in placement.axes.items():
        for statement, score in _without_each(place):
            in_play = quadrants_at({**scores, axis: score}, content, placement.kept_low)
            change = score - (place.score or Fraction())
            found.append(Removal(statement, axis, change, in_play, set(in_play) != set(placement.in_play)))
    return tuple(sorted(found, key=lambda entry: (not entry.moves, -abs(entry.change))))


def _without_each(place: AxisPlacement) -> Iterator[tuple[str, Fraction]]:
    answered = counted_answers(place)
    weights = sum((entry.weight for entry, _ in answered), Fraction())
    total = sum((entry.weight * counted for entry, counted in answered), Fraction())
    if len(answered) > 1:
        for entry, counted in answered:
            if entry.withheld:
                continue  # it stands by the mean of several, and without it nobody knows what is left
            yield entry.statement, (total - entry.weight * counted) / (weights - entry.weight)


def counted_answers(place: AxisPlacement) -> list[tuple[Contribution, Fraction]]:
    """The answers that an axis rests on, each with what it counts; none where it rests on something else."""
    if place.source != "antwoorden":
        return []
    return [(entry, entry.counted) for entry in place.contributions if entry.counted is not None]
