"""Tasks for workers hold as many initiatives as are worth handing over, and no more than are soon done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.batch.pace import A_TASK, FIRST, Pace

SECONDS = st.floats(0, 1000, allow_nan=False)


def test_workers_begin_with_few_and_all_others_get_as_many_as_may_be() -> None:
    pace = Pace(64)
    assert pace.at_once == 64
    pace.begin()
    assert pace.at_once == FIRST


def test_one_report_at_once_stays_one() -> None:
    pace = Pace(1)
    pace.begin()
    pace.tell(1, 0.001)
    assert pace.at_once == 1


@given(st.integers(1, 64), SECONDS)
def test_the_next_task_is_not_longer_than_it_should_be_and_never_empty(number: int, seconds: float) -> None:
    pace = Pace(64)
    pace.tell(number, seconds)
    assert 1 <= pace.at_once <= 64
    assert pace.at_once == 1 or pace.at_once * seconds / number <= A_TASK * 1.001


@given(st.integers(1, 64), SECONDS, SECONDS)
def test_what_takes_longer_comes_in_smaller_tasks(number: int, one: float, other: float) -> None:
    quick, slow = Pace(64), Pace(64)
    quick.tell(number, min(one, other))
    slow.tell(number, max(one, other))
    assert slow.at_once <= quick.at_once
