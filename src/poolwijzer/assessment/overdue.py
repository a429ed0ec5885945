"""Answers that should have been gone: respondents were promised a day, and the date of the advice is behind it."""

from __future__ import annotations

from datetime import date

from poolwijzer.assessment.model import Assessment, Measurement, Response
from poolwijzer.dutch import count_things, long_date
from poolwijzer.problems import UNSHARED, Problem

_WHAT_TO_DO = (
    "Met poolwijzer merge BESTAND --delete-expired haalt u ze eruit. Of vraag of de antwoorden langer mogen blijven."
)


def is_overdue(response: Response, on: date) -> bool:
    """Whether an answer should be gone: the day that was promised to who gave it has passed."""
    return response.delete_on is not None and response.delete_on < on


def overdue_days(assessment: Assessment, on: date) -> list[date]:
    """Of each answer that should be gone, also in earlier measurements, the day that was promised."""
    moments: tuple[Assessment | Measurement, ...] = (assessment, *assessment.measurements)
    return [one.delete_on for moment in moments for one in moment.responses if one.delete_on and is_overdue(one, on)]


def find_overdue(path: str, assessment: Assessment, on: date, line: int | None = None) -> list[Problem]:
    """What to say of answers that should have been gone, to who keeps the file alone; at most one remark.

    Args:
        path: How messages call the file.
        assessment: With its earlier measurements, in which answers are kept as well.
        on: The date of the advice.
        line: Where in the file the initiative begins.
    """
    days = overdue_days(assessment, on)
    if not days:
        return []
    whose = count_things(len(days), "respondent", "respondenten")
    since = f"{'de eerste ' if len(set(days)) > 1 else ''}op {long_date(min(days))}"
    return [
        Problem(path, f"De antwoorden van {whose} moesten al weg zijn, {since}.", _WHAT_TO_DO, line, shared=UNSHARED)
    ]
