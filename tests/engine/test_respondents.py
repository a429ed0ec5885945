"""What is told of many respondents: by hand, and never more than the bounds of privacy allow."""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.agreement import agreement
from poolwijzer.engine.answers import consolidate_answers
from poolwijzer.engine.placement import place
from poolwijzer.engine.respondents import Respondents, StatementView, view_respondents
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = TESTS / "files" / "menus" / "other-typology"
SHORT = ("m16", "m2", "m3", "m6", "m12")


def person(number: int, town: int | str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A respondent of a made-up municipality, or of the body."""
    organisation = (
        {"kind": "verband", "name": town} if isinstance(town, str) else {"kind": "gemeente", "name": f"Dorp {town}"}
    )
    return {"id": f"r{number}", "organisation": organisation, "answers": answers, **more}


def told(content: Content, assessment: Assessment, mode: Any = "standaard") -> Respondents:
    return view_respondents(assessment, content, place(assessment, content), mode)


def on_m1(content: Content, assessment_of: Make, *answers: int, **more: Any) -> StatementView:
    """What is told of m16 where each of so many municipalities gave one answer."""
    responses = [person(n, n, {"m16": answer}) for n, answer in enumerate(answers)]
    return told(content, assessment_of(responses=responses, **more)).statements["m16"]


def test_counts_spread_and_a_talking_point_come_from_five_municipalities_on(
    content: Content, assessment_of: Make
) -> None:
    four = on_m1(content, assessment_of, 1, 5, 4, 4)
    assert (four.respondents, four.municipalities) == (4, 4)
    assert (four.counts, four.spread, four.talking_point, four.agreement) == (None, None, None, None)
    five = on_m1(content, assessment_of, 1, 5, 4, 4, 3)
    assert five.counts == (1, 0, 1, 2, 1)
    assert five.spread is not None and list(five.spread) == [1, 5]
    assert five.talking_point is True
    assert five.agreement is None  # eight respondents it takes


def test_the_middle_itself_is_on_neither_side(content: Content, assessment_of: Make) -> None:
    assert on_m1(content, assessment_of, 3, 3, 4, 5, 5).talking_point is False
    assert on_m1(content, assessment_of, 3, 3, 2, 5, 5).talking_point is True


def test_agreement_is_told_from_eight_respondents_on(content: Content, assessment_of: Make) -> None:
    assert on_m1(content, assessment_of, 1, 1, 1, 5, 5, 5, 5).agreement is None
    # Four at each end: no agreement at all.
    assert on_m1(content, assessment_of, 1, 1, 1, 1, 5, 5, 5, 5).agreement == -1
    # 2, 2, 2, 3, 3, 3, 4, 4: layer 2-3-4 twice (6 of 8, A = 1 - 2/4), layer 2-3 once (2 of 8, A = 1 - 1/4).
    found = on_m1(content, assessment_of, 2, 2, 2, 3, 3, 3, 4, 4).agreement
    assert found == Fraction(6, 8) * Fraction(1, 2) + Fraction(2, 8) * Fraction(3, 4) == Fraction(9, 16)


def test_eight_people_of_four_municipalities_tell_no_agreement_either(content: Content, assessment_of: Make) -> None:
    responses = [person(n, n % 4, {"m16": 1 if n % 2 else 5}) for n in range(8)]
    view = told(content, assessment_of(responses=responses)).statements["m16"]
    assert (view.respondents, view.municipalities, view.counts, view.agreement) == (8, 4, None, None)


def test_the_spread_is_over_municipalities_and_the_counts_are_over_people(
    content: Content, assessment_of: Make
) -> None:
    responses = [person(n, n, {"m16": 3}) for n in range(4)] + [person(8, 4, {"m16": 1}), person(9, 4, {"m16": 4})]
    view = told(content, assessment_of(responses=responses)).statements["m16"]
    assert view.counts == (1, 0, 4, 1, 0)
    assert view.spread is not None and list(view.spread) == [Fraction(1 + 4, 2), 3]


def test_hands_that_were_counted_in_the_group_are_told_as_counts(content: Content, assessment_of: Make) -> None:
    def view(*votes: int) -> StatementView:
        return told(content, assessment_of(answers={"m16": {"value": 4, "votes": list(votes)}})).statements["m16"]

    assert view(0, 1, 1, 2, 0).counts is None
    shown = view(0, 1, 2, 5, 1)
    assert (shown.source, shown.respondents, shown.municipalities, shown.joint) == ("handen", 9, 0, True)
    assert shown.counts == (0, 1, 2, 5, 1)
    assert (shown.spread, shown.talking_point) == (None, False)
    assert shown.agreement == agreement((0, 1, 2, 5, 1))
    assert view(0, 4, 0, 4, 1).talking_point is True
    with_unknown = view(0, 1, 2, 5, 1, 3)
    assert (with_unknown.respondents, with_unknown.counts) == (12, (0, 1, 2, 5, 1))
    assert with_unknown.vote is not None and with_unknown.vote.unknown == 3
    assert with_unknown.agreement == shown.agreement


def test_what_was_answered_apart_is_still_told_where_the_group_settled_on_one_answer(
    content: Content, assessment_of: Make
) -> None:
    view = on_m1(content, assessment_of, 1, 5, 4, 4, 3, answers={"m16": 4})
    assert (view.joint, view.source, view.counts) == (True, "respondenten", (1, 0, 1, 2, 1))


def roles(content: Content, assessment_of: Make, counted: dict[str | None, int]) -> dict[str, int]:
    """The roles that are told, with their numbers, where so many people have each."""
    named = [role for role, number in counted.items() for _ in range(number)]
    responses = [person(n, n, {"m16": 1 + n % 5}, **({"role": role} if role else {})) for n, role in enumerate(named)]
    found = told(content, assessment_of(responses=responses))
    return {view.role: view.respondents for view in found.statements["m16"].roles}


@pytest.mark.parametrize(
    ("counted", "shown"),
    [
        ({"ambtelijk": 3, "bestuurlijk": 3}, {"ambtelijk": 3, "bestuurlijk": 3}),
        ({"ambtelijk": 2, "bestuurlijk": 2}, {}),
        # One alderman could be worked out from the total, and so could two: the smallest role goes untold as well.
        ({"ambtelijk": 5, "secretaris": 4, "bestuurlijk": 1}, {"ambtelijk": 5}),
        ({"ambtelijk": 5, "bestuurlijk": 2}, {}),
        ({"ambtelijk": 5, "secretaris": 2, "bestuurlijk": 2}, {"ambtelijk": 5}),
        ({"ambtelijk": 5, None: 1}, {}),
        ({"ambtelijk": 5, None: 3}, {"ambtelijk": 5}),
    ],
)
def test_a_role_is_told_from_three_people_on_if_no_smaller_group_is_left_over(
    content: Content, assessment_of: Make, counted: dict[str | None, int], shown: dict[str, int]
) -> None:
    assert roles(content, assessment_of, counted) == shown


def test_the_mean_of_a_role_is_over_its_people(content: Content, assessment_of: Make) -> None:
    said = [
        ("ambtelijk", 4),
        ("ambtelijk", 5),
        ("ambtelijk", 4),
        ("bestuurlijk", 2),
        ("bestuurlijk", 1),
        ("bestuurlijk", 1),
    ]
    responses = [person(n, n, {"m16": answer}, role=role) for n, (role, answer) in enumerate(said)]
    view = told(content, assessment_of(responses=responses)).statements["m16"]
    assert [(role.role, role.mean) for role in view.roles] == [
        ("ambtelijk", Fraction(13, 3)),
        ("bestuurlijk", Fraction(4, 3)),
    ]


def test_a_body_that_sees_it_otherwise_is_reported_from_a_gap_above_one_on(
    content: Content, assessment_of: Make
) -> None:
    def gap(*body: int) -> tuple[Fraction, bool]:
        towns = [person(1, 1, {"b2": 2}), person(2, 2, {"b2": 4})]
        bodies = [person(3 + n, f"verband {n}", {"b2": answer}) for n, answer in enumerate(body)]
        view = told(content, assessment_of(responses=[*towns, *bodies])).statements["b2"]
        assert view.body is not None
        return view.body.gap, view.body.differs

    assert gap(5) == (Fraction(2), True)
    assert gap(4) == (Fraction(1), False)  # exactly one is not above it
    assert gap(1) == (Fraction(-2), True)
    assert gap(5, 4) == (Fraction(3, 2), True)


def test_there_is_no_gap_where_one_side_was_not_asked_or_where_it_was_settled_together(
    content: Content, assessment_of: Make
) -> None:
    responses = [person(1, 1, {"b2": 1, "b9": 1}), person(2, "het verband", {"b2": 5, "b9": 5})]
    assert told(content, assessment_of(responses=responses)).statements["b9"].body is None
    settled = told(content, assessment_of(responses=responses, answers={"b2": 3}))
    assert settled.statements["b2"].body is None


def every(value: int) -> dict[str, int]:
    """Answers to the short list on motivation that all count as this."""
    return {name: 6 - value if name in ("m6", "m12") else value for name in SHORT}


def test_a_divided_group_is_told_in_numbers(content: Content, assessment_of: Make) -> None:
    values = [5] * 5 + [3] * 3 + [1] * 4
    responses = [person(n, n, every(value)) for n, value in enumerate(values)]
    assessment = assessment_of(responses=responses)
    view = told(content, assessment).axes["motivatie"]
    assert view.levels == {"hoog": 5, "midden": 3, "laag": 4}
    assert view.spread is not None and list(view.spread) == [1, 5]
    assert (view.respondents, view.municipalities) == (12, 12)
    # Each statement has 5, 3 and 4 at the ends and in the middle.
    assert view.agreement == agreement((4, 0, 3, 0, 5))


def test_four_that_are_divided_are_called_so_without_numbers(content: Content, assessment_of: Make) -> None:
    responses = [person(n, n, every(value)) for n, value in enumerate((5, 5, 1, 1))]
    assessment = assessment_of(responses=responses)
    assert place(assessment, content).axes["motivatie"].divided
    view = told(content, assessment).axes["motivatie"]
    assert (view.levels, view.spread) == (None, None)


def test_who_only_said_not_to_know_is_no_respondent(content: Content, assessment_of: Make) -> None:
    responses = [person(1, 1, {"m16": "weet-niet"}), person(2, 2, {"m16": 4}), person(3, 2, {"m2": 4})]
    found = told(content, assessment_of(responses=responses))
    assert (found.respondents, found.municipalities) == (2, 1)
    assert (found.statements["m16"].respondents, found.axes["motivatie"].respondents) == (1, 2)


def test_it_works_on_another_scale(assessment_of: Make) -> None:
    other = load_menus(OTHER)
    responses = [person(n, n, {"u1": answer}) for n, answer in enumerate((1, 4, 4, 5, 7))]
    assessment = assessment_of(responses=responses)
    view = view_respondents(assessment, other, place(assessment, other)).statements["u1"]
    assert view.counts == (1, 0, 0, 2, 1, 0, 1)
    assert view.talking_point is True


ANSWERS = st.fixed_dictionaries({}, optional=dict.fromkeys((*SHORT, "b2", "b9"), st.integers(1, 5)))
PEOPLE = st.lists(
    st.tuples(
        st.integers(0, 6),
        ANSWERS,
        st.sampled_from([None, "ambtelijk", "secretaris", "bestuurlijk"]),
        st.sampled_from(["eigen-beeld", "namens-organisatie"]),
    ),
    max_size=14,
).map(
    lambda listed: [
        person(n, town, answers, basis=basis, **({"role": role} if role else {}))
        for n, (town, answers, role, basis) in enumerate(listed)
    ]
)


@settings(deadline=None, max_examples=40)
@given(people=PEOPLE, data=st.data())
def test_the_order_of_respondents_changes_nothing(
    content: Content, assessment_of: Make, people: list[dict[str, Any]], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(people))
    one = told(content, assessment_of(responses=people, municipalities=7))
    assert one == told(content, assessment_of(responses=mixed, municipalities=7))


@settings(deadline=None, max_examples=60)
@given(people=PEOPLE)
def test_what_is_not_told_cannot_be_worked_out_from_what_is(
    content: Content, assessment_of: Make, people: list[dict[str, Any]]
) -> None:
    privacy = content.typology.privacy
    for name, view in told(content, assessment_of(responses=people)).statements.items():
        groups = Counter(entry.get("role") for entry in people if name in entry["answers"])
        assert sum(groups.values()) == view.respondents
        towns = {entry["organisation"]["name"] for entry in people if name in entry["answers"]}
        hidden = len(towns) < privacy.spread_from
        assert (view.counts is None) is (view.spread is None) is hidden
        assert view.counts is None or sum(view.counts) == view.respondents
        for shown in view.roles:
            assert shown.respondents == groups[shown.role] >= privacy.role_from
        left = view.respondents - sum(shown.respondents for shown in view.roles)
        assert not view.roles or left == 0 or left >= privacy.role_from


@settings(deadline=None, max_examples=40)
@given(people=PEOPLE.filter(bool), data=st.data())
def test_a_second_respondent_of_one_municipality_does_not_shift_the_weight_of_another(
    content: Content, assessment_of: Make, people: list[dict[str, Any]], data: st.DataObject
) -> None:
    twice = data.draw(st.sampled_from(people))
    more = [*people, {**twice, "id": "nog-een"}]
    before = consolidate_answers(assessment_of(responses=people), content)
    after = consolidate_answers(assessment_of(responses=more), content)
    for name in before:
        own = [entry for entry in people if entry["organisation"] == twice["organisation"] and name in entry["answers"]]
        assert after[name].municipalities == before[name].municipalities
        # Where it was the only one, or the only one to speak for all, its municipality says the same as before.
        if own == [twice]:
            assert after[name].value == before[name].value


@settings(deadline=None, max_examples=50)
@given(people=PEOPLE.filter(bool), together=ANSWERS, data=st.data())
def test_turning_an_answer_into_an_unanswered_one_never_narrows_the_interval(
    content: Content,
    assessment_of: Make,
    people: list[dict[str, Any]],
    together: dict[str, Any],
    data: st.DataObject,
) -> None:
    sheets = [together, *(entry["answers"] for entry in people)]
    given_answers = [(index, name) for index, sheet in enumerate(sheets) for name in sheet]
    if not given_answers:
        return
    index, name = data.draw(st.sampled_from(given_answers))
    open_sheets = [dict(sheet) for sheet in sheets]
    open_sheets[index][name] = "weet-niet"

    def widths(listed: list[dict[str, Any]]) -> dict[str, Fraction]:
        responses = [{**entry, "answers": sheet} for entry, sheet in zip(people, listed[1:], strict=True)]
        assessment = assessment_of(answers=listed[0], responses=responses, questions="kort", municipalities=7)
        return {axis: found.high - found.low for axis, found in place(assessment, content).axes.items()}

    before, after = widths(sheets), widths(open_sheets)
    assert all(after[axis] >= before[axis] for axis in before)
