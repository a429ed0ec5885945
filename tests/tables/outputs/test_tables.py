"""Tables of outcomes in every format: what stands in them, that nothing in them runs, and that they read again."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pydantic import ValidationError

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import check_suffixes
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.schema.schemas import make_document_schema
from poolwijzer.tables.document import parse_row
from poolwijzer.tables.outputs.columns import is_outcome, table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.json_document import BatchDocument
from poolwijzer.tables.reader import read_table
from poolwijzer.tables.registry import TABLES_OUT, write_table
from poolwijzer.tables.row import Row, make_bad_row, make_row
from poolwijzer.tables.vocabulary import Vocabulary
from tests.an_office import Office, an_office
from tests.assessment.strategies import assessments, menus
from tests.batch.made_rows import made_rows, unreadable
from tests.tables.flat import that_fits

ON = date(2026, 11, 1)
NASTY = (
    "=1+1",
    '=HYPERLINK("http://voorbeeld.nl";"klik")',
    "+31 6 1234",
    "-1,5",
    "@SUM(A1:A9)",
    "  =1+1",
    "\t=1+1",
    "\n=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＠SUM(1)",
    "'=1+1",
    "''=1+1",
    "#N/A",
    "=cmd|' /C calc'!A0",
    'a";=1+1;"',
    "een | streep",
    "_x0041_ en _x000D_",
    "\x07\x1b[31m",
    "<b>vet</b> [b]vet[/b] `x` | cel | $a^2$",
    "'s-Gravenhage",
)


@pytest.fixture(scope="module")
def context(content: Content) -> TableContext:
    return TableContext(content, ON, "0.1.0", with_stress=True)


@pytest.fixture(scope="module")
def rows(content: Content) -> list[Row]:
    """All over the typology, with files that cannot be read between them, and nasty names."""
    made = [*made_rows(40, content), *unreadable(3)]
    for row, name in zip(made, NASTY, strict=False):
        if row["initiative"] is not None:
            row["initiative"]["name"] = row["initiative"]["region"] = name
    made[3]["initiative"] = made[3]["initiative"] and {**made[3]["initiative"], "date": "2026-10-20"}
    return [made[-1], *made[:-1]]


def made_of(suffix: str, rows: Iterable[Row], context: TableContext) -> bytes:
    file = io.BytesIO()
    write_table(suffix, file, rows, context)
    assert not file.closed
    return file.getvalue()


def cells_of_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def sheet_of(data: bytes) -> Any:
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["initiatieven"]
    return book.active


@pytest.mark.slow
@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_the_same_rows_and_date_give_the_same_bytes_at_another_moment(
    suffix: str, rows: list[Row], context: TableContext
) -> None:
    first = made_of(suffix, rows, context)
    time.sleep(2.1 if suffix in (".xlsx", ".ods") else 0)  # a zip counts in steps of two seconds
    assert made_of(suffix, iter(rows), context) == first


@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_a_table_of_nothing_is_a_table_all_the_same(suffix: str, context: TableContext) -> None:
    data = made_of(suffix, [], context)
    if suffix == ".json":
        assert json.loads(data)["initiatives"] == []
    elif suffix == ".xlsx":
        assert sheet_of(data).max_row == 1
    elif suffix == ".csv":
        assert cells_of_csv(data) == []


@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_what_cannot_be_used_but_has_a_name_is_in_every_table(suffix: str, context: TableContext) -> None:
    wrong = Problem("half.yaml", "Dit antwoord staat er twee keer.")
    row = make_bad_row("half.yaml", [wrong], data={"initiative": {"id": "half", "name": "Half af"}})
    data = made_of(suffix, [row], context)
    inside = {".xlsx": "xl/worksheets/sheet1.xml", ".ods": "content.xml"}
    if suffix == ".parquet":
        data = json.dumps(pq.read_table(io.BytesIO(data)).to_pylist()).encode()
    texts = zipfile.ZipFile(io.BytesIO(data)).read(inside[suffix]) if suffix in inside else data
    assert b"half" in texts and b"Dit antwoord staat er twee keer" in texts


@pytest.mark.parametrize("suffix", TABLES_OUT)
def test_rows_are_written_as_they_come(suffix: str, rows: list[Row], context: TableContext) -> None:
    file = io.BytesIO()
    sizes: list[int] = []

    def coming() -> Iterable[Row]:
        for row in rows:
            sizes.append(file.tell())
            yield row

    write_table(suffix, file, coming(), context)
    if TABLES_OUT[suffix].streams:  # else it is put together at the end, or packed many rows at a time
        assert len(set(sizes)) > len(rows) / 2


def test_a_mark_between_two_points_is_a_number_in_parquet(content: Content) -> None:
    (row,) = made_rows(1, content)
    assert row["given"]
    axis = next(iter(content.typology.axes))
    row["given"]["estimate"] = {axis: "11/3"}  # as a file has it
    data = made_of(".parquet", [row], TableContext(content, ON, "0"))
    assert pq.read_table(io.BytesIO(data)).to_pylist()[0][f"estimate.{axis}"] == 3.6667


def test_csv_is_what_a_dutch_excel_opens(rows: list[Row], context: TableContext) -> None:
    data = made_of(".csv", rows, context)
    assert data.startswith(b"\xef\xbb\xbffile;status;initiative.id;")
    assert data.endswith(b"\r\n")
    by_id = {cells["initiative.id"]: cells for cells in cells_of_csv(data)}
    fourth = next(row for row in rows if row["initiative"] and row["initiative"]["date"])
    assert fourth["initiative"] and fourth["placement"]
    cells = by_id[fourth["initiative"]["id"]]
    assert cells["initiative.date"] == "2026-10-20"
    score = fourth["placement"]["axes"]["motivatie"]["score"]
    assert cells["placement.axes.motivatie.score"] == ("" if score is None else str(score).replace(".", ","))
    assert cells["initiative.population"] == "80000"
    assert cells["placement.divided"] == "nee"


def test_every_row_has_the_same_columns_whatever_it_says(rows: list[Row], context: TableContext) -> None:
    headers = [column.header for column in table_columns(context)]
    assert len(set(headers)) == len(headers)
    for data in (made_of(".csv", rows, context), made_of(".csv", rows[:1], context)):
        assert list(cells_of_csv(data)[0]) == headers
    without = [column.header for column in table_columns(context._replace(with_stress=False))]
    assert [header for header in headers if header not in without] == [
        "stress.clarity",
        "stress.changed",
        *(f"stress.shares.{name}" for name in (*context.content.typology.quadrants, "grens")),
    ]


def test_a_file_that_cannot_be_read_has_its_problems_in_its_row(rows: list[Row], context: TableContext) -> None:
    (first, *_) = cells_of_csv(made_of(".csv", rows, context))
    assert first["status"] == "fout" and first["initiative.name"] == "" and first["placement.divided"] == ""
    problem = "map/kapot-3.yaml:12:5: Dit antwoord staat er twee keer. Haal er een weg."
    assert first["problems"].split("\n") == [problem] * 3
    assert sheet_of(made_of(".xlsx", rows, context))["A2"].value == "map/kapot-3.yaml"
    assert json.loads(made_of(".jsonl", rows, context).split(b"\n")[0])["problems"][2]["line"] == 12
    assert "- map/kapot-3\\.yaml (3 problemen)\n" in made_of(".md", rows, context).decode()


def test_a_stress_test_has_its_shares_in_columns(content: Content, context: TableContext, assessment_of: Any) -> None:
    answers = dict.fromkeys((name for name, one in content.statements.items() if one.short), 4)
    assessment = assessment_of(questions="kort", answers=answers)
    row = make_row("a.yaml", Outcome(content, assessment, ON), with_stress=True)
    (cells,) = cells_of_csv(made_of(".csv", [row], context))
    assert row["stress"] is not None
    shares = {name.rpartition(".")[2]: value for name, value in cells.items() if name.startswith("stress.shares.")}
    assert {name: float(value.replace(",", ".")) for name, value in shares.items()} == row["stress"]["shares"]


def test_every_column_can_be_read_again_or_is_known_for_an_outcome(context: TableContext) -> None:
    known = Vocabulary(context.content, "initiatives")
    for column in table_columns(context):
        assert (known.meaning(column.header) is None) == is_outcome(column.header), column.header


def read_again(suffix: str, data: bytes, content: Content) -> list[Assessment]:
    return [
        parse_row(item, content).assessment
        for item in read_table(f"uitkomst{suffix}", data, suffix, "initiatives", content)
    ]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_was_written_reads_again_as_the_same_initiatives(
    suffix: str, rows: list[Row], context: TableContext
) -> None:
    # In a spreadsheet an apostrophe before a formula is what an office kept of a CSV, so there it is taken away.
    lost = ("'=", "''=") if suffix == ".xlsx" else ()
    good = [row for row in rows if row["initiative"] and not row["initiative"]["name"].startswith(lost)]
    for row in good:
        assert row["initiative"] is not None
        row["initiative"]["municipalities"] = ["Assen", "'s-Gravenhage"]
    for row, found in zip(good, read_again(suffix, made_of(suffix, good, context), context.content), strict=True):
        initiative = row["initiative"]
        assert initiative is not None
        assert found.initiative.id == initiative["id"]
        assert found.initiative.name == sanitize_text(initiative["name"]).strip()
        assert found.initiative.region == sanitize_text(initiative["region"]).strip()
        assert [one.name for one in found.initiative.municipalities] == ["Assen", "'s-Gravenhage"]
        filled = {name: choice for name, choice in row["choices"].items() if any(choice.values())}
        assert {name: list(choice.options) for name, choice in found.choices.items()} == {
            name: choice["options"] for name, choice in filled.items()
        }


def carried(row: Row) -> dict[str, Any]:
    """What of a row a table of outcomes is read back to, without what comes to nothing."""
    assert row["initiative"] is not None and row["given"] is not None
    choices = {name: choice for name, choice in row["choices"].items() if any(choice.values())}
    return {**row["initiative"], **row["given"], "choices": choices, "placement": row["placement"]}


def sanitized(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: sanitized(part) for name, part in value.items()}
    if isinstance(value, list):
        return [sanitized(part) for part in value]
    return sanitize_text(value) if isinstance(value, str) else value


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.deferred(assessments), st.sampled_from([".csv", ".xlsx"]))
def test_what_a_table_carries_of_any_initiative_is_read_again_with_the_same_place(
    data: dict[str, Any], suffix: str
) -> None:
    content = menus()
    try:
        typed = Assessment.model_validate(data).model_dump(mode="json", exclude_defaults=True, by_alias=True)
        # A note alone says that something was asked, and a table of outcomes carries no notes.
        noted = {
            name for name, one in typed.get("answers", {}).items() if isinstance(one, dict) and one.keys() == {"note"}
        }
        typed["answers"] = {name: one for name, one in typed.get("answers", {}).items() if name not in noted}
        assessment = Assessment.model_validate(that_fits(sanitized({**typed, "responses": []})))
    except ValidationError:
        reject()  # what fits is too little: a name of nothing but white space
    before = make_row("bestand.yaml", Outcome(content, assessment, ON))
    names = [one.name for one in assessment.initiative.municipalities]
    assume(len(set(names)) == len(names))
    table = made_of(suffix, [before], TableContext(content, ON, "0.1.0"))
    (again,) = read_again(suffix, table, content)
    assert carried(make_row("bestand.yaml", Outcome(content, again, ON))) == carried(before)


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_outcomes_as_json_are_called_what_they_are(suffix: str, rows: list[Row], context: TableContext) -> None:
    data = made_of(suffix, rows[1:2], context)
    with pytest.raises(InputError) as caught:
        parse_assessment(data.strip(), f"uitkomst{suffix}", context.content, notation="json", with_answers=True)
    assert str(caught.value) == (
        f"uitkomst{suffix}:1:1: Dit zijn uitkomsten van Poolwijzer, en geen initiatief. "
        "Noem het bestand van het initiatief zelf. Van tabellen met uitkomsten is .csv of .xlsx weer te lezen."
    )


@settings(max_examples=50)
@given(st.text(max_size=40), st.text(max_size=20), st.lists(st.text(max_size=12), max_size=3))
def test_no_text_in_csv_or_a_spreadsheet_is_a_formula(name: str, file: str, other: list[str]) -> None:
    context = TableContext(menus(), ON, "0.1.0")
    (row,) = made_rows(1, menus())
    assert row["initiative"] is not None
    row["initiative"]["name"], row["file"] = name, file
    row["choices"] = {"vorm": {"options": [], "considering": [], "other": other}}
    for cells in cells_of_csv(made_of(".csv", [row], context)):
        for cell in cells.values():
            assert cell.strip("\ufeff \u00a0\u200b")[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    for line in sheet_of(made_of(".xlsx", [row], context)).iter_rows():
        assert {cell.data_type for cell in line} <= {"s", "n", "d"}
        assert not [cell for cell in line if isinstance(cell.value, str) and cell.data_type != "s"]


def test_numbers_below_nothing_stay_numbers_and_the_same_as_text_stays_text(context: TableContext) -> None:
    (row,) = made_rows(1, context.content)
    assert row["initiative"] is not None and row["placement"] is not None
    row["initiative"]["name"] = "-1,5"
    row["placement"]["axes"]["motivatie"]["low"] = -1.5
    (cells,) = cells_of_csv(made_of(".csv", [row], context))
    assert (cells["placement.axes.motivatie.low"], cells["initiative.name"]) == ("-1,5", "'-1,5")
    line = {
        head.value: cell for head, cell in zip(*sheet_of(made_of(".xlsx", [row], context)).iter_rows(), strict=True)
    }
    assert line["placement.axes.motivatie.low"].value == -1.5
    name = line["initiative.name"]
    assert (name.value, name.data_type, name.quotePrefix) == ("-1,5", "s", True)


def test_a_spreadsheet_has_headers_that_stay_dates_and_a_filter(rows: list[Row], context: TableContext) -> None:
    sheet = sheet_of(made_of(".xlsx", rows, context))
    heads = list(next(sheet.iter_rows(max_row=1)))
    assert [cell.value for cell in heads] == [column.header for column in table_columns(context)]
    assert all(cell.font.bold for cell in heads)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["B"].width
    days = [cell for cell in sheet["F"][1:] if cell.value is not None]
    assert [(cell.value.date(), cell.is_date) for cell in days] == [(date(2026, 10, 20), True)]


def test_nothing_in_a_spreadsheet_tells_when_or_where_it_was_made(rows: list[Row], context: TableContext) -> None:
    with zipfile.ZipFile(io.BytesIO(made_of(".xlsx", rows, context))) as package:
        assert {part.date_time for part in package.infolist()} == {(2026, 11, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode()
        assert properties.count("2026-11-01T00:00:00Z") == 2
        assert "openpyxl" not in properties


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(context: TableContext) -> None:
    (row,) = made_rows(1, context.content)
    row["remarks"] = [{"path": "a", "line": 1, "column": 1, "message": "b" * 40_000, "hint": ""}]
    cells = [cell.value for cell in next(sheet_of(made_of(".xlsx", [row], context)).iter_rows(min_row=2))]
    assert len(cells[-1]) == 32_767 and cells[-1].endswith(" … (afgekapt)")


def test_a_text_of_emoji_is_cut_sooner_since_each_counts_as_two_and_none_is_cut_in_half(context: TableContext) -> None:
    (row,) = made_rows(1, context.content)
    assert row["initiative"] is not None
    row["initiative"]["name"] = "\U0001f600" * 20_000
    cells = [cell.value for cell in next(sheet_of(made_of(".xlsx", [row], context)).iter_rows(min_row=2))]
    name = next(cell for cell in cells if isinstance(cell, str) and cell.startswith("\U0001f600"))
    assert name == "\U0001f600" * 16_377 + " … (afgekapt)"


@pytest.mark.parametrize("on", [date.min, date(1979, 12, 31), date(2108, 1, 1), date.max])
def test_a_spreadsheet_can_be_of_any_date(on: date, rows: list[Row], context: TableContext) -> None:
    data = made_of(".xlsx", rows, context._replace(on=on))
    assert sheet_of(data).max_row == len(rows) + 1
    assert data == made_of(".xlsx", rows, context._replace(on=on))


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "1900-02-28", "1900-03-01", "9999-12-31"])
def test_a_date_that_a_spreadsheet_cannot_count_stands_in_it_as_text_and_reads_again(
    day: str, context: TableContext
) -> None:
    (row,) = made_rows(1, context.content)
    assert row["initiative"] is not None
    row["initiative"]["date"] = day
    data = made_of(".xlsx", [row], context)
    cell = sheet_of(data)["F2"]
    assert (cell.value == day) if day < "1900-03-01" else (cell.value.date().isoformat() == day)
    (again,) = read_again(".xlsx", data, context.content)
    assert str(again.initiative.date) == day


def test_json_holds_the_rows_as_they_are_and_fits_its_schema(rows: list[Row], context: TableContext) -> None:
    whole = json.loads(made_of(".json", rows, context))
    assert whole["initiatives"] == json.loads(json.dumps(rows))
    assert [json.loads(line) for line in made_of(".jsonl", rows, context).splitlines()] == whole["initiatives"]
    assert (whole["kind"], whole["format"], whole["date"]) == ("batch", 2, "2026-11-01")
    assert whole["menus"]["hash"] == context.content.hash
    schema = make_document_schema(BatchDocument, "batch")
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(whole)
    whole["initiatives"][1]["status"] = "prima"
    assert list(Draft202012Validator(schema).iter_errors(whole))


def test_the_table_for_people_is_one_table_in_which_every_name_shows_as_typed(
    rows: list[Row], context: TableContext
) -> None:
    text = made_of(".md", rows, context).decode()
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    assert sum(token.type == "table_open" for token in tokens) == 1
    lines = sum(token.type == "tr_open" for token in tokens)
    assert lines == 1 + sum(row["initiative"] is not None for row in rows)
    cells = sum(token.type in ("td_open", "th_open") for token in tokens)
    assert cells == lines * 8
    shown = [
        "".join(part.content for part in token.children or () if part.type in ("text", "text_special"))
        for token in tokens
        if token.type == "inline"
    ]
    assert not [token for token in tokens for part in token.children or () if part.type in ("html_inline", "link_open")]
    for name in NASTY:
        assert sanitize_text(" ".join(name.split())) in shown, name
    assert "Het is geen ranglijst." in text


def test_an_unknown_kind_of_table_is_refused_with_those_there_are() -> None:
    check_suffixes([Path("a.csv"), Path("b.XLSX")], tuple(TABLES_OUT))
    with pytest.raises(InputError) as caught:
        check_suffixes([Path("a.pdf"), Path("b.xls"), Path("c")], tuple(TABLES_OUT))
    told = [str(problem) for problem in caught.value.problems]
    assert told[0].endswith("Kies een naam die eindigt op .csv, .xlsx, .ods, .jsonl, .json, .parquet of .md.")
    assert told[1].endswith("Bedoelde u .xlsx?") and "c: " in told[2]


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The spreadsheet of LibreOffice."""
    return an_office(tmp_path_factory.mktemp("calc"), "localc")


DUTCH_CSV = "Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true,false"
"""Semicolons, double quotes, UTF-8, and Dutch numbers where a file is opened."""


def opened_in(calc: Office, suffix: str, data: bytes) -> list[dict[str, str]]:
    """The cells as an office shows them; where it saves, its numbers have a point."""
    text = calc(
        data, suffix, f"csv:{DUTCH_CSV}", f"--infilter={DUTCH_CSV}" if suffix == ".csv" else "--nologo"
    ).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def scores_in(shown: list[dict[str, str]]) -> dict[str, float | None]:
    good = [cells for cells in shown if cells["status"] == "goed"]
    scores = ((cells["initiative.id"], cells["placement.axes.motivatie.score"]) for cells in good)
    return {name: float(score) if score else None for name, score in scores}


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_an_office_opens_the_spreadsheet_evaluates_nothing_and_keeps_every_text(
    suffix: str, calc: Office, rows: list[Row], context: TableContext
) -> None:
    shown = opened_in(calc, suffix, made_of(suffix, rows, context))
    assert len(shown) == len(rows)
    names = {cells["initiative.id"]: cells["initiative.name"] for cells in shown if cells["status"] == "goed"}
    for row in rows:
        if row["initiative"]:
            assert names[row["initiative"]["id"]] == sanitize_text(row["initiative"]["name"])
    assert scores_in(shown) == {
        row["initiative"]["id"]: row["placement"]["axes"]["motivatie"]["score"]
        for row in rows
        if row["initiative"] and row["placement"]
    }


@pytest.mark.slow
def test_an_office_opens_the_csv_and_evaluates_nothing(calc: Office, rows: list[Row], context: TableContext) -> None:
    data = made_of(".csv", rows, context)
    shown = opened_in(calc, ".csv", data)
    assert [cells["initiative.name"] for cells in shown] == [cells["initiative.name"] for cells in cells_of_csv(data)]
    assert scores_in(shown) == scores_in(opened_in(calc, ".xlsx", made_of(".xlsx", rows, context)))
