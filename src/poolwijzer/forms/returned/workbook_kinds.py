"""A workbook of a form that was saved as another kind: OpenDocument, or Excel of before 2003."""

from __future__ import annotations

import os
from typing import BinaryIO

from poolwijzer.forms.workbook_form import CARRIED, SHEET
from poolwijzer.problems import InputError
from poolwijzer.tables.registry import read_grid
from poolwijzer.tables.xlsx_sheets import Sheet, SheetTexts

KINDS = (".ods", ".xls")
_LARGEST = 1024 * 1024
"""Bytes; a form takes a tenth of it, and nobody waits for a large table to be read twice."""


def read_other_kind(name: str, file: BinaryIO, suffix: str) -> list[Sheet] | None:
    """The sheets of a form in another kind of workbook; None if it is none.

    Args:
        name: How messages call it.
        file: The bytes; can be read again from their beginning.
        suffix: Which kind it is, one of `KINDS`.

    Raises:
        InputError: the sheet that was to be filled in is not there.
    """
    if file.seek(0, os.SEEK_END) > _LARGEST:
        return None
    try:
        carried = _read(name, file, suffix, CARRIED)
    except InputError:
        return None
    return [_read(name, file, suffix, SHEET), carried]


def _read(name: str, file: BinaryIO, suffix: str, title: str) -> Sheet:
    file.seek(0)
    # A cell in which a formula has no outcome is no empty one.
    rows = [
        SheetTexts(row.number, list(row.cells), frozenset(one.column for one in row.problems if one.column))
        for row in read_grid(name, file, suffix, lambda _: True, title).rows
    ]
    return Sheet(title, title == CARRIED, rows)
