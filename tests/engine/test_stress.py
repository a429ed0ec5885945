"""The stress test: runs whose outcome can be computed by hand, and what must hold for all of them."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.leave_out import find_removals
from poolwijzer.engine.placement import place
from poolwijzer.engine.stress import Stress, run_stress_test
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = TESTS / "files" / "menus" / "other-typology"
STILL = {"weight_change": 0, "step_share": 0, "shift": 0}
ALL_FIVE = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}
SHORT = ("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12")
REVERSED = ("m6", "m12", "b6")


def disturbing(content: Content, **amounts: Any) -> Content:
    """The same menus with other amounts for the stress test."""
    bounds = content.typology.stress
    parsed = type(bounds).model_validate({**dict(bounds), **amounts})
    return replace(content, typology=content.typology.model_copy(update={"stress": parsed}))


def motivation(*counted: int) -> dict[str, int]:
    """Answers to the short list on motivation that count as these."""
    names = ("m16", "m2", "m3", "m6", "m12")
    return {name: 6 - value if name in ("m6", "m12") else value for name, value in zip(names, counted, strict=False)}


def outcome(content: Content, assessment: Assessment, runs: int | None = None) -> Stress:
    found = run_stress_test(assessment, content, runs=runs)
    assert found is not None
    return found


def test_with_only_answers_left_out_the_shares_can_be_counted_by_hand(content: Content, assessment_of: Make) -> None:
    # 18/5 = 3,6 is high. Without one of the fours it is 14/4 = 3,5, exactly on the band and so in the middle;
    # without the two it is 16/4 = 4. Ten answers are left out in turn and once none: four of eleven runs change.
    assessment = assessment_of(answers={**motivation(4, 4, 4, 4, 2), **ALL_FIVE})
    found = outcome(disturbing(content, **STILL), assessment, runs=22)
    assert found.changed == Fraction(4, 11)
    assert found.changed_runs == 8
    assert found.shares == {
        "samen-inrichten": Fraction(7, 11),
        "gemeenten-aan-zet": 0,
        "behoeften-ophalen": 0,
        "trekker-zoeken": 0,
        "grens": Fraction(4, 11),
    }
    assert found.axes["motivatie"].lowest == Fraction(7, 2)
    assert found.axes["motivatie"].highest == 4
    assert found.clarity == "op-de-grens"  # it stays in 7/11, less than two thirds
    assert (found.changed_runs, found.runs) == (8, 22)


def test_what_is_missing_is_left_out_put_lowest_and_put_highest(content: Content, assessment_of: Make) -> None:
    # m12 is open. Without it 16/4 = 4; at 1 it is 17/5 = 3,4, in the middle; at 5 it is 21/5. With one of the fours
    # left out: 4, 13/4 = 3,25 and 17/4. So a third of the runs changes, whatever is left out.
    assessment = assessment_of(answers={**motivation(4, 4, 4, 4), **ALL_FIVE}, questions="kort")
    found = outcome(disturbing(content, **STILL), assessment, runs=9 * 10)
    assert found.changed == Fraction(1, 3)
    assert (found.axes["motivatie"].lowest, found.axes["motivatie"].highest) == (Fraction(13, 4), Fraction(17, 4))


def test_municipalities_that_have_not_answered_are_put_at_both_ends_too(content: Content, assessment_of: Make) -> None:
    towns = [{"id": f"r{n}", "organisation": {"kind": "gemeente", "name": f"Proefdorp {n}"}} for n in range(3)]
    responses = [{**town, "answers": motivation(5, 5, 5, 5, 5)} for town in towns]
    assessment = assessment_of(answers=ALL_FIVE, responses=responses, municipalities=4)
    found = outcome(disturbing(content, **STILL), assessment, runs=9 * 11)
    # The fourth at 1: (5 + 5 + 5 + 1)/4 = 4 on every statement.
    assert [found.axes["motivatie"].lowest, found.axes["motivatie"].highest] == [4, 5]


def test_weights_do_not_matter_where_all_answers_are_alike(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers={**motivation(3, 3, 3, 3, 3), **ALL_FIVE})
    found = outcome(disturbing(content, **{**STILL, "weight_change": "0.9"}), assessment)
    assert found.axes["motivatie"].lowest == found.axes["motivatie"].highest == 3
    assert found.changed == 0
    assert found.clarity == "op-de-grens"  # it stays on a border


def test_one_shift_for_a_whole_axis_changes_the_place_as_often_as_a_normal_error_would(
    content: Content, assessment_of: Make
) -> None:
    # All threes stay in the middle unless the shift is beyond 0,5, its standard deviation: in 32 of 100.
    assessment = assessment_of(answers={**motivation(3, 3, 3, 3, 3), **ALL_FIVE})
    found = outcome(disturbing(content, **{**STILL, "shift": "0.5"}), assessment, runs=20_000)
    assert float(found.changed) == pytest.approx(0.317, abs=0.012)


def test_a_step_moves_an_answer_by_one_point_either_way(content: Content, assessment_of: Make) -> None:
    # All fours move to 3 or 5. High takes sum > -2,5 over five answers, so two up: 26/32; over four, more than -2,
    # so two up: 11/16. Five of eleven runs leave out one of these five: (6 * 26/32 + 5 * 11/16) / 11 = 0,756.
    assessment = assessment_of(answers={**motivation(4, 4, 4, 4, 4), **ALL_FIVE})
    found = outcome(disturbing(content, **{**STILL, "step_share": 1}), assessment, runs=22_000)
    assert float(found.changed) == pytest.approx(1 - 0.756, abs=0.012)
    assert [found.axes["motivatie"].lowest, found.axes["motivatie"].highest] == [3, 5]


@pytest.mark.parametrize("share", ["0", "1/2", "1"])
def test_the_range_leaves_out_as_many_runs_below_as_above(content: Content, assessment_of: Make, share: str) -> None:
    assessment = assessment_of(answers={**motivation(4, 4, 4, 4, 2), **ALL_FIVE})
    # In order: 3,5 four times, 3,6 six times, and 4 once.
    reach = outcome(disturbing(content, **STILL, range_share=share), assessment, runs=11).axes["motivatie"]
    low, high = {"0": (3.6, 3.6), "1/2": (3.5, 3.6), "1": (3.5, 4)}[share]
    assert [float(reach.low), float(reach.high)] == [low, high]


def test_a_clear_place_is_called_clear(content: Content, assessment_of: Make) -> None:
    found = outcome(content, assessment_of(answers={**motivation(5, 5, 5, 5, 5), **ALL_FIVE}))
    assert (found.clarity, found.runs) == ("duidelijk", 1000)
    assert found.changed < Fraction(1, 100)


def test_it_is_clear_or_likely_from_the_shares_that_stand_in_the_menus(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers={**motivation(4, 4, 4, 4, 2), **ALL_FIVE})
    bounds = {**STILL, "clear_from": "7/11", "likely_from": "1/2"}
    assert outcome(disturbing(content, **bounds), assessment, runs=11).clarity == "duidelijk"
    bounds = {**STILL, "clear_from": "9/10", "likely_from": "7/11"}
    assert outcome(disturbing(content, **bounds), assessment, runs=11).clarity == "waarschijnlijk"


def test_the_statement_that_the_place_hangs_on_most_is_found_by_leaving_it_out(
    content: Content, assessment_of: Make
) -> None:
    assessment = assessment_of(answers={**motivation(5, 4, 4, 4, 2), **ALL_FIVE})
    # 19/5. Without m16 14/4 = 3,5: in the middle. Without m12 17/4: a larger change (9/20), but the same place.
    placement = place(assessment, content)
    first, *others = find_removals(placement, content)
    assert (first.statement, first.change, first.moves) == ("m16", Fraction(14, 4) - Fraction(19, 5), True)
    assert set(first.in_play) == {"samen-inrichten", "behoeften-ophalen"}
    assert (others[0].statement, others[0].change) == ("m12", Fraction(17, 4) - Fraction(19, 5))
    assert outcome(content, assessment).removal == first


def test_an_axis_without_anything_to_ask_stays_where_it_is(content: Content, assessment_of: Make) -> None:
    assessment = assessment_of(answers=motivation(5, 5, 5, 5, 5), context={"verband": {"kind": "geen"}})
    found = outcome(content, assessment)
    assert set(found.axes["betrokkenheid"]) == {1}
    assert found.shares["samen-inrichten"] == found.shares["behoeften-ophalen"] == 0


def test_without_a_place_or_on_an_own_estimate_there_is_nothing_to_test(content: Content, assessment_of: Make) -> None:
    assert run_stress_test(assessment_of(answers=ALL_FIVE), content) is None
    assert run_stress_test(assessment_of(answers=ALL_FIVE, estimate={"motivatie": 4}), content) is None


def test_the_only_answer_on_an_axis_is_never_left_out(content: Content, assessment_of: Make) -> None:
    loose = replace(content, typology=content.typology.model_copy(update={"coverage": _any_coverage(content)}))
    found = outcome(loose, assessment_of(answers={"m16": 5, "b2": 5}))
    assert found.removal is None
    assert found.axes["motivatie"].highest == 5


def _any_coverage(content: Content) -> Any:
    return content.typology.coverage.model_copy(update={"provisional": Fraction(1, 100)})


def test_it_works_on_another_scale_with_other_axes_and_the_amounts_of_menus_that_give_none(
    assessment_of: Make,
) -> None:
    other = load_menus(OTHER)
    found = outcome(other, assessment_of(answers={"u1": 7, "u2": 1, "d1": 7, "d2": 7}))
    assert found.clarity == "duidelijk"
    assert set(found.axes) == {"urgentie", "draagvlak"}
    assert max(reach.highest for reach in found.axes.values()) == 7
    # d2 weighs three times as much as d1: (3*7 + 1)/4 = 5,5. Without d2 it is 1.
    found = outcome(other, assessment_of(answers={"u1": 7, "u2": 1, "d1": 1, "d2": 7}))
    assert found.removal is not None
    assert (found.removal.statement, found.removal.change) == ("d2", 1 - Fraction(22, 4))
    assert found.removal.in_play == ("overtuigen",)


def test_names_notes_and_roles_do_not_change_the_draws(content: Content, assessment_of: Make) -> None:
    one = assessment_of(answers={**motivation(4, 4, 3, 4, 4), **ALL_FIVE})
    noted = {name: {"value": value, "note": "Zie het verslag."} for name, value in one.model_dump()["answers"].items()}
    other = assessment_of(answers=noted, id="anders", municipalities=3)
    assert outcome(content, one) == outcome(content, other)


def test_another_answer_or_amount_gives_other_draws(content: Content, assessment_of: Make) -> None:
    one = assessment_of(answers={**motivation(4, 4, 3, 4, 4), **ALL_FIVE})
    other = assessment_of(answers={**motivation(4, 4, 4, 3, 4), **ALL_FIVE})
    seeds = {outcome(content, one).seed, outcome(content, other).seed, outcome(disturbing(content, shift=1), one).seed}
    assert len(seeds) == 3


def test_the_draws_are_the_same_on_every_system_and_in_every_version(content: Content, assessment_of: Make) -> None:
    found = outcome(content, assessment_of(answers={**motivation(4, 4, 3, 4, 4), **ALL_FIVE}))
    assert (found.seed, found.changed_runs) == (3377715661, 301)


POINTS = st.integers(1, 5)
ANSWERS = st.fixed_dictionaries({}, optional={name: st.one_of(POINTS, st.just("weet-niet")) for name in SHORT})


@settings(deadline=None, max_examples=40)
@given(answers=ANSWERS)
def test_shares_add_up_to_one_and_the_runs_stay_on_the_scale(
    content: Content, assessment_of: Make, answers: dict[str, Any]
) -> None:
    found = run_stress_test(assessment_of(answers=answers), content, runs=60)
    if found is None:
        return
    assert sum(found.shares.values()) == 1
    for reach in found.axes.values():
        assert 1 <= reach.lowest <= reach.low <= reach.high <= reach.highest <= 5
    assert found == run_stress_test(assessment_of(answers=answers), content, runs=60)


@settings(deadline=None, max_examples=40)
@given(answers=ANSWERS)
def test_undisturbed_it_finds_the_exact_place(content: Content, assessment_of: Make, answers: dict[str, Any]) -> None:
    # One run, nothing disturbed. The first run leaves out the first answer, and what is missing.
    assessment = assessment_of(answers=answers, questions="kort")
    found = run_stress_test(assessment, disturbing(content, **STILL), runs=1)
    if found is None:
        return
    counted = {n: 6 - v if n in REVERSED else v for n, v in answers.items() if v != "weet-niet"}
    for axis, letter in (("motivatie", "m"), ("betrokkenheid", "b")):
        values = [counted[name] for name in SHORT if name in counted and name[0] == letter]
        kept = values[1:] if letter == "m" and len(values) > 1 else values
        assert found.axes[axis].lowest == round(Fraction(sum(kept), len(kept)), 4)


RESPONSES = st.lists(
    st.tuples(st.sampled_from(["Proefdorp 0", "Proefdorp 1", "Proefdorp 2"]), ANSWERS), min_size=3, max_size=6
).map(
    lambda listed: [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": name}, "answers": answers}
        for n, (name, answers) in enumerate(listed)
    ]
)


@settings(deadline=None, max_examples=30)
@given(responses=RESPONSES, data=st.data())
def test_the_order_of_respondents_changes_nothing(
    content: Content, assessment_of: Make, responses: list[dict[str, Any]], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(responses))
    one, other = (assessment_of(answers=ALL_FIVE, responses=listed, municipalities=3) for listed in (responses, mixed))
    assert run_stress_test(one, content, runs=30) == run_stress_test(other, content, runs=30)
