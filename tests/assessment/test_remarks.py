"""What does not count, or counts otherwise than its author may think, is told where it stands."""

from __future__ import annotations

from textwrap import indent

import pytest

from poolwijzer.assessment.read import Reading, parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from tests.conftest import ON

HEAD = """\
poolwijzer: 1
initiative: {id: proef, name: Proef, municipalities: [Assen, Emmen, {name: Vosdorp, population: 900}]}
"""
YES = "{m16: 5, m2: 5, m3: 5, m6: 1, m12: 1}"


def read(text: str, content: Content) -> Reading:
    return parse_assessment(text.encode(), "proef.yaml", content)


def told(text: str, content: Content) -> list[str]:
    return [str(remark) for remark in read(text, content).remarks]


def responses(*entries: str, head: str = HEAD) -> str:
    lines = "\n".join(f"- {{id: r{number}, {entry}}}" for number, entry in enumerate(entries))
    return f"{head}responses:\n{indent(lines, '  ')}\n"


def of(name: str, answers: str = YES) -> str:
    return f"organisation: {{kind: gemeente, name: {name}}}, answers: {answers}"


@pytest.mark.parametrize("name", ["Asssen", "Leidschendam", "Nergenshuizen", "test", "xxx", "Uden"])
def test_a_respondent_of_no_municipality_is_a_problem_as_in_the_list(name: str, content: Content) -> None:
    with pytest.raises(InputError) as of_respondent:
        read(responses(of("Assen"), of(name)), content)
    with pytest.raises(InputError) as of_initiative:
        read(HEAD.replace("Emmen", name), content)
    first, second = of_respondent.value.problems[0], of_initiative.value.problems[0]
    assert first.message == second.message
    assert first.hint.startswith(second.hint)
    assert (first.line, first.column) == (5, 51)


def test_a_misspelt_municipality_of_ones_own_gets_its_name_as_suggestion(content: Content) -> None:
    with pytest.raises(InputError) as caught:
        read(responses(of("Vosdorpp")), content)
    assert "Bedoelde u Vosdorp?" in str(caught.value)


def test_every_spelling_of_one_municipality_is_that_one(content: Content) -> None:
    text = responses(
        *map(of, ["Assen", "assen", "ASSEN", "gemeente Assen", "GM0106", "vosdorp", "VOSDORP", "Vos\u200edorp"])
    )
    found = Outcome(content, read(text, content).assessment, ON).respondents
    assert found is not None
    assert found.municipalities == 2
    # So they do not open what is told from five municipalities on.
    assert all(view.counts is None for view in found.statements.values())


def test_who_is_not_in_the_list_is_told_and_counts_nowhere(content: Content) -> None:
    text = responses(
        of("Groningen"), of("Groningen"), of("Utrecht"), of("Zwolle"), of("Almere"), of("Assen", "{m16: 1}")
    )
    reading = read(text, content)
    without = read(responses(of("Assen", "{m16: 1}")), content)
    outcomes = [Outcome(content, one.assessment, ON) for one in (reading, without)]
    assert outcomes[0].placement == outcomes[1].placement
    assert outcomes[0].respondents == outcomes[1].respondents
    lines = [str(remark) for remark in reading.remarks]
    assert len(lines) == 4
    assert "'Groningen' staat niet in initiative.municipalities. 2 respondenten van daar tellen niet mee." in lines[0]


def test_a_list_is_needed_for_a_definite_place_and_its_absence_is_told(content: Content) -> None:
    bare = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"
    reading = read(responses(of("Assen"), head=bare), content)
    place = Outcome(content, reading.assessment, ON).placement.axes["motivatie"]
    assert (place.status, place.without_list, place.municipality_coverage) == ("voorlopig", True, None)
    assert len(reading.remarks) == 1
    assert "Er is geen lijst van gemeenten." in str(reading.remarks[0])
    assert "initiative.municipalities" in reading.remarks[0].hint
    # A group that answered together needs none.
    joint = Outcome(content, read(f"{bare}answers: {YES}\n", content).assessment, ON).placement.axes["motivatie"]
    assert (joint.status, joint.without_list) == ("definitief", False)


def test_answers_to_what_is_not_asked_of_who_gave_them_are_told_once(content: Content) -> None:
    asked, more = "{m16: 4, b2: 4}", "{m16: 4, b2: 4, b3: 5, b4: 5}"
    body = "organisation: {kind: verband, name: de provincie}, answers: {b3: 4, m16: 5}"
    reading = read(responses(of("Assen", asked), of("Emmen", more), of("Vosdorp", more), body), content)
    assert [str(remark) for remark in reading.remarks] == [
        "proef.yaml:5:88: De stellingen 'b3' en 'b4' worden niet aan gemeenten gevraagd. "
        "Deze 4 antwoorden tellen niet mee. Antwoordde de bestaande samenwerking? "
        "Schrijf dan organisation.kind: verband.",
        "proef.yaml:7:87: De stelling 'm16' wordt niet aan de bestaande samenwerking gevraagd. "
        "Dit antwoord telt niet mee.",
    ]


@pytest.mark.parametrize(
    ("answer", "contradicts"),
    [
        ("{value: 5, votes: [10, 2, 0, 0, 0]}", True),
        ("{value: 5, votes: [9, 0, 0, 0, 1]}", True),
        ("{value: 2, votes: [4, 5, 3, 0, 0]}", False),
        ("{value: 1, votes: [4, 5, 3, 0, 0]}", False),
        ("{value: 3, votes: [0, 0, 0, 0, 0]}", False),
        ("{value: weet-niet, votes: [0, 1, 3, 5, 3]}", False),
        ("{votes: [0, 1, 3, 5, 3]}", False),
        ("{value: 4, votes: [0, 0, 0, 2, 0, 9]}", True),
        ("{value: 4, votes: [0, 0, 1, 6, 0, 5]}", False),
    ],
)
def test_an_answer_that_the_hands_contradict_is_told(answer: str, contradicts: bool, content: Content) -> None:
    lines = told(f"{HEAD}answers:\n  m16: {answer}\n", content)
    assert any("past niet bij de handen" in line for line in lines) == contradicts


@pytest.mark.parametrize("beside", ["{votes: [0, 1, 3, 5, 3]}", '{note: "Daar zijn wij niet uit."}'])
def test_hands_and_a_note_are_no_answer(beside: str, content: Content) -> None:
    reading = read(f"{HEAD}answers:\n  m16: {beside}\n  m2: 4\n  m3: weet-niet\n", content)
    entries = Outcome(content, reading.assessment, ON).placement.axes["motivatie"].contributions
    status = {entry.statement: entry.status for entry in entries}
    assert (status["m16"], status["m2"], status["m3"]) == ("open", "beantwoord", "weet-niet")


def test_what_an_older_program_wrote_beside_hands_stays(content: Content) -> None:
    """It may have been said."""
    reading = read(f"{HEAD}answers:\n  m6: {{value: weet-niet, votes: [0, 1, 3, 5, 3]}}\n", content)
    entries = Outcome(content, reading.assessment, ON).placement.axes["motivatie"].contributions
    assert {entry.statement: entry.status for entry in entries}["m6"] == "weet-niet"


def test_an_earlier_measurement_is_held_to_the_same_rules(content: Content) -> None:
    earlier = "measurements:\n  - date: 2025-01-01\n    responses:\n      - {id: a, " + of("Groningen") + "}\n"
    lines = told(HEAD + earlier, content)
    assert len(lines) == 1
    assert "Groningen" in lines[0]


def test_a_group_that_answered_everything_together_needs_no_list(content: Content) -> None:
    bare = "poolwijzer: 1\ninitiative: {id: proef, name: Proef}\n"
    assert told(responses(of("Assen"), head=f"{bare}answers: {YES}\n"), content) == []


def test_hands_at_one_respondent_are_told(content: Content) -> None:
    (line,) = told(responses(of("Assen", "{m16: {value: 4, votes: [0, 0, 0, 3, 0]}}")), content)
    assert "Bij een respondent tellen zij niet mee." in line


@pytest.mark.parametrize("name", ["Den Haag", "den haag", "'s-Gravenhage", "GM0518"])
def test_an_own_municipality_with_the_name_of_a_real_one_is_that_one(name: str, content: Content) -> None:
    head = "poolwijzer: 1\ninitiative: {id: proef, name: Proef, municipalities: [{name: Den Haag, population: 5}]}\n"
    reading = read(responses(of(f'"{name}"'), head=head), content)
    assert reading.remarks == ()
    assert Outcome(content, reading.assessment, ON).placement.axes["motivatie"].municipality_coverage == 1


def test_own_municipalities_that_differ_in_capitals_are_one_named_twice(content: Content) -> None:
    with pytest.raises(InputError, match="staat er twee keer in"):
        read(HEAD.replace("Emmen", "{name: VOSDORP, population: 900}"), content)


def test_a_body_has_one_name_however_it_is_typed(content: Content) -> None:
    body = "organisation: {kind: verband, name: de %s}, answers: {b11: %d}"
    reading = read(responses(body % ("Regio", 5), body % ("regio", 5), body % ("stad", 1)), content)
    place = Outcome(content, reading.assessment, ON).placement.axes["betrokkenheid"]
    assert {entry.statement: entry.answer for entry in place.contributions}["b11"] == 3


def test_a_second_body_beside_none_is_told_and_kept(content: Content) -> None:
    text = f"{HEAD}context: {{verband: {{kind: geen, also: de RES-regio}}}}\n"
    assert "'de RES-regio' komt nergens in het verslag" in "".join(told(text, content))
    assert not told(text.replace("kind: geen", "kind: provincie, name: de provincie Drenthe"), content)


def test_more_hands_than_there_are_in_any_room_are_refused(content: Content) -> None:
    with pytest.raises(InputError) as refused:
        read(f"{HEAD}answers: {{m2: {{value: 2, votes: [1000000, 0, 0, 0, 0]}}}}\n", content)
    assert "999" in str(refused.value)
