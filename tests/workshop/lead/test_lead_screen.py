"""The screen of a session: what a room sees, on large and small terminals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from poolwijzer.content.content import Content
from poolwijzer.interview.screens import layout
from poolwijzer.workshop.lead.big_figures import BLOCK, MOST, breadth, draw_figures, largest_size
from poolwijzer.workshop.lead.course import Course
from poolwijzer.workshop.lead.group_rows import in_columns
from poolwijzer.workshop.lead.lead_screen import LeadScreen
from poolwijzer.workshop.lead.pressing import keys_at
from poolwijzer.workshop.lead.seen import Seen, see
from poolwijzer.workshop.lead.view import GroupLine, LeadView, tell_clock, tell_moment, view_of
from tests.workshop.a_room import DAY, make_room

NOW = 0.0


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Seen:
    return see(make_room(tmp_path_factory.mktemp("room"), content), content, DAY)


def shown(view: LeadView, width: int, height: int, course: Course = Course()) -> list[str]:  # noqa: B008 - frozen
    screen = LeadScreen(lambda: view, lambda: list(keys_at(course).values()), lambda _: None)
    return ["".join(part for _, part in line).rstrip() for line in layout.drawn(screen, width, height)]


def at(seen: Seen, part: str, spent: float = 0.0) -> LeadView:
    course = Course(part, NOW, {part: spent}, begun=True)  # type: ignore[arg-type,dict-item]
    return view_of(course, seen, NOW, DAY, UTC)


def test_the_clock_is_as_large_as_fits_and_the_rest_is_there_too(seen: Seen) -> None:
    sizes = []
    for width, height in ((160, 48), (100, 30), (80, 24)):
        lines = shown(at(seen, "analysis"), width, height)
        sizes.append(max(line.count(BLOCK) for line in lines))
        words = "\n".join(lines)
        assert len(lines) == height
        assert "Samen analyseren · 3 van 4" in words
        assert "Waar staat het initiatief in het assenstelsel?" in words
        assert "  3 Groep 3  Warmtepool Heuvel" in words
        assert "bij de stellingen: 2 van de 10" in words
        assert "Enter verder" in lines[-1] or "Enter verder" in lines[-2]
    assert sizes[0] > sizes[1] >= sizes[2] > 10


def test_a_narrow_and_low_screen_tells_the_time_in_plain_figures(seen: Seen) -> None:
    lines = shown(at(seen, "analysis", 61), 40, 12)
    assert not any(BLOCK in line for line in lines)
    assert lines[0] == "Samen analyseren · 3 van 4        13:59"
    assert any(line.startswith("  3 ") and line.endswith("  stellingen: 2 van de 10") for line in lines)
    assert shown(at(seen, "analysis", 16 * 60), 40, 12)[0].endswith("+1:00")


def test_where_only_one_fits_what_to_do_now_comes_before_large_figures(seen: Seen) -> None:
    lines = shown(at(seen, "analysis"), 70, 12)
    assert any("Waar staat het initiatief in het assenstelsel?" in line for line in lines)
    assert not any(BLOCK in line for line in lines)
    assert any(BLOCK in line for line in shown(at(seen, "analysis"), 70, 20))


def test_when_time_is_up_it_says_so_and_counts_on(seen: Seen) -> None:
    view = at(seen, "acquaintance", 5 * 60 + 75)
    assert (view.clock, view.state) == ("+1:15", "de tijd is om")
    assert any("de tijd is om" in line for line in shown(view, 100, 30))
    assert at(seen, "acquaintance", 5 * 60 - 1).state == ""


def test_the_introduction_lists_what_is_in_the_room_with_its_groups(seen: Seen) -> None:
    words = "\n".join(shown(at(seen, "introduction"), 100, 30))
    assert "Welke initiatieven zijn er in de zaal?" in words
    assert "Flexteam Drenthe (Drenthe): Groep 1 en Groep 2" in words
    assert "Kennisring Zuid (Limburg): Groep 4" in words
    assert "Kennisring Zuid (Limburg)" not in "\n".join(shown(at(seen, "analysis"), 100, 30))


def test_keys_that_mean_nothing_in_a_part_are_not_shown(seen: Seen) -> None:
    for part, there, absent in (
        ("introduction", "initiatief erbij", "p dia's"),
        ("plenary", "p dia's", "erbij  p"),
    ):
        course = Course(part, NOW, begun=True)  # type: ignore[arg-type]
        words = "\n".join(shown(at(seen, part), 120, 40, course))
        assert there in words
        assert absent not in words


def test_what_is_wrong_with_a_file_stands_below_the_groups_with_a_mark_before_its_group(
    tmp_path: Path, content: Content
) -> None:
    make_room(tmp_path, content)
    (tmp_path / "groep-2.yaml").write_text("poolwijzer: 2\ninit", encoding="utf-8")
    (tmp_path / "groep-1 (1).yaml").write_bytes((tmp_path / "groep-3.yaml").read_bytes())
    lines = shown(at(see(tmp_path, content, DAY), "analysis"), 120, 40)
    assert any(line.lstrip().startswith("! 2 Groep 2") and "bestand wordt gekopieerd" in line for line in lines)
    assert any(line.lstrip().startswith("! Naast groep-1.yaml ligt een andere versie: groep-1 (1)") for line in lines)


def test_sixteen_groups_stand_beside_each_other_where_they_do_not_fit_below(seen: Seen) -> None:
    line = GroupLine("1", "Groep", "Een initiatief", "bij de menukaart", "10:00", False)
    many = tuple(line._replace(name=f"Groep {number}") for number in range(1, 17))
    lines = shown(at(seen, "analysis")._replace(groups=many), 80, 24)
    assert all(any(f"Groep {number} " in line for line in lines) for number in range(1, 17))
    assert any(BLOCK in line for line in lines)


NAMES = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=40)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=16), st.integers(20, 170), st.integers(8, 50))
def test_whatever_groups_are_called_no_line_is_wider_than_the_screen(
    seen: Seen, names: list[tuple[str, str]], width: int, height: int
) -> None:
    plan = seen.session.plan
    groups = tuple(
        replace(
            seen.session.groups[index % 4],
            number=index + 1,
            plan=plan.groups["groep-1"].model_copy(update={"name": name}),
            initiative=plan.initiatives["kennisring-zuid"].model_copy(update={"name": initiative}),
        )
        for index, (name, initiative) in enumerate(names)
    )
    progress = tuple(seen.progress[index % 4] for index in range(len(names)))
    many = replace(seen, session=replace(seen.session, groups=groups), progress=progress)
    lines = shown(at(many, "analysis"), width, height)
    assert len(lines) == height
    rows = [line for line in lines if "klaar" in line or "bij de st" in line or BLOCK in line]
    assert all(get_cwidth(line) < max(width, 21) for line in rows)


@pytest.mark.parametrize(
    ("left", "clock"), [(300, "5:00"), (1, "0:01"), (0, "+0:00"), (-61, "+1:01"), (7200, "120:00"), (-7200, "+120:00")]
)
def test_the_clock_counts_down_and_then_on(left: int, clock: str) -> None:
    assert tell_clock(left) == clock


@given(st.text("0123456789:+", min_size=1, max_size=7), st.integers(1, MOST))
def test_figures_are_as_wide_as_was_said(text: str, size: int) -> None:
    rows = draw_figures(text, size)
    assert {len(row) for row in rows} == {breadth(text, size)}
    assert largest_size(text, breadth(text, size), len(rows)) == size


@given(NAMES, st.integers(0, 30))
def test_a_text_in_columns_takes_just_those(text: str, columns: int) -> None:
    assert get_cwidth(in_columns(text, columns)) == columns


def test_what_was_saved_on_another_day_tells_the_day() -> None:
    saved = datetime(2026, 12, 10, 9, 5, tzinfo=UTC)
    assert tell_moment(saved, DAY, UTC) == "09:05"
    assert tell_moment(saved.replace(day=9), DAY, UTC) == "9-12"
