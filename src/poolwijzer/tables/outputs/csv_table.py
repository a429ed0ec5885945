"""CSV, in one of two dialects: as a Dutch Excel opens and saves it, or as programs expect it.

The first has semicolons, a decimal comma, a byte order mark and Windows line ends; the second commas, a decimal point
and line feeds, in plain UTF-8 (RFC 4180 but for its line ends). In both, text that could be a formula is made safe: who
reads a table with a program today may open it in a spreadsheet tomorrow.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import Any, BinaryIO

from poolwijzer.tables.formulas import protect_text
from poolwijzer.tables.outputs.cells import cells_of
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row


class _Lines:
    """What the library writes a line into, and gives back at once."""

    def write(self, line: str) -> str:
        return line


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows."""
    columns = table_columns(context)
    cells = cells_of(columns)
    dutch = context.dialect == "excel"
    point = "," if dutch else "."
    if dutch:
        file.write(codecs.BOM_UTF8)
    lines = csv.writer(_Lines(), delimiter=";" if dutch else ",", lineterminator="\r\n" if dutch else "\n")

    protected = lru_cache(maxsize=1024)(protect_text)

    def add(row: Row) -> None:
        # Most cells are empty, a whole number, or a word that many have: for these a call is worth leaving out.
        write(
            [
                cell
                if cell is None or cell.__class__ is int
                else protected(cell)
                if isinstance(cell, str)
                else told(cell)
                for cell in cells(row)
            ]
        )

    def told(cell: float | date) -> str:
        return cell.isoformat() if isinstance(cell, date) else str(cell).replace(".", point)

    def write(line: list[Any]) -> None:
        file.write(lines.writerow(line).encode())

    write([column.header for column in columns])
    yield add
