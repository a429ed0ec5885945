"""`poolwijzer tables map` and `--map`: from an export in its own words to an advice, in two commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer import run_batch

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
EXPORT = (
    "Tijdstempel;Voor welke gemeente werkt u?;Wat is uw functie?;m16;Wij redden dit werk alleen;m3;m6\n"
    "2026-10-01 10:00;Assen;wethouder;4;zeker niet;5;1\n"
    "2026-10-02 10:00;Emmen;projectleider;2;zeker wel;3;2\n"
)
MAP = (
    "poolwijzer: 2\nkind: table-map\nrows: respondents\ncolumns:\n"
    '  "Wij redden dit werk alleen": {to: m2, reversed: true, answers: {zeker wel: 5, zeker niet: 1}}\n'
    "roles: {projectleider: ambtelijk}\n"
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


@pytest.fixture
def koppeling(tmp_path: Path) -> Path:
    path = tmp_path / "koppeling.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


def test_from_an_export_to_an_advice_in_two_commands(run: Run, export: Path) -> None:
    to = export.with_name("k.yaml")
    drafted = run("tables", "map", export, "-o", to)
    assert drafted.exit_code == 0 and drafted.stdout == ""
    assert drafted.stderr.splitlines()[-1] == "Er zijn 2 vragen: zoek op '# ?'."
    result = run("batch", export, "--map", to, *ON)
    assert result.exit_code == 0, result.stderr
    assert "1 initiatief bekeken." in result.stderr


def test_the_same_answers_in_our_words_and_with_a_map_give_the_same_place(
    run: Run, export: Path, koppeling: Path
) -> None:
    ours = export.with_name("ours.csv")
    ours.write_text(
        EXPORT.replace("Wij redden dit werk alleen", "m2")
        .replace("zeker niet", "5")
        .replace("zeker wel", "1")
        .replace("projectleider", "ambtelijk"),
        encoding="utf-8",
    )
    placements = []
    for path, options in ((export, ("--map", koppeling)), (ours, ("--rows", "respondents"))):
        out = path.with_suffix(".json")
        assert run("batch", path, *options, *ON, "-o", out).exit_code == 0
        placements.append(json.loads(out.read_text(encoding="utf-8"))["initiatives"][0]["placement"])
    assert placements[0] == placements[1]
    # motivation by hand: per municipality the mean of m16, m2, m3 and 6 - m6; then of both
    assert placements[0]["axes"]["motivatie"]["score"] == pytest.approx(((4 + 5 + 5 + 5) / 4 + (2 + 1 + 3 + 4) / 4) / 2)


def test_without_an_output_the_draft_is_on_standard_output(run: Run, export: Path) -> None:
    for output in ((), ("-o", "-")):
        result = run("tables", "map", export, *output)
        assert result.exit_code == 0 and "kind: table-map" in result.stdout.splitlines()


def test_a_draft_is_not_written_over_anything(run: Run, export: Path, koppeling: Path) -> None:
    result = run("tables", "map", export, "-o", koppeling)
    assert result.exit_code == 2 and "bestaat al" in result.stderr
    assert koppeling.read_text(encoding="utf-8") == MAP
    assert run("tables", "map", export, "-o", koppeling, "--force").exit_code == 0
    assert run("tables", "map", export, "-o", export.with_name("k.csv")).exit_code == 2


def test_what_is_no_table_gets_no_draft(run: Run, koppeling: Path) -> None:
    result = run("tables", "map", koppeling)
    assert result.exit_code == 2 and "Dit is geen tabel." in result.stderr


def test_a_map_is_an_input_that_no_output_replaces(run: Run, export: Path, koppeling: Path) -> None:
    said = koppeling.rename(koppeling.with_suffix(".json"))
    result = run("batch", export, "--map", said, *ON, "-o", said, "--force")
    assert result.exit_code == 2 and said.read_text(encoding="utf-8") == MAP


def test_a_mistake_in_a_map_is_told_at_its_place(run: Run, export: Path, koppeling: Path) -> None:
    koppeling.write_text(MAP.replace("to: m2", "to: m222"), encoding="utf-8")
    result = run("batch", export, "--map", koppeling, *ON)
    assert result.exit_code == 2
    assert f"{koppeling}:5:34: Poolwijzer kent 'm222' niet." in result.stderr
    assert run("batch", export, "--map", koppeling.with_name("weg.yaml")).exit_code == 2


def test_a_run_with_another_map_is_another_run(run: Run, export: Path, koppeling: Path) -> None:
    out = export.with_name("uit.json")
    assert run("batch", export, "--map", koppeling, *ON, "-o", out).exit_code == 0
    first = json.loads(out.read_text(encoding="utf-8"))["initiatives"][0]["placement"]
    koppeling.write_text(MAP.replace("zeker wel: 5", "zeker wel: 4"), encoding="utf-8")
    assert run("batch", export, "--map", koppeling, *ON, "-o", out, "--force").exit_code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["initiatives"][0]["placement"] != first


def test_a_map_where_no_table_is_read_has_no_effect_and_that_is_told(run: Run, koppeling: Path, examples: Path) -> None:
    result = run("batch", examples / "flexteam-drenthe.yaml", "--map", koppeling, *ON)
    assert result.exit_code == 0 and "--map: " in result.stderr


def test_from_python_a_map_is_a_file_or_what_was_read(export: Path, koppeling: Path) -> None:
    (row,) = run_batch(export, on="2026-11-01", table_map=koppeling)
    assert row["status"] == "goed" and row["placement"] is not None


def test_a_table_of_which_no_row_can_be_read_tells_why_instead_of_a_draft(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "kapot.csv"
    table.write_text('gemeente;m2\n"Assen;4', encoding="utf-8")
    result = run("tables", "map", table)
    assert result.exit_code == 2
    assert "kapot.csv:2: In deze rij begint een aanhalingsteken dat niet sluit." in result.stderr
