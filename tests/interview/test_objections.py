"""What a conversation shows behind the question about doubts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import Jump, Keep, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of
from poolwijzer.yamlfile import read_document
from tests.interview.terminal import Terminal

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
QUESTION, PAGE = "context:twijfel:", "objections:twijfel:"
MOST = ("wij-hebben-onze-mensen-al", "geen-tijd-om-mee-te-doen", "angst-voor-herindeling")


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def asked(script: Script, assessment: Assessment) -> State:
    """At the question about doubts."""
    return script.react(script.begin(assessment, Route(full=True)), Jump(QUESTION))


def page(script: Script, state: State) -> Report:
    step = script.step(state)
    assert isinstance(step, PageStep)
    return step.page(state, script.steps(state), "", "")


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


def test_the_reply_to_each_chosen_doubt_shows_behind_the_question_and_the_group_goes_on(
    script: Script, content: Content, assessment_of: Make
) -> None:
    state = script.react(asked(script, assessment_of()), Reply(MOST))
    assert state.at == PAGE
    told = text(page(script, state))
    for doubt in MOST:
        found = content.objections[doubt]
        assert all(words in told for words in (found.says, found.reply, found.ask_back))
        assert found.example.text not in told
    assert told.count("Wij vonden niet of dit antwoord ergens is gebruikt.") == 1
    onward = script.react(state, "next")
    assert onward.at == "context:geregeld:" and onward.assessment == state.assessment
    assert script.react(state, "back").at == QUESTION


def test_doubts_that_are_ticked_one_by_one_are_answered_once_the_group_goes_on(
    script: Script, assessment_of: Make
) -> None:
    state = script.react(asked(script, assessment_of()), Keep(("kosten",)))
    assert state.at == QUESTION
    assert script.react(state, Reply(("kosten",))).at == PAGE


@pytest.mark.parametrize("answer", [("geen",), ("weten-wij-niet",), ()])
def test_where_no_doubt_was_chosen_nothing_comes_between(
    script: Script, assessment_of: Make, answer: tuple[str, ...]
) -> None:
    state = script.react(asked(script, assessment_of()), Reply(answer))
    assert state.at == "context:geregeld:"
    assert PAGE not in {step.key for step in script.steps(state)}


def test_a_doubt_that_is_taken_back_takes_its_reply_away(script: Script, assessment_of: Make) -> None:
    state = script.react(asked(script, assessment_of()), Reply(("kosten", "te-veel-overleg")))
    state = script.react(script.react(state, "back"), Reply(("te-veel-overleg",)))
    assert state.at == PAGE and "extra geld" not in text(page(script, state))


def test_where_the_place_is_about_doubts_these_are_answered_before_the_menu_card(
    script: Script, content: Content, examples: Path
) -> None:
    assessment = read_assessment(examples / "voorbeeldregio-rivierland.yaml", content).assessment
    order = [step.key for step in script.steps(script.begin(assessment, Route()))]
    assert order.index("place::") < order.index(QUESTION) < order.index(PAGE) < order.index("component:financiering:")


def test_who_goes_on_with_a_file_is_not_stopped_at_doubts_that_were_answered_before(
    script: Script, assessment_of: Make
) -> None:
    assessment = assessment_of(context={"twijfel": ["kosten"]})
    state = script.begin(assessment, Route(full=True))
    visited = set()
    while state.at not in visited and not state.at.startswith("end"):
        visited.add(state.at)
        state = script.react(state, "next")
    assert PAGE not in visited and QUESTION not in visited
    assert PAGE in {step.key for step in script.steps(state)}  # and can be read again from the overview


def test_the_page_counts_as_part_of_its_question(script: Script, assessment_of: Make) -> None:
    state = asked(script, assessment_of())
    before = script.ask(state).progress
    assert script.ask(script.react(state, Reply(("kosten",)))).progress == before


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (120, 40)])
def test_the_page_fits_in_the_terminal_and_scrolls_to_its_last_word(
    script: Script, assessment_of: Make, columns: int, rows: int
) -> None:
    state = script.react(asked(script, assessment_of()), Reply(MOST))
    question = script.ask(state)
    screen = PageScreen(page(script, state), Surroundings(), _keys(question.step), question.progress)
    seen = ""
    for _ in range(20):
        lines = ["".join(words for _, words in line) for line in screen.lines(columns, rows)]
        assert len(lines) <= rows and all(len(line) <= columns for line in lines)
        seen += "\n".join(lines)
        screen.press("down")
    seen = " ".join(seen.split())
    assert "Hoort u dit?" in seen and "de opties die helpen." in seen and "Enter verder" in seen


def _keys(step: Any) -> Any:
    return step.keys


@pytest.mark.slow
def test_in_a_terminal_enter_shows_the_replies_and_enter_goes_on(tmp_path: Path) -> None:
    text = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"
    (tmp_path / "proef.yaml").write_text(text, encoding="utf-8")
    with Terminal("assess", "proef.yaml", "--date", "2026-11-24", "--part", "situatie", cwd=tmp_path) as terminal:
        terminal.wait_for("Welke twijfels hoort u bij gemeenten?")
        terminal.press("2", "F")
        terminal.wait_for("[x] al te veel overleg")
        terminal.press("Enter")
        terminal.wait_for(
            "Hoort u dit?",
            "'Dit kost alleen maar extra geld.'",
            "Vraag terug  Welk overleg zou u willen samenvoegen?",
        )
        terminal.press("Enter")
        terminal.wait_for("Wat is al geregeld?")
    assert read_document(tmp_path / "proef.yaml").data["context"]["twijfel"] == ["kosten", "te-veel-overleg"]
