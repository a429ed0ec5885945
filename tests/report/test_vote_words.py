from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.vote import find_vote
from poolwijzer.outcome import Outcome
from poolwijzer.report.vote_words import tell_fullest, tell_hands

Make = Callable[..., Assessment]


def told(content: Content, assessment: Assessment, statement: str) -> tuple[str, str]:
    outcome = Outcome(content, assessment, date(2026, 11, 24))
    vote = find_vote(assessment.answers[statement], content)
    assert vote is not None
    return tell_hands(vote, statement, outcome), tell_fullest(vote, statement, outcome)


def hands(assessment_of: Make, statement: str, *votes: int, **more: Any) -> Assessment:
    return assessment_of(answers={statement: {"votes": list(votes)}}, **more)


def test_hands_are_told_in_the_words_of_the_scale(content: Content, assessment_of: Make) -> None:
    assert told(content, hands(assessment_of, "m2", 4, 5, 3, 0, 0), "m2") == (
        "12 handen: 4 geen, 5 een paar, 3 ongeveer de helft",
        "De meeste handen: een paar (5 van de 12).",
    )
    assert told(content, hands(assessment_of, "m2", 0, 0, 0, 1, 0), "m2")[0] == "1 hand: 1 de meeste"


def test_an_answer_with_a_comma_does_not_run_into_the_next(content: Content, assessment_of: Make) -> None:
    text, _ = told(content, hands(assessment_of, "b2", 2, 1, 0, 0, 1200, 3), "b2")
    assert text == "1.206 handen: 2 nee, helemaal niet; 1 nauwelijks; 1.200 ja, helemaal; 3 weet niet"


def test_with_few_municipalities_hands_are_kept_apart_from_numbers_of_these(
    content: Content, assessment_of: Make
) -> None:
    assert told(content, hands(assessment_of, "m2", 4, 5, 0, 0, 1, municipalities=3), "m2") == (
        "10 handen: 4 keer geen, 5 keer 1 van de 3, 1 keer alle 3",
        "De meeste handen: 1 van de 3 (5 van de 10 handen).",
    )


def test_two_equally_full_are_both_named(content: Content, assessment_of: Make) -> None:
    text = told(content, hands(assessment_of, "m2", 4, 0, 0, 0, 0, 4), "m2")[1]
    assert text == "Evenveel handen: geen en weet niet (elk 4 van de 8)."
