"""A request or an offer as it was read, with the place that it stands at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from poolwijzer.problems import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours that somebody asks or offers.

    Attributes:
        asked: Whether it is a request; else it is an offer.
        municipality: By the name that the table of municipalities has, or an organisation that takes part.
        expertise: As it was typed, on one line.
        hours: Whole hours over the whole period, above zero.
        first: The first day.
        last: The last day, included.
        note: What was written beside it.
        place: Where it stands: a problem without words, to which a message is added.
    """

    asked: bool
    municipality: str
    expertise: str
    hours: int
    first: date
    last: date
    note: str
    place: Problem

    @property
    def given(self) -> tuple[str, str, int, date, date, str]:
        """All that makes a request or an offer of it, in their order."""
        return self.municipality, self.expertise, self.hours, self.first, self.last, self.note

    def problem(self, message: str, hint: str = "") -> Problem:
        """Something to say of it, at its place."""
        return Problem(self.place.path, message, hint, self.place.line, self.place.column)
