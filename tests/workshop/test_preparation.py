"""Making the files of groups beside others that may be at work."""

from __future__ import annotations

from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.file_claim import FileClaim
from poolwijzer.problems import InputError
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.group_file import dump_group, first_assessment
from poolwijzer.workshop.plan import GroupPlan, RoomInitiative, WorkshopPlan
from poolwijzer.workshop.preparation import Papers, add_to_session, holds_work
from tests.workshop.a_room import PLAN, files, make_room


def with_group(plan: WorkshopPlan, name: str, initiative: str) -> WorkshopPlan:
    initiatives = {initiative: RoomInitiative(name=initiative.title(), phase="idee"), **plan.initiatives}
    groups = {**plan.groups, name: GroupPlan(name=name.title(), initiative=initiative)}
    return plan.model_copy(update={"initiatives": initiatives, "groups": groups})


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_group_knows_before_it_begins_what_its_initiative_is_and_nothing_else(content: Content) -> None:
    made = first_assessment(PLAN, "groep-3")
    assert (made.initiative.id, made.initiative.region, made.initiative.date) == (
        "warmtepool-heuvelrand",
        "Utrecht",
        PLAN.date,
    )
    assert made.context == {"fase": "verkennen"}
    assert not made.answers
    assert dump_group(made).endswith(END)


def test_a_new_group_gets_its_file_and_sheets_and_the_others_keep_theirs(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path / "sessie", content)
    before = contents(folder)
    after = with_group(PLAN, "groep-5", "kennisring-noord")
    written = add_to_session(folder, PLAN, after, Papers(content, paper="a4"))
    assert written == (folder / "werkbladen" / "groep-5.pdf", folder / "groep-5.yaml")
    assert written[0].read_bytes().startswith(b"%PDF")
    now = contents(folder)
    assert {name: data for name, data in now.items() if name in before} == before
    assert len(now) == len(before) + 2


def test_adding_it_once_more_changes_nothing(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path / "sessie", content)
    after = with_group(PLAN, "groep-5", "kennisring-noord")
    papers = Papers(content, paper="a4")
    add_to_session(folder, PLAN, after, papers)
    saved = contents(folder)
    assert add_to_session(folder, PLAN, after, papers) == ()
    assert contents(folder) == saved


def test_a_file_in_which_something_was_filled_in_stays_whatever_is_planned(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path / "sessie", content)
    saved = contents(folder)
    after = with_group(with_group(PLAN, "groep-5", "nieuw"), "groep-3", "kennisring-zuid")
    with pytest.raises(InputError) as caught:
        add_to_session(folder, PLAN, after, Papers(content, paper="a4"))
    assert "groep-3.yaml: In dit bestand is al iets ingevuld." in str(caught.value)
    assert contents(folder) == saved


def test_a_file_in_which_nothing_was_filled_in_goes_to_the_other_initiative(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path / "sessie", content)
    path = group_path(folder, "groep-4")
    path.write_bytes(dump_group(first_assessment(PLAN, "groep-4")))
    after = with_group(PLAN, "groep-4", "warmtepool-heuvelrand")
    add_to_session(folder, PLAN, after, Papers(content, paper="a4"))
    assert b"id: warmtepool-heuvelrand" in path.read_bytes()


def test_a_file_that_somebody_is_busy_with_is_left_to_them(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path / "sessie", content)
    path = group_path(folder, "groep-4")
    path.write_bytes(dump_group(first_assessment(PLAN, "groep-4")))
    saved = path.read_bytes()
    claim = FileClaim(path, "", "")
    with pytest.raises(InputError, match="Iemand is met dit bestand bezig"):
        add_to_session(folder, PLAN, with_group(PLAN, "groep-4", "warmtepool-heuvelrand"), Papers(content, paper="a4"))
    claim.release()
    assert path.read_bytes() == saved


@pytest.mark.parametrize("data", [b"poolwijzer: 2\nini", b"\xff\xfe", b"nonsense\n...\n", b""])
def test_what_cannot_be_read_counts_as_work(content: Content, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "groep-1.yaml"
    path.write_bytes(data)
    assert holds_work(path, content)


def test_only_what_somebody_filled_in_counts_as_work(content: Content, tmp_path: Path) -> None:
    folder = make_room(tmp_path, content)
    assert not holds_work(group_path(folder, "groep-4"), content)
    assert all(holds_work(group_path(folder, name), content) for name in files(content))
    path = group_path(folder, "groep-4")
    path.write_bytes(dump_group(first_assessment(PLAN, "groep-4")))
    assert not holds_work(path, content)
    assert read_session(folder, content).groups[3].reading == "whole"
