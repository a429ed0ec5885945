"""Which sign divides the columns of a table: what its headers say decides, not what happens to be frequent."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from poolwijzer.tables.header_row import LOOKED_AT, count_known

DELIMITERS = (";", ",", "\t")
"""A Dutch Excel writes semicolons, most other programs commas; copying from a spreadsheet gives tabs."""
NAMES = {";": "een puntkomma", ",": "een komma", "\t": "een tab"}
_SAID = re.compile(r"(\"?)sep=(.)\1[;,\t]*\r?\n?", re.IGNORECASE)


class Division(NamedTuple):
    """How a table is divided.

    Attributes:
        delimiter: The sign between the columns.
        doubtful: Another sign that would do as well.
        said: Whether the first line says it, as Excel understands: `sep=;`, also in quotes. That line is no row.
    """

    delimiter: str
    doubtful: str = ""
    said: bool = False


def find_division(lines: Sequence[str], known: Callable[[str], bool]) -> Division:
    """Find how the first lines of a table are divided.

    The sign is right under which most headers are known; among equals the one that gives more columns.

    Args:
        lines: The beginning of the table, with line ends.
        known: Whether a header means something.
    """
    if lines and (said := _SAID.fullmatch(lines[0].removeprefix("\ufeff"))) and said[2] in DELIMITERS:
        return Division(said[2], said=True)
    scored = sorted(((*_score(lines, sign, known), -place) for place, sign in enumerate(DELIMITERS)), reverse=True)
    best, second = scored[0], scored[1]
    doubtful = best[0] == second[0] > 0 and second[1] > 1
    return Division(DELIMITERS[-best[2]], DELIMITERS[-second[2]] if doubtful else "")


def _score(lines: Sequence[str], delimiter: str, known: Callable[[str], bool]) -> tuple[int, int]:
    """How many headers are known with a delimiter in the row that has most, and how many there are."""
    best = 0, 0
    try:
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        for cells in islice((cells for cells in rows if any(cell.strip() for cell in cells)), LOOKED_AT):
            best = max(best, (count_known(cells, known), len(cells)))
    except csv.Error:
        pass
    return best
