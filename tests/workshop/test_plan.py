"""The file of a session, and its folder."""

from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.problems import InputError
from poolwijzer.workshop.folder import END, group_path, read_session
from poolwijzer.workshop.plan_file import dump_plan, plan_path, read_plan, write_plan
from tests.workshop.a_room import PLAN, files, make_room


def test_a_plan_that_was_written_is_read_as_the_same(tmp_path: Path, content: Content) -> None:
    plan_path(tmp_path).write_bytes(dump_plan(PLAN))
    assert read_plan(tmp_path, content) == PLAN


def test_what_somebody_wrote_in_a_plan_by_hand_stays(tmp_path: Path, content: Content) -> None:
    path = plan_path(tmp_path)
    path.write_bytes(b"# van ons\n" + dump_plan(PLAN))
    longer = PLAN.model_copy(update={"place": "Emmen", "shared_texts": ("Een fonds",)})
    write_plan(tmp_path, PLAN, longer)
    assert path.read_text(encoding="utf-8").startswith("# van ons\n")
    assert read_plan(tmp_path, content) == longer


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("initiative: kennisring-zuid", "initiative: kennisring-zud", "Bedoelde u kennisring-zuid?"),
        ("phase: idee", "phase: ide", "Bedoelde u idee?"),
        ("kind: workshop", "kind: feest", "beschrijft geen werksessie"),
        ("acquaintance: 5", "acquaintance: vijf", "heel getal"),
    ],
)
def test_what_is_wrong_in_a_plan_is_told_at_its_line(
    tmp_path: Path, content: Content, before: str, after: str, said: str
) -> None:
    text = dump_plan(PLAN).decode()
    assert before in text
    plan_path(tmp_path).write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(InputError, match=r"workshop\.yaml:[0-9]+") as caught:
        read_plan(tmp_path, content)
    assert said in str(caught.value)


def test_a_folder_without_a_plan_says_how_to_begin(tmp_path: Path, content: Content) -> None:
    with pytest.raises(InputError, match="workshop init"):
        read_plan(tmp_path, content)


def test_every_group_is_read_with_what_it_saved(tmp_path: Path, content: Content) -> None:
    session = read_session(make_room(tmp_path, content), content)
    assert [group.reading for group in session.groups] == ["whole", "whole", "whole", "missing"]
    read = [said.needs for _, said in session.known]
    assert read == [one.needs for one in files(content).values()]


def test_a_file_without_its_end_is_not_taken_for_a_whole_one(tmp_path: Path, content: Content) -> None:
    session = read_session(make_room(tmp_path, content), content)
    path = group_path(tmp_path, "groep-1")
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:12]))
    later = read_session(tmp_path, content, session)
    assert later.groups[0].reading == "half"
    assert later.groups[0].assessment == session.groups[0].assessment
    assert not path.read_bytes().endswith(END)
