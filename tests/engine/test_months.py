"""Counting in months."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.plan import Months
from poolwijzer.engine.months import PlanSpan, is_past, shift_months, span_after, span_before

DAYS = st.dates()
MONTHS = st.integers(min_value=0, max_value=1200)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 9, 1), 0, date(2023, 9, 1)),
        (date(2023, 9, 17), -5, date(2023, 4, 1)),
        (date(2023, 1, 31), -1, date(2022, 12, 1)),
        (date(2023, 12, 31), 2, date(2024, 2, 1)),
        (date(1, 1, 1), -1, date.min),
        (date(9999, 12, 31), 1, date(9999, 12, 1)),
    ],
)
def test_months_are_counted_from_the_month_of_a_day(day: date, months: int, expected: date) -> None:
    assert shift_months(day, months) == expected


@given(DAYS, MONTHS, MONTHS)
def test_a_span_never_runs_backwards_and_lies_on_its_side_of_the_day(day: date, one: int, other: int) -> None:
    least, most = sorted((one, other))
    earlier, later = span_before(day, least, most), span_after(day, Months(least=least, most=most))
    assert earlier.earliest <= earlier.latest <= day.replace(day=1)
    assert day.replace(day=1) <= later.latest and later.earliest <= later.latest


@given(st.dates(min_value=date(200, 1, 1), max_value=date(9000, 1, 1)), MONTHS)
def test_there_and_back_is_the_same_month(day: date, months: int) -> None:
    assert shift_months(shift_months(day, months), -months) == day.replace(day=1)


def test_a_span_is_past_only_when_its_last_month_is() -> None:
    span = PlanSpan(date(2026, 7, 1), date(2026, 10, 1))
    assert not is_past(span, date(2026, 10, 31))
    assert is_past(span, date(2026, 11, 1))
