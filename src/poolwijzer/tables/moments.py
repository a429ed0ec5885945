"""The moments that survey tools write beside an answer, each tool in a notation of its own.

What `01/10/2026` means cannot be told from one cell. A column is therefore looked at as a whole before it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import TypeAlias

from poolwijzer.dutch import MONTHS, drop_unseen, fold_text

Moment: TypeAlias = date | datetime
"""A day, or a time on a day; that time knows its offset from UTC if all times in its column do."""

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBER_OF = {name: place % 12 + 1 for place, name in enumerate((*MONTHS, *_ENGLISH))}
_NUMBER_OF |= {name[:3]: number for name, number in _NUMBER_OF.items()} | {"mrt": 3, "sept": 9}
_HOURS_OF = {"z": 0, "utc": 0, "gmt": 0, "cet": 1, "mez": 1, "cest": 2, "mesz": 2}

_TIME = (
    r"(?:(?:,? |t)(?:om |at )?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,](?P<part>\d+))?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?| ?uur)?"
    r"(?: ?(?P<zone>z|utc|gmt|cest|cet|mesz|mez)?(?:(?P<sign>[-+])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?)"
    r"(?: \([^()]*\))?)?"
)
_WEEKDAY = r"(?:[a-z]{2,9}\.?,? )?"
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}")
_NUMBERS = re.compile(
    rf"(?P<one>\d{{1,2}})(?P<between>[-/.])(?P<two>\d{{1,2}})(?P=between)(?P<year>\d{{4}}|\d\d){_TIME}"
)
_DAY_AND_NAME = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:\.? |-)(?P<name>[a-z]{{3,9}})\.?(?:,? |-)(?P<year>\d{{4}}|\d\d){_TIME}"
)
_NAME_AND_DAY = re.compile(
    rf"{_WEEKDAY}(?P<name>[a-z]{{3,9}})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}}){_TIME}"
)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d+))?")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no offsets
_SERIALS = range(32_874, 73_051)
_YEARS = range(1990, 2100)
"""Of those a number of days can be, and of any moment: outside these a number is something else."""


@dataclass(slots=True)
class MomentColumn:
    """The moments of one column: show it every text first, then read them."""

    _day_first: bool = False
    _month_first: bool = False
    _american: bool = False
    _either: bool = False
    _without_offset: bool = False

    def see(self, text: str) -> None:
        """Look at the text of a cell, for what it tells about the others."""
        found = _match(_clean(text))
        if found is None:
            return
        given = found.groupdict()
        if given["hour"] and _offset(given) is None:
            self._without_offset = True
        if found.re is not _NUMBERS:
            return
        one, two = int(given["one"]), int(given["two"])
        self._day_first |= one > 12 >= two
        self._month_first |= two > 12 >= one
        if given["between"] == "/":
            self._either |= one != two and max(one, two) <= 12
            self._american |= given["half"] is not None or (len(given["year"]) == 2 and given["one"][0] != "0")

    @property
    def month_first(self) -> bool:
        """Whether `10/1/2026` is read as the first of October: a cell shows it, or an American notation suggests it."""
        return not self._day_first and (self._month_first or self._american)

    @property
    def doubtful(self) -> bool:
        """Whether no cell tells, or cells contradict one another, what of day and month comes first."""
        return self._either and self._day_first == self._month_first

    def read(self, text: str) -> Moment | None:
        """The moment in a cell; None where the text is none, or one that cannot be."""
        clean = _clean(text)
        if serial := _SERIAL.fullmatch(clean):
            return _of_serial(serial) if int(serial[1]) in _SERIALS else None
        found = _match(clean)
        if found is None:
            return None
        given = found.groupdict()
        year = int(given["year"]) + (2000 if len(given["year"]) == 2 else 0)
        if found.re is _NUMBERS:
            one, two = int(given["one"]), int(given["two"])
            day, month = (two, one) if two > 12 or (self.month_first and one <= 12) else (one, two)
        else:
            day = int(given["day"])
            month = int(given["month"]) if found.re is _YEAR_FIRST else _NUMBER_OF.get(given["name"], 0)
        if year not in _YEARS:
            return None
        try:
            on = date(year, month, day)
            return on if given["hour"] is None else self._at(on, given)
        except ValueError:
            return None

    def _at(self, on: date, given: dict[str, str | None]) -> datetime:
        hour = int(given["hour"] or 0)
        if given["half"] and hour <= 12:
            hour = hour % 12 + (12 if given["half"] == "p" else 0)
        part = int(f"{given['part'] or '0':0<6}"[:6])
        offset = None if self._without_offset else _offset(given)
        zone = None if offset is None else timezone(offset)
        return datetime.combine(on, time(hour, int(given["minute"] or 0), int(given["second"] or 0), part, zone))


def _clean(text: str) -> str:
    """Small letters, single spaces, and no signs that cannot be seen: a program puts those before AM and PM."""
    return " ".join(fold_text(drop_unseen(text)).split())


def _match(clean: str) -> re.Match[str] | None:
    notations = (_YEAR_FIRST, _NUMBERS, _DAY_AND_NAME, _NAME_AND_DAY)
    return next((found for notation in notations if (found := notation.fullmatch(clean))), None)


def _offset(given: dict[str, str | None]) -> timedelta | None:
    if not given["zone"] and not given["sign"]:
        return None
    beyond = timedelta(hours=int(given["hours"] or 0), minutes=int(given["minutes"] or 0))
    return timedelta(hours=_HOURS_OF[given["zone"] or "utc"]) + (-beyond if given["sign"] == "-" else beyond)


def _of_serial(found: re.Match[str]) -> Moment:
    """The days since a spreadsheet's first one; their part is a time, to the second."""
    at = _DAY_ZERO + timedelta(days=int(found[1]))
    if found[2] is None:
        return at.date()
    return at + timedelta(seconds=round(float(f"0.{found[2]}") * 86_400))
