"""Answers that count municipalities instead of naming a point: the point that goes with them, and what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from poolwijzer.assessment.answer import Answer, Answers
from poolwijzer.assessment.model import Assessment, Measurement
from poolwijzer.content.content import Content

_Moment = TypeVar("_Moment", Assessment, Measurement)


def fill_points(assessment: Assessment, content: Content) -> Assessment:
    """The assessment with a point beside every count that has none; a point that is there stays."""
    earlier = tuple(_filled(moment, content) for moment in assessment.measurements)
    return _filled(assessment, content, measurements=earlier)


def _filled(moment: _Moment, content: Content, **others: Any) -> _Moment:
    lacking = _without_point(moment.answers)
    if not lacking and others == {name: getattr(moment, name) for name in others}:
        return moment
    found = {name: _with_point(name, answer, content) for name, answer in lacking.items()}
    return moment.model_copy(update={"answers": {**moment.answers, **found}, **others})


def _without_point(answers: Answers) -> Answers:
    return {name: answer for name, answer in answers.items() if answer.count and answer.value is None}


def _with_point(name: str, answer: Answer, content: Content) -> Answer:
    point = point_for(name, answer, content)
    return answer if point is None else answer.model_copy(update={"value": point})


def point_for(statement: str, answer: Answer, content: Content) -> int | None:
    """The point of the scale that an answer's count stands for; None where the menus do not know."""
    if answer.count is None or statement not in content.every_statement:
        return None
    counting = content.labels_of(statement).counting
    return counting.point(*answer.count) if counting else None


def differing(answers: Answers, content: Content) -> Iterator[tuple[str, Answer, int]]:
    """The answers whose point is not that of their count, with the point that would be."""
    for name, answer in answers.items():
        point = point_for(name, answer, content)
        if point is not None and answer.known is not None and answer.known != point:
            yield name, answer, point
