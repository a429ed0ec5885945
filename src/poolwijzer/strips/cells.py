"""What stands in the cells of a ledger: days and numbers, as the program writes them or a spreadsheet saves them.

What can be read in two ways is refused: then a person knows, and the program does not.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from fractions import Fraction

from poolwijzer.dutch import short_number
from poolwijzer.problems import Fault, quote
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.validation.numbers import read_number

_SLASHES = r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/"
"""Two numbers that are each a month."""
_SWAPPED = str.maketrans(",.", ".,")
_MOMENT = "[-0-9:/. TZ+]*"
_HOW_DAY = "Schrijf een datum als 2026-03-31."
_HOW_NUMBER = "Schrijf een getal als 12 of 7,5."
YEARS = range(2000, 2100)
"""Of lines: others are a slip."""
MOST = 10**9
"""Of hours or strips in one line: more is a slip."""
DECIMALS = 4


def read_day(text: str, delimiter: str) -> date:
    """A day. With commas between the columns, a spreadsheet may have put the month first where it writes slashes.

    Raises:
        Fault: it is none, or can be read in two ways.
    """
    said = text.strip()
    if not said:
        raise Fault("De datum ontbreekt.", _HOW_DAY)
    if delimiter == "," and (found := re.match(_SLASHES, said)) and found[1] != found[2]:
        raise Fault(f"De datum {quote(text)} is op twee manieren te lezen.", _HOW_DAY)
    moment = MomentColumn().read(said)
    if moment is None:
        raise Fault(f"Hier hoort een datum, niet {quote(text)}.", _HOW_DAY)
    return date(moment.year, moment.month, moment.day)


def read_amount(text: str, delimiter: str) -> Fraction | None:
    """A number of hours or strips; None where the cell is empty.

    A spreadsheet that divides with semicolons writes a decimal comma, and one that divides with commas a point.

    Raises:
        Fault: it is none, it is below zero, or it can be read in two ways.
    """
    said = text.strip()
    if not said:
        return None
    if said.startswith("-"):
        raise Fault(f"{quote(said)} is minder dan niets.", "Een fout herstelt u met een regel die de foute verbetert.")
    try:
        found = read_number(said.translate(_SWAPPED) if delimiter == "," else said, DECIMALS, counts=False)
    except Fault:
        raise Fault(f"{quote(said)} is op twee manieren te lezen.", _HOW_NUMBER) from None
    if found is None:
        raise Fault(f"Hier hoort een getal, niet {quote(said)}.", _HOW_NUMBER)
    return found


def read_moment(text: str) -> datetime | None:
    """When a line was written; None where that is not to be read, for it only tells which correction is the last.

    Raises:
        Fault: it is something else altogether.
    """
    if not re.fullmatch(_MOMENT, text):
        hint = "Staat er een puntkomma in de notitie? Zet de notitie dan tussen aanhalingstekens."
        raise Fault(f"In de kolom geschreven staat {quote(text)}.", hint)
    try:
        return datetime.fromisoformat(re.sub("Z\\Z", "+00:00", text))
    except ValueError:
        return None


def amount_text(value: Fraction | None, delimiter: str) -> str:
    """A number as `read_amount` reads it back, in the notation that goes with the delimiter."""
    if value is None:
        return ""
    shown = short_number(value, DECIMALS).replace(".", "")
    return shown.replace(",", ".") if delimiter == "," else shown
