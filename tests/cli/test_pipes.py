"""Pipes: what goes in by `-`, what comes out by `-o -` and `--json`, and nothing else between it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner, Result

from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.tables.registry import TABLES_OUT
from tests.cli.conftest import PROGRAM

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")


def refused(result: Result, *words: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.stdout == "" and all(word in result.stderr for word in words), result.stderr


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs a command with something on its input."""
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    return lambda given, *arguments: CliRunner().invoke(app, list(map(str, arguments)), input=given)


@pytest.mark.parametrize("long", [False, True], ids=["wide", "long"])
@pytest.mark.parametrize("kind", [suffix.removeprefix(".") for suffix in TABLES_OUT])
def test_on_stdout_stands_what_would_be_in_a_file_and_nothing_else(
    run: Run, examples: Path, tmp_path: Path, kind: str, long: bool
) -> None:
    if long and kind == "md":
        return
    more = ["--long"] if long else []
    piped = run("batch", examples, *ON, *more, "-o", "-", "--as", kind, "--dialect", "excel")
    assert piped.exit_code == 0 and "8 initiatieven bekeken." in piped.stderr
    path = tmp_path / f"uit.{kind}"
    assert run("batch", examples, *ON, *more, "-o", path).exit_code == 0
    assert piped.stdout_bytes == path.read_bytes()


def test_json_on_stdout_is_the_document_and_files_may_come_too(run: Run, examples: Path, tmp_path: Path) -> None:
    alone = run("batch", examples, *ON, "--json")
    beside = run("batch", examples, *ON, "--json", "-o", tmp_path / "uit.csv")
    assert json.loads(alone.stdout)["kind"] == "batch" and alone.stdout == beside.stdout
    assert (tmp_path / "uit.csv").exists() and "Geschreven:" in beside.stderr
    assert run("advise", examples / "flexteam-drenthe.yaml", *ON, "-o", "-", "--as", "json").stdout.startswith("{")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-o", "-", "-o", "-", "--as", "csv"), "Er kan maar één ding naar de uitvoer."),
        (("--json", "-o", "-", "--as", "csv"), "Kies --json of -o -."),
        (("-o", "-"), "Zet erbij: --as csv."),
        (("--as", "csv"), "Er gaat niets naar de uitvoer."),
        (("-o", "-", "--as", "cvs"), "Kies uit csv, xlsx"),
        (("-o", "-", "--as", "md", "--long"), "Kies voor een lange tabel een ander soort"),
    ],
)
def test_what_cannot_go_to_stdout_is_refused_in_words(
    run: Run, examples: Path, arguments: tuple[str, ...], told: str
) -> None:
    refused(run("batch", examples, *ON, *arguments), told)


def test_csv_that_goes_through_a_pipe_is_for_programs_and_reads_back(
    run: Run, fed: Callable[..., Result], examples: Path, tmp_path: Path
) -> None:
    piped = run("batch", examples, *ON, "-o", "-", "--as", "csv", "--quiet")
    rows = list(csv.DictReader(io.StringIO(piped.stdout, newline="")))
    assert float(rows[0]["placement.axes.motivatie.score"]) == 4.6
    (tmp_path / "uit.csv").write_bytes(piped.stdout_bytes)
    again = run("batch", tmp_path / "uit.csv", "--rows", "initiatives", *ON, "-o", "-", "--as", "csv", "--quiet")
    first, second = (next(csv.DictReader(io.StringIO(text, newline=""))) for text in (piped.stdout, again.stdout))
    # A table has columns for what costs come to, and none for the posts and shares that they come from.
    given_back = [
        {name: value for name, value in row.items() if not name.startswith("costs.")} for row in (first, second)
    ]
    one, other = ({**row, "file": "", "remarks": ""} for row in given_back)
    assert one == other


@pytest.mark.slow
def test_a_reader_that_has_seen_enough_ends_it_quietly(folder_of: Callable[..., Path]) -> None:
    for more in (("--json",), ("-o", "-", "--as", "csv"), ("-o", "-", "--as", "jsonl", "--long")):
        command = [*PROGRAM, "batch", str(folder_of(900)), *ON, *more, "--quiet", "--jobs", "1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            assert program.stdout is not None and program.stderr is not None
            program.stdout.read(20)
            program.stdout.close()
            assert program.stderr.read() == b""
            assert program.wait(timeout=60) == 0


def test_wrong_files_leave_their_status_and_are_told_beside_the_table(run: Run, examples: Path, tmp_path: Path) -> None:
    result = run("batch", examples, tmp_path / "weg.yaml", *ON, "--json")
    assert result.exit_code == 1 and "weg.yaml: Dit bestand bestaat niet." in result.stderr
    assert json.loads(result.stdout)["initiatives"][-1]["status"] == "fout"


@pytest.mark.parametrize("command", ["advise", "compare", "costs", "next", "handout"])
def test_an_initiative_may_come_in_through_a_pipe(
    run: Run, fed: Callable[..., Result], examples: Path, command: str
) -> None:
    path = examples / "flexteam-drenthe.yaml"
    other = {"compare": [str(examples / "voorbeeldregio-rivierland.yaml"), "--as", "initiatives"]}.get(command, [])
    more = ["-o", "-", "--as", "pdf"] if command == "handout" else []
    piped = fed(path.read_bytes(), command, "-", *other, *more, *ON)
    named = run(command, path, *other, *more, *ON)
    assert piped.exit_code == 0, piped.output
    assert piped.stdout_bytes == named.stdout_bytes


@pytest.mark.parametrize(
    "text",
    [
        '{"poolwijzer": 1, "initiative": {"id": "a", "name": "\\ud83d\\ude00"}, "answers": {"m2": 4}}',
        "{poolwijzer: 1, initiative: {id: a, name: A}, answers: {m2: 4}}",
        "\ufeffpoolwijzer: 1\r\ninitiative:\r\n  id: a\r\n  name: A\r\nanswers:\r\n  m2: 4\r\n",
    ],
    ids=["json", "yaml in braces", "yaml of Windows"],
)
def test_what_comes_in_may_be_yaml_or_json(fed: Callable[..., Result], text: str) -> None:
    result = fed(text.encode(), "advise", "-", *ON, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["initiative"]["id"] == "a"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"", "-: Er kwam niets binnen op de invoer."),
        (b" \n", "-: Er kwam niets binnen op de invoer."),
        (b"initiative: [", "-:1:"),
        (b'{"poolwijzer": 1', "-:"),
        (b"x" * 3_000_000, "-: Dit bestand is groter dan 2 MB."),
    ],
    ids=["nothing", "blanks", "broken yaml", "broken json", "too large"],
)
def test_what_comes_in_and_cannot_be_used_is_told(fed: Callable[..., Result], given: bytes, told: str) -> None:
    result = fed(given, "advise", "-", *ON)
    refused(result, told)
    assert "Traceback" not in result.stderr


def test_standard_input_is_compared_once(fed: Callable[..., Result], examples: Path) -> None:
    refused(fed((examples / "flexteam-drenthe.yaml").read_bytes(), "compare", "-", "-"), "staat twee keer")


@pytest.mark.parametrize("command", ["advise", "batch", "compare", "costs"])
def test_other_menus_than_were_asked_for_are_refused(run: Run, examples: Path, content: Content, command: str) -> None:
    files = [examples / "flexteam-drenthe.yaml", examples / "voorbeeldregio-rivierland.yaml"]
    given = [command, *(files if command == "compare" else files[:1]), *ON, "--menus-version"]
    for right in (content.version, content.hash, content.hash[:8], content.hash[:12].upper()):
        assert run(*given, right).exit_code == 0
    for wrong in ("0" * 64, "0.0.1", "", content.hash[:8] + "zz"):
        refused(run(*given, wrong), "Dit zijn andere menu's: versie", content.hash[:8])
    refused(run(*given, content.hash[:7]), "minstens 8 tekens")


def test_a_library_that_is_not_there_is_named_with_how_to_install_it(
    run: Run, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("poolwijzer.tables.registry.find_spec", lambda name: None)
    refused(run("batch", examples, *ON, "-o", tmp_path / "uit.parquet"), 'pip install "poolwijzer[parquet]"')
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_the_program_itself_pipes_kinds_that_are_no_text(examples: Path) -> None:
    for kind in ("parquet", "ods"):
        command = [*PROGRAM, "batch", str(examples), *ON, "-o", "-", "--as", kind, "--quiet"]
        made = subprocess.run(command, capture_output=True, check=True, env=dict(os.environ))
        assert made.stderr == b""
        if kind == "parquet":
            assert pq.read_table(io.BytesIO(made.stdout)).num_rows == 8
        else:
            assert zipfile.ZipFile(io.BytesIO(made.stdout)).infolist()[0].filename == "mimetype"
