"""The course of a session: its parts and their time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.workshop.lead.course import MINUTE, Course, add_minute, begin, held_parts, move, pause
from poolwijzer.workshop.plan import PARTS, Part, PartMinutes

MINUTES = PartMinutes()


def test_a_session_goes_from_part_to_part_and_never_by_itself() -> None:
    course = begin(MINUTES, 0)
    assert course.left(MINUTES, 20 * MINUTE) == -5 * MINUTE
    assert course.part == "introduction"
    seen: list[Part] = [course.part]
    for now in (1, 2, 3):
        course = move(course, 1, MINUTES, now)
        seen.append(course.part)
    assert seen == list(PARTS)
    assert move(course, 1, MINUTES, 9) == course
    first = begin(MINUTES, 0)
    assert move(first, -1, MINUTES, 5) == first


def test_who_goes_on_too_soon_and_back_finds_the_same_time() -> None:
    course = begin(MINUTES, 100)
    there = move(course, 1, MINUTES, 160)
    back = move(there, -1, MINUTES, 163)
    assert back.left(MINUTES, 163) == 14 * MINUTE
    assert move(back, 1, MINUTES, 170).left(MINUTES, 170) == 5 * MINUTE - 3


def test_a_pause_takes_no_time_and_the_next_part_goes_on_counting() -> None:
    paused = pause(begin(MINUTES, 0), 60)
    assert paused.paused
    assert paused.left(MINUTES, 6000) == 14 * MINUTE
    again = pause(paused, 6000)
    assert not again.paused
    assert again.left(MINUTES, 6060) == 13 * MINUTE
    assert not move(paused, 1, MINUTES, 6000).paused


def test_minutes_are_for_this_part_alone_and_a_part_never_lasts_less_than_nothing() -> None:
    course = add_minute(begin(MINUTES, 0), 1, MINUTES)
    assert course.length(MINUTES) == 16
    there = move(course, 1, MINUTES, 0)
    assert there.length(MINUTES) == 5
    for _ in range(9):
        there = add_minute(there, -1, MINUTES)
    assert there.length(MINUTES) == 0
    assert move(there, -1, MINUTES, 0).length(MINUTES) == 16


def test_a_part_without_minutes_is_passed_by() -> None:
    minutes = PartMinutes(introduction=0, acquaintance=0)
    course = begin(minutes, 0)
    assert course.part == "analysis"
    assert move(course, -1, minutes, 1) == course
    assert move(course, 1, minutes, 1).part == "plenary"
    assert held_parts(PartMinutes(introduction=0, acquaintance=0, analysis=0, plenary=0)) == PARTS


def test_a_clock_that_is_put_back_takes_no_time_away() -> None:
    assert begin(MINUTES, 1000).left(MINUTES, 400) == 15 * MINUTE


@pytest.mark.parametrize("steps", [1, 2])
def test_what_is_not_led_yet_has_all_its_time(steps: int) -> None:
    assert Course().left(MINUTES, 1000 * steps) == 15 * MINUTE
    assert not Course().paused


@given(st.lists(st.tuples(st.sampled_from(["on", "back", "pause", "more", "less"]), st.integers(0, 600)), max_size=30))
def test_all_parts_together_took_as_long_as_went_by_outside_pauses(keys: list[tuple[str, int]]) -> None:
    course, now, still = begin(MINUTES, 0), 0, 0
    for key, wait in keys:
        now += wait
        still += wait if course.paused else 0
        if key == "pause":
            course = pause(course, now)
        elif key in ("more", "less"):
            course = add_minute(course, 1 if key == "more" else -1, MINUTES)
        else:
            course = move(course, 1 if key == "on" else -1, MINUTES, now)
    parts = {**course.spent, course.part: course.passed(now)}
    assert sum(parts.values()) == now - still
    assert all(one <= other for one, other in pairwise([0, *sorted(parts.values())]))
