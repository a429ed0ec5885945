"""Tables with figures, as a spreadsheet and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from poolwijzer.report.sheets import Sheet, SheetColumn, Sheets
from poolwijzer.tables.formulas import unprotect_text
from poolwijzer.tables.outputs.figures import write_figures

COLUMNS = (SheetColumn("Wie"), SheetColumn("Bedrag", "money"), SheetColumn("Deel", "share"), SheetColumn("Dag", "date"))
ROW = ("Assen", Decimal("1234.50"), Fraction(1, 3), date(2027, 3, 1))


def written(suffix: str, *rows: tuple[Any, ...], below: tuple[str, ...] = ()) -> bytes:
    return write_figures(suffix, Sheets("Proef", date(2026, 11, 1), (Sheet("Bijdragen", COLUMNS, rows, below),)))


def sheet_of(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data)).worksheets[0]


def test_amounts_are_numbers_that_look_like_money_and_days_are_days() -> None:
    page = sheet_of(written(".xlsx", ROW, below=("Geen toezegging.",)))
    assert (page["B2"].value, page["B2"].data_type) == (1234.5, "n") and "€" in page["B2"].number_format
    assert page["C2"].number_format == "0.0%" and abs(page["C2"].value - 1 / 3) < 1e-7
    assert page["D2"].value.date() == date(2027, 3, 1)
    assert page["A4"].value == "Geen toezegging."


def test_csv_has_semicolons_and_a_comma_in_numbers() -> None:
    assert written(".csv", ROW).decode("utf-8-sig").splitlines() == [
        "Wie;Bedrag;Deel;Dag",
        "Assen;1234,50;0,33333333;2027-03-01",
    ]


@given(st.text(max_size=40))
def test_no_text_becomes_a_formula_and_csv_gives_back_what_was_typed(text: str) -> None:
    typed = text.replace("\0", "").replace("\r", "")
    read = list(
        csv.reader(
            io.StringIO(written(".csv", (typed, None, None, None)).decode("utf-8-sig"), newline=""), delimiter=";"
        )
    )
    assert unprotect_text(read[1][0]) == typed


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    page = sheet_of(written(".xlsx", ("=1+1", None, None, None), ("#REF!", None, None, None)))
    assert [(cell.value, cell.data_type) for cell in page["A"][1:]] == [("=1+1", "s"), ("#REF!", "s")]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert written(".xlsx", ROW) == written(".xlsx", ROW)


def test_the_largest_amount_keeps_its_cents() -> None:
    page = sheet_of(written(".xlsx", ("Assen", Decimal("999999999999.99"), None, None)))
    assert Decimal(str(page["B2"].value)) == Decimal("999999999999.99")
