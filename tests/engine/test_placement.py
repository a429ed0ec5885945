"""Placing an initiative: hand-computed cases with their sums, and what must hold for all of them."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import Placement

Make = Callable[..., Assessment]

SHORT = {"motivatie": ("m16", "m2", "m3", "m6", "m12"), "betrokkenheid": ("b2", "b11", "b12", "b6", "b9")}
REVERSED = ("m6", "m12", "m13", "b6", "b14")
HIGH, LOW, MIDDLE = (5, 5, 4, 4, 4), (1, 1, 2, 2, 2), (3, 3, 3, 3, 3)
VERBAND = {"verband": {"kind": "provincie", "name": "de provincie"}}


def giving(m: tuple[int, ...] | None = None, b: tuple[int, ...] | None = None) -> dict[str, Any]:
    """Answers to the short list that count as these numbers: a reversed statement gets six minus its number."""
    found = {}
    for names, numbers in ((SHORT["motivatie"], m), (SHORT["betrokkenheid"], b)):
        for name, counted in zip(names, numbers or (), strict=bool(numbers)):
            found[name] = 6 - counted if name in REVERSED else counted
    return found


def placed(content: Content, assessment_of: Make, **parts: Any) -> Placement:
    """The placement of an assessment of these parts."""
    return place(assessment_of(**parts), content)


def test_the_score_is_the_mean_of_the_answers_with_reversed_ones_turned(content: Content, assessment_of: Make) -> None:
    answers = {"m16": 5, "m2": 4, "m3": 4, "m6": 2, "m12": 3, "b2": 2, "b11": 1, "b12": 1, "b6": 4, "b9": 2}
    found = placed(content, assessment_of, answers=answers)
    will, body = found.axes["motivatie"], found.axes["betrokkenheid"]
    assert will.score == Fraction(5 + 4 + 4 + (6 - 2) + (6 - 3), 5) == 4
    assert body.score == Fraction(2 + 1 + 1 + (6 - 4) + 2, 5) == Fraction(8, 5)
    assert (will.level, body.level) == ("hoog", "laag")
    assert will.low == will.high == will.score
    assert will.coverage == 1
    assert (will.status, will.source) == ("definitief", "antwoorden")
    assert found.in_play == ("gemeenten-aan-zet",)
    assert found.nearest == "gemeenten-aan-zet"
    assert (found.status, found.source, found.divided) == ("definitief", "antwoorden", False)


def test_what_is_open_or_not_known_stands_at_the_ends_of_the_scale_in_low_and_high(
    content: Content, assessment_of: Make
) -> None:
    found = placed(content, assessment_of, answers={"m16": 5, "m2": 4, "m6": 2, "m3": "weet-niet"})
    axis = found.axes["motivatie"]
    assert axis.score == Fraction(5 + 4 + (6 - 2), 3)
    assert axis.low == Fraction(5 + 4 + 4 + 1 + 1, 5) == 3
    assert axis.high == Fraction(5 + 4 + 4 + 5 + 5, 5) == Fraction(23, 5)
    assert axis.coverage == Fraction(3, 5)
    assert (axis.status, axis.asked, axis.answered) == ("voorlopig", 5, 3)
    assert {entry.statement: entry.status for entry in axis.contributions} == {
        "m16": "beantwoord",
        "m2": "beantwoord",
        "m3": "weet-niet",
        "m6": "beantwoord",
        "m12": "open",
    }


def test_the_contributions_add_up_to_the_score(content: Content, assessment_of: Make) -> None:
    axis = placed(content, assessment_of, answers={"m16": 5, "m2": 4, "m6": 2}).axes["motivatie"]
    parts = {entry.statement: entry.contribution for entry in axis.contributions if entry.contribution is not None}
    assert parts == {"m16": Fraction(5, 3), "m2": Fraction(4, 3), "m6": Fraction(6 - 2, 3)}
    assert sum(parts.values()) == axis.score


@pytest.mark.parametrize(
    ("counted", "score", "level"),
    [
        ((2, 3, 2, 3, 2), Fraction(12, 5), "laag"),
        ((2, 3, 3, 2, 3), Fraction(13, 5), "midden"),
        ((3, 3, 4, 3, 4), Fraction(17, 5), "midden"),
        ((4, 3, 4, 3, 4), Fraction(18, 5), "hoog"),
    ],
)
def test_a_score_between_the_bands_is_in_the_middle(
    content: Content, assessment_of: Make, counted: tuple[int, ...], score: Fraction, level: str
) -> None:
    axis = placed(content, assessment_of, answers=giving(m=counted)).axes["motivatie"]
    assert (axis.score, axis.level) == (score, level)


@pytest.mark.parametrize(("answers", "score"), [((2, 3, 2, 3), Fraction(5, 2)), ((4, 3, 4, 3), Fraction(7, 2))])
def test_exactly_on_a_band_is_in_the_middle(
    content: Content, assessment_of: Make, answers: tuple[int, ...], score: Fraction
) -> None:
    given_answers = dict(zip(("m16", "m2", "m3", "m12"), answers, strict=True))
    axis = placed(content, assessment_of, answers=given_answers).axes["motivatie"]
    assert axis.score == Fraction(sum(answers), 4) == score
    assert (axis.level, axis.status) == ("midden", "definitief")


@pytest.mark.parametrize(
    ("m", "b", "in_play"),
    [
        ((2, 3, 3, 2, 3), HIGH, ("behoeften-ophalen", "samen-inrichten")),  # 13/5, nearer to low
        ((3, 3, 4, 3, 4), HIGH, ("samen-inrichten", "behoeften-ophalen")),  # 17/5, nearer to high
        ((2, 3, 3, 2, 3), LOW, ("trekker-zoeken", "gemeenten-aan-zet")),
        (HIGH, (2, 3, 3, 2, 3), ("gemeenten-aan-zet", "samen-inrichten")),
        (LOW, (3, 3, 4, 3, 4), ("behoeften-ophalen", "trekker-zoeken")),
    ],
)
def test_one_axis_in_the_middle_puts_two_places_in_play_the_nearest_first(
    content: Content, assessment_of: Make, m: tuple[int, ...], b: tuple[int, ...], in_play: tuple[str, ...]
) -> None:
    found = placed(content, assessment_of, answers=giving(m, b))
    assert found.in_play == in_play
    assert found.nearest == in_play[0]


def test_both_axes_in_the_middle_put_all_places_in_play_the_nearest_first(
    content: Content, assessment_of: Make
) -> None:
    found = placed(content, assessment_of, answers=giving((3, 3, 4, 3, 4), (2, 3, 3, 2, 3)))
    assert set(found.in_play) == set(content.typology.quadrants)
    assert found.in_play[0] == found.nearest == "gemeenten-aan-zet"


@pytest.mark.parametrize(("m", "b"), [(MIDDLE, HIGH), (HIGH, MIDDLE), (MIDDLE, MIDDLE)])
def test_exactly_in_the_middle_there_is_no_nearest_place(
    content: Content, assessment_of: Make, m: tuple[int, ...], b: tuple[int, ...]
) -> None:
    found = placed(content, assessment_of, answers=giving(m, b))
    assert found.nearest is None
    assert len(found.in_play) in (2, 4)


@pytest.mark.parametrize(
    ("m", "b", "quadrant"),
    [
        (HIGH, HIGH, "samen-inrichten"),
        (HIGH, LOW, "gemeenten-aan-zet"),
        (LOW, HIGH, "behoeften-ophalen"),
        (LOW, LOW, "trekker-zoeken"),
    ],
)
def test_each_corner_has_its_quadrant(
    content: Content, assessment_of: Make, m: tuple[int, ...], b: tuple[int, ...], quadrant: str
) -> None:
    assert placed(content, assessment_of, answers=giving(m, b)).in_play == (quadrant,)


# An entry beside the short list, even 'weet niet', makes that axis six statements long: thirds can be had.
@pytest.mark.parametrize(
    ("answers", "coverage", "status"),
    [
        ({"m16": 4, "m11": "weet-niet"}, Fraction(1, 6), "onbekend"),
        ({"m16": 4, "m2": 4, "m11": "weet-niet"}, Fraction(1, 3), "voorlopig"),
        ({"m16": 4, "m2": 4, "m12": 2, "m11": "weet-niet"}, Fraction(1, 2), "voorlopig"),
        ({"m16": 4, "m2": 4, "m6": 2, "m12": 2, "m11": "weet-niet"}, Fraction(2, 3), "definitief"),
        ({}, Fraction(0), "onbekend"),
        ({"m16": "weet-niet", "m2": "weet-niet", "m3": "weet-niet"}, Fraction(0), "onbekend"),
    ],
)
def test_the_status_goes_by_thirds_of_what_was_asked(
    content: Content, assessment_of: Make, answers: dict[str, Any], coverage: Fraction, status: str
) -> None:
    axis = placed(content, assessment_of, answers=answers, questions="kort").axes["motivatie"]
    assert (axis.coverage, axis.status) == (coverage, status)
    assert (axis.score is None) is (status == "onbekend")


def test_a_facet_without_any_answer_makes_a_place_provisional(content: Content, assessment_of: Make) -> None:
    answers = giving(HIGH, HIGH)
    del answers["m2"]  # the only statement of its facet on the short list
    found = placed(content, assessment_of, answers=answers)
    axis = found.axes["motivatie"]
    assert (axis.coverage, axis.status, axis.missing_facets) == (Fraction(4, 5), "voorlopig", ("belang",))
    assert found.status == "voorlopig"
    assert found.in_play == ("samen-inrichten",)


def test_without_a_place_on_one_axis_nothing_is_in_play(content: Content, assessment_of: Make) -> None:
    found = placed(content, assessment_of, answers=giving(m=HIGH))
    assert (found.in_play, found.nearest, found.status) == ((), None, "onbekend")
    assert found.axes["motivatie"].level == "hoog"


def test_too_few_answers_fall_back_on_the_own_estimate_and_say_so(content: Content, assessment_of: Make) -> None:
    answers = {"m2": 1, **giving(b=HIGH)}
    found = placed(content, assessment_of, answers=answers, estimate={"motivatie": "4", "betrokkenheid": 1})
    will, body = found.axes["motivatie"], found.axes["betrokkenheid"]
    assert [will.low, will.score, will.high] == [1, 4, 5]
    assert (will.level, will.status, will.source) == ("hoog", "voorlopig", "eigen-inschatting")
    assert body.source == "antwoorden"
    assert (found.in_play, found.status, found.source) == (("samen-inrichten",), "voorlopig", "eigen-inschatting")


def test_enough_answers_go_before_the_own_estimate(content: Content, assessment_of: Make) -> None:
    found = placed(content, assessment_of, answers={"m16": 1, "m2": 1}, estimate={"motivatie": 5})
    assert found.axes["motivatie"].score == 1
    assert found.axes["motivatie"].source == "antwoorden"
    assert found.estimate == {"motivatie": 5}


def test_without_an_existing_body_its_axis_is_lowest_and_its_answers_do_not_count(
    content: Content, assessment_of: Make
) -> None:
    parts = {"answers": giving(HIGH, HIGH)}
    without = placed(content, assessment_of, **parts, context={"verband": {"kind": "geen"}})
    axis = without.axes["betrokkenheid"]
    assert [axis.low, axis.score, axis.high] == [1, 1, 1]
    assert (axis.level, axis.source) == ("laag", "vaste-waarde")
    assert {entry.status for entry in axis.contributions} == {"telt-niet"}
    assert axis.because == "Boven de gemeenten bestaat nog geen samenwerking."
    assert without.in_play == ("gemeenten-aan-zet",)
    again = placed(content, assessment_of, **parts, context=VERBAND)
    assert again.axes["betrokkenheid"].score == Fraction(5 + 5 + 4 + 4 + 4, 5)
    assert again.in_play == ("samen-inrichten",)


@pytest.mark.parametrize(
    ("listed", "extra", "asked"),
    [
        ("kort", {}, 5),
        ("volledig", {}, 10),
        (None, {}, 5),
        (None, {"m8": 4}, 10),
        (None, {"m8": "weet-niet"}, 6),
        ("kort", {"m8": 4}, 6),
    ],
)
def test_what_was_asked_is_the_list_and_what_has_an_entry_beside_it(
    content: Content, assessment_of: Make, listed: str | None, extra: dict[str, Any], asked: int
) -> None:
    found = placed(content, assessment_of, answers={"m16": 4, **extra}, questions=listed)
    assert found.axes["motivatie"].asked == asked


def test_an_extra_answer_on_one_axis_makes_the_list_long_for_both(content: Content, assessment_of: Make) -> None:
    found = placed(content, assessment_of, answers={**giving(HIGH, HIGH), "m8": 4})
    assert found.axes["betrokkenheid"].asked == 10


# What must hold whatever people answer.
NAMES = [
    *("m2", "m8", "m16", "m6", "m13", "m15", "m3", "m11", "m7", "m12"),
    *("b1", "b2", "b7", "b8", "b14", "b9", "b6", "b11", "b12", "b5"),
]
POINTS = st.integers(1, 5)
ANSWERS = st.dictionaries(st.sampled_from(NAMES), st.one_of(POINTS, st.just("weet-niet")))
LISTS = st.sampled_from(["kort", "volledig", None])
TOWNS = ("Proefdorp 0", "Proefdorp 1", "Proefdorp 2")
ORGANISATIONS = st.one_of(
    st.sampled_from(TOWNS).map(lambda name: {"kind": "gemeente", "name": name}),
    st.just({"kind": "verband", "name": "het verband"}),
)
RESPONSE = st.fixed_dictionaries(
    {
        "organisation": ORGANISATIONS,
        "basis": st.sampled_from(["namens-organisatie", "eigen-beeld"]),
        "answers": ANSWERS,
    },
    optional={"date": st.sampled_from(["2026-09-01", "2026-09-02"])},
)
RESPONSES = st.lists(RESPONSE, max_size=5).map(
    lambda listed: [{"id": f"r{number}", **entry} for number, entry in enumerate(listed)]
)


def comparable(value: Fraction | None) -> Fraction:
    return Fraction(0) if value is None else value


@settings(deadline=None)
@given(answers=ANSWERS, listed=LISTS)
def test_a_score_counts_what_was_answered_and_nothing_else(
    content: Content, assessment_of: Make, answers: dict[str, Any], listed: str | None
) -> None:
    found = placed(content, assessment_of, answers=answers, questions=listed)
    for axis, letter in (("motivatie", "m"), ("betrokkenheid", "b")):
        counted = [
            6 - value if name in REVERSED else value
            for name, value in answers.items()
            if name[0] == letter and value != "weet-niet"
        ]
        score = found.axes[axis].score
        assert score is None or score == Fraction(sum(counted), len(counted))


@settings(deadline=None)
@given(answers=ANSWERS, listed=LISTS, responses=RESPONSES)
def test_low_score_and_high_stand_in_that_order_and_coverage_is_a_share(
    content: Content, assessment_of: Make, answers: dict[str, Any], listed: str | None, responses: list[dict[str, Any]]
) -> None:
    found = placed(content, assessment_of, answers=answers, questions=listed, responses=responses, municipalities=3)
    for axis in found.axes.values():
        assert 1 <= axis.low <= axis.high <= 5
        assert axis.score is None or axis.low <= axis.score <= axis.high
        assert 0 <= axis.coverage <= 1
        assert axis.municipality_coverage is None or 0 <= axis.municipality_coverage <= 1
        assert (axis.score is None) is (axis.level is None) is (axis.status == "onbekend")


@settings(deadline=None)
@given(answers=ANSWERS, listed=st.sampled_from(["kort", "volledig"]))
def test_not_knowing_counts_the_same_as_not_answering(
    content: Content, assessment_of: Make, answers: dict[str, Any], listed: str
) -> None:
    within = {name for names in SHORT.values() for name in names} if listed == "kort" else set(NAMES)
    said = {name: value for name, value in answers.items() if name in within}
    silent = {name: value for name, value in said.items() if value != "weet-niet"}
    one = placed(content, assessment_of, answers=said, questions=listed)
    other = placed(content, assessment_of, answers=silent, questions=listed)
    assert (one.in_play, one.nearest, one.status) == (other.in_play, other.nearest, other.status)
    for axis in one.axes:
        a, b = one.axes[axis], other.axes[axis]
        assert (a.score, a.low, a.high, a.coverage) == (b.score, b.low, b.high, b.coverage)


@settings(deadline=None)
@given(answers=ANSWERS, responses=RESPONSES, data=st.data())
def test_raising_an_answer_never_lowers_its_axis_and_a_reversed_one_never_raises_it(
    content: Content, assessment_of: Make, answers: dict[str, Any], responses: list[dict[str, Any]], data: st.DataObject
) -> None:
    sheets = [answers, *(response["answers"] for response in responses)]
    low_ones = [
        (index, name) for index, sheet in enumerate(sheets) for name, value in sheet.items() if value in (1, 2, 3, 4)
    ]
    if not low_ones:
        return
    index, name = data.draw(st.sampled_from(low_ones))
    raised = [dict(sheet) for sheet in sheets]
    raised[index][name] = data.draw(st.integers(sheets[index][name] + 1, 5))
    after_responses = [{**response, "answers": sheet} for response, sheet in zip(responses, raised[1:], strict=True)]
    before = placed(content, assessment_of, answers=answers, responses=responses, municipalities=3)
    after = placed(content, assessment_of, answers=raised[0], responses=after_responses, municipalities=3)
    axis = "motivatie" if name[0] == "m" else "betrokkenheid"
    other = "betrokkenheid" if name[0] == "m" else "motivatie"
    sign = -1 if name in REVERSED else 1
    assert after.axes[other].score == before.axes[other].score
    for value in ("score", "low", "high"):
        change = comparable(getattr(after.axes[axis], value)) - comparable(getattr(before.axes[axis], value))
        assert sign * change >= 0


@settings(deadline=None)
@given(answers=ANSWERS, responses=RESPONSES, data=st.data())
def test_the_order_of_answers_and_of_respondents_is_irrelevant(
    content: Content, assessment_of: Make, answers: dict[str, Any], responses: list[dict[str, Any]], data: st.DataObject
) -> None:
    # Of one moment the last in the file is the newest, so each has a day of its own.
    responses = [{**response, "date": f"2026-10-{day:02}"} for day, response in enumerate(responses, 1)]
    mixed_answers = dict(data.draw(st.permutations(list(answers.items()))))
    mixed_responses = data.draw(st.permutations(responses))
    one = placed(content, assessment_of, answers=answers, responses=responses, municipalities=3)
    other = placed(content, assessment_of, answers=mixed_answers, responses=mixed_responses, municipalities=3)
    assert one == other
