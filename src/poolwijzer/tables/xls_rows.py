"""An old workbook of Excel (.xls) as rows of text, the same as a newer one."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.file_kinds import LOCKED
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.workbook import LOOKED_FOR, read_sheet, tell_error, tell_no_outcome, text_of
from poolwijzer.tables.xls_records import MOST_HELD, look_through

BROKEN = ("Dit oude Excel-bestand is stuk.", "Open het in Excel en sla het op als Excel-werkmap (.xlsx).")
_TOO_LARGE = ("Dit oude Excel-bestand is te groot.", "Open het in Excel en sla het op als Excel-werkmap (.xlsx).")


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of one sheet: the one that is asked for, or the first that has headers.

    Args:
        path: How messages call the table.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something.
        sheet: The name of the sheet to read.

    Raises:
        InputError: it is no such workbook, is broken, too large or locked, or has no such sheet.
    """
    import xlrd  # type: ignore[import-untyped]

    file.seek(0)
    data = file.read(MOST_HELD + 1)
    if len(data) > MOST_HELD:
        raise InputError(Problem(path, *_TOO_LARGE))
    try:
        # The library makes every row as wide as the file says that the widest is, unless rows may be ragged; and it
        # writes on the screen what it thinks of a file.
        settings = {"formatting_info": True, "on_demand": True, "ragged_rows": True, "logfile": io.StringIO()}
        _check_chain(data)
        book = xlrd.open_workbook(file_contents=data, **settings)
        sheets = [_Sheet(path, book, number) for number in range(book.nsheets)]
        return read_sheet(path, sheets, known, sheet, BROKEN)
    except InputError:
        raise
    except Exception as error:  # damage makes the library stumble anywhere
        locked = isinstance(error, xlrd.XLRDError) and "encrypted" in str(error)
        raise InputError(Problem(path, *(LOCKED if locked else BROKEN))) from error


def _check_chain(data: bytes) -> None:
    """Refuse a file whose short stream leads back into itself: the library would follow it for ever.

    Raises:
        ValueError: it does.
    """
    from xlrd.compdoc import SIGNATURE, CompDoc  # type: ignore[import-untyped]

    if not data.startswith(SIGNATURE):
        return
    compound = CompDoc(data, logfile=io.StringIO())
    for name in ("Workbook", "Book"):
        entry = compound._dir_search([name])
        if entry is None or entry.tot_size >= compound.min_size_std_stream:
            continue
        at, seen = entry.first_SID, set[int]()
        while at >= 0:
            if at in seen:
                raise ValueError(f"{name} comes back to sector {at}")
            seen.add(at)
            at = compound.SSAT[at]


class _Sheet:
    """A sheet, which the library reads as a whole once something of it is asked for."""

    def __init__(self, path: str, book: Any, number: int) -> None:
        self.title: str = book.sheet_names()[number]
        self.shown: bool = book._sheet_visibility[number] == 0
        self._path, self._book, self._number = path, book, number
        self._read: Any = None

    def head(self) -> Sequence[Sequence[str]]:
        try:
            return [row.cells for row in islice(self.rows(), LOOKED_FOR)]
        finally:
            self._book.unload_sheet(self._number)  # of all sheets only the one that is read is held

    def rows(self) -> Iterator[GridRow]:
        unknown = look_through(self._path, self._book, self._number)
        self._read = sheet = self._book.sheet_by_index(self._number)
        for index in range(sheet.nrows):
            number, problems = index + 1, []
            texts = [self._text(cell) for cell in sheet.row(index)]
            for column, kind in enumerate(sheet.row_types(index), start=1):
                if kind == _ERROR:
                    problems.append(tell_error(self._path, texts[column - 1], number, column))
                    texts[column - 1] = ""
                elif (index, column - 1) in unknown:
                    problems.append(tell_no_outcome(self._path, number, column))
            shown = sheet.rowinfo_map.get(index)
            yield GridRow(number, texts, tuple(problems), bool(shown and shown.hidden))

    def hides_column(self, number: int) -> bool:
        shown = self._read.colinfo_map.get(number - 1) if self._read is not None else None
        return bool(shown and (shown.hidden or shown.width == 0))

    def _text(self, cell: Any) -> str:
        if cell.ctype == _DATE:
            return _moment(cell.value, self._book.datemode)
        if cell.ctype == _ERROR:
            return _ERRORS.get(cell.value, "#N/A")
        return text_of(bool(cell.value) if cell.ctype == _TRUTH else cell.value)


_DATE, _TRUTH, _ERROR = 3, 4, 5  # what the library calls these, which is imported only where a file needs it
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def _moment(value: float, since_1904: int) -> str:
    """A date or a time as the reader of newer workbooks gives it; a number that is none stays a number."""
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    try:
        return text_of(from_excel(value, MAC_EPOCH if since_1904 else WINDOWS_EPOCH))
    except (OverflowError, ValueError):
        return text_of(value)
