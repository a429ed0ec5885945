"""The path over time: what changed since the measurement before, and which statements made it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.over_time import find_path
from poolwijzer.engine.placement import place
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = TESTS / "files" / "menus" / "other-typology"
ALL_FIVE = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}
FIRST = {"m16": 1, "m2": 2, "m3": 1, "m6": 4, "m12": 4}
LATER = {"m16": 5, "m2": 2, "m3": 2, "m6": 2, "m12": 5}


def earlier(day: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"date": day, "answers": answers, **more}


def test_a_file_without_earlier_measurements_is_one_moment(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers={**LATER, **ALL_FIVE})
    (only,) = find_path(assessment, content)
    assert only.placement == place(assessment, content)
    assert (only.changes, only.cautions, only.date) == ({}, (), None)


def test_the_change_of_a_score_is_told_per_statement_and_adds_up(content: Content, assessment_of: Make) -> None:
    # First 1, 2, 1, 6 - 4 = 2 and 2: 8/5. Now 5, 2, 2, 6 - 2 = 4 and 1: 14/5. So 6/5 up:
    # m16 4/5, m6 2/5 (its answer fell from 4 to 2), m3 1/5, and m12 1/5 down. m2 did not change.
    measurements = [earlier("2024-11-01", {**FIRST, **ALL_FIVE})]
    before, now = find_path(assessment_of(answers={**LATER, **ALL_FIVE}, measurements=measurements), content)
    assert before.placement.in_play == ("behoeften-ophalen",)
    change = now.changes["motivatie"]
    assert change.change == Fraction(14, 5) - Fraction(8, 5) == Fraction(6, 5)
    assert [(entry.statement, entry.change) for entry in change.statements] == [
        ("m16", Fraction(4, 5)),
        ("m6", Fraction(2, 5)),
        ("m3", Fraction(1, 5)),
        ("m12", Fraction(-1, 5)),
    ]
    assert [change.statements[1].before, change.statements[1].now] == [4, 2]
    assert change.other == 0
    assert change.only_before == change.only_now == ()
    assert now.changes["betrokkenheid"].change == 0
    assert now.changes["betrokkenheid"].statements == ()
    assert (before.cautions, now.cautions) == ((), ())


def test_what_is_due_to_statements_that_were_answered_once_is_told_apart(content: Content, assessment_of: Make) -> None:
    # First 1, 2, 1 and 2 (m6): 6/4. Now m12 is answered with 5 and m2 no longer: 5, 2, 4 and 5: 16/4. So 5/2 up.
    # On m16, m3 and m6, answered both times: 4/3 + 1/3 + 2/3 = 7/3. The rest, 1/6, is due to m2 and m12.
    first = {"m16": 1, "m2": 2, "m3": 1, "m6": 4}
    later = {"m16": 5, "m2": "weet-niet", "m3": 2, "m6": 2, "m12": 1}
    measurements = [earlier("2024-11-01", {**first, **ALL_FIVE}, questions="kort")]
    assessment = assessment_of(answers={**later, **ALL_FIVE}, questions="kort", measurements=measurements)
    change = find_path(assessment, content)[1].changes["motivatie"]
    assert change.change == Fraction(5, 2)
    assert sum(entry.change for entry in change.statements) == Fraction(7, 3)
    assert change.other == Fraction(1, 6)
    assert (change.only_before, change.only_now) == (("m2",), ("m12",))


def test_measurements_come_oldest_first_with_the_file_itself_last(content: Content, assessment_of: Make) -> None:
    measurements = [earlier("2025-05-01", LATER), earlier("2024-05-01", FIRST)]
    moments = find_path(assessment_of(answers=FIRST, measurements=measurements), content)
    assert [moment.date for moment in moments] == [date(2024, 5, 1), date(2025, 5, 1), None]


def test_other_menus_or_another_list_are_a_reason_for_caution(content: Content, assessment_of: Make) -> None:
    def menus(mark: str) -> dict[str, str]:
        return {"version": "1", "hash": mark}

    measurements = [
        earlier("2023-05-01", FIRST),
        earlier("2024-05-01", FIRST, menus=menus("aa")),
        earlier("2025-05-01", FIRST, menus=menus("bb")),
    ]
    now = {**FIRST, "m8": 4}
    moments = find_path(assessment_of(answers=now, menus=menus("bb"), measurements=measurements), content)
    # With nothing recorded nothing can be compared.
    assert [moment.cautions for moment in moments] == [(), (), ("menus",), ("vragenlijst",)]
    assert [moment.questions for moment in moments] == ["kort", "kort", "kort", "volledig"]


def test_without_a_score_on_one_side_there_is_no_change_and_an_estimate_is_another_source(
    content: Content, assessment_of: Make
) -> None:
    measurements = [earlier("2023-05-01", {}), earlier("2024-05-01", {}, estimate={"motivatie": 4})]
    moments = find_path(assessment_of(answers=FIRST, measurements=measurements), content)
    assert [moment.changes["motivatie"].change for moment in moments[1:]] == [None, Fraction(8, 5) - 4]
    last = moments[-1].changes["motivatie"]
    assert (last.statements, last.other, last.only_now) == ((), Fraction(-12, 5), ("m2", "m16", "m6", "m3", "m12"))
    assert moments[-1].cautions == ("bron",)


def test_an_earlier_measurement_can_rest_on_respondents(content: Content, assessment_of: Make) -> None:
    town = {"id": "r1", "organisation": {"kind": "gemeente", "name": "Proefdorp 0"}, "answers": FIRST}
    measurements = [{"date": "2024-05-01", "responses": [town]}]
    moments = find_path(assessment_of(answers=LATER, measurements=measurements, municipalities=1), content)
    assert moments[1].changes["motivatie"].change == Fraction(6, 5)


def test_a_heavier_statement_makes_more_of_the_change(assessment_of: Make) -> None:
    other = load_menus(OTHER)
    measurements = [earlier("2024-05-01", {"u1": 4, "u2": 4, "d1": 2, "d2": 3})]
    assessment = assessment_of(answers={"u1": 4, "u2": 1, "d1": 6, "d2": 5}, measurements=measurements)
    changes = find_path(assessment, other)[1].changes
    # d1 four points with weight 1, d2 two points with weight 3, over a weight of 4; u2 is turned: 4 to 7 over 2.
    assert [(e.statement, e.change) for e in changes["draagvlak"].statements] == [
        ("d2", Fraction(6, 4)),
        ("d1", Fraction(4, 4)),
    ]
    assert [(e.statement, e.change) for e in changes["urgentie"].statements] == [("u2", Fraction(3, 2))]


SHEET = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("m16", "m2", "m3", "m6", "m12"), st.one_of(st.integers(1, 5), st.just("weet-niet")))
)


@settings(deadline=None, max_examples=40)
@given(first=SHEET, later=SHEET)
def test_the_parts_always_add_up_to_the_change(
    content: Content, assessment_of: Make, first: dict[str, Any], later: dict[str, Any]
) -> None:
    assessment = assessment_of(answers=later, measurements=[earlier("2024-05-01", first)])
    change = find_path(assessment, content)[1].changes["motivatie"]
    if change.change is None:
        assert change.other is None
        return
    assert change.other is not None
    assert sum(entry.change for entry in change.statements) + change.other == change.change
    if not change.only_before and not change.only_now:
        assert change.other == 0
