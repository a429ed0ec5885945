"""An OpenDocument spreadsheet (.ods) as rows of text, the same as a workbook of Excel."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import BinaryIO

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.ods_book import OdsCell, OdsRow, OdsTable, read_tables
from poolwijzer.tables.ods_package import BROKEN, check_package, open_content
from poolwijzer.tables.workbook import ERRORS, LOOKED_FOR, read_sheet, tell_error, tell_no_outcome, text_of

_NUMBERS = ("float", "percentage", "currency")
_TRUTHS = {"of:=TRUE()": "true", "of:=FALSE()": "false"}
"""As LibreOffice keeps these where a cell is not formatted as one."""
_TIME = re.compile(r"PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of one sheet: the one that is asked for, or the first that has headers.

    Args:
        path: How messages call the table.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something.
        sheet: The name of the sheet to read.

    Raises:
        InputError: it is no such spreadsheet, is broken, unpacks to more than a table can be, or has no such sheet.
    """
    most = check_package(path, file)
    try:
        return read_sheet(path, _sheets(path, file, most), known, sheet, BROKEN)
    except InputError:
        raise
    except Exception as error:  # of damage anything can come
        raise InputError(Problem(path, *BROKEN)) from error


def _sheets(path: str, file: BinaryIO, most: int) -> list[_Sheet]:
    """The sheets, at most so many, each with its first rows; a file that breaks off has those before."""
    sheets: list[_Sheet] = []
    try:
        with open_content(file) as content:
            for table, row in read_tables(content):
                if row is None:
                    sheets.append(_Sheet(path, file, len(sheets), table))
                elif len(sheets[-1].first) < LOOKED_FOR:
                    sheets[-1].first.append(_texts(row))
                elif len(sheets) >= most:
                    break  # nothing that is new comes any more
    except Exception:
        if not any(sheet.first for sheet in sheets):
            raise  # else it is told where it is met
    return sheets


class _Sheet:
    """A sheet, which is read anew from the file when its rows are asked for."""

    def __init__(self, path: str, file: BinaryIO, number: int, table: OdsTable) -> None:
        self.title, self.shown = table.title, table.shown
        self.first: list[list[str]] = []
        self._path, self._file, self._number, self._table = path, file, number, table

    def head(self) -> list[list[str]]:
        return self.first

    def rows(self) -> Iterator[GridRow]:
        number = -1
        with open_content(self._file) as content:
            for table, row in read_tables(content):
                if row is None:
                    number += 1
                if number > self._number:
                    return
                if number == self._number and row is not None:
                    self._table = table
                    yield from self._repeated(row)

    def _repeated(self, row: OdsRow) -> Iterator[GridRow]:
        """A row as often as it is there: equal rows stand in the file once."""
        texts = _texts(row)
        for number in range(row.number, row.number + row.times):
            problems = tuple(self._wrong(number, row, texts))
            yield GridRow(number, list(texts), problems, row.hidden)

    def _wrong(self, number: int, row: OdsRow, texts: list[str]) -> Iterator[Problem]:
        """Cells without an outcome: a formula that no program worked out yet, or one that went wrong."""
        for cell in row.cells:
            for column in range(cell.column, cell.column + cell.times):
                if _is_error(cell):
                    yield tell_error(self._path, cell.text, number, column)
                elif cell.formula and not texts[column - 1]:
                    yield tell_no_outcome(self._path, number, column)

    def hides_column(self, number: int) -> bool:
        return any(number in columns for columns in self._table.hidden)


def _texts(row: OdsRow) -> list[str]:
    texts: list[str] = []
    for cell in row.cells:
        texts += [""] * (cell.column - 1 - len(texts))
        texts += [_text(cell)] * cell.times
    return texts


def _is_error(cell: OdsCell) -> bool:
    return bool(cell.formula) and (cell.kind == "error" or bool(ERRORS.fullmatch(cell.text)))


def _text(cell: OdsCell) -> str:
    """What a cell says, as the reader of workbooks of Excel gives it."""
    kind, truth = cell.kind, _TRUTHS.get(cell.formula)
    if truth:
        return truth
    if _is_error(cell):
        return ""
    if kind in _NUMBERS and (number := cell.value("value")) is not None:
        return text_of(float(number))
    if kind == "boolean" and (truth := cell.value("boolean-value")) is not None:
        return truth
    if kind == "date" and (moment := cell.value("date-value")) is not None:
        return _moment(moment)
    if kind == "time" and (time := _TIME.fullmatch(cell.value("time-value") or "")):
        return ":".join(f"{int(part):02}" for part in time.groups())
    said = cell.value("string-value")
    return cell.text if said is None else said


def _moment(text: str) -> str:
    try:
        return text_of(datetime.fromisoformat(text))
    except ValueError:
        return text  # it is told where the date is read
