"""What was done shows the wish and else counts on no axis; one municipality can hold a place down."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.api import advise
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.contradictions import find_answer_remarks
from poolwijzer.engine.facts import PlacedFacts
from poolwijzer.engine.moves import find_moves
from poolwijzer.engine.placement import place
from poolwijzer.engine.stress import run_stress_test
from poolwijzer.outcome import Outcome
from poolwijzer.report.told_answers import tell_answer
from poolwijzer.rules.facts import HIDDEN

Make = Callable[..., Assessment]

ON = date(2026, 11, 1)
HIGH = {"m2": 5, "m16": 5, "m6": 1, "m3": 4, "m12": 2}
BODY_HIGH = {"b2": 5, "b9": 5, "b6": 1, "b11": 4, "b12": 4}
POINTS = st.one_of(st.integers(1, 5), st.just("weet-niet"))
SCORED = ["m2", "m8", "m16", "m6", "m13", "m15", "m3", "m11", "m7", "m12", "b1", "b2", "b9", "b6", "b11", "b12", "b5"]
BESIDE = ["m1", "m4", "d1", "d2", "b3", "b4", "r1", "r2", "r3", "r4", "m5", "m9", "m10", "b10"]
ANSWERS = st.dictionaries(st.sampled_from(SCORED), POINTS)
DONE = {"m16": "m1", "m3": "d1", "m11": "m4", "b11": "b3", "b12": "b4"}
"""By the wish, what shows it."""


def facts(content: Content, assessment: Assessment) -> PlacedFacts:
    return PlacedFacts(assessment, content, place(assessment, content), ON)


@pytest.mark.parametrize(("wish", "done"), DONE.items())
@pytest.mark.parametrize("own", [{}, "weet-niet"])
def test_what_was_done_counts_as_the_wish_while_that_has_no_answer_on_the_axis_and_in_rules(
    content: Content, assessment_of: Make, wish: str, done: str, own: Any
) -> None:
    assessment = assessment_of(answers={done: 5, **({wish: own} if own else {})})
    axes = place(assessment, content).axes.values()
    (entry,) = (entry for axis in axes for entry in axis.contributions if entry.statement == wish)
    assert entry.answer == entry.counted == 4
    assert (entry.status, entry.implied_by) == ("beantwoord", done)
    assert entry.low == entry.high == 4
    assert tell_answer(entry, Outcome(content, assessment, ON)) in ("4, de meeste", "4, grotendeels")
    assert facts(content, assessment).statement(wish) == 4


@pytest.mark.parametrize(("wish", "done"), DONE.items())
def test_what_was_done_for_a_part_shows_nothing_and_the_wish_never_shows_what_was_done(
    content: Content, assessment_of: Make, wish: str, done: str
) -> None:
    assert facts(content, assessment_of(answers={done: 3})).statement(wish) is None
    assert facts(content, assessment_of(answers={wish: 5})).statement(done) is None


@pytest.mark.parametrize(("wish", "done"), DONE.items())
@given(own=st.integers(1, 5))
def test_an_answer_of_ones_own_replaces_what_follows_from_another(
    content: Content, assessment_of: Make, wish: str, done: str, own: int
) -> None:
    assert facts(content, assessment_of(answers={done: 5, wish: own})).statement(wish) == own


def test_of_many_respondents_the_mean_of_what_was_done_decides(content: Content, assessment_of: Make) -> None:
    def answered(*points: int) -> Assessment:
        towns = ("Assen", "Emmen", "Meppel")
        return assessment_of(
            responses=[
                {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": town}, "answers": {"m1": point}}
                for n, (town, point) in enumerate(zip(towns, points, strict=True))
            ]
        )

    assert facts(content, answered(5, 4, 3)).statement("m16") == 4
    assert facts(content, answered(5, 4, 2)).statement("m16") is None


@given(answers=ANSWERS, wish=st.sampled_from(list(DONE)))
def test_what_was_done_never_takes_away_a_place_and_never_brings_a_score_under_its_own_point(
    content: Content, assessment_of: Make, answers: dict[str, Any], wish: str
) -> None:
    axis = "motivatie" if wish[0] == "m" else "betrokkenheid"
    before = place(assessment_of(answers=answers), content).axes[axis]
    after = place(assessment_of(answers={**answers, DONE[wish]: 5}), content).axes[axis]
    if before.score is not None:
        assert after.score is not None
        assert after.score >= min(before.score, Fraction(4))
        assert not (before.level == "hoog" and after.level != "hoog")


@given(answers=ANSWERS, beside=st.dictionaries(st.sampled_from(BESIDE), st.integers(1, 3) | st.just("weet-niet")))
def test_answers_in_a_block_and_to_what_is_asked_no_more_never_move_a_place(
    content: Content, assessment_of: Make, answers: dict[str, Any], beside: dict[str, Any]
) -> None:
    # From 4 on what was done would show a wish.
    plain, with_block = (place(assessment_of(answers=given), content) for given in (answers, {**answers, **beside}))
    assert with_block.in_play == plain.in_play
    for axis in plain.axes:
        one, other = plain.axes[axis], with_block.axes[axis]
        assert (one.score, one.asked, one.answered, one.coverage) == (
            other.score,
            other.asked,
            other.answered,
            other.coverage,
        )


def test_what_is_settled_is_counted_apart_and_never_on_an_axis(content: Content, assessment_of: Make) -> None:
    answers = {**HIGH, "m1": 5, "m4": 4, "d1": 3, "d2": "weet-niet", "r1": 2}
    found = place(assessment_of(answers=answers, context={"verband": {"kind": "provincie"}}), content)
    settled = found.blocks["vastgelegd"]
    assert (settled.asked, settled.answered, settled.settled) == (6, 3, 2)
    assert {entry.statement: entry.status for entry in settled.answers} == {
        **{"m1": "beantwoord", "m4": "beantwoord", "d1": "beantwoord"},
        **{"d2": "weet-niet", "b3": "open", "b4": "open"},
    }
    counted = {entry.statement for axis in found.axes.values() for entry in axis.contributions}
    assert not counted & set(BESIDE)


def test_without_a_body_what_it_decided_is_not_asked_and_does_not_count(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers={"m1": 5, "b3": 5}, context={"verband": {"kind": "geen"}})
    found = place(assessment, content).blocks["vastgelegd"]
    assert (found.asked, found.settled) == (4, 1)
    assert facts(content, assessment).statement("b3") is HIDDEN


def test_in_the_idea_phase_a_missing_answer_on_what_is_settled_is_false_and_a_given_one_is_read(
    content: Content, assessment_of: Make
) -> None:
    idea, run = ({"fase": phase} for phase in ("idee", "draait"))
    assert facts(content, assessment_of(context=idea)).statement("m4") is HIDDEN
    assert facts(content, assessment_of(context=run)).statement("m4") is None
    assert facts(content, assessment_of()).statement("m4") is None
    assert facts(content, assessment_of(context=idea, answers={"m4": 5})).statement("m4") == 5


@pytest.mark.parametrize("answers", [{}, {"r1": "weet-niet"}])
def test_a_missing_answer_on_how_partners_get_on_is_silent(
    content: Content, assessment_of: Make, answers: dict[str, Any]
) -> None:
    known = facts(content, assessment_of(answers=answers))
    assert known.statement("r1") is HIDDEN
    assert known.context("onmisbaar") is HIDDEN
    asked = {entry.question.id for entry in advise(assessment_of(answers=answers), content, ON).open_questions}
    assert not asked & {"r1", "r2", "r3", "r4", "onmisbaar"}


@pytest.mark.parametrize(("now", "before"), [("d2", "m5"), ("m15", "m10")])
def test_rules_read_what_was_asked_before_while_the_new_statement_has_no_answer(
    content: Content, assessment_of: Make, now: str, before: str
) -> None:
    assert facts(content, assessment_of(answers={before: 2})).statement(now) == 2
    assert facts(content, assessment_of(answers={before: 2, now: 5})).statement(now) == 5
    assert facts(content, assessment_of(answers={now: 5})).statement(before) == 5
    placed = place(assessment_of(answers={before: 5}), content)
    assert placed.blocks["vastgelegd"].settled == 0
    assert [entry.statement for entry in placed.retired] == [before]


def held(content: Content, assessment_of: Make, answer: str, **answers: Any) -> Any:
    given = {**HIGH, **BODY_HIGH, **answers}
    return place(assessment_of(answers=given, context={"onmisbaar": answer}), content)


@pytest.mark.parametrize("answer", ["nee", "ja-doet-mee", "weet-niet"])
def test_a_municipality_that_takes_part_changes_nothing(content: Content, assessment_of: Make, answer: str) -> None:
    found = held(content, assessment_of, answer)
    assert (found.in_play, found.status, found.held) == (("samen-inrichten",), "definitief", None)


def test_one_that_doubts_makes_a_place_provisional_and_leaves_a_high_one_where_it_is(
    content: Content, assessment_of: Make
) -> None:
    found = held(content, assessment_of, "ja-twijfelt")
    assert (found.in_play, found.status) == (("samen-inrichten",), "voorlopig")


def test_one_that_refuses_keeps_the_low_side_in_play_whatever_the_mean(content: Content, assessment_of: Make) -> None:
    found = held(content, assessment_of, "ja-wil-niet")
    assert (found.in_play, found.status) == (("samen-inrichten", "behoeften-ophalen"), "voorlopig")
    assert found.axes["motivatie"].level == "hoog"
    # No way up leads out of that, and down it takes the whole middle.
    moves = [move for move in find_moves(found, content) if move.axis == "motivatie"]
    assert [(move.direction, set(move.in_play)) for move in moves] == [("lager", {"behoeften-ophalen"})]


def test_the_stress_test_sees_no_change_where_the_low_side_stays_in_play(content: Content, assessment_of: Make) -> None:
    answers = {**HIGH, **BODY_HIGH, "m2": 3, "m16": 3}  # 3,6: just high
    free, refused = (
        run_stress_test(assessment_of(answers=answers, context={"onmisbaar": said}), content)
        for said in ("nee", "ja-wil-niet")
    )
    assert free is not None and refused is not None
    assert refused.changed < free.changed
    assert refused.shares["samen-inrichten"] == 0


@pytest.mark.parametrize("answer", ["ja-twijfelt", "ja-wil-niet"])
@pytest.mark.parametrize("answers", [{}, {"m2": 1, "m16": 1, "m6": 5, "m3": 1, "m12": 5}])
def test_the_first_step_is_to_talk_with_that_municipality(
    content: Content, assessment_of: Make, answer: str, answers: dict[str, int]
) -> None:
    given = {**HIGH, **BODY_HIGH, **answers}
    first = advise(assessment_of(answers=given, context={"onmisbaar": answer}), content, ON).steps[0]
    assert first.what.startswith("Praat met de gemeente die niet kan ontbreken.")
    assert first.because == "Zonder deze gemeente kan het niet doorgaan."


def remarked(content: Content, assessment: Assessment) -> list[tuple[str, ...]]:
    return [found.statements for found in find_answer_remarks(place(assessment, content), content)]


def test_two_answers_that_contradict_each_other_are_remarked_at_most_two_in_the_order_of_the_menus(
    content: Content, assessment_of: Make
) -> None:
    answers = {"b2": 4, "b14": 5, "m16": 4, "m6": 4, "m7": 5, "m12": 4, "m8": 4, "m13": 3}
    assert remarked(content, assessment_of(answers=answers)) == [("m16", "m6"), ("m7", "m12")]
    assert remarked(content, assessment_of(answers={"m16": 4, "m6": 3})) == []


def test_what_follows_from_another_answer_contradicts_nothing(content: Content, assessment_of: Make) -> None:
    assert remarked(content, assessment_of(answers={"m1": 5, "m6": 5})) == []


@pytest.mark.parametrize(("point", "found"), [(5, 1), (1, 1), (4, 0)])
def test_all_answers_on_an_axis_at_one_end_are_remarked_first(
    content: Content, assessment_of: Make, point: int, found: int
) -> None:
    answers = dict.fromkeys(("m2", "m16", "m6", "m3", "m12"), point)
    remarks = find_answer_remarks(place(assessment_of(answers=answers), content), content)
    assert [remark.axis for remark in remarks if remark.kind == "gelijk"] == ["motivatie"] * found
