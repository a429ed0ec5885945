"""Exports of survey tools, as the tools make them: one command brings them in, and the next month's changes nothing."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from tests.roots import ROOT

EXPORTS = ROOT / "tests" / "files" / "tables" / "exports"
RESPONDENTS = sorted(path for path in (EXPORTS / "respondents").iterdir() if path.suffix in (".csv", ".tsv", ".xlsx"))
COUNTS = sorted(path for path in (EXPORTS / "counts").iterdir() if path.suffix in (".csv", ".tsv", ".xlsx"))
PLAN = """poolwijzer: 1
initiative: {id: proef, name: Proef}
context: {verband: {kind: provincie, name: de provincie Drenthe}}
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), "--date", "2026-11-01"])


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The file of an initiative about which nobody answered yet."""
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def expected() -> Counter[tuple[str, tuple[tuple[str, str], ...]]]:
    """Who answered which points in every one of these exports, from the table beside them.

    In some of them *weet niet* is an empty cell, so it is left aside.
    """
    with (EXPORTS / "antwoorden.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Counter((row.pop("gemeente"), points(row)) for row in rows)


def points(answers: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in answers.items() if str(value).isdecimal()))


@pytest.mark.parametrize("path", RESPONDENTS, ids=lambda path: path.name)
def test_an_export_comes_in_whole_and_once(path: Path, plan: Path, content: Content) -> None:
    result = run("merge", plan, path, "-o", plan, "--force")
    assert result.exit_code == 0, result.stderr
    found = parse_assessment(plan.read_bytes(), "plan.yaml", content).assessment.responses
    given = Counter(
        (one.organisation.name, points({name: each.value for name, each in one.answers.items()})) for one in found
    )
    assert given == expected()
    assert all(re.fullmatch(r"[a-z0-9-]+", one.id) for one in found)
    once = plan.read_bytes()
    again = run("merge", plan, path, "-o", plan, "--force")
    assert (again.exit_code, plan.read_bytes()) == (0, once)
    assert f"Stond er al: {len(found)} antwoorden." in again.stdout


@pytest.mark.parametrize("path", COUNTS, ids=lambda path: path.name)
def test_counts_come_beside_the_answers_of_the_group(path: Path, plan: Path, content: Content) -> None:
    result = run("merge", plan, path, "--rows", "counts", "-o", plan, "--force")
    assert result.exit_code == 0, result.stderr
    answers = parse_assessment(plan.read_bytes(), "plan.yaml", content).assessment.answers
    assert len(answers) == 10
    assert all(one.votes and not one.given for one in answers.values())
    once = plan.read_bytes()
    assert run("merge", plan, path, "--rows", "counts", "-o", plan, "--force").exit_code == 0
    assert plan.read_bytes() == once
    run("merge", plan, path, "--rows", "counts", "--agree", "-o", plan, "--force")
    agreed = parse_assessment(plan.read_bytes(), "plan.yaml", content).assessment.answers
    assert {name: one.votes for name, one in agreed.items()} == {name: one.votes for name, one in answers.items()}
    assert all(not one.agreed for one in agreed.values() if one.given)
    assert any(one.given for one in agreed.values())


@pytest.mark.parametrize("path", RESPONDENTS, ids=lambda path: path.name)
def test_with_a_map_the_same_export_brings_nobody_in_twice(path: Path, plan: Path, tmp_path: Path) -> None:
    assert run("merge", plan, path, "-o", plan, "--force").exit_code == 0
    once, table_map = plan.read_bytes(), tmp_path / "koppeling.yaml"
    CliRunner().invoke(app, ["tables", "map", str(path), "-o", str(table_map)])
    result = run("merge", plan, path, "--map", table_map, "-o", plan, "--force")
    assert (result.exit_code, plan.read_bytes()) == (0, once), result.stderr
