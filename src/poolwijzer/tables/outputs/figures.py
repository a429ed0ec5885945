"""Tables with figures as a spreadsheet or CSV: numbers that can be counted with, and nothing that is evaluated.

CSV is as a Dutch Excel opens and saves it, with the first table only; JSON is there for programs.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from poolwijzer.report.sheets import Sheet, SheetCell, SheetColumn, SheetKind, Sheets
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.formulas import could_be_formula, protect_text
from poolwijzer.tables.outputs.xlsx_table import FIRST_DAY, moment_of, pack_book, plain_text

if TYPE_CHECKING:
    from openpyxl import Workbook

SUFFIXES = (".xlsx", ".csv")
"""As what such tables can be written."""
LONGEST_NAME = 31
"""Of a sheet, in a spreadsheet."""
FORMATS: dict[SheetKind, str] = {
    "text": "General",
    "whole": "#,##0",
    "number": "#,##0.####",
    "money": "[$€-413] #,##0.00;[$€-413] -#,##0.00",
    "share": "0.0%",
    "date": "d mmmm yyyy",
}
"""As a spreadsheet shows them: it puts points and commas as its user is used to, and the euro sign in front."""
APART, LINE, TALLEST = 1, 15.0, 405.0
"""How many letters of a column are left free, how high a line of them is and the highest row can be, in points."""
_PRECISE = Decimal("0.00000001")


def write_figures(suffix: str, sheets: Sheets) -> bytes:
    """The tables as a file of this suffix, one of `SUFFIXES`."""
    return _csv(sheets.sheets[0]) if suffix == ".csv" else _xlsx(sheets)


def _xlsx(sheets: Sheets) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Poolwijzer"
    book.properties.title = plain_text(sheets.title)
    book.properties.language = "nl-NL"
    book.properties.created = moment_of(sheets.date)
    for sheet in sheets.sheets:
        _add_sheet(book, sheet)
    file = io.BytesIO()
    pack_book(book, file, sheets.date)
    return file.getvalue()


def _add_sheet(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.styles.fonts import DEFAULT_FONT as USUAL

    bold = Font(name=USUAL.name, sz=USUAL.sz, family=USUAL.family, scheme=USUAL.scheme, b=True)
    page: Any = book.create_sheet(sheet.name[:LONGEST_NAME])
    page.freeze_panes = "A2"
    sides = [_beside(sheet.columns, at) for at in range(len(sheet.columns))]
    looks = [Alignment(**side, vertical="top", wrap_text=True) for side in sides]
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[column_letters(number)].width = column.width
        head = page.cell(1, number, plain_text(column.head))
        head.font, head.alignment = bold, looks[number - 1]
    _make_room(page, 1, [(column, column.head) for column in sheet.columns])
    for line, row in enumerate(sheet.rows, 2):
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True), 1):
            if value is not None:
                cell = page.cell(line, number)
                _fill(cell, value, column.kind)
                cell.alignment = looks[number - 1]
                if line - 2 in sheet.sums:
                    cell.font = bold
        _make_room(page, line, zip(sheet.columns, row, strict=True))
    for line, text in enumerate(sheet.below, len(sheet.rows) + 3):
        _fill(page.cell(line, 1), text, "text")
    page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight = "landscape", 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:1"


def _beside(columns: Sequence[SheetColumn], at: int) -> dict[str, Any]:
    """At which side of its column a cell stands; words stay a little away from the figures before them."""
    if columns[at].kind != "text":
        return {"horizontal": "right"}
    return {"horizontal": "left", "indent": int(at > 0 and columns[at - 1].kind != "text")}


def _make_room(page: Any, line: int, cells: Iterable[tuple[SheetColumn, SheetCell]]) -> None:
    """Make a row as high as its longest text needs: not every program does so by itself."""
    lines = max((len(wrap(text, column.width - APART)) for column, text in cells if isinstance(text, str)), default=1)
    if lines > 1:
        page.row_dimensions[line].height = min(LINE * lines, TALLEST)


def _fill(cell: Any, value: SheetCell, kind: SheetKind) -> None:
    if isinstance(value, date) and value < FIRST_DAY:
        value = value.isoformat()
    if isinstance(value, str):
        cell.value = plain_text(value)
        cell.data_type = "s"
        cell.quotePrefix = could_be_formula(value)
        return
    cell.value = _decimal(value) if isinstance(value, Fraction) else value
    cell.number_format = FORMATS[kind]


def _csv(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.head for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_written(cell) for cell in row])
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _written(cell: SheetCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return protect_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    exact = f"{_decimal(cell):f}" if isinstance(cell, Fraction) else str(cell)
    return exact.replace(".", ",")


def _decimal(value: Fraction) -> Decimal:
    """A share or a number that does not come out even, precise enough to count with."""
    exact = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_PRECISE).normalize()
    return exact if exact else Decimal(0)
