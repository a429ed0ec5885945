"""CSV as a Dutch Excel opens and saves it: semicolons, a decimal comma, a byte order mark, Windows line ends."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from poolwijzer.tables.formulas import protect_text
from poolwijzer.tables.outputs.cells import Cell
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row


def write_table(file: BinaryIO, rows: Iterable[Row], context: TableContext) -> None:
    """Write the rows."""
    columns = table_columns(context)
    file.write(codecs.BOM_UTF8)
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.header for column in columns])
    for row in rows:
        writer.writerow([_written(column.cell(row)) for column in columns])
        file.write(line.getvalue().encode())
        line.seek(0)
        line.truncate()
    file.write(line.getvalue().encode())


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return protect_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).replace(".", ",")
