"""The statements that do not count, what stands out in the answers, and files from before the questions changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.beginning import InterviewOptions, first_state
from poolwijzer.interview.commands import Jump, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.statement import RemarksPage
from tests.interview.test_numbers import words

Make = Callable[..., Assessment]
ON = date(2026, 12, 1)
HIGH = {"m2": 4, "m16": 5, "m6": 4, "m3": 4, "m12": 2, "b2": 2, "b9": 2, "b6": 4, "b11": 2, "b12": 2}
OLD = {"m1": 4, "m2": 4, "m3": 3, "m6": 2, "m7": 3, "b2": 4, "b3": 4, "b4": 3, "b6": 2, "b9": 4}


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def statements(script: Script, assessment: Assessment, **route: Any) -> list[str]:
    return [step.ref for step in script.steps(script.begin(assessment, Route(**route))) if step.kind == "statement"]


def test_twenty_minutes_ask_nothing_that_does_not_count(script: Script, assessment_of: Make) -> None:
    assert statements(script, assessment_of()) == ["m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"]


def test_with_more_time_the_blocks_come_after_the_statements_that_count(script: Script, assessment_of: Make) -> None:
    asked = statements(script, assessment_of(context={"fase": "opdracht"}), full=True)
    assert asked[20:] == ["m1", "m4", "d1", "d2", "b3", "b4", "r1", "r2", "r3", "r4"]


def test_an_idea_is_not_asked_what_is_settled(script: Script, assessment_of: Make) -> None:
    assert statements(script, assessment_of(context={"fase": "idee"}), full=True)[20:] == ["r1", "r2", "r3", "r4"]


@pytest.mark.parametrize("part", ["vastgelegd", "relatie"])
def test_a_block_can_be_asked_on_its_own(script: Script, content: Content, assessment_of: Make, part: str) -> None:
    context = {"fase": "draait", "verband": "provincie"}
    assert statements(script, assessment_of(context=context), part=part) == list(content.blocks[part])


def test_a_block_has_its_title_and_the_first_question_its_introduction(
    script: Script, content: Content, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route(full=True)), Jump("statement:r1:"))
    question = script.ask(state)
    assert question.progress == "Hoe u met elkaar omgaat, 1 van 4"
    assert question.introduction == content.questions.blocks["relatie"].introduction
    screen = words(ListScreen(question, Surroundings()).lines(80, 24))
    assert screen.index("Vier korte vragen over hoe u met elkaar omgaat.") < screen.index("werkten eerder goed samen")
    assert not script.ask(script.react(state, Reply("4"))).introduction


def test_only_what_counts_is_the_full_list(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(questions="kort"), Route(full=True)), Jump("statement:m2:"))
    for _ in range(20):
        state = script.react(state, "next")
    assert state.at == "statement:m1:"
    assert state.assessment is not None and state.assessment.questions == "volledig"


def test_the_municipality_that_cannot_be_missing_comes_with_more_time(script: Script, assessment_of: Make) -> None:
    def asked(**route: Any) -> list[str]:
        return [step.ref for step in script.steps(script.begin(assessment_of(), Route(**route)))]

    assert "onmisbaar" not in asked()
    assert "onmisbaar" in asked(full=True)
    assert "onmisbaar" in asked(part="situatie")


# What stands out.


def to_the_remarks(script: Script, assessment: Assessment) -> State:
    state = script.react(script.begin(assessment, Route()), Jump("statement:b11:"))
    return script.react(script.react(state, Reply("2")), Reply("2"))


def test_what_contradicts_is_told_at_the_end_of_the_statements_and_not_before(
    script: Script, assessment_of: Make
) -> None:
    answers = {name: value for name, value in HIGH.items() if name not in ("b11", "b12")}
    start = assessment_of(answers=answers)
    state = script.react(script.begin(start, Route()), Jump("statement:b11:"))
    first = script.react(state, Reply("2"))
    assert "liever alleen" not in first.said
    page = script.react(first, Reply("2"))
    step = script.step(page)
    assert isinstance(step, RemarksPage)
    report = step.page(page, script.steps(page), "", "")
    assert "liever alleen. Bespreek welke van de twee klopt." in str(report)
    assert script.step(script.react(page, "next")).kind == "place"


def test_where_nothing_stands_out_there_is_no_page(script: Script, assessment_of: Make) -> None:
    answers = {**HIGH, "m6": 2}
    kinds = [step.kind for step in script.steps(script.begin(assessment_of(answers=answers), Route()))]
    assert "remarks" not in kinds


def test_the_page_comes_once_and_again_when_something_else_stands_out(script: Script, assessment_of: Make) -> None:
    page = to_the_remarks(script, assessment_of(answers=HIGH))
    state = script.react(page, "next")
    other = script.react(script.react(state, Jump("statement:b9:")), Reply("5"))
    left = [step for step in script.steps(other) if isinstance(step, RemarksPage)]
    assert [step.is_open(other) for step in left] == [True]
    assert [step.is_open(state) for step in script.steps(state) if isinstance(step, RemarksPage)] == [False]


# Doubts.


@pytest.mark.parametrize(
    ("motivatie", "betrokkenheid", "before_the_card"),
    [(1, 5, True), (3, 5, True), (1, 3, True), (3, 3, True), (5, 5, False), (1, 1, False), (5, 3, False)],
)
def test_doubts_are_asked_right_after_the_place_where_it_is_or_may_be_about_them(
    script: Script, assessment_of: Make, motivatie: int, betrokkenheid: int, before_the_card: bool
) -> None:
    placed = assessment_of(estimate={"motivatie": motivatie, "betrokkenheid": betrokkenheid})
    keys = [step.key for step in script.steps(script.begin(placed, Route()))]
    assert ("context:twijfel:" in keys) is before_the_card
    if before_the_card:
        assert keys.index("place::") < keys.index("context:twijfel:") < keys.index("key-question::")
        assert keys.index("key-question::") < keys.index("component:financiering:")
    full = [step.key for step in script.steps(script.begin(placed, Route(full=True)))]
    assert full.count("context:twijfel:") == 1


# A file of before.


def old_file(tmp_path: Path) -> Path:
    answers = "".join(f"  {name}: {value}\n" for name, value in OLD.items())
    path = tmp_path / "oud.yaml"
    path.write_text(
        "poolwijzer: 1\ninitiative: {id: oud, name: Oud, municipalities: [Assen, Emmen, Hoogeveen]}\n"
        f"questions: kort\nanswers:\n{answers}choices: {{vorm: {{options: [bij-provincie]}}}}\n",
        encoding="utf-8",
    )
    return path


def test_a_file_of_before_is_asked_the_new_statements_first_and_why(
    script: Script, content: Content, tmp_path: Path
) -> None:
    path = old_file(tmp_path)
    state = first_state(path, InterviewOptions(path, ON), script)
    assert "Dit bestand komt uit een eerdere versie van de vragen." in state.said
    assert "Eerst komen er 4 nieuwe stellingen." in state.said
    why = content.typology.changes[-1].new_statement
    passed = []
    for _ in range(4):
        passed.append(state.at)
        assert script.ask(state).introduction == why
        state = script.react(state, Reply("4" if script.ask(state).lead == "Klopt dit?" else "5"))
    assert passed == ["statement:m16:", "statement:m12:", "statement:b11:", "statement:b12:"]
    assert state.at == "context:soort:"  # what was open before
    assert state.assessment is not None
    assert {name: answer.value for name, answer in state.assessment.answers.items() if name in OLD} == OLD
    assert state.assessment.choices["vorm"].options == ("bij-provincie",)


def test_the_place_is_shown_again_once_the_new_statements_are_answered(script: Script, tmp_path: Path) -> None:
    path = old_file(tmp_path)
    state = first_state(path, InterviewOptions(path, ON), script)
    assert any(step.kind == "place" and step.is_open(state) for step in script.steps(state))


def test_who_leafs_through_a_file_of_before_comes_by_everything_once(script: Script, tmp_path: Path) -> None:
    path = old_file(tmp_path)
    state = first_state(path, InterviewOptions(path, ON, Route(everything=True)), script)
    passed = [state.at]
    while state.at != "end::" and len(passed) < 300:
        state = script.react(state, "next")
        passed.append(state.at)
    assert passed == [step.key for step in script.steps(state)]


# At the end.


def test_four_questions_stand_on_one_screen_in_their_order(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(), Route(full=True)), Jump("highlight:course:"))
    question = script.ask(state)
    labels = ["Hoe ging het?", "Wat viel op?", "Wat was een eye-opener?", "Had dit zin?"]
    assert [line.label for line in question.form] == labels
    assert question.title == labels[0]
    for text in ("Goed.", "Veel overlap.", "Iedereen zoekt mensen.", "Ja."):
        state = script.react(state, Reply(text))
    assert state.assessment is not None
    said = state.assessment.highlights
    assert (said.course, said.striking) == ("Goed.", "Veel overlap.")
    assert (said.eye_opener, said.worthwhile) == ("Iedereen zoekt mensen.", "Ja.")
