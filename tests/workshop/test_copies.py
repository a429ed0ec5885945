"""Files of other names in the folder of a session: told, and never read as a group's."""

import os
from pathlib import Path

import pytest

from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.copynames import copied_name
from poolwijzer.workshop.copies import MOST_READ
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.plan import GroupPlan
from poolwijzer.workshop.plan_file import plan_path
from poolwijzer.workshop.session import MOST_TOLD
from tests.workshop.a_room import PLAN, files, make_room
from tests.workshop.test_folder import as_read, said

COPIES = (
    "groep-1 (1).yaml",
    "groep-1-LAPTOP.yaml",
    "groep-1-LAPTOP-01.yaml",
    "groep-1 - kopie.yaml",
    "groep-1 - Kopie (2).yaml",
    "groep-1 2.yaml",
    "groep-1 (conflicted copy 2026-12-10).yaml",
    "groep-1 (Jan's conflicted copy).yaml",
    "groep-1.herstel.yaml",
    "groep-1.herstel-2.yaml",
    "groep-1.sync-conflict-20261210-101500-ABCDEFG.yaml",
    "Kopie van groep-1.yaml",
    "Copy of groep-1.yaml",
    "groep-1_JAN-PC.yaml",
    "groep-1.yml",
    "GROEP-1 (1).YAML",
)
IN_PASSING = ("~$groep-1.yaml", ".groep-1.yaml.lock", ".groep-1.yaml", "groep-1.yaml.tmp", "groep-1.concept", "x.docx")


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_told_with_what_to_do_and_not_read(tmp_path: Path, content: Content, name: str) -> None:
    make_room(tmp_path, content)
    whole = files(content)["groep-1"]
    fewer = whole.model_copy(update={"answers": dict(list(whole.answers.items())[:3]), "choices": {}})
    (tmp_path / name).write_bytes(dump_assessment(fewer) + END)
    session = read_session(tmp_path, content)
    assert session.groups[0].assessment == as_read(whole, content)
    (copy,) = session.groups[0].copies
    assert copy.differs
    told = str(copy.told)
    assert told in said(session)
    chosen = sum(len(one.options) + len(one.other) for one in whole.choices.values())
    assert "met 3 antwoorden en 0 keuzes" in told
    assert f"In groep-1.yaml staan {len(whole.answers)} antwoorden en {chosen} keuzes." in told
    assert f'poolwijzer compare "{group_path(tmp_path, "groep-1")}" "{tmp_path / name}"' in told
    assert " om " in told


@pytest.mark.parametrize("name", IN_PASSING)
def test_what_a_program_puts_there_for_a_moment_is_no_copy(tmp_path: Path, content: Content, name: str) -> None:
    make_room(tmp_path, content)
    before = said(read_session(tmp_path, content))
    (tmp_path / name).write_bytes(dump_assessment(files(content)["groep-1"]) + END)
    assert said(read_session(tmp_path, content)) == before


def test_a_copy_that_says_the_same_may_go(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    (tmp_path / "groep-1 (1).yaml").write_bytes(group_path(tmp_path, "groep-1").read_bytes())
    session = read_session(tmp_path, content)
    assert not session.groups[0].copies[0].differs
    assert "zegt hetzelfde" in said(session)


def test_a_copy_is_compared_anew_when_either_file_changes(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    copy = tmp_path / "groep-1 (1).yaml"
    copy.write_bytes(group_path(tmp_path, "groep-1").read_bytes())
    first = read_session(tmp_path, content)
    group_path(tmp_path, "groep-1").write_bytes(dump_assessment(files(content)["groep-2"]) + END)
    second = read_session(tmp_path, content, first)
    assert [one.differs for one in (first.groups[0].copies[0], second.groups[0].copies[0])] == [False, True]


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("groep-10", ""),
        ("groep-1b", ""),
        ("subgroep-1", ""),
        ("groep-1-b-LAPTOP", "groep-1-b"),
        ("groep-1-c", "groep-1"),
        ("groep", ""),
        ("workshop (1)", "workshop"),
        ("iets", ""),
    ],
)
def test_a_name_is_a_copy_of_the_longest_name_that_it_goes_on_from(stem: str, found: str) -> None:
    assert copied_name(stem, ("groep-1", "groep-1-b", "workshop")) == found


def test_a_group_of_the_plan_is_never_a_copy(tmp_path: Path, content: Content) -> None:
    groups = {**PLAN.groups, "groep-1-b": GroupPlan(name="Groep 1b", initiative="flexteam-drenthe")}
    make_room(tmp_path, content, PLAN.model_copy(update={"groups": groups}))
    group_path(tmp_path, "groep-1-b").write_bytes(group_path(tmp_path, "groep-2").read_bytes())
    session = read_session(tmp_path, content)
    assert not any(group.copies for group in session.groups)
    assert session.groups[4].reading == "whole"


def test_nothing_in_the_folder_is_silently_unused(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    (tmp_path / "groep-10.yaml").write_bytes(group_path(tmp_path, "groep-2").read_bytes())
    (tmp_path / "workshop (1).yaml").write_bytes(plan_path(tmp_path).read_bytes())
    (tmp_path / "huisstijl.yaml").write_bytes(b"organisation: Wij\n")
    (tmp_path / "een-map.yaml").mkdir()
    told = said(read_session(tmp_path, content))
    assert f"{tmp_path / 'groep-10.yaml'}: Dit bestand hoort bij geen groep" in told
    assert f"{tmp_path / 'workshop (1).yaml'}: Dit lijkt een kopie van workshop.yaml." in told
    assert "huisstijl" not in told
    assert "een-map" not in told


def test_a_copy_that_cannot_be_read_is_told_all_the_same(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    (tmp_path / "groep-4 (1).yaml").write_bytes(b"poolwijzer: 2\ninit")
    assert "De kopie is niet te lezen" in said(read_session(tmp_path, content))


def test_of_a_folder_full_of_copies_the_first_are_told_and_the_newest_are_read(
    tmp_path: Path, content: Content
) -> None:
    make_room(tmp_path, content)
    many = MOST_READ + 10
    for number in range(many):
        path = tmp_path / f"groep-1 ({number}).yaml"
        path.write_bytes(b"poolwijzer: 2\n" if number else dump_assessment(files(content)["groep-1"]) + END)
        os.utime(path, (1000 + number, 1000 + number))
        (tmp_path / f"los-{number}.yaml").write_text("poolwijzer: 2\n", encoding="utf-8")
    session = read_session(tmp_path, content)
    assert len(session.groups[0].copies) == many
    told = said(session)
    assert "te veel om deze na te kijken" in told
    assert "en zegt hetzelfde" not in told
    assert told.count("lijkt een kopie van groep-1.yaml") == MOST_TOLD
    assert told.count("En nog 10 meldingen") == 2
