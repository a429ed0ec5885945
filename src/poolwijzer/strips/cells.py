"""What stands in the cells of a ledger: days and numbers, as the program writes them or a spreadsheet saves them.

What can be read in two ways is refused: then a person knows, and the program does not.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from fractions import Fraction

from poolwijzer.dutch import short_number
from poolwijzer.problems import Fault, quote

_YEAR_FIRST = r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
_DAY_FIRST = r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})"
_MOMENT = "[-0-9:/. TZ+]*"
_NO_TIME = r"[ T]0?0:00(:00)?"
_HOW_DAY = "Schrijf een datum als 2026-03-31."
_HOW_NUMBER = "Schrijf een getal als 12 of 7,5."
YEARS = range(2000, 2201)
"""Of lines: others are a slip."""
MOST = 10**9
"""Of hours or strips in one line: more is a slip."""
DECIMALS = 4


def read_day(text: str, delimiter: str) -> date:
    """A day. With commas between the columns, a spreadsheet may have put the month first where it writes slashes.

    Raises:
        Fault: it is none, or can be read in two ways.
    """
    said = re.sub(rf"{_NO_TIME}\Z", "", text.strip())
    if found := re.fullmatch(_YEAR_FIRST, said):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := re.fullmatch(_DAY_FIRST, said):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if len(found[4]) == 2 else 0
        if found[2] == "/" and delimiter == ",":
            if day <= 12 and month <= 12 and day != month:
                raise Fault(f"De datum {quote(text)} is op twee manieren te lezen.", _HOW_DAY)
            if month > 12:
                day, month = month, day
    else:
        raise Fault(f"Hier hoort een datum, niet {quote(text)}." if said else "De datum ontbreekt.", _HOW_DAY)
    try:
        if year in YEARS:
            return date(year, month, day)
    except ValueError:
        pass
    raise Fault(f"De datum {quote(text)} bestaat niet, of is niet van deze tijd.", _HOW_DAY)


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
    found = re.fullmatch(r"(\d{1,12})(?:([.,])(\d{1,12}))?", said)
    if not found:
        raise Fault(f"Hier hoort een getal, niet {quote(said)}.", _HOW_NUMBER)
    whole, point, rest = found[1], found[2], (found[3] or "")
    own = "." if delimiter == "," else ","
    if point and point != own and len(rest) == 3 and whole != "0":
        raise Fault(f"{quote(said)} is op twee manieren te lezen.", _HOW_NUMBER)
    if len(rest.rstrip("0")) > DECIMALS:
        raise Fault(f"{quote(said)} heeft te veel cijfers achter de komma.", _HOW_NUMBER)
    exact = Fraction(int(whole + rest), 10 ** len(rest))
    if exact > MOST:
        raise Fault(f"{quote(said)} is te groot.", _HOW_NUMBER)
    return exact


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
