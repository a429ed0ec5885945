"""Where a session is survives the program."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.problems import InputError
from poolwijzer.workshop.lead.course import Course, add_minute, begin, move, pause
from poolwijzer.workshop.lead.kept import CourseKeeper, claim_session, keep_course, kept_path, read_course
from poolwijzer.workshop.plan import PartMinutes
from tests.workshop.a_room import DAY

MINUTES = PartMinutes()


def test_who_goes_on_the_same_day_finds_the_same_part_and_the_right_time(tmp_path: Path) -> None:
    course = add_minute(move(begin(MINUTES, 1000), 1, MINUTES, 1060.5), 1, MINUTES)
    assert keep_course(tmp_path, course, DAY)
    assert kept_path(tmp_path).name == "workshop.yaml.concept"
    found = read_course(tmp_path, DAY, 1100)
    assert found is not None
    assert found == course
    assert found.left(MINUTES, 1120.5) == 5 * 60


def test_a_pause_lasts_while_the_program_is_gone(tmp_path: Path) -> None:
    course = pause(begin(MINUTES, 1000), 1060)
    keep_course(tmp_path, course, DAY)
    found = read_course(tmp_path, DAY, 9000)
    assert found is not None
    assert found.paused
    assert found.left(MINUTES, 9000) == 14 * 60


def test_another_day_begins_anew(tmp_path: Path) -> None:
    keep_course(tmp_path, begin(MINUTES, 1000), DAY)
    assert read_course(tmp_path, date(2026, 12, 11), 1100) is None
    assert read_course(tmp_path / "nergens", DAY, 1100) is None


def test_a_moment_that_is_still_to_come_is_now(tmp_path: Path) -> None:
    keep_course(tmp_path, begin(MINUTES, 5000), DAY)
    found = read_course(tmp_path, DAY, 1000)
    assert found is not None
    assert found.left(MINUTES, 1030) == 15 * 60 - 30


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)


@given(
    st.fixed_dictionaries({"part": st.sampled_from(["analysis", "x", 3]), "since": JSON, "spent": JSON, "added": JSON})
)
def test_whatever_stands_in_the_file_it_is_a_course_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, kept: dict[str, object]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    kept_path(folder).write_text(json.dumps({"day": DAY.isoformat(), **kept}), encoding="utf-8")
    found = read_course(folder, DAY, 1000)
    assert found is None or isinstance(found.left(MINUTES, 2000), float | int)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"day": 3}', "\udcff", "9" * 70_000, "[" * 60_000])
def test_a_broken_file_is_as_none(tmp_path: Path, text: str) -> None:
    kept_path(tmp_path).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_course(tmp_path, DAY, 1000) is None


def test_a_folder_where_nothing_can_be_kept_is_told(tmp_path: Path) -> None:
    assert CourseKeeper(tmp_path, DAY).keep(Course())
    assert not CourseKeeper(tmp_path / "nergens", DAY).keep(Course())


def test_a_second_one_who_leads_is_told(tmp_path: Path) -> None:
    first = claim_session(tmp_path)
    with pytest.raises(InputError, match="wordt al geleid"):
        claim_session(tmp_path)
    first.release()
    claim_session(tmp_path).release()
