"""Bash, zsh and fish for real, in a terminal: what is typed, the Tab key, and the words that a program then gets."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from poolwijzer.cli.completion.command import ShellChoice
from poolwijzer.cli.completion.scripts import make_script
from tests.programs import require
from tests.roots import ROOT

START = {
    "bash": (["--norc", "--noprofile", "-i"], "PS1='klaar> '; source {script}\r"),
    "zsh": (["-f", "-i"], "PS1='klaar> '; autoload -Uz compinit && compinit -u -D; source {script}\r"),
    "fish": (["--no-config", "-i"], "function fish_prompt; echo -n 'klaar> '; end; source {script}\r"),
}
PLACES = {"zsh": ".zfunc/_poolwijzer", "fish": ".config/fish/completions/poolwijzer.fish"}
"""Where the head of a script says to put it; bash looks there with a package of its own."""
INSTALLED = {
    "zsh": (["-f", "-i"], "PS1='klaar> '; fpath+=(~/.zfunc); autoload -Uz compinit && compinit -u -D\r"),
    "fish": (["-i"], "\r"),
}
# Shows the words it was given, where no shell asks it for others.
PROGRAM = """\
#!{python}
import os, sys
if os.environ.get("_POOLWIJZER_COMPLETE"):
    from poolwijzer.cli.main import run
    run()
else:
    print("<<" + "|".join(sys.argv[1:]) + ">>")
"""


class Shell:
    """A shell in a terminal, with the script sourced, or installed where the shell looks for it."""

    def __init__(self, name: str, folder: Path, *, installed: bool = False) -> None:
        options, begin = (INSTALLED if installed else START)[name]
        (folder / "bin").mkdir()
        program, script = folder / "bin" / "poolwijzer", folder / f"script.{name}"
        program.write_text(PROGRAM.format(python=sys.executable))
        program.chmod(0o755)
        if installed:
            script = folder / PLACES[name]
            script.parent.mkdir(parents=True)
        script.write_text(make_script(ShellChoice(name)), encoding="utf-8")
        (folder / "werk").mkdir()
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("POOLWIJZER")},
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
            "HOME": str(folder),
            "TERM": "xterm",
            "LC_ALL": "C.UTF-8",
        }
        self.child: Any = pexpect.spawn(
            name, options, cwd=str(folder / "werk"), env=environment, encoding="utf-8", timeout=30, dimensions=(50, 200)
        )
        self.child.send(begin.format(script=script))
        self.words("poolwijzer begonnen\r")

    def words(self, typed: str) -> list[str]:
        """Types this, and gives the words that the program got."""
        self.child.send(typed)
        self.child.expect(r"<<([^\r\n]*)>>")
        found: list[str] = self.child.match[1].split("|")
        return found

    def completed(self, typed: str) -> list[str]:
        """Types this and Tab, and gives the words once the line is sent."""
        return self.words(f"{typed}\t\r")


@pytest.fixture(params=list(START))
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    require(request.param)
    found = Shell(request.param, tmp_path)
    yield found
    found.child.close(force=True)


@pytest.mark.slow
def test_tab_completes_commands_ids_and_files_with_odd_names(shell: Shell, tmp_path: Path) -> None:
    work = tmp_path / "werk"
    for name in ("plan één.yaml", "x:y.yaml", "it's.yaml", "$(touch gevaar).yaml", "één twee.yaml", "geen.txt"):
        (work / name).touch()
    (work / "map met spatie").mkdir()
    (work / "map met spatie" / "b.yaml").touch()
    assert shell.completed("~/bin/poolwijzer ADV") == ["advise"]
    (tmp_path / "een map").symlink_to(tmp_path / "bin")
    assert shell.completed("../een\\ map/poolwijzer adv") == ["advise"]
    assert shell.completed("poolwijzer menu show Strip") == ["menu", "show", "strippenkaart"]
    assert shell.completed("poolwijzer advise --depth=b") == ["advise", "--depth=bestuur"]
    assert shell.completed("poolwijzer advise plan") == ["advise", "plan één.yaml"]
    assert shell.completed("poolwijzer advise x:") == ["advise", "x:y.yaml"]
    assert shell.completed("poolwijzer advise it") == ["advise", "it's.yaml"]
    assert shell.completed("poolwijzer advise éé") == ["advise", "één twee.yaml"]
    assert shell.completed("poolwijzer advise map\t") == ["advise", "map met spatie/b.yaml"]
    assert not (work / "gevaar").exists()


@pytest.mark.slow
def test_tab_shows_what_there_is_in_dutch(shell: Shell) -> None:
    shell.child.send("poolwijzer menu \t\t")
    shell.child.expect("list")
    shell.child.expect("diff")
    if shell.child.command and not str(shell.child.command).endswith("bash"):
        shell.child.expect("Toon wat een eigen map verandert")
    assert re.search("Traceback|Error", str(shell.child.before)) is None


@pytest.mark.slow
@pytest.mark.parametrize("name", list(PLACES))
def test_a_script_works_from_where_its_head_says_to_put_it(name: str, tmp_path: Path) -> None:
    require(name)
    shell = Shell(name, tmp_path, installed=True)
    try:
        assert "/".join(PLACES[name].split("/")[:-1]) in make_script(ShellChoice(name))
        assert shell.completed("poolwijzer adv") == ["advise"]
        assert shell.completed("poolwijzer menu show strip") == ["menu", "show", "strippenkaart"]
    finally:
        shell.child.close(force=True)
