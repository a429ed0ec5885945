"""A survey with the statements of before, as seventeen people of ten municipalities filled it in, through six tools.

Its questions are a region's own: which municipality, and which function. The sums are made from the table in which each
row is an answer, since that needs no reading but a division.
"""

from __future__ import annotations

import csv
from collections.abc import Callable

import pytest

from poolwijzer.content.content import Content
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.reader import read_table
from tests.roots import TESTS

FOLDER = TESTS / "files" / "tables" / "former-exports"
Sums = dict[str, tuple[int, int]]


def by_hand(counts: Callable[[str], bool] = lambda respondent: True) -> Sums:
    """By statement the sum of the points and how many there are."""
    found: Sums = {}
    with (FOLDER / "lang.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["antwoord"].isdigit() and counts(row["respondent"]):
                total, number = found.get(row["stelling"], (0, 0))
                found[row["stelling"]] = (total + int(row["antwoord"]), number + 1)
    return found


def read(name: str, rows: Rows, content: Content) -> Sums:
    """The same from a table, as it was understood."""
    path = FOLDER / name
    (item,) = read_table(name, path.read_bytes(), path.suffix, rows, content)
    assessment = parse_row(item, content, with_answers=True).assessment
    found: Sums = {}
    for response in assessment.responses:
        for statement, answer in response.answers.items():
            if answer.known is not None:
                total, number = found.get(statement, (0, 0))
                found[statement] = (total + answer.known, number + 1)
    for statement, answer in assessment.answers.items():
        votes = (answer.votes or ())[:5]
        found[statement] = (sum(point * hands for point, hands in enumerate(votes, start=1)), sum(votes))
    return found


@pytest.mark.parametrize("name", ["microsoft-forms.xlsx", "limesurvey.csv", "surveymonkey.csv", "lang.csv"])
def test_every_tool_gives_the_numbers_of_a_sum_by_hand(name: str, content: Content) -> None:
    assert read(name, "respondents", content) == by_hand()


def test_counts_give_them_too(content: Content) -> None:
    assert read("aantallen.xlsx", "counts", content) == by_hand()


def test_a_preview_does_not_count_among_them(content: Content) -> None:
    # Who tried the survey in Qualtrics stands above all others.
    assert read("qualtrics.csv", "respondents", content) == by_hand(lambda respondent: respondent != "0")
