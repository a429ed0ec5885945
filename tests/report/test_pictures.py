"""The pictures of a report say what the tables say, and never more than these may."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Bars, Grid, Road, ScaleRow, Scales, words_of_chart
from poolwijzer.dutch import number
from poolwijzer.engine.anonymous import anonymise
from poolwijzer.engine.respondents import Mode
from poolwijzer.outcome import Outcome
from poolwijzer.report.answer_pictures import answers_chart, respondents_chart
from poolwijzer.report.notes import Notes
from poolwijzer.report.pictures import axes_chart, firmness_chart, path_chart
from poolwijzer.report.plan_pictures import options_chart, road_chart
from poolwijzer.report.sections.material import Material
from tests.engine.test_privacy_attack import SHORT, TOWNS, People, crowds
from tests.report.richest import richest

ON = date(2026, 11, 1)
Make = Callable[..., Assessment]
HANDS = st.one_of(st.none(), st.lists(st.integers(0, 3), min_size=5, max_size=5))


def material_of(assessment: Assessment, content: Content, mode: Mode = "standaard") -> Material:
    if mode == "anonymous":
        assessment, uncounted = anonymise(assessment, content)
        return Material(Outcome(content, assessment, ON, mode, uncounted), assessment, "gewoon", Notes({}))
    return Material(Outcome(content, assessment, ON, mode), assessment, "gewoon", Notes({}))


@pytest.fixture(scope="module")
def full(content: Content) -> Material:
    return material_of(richest(content), content)


@pytest.fixture(scope="module")
def drenthe(content: Content, examples: Path) -> Material:
    return material_of(read_assessment(examples / "flexteam-drenthe.yaml", content).assessment, content)


def dots(row: ScaleRow) -> list[int]:
    counts = [0] * 5
    for one in row.others:
        counts[round(one.at * 4)] = one.count
    return counts


@settings(max_examples=25)
@given(people=crowds(0, 14), hands=HANDS, mode=st.sampled_from(("standaard", "named", "anonymous")))
def test_a_picture_tells_no_count_that_the_tables_may_not(
    people: People, hands: list[int] | None, mode: Mode, content: Content, assessment_of: Make
) -> None:
    spoke = sum(any(isinstance(value, int) for value in person["answers"].values()) for person in people)
    if mode == "anonymous" and spoke < 5:
        return
    answers = {"m16": {"value": 4, "votes": hands}} if hands else {}
    made = assessment_of(
        initiative={"id": "x", "name": "Proef", "municipalities": list(TOWNS)},
        questions="kort",
        responses=people,
        answers=answers,
    )
    material = material_of(made, content, mode)
    views = material.outcome.respondents.statements if material.outcome.respondents else {}
    may_be_told = {name: list(view.counts) for name, view in views.items() if view.counts is not None}
    for axis, place in material.placement.axes.items():
        chart = answers_chart(material, axis)
        for entry, row in zip(place.contributions, chart.rows if chart else (), strict=False):
            counts = list(row.hands) if row.hands else dots(row)
            assert not any(counts) or counts == may_be_told[entry.statement]
            if entry.withheld:
                assert row.at is None and not any(counts) and row.said == "niet getoond"
            # Where it stands is what the tables tell: rounded to halves.
            assert row.at is None or (row.at * 8).is_integer()
    bars = respondents_chart(material)
    told = [list(row.counts) for row in bars.rows] if bars else []
    assert told == [counts for counts in may_be_told.values() if counts]


@settings(max_examples=15)
@given(answers=st.fixed_dictionaries({name: st.integers(1, 5) for name in SHORT}))
def test_how_firm_it_is_stands_in_whole_cases_as_its_sentence_has_them(
    answers: dict[str, int], content: Content, assessment_of: Make
) -> None:
    material = material_of(assessment_of(answers=answers, questions="kort"), content)
    stress, chart = material.outcome.stress, firmness_chart(material)
    if stress is None:
        assert chart is None
        return
    cases = int(number(10 * stress.changed, 0))
    assert (chart is None) == (cases == 0)
    if chart is not None:
        (row,) = chart.rows
        assert sum(row.counts) == 10 and row.counts[0] == 10 - cases
        assert "dezelfde plek" in chart.parts[0] and "dit zegt niet of uw antwoorden goed zijn" in chart.description
        assert not any("kans" in words or "%" in words for words in (chart.title, chart.description, *chart.parts))


def test_the_axes_stand_in_words_and_no_numbers(full: Material) -> None:
    chart = axes_chart(full)
    assert chart is not None
    assert [zone.words for zone in chart.zones] == ["nog laag", "wisselend", "hoog"]
    assert not re.search(r"\d", " ".join((chart.description, *(w for row in words_of_chart(chart).rows for w in row))))
    assert all((row.low or 0) <= (row.at or 0) <= (row.high or 1) for row in chart.rows)


def test_statements_that_were_asked_the_other_way_round_are_marked(full: Material, content: Content) -> None:
    for axis, names in content.statements_on.items():
        chart = answers_chart(full, axis)
        assert chart is not None and len(chart.rows) == len(names)
        turned = [content.statements[name].reversed for name in names]
        assert ["omgekeerd gevraagd" in row.remark for row in chart.rows] == turned


def test_what_is_not_known_has_no_dot_and_says_so(drenthe: Material) -> None:
    chart = answers_chart(drenthe, "motivatie")
    assert chart is not None
    unknown = [row for row in chart.rows if row.at is None]
    assert unknown and all(row.said == "weet niet" for row in unknown)


def test_every_option_stands_once_under_its_verdict_with_what_was_chosen(drenthe: Material, content: Content) -> None:
    chart = options_chart(drenthe)
    assert chart is not None
    told = {item.words: item.chosen for row in chart.rows for cell in row.cells for item in cell.items}
    titles = {option.title: name for name, option in content.options.items()}
    assert told.keys() == titles.keys()
    chosen = {name for card in drenthe.advice.components for name in card.chosen}
    assert {titles[words] for words, is_chosen in told.items() if is_chosen} == chosen
    (row,) = (options_chart(drenthe, "vorm") or chart).rows
    assert row == next(one for one in chart.rows if one.label == row.label)


def test_the_road_tells_where_it_is_and_what_is_decided_now_and_next(drenthe: Material) -> None:
    chart = road_chart(drenthe)
    assert chart is not None
    assert [stop.label for stop in chart.stops if stop.progress == "nu"] == ["Uitvoeren"]
    assert [bool(stop.decisions) for stop in chart.stops] == [False] * 5 + [True, True]
    assert "nu: Uitvoeren" in chart.description and chart.deadlines


def test_of_what_is_known_by_its_month_the_road_tells_no_day(drenthe: Material) -> None:
    chart = road_chart(drenthe)
    assert chart is not None
    days = {one.when: one.label for one in chart.deadlines}
    assert days["maart 2027"] == "Verkiezingen voor Provinciale Staten" and "1 maart 2027" not in days


def test_over_time_each_measurement_has_both_axes(full: Material) -> None:
    chart = path_chart(full, full.outcome.path)
    assert len(chart.rows) == 2 * 4 and chart.rows[0].label == "Motivatie, 1 februari 2025"


def test_without_answers_no_picture_of_them_is_made(content: Content, assessment_of: Make) -> None:
    empty = material_of(assessment_of(), content)
    assert axes_chart(empty) is None and firmness_chart(empty) is None and respondents_chart(empty) is None
    assert all(answers_chart(empty, axis) is None for axis in content.typology.axes)


def test_every_description_is_one_sentence(full: Material, drenthe: Material) -> None:
    for material in (full, drenthe):
        charts: list[Scales | Bars | Grid | Road | None] = [
            axes_chart(material),
            respondents_chart(material),
            options_chart(material),
            road_chart(material),
            firmness_chart(material),
            *(answers_chart(material, axis) for axis in material.placement.axes),
        ]
        for chart in charts:
            assert chart is None or (chart.description.endswith(".") and ". " not in chart.description)
