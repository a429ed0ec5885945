import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

from poolwijzer import __version__
from poolwijzer.cli.app import COMMANDS, app
from poolwijzer.content.content import Content
from tests.roots import ROOT

Run = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[bytes]"]


def test_the_program_alone_shows_its_help(start: Start) -> None:
    process = start()
    out, error = process.communicate()
    assert process.returncode == 0 and error == b""
    assert b"advise" in out and b"schema" in out and b"Usage" not in out


def test_the_version_names_the_program_and_the_menus_with_their_hash(run: Run, content: Content) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"poolwijzer {__version__}", f"menu's {content.version} ({content.hash})"]
    assert re.fullmatch("[0-9a-f]{64}", content.hash)


def test_the_version_is_that_of_the_menus_in_the_environment(
    run: Run, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "typologie.yaml").write_text('version: "9.9"\n', encoding="utf-8")
    monkeypatch.setenv("POOLWIJZER_MENUS", str(tmp_path))
    shown = run("--version").stdout
    assert "9.9" in shown and content.hash not in shown


def test_menus_that_cannot_be_used_are_told_instead_of_a_version(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POOLWIJZER_MENUS", str(tmp_path / "weg"))
    result = run("--version")
    assert result.exit_code == 2 and result.stdout == "" and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("--help",), ("advise", "--help"), ("--version",), ("schema", "advice")])
def test_a_reader_that_leaves_early_makes_no_noise(arguments: tuple[str, ...], start: Start) -> None:
    process = start(*arguments)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_every_command_is_entered() -> None:
    """A module says which command it is in its first words."""
    told = {
        match[1]: path.name
        for path in sorted((ROOT / "src" / "poolwijzer" / "cli").glob("*.py"))
        if (match := re.match(r'"""`poolwijzer (\w+)`', path.read_text(encoding="utf-8")))
    }
    missing = {name: file for name, file in told.items() if name not in COMMANDS}
    assert not missing, f"enter in COMMANDS of cli/app.py: {missing}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown_in_the_readme_or_in_docs(command: str) -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    shown = any(f"poolwijzer {command}" in page.read_text(encoding="utf-8") for page in pages)
    assert shown, f"docs/commands.md does not show `poolwijzer {command}`"


AT_THE_IMPORT = """
import os, signal, sys
from importlib.abc import MetaPathFinder
signal.signal(signal.SIGINT, signal.default_int_handler)

class Interrupted:
    def __repr__(self):
        os.kill(os.getpid(), signal.SIGINT)

moment, doing = sys.argv.pop(1), sys.argv.pop(1)

class CtrlC(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == moment:
            if doing == "bouwend":  # while pydantic builds a model
                from pydantic_core import SchemaValidator, core_schema
                SchemaValidator(core_schema.literal_schema([Interrupted()]))
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, CtrlC())
from poolwijzer.cli.main import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
@pytest.mark.parametrize(
    "moment", ["poolwijzer.cli.app", "poolwijzer.cli.advise", "poolwijzer.content.read", "poolwijzer.engine.judgement"]
)
@pytest.mark.parametrize("doing", ["lezend", "bouwend"])
def test_ctrl_c_while_it_starts_is_heard_without_a_traceback(moment: str, doing: str, examples: Path) -> None:
    command = [sys.executable, "-c", AT_THE_IMPORT, moment, doing, "advise", str(examples / "flexteam-drenthe.yaml")]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "Gestopt.\n")


def test_the_list_of_commands_says_what_their_own_help_says() -> None:
    program: Any = typer.main.get_command(app)
    groups = [program, *(one for one in program.commands.values() if hasattr(one, "homes"))]
    assert len(groups) == 5
    for group in groups:
        own = {name: command.help for name, command in group.commands.items()}
        assert {name: group.told(name) for name in group.homes} == own


def test_h_is_help_everywhere(run: Run) -> None:
    for command in ([], ["advise"], ["menu"], ["menu", "show"], ["workshop", "init"]):
        short, whole = run(*command, "-h"), run(*command, "--help")
        assert short.exit_code == 0 and short.stdout == whole.stdout
        assert "-h, --help" in whole.stdout
