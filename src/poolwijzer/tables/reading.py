"""From a table to the initiatives in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import plain
from poolwijzer.tables.csv_rows import csv_grid
from poolwijzer.tables.grid import Grid
from poolwijzer.tables.headers import Headers, is_known
from poolwijzer.tables.initiatives import initiatives
from poolwijzer.tables.item import Rows, TableItem
from poolwijzer.tables.respondents import respondents
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.xlsx_rows import xlsx_grid

_OTHER_MENUS = "menus.hash"
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_table(name: str, raw: BinaryIO | bytes, suffix: str, rows: Rows, content: Content) -> Iterator[TableItem]:
    """Read a table: every initiative in it, in its order.

    Tables with an initiative in each row are read as they come. Of tables of respondents the answers are brought
    together first.

    Args:
        name: The table as messages call it.
        raw: Its bytes, or an open file that can be read again from its beginning. It stays open.
        suffix: What the name ends on, with its dot: `.xlsx`, or anything else for text.
        rows: What a row is.
        content: The menus, with the words that headers may have.

    Raises:
        InputError: the table as a whole cannot be used: before the first item, with every problem of its headers.
            What is wrong with a row is in its item, and is told by `document_of` and `parse_item`.
    """
    file = io.BytesIO(raw) if isinstance(raw, bytes) else raw
    vocabulary = Vocabulary(content, rows)
    grid = _grid(name, file, suffix.lower(), vocabulary)
    lines = grid.filled_lines()
    header = next((line for line in lines if line.problems or any(map(plain, line.cells))), None)
    if header is None:
        raise InputError(Problem(name, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    if header.problems:
        raise InputError(header.problems)
    if any(cell.strip().lower() == _OTHER_MENUS for cell in header.cells):
        vocabulary = Vocabulary(content, rows, other_menus=True)
    heading = Headers(name, header.number, vocabulary).read(header.cells)
    grid = Grid(name, lines, grid.remarks)
    items = (initiatives if rows == "initiatives" else respondents)(grid, heading, header.number, vocabulary)
    first = next(items, None)
    if first is None:
        raise InputError(Problem(name, "Onder de kop van deze tabel staat niets.", "Kijk of dit het goede bestand is."))
    yield first
    yield from items


def _grid(name: str, file: BinaryIO, suffix: str, vocabulary: Vocabulary) -> Grid:
    file.seek(0)
    start = file.read(len(_ZIP))
    if start == _OLD:
        message = "Dit is een oud Excel-bestand, of het heeft een wachtwoord."
        raise InputError(Problem(name, message, "Open het in Excel en sla het zonder wachtwoord op als .xlsx."))
    if start == _ZIP or suffix == ".xlsx":
        return xlsx_grid(name, file)
    return csv_grid(name, file, lambda header: is_known(header, vocabulary))
