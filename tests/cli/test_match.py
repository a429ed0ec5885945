"""`poolwijzer match`, as a user asks for it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from poolwijzer.cli.app import app
from tests.roots import TESTS

Run = Callable[..., Result]
ON = ("--date", "2026-11-30")
FOLDER = TESTS / "files" / "matching"
REGION, ASKED, OFFERED = FOLDER / "noorderveld.yaml", FOLDER / "vraag.csv", FOLDER / "aanbod.csv"


def test_it_tells_on_the_screen_who_helps_whom_and_what_does_not_come_off(run: Run) -> None:
    result = run("match", REGION, *ON)
    assert (result.exit_code, result.stderr) == (0, "")
    for title in ("Wat er uitkomt", "Wie helpt wie", "Wat niet lukt, en waarom", "Wat over is", "Laat dit toetsen"):
        assert title in result.stdout
    assert result.stdout.startswith("Uren delen in Noorderveld\n")


def test_the_same_files_in_another_order_give_the_same(run: Run, tmp_path: Path) -> None:
    lines = REGION.read_text(encoding="utf-8").splitlines(keepends=True)
    start, end = lines.index("requests:\n") + 1, lines.index("offers:\n")
    other = tmp_path / "noorderveld.yaml"
    other.write_text("".join([*lines[:start], *lines[start:end][::-1], *lines[end:]]), encoding="utf-8")
    assert run("match", other, "--plain", *ON).stdout == run("match", REGION, "--plain", *ON).stdout


def test_tables_are_told_apart_by_options(run: Run) -> None:
    result = run("match", REGION, "--requests", ASKED, "--offers", OFFERED, *ON, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert (len(found["requests"]), len(found["offers"])) == (9, 7)


def test_every_format_is_written_at_once(run: Run, tmp_path: Path) -> None:
    names = [tmp_path / f"k{suffix}" for suffix in (".md", ".html", ".pdf", ".docx", ".json", ".svg", ".xlsx", ".csv")]
    result = run("match", REGION, *(part for name in names for part in ("-o", name)), *ON)
    assert result.exit_code == 0
    assert all(name.stat().st_size > 500 for name in names)
    rows = list(csv.DictReader(io.StringIO(names[-1].read_text(encoding="utf-8-sig")), delimiter=";"))
    found = json.loads(names[4].read_text(encoding="utf-8"))
    assert sum(int(row["Uren"]) for row in rows if row["Wat"] == "gekoppeld") == found["met"]
    sheet = load_workbook(names[-2]).worksheets[0]
    cells = [row[4].value for row in sheet.iter_rows(min_row=2) if row[0].value == "gekoppeld"]
    hours = [value for value in cells if isinstance(value, int)]
    assert (len(hours), sum(hours)) == (len(cells), found["met"])


def test_json_is_as_its_schema_says_and_the_example_as_that_of_the_file(run: Run) -> None:
    schema = json.loads(run("schema", "matching-outcome").stdout)
    document = json.loads(run("match", REGION, *ON, "--json").stdout)
    Draft202012Validator(schema).validate(document)
    assert document["kind"] == "matching-outcome"
    Draft202012Validator.check_schema(json.loads(run("schema", "matching").stdout))


def test_rows_that_cannot_be_used_give_status_1_and_the_rest(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "vraag.csv"
    table.write_text(
        ASKED.read_text(encoding="utf-8") + "Voorbeeldveen;projectleider;veel;1-1-2027;30-6-2027;\n", "utf-8"
    )
    result = run("match", REGION, "--requests", table, *ON)
    assert result.exit_code == 1
    assert f"{table}:4:3: Hier horen uren, niet 'veel'." in result.stderr
    assert result.stderr.endswith("Deze uitkomst is zonder de rijen hierboven die niet te gebruiken zijn.\n")
    assert "Rijen die niet meetellen" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "match: Noem een bestand met vraag en aanbod, of tabellen met --requests en --offers."),
        ((REGION, REGION), "Dit bestand staat twee keer in de opdracht."),
        (("--requests", REGION), "Dit is geen tabel: het zegt zelf wat vraag is, en wat aanbod."),
        (("--requests", ASKED), "Er is geen vraag en geen aanbod."),
        ((FOLDER / "weg.yaml",), "Dit bestand bestaat niet."),
        ((REGION, "-o", "k.pptx"), "k.pptx"),
        ((REGION, "--requests", "-"), "Een tabel kan niet van de invoer komen."),
    ],
)
def test_what_cannot_be_done_is_refused(arguments: tuple[object, ...], said: str, run: Run) -> None:
    result = run("match", *arguments, *ON)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_what_comes_in_is_read_as_a_file(run: Run) -> None:
    piped = CliRunner().invoke(app, ["match", "-", *ON, "--json"], input=REGION.read_bytes())
    assert piped.exit_code == 0
    named = json.loads(run("match", REGION, *ON, "--json").stdout)
    given = json.loads(piped.stdout)
    assert [one["met"] for one in given["requests"]] == [one["met"] for one in named["requests"]]


@pytest.mark.parametrize("idle", [("--gray",), ("--force",), ("--json", "--plain")])
def test_an_option_of_which_nothing_comes_is_told(idle: tuple[str, ...], run: Run) -> None:
    result = run("match", REGION, *idle, *ON)
    assert result.exit_code == 0
    assert f"{idle[-1]}: Deze optie heeft nu geen effect." in result.stderr


def test_what_is_read_is_not_written_over(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "vraag.csv"
    table.write_text(ASKED.read_text(encoding="utf-8"), encoding="utf-8")
    result = run("match", REGION, "--requests", table, "-o", table, "--force", *ON)
    assert result.exit_code == 2
    assert table.read_text(encoding="utf-8") == ASKED.read_text(encoding="utf-8")


def test_one_thing_goes_to_the_output_where_that_is_asked_for(run: Run) -> None:
    result = run("match", REGION, "-o", "-", "--as", "csv", *ON)
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbfWat;Expertise;Voor;Van;Uren")
    assert run("match", REGION, "-o", "-", "--as", "md", *ON).stdout.startswith("# Uren delen in Noorderveld")


def test_other_menus_than_were_asked_for_are_refused(run: Run) -> None:
    result = run("match", REGION, "--menus-version", "9.9.9", *ON)
    assert (result.exit_code, "Dit zijn andere menu's" in result.stderr) == (2, True)


def test_menus_that_say_nothing_of_lending_still_ask_to_have_it_checked(run: Run) -> None:
    menus = TESTS / "files" / "menus" / "other-typology"
    result = run("match", REGION, "--menus", menus, *ON)
    assert result.exit_code == 0
    assert "Deze menu's zeggen niets over recht en belasting bij het uitlenen van mensen." in result.stdout
    assert "Laat het uitlenen vooraf toetsen door een jurist en een fiscalist." in result.stdout


def test_who_asks_an_advice_of_such_a_file_is_told_what_to_do(run: Run) -> None:
    result = run("advise", REGION, *ON)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(
        f"{REGION}:3:7: Dit bestand gaat over vraag en aanbod van uren, en niet over een initiatief."
    )
    assert line.endswith("Gebruik: poolwijzer match BESTAND.")


def test_a_script_reads_json_and_nothing_else(start: Callable[..., subprocess.Popen[bytes]]) -> None:
    said, told = start("match", REGION, *ON, "--json").communicate(timeout=60)
    assert (json.loads(said)["met"] > 0, told) == (True, b"")
