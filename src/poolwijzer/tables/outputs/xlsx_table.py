"""A spreadsheet: headers that stay in sight, numbers as numbers, dates as dates, and text that is never a formula."""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from poolwijzer.formats.archive import EARLIEST, repack
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.formulas import could_be_formula
from poolwijzer.tables.outputs.cells import Cell, OutputColumn, cells_of
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row

if TYPE_CHECKING:
    from openpyxl import Workbook

SHEET, LONG_SHEET = "initiatieven", "stellingen"
LONGEST_TEXT = 32_767
"""More than this a cell cannot hold, in the units of UTF-16: an emoji counts as two."""
FIRST_DAY = date(1900, 3, 1)
"""Before this spreadsheets count days in different ways, or not at all."""
_CUT = " … (afgekapt)"
PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
# What a spreadsheet takes for one character; a person who types it means what is typed.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows.

    They go through a file of the system, so that memory does not grow with their number; all is packed at the end.
    """
    columns = table_columns(context)
    cells = cells_of(columns)
    book, sheet = _book(columns, context, getattr(file, "name", None))
    last = 1

    def add(row: Row) -> None:
        nonlocal last
        sheet.append([None if cell is None else _written(cell, sheet) for cell in cells(row)])
        last += 1

    yield add
    sheet.auto_filter.ref = f"A1:{column_letters(len(columns))}{last}"
    pack_book(book, file, context.on)


def _book(columns: tuple[OutputColumn, ...], context: TableContext, beside: object) -> tuple[Workbook, Any]:
    """An empty spreadsheet with its headers; its rows are kept beside the file that it goes to, if that has a name."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.styles.fonts import DEFAULT_FONT

    usual = DEFAULT_FONT
    bold = Font(name=usual.name, sz=usual.sz, family=usual.family, scheme=usual.scheme, b=True)
    book = Workbook(write_only=True)
    book.properties.creator = "Poolwijzer"
    book.properties.title = "Uitkomsten"
    book.properties.language = "nl-NL"
    book.properties.created = moment_of(context.on)
    sheet: Any = book.create_sheet(LONG_SHEET if context.long else SHEET)
    sheet.freeze_panes = "A2"
    headers = []
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[column_letters(number)].width = column.width
        header = WriteOnlyCell(sheet, value=column.header)
        header.font = bold
        headers.append(header)
    if isinstance(beside, (str, Path)):
        _keep_rows(sheet, Path(beside))
    sheet.append(headers)
    return book, sheet


def _keep_rows(sheet: Any, beside: Path) -> None:
    """Have the library keep the rows under a name of ours: after a kill nobody would find a name of its own again."""
    from openpyxl.worksheet._writer import ALL_TEMP_FILES, WorksheetWriter

    place = str(beside.with_name(f"{beside.stem}-rijen.tmp"))
    os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    ALL_TEMP_FILES.append(place)  # it takes away what is in this list
    sheet._writer = WorksheetWriter(sheet, place)
    sheet._writer.write_top()


def pack_book(book: Workbook, file: BinaryIO, on: date) -> None:
    """Write a workbook so that the same one gives the same bytes: as if it was saved at the beginning of a day."""
    with tempfile.TemporaryFile() as unpolished:
        _save(book, unpolished)
        with zipfile.ZipFile(unpolished) as package:
            properties = package.read(PROPERTIES)
        # The library puts the moment of saving there.
        moment = f"{moment_of(on):%Y-%m-%dT%H:%M:%SZ}".encode()
        repack(unpolished, file, on, {PROPERTIES: _MODIFIED.sub(rb"\g<1>" + moment, properties)})


def _save(book: Workbook, file: Any) -> None:
    """Save without packing, which comes after."""
    from openpyxl.writer.excel import ExcelWriter

    ExcelWriter(book, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True)).save()


def _written(cell: Cell, sheet: Any) -> Any:
    if isinstance(cell, date) and cell < FIRST_DAY:
        return cell.isoformat()
    if not isinstance(cell, str):
        return cell
    safe = plain_text(cell)
    return _as_text(safe, sheet) if could_be_formula(cell) or cell.startswith("#") else safe or None


def plain_text(text: str) -> str:
    """A text for a cell, in which a spreadsheet sees no signs of its own, and no more of it than a cell can hold."""
    return _cut(_ESCAPE.sub("_x005F_", text))


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _as_text(text: str, sheet: Any) -> Any:
    """A cell that holds text where the library would take it for a formula or an error; also when it is edited."""
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def moment_of(on: date) -> datetime:
    """The beginning of a day, for what a document says of itself; a zip knows no time before 1980."""
    day = max(on, EARLIEST)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a date of a document has no zone
