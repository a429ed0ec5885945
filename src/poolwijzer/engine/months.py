"""Counting in months: what lies how many months before or after a day. Dates are the first of their month."""

from datetime import date
from typing import NamedTuple

from poolwijzer.content.plan import Months


class PlanSpan(NamedTuple):
    """Between which days something would begin or come, counted in whole months. An indication."""

    earliest: date
    latest: date


def shift_months(day: date, months: int) -> date:
    """The first day of the month that lies so many months after a day's month (before it if negative).

    What lies beyond the calendar is put at its end.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, 1) if year <= date.max.year else date(date.max.year, 12, 1)


def span_before(start: date, least: int, most: int) -> PlanSpan:
    """What lies between `least` and `most` months before a day."""
    return PlanSpan(shift_months(start, -most), shift_months(start, -least))


def span_after(start: date, months: Months) -> PlanSpan:
    """What lies so many months after a day."""
    return PlanSpan(shift_months(start, months.least), shift_months(start, months.most))


def is_past(span: PlanSpan, on: date) -> bool:
    """Whether even the latest month of a span lies before the month of a day."""
    return span.latest < on.replace(day=1)
