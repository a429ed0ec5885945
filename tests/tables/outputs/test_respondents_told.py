"""What tables tell of respondents: numbers that anybody can redo, and nothing below the bounds of privacy."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.engine.respondents import view_respondents
from poolwijzer.engine.response_means import find_means
from poolwijzer.outcome import Outcome
from poolwijzer.problems import Problem
from poolwijzer.schema.schemas import make_document_schema
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.json_document import LongDocument
from poolwijzer.tables.outputs.long_columns import long_columns
from poolwijzer.tables.registry import write_table
from poolwijzer.tables.row import Row, make_bad_row, make_row
from tests.tables.outputs.respondents import TOWNS, many_respondents, means_by_hand

ON = date(2026, 11, 1)


def row_of(assessment: Assessment, content: Content) -> Row:
    return make_row("a.yaml", Outcome(content, assessment, ON), with_statements=True)


def made(suffix: str, rows: list[Row], content: Content, *, long: bool = False, dialect: Any = "standard") -> bytes:
    file = io.BytesIO()
    write_table(suffix, file, rows, TableContext(content, ON, "0", long=long, dialect=dialect))
    return file.getvalue()


def cells(rows: list[Row], content: Content, *, long: bool = False) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made(".csv", rows, content, long=long).decode(), newline="")))


@pytest.mark.parametrize("seed", range(4))
def test_means_and_numbers_are_those_of_an_independent_sum(seed: int, content: Content) -> None:
    assessment = many_respondents(content, 16, seed)
    by_hand = means_by_hand(assessment)
    (shown,) = cells([row_of(assessment, content)], content)
    assert shown["respondents.number"] == "16" and shown["respondents.municipalities"] == "7"
    assert shown["respondents.coverage"] == "1"
    told = {name: shown[f"respondents.{name}.mean"] for name in by_hand}
    for name, (people, mean) in by_hand.items():
        assert shown[f"respondents.{name}.n"] == str(people)
        if told[name]:
            assert float(told[name]) == mean
    missing = [name for name, (_, mean) in by_hand.items() if mean is not None and not told[name]]
    assert len(missing) <= len(content.typology.axes), "only what else could be worked out"


@pytest.mark.parametrize("towns", [1, 4])
def test_below_the_bounds_no_answer_is_told_anywhere(towns: int, content: Content) -> None:
    rows = [row_of(many_respondents(content, 12, towns=towns), content)]
    (shown,) = cells(rows, content)
    assert shown["respondents.number"] == "12" and shown["respondents.municipalities"] == str(towns)
    assert not [name for name, cell in shown.items() if name.endswith(".mean") and cell]
    for line in cells(rows, content, long=True):
        assert not any(line[name] for name in ("mean", "lowest", "highest", "talking_point", "agreement", "answer"))
    told = json.loads(made(".jsonl", rows, content))["respondents"]["statements"].values()
    assert {(one["mean"], one["talking_point"]) for one in told} == {(None, None)}


def test_a_mean_that_could_be_worked_out_from_the_others_and_the_score_takes_these_with_it(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    on_axis = [name for name in content.statements_on["motivatie"] if content.statements[name].short]
    hidden = on_axis[0]
    responses = [
        {
            "id": f"r{index}",
            "organisation": {"kind": "gemeente", "name": town},
            "answers": {name: 1 + index % 5 for name in on_axis if name != hidden or index < 4},
        }
        for index, town in enumerate(TOWNS[:6])
    ]
    assessment = assessment_of(municipalities=list(TOWNS), questions="kort", responses=responses)
    outcome = Outcome(content, assessment, ON)
    assert outcome.respondents is not None
    means = find_means(assessment, content, outcome.placement, outcome.respondents)
    untold = [name for name in on_axis if means[name] is None]
    assert hidden in untold and untold == on_axis


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 30), st.integers(1, 7), st.integers(0, 999))
def test_on_no_axis_is_one_mean_alone_untold(number: int, towns: int, seed: int) -> None:
    content = load_menus()
    assessment = many_respondents(content, number, seed, towns)
    placement = Outcome(content, assessment, ON).placement
    means = find_means(assessment, content, placement, view_respondents(assessment, content, placement))
    for axis in placement.axes.values():
        counted = [one.statement for one in axis.contributions if one.answer is not None]
        untold = [name for name in counted if means.get(name) is None]
        alone = [name for name in counted if "verband" not in content.statements[name].asked_of]
        if len(untold) == 1 and counted == alone:
            assert len(counted) == 1


def test_a_long_table_has_a_line_for_every_statement_that_was_asked_with_whose_answer_it_is(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    assessment = assessment_of(
        questions="kort",
        answers={"m2": 4, "m3": "weet-niet", "m6": {"votes": [1, 2, 0, 3, 1]}, "m12": {"value": 5, "agreed": False}},
        context={"verband": {"kind": "provincie", "name": "de provincie"}},
    )
    lines = {line["statement"]: line for line in cells([row_of(assessment, content)], content, long=True)}
    assert set(lines) >= content.short_list and lines["m2"]["axis"] == "motivatie"
    shown = {name: [lines[name][key] for key in ("answer_status", "source", "answer", "agreed")] for name in lines}
    assert shown["m2"] == ["beantwoord", "samen", "4", "ja"]
    assert shown["m3"] == ["weet-niet", "", "", ""]
    assert shown["m12"] == ["beantwoord", "samen", "5", "nee"]
    assert shown["m6"] == ["open", "handen", "", ""]
    hands = [lines["m6"][key] for key in ("of", "n", "mean", "votes", "reversed")]
    assert hands == ["handen", "7", "3.1429", "1|2|0|3|1", "ja"]
    assert not [line for line in lines.values() if "{" in line["statement.text"]], "no placeholder is left"


def test_what_could_not_be_used_has_a_line_in_a_long_table_too(content: Content) -> None:
    row = make_bad_row("half.yaml", [Problem("half.yaml", "Dit kan niet.")], data={"initiative": {"id": "half"}})
    (line,) = cells([row], content, long=True)
    assert (line["file"], line["status"], line["initiative.id"]) == ("half.yaml", "fout", "half")
    assert line["problems"] == "half.yaml: Dit kan niet." and line["statement"] == ""


def test_a_long_table_says_the_same_in_every_kind_of_file(content: Content) -> None:
    rows = [row_of(many_respondents(content, 16), content)]
    whole = json.loads(made(".json", rows, content, long=True))
    Draft202012Validator(make_document_schema(LongDocument, "batch-statements")).validate(whole)
    lines = [json.loads(line) for line in made(".jsonl", rows, content, long=True).splitlines()]
    assert whole["kind"] == "batch-statements" and whole["statements"] == lines
    headers = [column.header for column in long_columns(TableContext(content, ON, "0"))]
    typed = pq.read_table(io.BytesIO(made(".parquet", rows, content, long=True))).to_pylist()
    for line, cells_of_line, of_parquet in zip(lines, cells(rows, content, long=True), typed, strict=True):
        assert set(headers) == set(cells_of_line) and set(line) >= set(headers)
        assert {name: of_parquet[name] for name in headers} == {name: line[name] for name in headers}
        assert cells_of_line["mean"] == ("" if line["mean"] is None else str(line["mean"]))


def test_parquet_has_types_lists_and_what_it_was_made_with(content: Content) -> None:
    assessment = many_respondents(content, 16, answers={"m2": 4, "m3": "weet-niet"})
    table = pq.read_table(io.BytesIO(made(".parquet", [row_of(assessment, content)], content)))
    (row,) = table.to_pylist()
    assert row["answers.m2"] == 4 and row["answers.m3"] is None and row["unknown_answers"] == ["m3"]
    assert row["initiative.municipalities"] == list(TOWNS)
    assert row["initiative.municipality_codes"][:2] == ["GM0106", "GM0114"]
    assert row["initiative.provinces"] == ["Drenthe"] and row["initiative.res_regions"] == ["Drenthe"]
    assert row["placement.divided"] in (True, False) and isinstance(row["respondents.coverage"], float)
    said = {name.decode(): text.decode() for name, text in table.schema.metadata.items()}
    assert said["menus.hash"] == content.hash and said["date"] == "2026-11-01" and said["table_format"] == "4"
    assert b"gemiddelde" in table.schema.field("respondents.m2.mean").metadata[b"meaning"]


def test_a_municipality_of_ones_own_keeps_its_place_among_the_codes(
    content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    assessment = assessment_of(
        municipalities=["Assen", {"name": "Voorbeeldstad", "population": 9}, "Zwolle"], answers={"m2": 3}
    )
    (shown,) = cells([row_of(assessment, content)], content)
    assert shown["initiative.municipality_codes"] == "GM0106||GM0193"
    assert shown["initiative.provinces"] == "Drenthe|Overijssel"
    assert shown["respondents.number"] == "" and shown["respondents.m2.n"] == ""


def test_csv_for_programs_has_commas_points_and_no_mark(content: Content) -> None:
    rows = [row_of(many_respondents(content, 16), content)]
    standard, excel = (made(".csv", rows, content, dialect=dialect) for dialect in ("standard", "excel"))
    assert standard.startswith(b"file,status,") and b"\r" not in standard
    assert excel.startswith(b"\xef\xbb\xbffile;status;") and excel.endswith(b"\r\n")
    (one,), (other,) = (
        list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=sign))
        for data, sign in ((standard, ","), (excel, ";"))
    )
    numbers = [name for name in one if name.endswith((".mean", ".score", ".coverage"))]
    assert {name: one[name] for name in numbers} == {name: other[name].replace(",", ".") for name in numbers}
