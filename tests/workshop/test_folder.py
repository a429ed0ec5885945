"""Reading the folder of a session: what is taken as truth, and what is told."""

import os
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.plan_file import plan_path
from poolwijzer.workshop.session import Session
from poolwijzer.yamlfile import MAX_BYTES
from tests.workshop.a_clock import LATER, TestClock
from tests.workshop.a_room import files, make_room


def as_read(assessment: Assessment, content: Content) -> Assessment:
    """What a file of it says, in which counts are points too."""
    return parse_assessment(dump_assessment(assessment), "x", content).assessment


def said(session: Session) -> str:
    return "\n".join(map(str, session.attention()))


def test_in_a_folder_where_all_is_well_only_a_missing_file_is_told(tmp_path: Path, content: Content) -> None:
    told = said(read_session(make_room(tmp_path, content), content))
    assert told.count("\n") == 0
    assert "Van Groep 4 is er nog geen bestand." in told
    assert f"poolwijzer workshop enter {tmp_path} groep-4" in told


def test_a_file_without_its_mark_is_taken_once_it_is_at_rest(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    path.write_bytes(path.read_bytes().removesuffix(END))
    first = read_session(tmp_path, content)
    assert (first.groups[0].reading, first.groups[0].assessment) == ("half", None)
    assert "nog niet heel" in said(first)
    later = read_session(tmp_path, content, first, clock=TestClock(LATER))
    assert later.groups[0].assessment == as_read(files(content)["groep-1"], content)
    assert "staan de drie punten (...) niet" in said(later)


def test_a_file_that_lost_its_mark_is_not_taken_however_long_it_lies_there(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    session = read_session(tmp_path, content)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"answers:")])
    for seconds in (0, LATER, 2 * LATER):
        session = read_session(tmp_path, content, session, clock=TestClock(seconds))
        assert session.groups[0].reading == "half"
        assert session.groups[0].assessment == as_read(files(content)["groep-1"], content)


def test_a_part_that_ends_in_the_middle_of_a_line_is_never_taken(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    path.write_bytes(path.read_bytes().removesuffix(END).rstrip())
    assert read_session(tmp_path, content, patience=60, clock=TestClock(LATER)).groups[0].reading == "half"


def test_what_makes_something_of_a_session_waits_for_a_file_that_is_being_copied(
    tmp_path: Path, content: Content
) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    whole = path.read_bytes()
    path.write_bytes(whole[:200])
    clock = TestClock(meanwhile=lambda: path.write_bytes(whole))
    session = read_session(tmp_path, content, patience=3, clock=clock)
    assert session.groups[0].reading == "whole"
    assert clock.slept < 1


def test_it_waits_for_all_groups_together_and_no_longer(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    for name in files(content):
        group_path(tmp_path, name).write_bytes(b"poolwijzer: 2\ninitia")
    clock = TestClock()
    session = read_session(tmp_path, content, patience=3, clock=clock)
    assert clock.slept == pytest.approx(3)
    assert not session.known


@pytest.mark.parametrize("inside", ["nothing", "no folder", "a file", "an initiative", "a plan that is wrong"])
def test_what_is_no_session_is_refused_at_once(tmp_path: Path, content: Content, inside: str) -> None:
    folder = tmp_path / "map"
    if inside == "a file":
        folder.write_text("x", encoding="utf-8")
    elif inside != "no folder":
        folder.mkdir()
    if inside == "an initiative":
        (folder / "plan.yaml").write_bytes(dump_assessment(files(content)["groep-1"]))
    if inside == "a plan that is wrong":
        plan_path(folder).write_bytes(b"poolwijzer: 2\nkind: workshop\n...\n")
    clock = TestClock()
    with pytest.raises(InputError):
        read_session(folder, content, patience=3, clock=clock)
    assert clock.slept == 0


def test_a_plan_that_a_sync_tool_took_away_for_a_moment_is_waited_for(tmp_path: Path, content: Content) -> None:
    plan = plan_path(make_room(tmp_path, content))
    whole = plan.read_bytes()
    plan.unlink()
    session = read_session(tmp_path, content, patience=3, clock=TestClock(meanwhile=lambda: plan.write_bytes(whole)))
    assert len(session.groups) == 4


def test_without_patience_nobody_waits(tmp_path: Path, content: Content) -> None:
    group_path(make_room(tmp_path, content), "groep-1").write_bytes(b"")
    clock = TestClock()
    read_session(tmp_path, content, clock=clock)
    assert clock.slept == 0


def test_a_file_that_is_away_for_a_moment_is_waited_for(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    whole = path.read_bytes()
    path.unlink()
    session = read_session(tmp_path, content, patience=3, clock=TestClock(meanwhile=lambda: path.write_bytes(whole)))
    assert session.groups[0].reading == "whole"


def test_a_file_that_cannot_be_opened_now_keeps_what_it_said(
    tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    before = read_session(tmp_path, content)
    _close(path, PermissionError(13, "x"), monkeypatch)
    later = read_session(tmp_path, content, before)
    assert (later.groups[0].reading, later.groups[0].assessment) == ("half", before.groups[0].assessment)
    assert "nu niet te openen" in said(later)


def _close(held: Path, error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let one file refuse to be opened: taking its rights away does nothing for who may open everything."""
    real = os.open

    def refuse(path: object, *rest: int, **more: int) -> int:
        if str(path) == str(held):
            raise error
        return real(str(path), *rest, **more)

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.parametrize("error", [PermissionError(13, "x"), OSError(16, "busy"), OSError(5, "io")])
def test_a_disk_that_refuses_is_told_and_breaks_nothing(
    tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    _close(group_path(make_room(tmp_path, content), "groep-1"), error, monkeypatch)
    session = read_session(tmp_path, content)
    assert [group.reading for group in session.groups] == ["half", "whole", "whole", "missing"]
    assert "nu niet te openen" in said(session)


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_told(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    group_path(tmp_path, "groep-1").unlink()
    group_path(tmp_path, "groep-1").mkdir()
    if hasattr(os, "mkfifo"):
        group_path(tmp_path, "groep-2").unlink()
        os.mkfifo(group_path(tmp_path, "groep-2"))
    session = read_session(tmp_path, content)
    assert session.groups[0].reading == "unusable"
    assert session.groups[1].reading == ("unusable" if hasattr(os, "mkfifo") else "whole")
    assert "Dit is een map" in said(session)


def test_two_versions_behind_each_other_are_not_taken(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    longer, shorter = path.read_bytes(), group_path(tmp_path, "groep-3").read_bytes()
    path.write_bytes(shorter + longer[len(shorter) :])
    assert read_session(tmp_path, content).groups[0].reading == "half"


def test_a_file_that_a_disk_filled_with_zeros_is_told_as_such(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    path.write_bytes(path.read_bytes()[:300] + b"\0" * 500)
    session = read_session(tmp_path, content)
    assert session.groups[0].reading == "half"
    assert "een stuk zonder tekst" in said(session)


def test_a_mistake_in_a_whole_file_is_told_at_its_line(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    path.write_bytes(path.read_bytes().replace(b"answers:", b"antworden:"))
    session = read_session(tmp_path, content)
    assert session.groups[0].reading == "unusable"
    assert f"{path}:" in said(session)


def test_a_file_of_another_initiative_is_read_and_told(tmp_path: Path, content: Content) -> None:
    make_room(tmp_path, content)
    group_path(tmp_path, "groep-1").write_bytes(group_path(tmp_path, "groep-3").read_bytes())
    session = read_session(tmp_path, content)
    assert session.groups[0].reading == "whole"
    told = "Dit bestand gaat over 'Warmtepool Heuvelrand', en Groep 1 bespreekt 'Flexteam Drenthe'."
    assert told in said(session)


def test_a_file_that_says_less_than_before_is_told_until_it_says_as_much_again(
    tmp_path: Path, content: Content
) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    session, full = read_session(tmp_path, content), path.read_bytes()
    whole = files(content)["groep-1"]
    fewer = whole.model_copy(update={"answers": dict(list(whole.answers.items())[:3])})
    path.write_bytes(dump_assessment(fewer) + END)
    for _ in range(3):
        session = read_session(tmp_path, content, session)
        assert f"Hier stonden eerst {len(whole.answers)} antwoorden en nu 3." in said(session)
        assert session.groups[0].assessment == as_read(fewer, content)
    path.write_bytes(full)
    assert "Hier stonden" not in said(read_session(tmp_path, content, session))


def test_a_plan_that_is_away_for_a_moment_stops_nobody_who_knew_it(tmp_path: Path, content: Content) -> None:
    session = read_session(make_room(tmp_path, content), content)
    path = plan_path(tmp_path)
    whole = path.read_bytes()
    for part in (b"", whole[: whole.index(b"  groep-4")], whole[:150]):
        path.write_bytes(part)
        later = read_session(tmp_path, content, session)
        assert later.plan == session.plan
        assert str(path) in said(later)
    path.unlink()
    assert read_session(tmp_path, content, session).plan == session.plan
    with pytest.raises(InputError):
        read_session(tmp_path, content)


def test_a_plan_that_is_being_copied_is_waited_for(tmp_path: Path, content: Content) -> None:
    path = plan_path(make_room(tmp_path, content))
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"  groep-3")])
    session = read_session(tmp_path, content, patience=3, clock=TestClock(meanwhile=lambda: path.write_bytes(whole)))
    assert len(session.groups) == 4


def test_a_file_that_is_too_large_is_told_as_such(tmp_path: Path, content: Content) -> None:
    path = group_path(make_room(tmp_path, content), "groep-1")
    path.write_bytes(path.read_bytes().removesuffix(END) + b"# x\n" * (MAX_BYTES // 4) + END)
    session = read_session(tmp_path, content)
    assert session.groups[0].reading == "unusable"
    assert "groter dan 2 MB" in said(session)
