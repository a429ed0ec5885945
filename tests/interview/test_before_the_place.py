"""Until the group has seen together where it stands, nothing tells a place or a change of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.interview.commands import AnswerRow, Jump, MarkOption, Reply, WriteBeside
from poolwijzer.interview.question import explain_question
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.report.excerpts import about_option
from poolwijzer.report.texts import texts_of

ON = date(2026, 11, 24)
ASKS = "Hoe hoog is de basis"
"""What an option of the menu card asks, which tells no level."""
Make = Callable[..., Assessment]


@cache
def script() -> Script:
    return Script(load_menus(None), ON)


@cache
def telling(content: Content) -> re.Pattern[str]:
    """The titles of places, the words for how high an axis is, and the words for a change of these."""
    typology = content.typology
    titles = [quadrant.title for quadrant in typology.quadrants.values()]
    told = (
        *titles,
        typology.middle.title,
        "Tussen twee plekken",
        *typology.levels.values(),
        "iets omhoog",
        "iets omlaag",
    )
    return re.compile(rf"\b({'|'.join(map(re.escape, told))})\b")


def shown(state: State) -> Iterator[str]:
    """Every text that a person can read at a state without asking for the outcome."""
    step, question = script().step(state), script().ask(state)
    yield state.said
    yield question.progress
    yield from (part for line in question.form for part in (line.label, line.value))
    yield from (other.overview_line() for other in script().steps(state) if other.kind != "estimate")
    if isinstance(step, PageStep):
        report = step.page(state, script().steps(state), "proef.yaml", "")
        yield from (report.title, *texts_of(report.sections))
        return
    if question.shape == "card" and (told := script().told(state)):
        about = texts_of(about_option(told, question.items[0].value).sections)
        yield from (text.replace(ASKS, "") for text in about)
    explained = explain_question(question)
    yield from (*texts_of(explained.sections), question.title, question.lead, question.introduction, question.note)
    yield from (*question.beside, question.memory, question.evidence)
    for item in question.items:
        yield from (item.label, item.behind, item.standing, item.verdict, item.reason)


def moves() -> st.SearchStrategy[list[Any]]:
    """A few commands that belong together, none of which shows the place."""
    content = script().content
    full = script().react(script().react(script().begin(None, Route(full=True)), "next"), Reply("Proef"))
    keys = [step.key for step in script().steps(full) if step.kind not in ("place", "key-question")]
    statements = st.sampled_from([key for key in keys if key.startswith("statement")])
    asked = [(f"context:{name}:", one) for name, question in content.context.items() for one in question.answers]
    components = [(f"component:{content.component_of[name]}:", name) for name in content.options]
    estimate = st.fixed_dictionaries({"motivatie": st.integers(1, 5), "betrokkenheid": st.integers(1, 5)})
    one = st.one_of(
        st.tuples(statements.map(Jump), st.integers(1, 5).map(Reply)),
        st.tuples(statements.map(Jump), st.integers(1, 5).map(Reply)),
        st.sampled_from(asked).map(lambda pair: (Jump(pair[0]), Reply(pair[1]), Reply((pair[1],)))),
        st.sampled_from(components).map(lambda pair: (Jump(pair[0]), MarkOption(pair[1], "gekozen"))),
        st.tuples(st.just(Jump("estimate::")), estimate.map(Reply)),
        st.builds(WriteBeside, st.sampled_from(["note", "consider", "other"]), st.just("Iets")).map(lambda one: (one,)),
        st.sampled_from(keys).map(lambda key: (Jump(key),)),
        st.sampled_from(["next", "back", "undo", "closing", "deepen"]).map(lambda move: (move,)),
    )
    return st.lists(one, max_size=15).map(lambda found: [command for few in found for command in few])


def test_the_first_agreed_answer_after_hands_or_a_note_is_no_change(assessment_of: Make) -> None:
    before = assessment_of(answers={"m16": {"votes": [0, 1, 2, 5, 1]}, "m6": {"note": "Twee nog niet."}})
    for shown_before in (False, True):
        state = script().begin(before, Route())
        state = script().react(script().react(state, Jump("place::")), "next") if shown_before else state
        for statement in ("m16", "m6"):
            state = script().react(script().react(state, Jump(f"statement:{statement}:")), Reply(4))
            assert state.said == ""
        again = script().react(script().react(state, Jump("statement:m6:")), Reply(2))
        assert again.said.startswith("U hebt uw antwoord aangepast.")


Room = Literal["", "looks-on", "plenary"]


def test_a_group_that_a_room_looked_at_sees_its_place_in_the_plenary_before_the_key_question(
    assessment_of: Make,
) -> None:
    whole = assessment_of(answers=dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4))
    whole = whole.model_copy(update={"needs": ("sparren of advies",)})

    def kinds(room: Room) -> list[str]:
        return [step.kind for step in script().steps(script().begin(whole, Route(room=room)))]

    assert "place" not in kinds("looks-on")
    assert "key-question" not in kinds("looks-on")
    state = script().begin(whole, Route(room="plenary"))
    while script().step(state).kind != "place":
        state = script().react(state, "next")
    kinds_left = []
    while script().step(state).kind != "end":
        kinds_left.append(script().step(state).kind)
        state = script().react(state, "next")
    assert "key-question" in kinds_left
    assert script().place_shown(script().begin(whole, Route()))
    assert not script().place_shown(script().begin(whole, Route(room="plenary")))


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["1", "3", "5", "w"]), min_size=10, max_size=10), st.deferred(moves), st.booleans())
def test_while_a_room_looks_on_nothing_ever_tells_the_place(answers: list[str], row: list[Any], resumed: bool) -> None:
    route = Route(room="looks-on")
    state = script().react(script().react(script().begin(None, route), "next"), Reply("Proef"))
    for command in [Jump("statement:m2:"), AnswerRow(tuple(answers)), *row, Jump("place::"), Jump("end::")]:
        state = script().react(state, command)
        if resumed:
            state = script().begin(state.assessment, route)
        assert not script().place_shown(state)
        if not state.at.startswith(("estimate", "places")):
            told = [text for text in shown(state) if telling(script().content).search(text)]
            assert not told, (state.at, told)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.sampled_from(["1", "3", "5", "w"]), min_size=9, max_size=9),
    st.deferred(moves),
    st.booleans(),
    st.booleans(),
)
def test_nothing_that_people_read_tells_the_place_before_it_was_shown(
    answers: list[str], row: list[Any], full: bool, menu_first: bool
) -> None:
    state = script().react(script().react(script().begin(None, Route(full=full)), "next"), Reply("Proef"))
    assert state.assessment is not None
    if menu_first:
        state = script().react(script().react(state, Jump("context:fase:")), Reply("draait"))
    for command in [Jump("statement:m2:"), AnswerRow(tuple(answers)), *row, Jump("end::")]:
        after = script().react(state, command)
        if script().place_shown(after):
            continue  # as if that had not been asked for
        state = after
        # There the places are told as what they are, and not as where the group stands.
        if not state.at.startswith(("estimate", "places")):
            told = [text for text in shown(state) if telling(script().content).search(text)]
            assert not told, (state.at, told)
