"""A session in lines: all of it, and what is new."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.workshop.group_file import dump_group
from poolwijzer.workshop.lead.course import Course, begin, move, pause
from poolwijzer.workshop.lead.seen import Seen, see
from poolwijzer.workshop.lead.told import tell_all, tell_news
from poolwijzer.workshop.lead.view import LeadView, view_of
from tests.workshop.a_room import DAY, PLAN, files, make_room


@pytest.fixture
def room(tmp_path: Path, content: Content) -> Path:
    return make_room(tmp_path, content)


def view(seen: Seen, course: Course, now: float) -> LeadView:
    return view_of(course, seen, now, DAY, UTC)


def test_all_of_it_is_told_without_colours_or_figures(room: Path, content: Content) -> None:
    lines = list(tell_all(view(see(room, content, DAY), begin(PLAN.minutes, 0), 61)))
    assert lines[:2] == ["Werksessie warmtetransitie", "Deel 1 van 4: Inleiding. Nog 14 minuten."]
    assert "- Flexteam Drenthe (Drenthe): Groep 1 en Groep 2" in lines
    assert lines[-1] == "4 Groep 4, Kennisring Zuid: op papier: nog over te nemen"


def test_as_long_as_nothing_changes_nothing_is_said(room: Path, content: Content) -> None:
    seen, course = see(room, content, DAY), begin(PLAN.minutes, 0)
    assert not list(tell_news(view(seen, course, 1), view(seen, course, 2)))


@pytest.mark.parametrize(
    ("now", "told"), [(600, "Nog 5 minuten."), (840, "Nog 1 minuut."), (900, "De tijd is om."), (700, "")]
)
def test_time_is_told_near_its_end_alone(room: Path, content: Content, now: int, told: str) -> None:
    seen, course = see(room, content, DAY), begin(PLAN.minutes, 0)
    assert " ".join(tell_news(view(seen, course, now - 1), view(seen, course, now))) == told


def test_another_part_and_a_pause_are_told(room: Path, content: Content) -> None:
    seen, course = see(room, content, DAY), begin(PLAN.minutes, 0)
    news = list(tell_news(view(seen, course, 9), view(seen, move(course, 1, PLAN.minutes, 9), 9)))
    assert news[0] == "Deel 2 van 4: Het initiatief bespreken. Nog 5 minuten."
    assert "Bespreek het initiatief met uw groep." in news
    assert list(tell_news(view(seen, course, 9), view(seen, pause(course, 9), 9))) == [
        "Nog 15 minuten. De klok staat stil."
    ]


def test_a_group_that_saved_is_told_and_so_is_what_is_wrong_with_a_file(room: Path, content: Content) -> None:
    before, course = see(room, content, DAY), begin(PLAN.minutes, 0)
    (room / "groep-3.yaml").write_bytes(dump_group(files(content)["groep-1"]))
    (room / "groep-1-LAPTOP.yaml").write_bytes(dump_group(files(content)["groep-3"]))
    after = see(room, content, DAY, before)
    news = list(tell_news(view(before, course, 1), view(after, course, 2)))
    assert news[0].startswith("3 Groep 3, Warmtepool Heuvelrand: klaar (bewaard ")
    assert news[1].startswith("Let op: Naast groep-1.yaml ligt een andere versie")
    assert len(news) == 2


def test_a_file_that_is_away_for_a_moment_is_not_told_at_once(room: Path, content: Content) -> None:
    first = see(room, content, DAY)
    (room / "groep-1.yaml").unlink()
    second = see(room, content, DAY, first)
    assert second.progress == first.progress
    third = see(room, content, DAY, second)
    assert "groep-1.yaml is weg" in third.progress[0].todo[0]
    assert third.progress[0].stage == "done"


def test_a_folder_that_is_gone_is_told_and_all_stays_as_it_was(tmp_path: Path, content: Content) -> None:
    room = make_room(tmp_path / "stick", content)
    first = see(room, content, DAY)
    room.rename(tmp_path / "weg")
    second = see(room, content, DAY, first)
    assert second.progress == first.progress
    assert second.todo[0].startswith("De map van de sessie is nu niet te lezen.")
    (tmp_path / "weg").rename(room)
    assert see(room, content, DAY, second) == first


def test_a_plan_that_cannot_be_read_now_is_as_it_was(room: Path, content: Content) -> None:
    first = see(room, content, DAY)
    (room / "workshop.yaml").write_text("poolwijzer: 2\nkind: works", encoding="utf-8")
    second = see(room, content, DAY, first)
    assert second.session.plan == first.session.plan
    assert second.todo
    assert second.todo[0].startswith("workshop.yaml")
