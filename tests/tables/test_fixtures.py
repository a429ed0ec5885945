"""Tables as people have them.

Each folder in files/tables is a case; the name of the table in it says what a row is. In `good` every initiative stands
beside it as it would be in YAML, in order, and `expected.txt` holds the remarks. In `bad` that file holds every
problem, of the initiatives that can be read nothing.
"""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import cast

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.document import Rows, parse_row
from poolwijzer.tables.reader import read_table
from poolwijzer.yamlfile import Location
from tests.roots import TESTS

TABLES = TESTS / "files" / "tables"
GOOD = sorted((TABLES / "good").iterdir())
BAD = sorted((TABLES / "bad").iterdir())


def table_in(folder: Path) -> tuple[Path, Rows]:
    (path,) = (file for file in folder.iterdir() if file.suffix != ".yaml" and file.name != "expected.txt")
    return path, cast(Rows, path.stem)


def lines_of(folder: Path) -> list[str]:
    file = folder / "expected.txt"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_a_good_table_says_the_same_as_a_file_for_each_initiative(folder: Path, content: Content) -> None:
    path, rows = table_in(folder)
    expected = [read_assessment(file, content).assessment for file in sorted(folder.glob("*.yaml"))]
    found, remarks = [], []
    for item in read_table(path.name, path.read_bytes(), path.suffix, rows, content):
        reading = parse_row(item, content)
        found.append(reading.assessment)
        remarks += [str(remark) for remark in (*item.remarks, *reading.remarks)]
    assert found == expected
    assert remarks == lines_of(folder)


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_a_bad_table_names_every_problem_at_its_row_and_column(folder: Path, content: Content) -> None:
    path, rows = table_in(folder)
    problems: list[Problem] = []
    try:
        for item in read_table(path.name, path.read_bytes(), path.suffix, rows, content):
            try:
                parse_row(item, content)
            except InputError as error:
                problems += error.problems
    except InputError as error:
        problems += error.problems
    assert [str(problem) for problem in problems] == lines_of(folder)
    assert problems


@pytest.mark.parametrize("folder", [*GOOD, *BAD], ids=lambda folder: folder.name)
def test_the_same_table_gives_the_same_from_memory_and_from_a_file_that_stays_open(
    folder: Path, content: Content
) -> None:
    path, rows = table_in(folder)
    try:
        items = list(read_table(path.name, path.read_bytes(), path.suffix, rows, content))
    except InputError:
        return
    with path.open("rb") as file:
        assert list(read_table(path.name, file, path.suffix, rows, content)) == items
        assert not file.closed


def test_a_row_is_plain_data_with_the_column_of_every_value(content: Content) -> None:
    table = b"initiative.name;answers.m1;answers.m1.note\nNoord;4;zo is het\n"
    (row,) = read_table("tabel.csv", table, ".csv", "initiatives", content)
    assert row.data == {
        "answers": {"m1": {"note": "zo is het", "value": "4"}},
        "initiative": {"id": "noord", "name": "Noord"},
        "poolwijzer": "1",
    }
    assert row.columns == {"initiative.name": 1, "answers.m1.value": 2, "answers.m1.note": 3}
    assert row.locate(["answers", "m1", "note"]) == Location("tabel.csv", 2, 3)
    assert pickle.loads(pickle.dumps(row)) == row
