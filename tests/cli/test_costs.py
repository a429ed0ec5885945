"""`poolwijzer costs`: who pays what, as a user asks for it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from poolwijzer.cli.app import app
from tests.formats.pdf.reading import told
from tests.roots import ROOT

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")
DRENTHE = ROOT / "examples" / "flexteam-drenthe.yaml"
REGION = ROOT / "examples" / "voorbeeldregio-merenland.yaml"
WITHOUT = ROOT / "examples" / "voorbeeldregio-noorderveld.yaml"
WHOLE = ROOT / "tests" / "files" / "assessments" / "good" / "kosten.yaml"
HEAD = """poolwijzer: 2
initiative: {id: voorbeeldregio-x, name: Voorbeeldregio X, municipalities: [Assen, De Wolden]}
"""


def spoken(text: str) -> str:
    """A text on one line, with plain spaces."""
    return " ".join(text.split())


def test_what_is_known_of_drenthe_is_told_and_what_is_not_is_named(run: Run) -> None:
    result = run("costs", DRENTHE, *ON)
    said = spoken(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "De provincie betaalt € 533.333,33. De gemeenten betalen samen € 1.066.666,67." in said
    assert "Welk deel iedereen gelijk betaalt. Zet dit in costs.key.base." in said
    assert "In het bestand staan geen jaren." in said and "elk jaar" not in said.lower()


@pytest.mark.parametrize("suffix", [".md", ".html", ".pdf"])
def test_every_format_tells_the_same_amounts_and_that_they_are_an_indication(
    run: Run, tmp_path: Path, suffix: str
) -> None:
    to = tmp_path / f"kosten{suffix}"
    assert run("costs", REGION, "-o", to, *ON).exit_code == 0
    text = told(to.read_bytes(), "pdftotext") if suffix == ".pdf" else to.read_text(encoding="utf-8")
    said = spoken(text.replace("&nbsp;", " "))
    assert "121.472,89" in said and "42.000,00" in said
    assert "Indicatie, zonder btw, inwoners volgens eigen opgave. Geen toezegging." in said
    assert "Zo zijn alle delen samen precies het geheel." in said


def test_word_and_the_drawing_are_written_too(run: Run, tmp_path: Path) -> None:
    word, drawing = tmp_path / "kosten.docx", tmp_path / "kosten.svg"
    assert run("costs", REGION, "-o", word, "-o", drawing, *ON).exit_code == 0
    assert word.read_bytes().startswith(b"PK")
    said = drawing.read_text(encoding="utf-8")
    assert "Wie betaalt wat, in hele euro's, 2027" in said and "Voorbeeldmeer" in said and "Geen toezegging." in said


def test_a_spreadsheet_has_figures_that_add_up_and_no_formulas(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "kosten.xlsx"
    assert run("costs", WHOLE, "-o", to, *ON).exit_code == 0
    book = load_workbook(to)
    assert [page.title for page in book] == ["Wie betaalt wat", "Begroting", "Zo is het berekend", "Vergelijking"]
    assert not [cell for page in book for row in page for cell in row if cell.data_type == "f"]
    rows = [row for row in book["Wie betaalt wat"].iter_rows(min_row=2, values_only=True) if row[0] == 2028]
    amounts = {row[1]: Decimal(str(row[4])) for row in rows}
    total, together = amounts.pop("Samen"), amounts.pop("Gemeenten samen")
    assert sum(amounts.values()) == total == Decimal("1651500")
    assert sum(amounts[name] for name in ("Assen", "De Wolden", "Voorbeeldstad")) == together
    assert "€" in book["Wie betaalt wat"]["E2"].number_format
    below = [row[0] for row in book["Wie betaalt wat"].iter_rows(values_only=True) if row[0]]
    assert str(below[-1]).startswith("Indicatie, zonder btw")


def test_csv_is_as_a_dutch_excel_reads_it(run: Run) -> None:
    result = run("costs", REGION, "-o", "-", "--as", "csv", *ON)
    text = result.stdout_bytes.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    mine = next(row for row in rows if row["Jaar"] == "2027" and row["Wie"] == "Voorbeeldgracht")
    assert (mine["Inwoners"], mine["Bijdrage"], mine["Per inwoner"]) == ("25000", "87500,00", "3,5")


@pytest.mark.parametrize("file", [DRENTHE, REGION, WHOLE])
def test_json_is_as_its_schema_says_and_adds_up_to_the_cent(run: Run, file: Path) -> None:
    data = json.loads(run("costs", file, "--json", *ON).stdout, parse_float=Decimal)
    schema = json.loads(run("schema", "costs").stdout)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    assert data["initiative"].keys() == {"id", "name"}, "as in every document of one initiative"
    for year in data["years"]:
        others = sum(one["amount"] for one in (*year["income"], *year["others"]))
        assert others + year["municipalities_together"] == year["total"] == sum(one["amount"] for one in year["posts"])
        if data["complete"]:
            assert sum(one["amount"] for one in year["municipalities"]) == year["municipalities_together"]


def test_a_file_without_costs_is_refused_in_one_line(run: Run) -> None:
    result = run("costs", WITHOUT, *ON)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{WITHOUT}: In dit bestand staan geen kosten.")
    assert len(result.stderr.splitlines()) == 1


def test_without_any_amount_there_is_nothing_to_draw_but_much_to_ask(run: Run, tmp_path: Path) -> None:
    file, to = tmp_path / "plan.yaml", tmp_path / "plan.svg"
    file.write_text(f"{HEAD}costs: {{years: [2027]}}\n", encoding="utf-8")
    result = run("costs", file, "-o", to, *ON)
    assert result.exit_code == 2 and "Er is nog niets om te tekenen." in result.stderr and not to.exists()
    said = spoken(run("costs", file, *ON).stdout)
    assert "Wat het kost. Zet dit in costs.posts." in said and "Zet dit in costs.key." in said


def test_standard_input_is_read_and_standard_output_written() -> None:
    result = CliRunner().invoke(app, ["costs", "-", "-o", "-", "--as", "md", *ON], input=REGION.read_bytes())
    assert result.exit_code == 0 and result.stdout.startswith("# Voorbeeldregio Merenland")


def test_no_text_of_a_file_is_a_formula_or_markup(run: Run, tmp_path: Path) -> None:
    file, to = tmp_path / "plan.yaml", tmp_path / "plan.xlsx"
    posts = """costs:
  posts: [{what: '=HYPERLINK("x")', amount: 900}, {what: '[bold]vet[/bold] <b>', amount: 100}]
  shares: {'@provincie': 10%}
  key: {kind: gelijke-delen}
"""
    file.write_text(HEAD + posts, encoding="utf-8")
    assert "[bold]vet[/bold] <b>" in run("costs", file, *ON).stdout
    assert run("costs", file, "-o", to, *ON).exit_code == 0
    cells = [cell for page in load_workbook(to) for row in page for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "'@provincie" in run("costs", file, "-o", "-", "--as", "csv", *ON).stdout


def test_in_a_spreadsheet_sums_are_bold_and_long_texts_stand_whole(run: Run, tmp_path: Path) -> None:
    file, to = tmp_path / "plan.yaml", tmp_path / "plan.xlsx"
    posts = f"costs:\n  posts: [{{what: {'inhuur van mensen ' * 6}, amount: 900}}]\n  key: {{kind: gelijke-delen}}\n"
    file.write_text(HEAD + posts, encoding="utf-8")
    assert run("costs", file, "-o", to, *ON).exit_code == 0
    payers, budget, *_ = load_workbook(to)
    bold = {row[1].value for row in payers.iter_rows(min_row=2) if row[1].font.b}
    assert bold == {"Gemeenten samen", "Samen"}
    assert budget["C2"].alignment.wrap_text
    assert budget.row_dimensions[2].height >= 4 * 15


def test_a_narrow_screen_keeps_each_amount_behind_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("costs", REGION, *ON).stdout.splitlines()
    assert max(map(len, lines)) <= 60
    assert [spoken(line) for line in lines if line.startswith("Voorbeeldeiland")] == [
        "Voorbeeldeiland – € 42.000,00",
    ]
    assert not [line for line in lines if line.rstrip().endswith("€")]
