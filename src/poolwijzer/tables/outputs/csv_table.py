"""CSV, in one of two dialects: as a Dutch Excel opens and saves it, or as programs expect it.

The first has semicolons, a decimal comma, a byte order mark and Windows line ends; the second commas, a decimal point
and line feeds, in plain UTF-8 (RFC 4180 but for its line ends). In both, text that could be a formula is made safe: who
reads a table with a program today may open it in a spreadsheet tomorrow.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from poolwijzer.tables.formulas import protect_text
from poolwijzer.tables.outputs.cells import Cell, cells_of
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row


def write_table(file: BinaryIO, rows: Iterable[Row], context: TableContext) -> None:
    """Write the rows."""
    columns = table_columns(context)
    cells = cells_of(columns)
    dutch = context.dialect == "excel"
    point = "," if dutch else "."
    if dutch:
        file.write(codecs.BOM_UTF8)
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=";" if dutch else ",", lineterminator="\r\n" if dutch else "\n")
    writer.writerow([column.header for column in columns])
    for row in rows:
        # Most cells are empty: for these a call is worth leaving out.
        writer.writerow([None if cell is None else _written(cell, point) for cell in cells(row)])
        file.write(line.getvalue().encode())
        line.seek(0)
        line.truncate()
    file.write(line.getvalue().encode())


def _written(cell: Cell, point: str) -> str:
    if isinstance(cell, str):
        return protect_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).replace(".", point)
