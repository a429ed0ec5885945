"""The first cell of each row of a table as the header of that row, which this compiler has no call for.

The compiler writes every structure element as an object of its own, in full. What is put in its place is as long, so
that no object moves and the list of where they are stays right.
"""

from __future__ import annotations

import re

_ROW = re.compile(rb"/S/TR/P \d+ 0 R/K\[(\d+(?: 0 R \d+)+) 0 R\]")
_CELL = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem/S/TD/P \d+ 0 R/A\[<</O/Table(/Headers\[[^]]*\])")
_SCOPE = b"/Scope/Row"


def mark_row_headers(document: bytes) -> bytes:
    """A document with a header for every row of more than one cell that has none.

    A cell of such a row names the header of its column no more, as it would have that one alone then: both follow from
    where it stands.
    """
    rows = [row[1].split(b" 0 R ") for row in _ROW.finditer(document)]
    firsts, others = {row[0] for row in rows}, {cell for row in rows for cell in row[1:]}
    made = bytearray(document)
    for cell in _CELL.finditer(document):
        if cell[1] in firsts:
            kind = document.index(b"/S/TD", cell.start())
            made[kind : kind + 5] = b"/S/TH"
            made[slice(*cell.span(2))] = _SCOPE.ljust(len(cell[2]))
        elif cell[1] in others:
            made[slice(*cell.span(2))] = b" " * len(cell[2])
    return bytes(made)
