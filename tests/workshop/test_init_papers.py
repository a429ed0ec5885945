"""What a new session is made of: its plan, the page for who leads it, and a session to practise with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.formats.registry import Theme, render_report
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError, Problem
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of
from poolwijzer.workshop.example import example_plan, example_saved
from poolwijzer.workshop.group_file import dump_group
from poolwijzer.workshop.guide import make_guide
from poolwijzer.workshop.new_folder import write_session
from poolwijzer.workshop.plan import GroupPlan, PartMinutes, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.plan_file import plan_path, read_plan, write_plan
from poolwijzer.workshop.plan_text import write_new_plan
from tests.roots import ROOT
from tests.workshop.a_room import PLAN

DAY = date(2026, 12, 10)
ODD = "\u202eomgekeerd <b>x</b> [y](z) =1+1 🚀\n" + "w" * 300


def odd_plan() -> WorkshopPlan:
    return PLAN.model_copy(
        update={
            "title": ODD,
            "place": ODD,
            "initiatives": {"een": RoomInitiative(name=ODD, region=ODD), "twee": RoomInitiative(name="# groups: x")},
            "groups": {"groep-1": GroupPlan(name=ODD, initiative="een")},
        }
    )


def said_on(page: Report) -> str:
    return "\n".join((page.title, page.subtitle, *texts_of(page.sections)))


@pytest.mark.parametrize("plan", [PLAN, odd_plan()], ids=["usual", "odd"])
def test_the_comments_in_a_plan_change_nothing_of_what_it_says(
    plan: WorkshopPlan, content: Content, tmp_path: Path
) -> None:
    plan_path(tmp_path).write_bytes(write_new_plan(plan, content))
    assert read_plan(tmp_path, content) == plan


def test_the_plan_says_what_may_be_changed_and_keeps_saying_so(content: Content, tmp_path: Path) -> None:
    made = write_new_plan(PLAN, content).decode("utf-8")
    assert "# Bij phase kiest u uit: idee, verkennen, opdracht, draait, evalueren of afbouwen.\ninitiatives:" in made
    assert all(len(line) <= 120 for line in made.splitlines())
    plan_path(tmp_path).write_text(made, encoding="utf-8")
    write_plan(tmp_path, PLAN, PLAN.model_copy(update={"place": "Emmen"}))
    after = plan_path(tmp_path).read_text(encoding="utf-8")
    assert after == made.replace("place: Assen", "place: Emmen")


def test_the_page_has_what_to_bring_what_to_type_and_a_timetable_without_a_clock() -> None:
    said = said_on(make_guide(PLAN))
    assert "Werksessie warmtetransitie" in said
    assert "0:20 – 0:35" in said
    assert "Minstens 50 stickers" in said
    assert "3 laptops, één per groep" in said
    for number in (1, 2, 3):
        assert f"poolwijzer assess groep-{number}.yaml --beamer --minutes 20" in said
    assert "poolwijzer assess groep-4.yaml" not in said
    assert "oefensessie" not in said


def test_the_page_tells_which_initiatives_have_no_group() -> None:
    groups = {name: group for name, group in PLAN.groups.items() if name != "groep-4"}
    said = said_on(make_guide(PLAN.model_copy(update={"groups": groups})))
    assert "Nog zonder groep: Kennisring Zuid." in said
    assert "Minstens 42 stickers" in said


def test_no_place_stands_on_the_page(content: Content) -> None:
    said = said_on(make_guide(PLAN, example=True)).lower()
    assert all(one.title.lower() not in said for one in content.typology.quadrants.values())


def test_whatever_things_are_called_they_stand_on_the_page_as_text() -> None:
    page = render_report(".html", make_guide(odd_plan()), Theme()).decode("utf-8")
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "<b>x</b>" not in page
    assert "w" * 200 not in page


@pytest.mark.parametrize("menus", [None, ROOT / "tests" / "files" / "menus" / "other-typology"], ids=["own", "other"])
def test_what_groups_of_an_example_saved_can_be_read_in_any_menus(menus: Path | None) -> None:
    content = load_menus(menus)
    plan = example_plan(content, DAY, PartMinutes())
    for name, saved in example_saved(plan, content).items():
        reading = parse_assessment(dump_group(saved), name, content)
        assert reading.assessment == saved
        assert not reading.remarks
        assert "verzonnen" in saved.initiative.note


def test_an_example_has_two_groups_that_differ_one_half_way_and_one_on_paper(content: Content) -> None:
    plan = example_plan(content, DAY, PartMinutes())
    saved = example_saved(plan, content)
    first, second, third = (saved[name] for name in ("groep-1", "groep-2", "groep-3"))
    assert first.initiative.id == second.initiative.id
    places = [Outcome(content, one, DAY).placement.in_play for one in (first, second)]
    assert places[0] != places[1]
    for one in (first, second):
        assert one.estimate.dots
        assert one.choices
        assert one.agreements
        assert one.needs
        assert one.highlights.striking
        assert one.key_question.answer
    assert third.answers
    assert not third.choices
    assert plan.groups["groep-4"].on_paper
    assert "groep-4" not in saved


def test_what_is_broken_off_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "sessie"
    blocked = tmp_path / "bestand"
    blocked.write_bytes(b"van mij")
    files = {
        folder / "werkbladen" / "a.pdf": lambda: b"a",
        folder / "b.yaml": lambda: b"b",
        blocked / "c": lambda: b"c",
    }
    with pytest.raises(InputError):
        write_session(files, lambda path: None)
    assert [path.name for path in tmp_path.iterdir()] == ["bestand"]


def test_a_file_that_cannot_be_made_leaves_what_was_there(tmp_path: Path) -> None:
    there = tmp_path / "a.yaml"
    there.write_bytes(b"van mij")

    def fail() -> bytes:
        raise InputError(Problem("logo.png", "Dit is geen plaatje."))

    with pytest.raises(InputError):
        write_session({there: lambda: b"nieuw", tmp_path / "b": fail}, lambda path: None)
    assert there.read_bytes() == b"van mij"
