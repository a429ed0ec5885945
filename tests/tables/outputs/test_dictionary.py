"""The dictionary of tables: every column is in it with what it means, and its page is what the program writes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer.content.content import Content
from poolwijzer.tables.outputs.cells import KINDS, TABLE_FORMAT
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.dictionary import group_families, list_entries, write_dictionary
from tests.cli.conftest import run
from tests.roots import ROOT

__all__ = ["run"]
Run = Callable[..., Result]
PAGE = ROOT / "docs" / "woordenboek.md"


@pytest.fixture(scope="module")
def context(content: Content) -> TableContext:
    return TableContext(content, date(2026, 11, 1), "0", with_stress=True)


def test_the_page_is_what_the_program_writes_now(context: TableContext) -> None:
    made = write_dictionary(".md", list_entries(context), context)
    assert PAGE.read_bytes().replace(b"\r\n", b"\n") == made, "run: make columns"


@pytest.mark.parametrize("long", [False, True], ids=["wide", "long"])
def test_every_column_says_what_it_means_of_what_kind_it_is_and_since_when(context: TableContext, long: bool) -> None:
    for column in table_columns(context._replace(long=long)):
        assert column.meaning.endswith("."), column.header
        assert column.kind in KINDS and 1 <= column.since <= TABLE_FORMAT
        assert bool(column.about) == bool(column.family) or column.header.startswith("context.")
        assert "{" not in column.about, "no placeholder is left"
        if column.kind in ("whole", "number") and column.header != "agreement":
            assert column.unit and column.range, column.header


def test_it_is_shown_by_family_and_written_in_full(run: Run, tmp_path: Path, context: TableContext) -> None:
    shown = run("tables", "columns")
    assert shown.exit_code == 0 and "respondents.<stelling>.mean (" in shown.stdout
    path = tmp_path / "woordenboek.csv"
    assert run("tables", "columns", "-o", path).exit_code == 0
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    headers = [column.header for column in table_columns(context)]
    assert [line["column"] for line in lines if line["table"] == "initiatives"] == headers
    by_name = {line["column"]: line for line in lines}
    assert by_name["answers.m2"]["about"] == context.content.statements["m2"].joint.text
    assert by_name["answers.m2"]["range"] == "1 t/m 5, of weet-niet"
    told = json.loads(run("tables", "columns", "--json", "--long").stdout)
    long = [column.header for column in table_columns(context._replace(long=True))]
    assert told["kind"] == "columns" and [one["column"] for one in told["columns"]] == long


def test_a_family_names_each_kind_of_its_columns_once(context: TableContext) -> None:
    types = {entry.column: entry.type for entry, _ in group_families(list_entries(context))}
    assert types["answers.<stelling>"] == "geheel getal of weet-niet"
    assert types["context.<vraag>"] == "tekst of lijst of datum" and types["placement.divided"] == "ja of nee"


def test_an_existing_dictionary_stays_and_two_outputs_to_a_pipe_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "woordenboek.json"
    path.write_text("mijn", encoding="utf-8")
    assert run("tables", "columns", "-o", path).exit_code == 2 and path.read_text(encoding="utf-8") == "mijn"
    result = run("tables", "columns", "-o", "-", "--as", "csv", "--json")
    assert result.exit_code == 2 and result.stdout == ""
