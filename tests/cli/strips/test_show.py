"""`poolwijzer strips show` and `report`: what everybody used and has left."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import Result

from tests.formats.pdf.reading import told

Run = Callable[..., Result]
Add = Callable[..., dict[str, Any]]
Shown = Callable[..., dict[str, Any]]


@pytest.fixture
def used(add: Add) -> None:
    """A year in which one took much, one gave, and one planned."""
    add("--municipality", "Assen", "--product", "inkoopacties", "--strips", "14", "--date", "2026-05-01")
    add("--municipality", "Emmen", "--product", "Wijkplan Noord", "--hours", "250", "--date", "2026-06-01")
    add("--municipality", "Meppel", "--to", "Emmen", "--strips", "2", "--date", "2026-07-01")
    add("--municipality", "Meppel", "--product", "inkoopacties", "--hours", "20", "--date", "2026-12-15")
    add("--joint", "--product", "inkoopacties", "--strips", "4", "--date", "2026-08-01")


@pytest.mark.usefixtures("used")
def test_every_municipality_has_a_row_that_adds_up_and_fits_a_screen(run: Run, plan: Path) -> None:
    result = run("strips", "show", plan)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["Gemeente", "Tegoed", "Op", "Plan", "Over", "Eind"] in lines
    assert ["Assen", "10", "14", "0", "-4", "15,3"] in lines
    assert ["Emmen", "12", "2,5", "0", "9,5", "2,73"] in lines
    assert ["Meppel", "8", "0", "0,2", "8", "0,2"] in lines
    assert ["Samen", "50", "20,5", "0,2", "29,5", "22,6"] in lines
    assert "-  Assen: zij gebruikte 14 van 10 strippen (140%)." in result.stdout
    assert "Nog niets gebruikt: Voorbeeldstad." in result.stdout
    assert "Plan: gebruik op een dag die nog komt. Dat is nog niet van Over af." in " ".join(result.stdout.split())


@pytest.mark.usefixtures("used")
@pytest.mark.parametrize("columns", ["60", "80"])
def test_no_line_is_broader_than_the_screen(
    run: Run, plan: Path, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for arguments in (("--lines",), ("--municipality", "Assen"), ("--lines", "--plain")):
        result = run("strips", "show", plan, *arguments)
        assert max(map(len, result.stdout.splitlines())) <= int(columns)


@pytest.mark.usefixtures("used")
def test_the_balance_as_data_fits_its_schema_and_adds_up(run: Run, shown: Shown, add: Add) -> None:
    data = shown()
    for kind, document in (
        ("strips", data),
        ("strips-added", add("--municipality", "Assen", "--product", "inkoopacties", "--hours", "1")),
    ):
        schema = json.loads(run("schema", kind).stdout)
        Draft202012Validator.check_schema(schema)
        assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert sum(one["share"] for one in data["balances"]) + data["joint"]["share"] == data["card"]["total"] == 50
    assert data["card"]["strips_per_fte"] == 13.63
    assert [(one["product"], one["strips"]) for one in data["products"]] == [
        ("inkoopacties", 18),
        ("Wijkplan Noord", 2.5),
    ]
    assert {one["municipality"]: one["signal"] for one in data["balances"]} == {
        "Assen": "used",
        "Emmen": "",
        "Meppel": "",
        "Voorbeeldstad": "",
    }


@pytest.mark.usefixtures("used")
def test_one_municipality_sees_its_own_numbers_and_lines(run: Run, plan: Path) -> None:
    said = run("strips", "show", plan, "--municipality", "gemeente meppel").stdout
    rows = [line.split() for line in said.splitlines()]
    assert ["Gegeven", "2"] in rows
    assert ["Gepland", "0,2"] in rows
    assert "Meppel: gaat naar Emmen" in said
    assert "Assen" not in said


@pytest.mark.usefixtures("used")
def test_what_is_left_goes_along_as_far_as_was_agreed_and_may_still_change(run: Run, shown: Shown, plan: Path) -> None:
    assert {one["municipality"]: one["carried"] for one in shown("--year", "2027")["balances"]} == {
        "Assen": 0,
        "Emmen": 2.5,
        "Meppel": 2.5,
        "Voorbeeldstad": 2.5,
    }
    said = " ".join(run("strips", "show", plan, "--year", "2027").stdout.split())
    assert "Wat meegaat uit het jaar ervoor, kan nog veranderen." in said
    assert "In het logboek staan ook regels van 2026." in said


def test_a_year_without_strips_says_which_years_there_are(run: Run, plan: Path) -> None:
    said = " ".join(run("strips", "show", plan, "--year", "2031").stdout.split())
    assert "het jaar van deze strippen (costs.years)" in said
    assert "In het bestand staat: years: [2026, 2027]. Kies een ander jaar met --year." in said


def test_before_the_first_line_there_is_a_balance_and_no_ledger(run: Run, plan: Path) -> None:
    result = run("strips", "show", plan)
    assert result.exit_code == 0
    assert result.stderr == (
        "Er is nog geen logboek plan-strippen.csv. Het komt er met de eerste regel: poolwijzer strips add\n"
    )
    assert "is nog niets gebruikt" in result.stdout
    assert run("strips", "show", plan, "--ledger", "ander.csv").exit_code == 2


@pytest.mark.usefixtures("used")
def test_what_cannot_be_read_is_told_and_the_rest_counts(run: Run, shown: Shown, plan: Path) -> None:
    ledger = Path("plan-strippen.csv")
    ledger.write_bytes(ledger.read_bytes() + b"kapot;;\r\n")
    result = run("strips", "show", plan)
    assert result.exit_code == 1
    assert "Regel 7 van het logboek:" in result.stdout
    assert "140%" in result.stdout
    to = Path("verslag.md")
    assert run("strips", "report", plan, "-o", to).exit_code == 1
    assert "Regel 7 van het logboek:" in to.read_text(encoding="utf-8")
    assert shown()["attention"]


def test_a_line_that_a_person_typed_is_of_the_same_product(add: Add, shown: Shown) -> None:
    add("--municipality", "Assen", "--product", "inkoopacties", "--strips", "1")
    with Path("plan-strippen.csv").open("a", encoding="utf-8") as ledger:
        ledger.write("mijn-regel;31-3-2026;;assen;Inkoopacties;;2,5;;;;\n")
    data = shown()
    assert [(one["product"], one["strips"], one["lines"]) for one in data["products"]] == [("inkoopacties", 3.5, 2)]
    assert next((one["municipality"], one["used"]) for one in data["balances"]) == ("Assen", 3.5)


@pytest.mark.usefixtures("used")
def test_the_report_says_the_same_in_every_format(run: Run, plan: Path) -> None:
    names = [f"verslag{suffix}" for suffix in (".md", ".html", ".pdf", ".docx", ".json", ".svg", ".xlsx", ".csv")]
    result = run("strips", "report", plan, "--lines", *(part for name in names for part in ("-o", name)))
    assert (result.exit_code, result.stderr) == (0, "".join(f"Geschreven: {name}\n" for name in names))
    texts = [Path("verslag.md").read_text(encoding="utf-8"), Path("verslag.html").read_text(encoding="utf-8")]
    texts.append(told(Path("verslag.pdf").read_bytes(), "pdftotext"))
    for text in texts:
        flat = " ".join(text.replace("\\", "").split())  # Markdown escapes some signs
        assert "zij gebruikte 14 van 10 strippen (140%)" in flat
        assert "1.363 uur in een jaar, dus 13,63 strippen" in flat
        assert "Indicatie, zonder btw, inwoners op" in flat
        assert "Geen toezegging." in flat
        assert "Wijkplan Noord" in flat


def test_there_is_no_drawing_of_what_nobody_uses_yet(run: Run, plan: Path) -> None:
    result = run("strips", "report", plan, "-o", "stand.svg")
    assert result.exit_code == 2
    assert "plan.yaml: Er is nog niets om te tekenen." in result.stderr
    assert not Path("stand.svg").exists()


@pytest.mark.usefixtures("used")
def test_a_spreadsheet_holds_figures_that_can_be_counted_with(run: Run, plan: Path) -> None:
    assert run("strips", "report", plan, "-o", "stand.xlsx", "-o", "stand.csv").exit_code == 0
    book = load_workbook("stand.xlsx")
    assert book.sheetnames == ["Stand", "Producten", "Regels"]
    head, *rows = book["Stand"].iter_rows(values_only=True)
    used = [cell for row in rows if isinstance(cell := row[head.index("Gebruikt")], int | float)]
    assert sum(used) == 20.5
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    text = Path("stand.csv").read_text(encoding="utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert {row["Gemeente"]: row["Over"] for row in table}["Emmen"] == "9,5"


@pytest.mark.usefixtures("used")
def test_the_ledger_is_never_written_over_by_a_report(run: Run, plan: Path) -> None:
    before = Path("plan-strippen.csv").read_bytes()
    result = run("strips", "report", plan, "-o", "plan-strippen.csv", "--force")
    assert result.exit_code == 2
    assert Path("plan-strippen.csv").read_bytes() == before


@pytest.mark.usefixtures("used")
def test_a_report_goes_to_stdout_alone_where_that_is_asked_for(run: Run, plan: Path) -> None:
    result = run("strips", "report", plan, "-o", "-", "--as", "csv")
    assert result.stdout_bytes.startswith("\ufeffGemeente;".encode())
    assert result.stderr == ""


@pytest.mark.usefixtures("used")
def test_an_option_without_effect_is_told(run: Run, plan: Path) -> None:
    result = run("strips", "show", plan, "--json", "--lines")
    assert result.stderr == (
        "--lines: Deze optie heeft nu geen effect. In tabellen en JSON staan altijd alle regels.\n"
    )


@pytest.mark.usefixtures("used")
def test_what_is_typed_is_no_markup_and_no_formula(run: Run, add: Add, plan: Path) -> None:
    add("--municipality", "Emmen", "--product", "=1+1 <b>[red]vet[/red]", "--strips", "1", "--note", "\x1b[31m@SUM")
    said = run("strips", "show", plan, "--lines").stdout
    assert "\x1b" not in said
    assert "<b>[red]vet[/red]" in said
    assert run("strips", "report", plan, "-o", "x.xlsx", "-o", "x.html", "--lines").exit_code == 0
    assert "<b>[red]" not in Path("x.html").read_text(encoding="utf-8")
    cells = [cell for sheet in load_workbook("x.xlsx") for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
