"""Rows that do not count and are no mistake, told afterwards with their numbers: headers again, hidden rows, tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.dutch import count_things, join_some
from poolwijzer.problems import Problem
from poolwijzer.tables.witness import Skipped

WHY_LEFT_OUT = "problems"
"""The header of one more column in the table with what did not count; it is left out when that is read again."""
_MOST_NAMED = 5
_BY_MAP = "Wilt u dat anders? Zet bij skip in een koppeling wat u weglaat: poolwijzer tables map."
_HIDDEN = "{} verborgen of weggefilterd en {} niet mee: {}."
_HEADERS = "Hier staan nog eens de koppen. Deze rijen tellen niet mee: {}."
_WORDS: dict[Skipped, tuple[str, str]] = {
    "test": ("Dit zijn proefrijen of voorbeelden.", _BY_MAP),
    "unfinished": ("Deze antwoorden zijn niet af.", _BY_MAP),
    "rejected": ("Deze inzendingen zijn afgekeurd of zijn spam.", _BY_MAP),
    "total": ("Dit zijn totalen of gemiddelden, en geen respondenten.", ""),
    "map": ("De koppeling zegt dat deze rijen niet meetellen.", ""),
}


class LeftOut:
    """The numbers of rows that do not count, by why."""

    def __init__(self, path: str) -> None:
        """Of the table that messages call so."""
        self._path = path
        self.rows: dict[Skipped, list[int]] = {}

    def add(self, why: Skipped, *numbers: int) -> None:
        """Rows that do not count, and why."""
        if numbers:
            self.rows.setdefault(why, []).extend(numbers)

    def remarks(self) -> Iterator[Problem]:
        """What is to be said of them."""
        if headers := self.rows.get("headers"):
            yield Problem(self._path, _HEADERS.format(name_rows(headers)))
        for why, (words, hint) in _WORDS.items():
            if rows := self.rows.get(why):
                number = count_things(len(rows), "rij telt", "rijen tellen")
                yield Problem(self._path, f"{words} {number} niet mee: {name_rows(rows)}.", hint)
        if hidden := self.rows.get("hidden"):
            some, count = count_things(len(hidden), "rij is", "rijen zijn"), "telt" if len(hidden) == 1 else "tellen"
            message = _HIDDEN.format(some, count, name_rows(hidden))
            yield Problem(self._path, message, "Met --hidden count telt dat wel mee.")


def name_rows(rows: Sequence[int]) -> str:
    """Rows by their numbers; of many the first, and how many more."""
    return join_some([f"rij {rows[0]}", *map(str, rows[1:])], _MOST_NAMED)
