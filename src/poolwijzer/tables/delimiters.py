"""Which sign divides the columns of a table: what its headers say decides, not what happens to be frequent."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

DELIMITERS = (";", ",", "\t")
"""A Dutch Excel writes semicolons, most other programs commas; copying from a spreadsheet gives tabs."""
NAMES = {";": "een puntkomma", ",": "een komma", "\t": "een tab"}
_SAID = re.compile(r"sep=(.)\r?\n?")


class Division(NamedTuple):
    """How a table is divided.

    Attributes:
        delimiter: The sign between the columns.
        doubtful: Another sign that would do as well.
        said: Whether the first line says it, as Excel understands: `sep=;`. That line is no row.
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
    if lines and (said := _SAID.fullmatch(lines[0].removeprefix("\ufeff"))) and said[1] in DELIMITERS:
        return Division(said[1], said=True)
    scored = sorted(((*_score(lines, sign, known), -place) for place, sign in enumerate(DELIMITERS)), reverse=True)
    best, second = scored[0], scored[1]
    doubtful = best[0] == second[0] > 0 and second[1] > 1
    return Division(DELIMITERS[-best[2]], DELIMITERS[-second[2]] if doubtful else "")


def _score(lines: Sequence[str], delimiter: str, known: Callable[[str], bool]) -> tuple[int, int]:
    """How many headers are known with a delimiter, and how many there are."""
    try:
        for cells in csv.reader(lines, delimiter=delimiter, strict=True):
            if any(cell.strip() for cell in cells):
                return sum(map(known, cells)), len(cells)
    except csv.Error:
        pass
    return 0, 0
