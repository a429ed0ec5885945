"""What an old workbook says that its library does not tell, seen before the library makes anything of a sheet."""

from __future__ import annotations

import struct
from typing import Any

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.grid import MOST_BYTES

MOST_HELD = MOST_BYTES // 4
"""Bytes of a file that is held in memory as a whole."""
MOST_CELLS = 4_000_000
"""Of a sheet; the library holds them all. As many as 65,536 rows, which is all there can be, of 60 columns."""
_TOO_MANY = f"Een werkblad heeft meer dan {MOST_CELLS // 1_000_000} miljoen cellen."
_EACH = {0x00BD: 6, 0x00BE: 2}
"""Bytes a cell takes in a record with many: numbers, and cells in which nothing stands."""
_SINGLE = frozenset((0x0006, 0x0206, 0x0406, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6, 0x00FD))
_FORMULAS = frozenset((0x0006, 0x0206, 0x0406))
_END = 0x000A
_BEGIN = 0x0809
_NOTHING = b"\x03"
_NO_NUMBER = b"\xff\xff"


def look_through(path: str, book: Any, number: int) -> set[tuple[int, int]]:
    """Go through the records of a sheet.

    Args:
        path: How messages call the table.
        book: A workbook as the library opened it.
        number: Of the sheet, from 0.

    Returns:
        The row and the column, from 0, of each formula of which no outcome was saved.

    Raises:
        InputError: there is more in the sheet than can be held.
        Exception: the sheet is broken.
    """
    stream, place = book.mem, book._sh_abs_posn[number]
    end = book.base + book.stream_len
    if not 0 <= place < end:
        raise ValueError("a sheet outside its file")
    cells, depth, unknown = 0, 0, set()
    while place + 4 <= end:
        kind, length = struct.unpack_from("<HH", stream, place)
        if kind == _BEGIN:
            depth += 1  # a chart has records of its own within those of the sheet
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                break
        elif kind in _SINGLE or kind in _EACH:
            cells += (length - 6) // _EACH[kind] if kind in _EACH else 1
            if cells > MOST_CELLS:
                raise InputError(
                    Problem(path, _TOO_MANY, "Haal weg wat niet nodig is, of verdeel het over meer bestanden.")
                )
            if kind in _FORMULAS and length >= 14:
                row, column, _, outcome = struct.unpack_from("<HHH8s", stream, place + 4)
                if outcome[6:] == _NO_NUMBER and outcome[:1] == _NOTHING:
                    unknown.add((row, column))
        place += 4 + length
    return unknown
