"""What keys make of a session that is led."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.lead.course import Course, begin
from poolwijzer.workshop.lead.pressing import KEYS, Ask, Hold, keys_at, press
from poolwijzer.workshop.session import Session
from tests.workshop.a_room import PLAN, make_room


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Session:
    return read_session(make_room(tmp_path_factory.mktemp("room"), content), content)


@pytest.mark.parametrize("key", ["enter", "right", "pagedown"])
def test_a_clicker_and_an_arrow_go_on_and_back(session: Session, key: str) -> None:
    there = press(key, begin(PLAN.minutes, 0), session, 1).course
    assert there.part == "acquaintance"
    for back in ("left", "pageup"):
        assert press(back, there, session, 2).course.part == "introduction"


@pytest.mark.parametrize(
    ("key", "ask"),
    [("1", Hold("groep-1")), ("4", Hold("groep-4")), ("?", "help"), ("q", "stop"), ("Q", "stop"), ("i", "add")],
)
def test_some_keys_ask_for_something_beside_the_screen(session: Session, key: str, ask: Ask) -> None:
    assert press(key, begin(PLAN.minutes, 0), session, 1).ask == ask


def test_keys_that_do_nothing_now_say_why(session: Session) -> None:
    course = begin(PLAN.minutes, 0)
    assert "het laatste deel" in press("p", course, session, 0).said
    assert press("5", course, session, 0).said == "Groep 5 is er niet."
    assert press("b", course, session, 0).said == "Groep 11 is er niet."
    assert "doet hier niets" in press("x", course, session, 0).said
    assert press("left", course, session, 0).said == "Dit is het eerste deel."
    last = Course("plenary", 0, begun=True)
    assert press("enter", last, session, 0).said == "Dit is het laatste deel."
    assert press("p", last, session, 0).ask == "plenary"
    assert "bij de inleiding" in press("i", last, session, 0).said


def test_space_stops_the_clock_and_signs_give_minutes(session: Session) -> None:
    course = begin(PLAN.minutes, 0)
    assert press("space", course, session, 5).course.paused
    assert press("+", course, session, 5).course.length(PLAN.minutes) == 16
    assert press("-", course, session, 5).course.length(PLAN.minutes) == 14


def test_no_key_means_two_things() -> None:
    presses = [press for key in KEYS.values() for press in key.presses if not press.isupper()]
    assert len(presses) == len(set(presses))
    assert all(key.told and key.shown and key.short for key in keys_at(Course()).values())
