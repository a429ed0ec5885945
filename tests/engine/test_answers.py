"""One set of responses: from many respondents to one value per statement, so that it can be redone by hand."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.answers import Consolidated, consolidate_answers
from poolwijzer.engine.placement import place

Make = Callable[..., Assessment]


def response(number: int, name: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One respondent of a municipality, or of the body."""
    kind = "verband" if name == "het verband" else "gemeente"
    return {"id": f"r{number}", "organisation": {"kind": kind, "name": name}, "answers": answers, **more}


def on_behalf(number: int, name: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One respondent who speaks for the whole organisation."""
    return response(number, name, answers, basis="namens-organisatie", **more)


def value(content: Content, assessment: Assessment, statement: str) -> Consolidated:
    """What one statement came to."""
    return consolidate_answers(assessment, content)[statement]


def test_respondents_of_one_municipality_count_as_one(content: Content, assessment_of: Make) -> None:
    responses = [
        response(1, "Assen", {"m16": 1}),
        response(2, "Assen", {"m16": 2}),
        response(3, "Emmen", {"m16": 5}),
    ]
    found = value(content, assessment_of(municipalities=["Assen", "Emmen"], responses=responses), "m16")
    assert found.value == (Fraction(1 + 2, 2) + 5) / 2 == Fraction(13, 4)
    assert (found.respondents, found.municipalities) == (3, 2)


def test_an_answer_on_behalf_of_a_municipality_goes_before_the_mean_of_its_people(
    content: Content, assessment_of: Make
) -> None:
    responses = [response(1, "Assen", {"m16": 1}), on_behalf(2, "Assen", {"m16": 4}), response(3, "Assen", {"m16": 2})]
    assert value(content, assessment_of(municipalities=["Assen"], responses=responses), "m16").value == 4


def test_who_speaks_for_a_municipality_but_does_not_know_leaves_it_to_its_people(
    content: Content, assessment_of: Make
) -> None:
    responses = [response(1, "Assen", {"m16": 2}), on_behalf(2, "Assen", {"m16": "weet-niet"})]
    assert value(content, assessment_of(municipalities=["Assen"], responses=responses), "m16").value == 2


def test_of_two_answers_on_behalf_of_one_municipality_the_newest_counts(content: Content, assessment_of: Make) -> None:
    responses = [
        on_behalf(1, "Assen", {"m16": 5}, date="2026-09-20"),
        on_behalf(2, "Assen", {"m16": 2}, date="2026-09-01"),
        on_behalf(3, "Assen", {"m16": 3}),
    ]
    assert value(content, assessment_of(municipalities=["Assen"], responses=responses), "m16").value == 5


def test_a_moment_at_an_end_of_the_calendar_can_have_an_offset(content: Content, assessment_of: Make) -> None:
    responses = [
        on_behalf(1, "Assen", {"m16": 5}, date="9999-12-31T23:59-12:00"),
        on_behalf(2, "Assen", {"m16": 2}, date="2026-09-01"),
        on_behalf(3, "Assen", {"m16": 3}, date="0001-01-01T00:00+14:00"),
    ]
    assert value(content, assessment_of(municipalities=["Assen"], responses=responses), "m16").value == 5


def test_a_municipality_is_one_by_whatever_name_it_is_called(content: Content, assessment_of: Make) -> None:
    responses = [response(1, "Den Haag", {"m16": 1}), response(2, "'s-Gravenhage", {"m16": 3})]
    found = value(content, assessment_of(municipalities=["Den Haag"], responses=responses), "m16")
    assert found.value == Fraction(1 + 3, 2)
    assert found.municipalities == 1


def test_the_body_counts_half_where_both_are_asked(content: Content, assessment_of: Make) -> None:
    responses = [
        response(1, "Assen", {"b2": 1}),
        response(2, "Emmen", {"b2": 2}),
        response(3, "Hoogeveen", {"b2": 3}),
        response(4, "het verband", {"b2": 5}),
    ]
    members = ["Assen", "Emmen", "Hoogeveen"]
    found = value(content, assessment_of(municipalities=members, responses=responses), "b2")
    assert found.value == (Fraction(1 + 2 + 3, 3) + 5) / 2 == Fraction(7, 2)


def test_a_side_is_heard_only_on_what_it_is_asked(content: Content, assessment_of: Make) -> None:
    responses = [response(1, "Assen", {"b3": 1, "b9": 4}), response(2, "het verband", {"b3": 5, "b9": 1})]
    assessment = assessment_of(municipalities=["Assen"], responses=responses)
    assert value(content, assessment, "b3").value == 5
    assert value(content, assessment, "b9").value == 4


def test_who_has_not_answered_stands_at_the_ends_of_the_scale(content: Content, assessment_of: Make) -> None:
    members = ["Assen", "Emmen", "Hoogeveen", "Meppel"]
    responses = [response(1, "Assen", {"m16": 4}), response(2, "Emmen", {"m16": 2})]
    found = value(content, assessment_of(municipalities=members, responses=responses), "m16")
    assert found.value == 3
    assert (found.low, found.high) == (Fraction(4 + 2 + 1 + 1, 4), Fraction(4 + 2 + 5 + 5, 4))


def test_a_side_that_has_not_answered_stands_at_the_ends_of_the_scale_for_its_half(
    content: Content, assessment_of: Make
) -> None:
    only_body = assessment_of(municipalities=3, responses=[response(1, "het verband", {"b2": 5})])
    found = value(content, only_body, "b2")
    assert [found.low, found.value, found.high] == [Fraction(5 + 1, 2), 5, Fraction(5 + 5, 2)]
    only_town = assessment_of(municipalities=["Assen"], responses=[response(1, "Assen", {"b2": 2})])
    found = value(content, only_town, "b2")
    assert [found.low, found.value, found.high] == [Fraction(2 + 1, 2), 2, Fraction(2 + 5, 2)]


def test_a_joint_answer_replaces_what_respondents_said_of_that_statement_alone(
    content: Content, assessment_of: Make
) -> None:
    responses = [on_behalf(1, "Assen", {"m16": 1, "m2": 2})]
    assessment = assessment_of(municipalities=["Assen", "Emmen"], responses=responses, answers={"m16": 5})
    together, apart = value(content, assessment, "m16"), value(content, assessment, "m2")
    assert [together.low, together.value, together.high] == [5, 5, 5]
    assert together.joint
    assert apart.value == 2
    assert not apart.joint


def test_a_group_that_does_not_know_together_leaves_it_to_the_respondents(
    content: Content, assessment_of: Make
) -> None:
    responses = [on_behalf(1, "Assen", {"m16": 1})]
    assessment = assessment_of(municipalities=["Assen"], responses=responses, answers={"m16": "weet-niet"})
    assert value(content, assessment, "m16").value == 1


ALL_HIGH = {"m16": 5, "m2": 5, "m3": 5, "m6": 1, "m12": 1}
TOWNS = ("Assen", "Emmen", "Hoogeveen", "Meppel", "Coevorden", "Westerveld")


def test_coverage_goes_by_municipalities_too(content: Content, assessment_of: Make) -> None:
    statuses = {}
    for number in (1, 2, 3, 4):
        responses = [on_behalf(n, town, ALL_HIGH) for n, town in enumerate(TOWNS[:number])]
        axis = place(assessment_of(municipalities=list(TOWNS), responses=responses), content).axes["motivatie"]
        assert axis.municipality_coverage == Fraction(number, 6)
        assert axis.coverage == 1
        statuses[number] = axis.status
    # One sixth is too little, two sixths is exactly one third, four sixths exactly two thirds.
    assert statuses == {1: "onbekend", 2: "voorlopig", 3: "voorlopig", 4: "definitief"}


def test_a_municipality_that_answered_nothing_on_an_axis_did_not_answer(content: Content, assessment_of: Make) -> None:
    unknowing = dict.fromkeys(ALL_HIGH, "weet-niet")
    responses = [on_behalf(n, town, ALL_HIGH if n < 2 else unknowing) for n, town in enumerate(TOWNS)]
    axis = place(assessment_of(municipalities=list(TOWNS), responses=responses), content).axes["motivatie"]
    assert axis.municipality_coverage == Fraction(2, 6)
    assert axis.status == "voorlopig"


def test_municipalities_that_only_answered_about_the_other_axis_count_on_that_axis_alone(
    content: Content, assessment_of: Make
) -> None:
    about_the_body = {"b2": 5, "b11": 5, "b12": 5}
    responses = [
        *(on_behalf(n, town, {**ALL_HIGH, "b3": 1}) for n, town in enumerate(TOWNS)),
        on_behalf(9, "het verband", about_the_body),
    ]
    found = place(assessment_of(municipalities=list(TOWNS), responses=responses), content)
    assert found.axes["motivatie"].municipality_coverage == 1
    # b3 is not asked of municipalities, so none of them said anything about the body.
    assert found.axes["betrokkenheid"].municipality_coverage == 0
    assert found.axes["betrokkenheid"].status == "onbekend"


def test_a_body_that_answers_beside_a_group_that_answered_together_is_simply_added(
    content: Content, assessment_of: Make
) -> None:
    answers = {**ALL_HIGH, "b6": 1, "b9": 5}
    responses = [on_behalf(9, "het verband", {"b2": 5, "b11": 5, "b12": 5})]
    found = place(assessment_of(municipalities=list(TOWNS), answers=answers, responses=responses), content)
    assert found.in_play == ("samen-inrichten",)
    assert found.axes["betrokkenheid"].municipality_coverage is None
    assert found.status == "definitief"


def test_a_municipality_that_only_said_weet_niet_leaves_the_place_where_the_body_puts_it(
    content: Content, assessment_of: Make
) -> None:
    body = on_behalf(9, "het verband", {"b2": 5, "b11": 5, "b12": 5})
    unknowing = on_behalf(1, "Assen", {"m16": "weet-niet", "b2": "weet-niet"})
    places = [
        place(assessment_of(municipalities=list(TOWNS), responses=responses), content).axes["betrokkenheid"]
        for responses in ([body], [body, unknowing])
    ]
    assert [axis.status for axis in places] == ["voorlopig", "voorlopig"]
    assert [axis.municipality_coverage for axis in places] == [None, None]


def test_a_group_that_answers_together_has_no_coverage_over_municipalities(
    content: Content, assessment_of: Make
) -> None:
    axis = place(assessment_of(municipalities=list(TOWNS), answers=ALL_HIGH), content).axes["motivatie"]
    assert (axis.municipality_coverage, axis.status) == (None, "definitief")
