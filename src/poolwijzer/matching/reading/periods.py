"""A period as people write it in a cell: two days, a month, a quarter, a year, or from one of these to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from poolwijzer.dutch import MONTHS, drop_unseen, fold_text
from poolwijzer.problems import Fault, quote
from poolwijzer.tables.moments import MomentColumn

HOW = "Schrijf een dag als 2027-01-31, of een periode als 2027-01-01 t/m 2027-06-30."
_BETWEEN = re.compile(r"\s*(?:\bt/m\b|\btm\b|\btot en met\b|\btot\b|\s[-–—]\s|[–—])\s*")
_MONTH = {name: number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"mrt": 3, "sept": 9, "march": 3, "may": 5, "oct": 10}
_YEAR = re.compile(r"(?P<year>[0-9]{4})")
_MONTH_YEAR = re.compile(r"(?P<name>[a-z]{3,9})\.?(?: (?P<year>[0-9]{4}))?")
_YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})")
_QUARTER = re.compile(
    r"(?:(?:q|k|kw|kwartaal) ?(?P<one>[1-4])|(?P<two>[1-4])(?:e|ste|de)? ?(?:kwartaal|kw|q))"
    r"(?:[ -]?(?P<year>[0-9]{4}))?"
)
_YEAR_QUARTER = re.compile(r"(?P<year>[0-9]{4})[ -]?(?:q|k|kw|kwartaal) ?(?P<one>[1-4])")
_YEARS = range(1990, 2101)


class Span(NamedTuple):
    """From a day to a day, both included."""

    first: date
    last: date


class DayCells:
    """The cells with days and periods of one table: show all of them first, then read them.

    What `3/4/2027` means cannot be told from one cell; a table is looked at as a whole.
    """

    def __init__(self) -> None:
        self._days = MomentColumn()

    def see(self, text: str) -> None:
        """Look at a cell, for what it tells about the others."""
        for part in _parts(text):
            self._days.see(part)

    @property
    def month_first(self) -> bool:
        """Whether the month stands before the day, as a cell shows."""
        return self._days.month_first and not self._days.doubtful

    def read(self, text: str) -> Span:
        """The days that a cell stands for.

        Raises:
            Fault: it stands for none, or can be read in two ways.
        """
        parts = _parts(text)
        if len(parts) > 2 or not all(parts):
            raise Fault(f"{quote(text)} is geen periode.", HOW)
        last = self._span(parts[-1], None, text)
        return Span(self._span(parts[0], last.first.year, text).first, last.last) if len(parts) == 2 else last

    def _span(self, part: str, year: int | None, whole: str) -> Span:
        found = _longer(part, year)
        if found is None and (moment := self._days.read(part)):
            day = date(moment.year, moment.month, moment.day)
            if self._days.doubtful and "/" in part and day.day <= 12 and day.day != day.month:
                other = date(day.year, day.day, day.month)
                hint = f"Schrijf {day.isoformat()} of {other.isoformat()}."
                raise Fault(f"{quote(whole)} is op twee manieren te lezen.", hint)
            found = Span(day, day)
        if found is None:
            raise Fault(f"{quote(whole)} is geen dag en geen periode.", HOW)
        return found


def _parts(text: str) -> list[str]:
    clean = " ".join(fold_text(drop_unseen(text)).replace("vanaf ", "").replace("van ", "").split())
    return _BETWEEN.split(clean)


def _longer(part: str, year: int | None) -> Span | None:
    """A year, a quarter or a month; where it says no year, the one that is given."""
    if found := _YEAR.fullmatch(part):
        return _months(int(found["year"]), 1, 12)
    if found := _YEAR_QUARTER.fullmatch(part) or _QUARTER.fullmatch(part):
        said = found.groupdict()
        first = 3 * int(said["one"] or said["two"]) - 2
        return _months(int(said["year"] or year or 0), first, first + 2)
    if found := _YEAR_MONTH.fullmatch(part):
        month = int(found["month"])
        return _months(int(found["year"]), month, month)
    if (found := _MONTH_YEAR.fullmatch(part)) and (month := _MONTH.get(found["name"], 0)):
        return _months(int(found["year"] or year or 0), month, month)
    return None


def _months(year: int, first: int, last: int) -> Span | None:
    if year not in _YEARS or not 1 <= first <= last <= 12:
        return None
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
