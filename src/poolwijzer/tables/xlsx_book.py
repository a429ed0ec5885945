"""A spreadsheet opened as far as a table needs it: its sheets, and their rows with what is hidden.

The library reads rows as they come, but keeps from us which are hidden, knows no Strict Open XML, and refuses a whole
workbook for a mistake in its styles. So we take its steps one by one, and it is held to one minor version.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from poolwijzer.tables.workbook import MOST_ROWS

_AT_ONCE = 500
_HEAD = 64 * 1024
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""What Strict Open XML calls the same things."""


class SheetRow(NamedTuple):
    """A row of a sheet that is in the file: its number from 1, its cells as the library gives them, and if it shows."""

    number: int
    cells: list[dict[str, Any]]
    hidden: bool


class Book(NamedTuple):
    """A workbook: its sheets, and whether what its cells look like can be read, by which a date is known as one."""

    sheets: list[Any]
    formats: bool


def open_book(file: BinaryIO, *, values: bool) -> Book:
    """Open a workbook, of which rows are read when they are asked for.

    Args:
        file: The bytes; they stay open.
        values: Read what formulas came to, and not the formulas themselves.

    Raises:
        Exception: it cannot be read; the library has no error of its own for that.
    """
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    with _quiet():
        file.seek(0)
        reader: Any = ExcelReader(file, read_only=True, data_only=values, keep_links=False)
        reader.archive = _Package(file)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        book = reader.wb
        book._date_formats, book._timedelta_formats, formats = set(), set(), True
        try:
            apply_stylesheet(reader.archive, book)
        except Exception:  # what cells look like is not what they say
            formats = False
        reader.read_worksheets()
    return Book(list(book.worksheets), formats)


class SheetRows:
    """The rows of a sheet, one by one, and which columns of it are hidden."""

    def __init__(self, sheet: Any) -> None:
        """Read a sheet of an open workbook from its beginning."""
        from openpyxl.worksheet._reader import WorkSheetParser

        book = sheet.parent
        self._parser: Any = WorkSheetParser(
            sheet._get_source(),
            sheet._shared_strings,
            data_only=book.data_only,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )

    def __iter__(self) -> Iterator[SheetRow]:
        rows, broken = self._rows(), None
        while broken is None:
            some: list[SheetRow] = []
            with _quiet():
                try:
                    some.extend(islice(rows, _AT_ONCE))
                except Exception as error:  # what was read so far is fine
                    broken = error
            yield from some
            if not some:
                break
        if broken is not None:
            raise broken

    def _rows(self) -> Iterator[SheetRow]:
        for number, cells in self._parser.parse():
            if number > MOST_ROWS:
                raise ValueError("more rows than a spreadsheet can have")
            yield SheetRow(number, cells, _is_hidden(self._parser.row_dimensions.pop(str(number), {}), "ht"))

    def hides_column(self, number: int) -> bool:
        """Whether a column is hidden, once a row was read; from 1."""
        for one in self._parser.column_dimensions.values():
            first, last = one["min"], one.get("max", one["min"])
            if not _is_hidden(one, "width"):
                continue
            # Numbers of a column, as far as what wrote the file made them that.
            known = all(re.fullmatch("[0-9]{1,9}", end) for end in (first, last))
            if known and int(first) <= number <= int(last):
                return True
        return False


def _is_hidden(shown: dict[str, str], size: str) -> bool:
    return shown.get("hidden") in ("1", "true") or shown.get(size) in ("0", "0.0")


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to itself what the library says of what it does not keep, as warnings and on the screen."""
    with warnings.catch_warnings(), redirect_stdout(None):
        warnings.simplefilter("ignore")
        yield


class _Package(zipfile.ZipFile):
    """The parts of a workbook, under the names that the library knows."""

    def open(self, *arguments: Any, **named: Any) -> Any:
        return _Part(super().open(*arguments, **named))


class _Part(io.RawIOBase):
    """A part, of which the beginning says in whose terms it is written."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._head: bytes = part.read(_HEAD)
        for strict, known in _STRICT.items():
            self._head = self._head.replace(strict, known)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._part.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._part.close()
        super().close()
