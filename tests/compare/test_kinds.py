"""What is compared follows from ids and dates, unless somebody says otherwise."""

from collections.abc import Callable

import pytest

from poolwijzer.compare.kinds import Given, Taken, find_kind
from poolwijzer.problems import InputError

Make = Callable[..., Given]
EARLIER = [{"date": "2024-05-01", "answers": {"m16": 2}}]


def test_files_with_different_ids_are_initiatives_side_by_side(given: Make) -> None:
    assert find_kind([given(id="a"), given(id="b")]) == Taken("initiatives", "other-ids")


def test_files_of_which_only_some_share_an_id_are_initiatives_too(given: Make) -> None:
    files = [given(id="a", day="2025-01-01"), given(id="a", day="2026-01-01"), given(id="b")]
    assert find_kind(files) == Taken("initiatives", "some-other-ids")


def test_one_id_with_different_dates_is_one_initiative_over_time(given: Make) -> None:
    files = [given(day="2025-01-01"), given(day="2026-01-01")]
    assert find_kind(files) == Taken("time", "other-dates")


@pytest.mark.parametrize("days", [("2026-01-01", "2026-01-01"), (None, None), ("2026-01-01", None)])
def test_one_id_with_one_date_or_none_is_groups_of_a_workshop(days: tuple[str | None, ...], given: Make) -> None:
    assert find_kind([given(day=day) for day in days]) == Taken("groups", "same-id")


def test_a_file_alone_is_compared_with_its_own_earlier_measurements(given: Make) -> None:
    assert find_kind([given(measurements=EARLIER)]) == Taken("time", "measurements")


def test_a_file_alone_without_measurements_is_refused_with_what_to_do(given: Make) -> None:
    with pytest.raises(InputError, match=r"proef\.yaml: .*geen eerdere metingen.*Noem nog een bestand.*measurements"):
        find_kind([given()])


@pytest.mark.parametrize("asked", ["groups", "initiatives"])
def test_a_file_alone_has_nobody_to_stand_beside(asked: str, given: Make) -> None:
    with pytest.raises(InputError, match="vanaf twee bestanden"):
        find_kind([given(measurements=EARLIER)], asked)  # type: ignore[arg-type]


def test_what_is_asked_goes_before_what_the_files_say(given: Make) -> None:
    files = [given(id="a", day="2025-01-01"), given(id="b", day="2026-01-01")]
    assert find_kind(files, "time") == Taken("time", "asked")
    assert find_kind(files, "groups") == Taken("groups", "asked")
    assert find_kind([given(), given()], "initiatives") == Taken("initiatives", "asked")
