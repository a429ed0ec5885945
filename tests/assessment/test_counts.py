"""An answer as a number of municipalities: what it counts as, and what is told of it."""

from __future__ import annotations

import pytest

from poolwijzer import api
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import Reading, parse_assessment
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content

HEAD = "poolwijzer: 2\ninitiative: {id: proef, name: Proef, municipalities: [Assen, Emmen, Hoogeveen]}\nanswers:\n"


def read(answers: str, content: Content) -> Reading:
    return parse_assessment(f"{HEAD}{answers}".encode(), "proef.yaml", content)


def told(answers: str, content: Content) -> list[str]:
    return [remark.message for remark in read(answers, content).remarks]


@pytest.mark.parametrize(
    ("count", "point"),
    [
        ("{of: 3, yes: 0}", 1),
        ("{of: 3, yes: 1}", 2),
        ("{of: 3, yes: 2}", 4),
        ("{of: 3, yes: 3}", 5),
        ("{of: 8, yes: 5}", 3),
    ],
)
def test_a_count_is_read_as_the_point_it_stands_for_and_stays(content: Content, count: str, point: int) -> None:
    answer = read(f"  m2: {count}\n", content).assessment.answers["m2"]
    assert answer.value == point
    assert answer.count is not None


def test_a_file_with_a_count_needs_the_second_format_and_keeps_the_count(content: Content) -> None:
    first = read("  m2: {of: 3, yes: 2, note: Zo is het., votes: [0, 1, 0, 4, 0]}\n", content).assessment
    written = dump_assessment(first)
    assert written.startswith(b"poolwijzer: 2\n")
    again = parse_assessment(written, "proef.yaml", content)
    assert again.assessment == first
    assert again.assessment.answers["m2"].count == (2, 3)


def test_what_changes_elsewhere_leaves_a_count_as_its_author_wrote_it(content: Content) -> None:
    raw = f"{HEAD}  m2: {{of: 3, yes: 2}}  # geteld op 3 maart\n  m6: 2\n".encode()
    before = parse_assessment(raw, "proef.yaml", content).assessment
    after = before.model_copy(
        update={"answers": {**before.answers, "m6": before.answers["m6"].model_copy(update={"value": 3})}}
    )
    assert update_file(raw, after).decode().splitlines()[-2:] == [
        "  m2: {value: 4, of: 3, yes: 2}  # geteld op 3 maart",
        "  m6: 3",
    ]


def test_a_point_that_is_not_that_of_the_count_counts_and_is_told(content: Content) -> None:
    found = read("  m2: {value: 2, of: 3, yes: 2}\n", content)
    assert found.assessment.answers["m2"].value == 2
    assert [one.message for one in found.remarks] == [
        "Het antwoord '2' past niet bij 2 van de 3: dat is 4. Het antwoord telt."
    ]


def test_counts_of_another_number_of_municipalities_than_in_the_list_are_told_once(content: Content) -> None:
    assert told("  m2: {of: 2, yes: 2}\n  m6: {of: 2, yes: 0}\n  m3: {of: 3, yes: 1}\n", content) == [
        "Hier is over 2 gemeenten geteld; in de lijst staan er 3. Dat geldt voor 2 antwoorden. Wat er staat, telt."
    ]


def test_a_count_can_be_given_to_what_is_asked_no_more(content: Content) -> None:
    assert read("  m5: {of: 3, yes: 3}\n  m2: 4\n", content).assessment.answers["m5"].value == 5


def test_python_knows_the_point_of_a_count_that_no_file_held(content: Content) -> None:
    count = {"m2": {"of": 3, "yes": 2}}
    initiative = {"id": "proef", "name": "Proef", "municipalities": ["Assen", "Emmen", "Hoogeveen"]}
    made = Assessment.model_validate({"poolwijzer": 2, "initiative": initiative, "answers": count})
    placed = api.place(made, content).axes["motivatie"].contributions
    assert next(entry.answer for entry in placed if entry.statement == "m2") == 4
