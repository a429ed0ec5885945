"""From a table to the initiatives in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.document import Rows, TableDocument
from poolwijzer.tables.grid import Grid
from poolwijzer.tables.headers import Headers, is_known
from poolwijzer.tables.registry import read_grid
from poolwijzer.tables.respondents import read_respondents
from poolwijzer.tables.rows import read_initiatives
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.words import drop_unseen

_OLD = b"\xd0\xcf\x11\xe0"
_OTHER_MENUS = "menus.hash"


def read_table(name: str, raw: BinaryIO | bytes, suffix: str, rows: Rows, content: Content) -> Iterator[TableDocument]:
    """Read a table: every initiative in it, in its order.

    Tables with an initiative in each row are read as they come. Of tables of respondents the answers are brought
    together first.

    Args:
        name: The table as messages call it.
        raw: Its bytes, or an open file that can be read again from its beginning. It stays open.
        suffix: What the name ends on, with its dot: one of `TABLES_IN`; anything else is text.
        rows: What a row is.
        content: The menus, with the words that headers may have.

    Raises:
        InputError: the table as a whole cannot be used: before the first item, with every problem of its headers.
            What is wrong with a row is in its document, and is told by `parse_row`.
    """
    file = io.BytesIO(raw) if isinstance(raw, bytes) else raw
    vocabulary = Vocabulary(content, rows)
    grid = _grid(name, file, suffix, vocabulary)
    filled = grid.filled_rows()
    header = next((row for row in filled if row.problems or any(map(clean_cell, row.cells))), None)
    if header is None:
        raise InputError(Problem(name, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    if header.problems:
        raise InputError(header.problems)
    if any(drop_unseen(cell).strip().lower() == _OTHER_MENUS for cell in header.cells):
        vocabulary = Vocabulary(content, rows, other_menus=True)
    heading = Headers(name, header.number, vocabulary).read(header.cells)
    grid = Grid(name, filled, grid.remarks)
    read = read_initiatives if rows == "initiatives" else read_respondents
    documents = read(grid, heading, header.number, vocabulary)
    first = next(documents, None)
    if first is None:
        raise InputError(Problem(name, "Onder de kop van deze tabel staat niets.", "Kijk of dit het goede bestand is."))
    yield first
    yield from documents


def _grid(name: str, file: BinaryIO, suffix: str, vocabulary: Vocabulary) -> Grid:
    file.seek(0)
    if file.read(len(_OLD)) == _OLD:
        message = "Dit is een oud Excel-bestand, of het heeft een wachtwoord."
        raise InputError(Problem(name, message, "Open het in Excel en sla het zonder wachtwoord op als .xlsx."))
    return read_grid(name, file, suffix, lambda header: is_known(header, vocabulary))
