"""What a report says, whatever its format."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Line, Report
from poolwijzer.report.texts import texts_of


def said(content: Content, assessment: Assessment, on: date) -> str:
    report = build_report(Outcome(content, assessment, on), version="0")
    return "\n".join(texts_of(report.sections))


@pytest.mark.parametrize(("on", "warned"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_planned_merger_of_a_member_is_said_from_its_day_on(
    content: Content, assessment_of: Callable[..., Assessment], on: date, warned: bool
) -> None:
    assessment = assessment_of(municipalities=["Wijdemeren", "Gooise Meren"], answers={"m1": 4})
    words = "Wijdemeren zou vanaf 1 januari 2027 bij Hilversum horen."
    assert (words in said(content, assessment, on)) is warned


def test_the_bounds_in_the_method_are_those_that_are_set(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    text = said(content, assessment_of(answers={"m1": 4}), date(2026, 11, 1))
    assert "De grenzen 2,5 en 3,5 zijn een afspraak." in text


def test_a_page_tells_how_it_was_computed_without_bounds_that_it_shows_nothing_of(
    report_of: Callable[..., Report], assessment_of: Callable[..., Assessment]
) -> None:
    told = "\n".join(texts_of(report_of(assessment_of(answers={"m1": 4}), "kort").sections))
    assert "niet statistisch getoetst" in told and "De grenzen" not in told


def test_no_placeholder_of_the_menus_is_left_open(content: Content, assessment_of: Callable[..., Assessment]) -> None:
    high = dict.fromkeys(content.statements, 5) | {"m6": 1, "b6": 1}
    low = dict.fromkeys(content.statements, 1) | {"m6": 5, "b6": 5}
    for answers in (high, low, dict.fromkeys(content.statements, 3), high | {"m1": 1, "m2": 1, "m3": 1, "m4": 1}):
        text = said(content, assessment_of(answers=answers, municipalities=7), date(2026, 11, 1))
        assert "{" not in text


def test_the_notes_are_numbered_in_the_order_in_which_they_are_read(
    report_of: Callable[..., Report], examples: Path
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        for depth in ("kort", "gewoon"):
            read = list(dict.fromkeys(_notes(report_of(path, depth))))
            assert read == list(range(1, len(read) + 1)), path.name


def _notes(value: Any) -> Iterator[int]:
    if isinstance(value, Line):
        yield from value.notes
    elif isinstance(value, tuple):
        for part in value:
            yield from _notes(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _notes(getattr(value, field.name))
