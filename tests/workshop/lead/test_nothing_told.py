"""Whatever the files of groups hold: before the plenary the screen tells no place, no answer, and nothing of these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment, Choice, Estimate, Highlights, KeyQuestion
from poolwijzer.content.content import Content
from poolwijzer.report.data import json_bytes
from poolwijzer.workshop.group_file import first_assessment
from poolwijzer.workshop.lead.course import Course
from poolwijzer.workshop.lead.lead_screen import LeadScreen
from poolwijzer.workshop.lead.pressing import keys_at
from poolwijzer.workshop.lead.progress import how_far
from poolwijzer.workshop.lead.seen import Seen
from poolwijzer.workshop.lead.status import status_data
from poolwijzer.workshop.lead.told import tell_all, tell_news
from poolwijzer.workshop.lead.view import LeadView, view_of
from poolwijzer.workshop.plan import PARTS
from poolwijzer.workshop.session import Group, Session
from tests.workshop.a_room import DAY, PLAN

SECRET = "GEHEIM"
OWN = st.sampled_from(["", SECRET, f"{SECRET} [x] <b>=1+1 🙂\u202e"])


@st.composite
def assessments(draw: st.DrawFn, content: Content, name: str) -> Assessment:
    points = st.integers(1, 5)
    answers = {
        statement: Answer(value=draw(st.one_of(points, st.just("weet-niet"))), note=draw(OWN))
        for statement in content.statements
        if draw(st.booleans())
    }
    place = st.builds(Fraction, st.integers(2, 10), st.just(2))
    dots = draw(st.lists(st.tuples(place, place), max_size=3))
    own = {axis: draw(place) for axis in content.typology.axes} if draw(st.booleans()) else {}
    choices = {
        component: Choice(
            options=tuple(list(one.options)[:1]), other=tuple(filter(None, [draw(OWN)])), consideration=draw(OWN)
        )
        for component, one in content.components.items()
        if draw(st.booleans())
    }
    parts: dict[str, Any] = {
        "answers": answers,
        "estimate": Estimate.model_validate({**own, "dots": tuple(dots)}),
        "choices": choices,
        "key_question": KeyQuestion(answer=draw(OWN)),
        "highlights": Highlights(striking=draw(OWN)),
        "needs": tuple(filter(None, [draw(OWN)])),
    }
    return first_assessment(PLAN, name).model_copy(update=parts)


def seen_with(content: Content, saved: dict[str, Assessment]) -> Seen:
    numbers = PLAN.numbers()
    groups = [
        Group(name, numbers[name], plan, PLAN.initiatives[plan.initiative], Path(f"{name}.yaml"), "whole", saved[name])
        for name, plan in PLAN.groups.items()
    ]
    return Seen(Session(Path(), PLAN, tuple(groups)), tuple(how_far(group, content, DAY) for group in groups))


def told(seen: Seen, course: Course) -> Iterator[str]:
    """All that is told of a session: on screens of every size, in lines, as news, and as data."""
    view = view_of(course, seen, 0, DAY, UTC)
    nothing = LeadView("", "", "", 0, "", False, False, "", (), (), (), ())
    yield from (*tell_all(view), *tell_news(nothing, view))
    yield json_bytes(status_data(course, seen, 0)).decode()
    screen = LeadScreen(lambda: view, lambda: list(keys_at(course).values()), lambda _: None)
    for width, height in ((40, 12), (80, 24), (160, 48)):
        yield from ("".join(part for _, part in line) for line in screen.lines(width, height))


def results_in(content: Content) -> set[str]:
    """What a group finds out about itself: places, levels, and questions that go with a place."""
    places = content.typology.quadrants.values()
    questions = (question for place in places for question in (place.key_question, place.plain_question))
    return {*(place.title for place in places), *content.typology.levels.values(), *questions}


@settings(max_examples=16)
@given(st.data())
def test_no_place_no_level_no_key_question_and_no_own_word_is_told(content: Content, data: st.DataObject) -> None:
    saved = {name: data.draw(assessments(content, name)) for name in PLAN.groups}
    seen = seen_with(content, saved)
    for part in PARTS:
        words = "\n".join(told(seen, Course(part, 0.0, begun=True)))
        assert SECRET not in words
        assert not [found for found in results_in(content) if found.lower() in words.lower()]


@settings(max_examples=16)
@given(st.data())
def test_other_answers_to_the_same_questions_show_the_same_screen(content: Content, data: st.DataObject) -> None:
    saved = {name: data.draw(assessments(content, name)) for name in PLAN.groups}
    turned = {name: one.model_copy(update={"answers": turn(one, data)}) for name, one in saved.items()}
    course = Course("analysis", 0.0, begun=True)
    assert list(told(seen_with(content, saved), course)) == list(told(seen_with(content, turned), course))


def turn(assessment: Assessment, data: st.DataObject) -> dict[str, Answer]:
    given = {name: data.draw(st.sampled_from([1, 2, 3, 4, 5, "weet-niet"])) for name in assessment.answers}
    return {name: Answer.model_validate({"value": value}) for name, value in given.items()}


@pytest.mark.parametrize("word", ["Samen inrichten", "hoog"])
def test_the_check_above_can_fail(content: Content, word: str) -> None:
    plan = PLAN.model_copy(update={"title": word})
    saved = {name: first_assessment(PLAN, name) for name in PLAN.groups}
    seen = seen_with(content, saved)
    words = "\n".join(told(replace(seen, session=replace(seen.session, plan=plan)), Course()))
    assert [found for found in results_in(content) if found.lower() in words.lower()]
