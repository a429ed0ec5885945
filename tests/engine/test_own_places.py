"""Where each municipality stands itself: marks that tell a place and, unless it agreed, not whose it is."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.own_places import OwnPlaces, find_own_places
from poolwijzer.engine.placement import place
from tests.roots import TESTS

Make = Callable[..., Assessment]

OTHER = TESTS / "files" / "menus" / "other-typology"
BODY = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}


def town(number: int, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
    organisation = {"kind": "gemeente", "name": f"Dorp {number:02}"}
    return {"id": f"r{number}-{len(more)}", "organisation": organisation, "answers": answers, **more}


def will(value: int, **others: int) -> dict[str, int]:
    """Answers to the short list on motivation that all count as this."""
    return {"m16": value, "m2": value, "m3": value, "m6": 6 - value, "m12": 6 - value, **others}


def shown(content: Content, assessment: Assessment, named: bool = False) -> OwnPlaces:
    return find_own_places(assessment, content, place(assessment, content), named)


def test_each_municipality_stands_at_its_own_score_in_order_of_place(content: Content, assessment_of: Make) -> None:
    # The fifth gave 5, 4, 4, 6 - 4 = 2 and 3: 18/5.
    answers = [will(5), will(1), will(3), will(4), {"m16": 5, "m2": 4, "m3": 4, "m6": 4, "m12": 3}]
    responses = [town(n, sheet) for n, sheet in enumerate(answers)]
    marks = shown(content, assessment_of(responses=responses, answers=BODY)).marks
    assert marks is not None
    assert [mark.number for mark in marks] == [1, 2, 3, 4, 5]
    assert [mark.scores["motivatie"] for mark in marks] == [1, 3, Fraction(18, 5), 4, 5]
    assert {mark.name for mark in marks} == {None}
    # About the body the group answered together: there all stand where the initiative stands.
    assert {mark.scores["betrokkenheid"] for mark in marks} == {5}
    assert {mark.own for mark in marks} == {("motivatie",)}
    assert marks[0].in_play == ("behoeften-ophalen",)
    assert set(marks[1].in_play) == {"behoeften-ophalen", "samen-inrichten"}


def test_on_the_axis_of_the_body_a_municipality_stands_at_what_it_said_itself(
    content: Content, assessment_of: Make
) -> None:
    # Asked of municipalities on the short list: b2, b9, b6, b11 and b12. Four of five is enough:
    # (1 + 6 - 4 + 2 + 1)/4 = 6/4.
    responses = [town(n, will(4, b2=1, b6=4, b11=2, b12=1)) for n in range(5)]
    marks = shown(content, assessment_of(responses=responses)).marks
    assert marks is not None
    assert {mark.scores["betrokkenheid"] for mark in marks} == {Fraction(3, 2)}
    assert marks[0].own == ("motivatie", "betrokkenheid")


def test_a_mark_takes_two_thirds_of_what_was_asked_about_motivation(content: Content, assessment_of: Make) -> None:
    responses = [town(n, will(4)) for n in range(6)]
    responses += [town(n, {"m16": 5, "m2": 5, "m3": 5}) for n in (7, 8)]
    found = shown(content, assessment_of(responses=responses, answers=BODY))
    assert found.marks is not None
    assert (len(found.marks), found.without) == (6, 2)
    responses[-1]["answers"]["m12"] = 5
    responses[-2]["answers"]["m12"] = 5  # four of five
    found = shown(content, assessment_of(responses=responses, answers=BODY))
    assert found.marks is not None
    assert (len(found.marks), found.without) == (8, 0)


def test_under_five_municipalities_there_are_no_marks(content: Content, assessment_of: Make) -> None:
    responses = [town(n, will(4), named=True) for n in range(4)]
    assessment = assessment_of(responses=responses, answers=BODY)
    assert shown(content, assessment) == shown(content, assessment, named=True) == (None, None, False)


def test_one_without_a_mark_takes_another_one_along(content: Content, assessment_of: Make) -> None:
    # From the scores of six and the mean of seven the seventh could be worked out.
    responses = [*(town(n, will(4)) for n in range(6)), town(7, {"m16": 1})]
    found = shown(content, assessment_of(responses=responses, answers=BODY))
    assert found.marks is not None
    assert (len(found.marks), found.without) == (5, 2)
    # With five the others would be four, and that is too few.
    assert shown(content, assessment_of(responses=responses[1:], answers=BODY)).marks is None


def test_one_without_a_score_of_its_own_about_the_body_takes_another_one_along(
    content: Content, assessment_of: Make
) -> None:
    responses = [*(town(n, will(4, b2=4, b6=2, b9=4, b11=5)) for n in range(6)), town(7, will(4, b2=1))]
    marks = shown(content, assessment_of(responses=responses, answers={"b12": 5})).marks
    assert marks is not None
    assert len(marks) == 7
    assert sum("betrokkenheid" in mark.own for mark in marks) == 5


def test_names_stand_only_where_they_are_asked_for_and_everybody_there_agreed(
    content: Content, assessment_of: Make
) -> None:
    responses = [town(n, will(1 + n % 5), named=n < 4) for n in range(8)]
    responses.append(town(0, will(1), role="ambtelijk"))  # a second one at Dorp 00, who did not agree
    assessment = assessment_of(responses=responses, answers=BODY)
    named = shown(content, assessment, named=True)
    assert named.marks is not None
    assert {mark.name for mark in named.marks} == {None, "Dorp 01", "Dorp 02", "Dorp 03"}
    assert {mark.name: mark.scores["motivatie"] for mark in named.marks}["Dorp 03"] == 4
    unnamed = shown(content, assessment)
    assert unnamed.marks == tuple(mark._replace(name=None) for mark in named.marks)


def test_names_are_withheld_where_they_would_give_the_others_away(content: Content, assessment_of: Make) -> None:
    def names(agreeing: int, of: int = 8) -> tuple[int, bool]:
        responses = [town(n, will(1 + n % 5), named=n < agreeing) for n in range(of)]
        found = shown(content, assessment_of(responses=responses, answers=BODY), named=True)
        assert found.marks is not None
        return sum(mark.name is not None for mark in found.marks), found.names_withheld

    assert names(5) == (5, False)
    assert names(6) == (0, True)
    assert names(7) == (0, True)
    assert names(8) == (8, False)
    assert names(0) == (0, False)


def test_it_works_on_another_scale_where_all_axes_are_about_municipalities(assessment_of: Make) -> None:
    other = load_menus(OTHER)
    # d2 weighs three times as much: (1 + 3*5)/4 = 4.
    responses = [town(n, {"u1": 7, "u2": 1, "d1": 1, "d2": 5}) for n in range(5)]
    assessment = assessment_of(responses=responses)
    marks = find_own_places(assessment, other, place(assessment, other)).marks
    assert marks is not None
    assert list(marks[0].scores.values()) == [7, 4]
    assert marks[0].own == ("urgentie", "draagvlak")


ANSWERS = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("m16", "m2", "m3", "m6", "m12", "b2", "b6", "b9"), st.integers(1, 5))
)
TOWNS = st.lists(st.tuples(st.one_of(ANSWERS, st.just(will(4, b2=2, b6=3, b9=3))), st.booleans()), max_size=12)


@settings(deadline=None, max_examples=50)
@given(towns=TOWNS, named=st.booleans(), data=st.data())
def test_nobody_is_left_alone_beside_a_total(
    content: Content, assessment_of: Make, towns: list[tuple[dict[str, int], bool]], named: bool, data: st.DataObject
) -> None:
    responses = [town(n, answers, named=agreed) for n, (answers, agreed) in enumerate(towns)]
    found = shown(content, assessment_of(responses=responses, questions="kort"), named)
    mixed = data.draw(st.permutations(responses))
    assert found == shown(content, assessment_of(responses=mixed, questions="kort"), named)
    if found.marks is None:
        return
    assert len(found.marks) >= content.typology.privacy.spread_from
    for axis, names in {"motivatie": ("m16", "m2", "m3", "m6", "m12"), "betrokkenheid": ("b2", "b6", "b9")}.items():
        answered = sum(bool(answers.keys() & set(names)) for answers, _ in towns)
        own = sum(axis in mark.own for mark in found.marks)
        assert own == 0 or (own >= content.typology.privacy.spread_from and answered - own != 1)
    named_ones = sum(mark.name is not None for mark in found.marks)
    unnamed = sum(bool(answers) for answers, _ in towns) - named_ones
    assert named_ones == 0 or unnamed == 0 or unnamed >= content.typology.privacy.role_from
