"""The rows of a table that do not count, as a table of their own: to mend, and to read again."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping
from typing import BinaryIO

from poolwijzer.content.content import Content
from poolwijzer.tables.document import Rows
from poolwijzer.tables.formulas import protect_text, unprotect_text
from poolwijzer.tables.left_out import WHY_LEFT_OUT
from poolwijzer.tables.reader import TableOptions, read_rows


def write_rejected(
    name: str,
    file: BinaryIO,
    suffix: str,
    rows: Rows,
    content: Content,
    options: TableOptions,
    why: Mapping[int, str],
) -> bytes:
    """The headers of a table and some of its rows, as CSV, with what is wrong with each.

    Args:
        name: How messages call the table.
        file: Its bytes; can be read again from their beginning.
        suffix: What its name ends on.
        rows: What a row is.
        content: The menus.
        options: What of it is read.
        why: What is wrong, by the number of the row.

    Raises:
        InputError: it is no table.
    """
    header, below = read_rows(name, file, suffix, rows, content, options)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    width = len(header.cells)
    # A map may say in which rows the headers stand: what it joins is the same in each.
    for _ in range(max(options.map.headers, default=1) if options.map else 1):
        writer.writerow([*map(_safe, header.cells), WHY_LEFT_OUT])
    for row in below:
        if row.number in why:
            cells = row.cells[:width] + [""] * (width - len(row.cells))
            writer.writerow([*map(_safe, cells), protect_text(why[row.number]), *map(_safe, row.cells[width:])])
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "replace")


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever kind of table it came from."""
    return protect_text(unprotect_text(cell))
