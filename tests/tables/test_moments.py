"""The moments of survey tools: one column, one notation, and no guess without saying so."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import order_of
from poolwijzer.dutch import MONTHS
from poolwijzer.tables.moments import Moment, MomentColumn
from poolwijzer.tables.surveys import is_survey_column, moment_rank

AT_TEN = datetime.fromisoformat("2026-10-01T10:00")


def column_of(*texts: str) -> MomentColumn:
    column = MomentColumn()
    for text in texts:
        column.see(text)
    return column


def read(*texts: str) -> list[Moment | None]:
    column = column_of(*texts)
    return [column.read(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01 10:00:00",
        "2026-10-01 10:00",
        "2026-10-01T10:00:00",
        "2026-10-01T10:00:00.000",
        "2026/10/01 10:00:00",
        "1-10-2026 10:00:00",
        "01-10-2026 10:00",
        "1-10-2026, 10:00:00",
        "1.10.2026 10.00",
        "01/10/2026 10:00:00",
        "1 oktober 2026 10:00",
        "1 okt. 2026 om 10:00 uur",
        "donderdag 1 oktober 2026 10:00",
        "1-okt-2026 10:00",
        "Oct 1, 2026 10:00 AM",
        "Thursday, October 1, 2026 10:00:00 AM",
        "2026-10-01 10:00:00\u202fAM",
        "\ufeff2026-10-01\u00a010:00",
        "46296.416666667",
        "46296,416666667",
    ],
)
def test_every_notation_of_a_moment_without_an_offset_is_that_moment(text: str) -> None:
    assert read(text) == [AT_TEN]


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01T08:00:00Z",
        "2026-10-01T08:00:00.000Z",
        "2026-10-01 08:00:00 UTC",
        "2026-10-01T10:00:00.000+02:00",
        "2026-10-01T10:00:00+0200",
        "2026-10-01 10:00:00 CEST",
        "2026/10/01 10:00:00 AM GMT+2",
        "2026/10/01 10:00:00 AM MESZ",
        "Thu Oct 1 2026 10:00:00 GMT+0200 (Midden-Europese zomertijd)",
    ],
)
def test_every_notation_of_an_instant_is_that_instant(text: str) -> None:
    assert read(text) == [AT_TEN.replace(tzinfo=timezone(timedelta(hours=2)))]


@pytest.mark.parametrize("text", ["2026-10-01", "1-10-2026", "1 okt. 2026", "1 oktober 2026", "46296", "01-10-26"])
def test_a_day_is_a_day(text: str) -> None:
    assert read(text) == [date(2026, 10, 1)]


def test_half_a_day_counts_from_noon() -> None:
    texts = ("2026/10/01 12:05:00 AM", "2026/10/01 12:05:00 PM", "2026/10/01 1:05:00 p.m.", "2026/10/01 11:59:00 pm")
    assert [moment.hour for moment in read(*texts) if isinstance(moment, datetime)] == [0, 12, 13, 23]


@pytest.mark.parametrize(
    "text",
    [
        *("", "gisteren", "31-02-2026", "2026-13-40", "13/13/2026", "1 brumaire 2026", "2026-10-01 25:00", "12"),
        *("7777777", "99999", "1-10-2026 10:00 plaatselijke tijd", "2026-10-01 10:00+99:00", "0001-01-01T00:00+09:00"),
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read(text) == [None]


def test_one_cell_that_can_only_be_read_one_way_tells_for_all() -> None:
    first, second = read("10/1/2026 10:00", "10/20/2026 10:00")
    assert (first, second) == (AT_TEN, AT_TEN.replace(month=10, day=20))
    first, second = read("10/1/2026 10:00", "20/1/2026 10:00")
    assert (first, second) == (AT_TEN.replace(month=1, day=10), AT_TEN.replace(month=1, day=20))
    assert not column_of("10/1/2026", "10/20/2026").doubtful
    assert not column_of("10/1/2026", "20/1/2026").doubtful


def test_without_such_a_cell_the_day_comes_first_and_that_is_a_guess() -> None:
    column = column_of("01/10/2026 10:00:00")
    assert column.doubtful and not column.month_first
    assert not column_of("01-10-2026 10:00:00", "10/10/2026", "2026-01-02").doubtful


def test_an_american_notation_puts_the_month_first_and_that_is_a_guess_too() -> None:
    for text in ("10/01/2026 10:00:00 AM", "10/1/26 10:00:00"):
        assert read(text) == [AT_TEN]
        assert column_of(text).doubtful and column_of(text).month_first


def test_cells_that_contradict_one_another_are_each_read_as_they_can_be_and_the_rest_is_a_guess() -> None:
    texts = ("13/10/2026", "10/14/2026", "10/01/2026")
    assert read(*texts) == [date(2026, 10, 13), date(2026, 10, 14), date(2026, 1, 10)]
    assert column_of(*texts).doubtful


def test_instants_are_put_in_order_across_the_end_of_summer_time() -> None:
    late, later = read("2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00")
    assert late is not None and later is not None
    assert order_of(late) < order_of(later)


def test_where_one_time_has_no_offset_none_counts() -> None:
    assert read("2026-10-01T10:00:00+02:00", "2026-10-01 10:00") == [AT_TEN, AT_TEN]
    assert read("2026-10-01T10:00:00+02:00", "2026-10-02")[0] != AT_TEN


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.times())
def test_any_moment_is_read_back_from_every_notation(on: date, at: datetime) -> None:
    moment = datetime.combine(on, at).replace(microsecond=0)  # type: ignore[arg-type]
    shown = moment.strftime("%H:%M:%S")
    day, month, year = moment.day, moment.month, moment.year
    dutch = f"{day}-{month}-{year} {shown}"
    words = f"{day} {MONTHS[month - 1]} {year} {shown}"
    american = f"{month}/{day}/{year} {moment.strftime('%I:%M:%S %p')}"
    for text in (moment.isoformat(), moment.isoformat(" "), dutch, words, american):
        assert read(text) == [moment]


@given(st.text(max_size=30))
def test_no_text_breaks_a_column(text: str) -> None:
    read(text)


@given(
    st.lists(st.from_regex(r"\A[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}( [0-9]{1,2}:[0-9]{2}(Z|\+0[1-9]:00| PM)?)?\Z"))
)
def test_the_moments_of_a_column_can_always_be_put_in_order(texts: list[str]) -> None:
    sorted(order_of(moment) for moment in read(*texts) if moment is not None)


def test_what_a_tool_says_of_sending_in_goes_before_the_last_action_and_that_before_the_beginning() -> None:
    sent = "Voltooiingstijd|Completion time|Tijdstempel|Timestamp|submitdate|Datum ingediend|Submit Date (UTC)|EndDate"
    last = "datestamp|Date last action|RecordedDate|Last modified time|end"
    begun = "Begintijd|Start time|StartDate|Date started|start"
    for rank, headers in enumerate((f"{sent}|_submission_time", last, begun)):
        for header in headers.split("|"):
            assert moment_rank(header) == rank, header
            assert is_survey_column(header, of_respondents=True)
    for header in ("date", "m1", "Gemeente", "seed", "Datum", ""):
        assert moment_rank(header) is None
