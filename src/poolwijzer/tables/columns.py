"""A column of a table: what it stands for, and the values of its cells.

A table repeats itself: of most columns a few cells are all there is. What a short cell comes to is therefore looked up
after its first time, which is what makes a hundred thousand rows quick. Rows share these values, and nobody changes
them.
"""

from __future__ import annotations

import re
from operator import getitem
from typing import Any

from poolwijzer.problems import quote
from poolwijzer.tables.formulas import unprotect_text
from poolwijzer.tables.values import CellReader

_EDGES = re.compile("^[\\s\u00ad\u200b\u2060\ufeff]+|[\\s\u00ad\u200b\u2060\ufeff]+$")
_LONGEST_KEPT = 64
_MOST_KEPT = 1024


class InputColumn(dict[str, Any]):
    """The value by the text of the cell; None for no value.

    Attributes:
        number: From 1; 0 if the table has no such column.
        header: What stands above it.
    """

    def __init__(self, number: int, header: str, convert: CellReader) -> None:
        super().__init__()
        self.number = number
        self.header = header
        self._convert = convert

    def __missing__(self, cell: str) -> Any:
        text = clean_cell(cell)
        value = self._convert(text) if text else None
        if len(cell) <= _LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[cell] = value
        return value


def clean_cell(cell: str) -> str:
    """The text of a cell: with nothing blank round it, without protection, and with the line ends of a YAML file."""
    text = _trimmed(unprotect_text(_trimmed(cell)))
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _trimmed(text: str) -> str:
    return text.strip() if text.isascii() else _EDGES.sub("", text)


def read_cells(columns: list[InputColumn], cells: list[str]) -> list[Any]:
    """The value of every column in a row; a row that ends early is empty beyond."""
    row = list(map(getitem, columns, cells))
    if len(row) < len(columns):
        row += [None] * (len(columns) - len(row))
    return row


def column_letters(number: int) -> str:
    """The letters that a spreadsheet gives a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def name_column(number: int, header: str) -> str:
    """A column as a message calls it: its letters, and what stands above it."""
    return f"kolom {column_letters(number)} ({quote(header)})" if header else f"kolom {column_letters(number)}"
