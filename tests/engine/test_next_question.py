"""Which question to ask next: how much each open one would settle, by hand and held against a real placement."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.api import advise
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.answers import counts_as
from poolwijzer.engine.next_question import NextQuestion, find_next_questions, score_if
from poolwijzer.engine.placement import place
from poolwijzer.outcome import Outcome
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = TESTS / "files" / "menus" / "other-typology"
TODAY = date(2026, 11, 1)
ALL_FIVE = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}
SHORT = ("m16", "m2", "m3", "m6", "m12", "b2", "b11", "b12", "b6", "b9")


def asked(content: Content, assessment: Assessment) -> dict[str, NextQuestion]:
    placement = place(assessment, content)
    found = find_next_questions(Outcome(content, assessment, TODAY).open_questions, placement, content)
    return {entry.question.id: entry for entry in found}


def test_the_answer_to_a_statement_narrows_the_interval_by_its_part(content: Content, assessment_of: Make) -> None:
    # 4, 4, 4 and 3 make 15/4 = 3,75; m12 is open. The interval is (15 + 1)/5 to (15 + 5)/5, and m12 is all of it: 4/5.
    # An answer p makes (15 + p)/5: 3,2, 3,4, 3,6, 3,8 or 4. At 1 and 2 the axis is in the middle: two of five.
    answers = {"m16": 4, "m2": 4, "m3": 4, "m6": 3, **ALL_FIVE}
    found = asked(content, assessment_of(answers=answers, questions="kort"))["m12"]
    assert (found.axis, found.narrows, found.changes) == ("motivatie", Fraction(4, 5), Fraction(2, 5))
    assert found.options >= 0


def test_on_a_reversed_statement_the_high_answers_are_the_ones_that_count_low(
    content: Content, assessment_of: Make
) -> None:
    answers = {"m16": 4, "m2": 4, "m3": 4, "m12": 3, **ALL_FIVE}
    found = asked(content, assessment_of(answers=answers, questions="kort"))["m6"]
    assert found.changes == Fraction(2, 5)


def test_the_question_that_decides_whether_there_is_a_place_changes_it_whatever_the_answer(
    content: Content, assessment_of: Make
) -> None:
    found = asked(content, assessment_of(answers={"m16": 5, **ALL_FIVE}, questions="kort"))
    assert {found[name].changes for name in ("m2", "m3", "m6", "m12")} == {1}
    assert next(iter(found)) in ("m2", "m3", "m6", "m12")


def test_a_context_question_tells_how_many_verdicts_hang_on_it(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers={"m16": 5, "m2": 5, "m3": 5, "m6": 1, "m12": 1, **ALL_FIVE})
    found = asked(content, assessment)["looptijd"]
    advice = advise(assessment, content, TODAY)
    hanging = [
        option.option
        for card in advice.components
        for option in card.options
        if any(question.id == "looptijd" for question in option.depends_on)
    ]
    assert found.axis is None
    assert found.narrows == found.changes == 0
    assert found.options == len(hanging) > 0


def test_what_settles_most_comes_first(content: Content, assessment_of: Make) -> None:
    answers = {"m16": 4, "m2": 4, "m3": 4, "m6": 3, **ALL_FIVE}
    assessment = assessment_of(answers=answers, questions="kort")
    found = list(asked(content, assessment).values())
    size = len(content.options)
    settled = [size * entry.changes + entry.options + entry.signals for entry in found]
    assert settled == sorted(settled, reverse=True)


def test_it_works_on_another_scale_and_with_other_weights(assessment_of: Make) -> None:
    other = load_menus(OTHER)
    # d1 = 5 and d2, which weighs three times as much, is open: 5 is in the middle. (5 + 3p)/4 is below 3 for p = 1
    # and 2 (2 and 2,75), above 5 for 6 and 7 (5,75 and 6,5). The interval narrows by 3*6/4.
    found = asked(other, assessment_of(answers={"u1": 7, "u2": 1, "d1": 5}))["d2"]
    assert (found.narrows, found.changes) == (Fraction(18, 4), Fraction(4, 7))


POINTS = st.one_of(st.integers(1, 5), st.just("weet-niet"))


@settings(deadline=None, max_examples=50)
@given(
    answers=st.fixed_dictionaries({}, optional=dict.fromkeys(SHORT, POINTS)),
    towns=st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(SHORT, POINTS)), max_size=2),
    estimate=st.sampled_from([{}, {"motivatie": 4}]),
    point=st.integers(1, 5),
)
def test_an_answer_that_is_tried_out_gives_the_place_that_it_would_give(
    content: Content,
    assessment_of: Make,
    answers: dict[str, Any],
    towns: list[dict[str, Any]],
    estimate: dict[str, int],
    point: int,
) -> None:
    responses = [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": f"Proefdorp {n}"}, "answers": sheet}
        for n, sheet in enumerate(towns)
    ]
    parts: dict[str, Any] = {
        "responses": responses,
        "estimate": estimate,
        "questions": "kort",
        "municipalities": 3,
    }
    placement = place(assessment_of(answers=answers, **parts), content)
    for axis, before in placement.axes.items():
        for entry in before.contributions:
            if entry.status in ("open", "weet-niet"):
                after = place(assessment_of(answers={**answers, entry.statement: point}, **parts), content)
                counted = counts_as(Fraction(point), content.statements[entry.statement], content)
                assert after.axes[axis].score == score_if(before, entry, counted, content)
                narrowed = (before.high - before.low) - (after.axes[axis].high - after.axes[axis].low)
                if before.source == after.axes[axis].source == "antwoorden":
                    assert narrowed == entry.weight * (entry.high - entry.low) / before.asked
