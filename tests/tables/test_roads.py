"""The same answers through every survey tool: made by hand after the documented form of each export.

`files/tables/exports` has what twelve people of six municipalities answered: once as it is in `antwoorden.csv`, and
then as each tool writes it down. In `respondents` these are answers, in `counts` how often each answer was given. Rows
that nobody meant as an answer stand in between: previews, tests, what was not finished or was refused, and totals.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.participants import read_names
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.tables.document import RowReading, Rows, parse_row
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.row import placement_row
from tests.roots import TESTS

EXPORTS = TESTS / "files" / "tables" / "exports"
RESPONDENTS = sorted((EXPORTS / "respondents").iterdir())
COUNTS = sorted((EXPORTS / "counts").iterdir())
ALL_SIX = read_names("Assen;Emmen;Hoogeveen;Meppel;Coevorden;Tynaarlo").participants
REVERSED = {"m6", "m12", "b6"}
OPEN = "?"


def read(path: Path, content: Content, *, agree: bool = False) -> tuple[RowReading, list[str]]:
    """The one initiative in a table, and everything that was told about it."""
    rows = cast(Rows, path.parent.name)
    options = TableOptions(municipalities=ALL_SIX, agree=agree)
    (item,) = read_table(path.name, path.read_bytes(), path.suffix, rows, content, options)
    reading = parse_row(item, content, with_answers=True)
    return reading, [str(one) for one in (*item.remarks, *reading.remarks, *reading.left_out)]


def placed(assessment: Assessment, content: Content) -> str:
    return json.dumps(placement_row(Outcome(content, assessment, date(2026, 11, 1)).placement))


def answered() -> Iterator[dict[str, str]]:
    """What people answered, by statement, with their municipality."""
    with (EXPORTS / "antwoorden.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def score(axis: str) -> Fraction:
    """The score of an axis by hand: the mean of what municipalities say at each statement, and of those."""
    said: dict[str, dict[str, list[int]]] = {}
    for row in answered():
        for name, text in row.items():
            if name.startswith(axis) and text != OPEN:
                point = 6 - int(text) if name in REVERSED else int(text)
                said.setdefault(name, {}).setdefault(row["gemeente"], []).append(point)
    means = [[Fraction(sum(points), len(points)) for points in of_each.values()] for of_each in said.values()]
    return sum((sum(one, Fraction()) / len(one) for one in means), Fraction()) / len(means)


@pytest.mark.parametrize("path", RESPONDENTS, ids=lambda path: path.name)
def test_every_export_has_the_answers_that_people_gave(path: Path, content: Content) -> None:
    reading, _ = read(path, content)
    expected = Counter(
        (row["gemeente"], tuple(sorted((name, int(text)) for name, text in row.items() if text.isdigit())))
        for row in answered()
    )
    found = Counter(
        (one.organisation.name, tuple(sorted((name, said.known) for name, said in one.answers.items() if said.known)))
        for one in reading.assessment.responses
    )
    assert found == expected
    assert not reading.left_out
    assert not reading.rejected


@pytest.fixture(scope="module")
def reference(content: Content) -> str:
    """The place, from the first export."""
    return placed(read(RESPONDENTS[0], content)[0].assessment, content)


@pytest.mark.parametrize("path", RESPONDENTS, ids=lambda path: path.name)
def test_every_export_gives_the_same_place_to_the_byte(path: Path, content: Content, reference: str) -> None:
    assert placed(read(path, content)[0].assessment, content) == reference


def test_the_place_is_that_of_a_sum_by_hand(reference: str) -> None:
    axes = json.loads(reference)["axes"]
    assert axes["motivatie"]["score"] == round(float(score("m")), 4)
    assert axes["betrokkenheid"]["score"] == round(float(score("b")), 4)


LEFT_OUT = {
    "gemaild.xlsx": ["Dit zijn totalen of gemiddelden, en geen respondenten. 2 rijen tellen niet mee: rij 21 en 22."],
    "gedraaid-met-titel.xlsx": [
        "Dit zijn totalen of gemiddelden, en geen respondenten. 1 rij telt niet mee: rij 15.",
        "kolom C heet in de meldingen rij 3.",
    ],
    "kobotoolbox-labels.xlsx": ["Deze inzendingen zijn afgekeurd of zijn spam. 1 rij telt niet mee: rij 14."],
    "kobotoolbox-xml.csv": ["Deze inzendingen zijn afgekeurd of zijn spam. 1 rij telt niet mee: rij 14."],
    "odk.csv": ["Deze inzendingen zijn afgekeurd of zijn spam. 1 rij telt niet mee: rij 14."],
    "limesurvey-codes.csv": [
        "Deze antwoorden zijn niet af. 2 rijen tellen niet mee: rij 14 en 15.",
        "Poolwijzer leest A1 tot en met A5 als 1 tot en met 5.",
    ],
    "limesurvey-code-en-tekst-en.csv": ["Poolwijzer leest AO01 tot en met AO05 als 1 tot en met 5."],
    "limesurvey-volledig-nl.csv": ["Deze antwoorden zijn niet af. 1 rij telt niet mee: rij 14."],
    "limesurvey-losse-vragen-en.csv": ["Deze antwoorden zijn niet af. 1 rij telt niet mee: rij 14."],
    "qualtrics-tekst-nl.csv": [
        "Dit zijn proefrijen of voorbeelden. 1 rij telt niet mee: rij 4.",
        "Deze antwoorden zijn niet af. 1 rij telt niet mee: rij 17.",
    ],
    "qualtrics-getallen-en.csv": [
        "Dit zijn proefrijen of voorbeelden. 2 rijen tellen niet mee: rij 4 en 5.",
        "Deze antwoorden zijn niet af. 1 rij telt niet mee: rij 18.",
        "Deze inzendingen zijn afgekeurd of zijn spam. 1 rij telt niet mee: rij 19.",
        "De antwoorden zijn getallen. Poolwijzer leest 1 als het laagste antwoord van de schaal, en 5 als het hoogste.",
    ],
    "typeform-en.csv": ["Deze antwoorden zijn niet af. 1 rij telt niet mee: rij 14."],
    "lang-door-elkaar.csv": [
        "120 rijen zijn samen 12 respondenten. Een rij hoort bij een respondent door kolom A ('respondent').",
        "Hier staan nog eens de koppen. Deze rijen tellen niet mee: rij 52.",
    ],
    "lang-gemeente-als-vraag.tsv": ["Deze vragen kent Poolwijzer niet. Zij tellen niet mee: 'Heeft u nog tips?'."],
    "lang-twee-keer-en.csv": [
        "Alleen het nieuwste antwoord telt: rij 23 in plaats van rij 2; rij 46 in plaats van rij 123."
    ],
}
"""What is told of rows that do not count, and of what was read as something else."""


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_does_not_count_is_told_with_its_rows(name: str, content: Content) -> None:
    _, told = read(EXPORTS / "respondents" / name, content)
    for words in LEFT_OUT[name]:
        assert any(words in one for one in told), told


@pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.name)
def test_counts_are_hands_and_no_answers(path: Path, content: Content) -> None:
    reading, told = read(path, content)
    answers = reading.assessment.answers
    for name, one in answers.items():
        counted = Counter(row[name] for row in answered())
        hands = [counted[text] for text in ("1", "2", "3", "4", "5")]
        assert one.votes == (*hands, *([counted[OPEN]] if counted[OPEN] else []))
        assert one.value is None
    assert len(answers) == 10
    assert any("Een aantal handen is geen antwoord." in one and "Met --agree" in one for one in told)
    assert [one.name for one in reading.assessment.initiative.municipalities] == [one.name for one in ALL_SIX]


@pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.name)
def test_where_more_than_half_of_the_hands_are_for_one_answer_that_can_count_as_not_agreed(
    path: Path, content: Content
) -> None:
    reading, told = read(path, content, agree=True)
    still_open = [name for name, one in reading.assessment.answers.items() if one.value is None]
    for name, one in reading.assessment.answers.items():
        counted = Counter(row[name] for row in answered())
        fullest, hands = counted.most_common(1)[0]
        assert one.value == (int(fullest) if 2 * hands > 12 else None)
        assert one.agreed == (one.value is None)
    assert any("Niemand sprak het af: " in one and "m12 (2)" in one for one in told)
    assert 0 < len(still_open) < len(reading.assessment.answers)
    (left,) = [one for one in told if "Deze stellingen blijven open: " in one]
    assert all(name in left.partition("open: ")[2] for name in still_open)


def test_counts_give_the_same_place_from_every_tool(content: Content) -> None:
    for agree in (False, True):
        places = {placed(read(path, content, agree=agree)[0].assessment, content) for path in COUNTS}
        assert len(places) == 1
