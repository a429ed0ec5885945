"""What the engine finds about how hard a place is can be written as data, and the schema knows it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.moves import Leverage, Move, find_leverage, find_moves
from poolwijzer.engine.next_question import NextQuestion, find_next_questions
from poolwijzer.engine.over_time import Moment, find_path
from poolwijzer.engine.placement import place
from poolwijzer.engine.respondents import Respondents, view_respondents
from poolwijzer.engine.stress import Stress, run_stress_test
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import make_plain
from poolwijzer.report.sentences import SentenceMaker
from poolwijzer.schema.schemas import _as_object
from tests.roots import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def as_written(kind: Any, value: Any, sentences: SentenceMaker) -> Any:
    """A value as it would be written, held against the schema of its kind."""
    written = make_plain(value, sentences)
    schema = TypeAdapter(_as_object(kind)).json_schema(mode="serialization")
    Draft202012Validator(schema).validate(written)
    return written


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_all_that_the_engine_finds_can_be_written_for_every_example(content: Content, file: Path) -> None:
    assessment = read_assessment(file, content).assessment
    placement = place(assessment, content)
    outcome = Outcome(content, assessment, date(2026, 11, 1))
    sentences = SentenceMaker(outcome)
    tested = run_stress_test(assessment, content, placement)
    if tested is not None:
        as_written(Stress, tested, sentences)
    for move in find_moves(placement, content):
        as_written(Move, move, sentences)
    for entries in find_leverage(placement, content).values():
        for entry in entries:
            as_written(Leverage, entry, sentences)
    for question in find_next_questions(outcome.open_questions, placement, content):
        as_written(NextQuestion, question, sentences)
    for moment in find_path(assessment, content):
        as_written(Moment, moment, sentences)
    as_written(Respondents, view_respondents(assessment, content, placement), sentences)


def test_many_respondents_can_be_written(content: Content, assessment_of: Callable[..., Assessment]) -> None:
    responses = [
        {
            "id": f"r{n}",
            "organisation": {"kind": "gemeente", "name": f"Dorp {n}"},
            "role": "ambtelijk",
            "answers": {"m16": 1 + n % 5, "m2": 4, "m3": 5, "m6": 2, "m12": 4, "b2": 2, "b6": 3, "b9": 4},
        }
        for n in range(8)
    ]
    body = {"id": "v", "organisation": {"kind": "verband", "name": "het verband"}, "answers": {"b2": 5, "b11": 4}}
    assessment = assessment_of(responses=[*responses, body])
    outcome = Outcome(content, assessment, date(2026, 11, 1))
    plain = as_written(Respondents, outcome.respondents, SentenceMaker(outcome))
    assert plain["statements"]["m16"]["counts"] == [2, 2, 2, 1, 1]
    assert plain["statements"]["b2"]["body"]["differs"] is True
    assert len(plain["places"]["marks"]) == 8
