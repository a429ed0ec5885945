"""What was decided put into sentences."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import number
from poolwijzer.outcome import Outcome
from poolwijzer.report.sentences import SentenceMaker

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
ANSWERS = {"m2": 4, "m3": 4, "m6": 2, "m12": 2, "m16": 4, "b2": 5, "b6": 1, "b9": 5, "b11": 5, "b12": 5}
SHORT = ("m2", "m3", "m6", "m12", "m16")


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
                "answers": {name: 6 - value if name in ("m6", "m12") else value for name in SHORT},
            }
            for number, value in enumerate(values)
        ]
    )


def test_a_divided_group_is_told_in_numbers(content: Content, assessment_of: Make) -> None:
    said = divided(content, group(assessment_of, [5] * 5 + [3] * 3 + [1] * 4))
    assert said == "De gemeenten denken verschillend: 5 gemeenten willen, 3 twijfelen, 4 willen nog niet."


def test_of_a_divided_group_one_municipality_is_told_as_one(content: Content, assessment_of: Make) -> None:
    said = divided(content, group(assessment_of, [5, 5, 3, 1, 1]))
    assert said == "De gemeenten denken verschillend: 2 gemeenten willen, 1 twijfelt, 2 willen nog niet."


def test_a_divided_group_that_is_too_small_and_one_that_agrees_get_no_sentence(
    content: Content, assessment_of: Make
) -> None:
    assert divided(content, group(assessment_of, [5, 5, 1, 1])) == ""
    assert divided(content, group(assessment_of, [5] * 12)) == ""


def told_of(content: Content, assessment: Assessment, changed_runs: int, sentence: str = "") -> str:
    """What is said where the place changes in so many of a thousand runs, with the sentence of own menus if any."""
    stress = content.typology.stress
    texts = stress.model_copy(update={"sentence": sentence}) if sentence else stress
    typology = content.typology.model_copy(update={"stress": texts})
    outcome = Outcome(replace(content, typology=typology), assessment, ON)
    assert outcome.stress is not None
    changed = outcome.stress._replace(runs=1000, changed_runs=changed_runs, changed=Fraction(changed_runs, 1000))
    return SentenceMaker(outcome).stress(changed)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (0, "Als enkele antwoorden net anders waren, bleef de plek bijna altijd dezelfde."),
        (49, "Als enkele antwoorden net anders waren, bleef de plek bijna altijd dezelfde."),
        (50, "dan komt u in ongeveer 1 van de 10 gevallen op een andere plek uit."),
        (416, "dan komt u in ongeveer 4 van de 10 gevallen op een andere plek uit."),
        (949, "dan komt u in ongeveer 9 van de 10 gevallen op een andere plek uit."),
        (950, "Als enkele antwoorden net anders waren, kwam u bijna altijd op een andere plek uit."),
    ],
)
def test_how_often_the_place_moves_is_told_of_ten_cases_and_never_as_none_or_all_of_them(
    content: Content, assessment_of: Make, runs: int, said: str
) -> None:
    told = told_of(content, assessment_of(answers=ANSWERS, questions="kort"), runs)
    assert said in told
    assert told.endswith("Dit zegt niet of uw antwoorden goed zijn.") == (runs < 950)


@pytest.mark.parametrize("runs", [0, 416, 1000])
def test_own_menus_from_before_with_the_number_of_runs_go_on_saying_that(
    content: Content, assessment_of: Make, runs: int
) -> None:
    own = "In {aantal} van de {totaal} rondes verandert de plek."
    told = told_of(content, assessment_of(answers=ANSWERS, questions="kort"), runs, own)
    assert told == f"In {number(runs)} van de 1.000 rondes verandert de plek."
