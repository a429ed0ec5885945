"""A period as people write it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.dutch import long_date
from poolwijzer.matching.reading.periods import DayCells
from poolwijzer.problems import Fault

DAYS = st.dates(date(1995, 1, 1), date(2095, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027", "2027-01-01", "2027-12-31"),
        ("Q1 2027", "2027-01-01", "2027-03-31"),
        ("2027-Q2", "2027-04-01", "2027-06-30"),
        ("3e kwartaal 2027", "2027-07-01", "2027-09-30"),
        ("kwartaal 4 2027", "2027-10-01", "2027-12-31"),
        ("februari 2028", "2028-02-01", "2028-02-29"),
        ("2027-05", "2027-05-01", "2027-05-31"),
        ("jan t/m jun 2027", "2027-01-01", "2027-06-30"),
        ("mrt 2027 tot en met mei 2027", "2027-03-01", "2027-05-31"),
        ("1-1-2027 t/m 30-6-2027", "2027-01-01", "2027-06-30"),
        ("van 1 januari 2027 tot 1 maart 2027", "2027-01-01", "2027-03-01"),
        ("2027-01-01 – 2027-02-03", "2027-01-01", "2027-02-03"),
        ("31-12-2027", "2027-12-31", "2027-12-31"),
    ],
)
def test_what_is_meant_is_what_is_read(text: str, first: str, last: str) -> None:
    found = DayCells().read(text)
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["voorjaar", "januari", "31-2-2027", "2027 t/m 2028 t/m 2029", "t/m 2027", "13e kwartaal 2027"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(Fault, match=r"is geen (dag en geen )?periode"):
        DayCells().read(text)


def test_a_day_that_can_be_read_in_two_ways_is_refused_until_another_cell_tells() -> None:
    cells = DayCells()
    cells.see("3/4/2027")
    with pytest.raises(Fault, match="Schrijf 2027-04-03 of 2027-03-04"):
        cells.read("3/4/2027")
    cells.see("30/4/2027")
    assert cells.read("3/4/2027").first == date(2027, 4, 3)


@given(
    DAYS,
    st.integers(0, 900),
    st.sampled_from(["iso", "dutch", "words"]),
    st.sampled_from([" t/m ", " tot en met ", " - ", " tot "]),
)
def test_every_period_is_read_back_however_its_days_are_written(day: date, length: int, how: str, between: str) -> None:
    last = day + timedelta(length)
    write = {"iso": date.isoformat, "dutch": lambda one: f"{one.day}-{one.month}-{one.year}", "words": long_date}[how]
    cells = DayCells()
    text = f"{write(day)}{between}{write(last)}"
    cells.see(text)
    assert cells.read(text) == (day, last)
