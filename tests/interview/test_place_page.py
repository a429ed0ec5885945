"""What a room sees first of the place: the drawing stands whole on every screen, and words on it stand below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import READ_ON_KEYS
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.outcome import Outcome
from poolwijzer.report.excerpts import where_you_stand

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
SHORT = ("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12")
HIGH, LOW, MIDDLE = (5, 5, 1, 5, 1, 5, 5, 1, 5, 5), (1, 1, 5, 1, 5, 1, 1, 5, 1, 1), (3,) * 10
BORDER = (*MIDDLE[:5], *HIGH[5:])


def lines(content: Content, assessment: Assessment, width: int, height: int) -> list[str]:
    screen = PageScreen(where_you_stand(Outcome(content, assessment, ON)), Surroundings(), READ_ON_KEYS, "Waar u staat")
    return ["".join(part for _, part in line) for line in screen.lines(width, height)]


@pytest.mark.parametrize("size", [(60, 20), (100, 30), (160, 45)])
@pytest.mark.parametrize("values", [HIGH, LOW, MIDDLE, BORDER])
def test_the_whole_drawing_stands_on_the_first_screen(
    content: Content, assessment_of: Make, values: tuple[int, ...], size: tuple[int, int]
) -> None:
    placed = assessment_of(answers=dict(zip(SHORT, values, strict=True)), estimate={"motivatie": 4, "betrokkenheid": 2})
    shown = lines(content, placed, *size)
    assert len(shown) == size[1]
    frame = [line.lstrip(" 0123456789")[:1] for line in shown]
    assert "┌" in frame and "└" in frame
    assert any("●" in line for line in shown) and any("○" in line for line in shown)


@pytest.mark.parametrize(
    ("estimate", "told"),
    [
        ({}, "Motivatie hoog, betrokkenheid hoog."),
        ({"motivatie": 4, "betrokkenheid": 5}, "Motivatie hoog, betrokkenheid hoog, zoals u schatte."),
        (
            {"motivatie": 1, "betrokkenheid": 5},
            "Motivatie hoog (u schatte: nog laag), betrokkenheid hoog (zoals u schatte).",
        ),
    ],
)
def test_a_line_above_the_drawing_says_how_high_both_axes_are_and_what_was_guessed(
    content: Content, assessment_of: Make, estimate: dict[str, Any], told: str
) -> None:
    placed = assessment_of(answers=dict(zip(SHORT, HIGH, strict=True)), estimate=estimate)
    assert where_you_stand(Outcome(content, placed, ON)).subtitle == told


def test_what_the_strip_between_low_and_high_means_is_told_only_where_an_axis_lies_in_it(
    content: Content, assessment_of: Make
) -> None:
    between = "tussen twee plekken: op een as is het beeld wisselend"
    high = assessment_of(answers=dict(zip(SHORT, HIGH, strict=True)))
    border = assessment_of(answers=dict(zip(SHORT, BORDER, strict=True)))
    assert between not in "\n".join(lines(content, high, 100, 60))
    assert between in "\n".join(lines(content, border, 100, 60))


def test_the_key_question_stands_on_the_same_screen_in_an_ordinary_window(
    content: Content, assessment_of: Make
) -> None:
    placed = assessment_of(answers=dict(zip(SHORT, HIGH, strict=True)), estimate={"motivatie": 4, "betrokkenheid": 2})
    assert any("Hoe richten wij dit in" in line for line in lines(content, placed, 100, 30))
