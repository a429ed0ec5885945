"""Initiatives and groups side by side: order, answers, choices, verdicts and signals."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from poolwijzer.api import advise
from poolwijzer.assessment.model import Assessment
from poolwijzer.compare.comparison import compare_assessments
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.report import build_comparison_report
from poolwijzer.compare.timeline import raised_by
from poolwijzer.compare.values import ChoiceCompared, Comparison, StatementCompared
from poolwijzer.content.content import Content
from poolwijzer.engine.placement import place
from poolwijzer.problems import InputError
from poolwijzer.report.texts import texts_of
from tests.assessment.strategies import assessments
from tests.compare.conftest import ON

Make = Callable[..., Given]
Compare = Callable[..., Comparison]


def answers_to(found: Comparison, statement: str) -> StatementCompared:
    return next(entry for entry in found.statements if entry.statement == statement)


# The order.


def test_they_stand_by_name_and_never_by_score(given: Make, compared: Compare) -> None:
    names = {"Regio 10": 5, "regio 2": 1, "Aa": 3, "Zuid": 4}
    files = [given(name, id=f"i{score}", m=score, b=score) for name, score in names.items()]
    assert [one.label for one in compared(*files).subjects] == ["Aa", "regio 2", "Regio 10", "Zuid"]


def test_each_is_placed_and_judged_as_an_advice_would(given: Make, compared: Compare, content: Content) -> None:
    files = [given("Een", id="een", m=5, b=2), given("Twee", id="twee", m=1, b=4)]
    for file, one in zip(files, compared(*files).subjects, strict=True):
        placement = place(file.assessment, content)
        assert one.placement == placement
        cards = advise(file.assessment, content, ON).components
        assert one.judgement.verdicts == {option.option: option.verdict for card in cards for option in card.options}


# The answers.


def test_the_spread_is_the_highest_minus_the_lowest_as_they_count(given: Make, compared: Compare) -> None:
    files = [given(id=f"i{index}", answers={"m16": first, "m6": 2}) for index, first in enumerate((2, 5, 3))]
    found = compared(*files)
    assert answers_to(found, "m16").spread == 3
    reversed_one = answers_to(found, "m6")
    assert reversed_one.spread == 0 and list(map(str, reversed_one.counted())) == ["4", "4", "4"]


def test_the_largest_difference_comes_first_and_ties_stand_as_in_the_menus(given: Make, compared: Compare) -> None:
    one = given(id="een", answers={"m16": 3, "m2": 1, "m3": 2, "m6": 1, "b2": 4})
    other = given(id="twee", answers={"m16": 3, "m2": 3, "m3": 4, "m6": 5, "b2": 4})
    found = compared(one, other)
    told = [f"{entry.statement}: {entry.spread}" for entry in found.most_different()]
    assert told == ["m6: 4", "m2: 2", "m3: 2"]
    assert [entry.statement for entry in found.alike()] == ["m16", "b2"]


def test_what_only_one_answered_is_neither_a_difference_nor_the_same(given: Make, compared: Compare) -> None:
    found = compared(
        given(id="een", answers={"m16": 5, "m2": 4}), given(id="twee", answers={"m16": "weet-niet", "m2": 4})
    )
    assert answers_to(found, "m16").spread is None
    assert list(map(str, answers_to(found, "m16").counted())) == ["5", "None"]
    assert [entry.statement for entry in found.alike()] == ["m2"] and not found.most_different()


def test_what_does_not_count_because_there_is_no_body_is_no_answer(given: Make, compared: Compare) -> None:
    without = given(id="een", answers={"b2": 5}, context={"verband": "geen"})
    assert answers_to(compared(without, given(id="twee", answers={"b2": 1})), "b2").spread is None


def test_answers_on_both_sides_of_the_middle_are_pointed_out(given: Make, compared: Compare) -> None:
    found = compared(given(id="een", answers={"m16": 2, "m2": 3}), given(id="twee", answers={"m16": 4, "m2": 5}))
    assert [answers_to(found, name).both_sides for name in ("m16", "m2")] == [True, False]


def test_agreement_is_measured_from_eight_whole_answers_on(given: Make, compared: Compare) -> None:
    def files(values: list[int]) -> list[Given]:
        return [given(file=f"{index}.yaml", answers={"m16": value}) for index, value in enumerate(values)]

    assert answers_to(compared(*files([1] * 4 + [5] * 4)), "m16").agreement == -1
    assert answers_to(compared(*files([4] * 8)), "m16").agreement == 1
    assert answers_to(compared(*files([1] * 3 + [5] * 4)), "m16").agreement is None


def test_where_many_answered_apart_their_mean_is_compared(given: Make, compared: Compare) -> None:
    people = [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": f"Proefdorp {index}"},
            "answers": {"m16": value},
        }
        for index, value in enumerate((1, 2, 2))
    ]
    found = compared(given(id="een", responses=people), given(id="twee", answers={"m16": 4}))
    assert answers_to(found, "m16").spread == 4 - Fraction(5, 3)


# Choices, verdicts and signals.


def test_choices_tell_who_chose_who_considers_and_what_was_added(given: Make, compared: Compare) -> None:
    first = {"options": ["bij-provincie"], "considering": ["nieuwe-organisatie"], "other": ["Een  eigen\nvorm"]}
    files = [
        given("A", id="a", m=3, choices={"vorm": first}),
        given("B", id="b", m=3, choices={"vorm": {"options": ["bij-provincie"], "other": ["Een eigen vorm", "Niets"]}}),
        given("C", id="c", m=3, choices={"vorm": {}}),
        given("D", id="d", m=3),
    ]
    (vorm,) = compared(*files).components
    assert (vorm.component, vorm.filled) == ("vorm", (1, 2, 3))
    assert vorm.choices == (
        ChoiceCompared("bij-provincie", "", (1, 2), ()),
        ChoiceCompared("nieuwe-organisatie", "", (), (1,)),
        ChoiceCompared(None, "Een eigen vorm", (1, 2), ()),
        ChoiceCompared(None, "Niets", (2,), ()),
    )


def test_only_verdicts_that_are_not_the_same_everywhere_differ(given: Make, compared: Compare) -> None:
    files = [
        given(name, id=name.lower(), context={"looptijd": term}) for name, term in (("A", "3-plus"), ("B", "tot-1"))
    ]
    found = compared(*files)
    by_option = {entry.option: entry for entry in found.verdicts}
    # How long they want to go on speaks for and against employing people, and says nothing of plans.
    assert by_option["in-dienst-bij-gastheer"].outcomes == (("past-goed", False), ("minder-passend", False))
    assert not by_option["planvorming-begeleiden"].differs
    assert [entry.option for entry in found.verdicts] == list(by_option)


def test_signals_tell_for_whom_they_were_raised(given: Make, compared: Compare, content: Content) -> None:
    found = compared(given("A", id="a", m=5, b=5), given("B", id="b", m=1, b=1), given("C", id="c", m=5, b=5))
    raised = [set(raised_by(one.judgement)) for one in found.subjects]
    for entry in found.signals:
        assert entry.raised == tuple(n for n, own in enumerate(raised, 1) if (entry.signal, entry.effect) in own)
    assert {(entry.signal, entry.effect) for entry in found.signals} == set().union(*raised)
    assert {len(entry.raised) for entry in found.signals} == {1, 2}


# What holds for all files.


def outcome(files: list[Given], content: Content, asked: Any) -> Any:
    try:
        found = compare_assessments(files, content, ON, asked)
    except InputError as error:
        return sorted(map(str, error.problems))
    return found, build_comparison_report(content, found, version="0", depth="volledig")


@settings(max_examples=25)
@for_all(data=st.data(), several=st.lists(assessments(), min_size=2, max_size=4))
def test_the_order_of_the_files_changes_nothing(content: Content, data: st.DataObject, several: list[Any]) -> None:
    files = [Given(f"{index}.yaml", Assessment.model_validate(one)) for index, one in enumerate(several)]
    first = files[0].assessment.initiative
    for same in data.draw(st.sets(st.sampled_from(["id", "name", "date"]))):
        files = [renamed(file, **{same: getattr(first, same)}) for file in files]
    asked = data.draw(st.sampled_from([None, "initiatives", "groups", "time"]))
    shuffled = data.draw(st.permutations(files))
    assert outcome(shuffled, content, asked) == outcome(files, content, asked)


def renamed(file: Given, **new: Any) -> Given:
    initiative = file.assessment.initiative.model_copy(update=new)
    return file._replace(assessment=file.assessment.model_copy(update={"initiative": initiative}))


@settings(max_examples=25)
@for_all(one=assessments())
def test_an_initiative_beside_itself_under_another_id_shows_no_difference(content: Content, one: Any) -> None:
    file = Given("een.yaml", Assessment.model_validate(one))
    other = renamed(file._replace(file="twee.yaml"), id="een-ander-id")
    found = compare_assessments([file, other], content, ON, "initiatives")
    assert not found.most_different()
    assert not [entry for entry in found.verdicts if entry.differs]
    assert all(entry.raised == (1, 2) for entry in found.signals)
    for component in found.components:
        assert component.filled == (1, 2)
        assert all({entry.chosen, entry.considering} == {(1, 2), ()} for entry in component.choices)
    assert len({one.placement.in_play for one in found.subjects}) == 1


def said_first(found: Comparison, content: Content) -> str:
    return "\n".join(texts_of(build_comparison_report(content, found, version="0").sections[:1]))


def test_files_answered_with_other_questions_are_said_to_be_so(
    content: Content, given: Make, compared: Compare
) -> None:
    before = given("Oud", id="oud", answers={"m5": 4, "m9": 3, "m2": 4, "m3": 4})
    of_now, also = (given(name, id=name.lower(), m=4, b=4) for name in ("Nieuw", "Ander"))
    words = "Niet alle bestanden zijn met dezelfde vragen ingevuld."
    assert words in said_first(compared(before, of_now), content)
    assert words not in said_first(compared(of_now, also), content)
