"""Which question to ask next: the open one that would settle most, with how much.

What hangs on a question is known from the judgement already; this adds what its answer would do to the place.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.engine.answers import counts_as
from poolwijzer.engine.open_questions import OpenRef
from poolwijzer.engine.placement import quadrants_at, too_little
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.rules.facts import Ref
from poolwijzer.validation import Exact


class NextQuestion(NamedTuple):
    """An open question and how much its answer would settle."""

    question: Ref
    axis: str | None
    """The axis of a statement."""
    narrows: Exact
    """By how much the interval on that axis gets narrower, whatever the answer; on the answer scale."""
    changes: Exact
    """The share of the possible answers that put other quadrants in play, from 0 to 1. All answers count alike: it
    says what the question can do, not what the answer will be."""
    options: int
    """How many verdicts hang on it."""
    signals: int


def find_next_questions(asked: Iterable[OpenRef], placement: Placement, content: Content) -> tuple[NextQuestion, ...]:
    """The open questions, the one that would settle most first.

    How much a question settles is the number of verdicts and signals that hang on it, and the whole menu card (the
    place counts for each option) times the share of answers that change the place; of equal ones the one that narrows
    the interval most comes first. Otherwise their own order stands.
    """
    entries = {
        entry.statement: (axis, entry) for axis, place in placement.axes.items() for entry in place.contributions
    }
    found = []
    for entry in asked:
        axis, narrows, changes = None, Fraction(), Fraction()
        if entry.question.kind == "statement" and entry.question.id in entries:
            axis, statement = entries[entry.question.id]
            narrows = _narrowing(placement.axes[axis], statement)
            changes = _changing(axis, statement, placement, content)
        found.append(NextQuestion(entry.question, axis, narrows, changes, len(entry.options), len(entry.signals)))
    size = len(content.options)
    # Sorting keeps the order of equals, and they are in order already.
    return tuple(sorted(found, key=lambda q: (-(size * q.changes + q.options + q.signals), -q.narrows)))


def _narrowing(place: AxisPlacement, entry: Contribution) -> Fraction:
    """The part of the interval that comes from this statement: gone, once everyone together has answered it."""
    weights = sum((other.weight for other in place.contributions), Fraction())
    if place.source == "vaste-waarde" or entry.counted is not None:
        return Fraction()
    return entry.weight * (entry.high - entry.low) / weights


def _changing(axis: str, entry: Contribution, placement: Placement, content: Content) -> Fraction:
    if entry.status not in ("open", "weet-niet"):
        return Fraction()
    points = content.typology.scale.points()
    scores = {name: place.score for name, place in placement.axes.items()}
    statement = content.statements[entry.statement]
    other = 0
    for point in points:
        score = score_if(placement.axes[axis], entry, counts_as(Fraction(point), statement, content), content)
        in_play = quadrants_at({**scores, axis: score}, content, placement.kept_low)
        other += set(in_play) != set(placement.in_play)
    return Fraction(other, len(points))


def score_if(place: AxisPlacement, entry: Contribution, counted: Fraction, content: Content) -> Fraction | None:
    """The score of an axis if an open statement were answered together as well, counting as this; exact."""
    coverage = Fraction(place.answered + 1, place.asked)
    if place.municipality_coverage is not None:
        coverage = min(coverage, place.municipality_coverage)
    if too_little(coverage, content):
        return place.score  # still none, or still the group's own estimate
    answers = [(other.weight, other.counted) for other in place.contributions if other.counted is not None]
    answers.append((entry.weight, counted))
    total = sum((weight for weight, _ in answers), Fraction())
    return sum((weight * value for weight, value in answers), Fraction()) / total
