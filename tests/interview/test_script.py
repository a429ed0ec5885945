from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.placement import place
from poolwijzer.interview.commands import (
    AnswerRow,
    CountHands,
    Jump,
    Keep,
    MarkOption,
    Reply,
    WriteBeside,
)
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def at(state: State) -> str:
    return state.at.rstrip(":")


def after(script: Script, state: State, *commands: Any) -> State:
    for command in commands:
        state = script.react(state, command)
    return state


def begun(script: Script, assessment: Assessment, **route: Any) -> State:
    return script.begin(assessment, Route(**route))


def go_to(script: Script, state: State, key: str) -> State:
    return script.react(state, Jump(key))


# The way through.


def test_a_new_conversation_begins_with_the_name_and_goes_nowhere_without_one(script: Script) -> None:
    state = script.begin(None, Route())
    assert at(state) == "welcome"
    state = script.react(state, "next")
    assert at(state) == "name" and at(script.react(state, "back")) == "welcome"
    assert at(after(script, state, Reply("  "))) == "name"
    assert "naam" in after(script, state, Reply("")).said
    named = after(script, state, Reply("Flexpool"))
    assert named.assessment is not None
    assert named.assessment.initiative.id == "flexpool"
    assert named.assessment.questions == "kort"
    assert at(named) == "municipalities"


def test_the_id_stays_when_the_name_changes(script: Script) -> None:
    state = after(script, script.begin(None, Route()), "next", Reply("Flexpool"), "back", Reply("Een andere naam"))
    assert state.assessment is not None
    assert (state.assessment.initiative.id, state.assessment.initiative.name) == ("flexpool", "Een andere naam")


def test_everything_after_the_name_may_be_skipped(script: Script) -> None:
    state = after(script, script.begin(None, Route()), "next", Reply("Flexpool"))
    for _ in range(100):
        state = script.react(state, "next")
        if at(state) == "end":
            break
    assert at(state) == "end"
    assert state.assessment is not None
    assert not state.assessment.answers and not state.assessment.context and not state.assessment.choices


def test_an_answer_leads_to_the_next_question_that_is_open(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(answers={"m16": 4, "m6": 2}))
    state = go_to(script, state, "statement:m2:")
    assert at(after(script, state, Reply("4"))) == "statement:m3"


def test_going_on_begins_at_the_first_open_question(script: Script, assessment_of: Make) -> None:
    context = {"soort": "beide", "fase": "idee", "verband": {"kind": "provincie", "name": "de provincie"}}
    filled = {"context": {**context, "thema": ["isolatie"]}, "estimate": {"motivatie": 4, "betrokkenheid": 2}}
    assert at(begun(script, assessment_of(municipalities=3, **filled))) == "statement:m2"
    assert at(begun(script, assessment_of(municipalities=3, answers={"m2": 3}, **filled))) == "statement:m16"


def test_when_all_was_answered_it_goes_on_at_the_end(script: Script, content: Content, assessment_of: Make) -> None:
    state = after(script, script.begin(None, Route()), "next", Reply("Flexpool"))
    for _ in range(200):
        if at(state) == "end":
            break
        step = script.step(state)
        reply: Any = {
            "statement": Reply(4),
            "estimate": Reply({"motivatie": 4, "betrokkenheid": 4}),
            "place": "next",
            "municipalities": Reply("Drenthe"),
            "needs": Reply(("sparren of advies",)),
        }.get(step.kind, Reply("tekst"))
        if step.kind == "context":
            first = next(iter(content.context[step.ref].answers))
            reply = Reply((first,) if content.context[step.ref].kind == "choices" else first)
        if step.kind == "component":
            state = script.react(state, MarkOption(next(iter(content.components[step.ref].options)), "gekozen"))
            reply = "next"
        state = script.react(state, reply)
    assert at(state) == "end"
    assert at(begun(script, state.assessment)) == "end"  # type: ignore[arg-type]


def test_all_walks_past_every_question_answered_or_not(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(answers={"m2": 4}), everything=True)
    assert at(state) == "name"
    passed = [at(state)]
    while at(state) != "end":
        state = script.react(state, "next")
        passed.append(at(state))
    assert passed == [step.key.rstrip(":") for step in script.steps(state)]


def test_the_deepening_asks_only_what_was_not_asked_yet(script: Script, assessment_of: Make) -> None:
    short = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)
    state = go_to(script, begun(script, assessment_of(answers=short)), "end::")
    deeper = after(script, state, "next", "deepen")
    assert deeper.route.full
    statements = [step.ref for step in script.steps(deeper) if step.kind == "statement"]
    assert len(statements) == 30
    deeper = go_to(script, deeper, "statement:m8:")
    assert at(after(script, deeper, Reply(3))) == "statement:m13"
    assert at(after(script, deeper, Reply(3), Reply(3))) == "statement:m15"


def test_the_full_list_counts_as_asked_once_all_of_it_was_shown(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of(questions="kort"), full=True), "statement:m2:")
    for _ in range(19):
        state = script.react(state, "next")
    assert state.assessment is not None and state.assessment.questions == "kort"
    state = script.react(state, Reply(4))
    assert state.assessment is not None and state.assessment.questions == "volledig"


# Back, and what changes.


def test_going_back_keeps_later_answers_and_says_what_changed(script: Script, assessment_of: Make) -> None:
    high = dict.fromkeys(("m2", "m16", "m3", "b2", "b9", "b11", "b12"), 5) | {"m6": 1, "m12": 1, "b6": 1}
    state = go_to(script, begun(script, assessment_of(answers=high)), "statement:m16:")
    state = after(script, after(script, go_to(script, state, "place::"), Jump("statement:m2:")), Reply(1))
    assert state.assessment is not None
    assert {name: answer.value for name, answer in state.assessment.answers.items()} == {**high, "m2": 1}
    assert "U hebt uw antwoord aangepast. Motivatie ging iets omlaag." in state.said
    assert "Samen inrichten" in state.said


def test_it_says_when_the_place_moves(script: Script, assessment_of: Make) -> None:
    answers = {"m2": 4, "m16": 4, "m6": 2, "m3": 4, "m12": 3} | {"b2": 5, "b9": 5, "b6": 1, "b11": 5, "b12": 5}
    state = go_to(script, go_to(script, begun(script, assessment_of(answers=answers)), "place::"), "statement:m3:")
    said = script.react(state, Reply(1)).said
    assert "'Samen inrichten'" in said and "'Tussen twee plekken: Samen inrichten en Behoeften ophalen'" in said


def test_answers_about_a_body_that_is_not_there_stop_counting_and_stay(script: Script, assessment_of: Make) -> None:
    context = {"verband": {"kind": "provincie", "name": "de provincie"}}
    state = begun(script, assessment_of(answers={"b2": 4, "b9": 4, "m2": 3}, context=context))
    state = after(script, go_to(script, state, "context:verband:"), Reply("geen"))
    assert state.assessment is not None
    assert set(state.assessment.answers) == {"b2", "b9", "m2"}
    assert "2 antwoorden tellen nu niet mee" in state.said
    state = after(script, go_to(script, state, "context:verband:"), Reply("provincie"))
    assert "2 antwoorden tellen weer mee" in state.said


def test_back_from_the_first_question_stays_there_and_says_so(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "name::")
    assert at(script.react(state, "back")) == "name"
    assert "eerste" in script.react(state, "back").said


def test_leafing_forward_stops_at_every_question(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m2": 4, "m16": 4})), "statement:m2:")
    assert at(script.react(state, "next")) == "statement:m16"


# Answers.


def test_a_row_of_answers_answers_one_statement_each(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    state = script.react(state, AnswerRow(("4", "5", "w", "2", "3")))
    assert state.assessment is not None
    assert {name: answer.value for name, answer in state.assessment.answers.items()} == {
        "m2": 4,
        "m16": 5,
        "m6": "weet-niet",
        "m3": 2,
        "m12": 3,
    }
    assert at(state) == "statement:b2"


def test_a_row_stops_at_what_is_no_answer_and_says_what_was_not_used(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    state = script.react(state, AnswerRow(("4", "9", "2")))
    assert state.assessment is not None and set(state.assessment.answers) == {"m2"}
    assert at(state) == "statement:m16"
    assert "Niet gebruikt: 9 2" in state.said
    too_many = script.react(go_to(script, state, "statement:b12:"), AnswerRow(("4", "5")))
    assert "Niet gebruikt: 5" in too_many.said


@pytest.mark.parametrize("value", [0, 6, "x", "", None, "99999999999", 3.5])
def test_what_is_no_answer_is_refused_with_what_will_do(script: Script, assessment_of: Make, value: Any) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m2": 2})), "statement:m2:")
    refused = script.react(state, Reply(value))
    assert refused.assessment == state.assessment
    if value != "":
        assert "1 tot en met 5" in refused.said


def test_hands_are_votes_and_the_group_still_agrees_on_one_value(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    state = script.react(state, CountHands({"2": 1, "3": 2, "4": 5, "5": 1}))
    assert at(state) == "statement:m2"
    state = script.react(state, Reply(4))
    assert state.assessment is not None
    answer = state.assessment.answers["m2"]
    assert (answer.value, answer.votes) == (4, (0, 1, 2, 5, 1))


def test_the_answer_with_most_hands_is_proposed_and_answers_nothing(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    counted = script.react(state, CountHands({"1": 4, "2": 5, "3": 3}))
    question = script.ask(counted)
    assert question.proposed == "2" and question.chosen == ()
    assert question.counted == (
        "12 handen: 4 geen, 5 een paar, 3 ongeveer de helft. De handen gaan uiteen.",
        "De meeste handen: een paar (5 van de 12). Is de groep het eens?",
    )
    assert script.step(counted).answer is None and script.step(counted).is_open(counted)
    assert script.ask(script.react(state, CountHands({"weet-niet": 3, "2": 1}))).proposed == "weet-niet"


def test_of_two_answers_with_as_many_hands_none_is_proposed(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    question = script.ask(script.react(state, CountHands({"1": 4, "2": 4, "weet-niet": 1})))
    assert question.proposed == ""
    assert question.counted[1] == "Evenveel handen: geen en een paar (elk 4 van de 9). Kies samen één antwoord."


def test_an_answer_stays_whatever_hands_are_counted_after_it(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m2": 4})), "statement:m2:")
    counted = script.react(state, CountHands({"2": 6, "4": 1}))
    question = script.ask(counted)
    assert (question.chosen, question.proposed) == (("4",), "")
    assert question.counted[1] == "De meeste handen: een paar (6 van de 7). Uw antwoord blijft: de meeste."
    assert len(script.ask(script.react(state, CountHands({"4": 6}))).counted) == 1


def test_who_does_not_know_is_the_sixth_number_and_only_where_somebody_does_not(
    script: Script, assessment_of: Make
) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    counted = script.react(state, CountHands({"4": 5, "weet-niet": 2}))
    assert counted.assessment is not None and counted.assessment.answers["m2"].votes == (0, 0, 0, 5, 0, 2)
    again = script.react(counted, CountHands({"weet-niet": 0}))
    assert again.assessment is not None and again.assessment.answers["m2"].votes == (0, 0, 0, 5, 0)
    none = script.react(again, CountHands({"4": 0}))
    assert none.assessment is not None and "m2" not in none.assessment.answers


@pytest.mark.parametrize("beside", ["hands", "note", "both"])
def test_the_first_answer_after_hands_or_a_note_is_no_change(script: Script, assessment_of: Make, beside: str) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m16": 4, "b2": 4})), "statement:m2:")
    if beside != "note":
        state = script.react(state, CountHands({"4": 5, "1": 4}))
    if beside != "hands":
        state = script.react(state, WriteBeside("note", "Niet iedereen."))
    first = script.react(state, Reply("4"))
    assert first.said == "" and at(first) == "statement:m6"
    changed = after(script, first, Jump("statement:m2:"), Reply("1"))
    assert "aangepast" in changed.said


def test_a_note_before_the_answer_is_kept_and_the_statement_stays_open(
    script: Script, content: Content, assessment_of: Make
) -> None:
    state = go_to(script, begun(script, assessment_of()), "statement:m2:")
    noted = script.react(state, WriteBeside("note", "Twee colleges nog niet."))
    assert noted.assessment is not None
    assert (noted.assessment.answers["m2"].value, noted.assessment.answers["m2"].note) == (
        None,
        "Twee colleges nog niet.",
    )
    assert place(noted.assessment, content).axes["motivatie"].answered == 0
    answered = script.react(noted, Reply(5))
    assert answered.assessment is not None and answered.assessment.answers["m2"].note == "Twee colleges nog niet."


def test_options_are_chosen_considered_or_neither(script: Script, content: Content, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "component:verdeling:")
    state = script.react(state, MarkOption("strippenkaart", "gekozen"))
    assert state.assessment is not None and state.assessment.choices["verdeling"].options == ("strippenkaart",)
    state = script.react(state, MarkOption("strippenkaart", "overwogen"))
    assert state.assessment is not None
    assert state.assessment.choices["verdeling"].options == ()
    assert state.assessment.choices["verdeling"].considering == ("strippenkaart",)
    state = script.react(state, MarkOption("strippenkaart", "overwogen"))
    assert state.assessment is not None and "verdeling" not in state.assessment.choices


def test_own_words_and_a_consideration_go_with_a_component(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "component:vorm:")
    state = after(script, state, WriteBeside("other", "Een maatschap"), WriteBeside("consider", "Dat kennen wij."))
    assert state.assessment is not None
    choice = state.assessment.choices["vorm"]
    assert (choice.other, choice.consideration) == (("Een maatschap",), "Dat kennen wij.")


def test_what_was_said_at_the_card_is_not_asked_again_and_can_still_be_gone_to(
    script: Script, assessment_of: Make
) -> None:
    state = go_to(script, begun(script, assessment_of()), "component:vorm:")
    state = script.react(state, MarkOption("bij-provincie", "gekozen"))
    assert at(script.react(state, "next")) == "consideration:vorm"
    said = script.react(state, WriteBeside("consider", "Dat kennen wij."))
    assert at(script.react(said, "next")) == "component:activiteiten"
    assert script.ask(go_to(script, said, "consideration:vorm:")).text == "Dat kennen wij."


def test_considerations_are_not_asked_where_there_is_no_time_and_can_still_be_gone_to(
    script: Script, assessment_of: Make
) -> None:
    left_out = frozenset({"afwegingen"})
    state = go_to(script, begun(script, assessment_of(), left_out=left_out), "component:vorm:")
    state = script.react(state, MarkOption("bij-provincie", "gekozen"))
    assert at(script.react(state, "next")) == "component:activiteiten"
    assert at(go_to(script, state, "consideration:vorm:")) == "consideration:vorm"


def test_several_considerations_stay_on_lines_of_their_own(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "component:vorm:")
    state = script.react(state, WriteBeside("consider", "\r\n  Dat  kennen wij.\r\n\r\nHet kost weinig.\n \n"))
    assert state.assessment is not None
    assert state.assessment.choices["vorm"].consideration == "Dat kennen wij.\n\nHet kost weinig."
    assert script.react(state, WriteBeside("consider", " \n ")).assessment != state.assessment


def test_no_more_than_the_most_and_nothing_beside_none(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "context:behoefte:")
    four = ("uren-voor-uitvoering", "vaste-mensen", "specialisten", "samen-inkopen")
    assert "hooguit 3" in script.react(state, Keep(four)).said
    assert "past niet naast" in script.react(state, Keep(("specialisten", "weten-wij-nog-niet"))).said


def test_a_region_fills_in_its_municipalities_and_the_region(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of()), "municipalities::")
    state = script.react(state, Reply("provincie Drenthe"))
    assert state.assessment is not None
    assert len(state.assessment.initiative.municipalities) == 12
    assert state.assessment.initiative.region == "Drenthe"


def test_a_municipality_that_does_not_exist_is_refused_with_what_may_be_meant(
    script: Script, assessment_of: Make
) -> None:
    state = go_to(script, begun(script, assessment_of()), "municipalities::")
    refused = script.react(state, Reply("Assen, Coevordn"))
    assert "Bedoelde u Coevorden?" in refused.said and at(refused) == "municipalities"
    own = script.react(state, Reply("Voorbeeldstad (30.000)"))
    assert own.assessment is not None and own.assessment.initiative.municipalities[0].population == 30000


@pytest.mark.parametrize("typed", ["1-1-2027", "01-01-2027", "2027-01-01", "1 januari 2027", "1 jan 2027", "1/1/2027"])
def test_a_date_is_read_as_people_write_it(script: Script, assessment_of: Make, typed: str) -> None:
    state = go_to(script, begun(script, assessment_of(context={"fase": "idee"}), full=True), "context:start:")
    state = script.react(state, Reply(typed))
    assert state.assessment is not None and state.assessment.context["start"] == "2027-01-01"


def test_what_is_no_date_or_year_is_refused(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(context={"fase": "idee", "geld": ["provincie"]}), full=True)
    assert "geen datum" in script.react(go_to(script, state, "context:start:"), Reply("straks")).said
    year = go_to(script, state, "until:geld:provincie")
    assert "geen jaar" in script.react(year, Reply("27")).said
    told = script.react(year, Reply("2027"))
    assert told.assessment is not None
    assert told.assessment.model_dump(mode="json")["context"]["geld"] == [{"source": "provincie", "until": 2027}]


def test_a_text_of_more_lines_that_is_left_as_it_was_stays_as_it_was(script: Script, assessment_of: Make) -> None:
    choices = {"vorm": {"options": ["bij-provincie"], "consideration": "Regel een.\nRegel twee."}}
    state = go_to(script, begun(script, assessment_of(choices=choices)), "consideration:vorm:")
    shown = script.ask(state).text
    assert script.react(state, Reply(shown.replace("\n", " \r\n  "))).assessment == state.assessment
    assert script.react(state, Reply(" ".join(shown.split()))).assessment != state.assessment
    one_line = begun(script, assessment_of(highlights={"striking": "Regel een.\nRegel twee."}))
    state = go_to(script, one_line, "highlight:striking:")
    assert script.react(state, Reply("Regel een. Regel twee.")).assessment == state.assessment


def test_emptying_a_text_takes_it_away(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of(agreements=[{"what": "Bellen"}])), "agreement:0:what")
    state = script.react(state, Reply(""))
    assert state.assessment is not None and state.assessment.agreements == ()


def test_hands_are_counted_for_answers_that_are_there_and_no_more_than_fit(script: Script, assessment_of: Make) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m2": 3})), "statement:m2:")
    for counts in ({"6": 1}, {"veel": 1}, {"1": -1}, {"1": 1_000_000}):
        refused = script.react(state, CountHands(counts))
        assert "handen" in refused.said.lower() and refused.assessment is state.assessment
    assert script.react(state, CountHands({})) == state
    assert script.react(state, WriteBeside("other", "iets")).said == "Dat kan bij deze vraag niet."
    name = go_to(script, state, "name::")
    assert script.react(name, CountHands({"1": 1})).said == "Dat kan bij deze vraag niet."


def test_a_name_that_is_kept_where_only_another_part_is_asked_leads_on_to_that_part(script: Script) -> None:
    state = script.react(script.begin(None, Route(part="menu")), Keep("Flexpool"))
    assert at(state) == script.steps(state)[0].key.rstrip(":") == "context:behoefte"


def test_stopping_stops_and_keeps_all(script: Script, assessment_of: Make) -> None:
    state = begun(script, assessment_of(answers={"m2": 4}))
    stopped = script.react(state, "stop")
    assert stopped.stopped and stopped.assessment == state.assessment


# Whatever happens.


@cache
def menus() -> Content:
    return load_menus(None)


def commands() -> st.SearchStrategy[Any]:
    content = menus()
    texts = st.text(max_size=12) | st.sampled_from(
        ["", "Assen, Emmen", "provincie Drenthe", "2027", "1-1-2027", "weet-niet"]
    )
    ids = st.sampled_from(
        [*content.options, *(name for question in content.context.values() for name in question.answers), "geen"]
    )
    numbers = st.sampled_from([0, 1, 3, 5, 6])
    estimate = st.fixed_dictionaries({"motivatie": st.integers(0, 6), "betrokkenheid": st.integers(1, 5)})
    value = st.one_of(numbers, numbers, texts, ids, st.lists(ids, max_size=3).map(tuple), estimate, st.none())
    keys = st.sampled_from([step.key for step in Script(content, ON).steps(full_state())])
    return st.one_of(
        value.map(Reply),
        value.map(Reply),
        value.map(Keep),
        st.lists(st.sampled_from(["1", "4", "w", "9"]), max_size=4).map(lambda row: AnswerRow(tuple(row))),
        st.builds(MarkOption, ids, st.sampled_from(["gekozen", "overwogen"])),
        st.builds(WriteBeside, st.sampled_from(["note", "dots", "other", "consider"]), texts),
        st.dictionaries(st.sampled_from(["0", "1", "4", "5", "weet-niet"]), st.integers(-1, 9)).map(CountHands),
        (keys | texts).map(Jump),
        st.sampled_from(["next", "next", "next", "back", "undo", "closing", "deepen"]),
    )


def full_state() -> State:
    script = Script(menus(), ON)
    return after(script, script.begin(None, Route(full=True)), "next", Reply("Proef"))


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(st.deferred(commands), max_size=25), st.booleans(), st.booleans())
def test_any_sequence_of_commands_ends_in_a_valid_state_and_a_file_that_loads(
    row: list[Any], full: bool, named: bool
) -> None:
    script = Script(menus(), ON)
    state = script.begin(None, Route(full=full))
    if named:
        state = after(script, state, "next", Reply("Proef"))
    for command in row:
        before = state
        state = script.react(state, command)
        assert state.at in [step.key for step in script.steps(state)]
        assert script.ask(state).title
        if before.assessment is not None:
            assert state.assessment is not None
            assert state.assessment.initiative.id == before.assessment.initiative.id
    assert all(step.overview_line().strip() for step in script.steps(state))
    if state.assessment is not None:
        reading = parse_assessment(dump_assessment(state.assessment), "proef.yaml", menus())
        assert dump_assessment(reading.assessment) == dump_assessment(state.assessment)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(["1", "2", "3", "4", "5", "w"]), min_size=1, max_size=10), st.integers(1, 9))
def test_going_back_and_forth_loses_no_answer(row: list[str], back: int) -> None:
    script = Script(menus(), ON)
    state = after(script, script.begin(None, Route()), "next", Reply("Proef"))
    state = script.react(script.react(state, Jump("statement:m2:")), AnswerRow(tuple(row)))
    answers = state.assessment.answers if state.assessment else {}
    for _ in range(back):
        state = script.react(state, "back")
    for _ in range(back):
        state = script.react(state, "next")
    assert state.assessment is not None and state.assessment.answers == answers


# Undoing, and going to the end.


def test_undoing_brings_back_the_last_answer_with_its_old_note_at_its_own_question(
    script: Script, assessment_of: Make
) -> None:
    before = assessment_of(answers={"m2": {"value": 2, "note": "uit de brief"}})
    state = go_to(script, begun(script, before), "statement:m2:")
    state = after(script, state, Reply("5"), Reply("1"))
    once = script.react(state, "undo")
    assert at(once) == "statement:m16" and once.assessment is not None and "m16" not in once.assessment.answers
    twice = script.react(once, "undo")
    assert at(twice) == "statement:m2" and twice.assessment is not None
    assert (twice.assessment.answers["m2"].value, twice.assessment.answers["m2"].note) == (2, "uit de brief")
    assert "Er is geen antwoord" in script.react(twice, "undo").said


def test_the_name_with_which_all_begins_is_not_undone(script: Script) -> None:
    state = after(script, script.begin(None, Route()), "next", Reply("Flexpool"), "undo")
    assert state.assessment is not None and "Er is geen antwoord" in state.said


def test_the_end_is_a_key_away_with_what_there_is(script: Script, assessment_of: Make) -> None:
    state = script.react(begun(script, assessment_of(answers={"m2": 4})), "closing")
    assert script.step(state).stage == "afronden"
    assert state.assessment is not None and state.assessment.answers["m2"].value == 4


def test_who_went_to_the_end_goes_back_to_where_that_was(script: Script, assessment_of: Make) -> None:
    begin = go_to(script, begun(script, assessment_of(answers={"m2": 4})), "statement:m3:")
    state = script.react(begin, "closing")
    assert "weer waar u was" in state.said
    assert at(script.react(state, "back")) == at(begin)
    again = script.react(state, "closing")
    assert at(again) == at(state) and "al bij het einde" in again.said
    assert at(script.react(again, "back")) == at(begin)
    onward = after(script, state, Reply("Een brief"), "back")
    assert at(onward) == at(state) and at(script.react(onward, "back")) == at(begin)
    elsewhere = after(script, go_to(script, state, "statement:m16:"), Jump(at(state)), "back")
    assert at(elsewhere) != at(begin)


def test_lines_stay_lines_and_stand_on_one_line_where_there_is_room_for_one(
    script: Script, assessment_of: Make
) -> None:
    state = go_to(script, begun(script, assessment_of(answers={"m2": {"value": 4, "note": "oud"}})), "statement:m2:")
    noted = script.react(state, WriteBeside("note", " een \r\n\n twee\n"))
    assert noted.assessment is not None and noted.assessment.answers["m2"].note == "een\n\ntwee"
    assert script.ask(noted).note == "een / twee"
    back = script.react(noted, "undo")
    assert back.assessment is not None and back.assessment.answers["m2"].note == "oud"


def test_the_answer_of_the_group_may_be_of_several_lines(script: Script, assessment_of: Make) -> None:
    answers = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)
    state = go_to(script, begun(script, assessment_of(answers=answers)), "place::")
    state = go_to(script, script.react(state, "next"), "key-question::")
    assert script.ask(state).lines
    kept = script.react(state, Keep("Eén team.\nWij sturen."))
    assert kept.assessment is not None and kept.assessment.key_question.answer == "Eén team.\nWij sturen."
    assert script.step(kept).overview_line().endswith(": Eén team. / Wij sturen.")
    assert script.ask(kept).text == "Eén team.\nWij sturen."


def test_a_text_of_more_than_a_book_is_refused_before_the_file_grows_too_large_to_open(
    script: Script, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("statement:m2:"))
    for text in ("x" * 10_001, "regel\n" * 2_000):
        after = script.react(state, WriteBeside("note", text))
        assert after.assessment is state.assessment
        assert after.said.startswith("Deze tekst heeft 1") and after.said.endswith("Kort de tekst in.")
    after = script.react(state, WriteBeside("note", "x" * 10_000))
    assert after.assessment and after.assessment.answers["m2"].note == "x" * 10_000


def test_an_answer_that_nobody_settled_on_is_asked_with_that_answer_proposed(
    script: Script, assessment_of: Make
) -> None:
    taken = {"value": 4, "agreed": False, "votes": [0, 1, 2, 7, 1]}
    state = go_to(script, begun(script, assessment_of(answers={"m2": taken})), "statement:m2:")
    question = script.ask(state)
    assert script.step(state).is_open(state)
    assert (question.chosen, question.proposed) == ((), "4")
    assert question.counted[0] == "Nog niet afgesproken. Uit de telling kwam: de meeste. Is de groep het eens?"
    assert question.counted[1].startswith("11 handen: 1 een paar")

    for reply in (4, 2, "weet-niet"):
        after = script.react(state, Reply(reply))
        assert after.assessment is not None
        answer = after.assessment.answers["m2"]
        assert (answer.value, answer.agreed, answer.votes) == (reply, True, (0, 1, 2, 7, 1))
    counted = script.react(state, CountHands({"2": 9})).assessment
    assert counted is not None, "what was taken from another count goes with it"
    assert counted.answers["m2"].value is None and counted.answers["m2"].agreed


def test_a_note_settles_nothing(script: Script, assessment_of: Make) -> None:
    taken = {"value": 4, "agreed": False}
    state = go_to(script, begun(script, assessment_of(answers={"m2": taken})), "statement:m2:")
    noted = script.step(state).put_beside("note", "zie brief")
    assert (noted.answers["m2"].value, noted.answers["m2"].agreed) == (4, False)
