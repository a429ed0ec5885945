"""A spreadsheet of Excel as rows of text: numbers, dates and truths as a file of an initiative would write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import Any, BinaryIO

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.workbook import (
    ERRORS,
    LOOKED_FOR,
    MOST_COLUMNS,
    read_sheet,
    tell_error,
    tell_no_outcome,
    text_of,
)
from poolwijzer.tables.xlsx_book import SheetRow, SheetRows, open_book
from poolwijzer.tables.xlsx_package import BROKEN, check_package

_FORMATS = "De opmaak van dit bestand is stuk. Kijk na of de datums kloppen."
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of one sheet: the one that is asked for, or the first that has headers.

    Args:
        path: How messages call the table.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something.
        sheet: The name of the sheet to read.

    Raises:
        InputError: it is no spreadsheet, is broken, unpacks to more than a table can be, or has no such sheet.
    """
    has_outcomes = check_package(path, file)
    try:
        book = open_book(file, values=True)
        written = open_book(file, values=False).sheets if has_outcomes else [None] * len(book.sheets)
        sheets = [_Sheet(path, *both) for both in zip(book.sheets, written, strict=True)]
        grid = read_sheet(path, sheets, known, sheet, BROKEN)
    except InputError:
        raise
    except Exception as error:  # the library has no error of its own for what it cannot read
        raise InputError(Problem(path, *BROKEN)) from error
    if not book.formats:
        grid.remarks.append(Problem(path, _FORMATS))
    return grid


class _Sheet:
    """A sheet with what its formulas came to, and where there are any the same sheet with the formulas."""

    def __init__(self, path: str, sheet: Any, written: Any) -> None:
        self.title: str = sheet.title
        self.shown: bool = sheet.sheet_state == "visible"
        self._path, self._sheet, self._written = path, sheet, written
        self._read: SheetRows | None = None

    def head(self) -> Iterator[list[str]]:
        return map(row_texts, islice(SheetRows(self._sheet), LOOKED_FOR))

    def rows(self) -> Iterator[GridRow]:
        """Each row as text; with formulas, those of which the outcome was not saved are told."""
        self._read = SheetRows(self._sheet)
        beside: Iterable[SheetRow | None] = repeat(None) if self._written is None else SheetRows(self._written)
        for row, formulas in zip(self._read, beside, strict=False):
            texts = row_texts(row)
            problems = tuple(_wrong(self._path, row.number, texts, formulas.cells)) if formulas else ()
            yield GridRow(row.number, texts, problems, row.hidden)

    def hides_column(self, number: int) -> bool:
        return self._read is not None and self._read.hides_column(number)


def row_texts(row: SheetRow) -> list[str]:
    """The text of every cell up to the last one."""
    width = max((cell["column"] for cell in row.cells), default=0)
    if width > MOST_COLUMNS:
        raise ValueError("more columns than a spreadsheet can have")
    texts = [""] * width
    for cell in row.cells:
        value = cell["value"]
        written = isinstance(value, str) and "_x" in value
        texts[cell["column"] - 1] = _ESCAPE.sub(_unescaped, value) if written else text_of(value)
    return texts


def _wrong(path: str, row: int, texts: list[str], cells: Sequence[dict[str, Any]]) -> Iterator[Problem]:
    """Cells without an outcome: a formula that no program worked out yet, or one that went wrong and counts no more."""
    for cell in cells:
        column, kind = cell["column"], cell["data_type"]
        text = texts[column - 1]
        if kind in "ef" and ERRORS.fullmatch(text):
            texts[column - 1] = ""
            yield tell_error(path, text, row, column)
        elif kind == "f" and not text:
            yield tell_no_outcome(path, row, column)


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)).encode("utf-8", "replace").decode()  # half a character is none
