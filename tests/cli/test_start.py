"""What a start reads: only what it needs, since every command pays for what it imports."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from poolwijzer.cli.app import COMMANDS, app

ENDS = "\nprint('\\n', *sorted(sys.modules), file=sys.stderr)"


def modules_after(*arguments: str) -> set[str]:
    """Every module that the program has imported when it is done."""
    program = "import sys; from poolwijzer.cli.main import run\nsys.argv[0] = 'poolwijzer'\n"
    program += f"try: run()\nexcept SystemExit as left: assert not left.code, left.code\nfinally: {ENDS.strip()}"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def of_us(modules: set[str], room: str) -> list[str]:
    return sorted(name for name in modules if f"{name}.".startswith(f"poolwijzer.{room}."))


def test_one_command_reads_no_other(examples: Path) -> None:
    commands = of_us(modules_after("cases", "--help"), "cli")
    assert "poolwijzer.cli.cases" in commands
    assert not {"poolwijzer.cli.advise", "poolwijzer.cli.batch", "poolwijzer.cli.assess"} & set(commands)


def test_the_help_of_the_program_reads_no_menus_and_nothing_to_draw_or_ask_with() -> None:
    modules = modules_after("--help")
    assert not {"pydantic", "yaml", "rich", "prompt_toolkit", "questionary"} & modules
    assert not of_us(modules, "content") and not of_us(modules, "engine") and not of_us(modules, "report")


def test_json_reads_nothing_that_a_screen_or_a_document_needs(examples: Path) -> None:
    modules = modules_after("advise", str(examples / "flexteam-drenthe.yaml"), "--json", "--date", "2026-11-01")
    assert not {"rich", "prompt_toolkit", "questionary", "jinja2", "docx", "lxml", "typst", "joblib"} & modules
    assert not {"poolwijzer.report.model", "poolwijzer.report.build", "poolwijzer.formats.screen"} & modules
    for room in ("drawing", "batch", "interview.screens", "schema", "tables", "workshop", "compare"):
        assert of_us(modules, room) == [], room


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_where_it_is_said_to(name: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    command = group.commands[name]
    assert command.name == name
    if isinstance(command, TyperGroup):
        assert [inner.name for inner in command.commands.values()] == list(command.commands)
