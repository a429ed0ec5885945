"""What stands out in the answers themselves: all the same, or two that call for a talk. It changes nothing.

Only answers that somebody gave count here, and of these only what may be told.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Contradictions
from poolwijzer.engine.results import Placement


class AnswerRemark(NamedTuple):
    """Something to look at again in the answers."""

    kind: Literal["gelijk", "tegenspraak"]
    axis: str | None
    """Of answers that are all the same."""
    statements: tuple[str, ...]


def find_answer_remarks(placement: Placement, content: Content) -> tuple[AnswerRemark, ...]:
    """All answers on an axis at the same end of the scale first, then pairs; no more than the menus say."""
    rules = content.questions.contradictions
    return tuple(islice(_found(placement, content, rules), rules.most)) if rules else ()


def _found(placement: Placement, content: Content, rules: Contradictions) -> Iterator[AnswerRemark]:
    given = {axis: dict(_given(placement, axis)) for axis in placement.axes}
    ends = {Fraction(content.typology.scale.lowest), Fraction(content.typology.scale.highest)}
    for axis, answers in given.items():
        values = set(answers.values())
        if len(answers) >= rules.same_from and len(values) == 1 and values <= ends:
            yield AnswerRemark("gelijk", axis, tuple(answers))
    every = {name: value for answers in given.values() for name, value in answers.items()}
    for pair in rules.pairs:
        if all(name in every and every[name] >= rules.both_from for name in pair.statements):
            yield AnswerRemark("tegenspraak", None, pair.statements)


def _given(placement: Placement, axis: str) -> Iterator[tuple[str, Fraction]]:
    for entry in placement.axes[axis].contributions:
        if entry.status == "beantwoord" and entry.answer is not None and not entry.implied_by:
            yield entry.statement, entry.answer
