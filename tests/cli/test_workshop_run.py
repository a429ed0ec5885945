"""`poolwijzer workshop run` where nobody can press a key, and what the start menu offers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from poolwijzer.content.content import Content
from poolwijzer.interview.start import find_initiatives
from poolwijzer.workshop.lead.course import Course
from poolwijzer.workshop.lead.kept import keep_course
from tests.conftest import ON
from tests.workshop.a_room import make_room

Run = Callable[..., Result]


@pytest.fixture
def room(tmp_path: Path, content: Content) -> Path:
    return make_room(tmp_path / "sessie", content)


def test_without_a_terminal_it_tells_once_where_the_session_is(run: Run, room: Path) -> None:
    for extra in ((), ("--once",), ("--once", "--plain")):
        result = run("workshop", "run", room, *extra)
        assert result.exit_code == 0
        assert (
            result.stdout.splitlines()[1]
            == "Deel 1 van 4: Inleiding. Dit duurt 15 minuten. De sessie is nog niet begonnen."
        )
        assert "3 Groep 3, Warmtepool Heuvelrand: bij de stellingen: 2 van de 10 (bewaard " in result.stdout
    assert {path.name for path in room.iterdir()} == {"workshop.yaml", "groep-1.yaml", "groep-2.yaml", "groep-3.yaml"}


def test_it_tells_of_a_session_that_is_led_without_leading_it(run: Run, room: Path) -> None:
    keep_course(room, Course("plenary", None, {"plenary": 300.0}, begun=True), ON)
    result = run("workshop", "run", room, "--once")
    assert "Deel 4 van 4: Plenaire afsluiting. Nog 15 minuten. De klok staat stil." in result.stdout
    assert "nog niet begonnen." in run("workshop", "run", room, "--once", "--date", "2026-11-02").stdout


def test_a_file_that_needs_attention_is_told_and_so_says_the_exit_status(run: Run, room: Path) -> None:
    (room / "groep-2.yaml").write_text("poolwijzer: 2\n", encoding="utf-8")
    (room / "groep-1-LAPTOP.yaml").write_bytes((room / "groep-3.yaml").read_bytes())
    result = run("workshop", "run", room)
    assert result.exit_code == 1
    assert "2 Groep 2, Flexteam Drenthe: bestand wordt gekopieerd" in result.stdout
    assert "Let op: groep-2.yaml: Dit bestand is nog niet heel." in result.stdout
    assert "Let op: Naast groep-1.yaml ligt een andere versie: groep-1-LAPTOP.yaml." in result.stdout


def test_json_is_as_its_schema_says(run: Run, room: Path) -> None:
    document = json.loads(run("workshop", "run", room, "--json").stdout)
    schema = json.loads(run("schema", "workshop-status").stdout)
    Draft202012Validator(schema).validate(document)
    assert document["kind"] == "workshop-status"
    assert document["seconds_left"] == 15 * 60
    assert [group["stage"] for group in document["groups"]] == ["done", "done", "statements", "on-paper"]
    with pytest.raises(Exception, match="is not of type"):
        Draft202012Validator(schema).validate({**document, "groups": 3})


def test_an_option_of_which_nothing_comes_is_told(run: Run, room: Path) -> None:
    assert "--again: Deze optie heeft nu geen effect." in run("workshop", "run", room, "--again").stderr
    assert "--plain: Deze optie" in run("workshop", "run", room, "--json", "--plain").stderr
    assert run("workshop", "run", room, "--once", "--plain").stderr == ""


def test_a_folder_without_a_session_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    result = run("workshop", "run", tmp_path)
    assert result.exit_code == 2
    assert "Dit is geen map van een werksessie" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_start_menu_takes_a_plan_for_no_initiative(room: Path) -> None:
    assert {path.name for path in find_initiatives(room)} == {"groep-1.yaml", "groep-2.yaml", "groep-3.yaml"}
