"""Two to four municipalities: statements are answered with a number of them; with more the numbers stand beside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import AnswerRow, CountHands, Jump, Reply
from poolwijzer.interview.picking import hands_row
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State

Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, date(2026, 12, 1))


def at(script: Script, assessment: Assessment, statement: str) -> State:
    return script.react(script.begin(assessment, Route(full=True)), Jump(f"statement:{statement}:"))


def asked(script: Script, assessment: Assessment, statement: str) -> InterviewQuestion:
    return script.ask(at(script, assessment, statement))


def choices(question: InterviewQuestion) -> dict[str, str]:
    return {item.key: f"{item.label} {item.behind}".strip() for item in question.items}


def words(lines: list[Line]) -> str:
    return "\n".join("".join(part for _, part in line).rstrip() for line in lines)


def test_of_three_municipalities_the_number_is_typed_that_it_holds_for(script: Script, assessment_of: Make) -> None:
    question = asked(script, assessment_of(municipalities=3), "m2")
    assert question.lead == "Voor hoeveel van uw 3 gemeenten geldt dit?"
    assert choices(question) == {"0": "geen", "1": "1 van de 3", "2": "2 van de 3", "3": "alle 3", "w": "weet niet"}
    listing = ListScreen(question, Surroundings())
    assert listing.press("2") == Reply("4")
    assert listing.press("4") is None


def test_a_number_is_kept_as_point_and_as_count(script: Script, assessment_of: Make) -> None:
    state = script.react(at(script, assessment_of(municipalities=3), "m2"), Reply("4"))
    assert state.assessment is not None
    answer = state.assessment.answers["m2"]
    assert (answer.value, answer.count) == (4, (2, 3))
    overview = next(step for step in script.steps(state) if step.ref == "m2").overview_line()
    assert overview.startswith("● 2/3 ")


def test_a_point_that_does_not_exist_cannot_be_chosen(script: Script, assessment_of: Make) -> None:
    state = at(script, assessment_of(municipalities=3), "m2")
    refused = script.react(state, Reply("3"))
    assert refused.assessment == state.assessment
    assert refused.said == "Dit antwoord kan hier niet. Kies 0 tot en met 3, of w voor weet niet."


def test_an_old_answer_on_such_a_point_stays_and_is_shown_in_words(script: Script, assessment_of: Make) -> None:
    state = at(script, assessment_of(municipalities=3, answers={"m2": 3}), "m2")
    question = script.ask(state)
    assert choices(question)["-"] == "ongeveer de helft"
    assert question.chosen == ("3",)
    assert script.react(state, Reply("3")).assessment == state.assessment


def test_one_municipality_is_asked_in_the_form_of_its_own(
    script: Script, content: Content, assessment_of: Make
) -> None:
    question = asked(script, assessment_of(municipalities=1), "m2")
    own = content.statements["m2"].own
    assert own is not None and question.title == own.text
    assert question.lead == "Klopt dit?"
    assert choices(question)["5"] == "ja, helemaal"


def test_with_eight_the_words_stay_with_the_numbers_behind_them(script: Script, assessment_of: Make) -> None:
    question = asked(script, assessment_of(municipalities=8), "m2")
    assert question.lead == "Voor hoeveel van uw gemeenten geldt dit?"
    assert choices(question)["2"] == "een paar (1 tot en met 3)"
    screen = ListScreen(question, Surroundings()).lines(60, 24)
    assert "2 een paar (1 tot en met 3)" in words(screen)
    quiet = [part for line in screen for style, part in line if "quiet" in style]
    assert any("(1 tot en met 3)" in part for part in quiet)


def test_without_a_list_only_the_words_are_known(script: Script, assessment_of: Make) -> None:
    assert choices(asked(script, assessment_of(), "m2"))["2"] == "een paar"


@pytest.mark.parametrize("statement", ["b2", "r1"])
def test_what_is_not_about_a_number_keeps_its_words(script: Script, assessment_of: Make, statement: str) -> None:
    assert choices(asked(script, assessment_of(municipalities=3), statement))["3"] == "voor een deel"


def test_hands_are_counted_for_the_answers_there_are(script: Script, assessment_of: Make) -> None:
    state = at(script, assessment_of(municipalities=3), "m2")
    question = script.ask(state)
    row = hands_row(question, "1 0 5 2")
    assert row == {"1": 1, "2": 0, "4": 5, "5": 2, "weet-niet": 0}
    counted = script.react(state, CountHands(row))
    assert counted.assessment is not None and counted.assessment.answers["m2"].votes == (1, 0, 0, 5, 2)
    assert script.ask(counted).proposed == "4"
    assert "5 keer 2 van de 3" in script.ask(counted).counted[0]
    assert hands_row(question, "1 0 5 2 3 4") is None
    assert script.react(state, CountHands({"3": 1})).assessment is state.assessment


def test_old_hands_for_a_point_that_does_not_exist_are_not_lost(script: Script, assessment_of: Make) -> None:
    state = at(script, assessment_of(municipalities=3, answers={"m2": {"votes": [0, 1, 2, 3, 0]}}), "m2")
    question = script.ask(state)
    assert {item.value: item.hands for item in question.items} == {
        "1": 0,
        "2": 1,
        "3": 2,
        "4": 3,
        "5": 0,
        "weet-niet": 0,
    }
    more = script.react(state, CountHands({"4": 1}))
    assert more.assessment is not None and more.assessment.answers["m2"].votes == (0, 1, 2, 1, 0)
    assert script.ask(more).proposed == "", "that point cannot be answered"


def test_a_row_is_typed_in_the_numbers_of_each_statement(script: Script, assessment_of: Make) -> None:
    """The numbers of municipalities for what is asked of these, and then points of the scale."""
    state = script.begin(assessment_of(municipalities=3), Route())
    state = script.react(state, Jump("statement:m12:"))
    row: Any = ListScreen(script.ask(state), Surroundings()).paste("0 5 4")
    assert row == AnswerRow(("0", "5", "4"))
    after = script.react(state, row)
    assert after.assessment is not None
    assert {name: answer.value for name, answer in after.assessment.answers.items()} == {"m12": 1, "b2": 5, "b9": 4}


def test_when_a_municipality_joins_what_was_counted_before_is_not_told_as_counted_now(
    script: Script, assessment_of: Make
) -> None:
    counted = {"m2": {"value": 4, "of": 3, "yes": 2}}
    state = at(script, assessment_of(municipalities=4, answers=counted), "m2")
    question = script.ask(state)
    assert question.lead == "Voor hoeveel van uw 4 gemeenten geldt dit? Eerder geantwoord: 2 van de 3."
    assert question.chosen == ()
    again = script.react(state, Reply("4"))
    assert again.assessment is not None and again.assessment.answers["m2"].count == (3, 4)


def test_weet_niet_takes_a_count_away_and_keeps_the_note(script: Script, assessment_of: Make) -> None:
    counted = {"m2": {"value": 4, "of": 3, "yes": 2, "note": "Emmen niet."}}
    state = script.react(at(script, assessment_of(municipalities=3, answers=counted), "m2"), Reply("weet-niet"))
    assert state.assessment is not None
    answer = state.assessment.answers["m2"]
    assert (answer.value, answer.count, answer.note) == ("weet-niet", None, "Emmen niet.")
