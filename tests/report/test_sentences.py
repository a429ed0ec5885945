"""What was decided put into sentences."""

from collections.abc import Callable
from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.sentences import SentenceMaker

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
SHORT = ("m1", "m2", "m3", "m6", "m7")


def divided(content: Content, assessment: Assessment) -> str:
    """What is said of a divided group on motivation."""
    outcome = Outcome(content, assessment, ON)
    assert outcome.respondents is not None
    return SentenceMaker(outcome).divided("motivatie", outcome.respondents.axes["motivatie"])


def group(assessment_of: Make, values: list[int]) -> Assessment:
    """A respondent of every municipality, with answers that all count as one value."""
    return assessment_of(
        responses=[
            {
                "id": f"r{number}",
                "organisation": {"kind": "gemeente", "name": f"Dorp {number}"},
                "answers": {name: 6 - value if name == "m6" else value for name in SHORT},
            }
            for number, value in enumerate(values)
        ]
    )


def test_a_divided_group_is_told_in_numbers(content: Content, assessment_of: Make) -> None:
    said = divided(content, group(assessment_of, [5] * 5 + [3] * 3 + [1] * 4))
    assert said == "De gemeenten denken verschillend: 5 willen, 3 wisselend, 4 nog niet."


def test_a_divided_group_that_is_too_small_and_one_that_agrees_get_no_sentence(
    content: Content, assessment_of: Make
) -> None:
    assert divided(content, group(assessment_of, [5, 5, 1, 1])) == ""
    assert divided(content, group(assessment_of, [5] * 12)) == ""


def test_the_stress_test_is_told_in_numbers_and_is_no_chance(content: Content, assessment_of: Make) -> None:
    answers = {"m1": 4, "m2": 4, "m3": 4, "m6": 2, "m7": 4, "b2": 5, "b3": 5, "b4": 5, "b6": 1, "b9": 5}
    outcome = Outcome(content, assessment_of(answers=answers, questions="kort"), ON)
    assert outcome.stress is not None
    said = SentenceMaker(outcome).stress(outcome.stress)
    runs = f"In {outcome.stress.changed_runs} van de 1.000 doorrekeningen verandert de plek."
    assert said == f"{runs} Dit is geen kans dat de uitkomst klopt."
