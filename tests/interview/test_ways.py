"""The way that a conversation takes: by how far the initiative is, and by what the place needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import AnswerRow, Jump, MarkOption, Reply, WriteBeside
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.report.advice_words import AdviceWords

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
BEFORE = {"municipalities": ["Assen", "Emmen", "Hoogeveen", "Coevorden", "Meppel"]}
HIGH, LOW = ("5", "5", "1", "5", "1"), ("1", "1", "5", "1", "5")
CALLED_HIGH, CALLED_LOW = ("5", "5", "1", "5", "5"), ("1", "1", "5", "1", "1")

ALL_BUT_ONE = CALLED_HIGH[:-1]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def after(script: Script, state: State, *commands: Any) -> State:
    for command in commands:
        state = script.react(state, command)
    return state


def keys(script: Script, state: State) -> list[str]:
    return [step.key for step in script.steps(state)]


def begun(script: Script, assessment: Assessment, **route: Any) -> State:
    return script.begin(assessment, Route(**route))


def answered(script: Script, state: State, motivatie: tuple[str, ...], betrokkenheid: tuple[str, ...]) -> State:
    """The state with all ten statements answered, at what comes behind them."""
    return after(script, state, Jump("statement:m2:"), AnswerRow((*motivatie, *betrokkenheid)))


# The menu card first.


def test_a_card_that_comes_first_is_ordered_by_the_own_estimate_and_says_so(
    script: Script, assessment_of: Make
) -> None:
    state = begun(script, assessment_of(context={"fase": "draait"}, **BEFORE), menu_first=True)
    order = keys(script, state)
    assert order.index("estimate::") < order.index("component:financiering:") < order.index("statement:m2:")
    state = script.react(state, Jump("component:vorm:"))
    assert script.ask(state).introduction == (
        "Er is nog geen plek. De volgorde op deze kaart volgt alleen uit uw situatie."
    )
    state = after(
        script, state, Jump("estimate::"), Reply({"motivatie": 1, "betrokkenheid": 5}), Jump("component:vorm:")
    )
    assert script.ask(state).introduction == "De volgorde op deze kaart is volgens uw eigen inschatting."


def test_until_the_place_was_shown_the_card_keeps_to_the_own_estimate(script: Script, assessment_of: Make) -> None:
    low = {"estimate": {"motivatie": 1, "betrokkenheid": 1}, **BEFORE}
    by_estimate = after(script, begun(script, assessment_of(**low)), Jump("component:vorm:"))
    state = answered(script, begun(script, assessment_of(**low)), HIGH, ALL_BUT_ONE)
    state = script.react(state, Jump("component:vorm:"))
    assert not state.place_shown
    assert script.ask(state).items == script.ask(by_estimate).items
    shown = after(script, state, Jump("place::"), "next", Jump("component:vorm:"))
    assert script.ask(shown).items != script.ask(by_estimate).items
    assert script.ask(shown).introduction == ""


def test_after_the_statements_a_card_that_came_first_can_be_looked_at_again(
    script: Script, assessment_of: Make
) -> None:
    choices = {"financiering": {"options": ["provincie-direct"]}, "vorm": {"options": ["bij-provincie"]}}
    filled = assessment_of(context={"fase": "draait"}, choices=choices, **BEFORE)
    state = after(script, begun(script, filled, menu_first=True), Jump("card-again::"))
    assert after(script, state, Reply("nee")).at.startswith("agreement")
    again = after(script, state, Reply("ja"))
    passed = []
    while again.at.split(":")[0] in ("context", "component", "consideration", "choices"):
        passed.append(again.at)
        again = script.react(again, "next")
    cards = [step.key for step in script.steps(state) if step.kind == "component"]
    assert [key for key in passed if key.startswith("component")] == cards
    assert again.at.startswith("agreement")
    assert "card-again::" not in keys(script, begun(script, filled))


def test_who_looks_at_the_card_again_is_not_asked_once_more_for_what_they_went_past(
    script: Script, assessment_of: Make
) -> None:
    choices = {"financiering": {"options": ["provincie-direct"]}, "vorm": {"options": ["bij-provincie"]}}
    filled = assessment_of(context={"fase": "draait"}, choices=choices, **BEFORE)
    state = after(script, begun(script, filled, menu_first=True), Jump("component:financiering:"), "next")
    assert state.at == "consideration:financiering:"
    again = after(script, state, "next", Jump("card-again::"), Reply("ja"))
    passed = []
    while not again.at.startswith("agreement"):
        passed.append(again.at)
        again = script.react(again, "next")
    assert "component:financiering:" in passed and "consideration:vorm:" in passed
    assert "consideration:financiering:" not in passed


# Winding down.


def test_who_winds_down_first_sees_the_choices_there_are_and_what_stays(script: Script, assessment_of: Make) -> None:
    choices = {"verdeling": {"options": ["strippenkaart"]}}
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, choices=choices, **BEFORE))
    cards = [key for key in keys(script, state) if key.startswith(("component", "other-choices"))]
    assert cards == ["component:verdeling:", "component:kennisborging:", "component:looptijd:", "other-choices::"]
    first = script.ask(script.react(state, Jump(cards[0])))
    assert first.progress.startswith("Wat blijft en wat stopt")
    assert "wat blijft, wat stopt" in first.introduction
    assert "wat blijft, wat stopt" not in script.ask(script.react(state, Jump(cards[1]))).introduction


def test_the_other_choices_are_one_key_away(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    offered = script.react(state, Jump("other-choices::"))
    assert "nog 4 onderdelen" in script.ask(offered).lead
    assert script.react(offered, Reply("nee")).at.startswith("agreement")
    there = script.react(script.react(offered, Reply("ja")), "next")
    assert there.at.startswith("component")
    walked = []
    while there.at.startswith("component"):
        walked.append(there.at)
        there = script.react(there, "next")
    assert len(walked) == 4 and there.at.startswith("agreement")


def test_what_is_chosen_on_the_way_changes_no_order_and_nothing_comes_twice(
    script: Script, assessment_of: Make
) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    before = [key for key in keys(script, state) if key.startswith("component")]
    state = script.react(state, Jump(before[1]))
    option = script.ask(state).items[0].value
    state = script.react(state, MarkOption(option, "gekozen"))
    assert [key for key in keys(script, state) if key.startswith("component")] == before
    asked = script.react(state, "next")
    assert asked.at.startswith("consideration")
    assert script.react(asked, Reply("Zo is het geregeld")).at == "other-choices::"


def test_the_other_choices_too_show_three_options_first(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    state = script.react(script.react(state, Jump("other-choices::")), Reply("ja"))
    question = script.ask(script.react(state, Jump("component:financiering:")))
    assert len(question.items) > 4 and len(question.first) == 3


def test_the_closing_of_who_winds_down_asks_first_who_tells_whom(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    assert "Wie vertelt het aan wie, en wanneer?" in script.ask(script.react(state, Jump("agreement:0:what"))).lead
    usual = begun(script, assessment_of(context={"fase": "idee"}, **BEFORE))
    assert "vertelt" not in script.ask(script.react(usual, Jump("agreement:0:what"))).lead


def test_who_winds_down_is_not_asked_when_to_begin(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE), full=True)
    assert "context:start:" not in keys(script, state)


def test_a_phase_that_is_missing_or_unknown_keeps_the_usual_way(script: Script, assessment_of: Make) -> None:
    usual = keys(script, begun(script, assessment_of(context={"fase": "idee"}, **BEFORE)))
    assert keys(script, begun(script, assessment_of(**BEFORE))) == usual
    assert keys(script, begun(script, assessment_of(context={"fase": "later-bedacht"}, **BEFORE))) == usual


# The key question.


def test_the_first_steps_stand_beside_the_key_question(script: Script, assessment_of: Make) -> None:
    state = answered(script, begun(script, assessment_of(context={"fase": "idee"}, **BEFORE)), HIGH, CALLED_HIGH)
    question = script.ask(after(script, state, Jump("place::"), Jump("key-question::")))
    assert question.beside[0] == "Eerste stappen die hierbij passen:"
    assert question.beside[1] == "- Vraag per gemeente welk werk blijft liggen, met uren en jaartal."
    assert len(question.beside) == 4


def test_between_two_places_both_are_asked_and_the_first_step_of_both_stands_beside(
    script: Script, assessment_of: Make
) -> None:
    border = ("3", "3", "3", "3", "3")
    state = answered(script, begun(script, assessment_of(context={"fase": "idee"}, **BEFORE)), border, CALLED_HIGH)
    question = script.ask(after(script, state, Jump("place::"), Jump("key-question::")))
    assert "Hoe richten wij dit in" in question.title and "waar zij over twijfelen?" in question.title
    told = " ".join(question.beside)
    assert "Vraag per gemeente welk werk blijft liggen" in told and "Bezoek elke gemeente apart" in told


def test_in_the_middle_the_group_answers_how_it_asks_each_municipality(script: Script, assessment_of: Make) -> None:
    border = ("3", "3", "3", "3", "3")
    state = answered(script, begun(script, assessment_of(context={"fase": "idee"}, **BEFORE)), border, border)
    state = after(script, state, Jump("place::"), Jump("key-question::"))
    question = script.ask(state)
    assert question.title == "Hoe vragen wij elke gemeente wat zij nodig heeft, en waar zij over twijfelt?"
    assert "- Vraag elke gemeente wat zij nodig heeft en waar zij over twijfelt." in question.beside
    said = script.react(state, Reply("Wij bellen ze"))
    assert said.assessment is not None and said.assessment.key_question.answer == "Wij bellen ze"


def test_doubts_that_were_heard_stand_with_the_step_that_asks_for_them(script: Script, assessment_of: Make) -> None:
    state = answered(script, begun(script, assessment_of(context={"fase": "idee"}, **BEFORE)), LOW, CALLED_HIGH)
    state = after(script, state, Jump("place::"), "next")
    assert state.at == "context:twijfel:"
    state = after(script, state, Reply(("kosten", "steun-van-de-raad")))
    assert state.at.startswith("objections")
    state = script.react(state, "next")
    assert state.at == "key-question::"
    assert any("Genoemd zijn al: kosten en steun van de raad." in line for line in script.ask(state).beside)


def test_doubts_that_were_heard_between_two_places_stand_there_too(script: Script, assessment_of: Make) -> None:
    border = ("3", "3", "3", "3", "3")
    heard = assessment_of(context={"fase": "idee", "twijfel": ["kosten"]}, **BEFORE)
    state = answered(script, begun(script, heard), border, CALLED_HIGH)
    told = script.ask(after(script, state, Jump("place::"), Jump("key-question::"))).beside
    assert "- Vraag naar twijfels, naast de behoeften. Genoemd is al: kosten." in told


def test_the_key_question_is_never_seen_before_the_place(script: Script, assessment_of: Make) -> None:
    state = answered(script, begun(script, assessment_of(**BEFORE)), HIGH, ALL_BUT_ONE)
    early = script.react(state, Jump("key-question::"))
    assert early.at == "place::" and "Die ziet u eerst" in early.said
    assert script.react(early, Jump("key-question::")).at == "key-question::"


# Going on with a file.


def test_who_saw_the_place_before_does_not_have_to_see_it_again(script: Script, assessment_of: Make) -> None:
    all_ten = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)
    choices = {"vorm": {"options": ["bij-provincie"]}}
    assert begun(script, assessment_of(answers=all_ten, choices=choices)).place_shown
    assert begun(script, assessment_of(key_question={"answer": "Dit."})).place_shown
    assert not begun(script, assessment_of(answers=all_ten)).place_shown
    agreed = assessment_of(answers={"m2": 4}, agreements=[{"what": "Bellen"}])
    assert not begun(script, agreed).place_shown, "who went to the closing early has not seen it"


def test_a_card_that_was_filled_in_first_does_not_hide_the_place(script: Script, assessment_of: Make) -> None:
    all_ten = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)
    choices = {"vorm": {"options": ["bij-provincie"]}}
    state = begun(script, assessment_of(context={"fase": "draait"}, answers=all_ten, choices=choices))
    assert not state.place_shown


def test_what_the_card_needs_to_know_is_asked_of_who_winds_down_only_before_the_other_choices(
    script: Script, assessment_of: Make
) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    assert "context:behoefte:" not in keys(script, state)
    there = after(script, state, Jump("other-choices::"), Reply("ja"))
    assert there.at == "context:behoefte:"
    choices = {"verdeling": {"options": ["strippenkaart"]}}
    chosen = begun(script, assessment_of(context={"fase": "afbouwen"}, choices=choices, **BEFORE))
    assert script.ask(script.react(chosen, Jump("component:verdeling:"))).items[0].value == "strippenkaart"


def test_a_choice_on_the_card_moves_no_component_so_that_none_is_asked_twice(
    script: Script, assessment_of: Make
) -> None:
    state = begun(script, assessment_of(context={"fase": "afbouwen"}, **BEFORE))
    order = [key for key in keys(script, state) if key.startswith("component:")]
    state = script.react(state, Jump(order[1]))
    state = script.react(state, MarkOption(script.ask(state).items[0].value, "gekozen"))
    assert script.ask(state).chosen
    assert [key for key in keys(script, state) if key.startswith("component:")] == order
    state = after(script, state, "next", Reply("omdat"))
    assert state.at not in order


def test_who_looks_at_everything_again_is_not_asked_for_what_was_said_with_n(
    script: Script, assessment_of: Make
) -> None:
    state = begun(script, assessment_of(**BEFORE), everything=True)
    state = after(script, state, Jump("component:vorm:"), WriteBeside("other", "Iets"), WriteBeside("consider", "Zo"))
    assert not script.react(state, "next").at.startswith("consideration")


def test_one_looks_first_at_what_the_report_names_and_not_at_what_fits_less(
    script: Script, assessment_of: Make
) -> None:
    for phase in ("idee", "opdracht", "draait"):
        for at in (1, 3, 5):
            estimate = {"motivatie": at, "betrokkenheid": 6 - at}
            state = begun(script, assessment_of(**{**BEFORE, "context": {"fase": phase}, "estimate": estimate}))
            for step in script.steps(state):
                question = step.ask()
                told = script.told(state)
                if question.shape != "card" or told is None:
                    continue
                looked = AdviceWords(told).component(step.ref).look_first
                if looked and question.first:
                    assert set(question.first) >= {one.option for one in looked}
                    fits = {item.value: item.sign for item in question.items}
                    assert "minder-passend" not in {fits[name] for name in question.first}
