"""`poolwijzer batch --files`: every initiative as a file of its own, of which nothing is lost on the way."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from typer.testing import CliRunner, Result

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.batch.items import BatchItem
from poolwijzer.batch.work import judge_items, prepare_work
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.given import parse_date
from tests.assessment.strategies import assessments, menus
from tests.tables.outputs.respondents import TOWNS, many_respondents

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]
ON = ("--date", "2026-11-01")


def rows_of(run: Run, *arguments: object) -> list[dict[str, Any]]:
    """The rows as JSON, without what hangs on the name of a file."""
    result = run("batch", *arguments, *ON, "--json", "--quiet")
    assert result.exit_code == 0, result.output
    return [{**row, "file": "", "remarks": []} for row in json.loads(result.stdout)["initiatives"]]


@pytest.fixture
def respondents(content: Content, tmp_path: Path) -> Path:
    """A table of respondents of two initiatives."""
    path = tmp_path / "enquete.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        statements = [name for name, one in content.statements.items() if one.own]
        head = ["initiative.id", "initiative.name", "initiative.municipalities", "gemeente", "role", "basis"]
        writer.writerow([*head, *(f"answers.{name}" for name in statements)])
        for name, number in (("oost", 9), ("west", 5)):
            for one in many_respondents(content, number).responses:
                answers = [one.answers[key].value if key in one.answers else "" for key in statements]
                about = [name, f"Regio {name}", "|".join(TOWNS)]
                writer.writerow([*about, one.organisation.name, "ambtelijk", one.basis, *answers])
    return path


def test_files_of_a_table_of_respondents_read_back_as_the_same_rows(
    run: Run, respondents: Path, tmp_path: Path, content: Content
) -> None:
    folder = tmp_path / "uit"
    result = run("batch", respondents, "--rows", "respondents", *ON, "--files", folder)
    assert result.exit_code == 0 and f"Geschreven: {folder}" in result.stderr
    assert result.stdout == "" and sorted(path.name for path in folder.iterdir()) == ["oost.yaml", "west.yaml"]
    assert rows_of(run, folder) == rows_of(run, respondents, "--rows", "respondents")
    read = read_assessment(folder / "oost.yaml", content).assessment
    assert len(read.responses) == 9 and read.menus is not None and read.menus.hash == content.hash


def test_files_of_initiatives_from_yaml_json_lines_and_a_table_read_back_as_the_same_rows(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    lines, table = tmp_path / "regels.jsonl", tmp_path / "tabel.csv"
    lines.write_text(
        '{"poolwijzer": 1, "initiative": {"id": "uit-een-regel", "name": "Regel"}, "answers": {"m2": 4}}\n'
    )
    table.write_text("initiative.name;answers.m2;answers.m2.note\nUit een tabel;3;Dat zei de raad.\n", encoding="utf-8")
    given = (examples, lines, table, "--rows", "initiatives")
    assert run("batch", *given, *ON, "--files", tmp_path / "uit").exit_code == 0
    by_id = {row["initiative"]["id"]: row for row in rows_of(run, *given)}
    again = {row["initiative"]["id"]: row for row in rows_of(run, tmp_path / "uit")}
    assert again == by_id and {"uit-een-regel", "uit-een-tabel"} <= again.keys()
    assert "Dat zei de raad." in (tmp_path / "uit" / "uit-een-tabel.yaml").read_text(encoding="utf-8")


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.deferred(assessments))
def test_of_any_initiative_everything_is_in_its_file(data: dict[str, Any]) -> None:
    content = menus()
    try:
        assessment = Assessment.model_validate(data)
    except ValidationError:
        reject()
    raw = dump_assessment(assessment)
    work = prepare_work(content, parse_date("2026-11-01", "on"), "0", with_files=True)
    (result,) = judge_items(work, [BatchItem("a.yaml", "a", "yaml", raw, "a.yaml")])
    if result.file:
        own = [line for line in result.file.splitlines() if not line.startswith((b"menus:", b"  version:", b"  hash:"))]
        assert own == [line for line in raw.splitlines() if not line.startswith((b"menus:", b"  version:", b"  hash:"))]


def test_what_cannot_be_used_gets_no_file_and_does_not_stop_the_others(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "kapot.yaml"
    broken.write_text("initiative: [", encoding="utf-8")
    result = run("batch", examples / "flexteam-drenthe.yaml", broken, *ON, "--files", tmp_path / "uit")
    assert result.exit_code == 1 and "kapot.yaml" in result.stderr
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["flexteam-drenthe.yaml"]


def test_two_initiatives_with_one_id_get_each_a_file_and_it_is_told(run: Run, examples: Path, tmp_path: Path) -> None:
    text = (examples / "flexteam-drenthe.yaml").read_bytes()
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_bytes(text)
    result = run("batch", tmp_path / "a.yaml", tmp_path / "b.yaml", *ON, "--files", tmp_path / "uit")
    names = sorted(path.name for path in (tmp_path / "uit").iterdir())
    assert names == ["flexteam-drenthe-2.yaml", "flexteam-drenthe.yaml"]
    assert "Dit initiatief staat nu in flexteam-drenthe-2.yaml" in result.stderr


def test_a_file_by_another_name_is_told_with_the_row_that_it_is_of(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "tabel.csv"
    table.write_text("initiative.name;answers.m2\nRegio;3\nregio;4\nRegio 2;5\n", encoding="utf-8")
    result = run("batch", table, "--rows", "initiatives", *ON, "--files", tmp_path / "uit")
    assert f"{table}, rij 3: Dit initiatief staat nu in regio-2.yaml, want regio.yaml is al" in result.stderr
    assert f"{table}, rij 4: Dit initiatief staat nu in regio-2-2.yaml, want regio-2.yaml is al" in result.stderr
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == [
        "regio-2-2.yaml",
        "regio-2.yaml",
        "regio.yaml",
    ]


def test_a_folder_in_which_something_stands_is_left_alone_unless_forced_and_then_what_is_left_is_told(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "vorige-maand.yaml").write_text("x: 1\n", encoding="utf-8")
    result = run("batch", examples, *ON, "--files", folder)
    assert result.exit_code == 2 and "In deze map staat al iets." in result.stderr
    assert len(list(folder.iterdir())) == 1
    result = run("batch", examples, *ON, "--files", folder, "--force")
    assert result.exit_code == 0 and "niet van deze opdracht is: vorige-maand.yaml." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--files", "IN"), "Uit deze map worden ook bestanden gelezen."),
        (("--files", "UIT", "--reports", "UIT"), "Hier komen ook de adviezen."),
        (("--files", "UIT", "-o", "UIT/tabel.json"), "als een van hen gelezen worden"),
    ],
)
def test_a_folder_that_could_not_be_read_again_as_just_these_is_refused(
    run: Run, examples: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    given = [word.replace("IN", str(examples)).replace("UIT", str(tmp_path / "uit")) for word in arguments]
    result = run("batch", examples, *ON, *given, "--force")
    assert result.exit_code == 2 and told in result.stderr and not (tmp_path / "uit").exists()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows kills otherwise")
def test_a_run_that_was_killed_goes_on_and_ends_with_the_same_files(
    start: Start, folder_of: Callable[..., Path], tmp_path: Path
) -> None:
    given, folder = folder_of(300, 30), tmp_path / "uit"
    run = CliRunner()
    arguments = ["batch", str(given), *ON, "--jobs", "1", "--quiet", "--files"]
    assert run.invoke(app, [*arguments, str(tmp_path / "heel")]).exit_code == 1
    with start(*arguments, folder, COVERAGE_PROCESS_CONFIG="", COVERAGE_PROCESS_START="") as program:
        while not folder.exists() or len(list(folder.glob("*.yaml"))) < 60:
            assert program.poll() is None
            time.sleep(0.002)
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    assert run.invoke(app, [*arguments, str(folder)]).exit_code == 1
    made, whole = ({one.name: one.read_bytes() for one in place.iterdir()} for place in (folder, tmp_path / "heel"))
    assert made == whole
