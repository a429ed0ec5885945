"""A second measurement: nothing of the first is lost, and nothing of it is an answer now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.again import begin_measurement, find_hindrance
from poolwijzer.assessment.model import Assessment, Measurement
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.over_time import list_measurements
from tests.assessment.strategies import assessments, menus

FIRST, SECOND = date(2025, 11, 1), date(2026, 11, 24)
OF_ITS_DAY = [name for name in Measurement.model_fields if name != "date"]


def dated(assessment: Assessment, day: date | None) -> Assessment:
    initiative = assessment.initiative.model_copy(update={"date": day})
    return assessment.model_copy(update={"initiative": initiative})


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(st.deferred(assessments))
def test_whatever_was_said_is_kept_and_the_file_loads(data: dict[str, Any]) -> None:
    before = dated(Assessment.model_validate(data), FIRST)
    before = before.model_copy(update={"measurements": tuple(one for one in before.measurements if one.date < FIRST)})
    after = begin_measurement(before, SECOND)
    assert {name: getattr(after.measurements[-1], name) for name in OF_ITS_DAY} == {
        name: getattr(before, name) for name in OF_ITS_DAY
    }
    assert after.measurements[:-1] == tuple(sorted(before.measurements, key=lambda one: one.date))
    empty = dated(Assessment.model_validate({"poolwijzer": 1, "initiative": data["initiative"]}), SECOND)
    assert {getattr(after, name) == getattr(empty, name) for name in OF_ITS_DAY if name != "questions"} == {True}
    assert dated(after, FIRST).initiative == before.initiative
    assert (after.choices, after.agreements, after.own) == (before.choices, before.agreements, before.own)
    assert after.costs == before.costs
    for raw in (dump_assessment(after), update_file(dump_assessment(before), after)):
        assert dump_assessment(parse_assessment(raw, "x.yaml", menus()).assessment) == dump_assessment(after)


def test_a_later_measurement_comes_last(assessment_of: Callable[..., Assessment]) -> None:
    earlier = [{"date": "2023-11-01", "answers": {"m2": 1}}, {"date": "2024-11-01", "answers": {"m2": 2}}]
    after = begin_measurement(dated(assessment_of(answers={"m2": 3}, measurements=earlier), FIRST), SECOND)
    assert [one.answers["m2"].value for one in after.measurements] == [1, 2, 3]
    assert [one.initiative.date for one in list_measurements(after)][-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("parts", "day", "hindrance"),
    [
        ({"answers": {"m2": 4}}, FIRST, None),
        ({"estimate": {"motivatie": 4}}, FIRST, None),
        ({}, FIRST, "nothing"),
        ({"context": {"fase": "idee"}}, FIRST, "nothing"),
        ({"answers": {"m2": 4}}, SECOND, "same-day"),
        ({"answers": {"m2": 4}}, None, "no-date"),
        ({"answers": {"m2": 4}}, date(2027, 1, 1), "later-date"),
        ({"answers": {"m2": 4}, "measurements": [{"date": "2025-11-01", "answers": {"m2": 1}}]}, FIRST, "twice"),
    ],
)
def test_a_new_measurement_takes_answers_of_an_earlier_day(
    parts: dict[str, Any], day: date | None, hindrance: str | None, assessment_of: Callable[..., Assessment]
) -> None:
    assert find_hindrance(dated(assessment_of(**parts), day), SECOND) == hindrance


def test_comments_stay_in_a_file_that_is_measured_anew(examples: Path, content: Content) -> None:
    for example in sorted(examples.glob("*.yaml")):
        raw = example.read_bytes()
        before = parse_assessment(raw, example.name, content).assessment
        if find_hindrance(before, date(2027, 1, 1)):
            continue
        after = begin_measurement(before, date(2027, 1, 1))
        changed = update_file(raw, after)
        for line in raw.decode("utf-8").splitlines():
            if line.strip().startswith("#"):
                assert line.strip() in changed.decode("utf-8")
        assert parse_assessment(changed, example.name, content).assessment == after.model_copy(
            update={"poolwijzer": parse_assessment(changed, example.name, content).assessment.poolwijzer}
        )


def test_what_a_group_said_beside_its_answers_goes_with_that_day_and_needs_the_newer_format(
    assessment_of: Callable[..., Assessment],
) -> None:
    said = {"key_question": {"answer": "Eén team"}, "highlights": {"striking": "Veel"}, "needs": ["advies"]}
    after = begin_measurement(dated(assessment_of(answers={"m2": 3}, **said), FIRST), SECOND)
    kept = after.measurements[0]
    assert (kept.key_question.answer, kept.highlights.striking, kept.needs) == ("Eén team", "Veel", ("advies",))
    assert not after.key_question.answer and not after.needs and after.format_used() == 2
    bare = begin_measurement(dated(assessment_of(answers={"m2": 3}), FIRST), SECOND)
    assert bare.format_used() == 1
