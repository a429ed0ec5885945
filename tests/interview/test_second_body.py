"""A second body above the municipalities is told and never counted; the name of the first is filled in if certain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import Jump, Reply
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document
from poolwijzer.report.papers.build import make_paper
from poolwijzer.report.texts import texts_of

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
DRENTHE = ["Assen", "Emmen", "Hoogeveen"]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def at_the_body(script: Script, assessment: Assessment, **route: Any) -> State:
    return script.react(script.begin(assessment, Route(**route)), Jump("context:verband:"))


def body(state: State) -> NamedChoice:
    assert state.assessment is not None
    found = state.assessment.context["verband"]
    assert isinstance(found, NamedChoice)
    return found


def test_a_name_that_is_certain_is_filled_in_and_can_be_changed_by_going_back(
    script: Script, assessment_of: Make
) -> None:
    state = script.react(at_the_body(script, assessment_of(municipalities=DRENTHE)), Reply("provincie"))
    assert body(state).name == "de provincie Drenthe"
    assert state.at == "context:thema:"
    assert "de provincie Drenthe" in [line.value for line in script.ask(state).form]
    back = script.react(state, "back")
    assert (back.at, script.ask(back).text) == ("context-name:verband:", "de provincie Drenthe")
    assert body(script.react(back, Reply("de provincies samen"))).name == "de provincies samen"


def test_other_municipalities_bring_another_name_unless_somebody_typed_it(script: Script, assessment_of: Make) -> None:
    state = script.react(at_the_body(script, assessment_of(municipalities=DRENTHE)), Reply("provincie"))
    moved = script.react(script.react(state, Jump("municipalities::")), Reply("Groningen, Westerwolde"))
    assert body(moved).name == "de provincie Groningen"
    both = script.react(script.react(state, Jump("municipalities::")), Reply("Groningen, Assen"))
    assert body(both).name == ""
    typed = script.react(script.react(state, Jump("context-name:verband:")), Reply("onze provincie"))
    kept = script.react(script.react(typed, Jump("municipalities::")), Reply("Groningen"))
    assert body(kept).name == "onze provincie"


def test_a_name_that_nobody_can_know_is_asked(script: Script, assessment_of: Make) -> None:
    state = script.react(at_the_body(script, assessment_of(municipalities=DRENTHE)), Reply("gr"))
    assert state.at == "context-name:verband:"
    elsewhere = assessment_of(municipalities=[*DRENTHE, "Groningen"])
    assert script.react(at_the_body(script, elsewhere), Reply("provincie")).at == "context-name:verband:"
    nobody = script.react(at_the_body(script, elsewhere), Reply("geen"))
    assert nobody.at == "context:thema:" and body(nobody).name == ""


def test_two_bodies_are_typed_at_once_with_a_semicolon(script: Script, assessment_of: Make) -> None:
    state = script.react(at_the_body(script, assessment_of(municipalities=DRENTHE)), Reply("gr"))
    state = script.react(state, Reply("de GR Publiek Vervoer;  de RES-regio Drenthe "))
    assert (body(state).name, body(state).also) == ("de GR Publiek Vervoer", "de RES-regio Drenthe")
    name = script.react(state, Jump("context-name:verband:"))
    assert script.ask(name).text == "de GR Publiek Vervoer; de RES-regio Drenthe"
    assert body(script.react(name, Reply("de GR Publiek Vervoer"))).also == ""


def test_with_more_time_the_second_body_is_asked_apart_and_may_be_skipped(script: Script, assessment_of: Make) -> None:
    state = at_the_body(script, assessment_of(municipalities=DRENTHE), full=True)
    state = script.react(state, Reply("provincie"))
    assert (state.at, script.ask(state).title) == (
        "context-also:verband:",
        "Is er nog een samenwerking die meedoet?",
    )
    assert script.react(state, "next").at == "context:thema:"
    said = script.react(state, Reply("de RES-regio Drenthe"))
    assert (body(said).name, body(said).also) == ("de provincie Drenthe", "de RES-regio Drenthe")
    name = script.react(said, Jump("context-name:verband:"))
    assert script.ask(name).text == "de provincie Drenthe"
    assert body(script.react(name, Reply("de provincie"))).also == "de RES-regio Drenthe"


def test_a_second_body_is_told_in_report_paper_and_json_and_changes_nothing_else(
    content: Content, assessment_of: Make
) -> None:
    answers = dict.fromkeys(("m2", "m16", "m3", "b2", "b9", "b11", "b12"), 5)
    given = {"municipalities": DRENTHE, "answers": answers}
    first = {"kind": "provincie", "name": "de provincie Drenthe"}
    one = Outcome(content, assessment_of(context={"verband": first}, **given), ON)
    two = Outcome(content, assessment_of(context={"verband": {**first, "also": "[b]de RES[/b]"}}, **given), ON)
    told = "\n".join(texts_of(build_report(two, version="1", depth="gewoon").sections))
    assert "de provincie Drenthe; ook doet mee: [b]de RES[/b]" in told
    assert told.replace("; ook doet mee: [b]de RES[/b]", "") == "\n".join(
        texts_of(build_report(one, version="1", depth="gewoon").sections)
    )
    data, before = document(two, "1"), document(one, "1")
    assert data["initiative"].pop("bodies") == ["de provincie Drenthe", "[b]de RES[/b]"]
    assert before["initiative"].pop("bodies") == ["de provincie Drenthe"]
    assert data == before
    assert "[b]de RES[/b]" in "\n".join(texts_of(make_paper(two, "checklist").sections))


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.text(min_size=1, max_size=30))
def test_whatever_is_typed_for_a_second_body_is_read_back_as_it_was(
    content: Content, assessment_of: Make, typed: str
) -> None:
    script = Script(content, ON)
    state = at_the_body(script, assessment_of(municipalities=DRENTHE), full=True)
    state = script.react(script.react(state, Reply("provincie")), Reply(typed))
    assert state.assessment is not None
    read = parse_assessment(dump_assessment(state.assessment), "proef.yaml", content).assessment
    assert dump_assessment(read) == dump_assessment(state.assessment)
    assert (state.assessment.format_used() == 2) is bool(body(state).also)
