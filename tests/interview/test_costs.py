"""Three questions about costs in the conversation: what can be said, what is refused, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.costs import KeyKind
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import euros, percentage
from poolwijzer.interview.commands import Jump, Keep, Reply
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.costs import CostsPage, read_contributions
from poolwijzer.interview.steps.step import Refused
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
ON = date(2026, 11, 24)
TWELVE = "Drenthe"
FIXED: KeyKind = "vaste-basis-plus-opslag"


@pytest.fixture
def script(content: Content) -> Script:
    return Script(content, ON)


def at_the_costs(script: Script, assessment: Assessment) -> State:
    """From the last page, with the key that stands there."""
    state = script.react(script.begin(assessment, Route()), Jump("end::"))
    return script.react(state, Jump("costs-total::"))


def answered(script: Script, state: State, *answers: str) -> State:
    for answer in answers:
        state = script.react(state, Reply(answer))
        assert not state.said, state.said
    return state


def page_of(script: Script, state: State) -> str:
    step = script.step(state)
    assert isinstance(step, CostsPage)
    page = step.page(state, script.steps(state), "plan.yaml", "")
    return " ".join((page.title, page.subtitle, *texts_of(page.sections))).replace("\xa0", " ")


def test_three_answers_give_a_first_indication_to_the_cent(script: Script, assessment_of: Make) -> None:
    state = at_the_costs(script, assessment_of())
    state = script.react(script.react(state, Jump("municipalities::")), Reply(TWELVE))
    state = script.react(state, Jump("costs-total::"))
    label = "Vaste basis plus opslag n.a.v. grootte: 10% voor ieder gelijk"
    state = answered(script, state, "1,6 miljoen", "provincie 1/3", label)
    told = page_of(script, state)
    assert "€ 533.333,33" in told and "€ 1.066.666,67" in told
    assert "Emmen € 217.113,69 € 1,99" in told
    assert "Indicatie, zonder btw, inwoners op 1 januari 2024. Geen toezegging." in told
    assert "poolwijzer costs plan.yaml" in told
    assert script.step(script.react(state, "next")).kind == "end"


def test_money_of_the_rijk_goes_off_for_everybody(script: Script, assessment_of: Make) -> None:
    state = at_the_costs(script, assessment_of(municipalities=["Assen", "Emmen"]))
    state = answered(script, state, "1.600.000", "provincie 1/3, rijk 400.000", "Gelijke delen")
    told = page_of(script, state)
    assert "Rijk (inkomsten) € 400.000,00" in told and "Assen € 400.000,00" in told


def test_without_municipalities_the_page_says_what_is_needed(script: Script, assessment_of: Make) -> None:
    assessment = assessment_of(municipalities=[])
    state = answered(script, at_the_costs(script, assessment), "4 ton", "", "Gelijke delen")
    told = page_of(script, state)
    assert "Welke gemeenten meedoen. Zet dit in initiative.municipalities." in told and "Per inwoner" not in told


def test_who_gives_no_amount_is_asked_no_more(script: Script, assessment_of: Make) -> None:
    state = script.react(at_the_costs(script, assessment_of()), Reply(""))
    assert script.step(state).kind == "end" and state.assessment is not None
    assert state.assessment.costs is None


def test_twenty_minutes_have_no_room_for_costs_and_the_deepening_asks_them(script: Script, assessment_of: Make) -> None:
    def asked(**route: object) -> list[str]:
        state = script.begin(assessment_of(), Route(**route))  # type: ignore[arg-type]
        return [step.key for step in script.steps(state) if step.is_open(state) and step.part == "kosten"]

    assert asked() == []
    assert asked(full=True) == asked(part="kosten") == ["costs-total::"]


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("1.6", "1,6 miljoen"),
        ("-5000", "income"),
        ("1,600", "1.600 of 1,6"),
        ("veel", "Schrijf een bedrag"),
        ("0", "Laat het vak dan leeg"),
    ],
)
def test_an_amount_that_was_meant_otherwise_is_asked_again(
    typed: str, help_: str, script: Script, assessment_of: Make
) -> None:
    state = script.react(at_the_costs(script, assessment_of()), Reply(typed))
    assert help_ in state.said and script.step(state).kind == "costs-total"


@pytest.mark.parametrize(
    ("typed", "help_"),
    [
        ("provincie", "zegt niet hoeveel"),
        ("1/3", "niet te lezen"),
        ("provincie 0,25", "provincie 25%"),
        ("rijk 33", "rijk 33%"),
        ("provincie 1/3, provincie 10%", "twee keer"),
        ("provincie 2/3, rijk 50%", "meer dan het geheel"),
        ("provincie 1/3, gemeenten 33%", "niet 100%"),
    ],
)
def test_a_contribution_that_cannot_be_meant_is_asked_again(
    typed: str, help_: str, script: Script, assessment_of: Make
) -> None:
    state = answered(script, at_the_costs(script, assessment_of()), "4 ton")
    after = script.react(state, Reply(typed))
    assert help_ in after.said and after.assessment == state.assessment


@pytest.mark.parametrize(
    ("typed", "payers"),
    [
        ("een derde van de provincie en 400.000 van het rijk", [("provincie", "1/3", None), ("rijk", None, 400_000)]),
        ("Energie en Klimaatfonds 1,6 miljoen", [("Energie en Klimaatfonds", None, 1_600_000)]),
        ("de provincie: 1/3de; fonds 33,3%", [("provincie", "1/3", None), ("fonds", "0.333", None)]),
        ("Rijk (SpUk) 4 ton.", [("Rijk (SpUk)", None, 400_000)]),
    ],
)
def test_contributions_are_read_as_people_say_them(
    typed: str, payers: list[tuple[str, str | None, int | None]]
) -> None:
    found = [(one.payer, one.share, one.amount) for one in read_contributions(typed)]
    assert found == [(name, Fraction(share) if share else None, amount) for name, share, amount in payers]


_NAMES = st.sampled_from(["provincie", "rijk", "fonds", "Energie en Klimaatfonds", "RES-regio"])
_GIVEN = st.integers(1, 100).map(lambda part: percentage(Fraction(part, 100))) | st.integers(100, 10**9).map(euros)


@given(st.lists(st.tuples(_NAMES, _GIVEN), max_size=4, unique_by=lambda one: one[0]))
def test_what_the_question_shows_is_read_back_as_the_same(pairs: list[tuple[str, str]]) -> None:
    found = read_contributions(", ".join(f"{name} {given}" for name, given in pairs))
    told = [(one.payer, percentage(one.share) if one.share is not None else euros(one.amount or 0)) for one in found]
    assert told == pairs


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(typed: str) -> None:
    try:
        read_contributions(typed)
    except Refused as refusal:
        assert str(refusal).endswith((".", "procentteken.", "op."))


def test_what_is_worked_out_in_the_file_is_shown_and_not_overwritten(script: Script, assessment_of: Make) -> None:
    costs = {
        "years": [2027, 2028],
        "posts": [
            {"what": "personeel", "amount": {2027: 900_000, 2028: 950_000}},
            {"what": "inkoop", "amount": 700_000},
        ],
        "income": [{"from": "rijk", "amount": 1000, "for": "gemeenten"}],
        "key": {"kind": "gewichten", "weights": {"Assen": 2}},
    }
    state = at_the_costs(script, assessment_of(municipalities=["Assen"], costs=costs))
    question = script.ask(state)
    assert question.text.replace("\xa0", " ") == "€ 1.600.000 (2 posten in het bestand)"
    # The screen holds a line against what can be said before it takes it: what stands there can stay.
    assert not script.react(state, Keep(question.text)).said
    refused = script.react(state, Reply("2 miljoen"))
    assert "in het bestand" in refused.said and refused.assessment == state.assessment
    state = script.react(state, Reply(question.text))
    assert script.step(state).kind == "costs-others"
    state = script.react(state, Reply(script.ask(state).text))
    assert script.step(state).kind == "costs-key" and script.ask(state).chosen == ("Eigen gewichten",)
    state = script.react(state, Reply("Eigen gewichten"))
    assert state.assessment is not None and state.assessment.costs is not None
    assert state.assessment.costs.key is not None and state.assessment.costs.key.kind == "gewichten"
    assert "Per jaar, 2027" in page_of(script, state)


@pytest.mark.parametrize("picked", ["Gelijke delen", ""])
def test_a_key_that_was_worked_out_in_the_file_stays_to_compare_with_and_to_come_back_to(
    script: Script, assessment_of: Make, picked: str
) -> None:
    key = {"kind": "gewichten", "weights": {"Assen": 2}}
    made = assessment_of(municipalities=["Assen"], costs={"key": key})
    state = script.react(answered(script, at_the_costs(script, made), "4 ton", ""), Reply(picked))
    assert state.assessment is not None and state.assessment.costs is not None
    assert [one.kind for one in state.assessment.costs.compare] == ["gewichten"]
    state = script.react(script.react(state, Jump("costs-key::")), Reply("Eigen gewichten"))
    assert state.assessment is not None and state.assessment.costs is not None and made.costs is not None
    assert state.assessment.costs.key == made.costs.key and not state.assessment.costs.compare


def test_an_amount_is_changed_and_taken_away_again(script: Script, assessment_of: Make) -> None:
    state = answered(script, at_the_costs(script, assessment_of()), "4 ton", "", "Gelijke delen")
    state = script.react(script.react(state, Jump("costs-total::")), Reply("500.000"))
    assert state.assessment is not None and state.assessment.costs is not None
    assert state.assessment.costs.posts[0].amount == 500_000
    state = script.react(script.react(state, Jump("costs-total::")), Reply(""))
    assert state.assessment is not None and state.assessment.costs is not None
    assert not state.assessment.costs.posts and state.assessment.costs.key is not None
