"""An OpenDocument spreadsheet read from its XML as it comes: the library for it holds every cell and tells less.

It gave 200,000 rows of 31 columns in 1.1 GB, glued the lines within a cell together, and knows neither hidden rows nor
formulas that no program worked out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple
from xml.parsers import expat

from poolwijzer.tables.grid import MOST_BYTES_IN_ROW
from poolwijzer.tables.workbook import MOST_COLUMNS, MOST_ROWS

MOST_SHEETS = 1000
_CHUNK = 64 * 1024
_DEEPEST = 200
_LONGEST_TAG = 2 * MOST_BYTES_IN_ROW
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_KIND = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_UNSEEN = ("collapse", "filter")
_BESIDE = (f"{_OFFICE}annotation", f"{_TEXT}ruby-text", f"{_TABLE}table")
"""What stands in a cell and is no part of what the cell says; drawings too."""


class OdsCell(NamedTuple):
    """A cell: the column from 1, how often it is there, its text, and what the file says of it."""

    column: int
    times: int
    text: str
    said: dict[str, str]

    @property
    def kind(self) -> str:
        """What the value is, as OpenDocument calls it; `error` where a formula went wrong; empty without a value."""
        return "error" if self.said.get(_KIND) == "error" else self.said.get(f"{_OFFICE}value-type", "")

    @property
    def formula(self) -> str:
        """What it was worked out by, or should be; empty where somebody typed it."""
        return self.said.get(f"{_TABLE}formula", "")

    def value(self, name: str) -> str | None:
        """The value that is kept under a name, such as `date-value`."""
        return self.said.get(f"{_OFFICE}{name}")


class OdsRow(NamedTuple):
    """A row in which something stands: its number from 1, how often it is there, its cells, and if it is hidden."""

    number: int
    times: int
    cells: list[OdsCell]
    hidden: bool


class OdsTable:
    """A sheet: its name, whether it is shown, and which columns are hidden."""

    def __init__(self, title: str, shown: bool) -> None:
        self.title, self.shown = title, shown
        self.columns = 0
        self.hidden: list[range] = []


def read_tables(content: BinaryIO) -> Iterator[tuple[OdsTable, OdsRow | None]]:
    """Every sheet, first without a row and then with each row in which something stands.

    Args:
        content: The part with the cells, from its beginning.

    Raises:
        Exception: it cannot be read any further.
    """
    reading, fed = _Reading(), 0
    while chunk := content.read(_CHUNK):
        reading.parser.Parse(chunk, False)
        fed += len(chunk)
        if fed - reading.parser.CurrentByteIndex > _LONGEST_TAG:
            raise ValueError("one tag without end")  # all of which the parser would hold
        yield from reading.found
        reading.found.clear()
    reading.parser.Parse(b"", True)
    yield from reading.found


class _Reading:
    """What the parser calls, and what came of it."""

    def __init__(self) -> None:
        self.found: list[tuple[OdsTable, OdsRow | None]] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = _refuse  # no entity grows, and none reads a file
        self._open: list[str] = []
        self._unseen_styles: set[str] = set()
        self._style = ""
        self._table: OdsTable | None = None
        self._sheets = 0
        self._row = self._times = self._column = 0
        self._cells: list[OdsCell] | None = None
        self._hidden = False
        self._collapsed: list[bool] = []
        self._said: dict[str, str] | None = None
        self._texts: list[str] = []
        self._size = self._paragraphs = 0
        self._beside = 0

    def _start(self, name: str, said: dict[str, str]) -> None:
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            raise ValueError("too deep")
        if self._said is not None:
            self._start_in_cell(name, said)
        elif self._cells is not None and name in _CELLS:
            self._said, self._texts, self._paragraphs = said, [], 0
        elif self._table is None:
            self._start_outside(name, said)
        elif name == f"{_TABLE}table-row":
            self._times = _number(said.get(f"{_TABLE}number-rows-repeated"), MOST_ROWS)
            self._cells, self._column, self._size = [], 0, 0
            self._hidden = said.get(f"{_TABLE}visibility") in _UNSEEN or any(self._collapsed)
        elif name == f"{_TABLE}table-row-group":
            self._collapsed.append(said.get(f"{_TABLE}display") == "false")
        elif name == f"{_TABLE}table-column":
            number = _number(said.get(f"{_TABLE}number-columns-repeated"), MOST_COLUMNS)
            first, self._table.columns = self._table.columns + 1, self._table.columns + number
            if said.get(f"{_TABLE}visibility") in _UNSEEN and len(self._table.hidden) < MOST_COLUMNS:
                self._table.hidden.append(range(first, first + number))

    def _start_outside(self, name: str, said: dict[str, str]) -> None:
        if name == f"{_STYLE}style":
            self._style = said.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties" and said.get(f"{_TABLE}display") == "false":
            self._unseen_styles.add(self._style)
        elif name == f"{_TABLE}table" and self._open[-2] == f"{_OFFICE}spreadsheet":  # others are kept from elsewhere
            self._sheets += 1
            if self._sheets > MOST_SHEETS:
                raise ValueError("more sheets than anybody has")
            shown = said.get(f"{_TABLE}style-name") not in self._unseen_styles
            self._table = OdsTable(said.get(f"{_TABLE}name", ""), shown)
            self._row, self._collapsed = 0, []
            self.found.append((self._table, None))

    def _start_in_cell(self, name: str, said: dict[str, str]) -> None:
        if self._beside or name in _BESIDE or name.startswith(_DRAW):
            self._beside += 1
            self.parser.CharacterDataHandler = None
        elif name == f"{_TEXT}p":
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._add("\n")
            self.parser.CharacterDataHandler = self._add
        elif name == f"{_TEXT}s":
            self._add(" " * _number(said.get(f"{_TEXT}c"), MOST_BYTES_IN_ROW))
        elif name in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            self._add("\t" if name.endswith("tab") else "\n")

    def _add(self, text: str) -> None:
        self._size += len(text)
        if self._size > MOST_BYTES_IN_ROW:
            raise ValueError("a row that is too long")
        self._texts.append(text)

    def _end(self, name: str) -> None:
        self._open.pop()
        if self._said is not None:
            self._end_in_cell(name)
        elif name == f"{_TABLE}table-row" and self._cells is not None and self._table is not None:
            if self._cells:
                self.found.append((self._table, OdsRow(self._row + 1, self._times, self._cells, self._hidden)))
            self._row += self._times
            self._cells = None
        elif name == f"{_TABLE}table-row-group" and self._collapsed:
            self._collapsed.pop()
        elif name == f"{_TABLE}table" and self._open[-1:] == [f"{_OFFICE}spreadsheet"]:
            self._table = None

    def _end_in_cell(self, name: str) -> None:
        if self._beside:
            self._beside -= 1
            inside = not self._beside and f"{_TEXT}p" in self._open
            self.parser.CharacterDataHandler = self._add if inside else None
        elif name == f"{_TEXT}p":
            self.parser.CharacterDataHandler = None
        elif name in _CELLS and self._said is not None and self._cells is not None:
            times = _number(self._said.get(f"{_TABLE}number-columns-repeated"), MOST_COLUMNS)
            text = "".join(self._texts)
            if text or f"{_OFFICE}value-type" in self._said or f"{_TABLE}formula" in self._said:
                self._cells.append(OdsCell(self._column + 1, times, text, self._said))
                if self._column + times > MOST_COLUMNS:
                    raise ValueError("more columns than a spreadsheet can have")
            self._column += times
            self._said = None


def _number(text: str | None, most: int) -> int:
    """A number of times; what is no number is once, and what is more than there can be is that."""
    return max(1, min(int(text), most)) if text and text.isdecimal() and len(text) < 12 else 1


def _refuse(*_: Any) -> None:
    raise ValueError("a document type")
