"""The fewest answer-steps to another place: by hand, and against every other way to go there."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.moves import find_leverage, find_moves
from poolwijzer.engine.placement import place
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = load_menus(TESTS / "files" / "menus" / "other-typology")
LOW_BODY = {"b2": 2, "b11": 1, "b12": 2, "b6": 4, "b9": 2}
HIGH_WILL = {"m16": 5, "m2": 5, "m3": 5, "m6": 1, "m12": 1}


def test_the_shortest_way_is_the_fewest_points_on_one_axis(content: Content, assessment_of: Make) -> None:
    # 1, 2, 2, 2 and 2 (b6 turned) make 9/5 = 1,8, low. In the middle from 2,5 = 12,5/5, so it takes 3,5 points: four
    # steps. b11 has most room, and its four steps bring 13/5. Motivation is 5; in the middle at 3,5 = 17,5/5 or less,
    # so it takes 7,5 points down: eight steps.
    placement = place(assessment_of(answers={**HIGH_WILL, **LOW_BODY}), content)
    up, down = find_moves(placement, content)
    assert (up.axis, up.direction, up.steps, up.score) == ("betrokkenheid", "hoger", 4, Fraction(13, 5))
    assert set(up.in_play) == {"samen-inrichten", "gemeenten-aan-zet"}
    (moved,) = up.statements
    assert (moved.statement, moved.direction, moved.steps) == ("b11", "hoger", 4)
    assert [moved.start, moved.end] == [1, 5]
    assert moved.text == content.statements["b11"].if_higher
    assert (down.axis, down.direction, down.steps, down.score) == ("motivatie", "lager", 8, Fraction(17, 5))
    assert set(down.in_play) == {"gemeenten-aan-zet", "trekker-zoeken"}


def test_a_reversed_statement_is_told_as_it_would_be_answered(content: Content, assessment_of: Make) -> None:
    # b6 at 5 counts as 1 and has most room: 1 + 3 + 2 + 2 + 4 = 12, so 12/5 = 2,4 and one step makes 2,6.
    answers = {**HIGH_WILL, "b2": 3, "b11": 2, "b12": 2, "b6": 5, "b9": 4}
    first = find_moves(place(assessment_of(answers=answers), content), content)[0]
    (moved,) = first.statements
    assert (moved.statement, moved.direction) == ("b6", "lager")
    assert [moved.start, moved.end] == [5, 4]
    assert moved.text == content.statements["b6"].if_lower


def test_from_the_middle_it_can_go_both_ways(content: Content, assessment_of: Make) -> None:
    answers = {**HIGH_WILL, "b2": 3, "b11": 3, "b12": 3, "b6": 2, "b9": 3}  # 16/5 = 3,2: 1,5 up, 3,5 down
    found = [
        (move.direction, move.steps) for move in find_moves(place(assessment_of(answers=answers), content), content)
    ]
    assert found == [("hoger", 2), ("lager", 4), ("lager", 8)]


def test_a_heavier_answer_takes_fewer_steps(assessment_of: Make) -> None:
    # d1 = 4, d2 = 4 with weight 3: (4 + 12)/4 = 4, in the middle of 3 to 5 on a scale of seven. More than 5 takes
    # more than four points of weight: d2 by two steps is 6. Less than 3 likewise. u1 and u2 weigh the same: 7 is high.
    placement = place(assessment_of(answers={"u1": 7, "u2": 1, "d1": 4, "d2": 4}), OTHER)
    first = find_moves(placement, OTHER)[0]
    assert (first.axis, first.steps) == ("draagvlak", 2)
    assert [(moved.statement, moved.end) for moved in first.statements] == [("d2", Fraction(6))]


def test_of_many_respondents_the_value_they_came_to_moves_and_stops_at_the_end_of_the_scale(
    content: Content, assessment_of: Make
) -> None:
    # b11 is 4,5 and the others 3: (4,5 + 12)/5 = 3,3, in the middle. High takes more than 17,5, so 1 more than 16,5:
    # one step makes exactly 17,5, and a second makes 18,5. b11 itself has only half a point left.
    responses = [
        {"id": f"r{n}", "organisation": {"kind": "verband", "name": f"het verband {n}"}, "answers": {"b11": 4 + n}}
        for n in range(2)
    ]
    answers = {**HIGH_WILL, "b2": 3, "b12": 3, "b6": 3, "b9": 3}
    placement = place(assessment_of(answers=answers, responses=responses), content)
    assert placement.axes["betrokkenheid"].score == Fraction(33, 10)
    first = find_moves(placement, content)[0]
    assert (first.steps, first.score) == (2, Fraction(37, 10))
    assert [(moved.statement, moved.end) for moved in first.statements] == [("b2", Fraction(5))]


def test_where_nothing_was_answered_nothing_moves(content: Content, assessment_of: Make) -> None:
    assert find_moves(place(assessment_of(answers=HIGH_WILL), content), content) == ()
    without = assessment_of(answers=HIGH_WILL, context={"verband": {"kind": "geen"}})
    assert {move.axis for move in find_moves(place(without, content), content)} == {"motivatie"}
    estimated = assessment_of(answers=HIGH_WILL, estimate={"betrokkenheid": 3})
    assert {move.axis for move in find_moves(place(estimated, content), content)} == {"motivatie"}


def test_the_answers_that_weigh_most_come_first(assessment_of: Make) -> None:
    placement = place(assessment_of(answers={"u1": 7, "u2": 1, "d1": 2, "d2": 4}), OTHER)
    first, second = find_leverage(placement, OTHER)["draagvlak"]
    assert first == ("d2", "draagvlak", Fraction(3, 4), Fraction(3 * 3, 4), Fraction(3 * 3, 4))
    assert second == ("d1", "draagvlak", Fraction(1, 4), Fraction(1, 4), Fraction(5, 4))


def test_of_answers_that_weigh_the_same_the_one_with_most_room_comes_first(
    content: Content, assessment_of: Make
) -> None:
    placement = place(assessment_of(answers={**HIGH_WILL, **LOW_BODY}), content)
    found = find_leverage(placement, content)["betrokkenheid"]
    assert found[0] == ("b11", "betrokkenheid", Fraction(1, 5), Fraction(0), Fraction(4, 5))
    assert sum(entry.share for entry in found) == 1


def ways(values: list[Fraction], steps: int, lowest: int, highest: int) -> Iterator[list[Fraction]]:
    """Every way to spend this many steps, each up or down, held to the scale."""
    for spent in product(range(-steps, steps + 1), repeat=len(values)):
        if sum(map(abs, spent)) == steps:
            yield [max(Fraction(lowest), min(Fraction(highest), v + s)) for v, s in zip(values, spent, strict=True)]


POINT = st.integers(1, 7)


@settings(deadline=None, max_examples=40)
@given(
    answers=st.fixed_dictionaries({"u1": POINT, "u2": POINT, "d1": POINT, "d2": POINT}),
    weights=st.lists(st.integers(1, 4), min_size=4, max_size=4),
    others=st.fixed_dictionaries({}, optional={"u1": POINT, "u2": POINT, "d1": POINT, "d2": POINT}),
)
def test_no_other_way_is_shorter(
    assessment_of: Make, answers: dict[str, int], weights: list[int], others: dict[str, int]
) -> None:
    statements = {
        name: statement.model_copy(update={"weight": Fraction(weight)})
        for weight, (name, statement) in zip(weights, OTHER.statements.items(), strict=True)
    }
    content = replace(OTHER, questions=OTHER.questions.model_copy(update={"statements": statements}))
    responses: list[dict[str, Any]] = [
        {"id": f"r{n}", "organisation": {"kind": "gemeente", "name": f"Proefdorp {n}"}, "answers": given_answers}
        for n, given_answers in enumerate((answers, others))
    ]
    placement = place(assessment_of(responses=responses, municipalities=2), content)
    found = find_moves(placement, content)
    if not placement.in_play:
        assert not found
        return
    fewest = found[0].steps
    bands = content.typology.bands

    def levels(values: dict[str, Fraction]) -> list[int]:
        result = []
        for axis in content.typology.axes:
            names = content.statements_on[axis]
            counted = {n: 8 - values[n] if content.statements[n].reversed else values[n] for n in names}
            total = sum((content.statements[n].weight for n in names), Fraction())
            score = sum((content.statements[n].weight * counted[n] for n in names), Fraction()) / total
            result.append(0 if score < bands.low_below else 2 if score > bands.high_above else 1)
        return result

    entries = [entry for axis in placement.axes.values() for entry in axis.contributions]
    names = [entry.statement for entry in entries]
    values = [entry.answer for entry in entries if entry.answer is not None]
    here = levels(dict(zip(names, values, strict=True)))
    # What it says is right: these steps change the place.
    after = dict(zip(names, values, strict=True))
    for moved in found[0].statements:
        assert after[moved.statement] == moved.start
        after[moved.statement] = moved.end
    assert levels(after) != here
    assert set(found[0].in_play) != set(placement.in_play)
    # Nothing with fewer steps does.
    for steps in range(1, min(fewest, 5)):
        for other in ways(values, steps, 1, 7):
            assert levels(dict(zip(names, other, strict=True))) == here
