"""A small workbook as the texts of all its sheets, for what is no table: a form that somebody filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.file_kinds import recognise
from poolwijzer.tables.xlsx_book import SheetRows, open_book
from poolwijzer.tables.xlsx_package import BROKEN, check_package
from poolwijzer.tables.xlsx_rows import row_texts

MOST_UNPACKED = 16 * 1024 * 1024
"""Bytes of all parts together; a form takes a hundredth of it."""
MOST_ROWS = 5000
"""Of a sheet, rows in which something can stand; a form has some fifty."""
_OTHER = ("Dit is geen Excel-werkmap (.xlsx).", "Open het bestand, en sla het op als Excel-werkmap (.xlsx).")
_TOO_LARGE = ("Deze werkmap is veel groter dan een vragenlijst.", "Kijk of dit het goede bestand is.")


class SheetTexts(NamedTuple):
    """A row: its number from 1, the text of every cell up to the last one, and the columns that hold a formula."""

    number: int
    texts: list[str]
    formulas: frozenset[int]


class Sheet(NamedTuple):
    """A sheet with the rows in which something stands."""

    title: str
    hidden: bool
    rows: list[SheetTexts]


def read_sheets(path: str, file: BinaryIO) -> list[Sheet]:
    """Every sheet of a workbook, in order.

    Args:
        path: How messages call it.
        file: The bytes; can be read again from their beginning.

    Raises:
        InputError: it is no workbook, is broken, or is much larger than a form.
    """
    kind = recognise(file)
    if kind is None or kind.message or kind.suffix != ".xlsx":
        raise InputError(Problem(path, *((kind.message, kind.hint) if kind and kind.message else _OTHER)))
    has_formulas = check_package(path, file, MOST_UNPACKED)
    try:
        sheets = open_book(file, values=True).sheets
        written = open_book(file, values=False).sheets if has_formulas else [None] * len(sheets)
        return [
            Sheet(sheet.title, sheet.sheet_state != "visible", list(_rows(path, sheet, beside)))
            for sheet, beside in zip(sheets, written, strict=True)
        ]
    except InputError:
        raise
    except Exception as error:  # the library has no error of its own for what it cannot read
        raise InputError(Problem(path, *BROKEN)) from error


def _rows(path: str, sheet: Any, written: Any) -> Iterator[SheetTexts]:
    formulas = _formulas(written) if written is not None else {}
    for row in SheetRows(sheet):
        texts = row_texts(row)
        found = formulas.get(row.number, frozenset())
        if not found and not any(texts):
            continue
        if row.number > MOST_ROWS:
            raise InputError(Problem(path, *_TOO_LARGE))
        yield SheetTexts(row.number, texts, found)


def _formulas(sheet: Any) -> dict[int, frozenset[int]]:
    """The columns that hold a formula, by the number of their row."""
    kinds = (
        (row.number, frozenset(cell["column"] for cell in row.cells if cell["data_type"] == "f"))
        for row in SheetRows(sheet)
    )
    return {number: columns for number, columns in kinds if columns}
