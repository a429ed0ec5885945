"""`poolwijzer workshop enter` as a user runs it: with options, at a terminal, and killed."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.interview.autosave import AutoSave
from poolwijzer.workshop.folder import END, group_path, read_session
from tests.interview.terminal import Terminal
from tests.workshop.a_room import make_room


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["workshop", "enter", *map(str, arguments)])


@pytest.fixture
def room(tmp_path: Path, content: Content) -> Path:
    return make_room(tmp_path / "zaal", content)


def test_paper_is_taken_over_in_one_command_and_the_session_reads_it(room: Path, content: Content) -> None:
    given = ["--estimate", "c4", "--dots", "b4 c3", "--answers", "4 4 ? 3 2 5 - 1 2 3", "--choice", "f1 ~f6"]
    given += [
        "--reason",
        "f: Er is geld",
        "--agreement",
        "Bellen; Jan; morgen",
        "--need",
        "1",
        "--hands",
        "1: 0 0 1 5 0",
    ]
    given += ["--key-question", "Eerst praten.", "--highlight", "course: goed", "--context", "verband: 1 de provincie"]
    result = run(room, "groep-4", *given)
    assert (result.exit_code, result.stderr) == (0, "")
    group = read_session(room, content).groups[3]
    assert group.reading == "whole"
    said = group.assessment
    assert said is not None
    assert (said.initiative.id, said.initiative.name) == ("kennisring-zuid", "Kennisring Zuid")
    assert (len(said.answers), len(said.estimate.dots), said.agreements[0].who) == (9, 2, "Jan")
    assert "- Antwoorden: 9 van de 10 (4 4 ? 3 2 5 - 1 2 3)" in result.stdout
    assert not any(place.title in result.stdout for place in content.typology.quadrants.values())


@pytest.mark.parametrize("named", ["groep-1", "1", "Groep 1", "GROEP 1"])
def test_a_group_goes_by_its_id_its_number_and_its_name(room: Path, content: Content, named: str) -> None:
    before = read_session(room, content).groups[0].assessment
    assert run(room, named, "--need", "taart").exit_code == 0
    after = read_session(room, content).groups[0].assessment
    assert before is not None
    assert after is not None
    assert after.needs == (*before.needs, "taart")
    assert after.model_copy(update={"needs": (), "menus": None}) == before.model_copy(
        update={"needs": (), "menus": None}
    )


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(room: Path) -> None:
    result = run(room, "groep-4", "--estimate", "z9", "--answers", "4", "--choice", "xx", "--need", "taart")
    assert result.exit_code == 2
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["--estimate", "--answers", "--choice"]
    assert not group_path(room, "groep-4").exists()


def test_what_the_file_says_is_only_replaced_when_that_is_asked_for(room: Path, content: Content) -> None:
    path = group_path(room, "groep-1")
    before = path.read_bytes()
    result = run(room, "groep-1", "--estimate", "a1", "--key-question", "Nee.")
    assert result.exit_code == 2
    assert "--estimate: Hier stond al iets anders: de eigen inschatting. Gebruik --force" in result.stderr
    assert "sleutelvraag" in result.stderr
    assert path.read_bytes() == before
    assert run(room, "groep-1", "--estimate", "a1", "--key-question", "Nee.", "--force").exit_code == 0
    assert read_assessment(path, content).assessment.key_question.answer == "Nee."
    assert path.read_bytes().endswith(END)


def test_a_file_without_its_mark_gets_it(room: Path, content: Content) -> None:
    path = group_path(room, "groep-1")
    path.write_bytes(path.read_bytes().removesuffix(END))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert run(room, "groep-1", "--need", "taart").exit_code == 0
    assert path.read_bytes().endswith(END)


def test_what_cannot_be_typed_over_now_is_refused(room: Path, content: Content) -> None:
    saves = AutoSave(group_path(room, "groep-1"), room)
    try:
        result = run(room, "groep-1", "--need", "taart")
    finally:
        saves.release()
    assert result.exit_code == 2
    assert "al een gesprek bezig" in result.stderr
    group_path(room, "groep-2").write_bytes(b"poolwijzer: [\n...\n")
    assert run(room, "groep-2", "--need", "taart").exit_code == 2
    assert group_path(room, "groep-2").read_bytes() == b"poolwijzer: [\n...\n"
    assert "Bedoelde u" in run(room, "groep-11", "--need", "taart").stderr
    assert "Er is geen opdrachtvenster" in run(room, "groep-1").stderr
    assert run(room / "niets", "groep-1", "--need", "x").exit_code == 2


@pytest.mark.slow
def test_at_a_terminal_every_line_is_on_disk_before_the_next_and_a_kill_loses_none(
    room: Path, content: Content
) -> None:
    path = group_path(room, "groep-4")
    with Terminal("workshop", "enter", str(room), "groep-4", cwd=room) as terminal:
        terminal.answer("2", "1 de provincie Limburg", "", "z9", "c4", "b4 c3", "44?325-123", "", "f1 f3 anders: Fonds")
        assert read_assessment(path, content).assessment.choices["financiering"].other == ("Fonds",)
        terminal.answer("<", "f2")
        text = terminal.settled()
        assert "Begrepen: Vanuit provincie" in text
        assert not any(place.title in text for place in content.typology.quadrants.values())
        os.kill(terminal.child.pid, signal.SIGKILL)
    said = read_assessment(path, content).assessment
    assert path.read_bytes().endswith(END)
    assert said.choices["financiering"].options == ("rijk-via-regio",)
    assert (len(said.answers), len(said.estimate.dots)) == (9, 2)
    with Terminal("workshop", "enter", str(room), "4", cwd=room) as terminal:
        # What the first one asked of the situation and was answered is not asked again; the theme was left open.
        terminal.answer("isolatie", "a1", "n")
        assert "Er is niets veranderd" in terminal.settled()
        terminal.answer("a1", "j")
        assert read_assessment(path, content).assessment.estimate.places != said.estimate.places
        terminal.press("/q", "Enter")
        assert terminal.ended() == 0
