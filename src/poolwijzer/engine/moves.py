"""What would change the picture: the fewest answer-steps to another place, and the answers that weigh most.

A step is one answered statement that moves by one point of the scale, or to the end of the scale where less than a
point is left. Where many answered, it is their consolidated value that moves. Statements without an answer do not
move: what those could do is told by the questions that are still open.

Another place means other quadrants in play, and those hang on the level of each axis. So the fewest steps lie on one
axis. On an axis every step adds its weight, and the last one of a statement no more than the ones before it: taking
the largest steps first is never longer than another way.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.engine.leave_out import counted_answers
from poolwijzer.engine.placement import quadrants_at
from poolwijzer.engine.results import AxisPlacement, Contribution, Placement
from poolwijzer.validation import Exact

Direction = Literal["hoger", "lager"]


class StatementMove(NamedTuple):
    """How far one answer moves, as it was given."""

    statement: str
    direction: Direction
    """Of the answer as given: on a reversed statement the axis goes the other way."""
    steps: int
    start: Exact
    end: Exact
    text: str
    """What would bring that about, from the menus; completes *als …*; may be empty."""


class Move(NamedTuple):
    """The fewest steps to the next level of one axis."""

    axis: str
    direction: Direction
    """Of the score."""
    steps: int
    score: Exact
    """Where it ends."""
    in_play: tuple[str, ...]
    statements: tuple[StatementMove, ...]


class Leverage(NamedTuple):
    """How much hangs on one answer."""

    statement: str
    axis: str
    share: Exact
    """Of the weight of all answers on its axis, from 0 to 1."""
    down: Exact
    up: Exact
    """How far the score of the axis would fall and rise, were this answer at the ends of the scale."""


def find_moves(placement: Placement, content: Content) -> tuple[Move, ...]:
    """The fewest steps to each other level that lies next to one of the levels now, the shortest way first.

    The first one is the shortest way to another place. Empty without a place, and for an axis that does not rest on
    answers. Texts still hold the placeholders of the menus.
    """
    if not placement.in_play:
        return ()
    found = [
        move
        for axis, place in placement.axes.items()
        for direction in (1, -1)
        if (move := _move(axis, place, direction, placement, content)) is not None
    ]
    return tuple(sorted(found, key=lambda move: move.steps))


def find_leverage(placement: Placement, content: Content) -> dict[str, tuple[Leverage, ...]]:
    """Per axis the answers that it rests on: by weight, and of equal weights the one with the most room to move."""
    lowest, highest = content.typology.scale.lowest, content.typology.scale.highest
    found = {}
    for axis, place in placement.axes.items():
        answers = counted_answers(place)
        total = sum((entry.weight for entry, _ in answers), Fraction())
        listed = [
            Leverage(
                statement=entry.statement,
                axis=axis,
                share=entry.weight / total,
                down=entry.weight * (counted - lowest) / total,
                up=entry.weight * (highest - counted) / total,
            )
            for entry, counted in answers
            if not entry.withheld
        ]
        found[axis] = tuple(sorted(listed, key=lambda entry: (-entry.share, -max(entry.down, entry.up))))
    return found


class _Step(NamedTuple):
    """One step of one answer: what it adds to the weighted sum."""

    gain: Fraction
    room: Fraction
    """How far this answer can move in all: of equal steps, those of one answer go together."""
    order: int
    size: Fraction


def _move(axis: str, place: AxisPlacement, direction: int, placement: Placement, content: Content) -> Move | None:
    answers = counted_answers(place)
    if place.score is None or not answers:
        return None
    total = sum((entry.weight for entry, _ in answers), Fraction())
    scores = {name: other.score for name, other in placement.axes.items()}
    score, taken = place.score, dict.fromkeys(range(len(answers)), Fraction())
    steps = dict.fromkeys(taken, 0)
    for step in sorted(_steps(answers, direction, content), key=lambda step: (-step.gain, -step.room, step.order)):
        score += direction * step.gain / total
        taken[step.order] += direction * step.size
        steps[step.order] += 1
        in_play = quadrants_at({**scores, axis: score}, content, placement.kept_low)
        if set(in_play) != set(placement.in_play):
            return Move(
                axis=axis,
                direction="hoger" if direction > 0 else "lager",
                steps=sum(steps.values()),
                score=score,
                in_play=in_play,
                statements=tuple(
                    _statement(answers[index][0], shift, steps[index], content)
                    for index, shift in taken.items()
                    if steps[index]
                ),
            )
    return None


def _steps(answers: list[tuple[Contribution, Fraction]], direction: int, content: Content) -> Iterator[_Step]:
    scale = content.typology.scale
    for order, (entry, counted) in enumerate(answers):
        if entry.withheld:
            continue
        room = scale.highest - counted if direction > 0 else counted - scale.lowest
        left = room
        while left > 0:
            size = min(Fraction(1), left)
            yield _Step(entry.weight * size, room, order, size)
            left -= size


def _statement(entry: Contribution, shift: Fraction, steps: int, content: Content) -> StatementMove:
    """A move as it was counted, told as it would be answered."""
    start = entry.answer or Fraction()
    end = start - shift if entry.reversed else start + shift
    statement = content.statements[entry.statement]
    return StatementMove(
        statement=entry.statement,
        direction="hoger" if end > start else "lager",
        steps=steps,
        start=start,
        end=end,
        text=statement.if_higher if end > start else statement.if_lower,
    )
