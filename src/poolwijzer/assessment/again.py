"""Measuring the same initiative a second time: what was answered before is kept, and all is open again."""

from __future__ import annotations

from datetime import date
from typing import Literal

from poolwijzer.assessment.model import Assessment, Measurement

Hindrance = Literal["nothing", "same-day", "no-date", "later-date", "twice"]
"""Why there is no new measurement: nothing was answered yet; it would be of the day of what stands there, and so only
corrects that; what stands there has no day, or a later one; or an earlier measurement is of that day too."""

_OF_ITS_DAY = tuple(name for name in Measurement.model_fields if name != "date")
"""What belongs to a measurement. Everything else is of the initiative, such as its choices and agreements."""


def find_hindrance(assessment: Assessment, on: date) -> Hindrance | None:
    """Why an initiative cannot be measured anew on a day; None if it can."""
    day = assessment.initiative.date
    if not (assessment.answers or assessment.responses or assessment.estimate):
        return "nothing"
    if day is None:
        return "no-date"
    if day >= on:
        return "same-day" if day == on else "later-date"
    return "twice" if any(earlier.date == day for earlier in assessment.measurements) else None


def begin_measurement(assessment: Assessment, on: date) -> Assessment:
    """The same initiative on another day, with nothing answered.

    What was answered becomes an earlier measurement, with the key question, what struck and the needs of that day.
    Choices and agreements stay: they hold until somebody changes them.

    Args:
        assessment: An initiative that can be measured anew on that day (`find_hindrance`).
        on: The day of the new measurement.
    """
    day, initiative = assessment.initiative.date, assessment.initiative.model_copy(update={"date": on})
    before = Measurement.model_construct(date=day, **{name: getattr(assessment, name) for name in _OF_ITS_DAY})
    fields = Assessment.model_fields
    empty = {name: fields[name].get_default(call_default_factory=True) for name in _OF_ITS_DAY}
    measurements = sorted((*assessment.measurements, before), key=lambda earlier: earlier.date)
    parts = {**empty, "initiative": initiative, "questions": "kort", "measurements": tuple(measurements)}
    return assessment.model_copy(update=parts)
