"""The rows of a ledger as a file: its signs, its lines and its cells, so that one bad line spoils no other."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from poolwijzer.problems import harmless
from poolwijzer.strips.columns import COLUMNS, NEEDED, Column, column_of
from poolwijzer.tables.delimiters import find_division
from poolwijzer.tables.formulas import protect_text

DELIMITER = ";"
"""As a Dutch spreadsheet opens it by itself."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_JOINED = 20
"""Lines that one row can take, where somebody typed line ends in a cell."""


class Row(NamedTuple):
    """A row of a ledger: its cells, or none where they cannot be told apart."""

    number: int
    """Of its first line, from 1."""
    text: str
    cells: tuple[str, ...] | None


class Layout(NamedTuple):
    """How a ledger is laid out: what it has on its first line, and in which signs."""

    delimiter: str
    columns: tuple[Column | None, ...]
    headers: tuple[str, ...]
    row: int
    """The number of the line with the headers."""
    encoding: str

    @property
    def complete(self) -> bool:
        """Whether it has what every ledger has."""
        return all(column in self.columns for column in NEEDED)


NEW_LAYOUT = Layout(DELIMITER, tuple(COLUMNS), tuple(COLUMNS.values()), 1, "utf-8")
"""That of a ledger of ours."""


def encoding_of(data: bytes) -> str:
    """The signs that a file is written in. A spreadsheet may have saved it in those of Windows."""
    if data.startswith(_UTF16):
        return "utf-16-le" if data.startswith(_UTF16[0]) else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def list_lines(data: bytes) -> list[str]:
    """The lines of a file without their ends. Each is decoded by itself: one in other signs spoils no other."""
    encoding = encoding_of(data)
    if encoding.startswith("utf-16"):
        return re.split("\r\n|\n|\r", data[2:].decode(encoding, errors="replace"))
    return [_decoded(line) for line in re.split(b"\r\n|\n|\r", data.removeprefix(codecs.BOM_UTF8))]


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def find_layout(lines: Sequence[str], encoding: str) -> Layout | None:
    """How a ledger is laid out; None where nothing is in it. Layouts of other tables are not complete."""
    start = next((at for at, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return None
    division = find_division(lines[start : start + 1], lambda header: column_of(header) is not None)
    if division.said:
        start += 1
    headers = split_cells(lines[start], division.delimiter) if start < len(lines) else ()
    headers = headers or ()
    columns = tuple(column_of(header) for header in headers)
    # Of two columns with one header the first counts.
    once = tuple(None if column in columns[:at] else column for at, column in enumerate(columns))
    return Layout(division.delimiter, once, headers, start + 1, encoding)


def list_rows(lines: Sequence[str], layout: Layout) -> Iterator[Row]:
    """The rows below the headers; empty ones are none."""
    at = layout.row
    while at < len(lines):
        cells, taken = split_cells(lines[at], layout.delimiter), 1
        if cells is None:
            cells, taken = _joined(lines, at, layout)
        if cells is None or any(cell.strip() for cell in cells):
            yield Row(at + 1, "\n".join(lines[at : at + taken]), cells)
        at += taken


def _joined(lines: Sequence[str], at: int, layout: Layout) -> tuple[tuple[str, ...] | None, int]:
    """A row with line ends in its cells; a quotation mark too many takes no lines with it."""
    for taken in range(2, min(_MOST_JOINED, len(lines) - at) + 1):
        own = split_cells(lines[at + taken - 1], layout.delimiter)
        if own is not None and len(own) == len(layout.columns):
            break  # a row by itself
        cells = split_cells("\n".join(lines[at : at + taken]), layout.delimiter)
        if cells is not None:
            return (cells, taken) if len(cells) == len(layout.columns) else (None, 1)
    return None, 1


def split_cells(text: str, delimiter: str) -> tuple[str, ...] | None:
    """The cells of a row; None where these cannot be told apart."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return tuple(rows[0]) if len(rows) == 1 else () if not rows else None


def row_text(cells: Sequence[str], delimiter: str) -> str:
    """A row with its line end, on one line whatever is in its cells, and none of them a formula."""
    line = io.StringIO(newline="")
    safe = [protect_text(tidy(cell)) for cell in cells]
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(safe)
    return line.getvalue()


def tidy(text: str) -> str:
    """What somebody typed as it goes into a cell: on one line, and with nothing that steers a screen."""
    return " ".join(harmless(text).split())


def encode_rows(text: str, encoding: str) -> bytes:
    """Rows in the signs of the file; what these cannot write is written in UTF-8, as each line is read by itself."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8") if encoding == "cp1252" else text.encode(encoding, errors="replace")
