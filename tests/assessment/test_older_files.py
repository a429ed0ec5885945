"""Files of before the questions changed: they are read, say so, and are not compared as if nothing happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment, read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.compare.comparison import compare_assessments
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.report import build_comparison_report
from poolwijzer.content.content import Content
from poolwijzer.engine.placement import place
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.texts import texts_of
from tests.roots import TESTS

Make = Callable[..., Assessment]

ON = date(2026, 11, 1)
OLDER = sorted((TESTS / "files" / "older").glob("*.yaml"))
OLD_FILE = (
    "Dit bestand komt uit een eerdere versie van de vragen. Een deel van de stellingen is vervangen. "
    "Beantwoord de nieuwe stellingen voor een volledige plek."
)
BETWEEN = (
    "De vragen zijn tussen deze twee metingen veranderd. "
    "Vergelijk alleen de antwoorden op stellingen die gelijk bleven."
)
BEFORE = {"m1": 4, "m2": 3, "m3": 2, "m6": 2, "m7": 4, "b2": 4, "b3": 4, "b4": 4, "b6": 2, "b9": 4}
NOW = {"m2": 5, "m16": 4, "m3": 4, "m6": 2, "m12": 2, "b2": 4, "b9": 4, "b6": 2, "b11": 4, "b12": 4}

by_name = pytest.mark.parametrize("path", OLDER, ids=lambda path: path.stem)


def said(content: Content, assessment: Assessment) -> list[str]:
    return list(texts_of(build_report(Outcome(content, assessment, ON), version="0").sections))


@by_name
def test_an_older_file_is_read_with_its_place_provisional_and_the_file_and_the_report_say_why(
    path: Path, content: Content
) -> None:
    reading = read_assessment(path, content, with_answers=True)
    assert OLD_FILE in [remark.message for remark in reading.remarks]
    placement = place(reading.assessment, content)
    assert placement.in_play
    assert placement.status == "voorlopig"
    assert any(OLD_FILE in text for text in said(content, reading.assessment))


@by_name
def test_an_older_file_loses_nothing_when_it_is_written(path: Path, content: Content) -> None:
    first = read_assessment(path, content).assessment
    again = parse_assessment(dump_assessment(first), "proef.yaml", content).assessment
    assert again == first


def test_what_is_asked_no_more_is_a_remark_that_says_where_it_is_asked_now(content: Content) -> None:
    text = "poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m2: 4, m5: 4, b10: 2}\n"
    told = [str(one) for one in parse_assessment(text.encode(), "a.yaml", content).remarks]
    assert told[1:] == [
        "a.yaml:3:22: m5 wordt niet meer gevraagd. Het antwoord blijft in het bestand staan, maar telt niet mee. "
        "Of gemeentesecretarissen dit thema bespreken, staat nu bij d2.",
        "a.yaml:3:30: b10 wordt niet meer gevraagd. Het antwoord blijft in het bestand staan, maar telt niet mee. "
        "Hoelang u zich wilt verbinden, staat nu bij de vraag 'looptijd'.",
    ]


@pytest.mark.parametrize(
    ("parts", "older"),
    [
        ({"answers": BEFORE}, True),
        ({"answers": {"m2": 4, "m9": 3}}, True),
        ({"answers": NOW}, False),
        ({"answers": {**BEFORE, **NOW}}, False),
        ({"answers": {"m2": 4, "m3": 4, "b9": 4}}, False),
        ({"answers": NOW, "menus": {"version": "0.3.0", "hash": "a"}}, True),
        ({"answers": BEFORE, "menus": {"version": "1.0.0", "hash": "a"}}, False),
        ({"answers": BEFORE, "menus": {"version": "van ons", "hash": "a"}}, True),
        ({}, False),
    ],
)
def test_the_recorded_menus_tell_how_old_answers_are_and_else_the_answers_do(
    content: Content, assessment_of: Make, parts: dict[str, Any], older: bool
) -> None:
    assert (find_change(assessment_of(**parts), content) is not None) is older


def test_once_the_new_statements_are_answered_the_place_is_whole(content: Content, assessment_of: Make) -> None:
    made = {"menus": {"version": "0.3.0", "hash": "a"}, "questions": "kort"}
    assert place(assessment_of(answers=BEFORE, **made), content).status == "voorlopig"
    after = place(assessment_of(answers={**BEFORE, **NOW}, **made), content)
    assert (after.status, after.older_questions) == ("definitief", False)


def test_measurements_on_other_questions_are_compared_on_the_statements_that_stayed_the_same(
    content: Content, assessment_of: Make
) -> None:
    assessment = assessment_of(answers=NOW, measurements=[{"date": "2025-03-01", "answers": BEFORE}])
    _, now = Outcome(content, assessment, ON).path
    assert now.cautions == ("vragen",)
    changes = now.changes["motivatie"]
    assert (changes.change, changes.other) == (None, None)
    assert {entry.statement for entry in changes.statements} == {"m2", "m3"}
    told = said(content, assessment)
    assert BETWEEN in told
    assert any(text.startswith("Motivatie, op stellingen die gelijk bleven: ") for text in told)
    assert not any(text.startswith("Motivatie ging") for text in told)


def test_a_comparison_over_time_says_that_the_questions_changed(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers=NOW, measurements=[{"date": "2025-03-01", "answers": BEFORE}])
    found = compare_assessments([Given("a.yaml", assessment)], content, ON)
    assert BETWEEN in list(texts_of(build_comparison_report(content, found, version="0").sections))


def test_an_advice_on_an_older_file_names_the_options_that_came_since(content: Content, assessment_of: Make) -> None:
    assert "Sinds dit bestand zijn er nieuwe opties:" in said(content, assessment_of(answers=BEFORE))
    assert "Sinds dit bestand zijn er nieuwe opties:" not in said(content, assessment_of(answers=NOW))


def test_former_answers_are_shown_apart(content: Content, assessment_of: Make) -> None:
    told = said(content, assessment_of(answers={**NOW, "m5": 4}))
    assert "Eerdere antwoorden" in told
    assert "Onze gemeentesecretarissen zijn actief betrokken." in told
