"""What the scripts of four shells ask, and what they are answered. PowerShell is tried no further than this."""

import re
from pathlib import Path

import pytest

from poolwijzer.cli.completion.answer import LINE, VARIABLE, WORD
from poolwijzer.cli.completion.command import ShellChoice
from poolwijzer.cli.completion.scripts import make_script
from poolwijzer.cli.settings.chosen import OFF
from tests.cli.completion.asking import ask
from tests.cli.test_schema import Run


@pytest.mark.parametrize("shell", list(ShellChoice))
def test_a_script_says_in_dutch_how_to_install_it_and_asks_by_the_protocol(shell: ShellChoice, run: Run) -> None:
    result = run("completion", shell.value)
    assert result.exit_code == 0 and result.stderr == ""
    assert result.stdout == make_script(shell)
    head = [line for line in result.stdout.splitlines() if line.startswith("# ")]
    assert head[0].startswith("# Aanvullen met de Tab-toets voor poolwijzer")
    assert any(f"poolwijzer completion {shell.value}" in line for line in head)
    assert VARIABLE in result.stdout and LINE in result.stdout
    assert re.search("@[A-Z]+@", result.stdout) is None


def test_another_shell_is_refused_with_those_there_are(run: Run) -> None:
    result = run("completion", "cmd")
    assert result.exit_code == 2


def test_powershell_registers_a_native_completer_that_sets_and_clears_the_variables() -> None:
    script = make_script(ShellChoice.powershell)
    assert "Register-ArgumentCompleter -Native -CommandName poolwijzer" in script
    assert f"$env:{VARIABLE} = 'powershell'" in script and '-join "`n"' in script
    assert f"Remove-Item Env:{VARIABLE}, Env:{LINE}" in script
    assert "[System.Management.Automation.CompletionResult]::new($typed, $value, 'ParameterValue', $meaning)" in script
    assert script.count("{") == script.count("}") and script.count("(") == script.count(")")


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_an_answer_is_a_line_of_a_value_a_tab_and_what_it_means(shell: str, tmp_path: Path) -> None:
    assert ask(shell, "poolwijzer\nadv", tmp_path) == ("advise\tPlaats een initiatief en geef advies.\n", "", 0)
    (tmp_path / "plan één.yaml").touch()
    (tmp_path / "map met spatie").mkdir()
    end = "\n" if shell == "fish" else ""  # fish ends every word with a line
    assert ask(shell, f"poolwijzer\nadvise\n{end}", tmp_path) == ("plan één.yaml\t\nmap met spatie/\t\n", "", 0)


def test_bash_gets_what_it_puts_in_the_place_of_its_word(tmp_path: Path) -> None:
    (tmp_path / "a:b c.yaml").touch()
    assert ask("bash", "poolwijzer advise a:", tmp_path, **{WORD: ""}) == ("b\\ c.yaml\n", "", 0)
    assert ask("bash", 'poolwijzer advise "a', tmp_path, **{WORD: "a"}) == ("a:b c.yaml\n", "", 0)
    assert ask("bash", "poolwijzer advise --depth=k", tmp_path, **{WORD: "k"}) == ("kort\n", "", 0)


@pytest.mark.parametrize(
    "line", ["poolwijzer\nnonsens\n", "poolwijzer\nmenu\nshow\n--menus\nbestaat-niet\n", "", "\n\n"]
)
def test_nothing_is_ever_said_of_what_is_wrong(line: str, tmp_path: Path) -> None:
    (tmp_path / "poolwijzer.toml").write_text("dit is = = geen toml")
    said, told, status = ask("zsh", line, tmp_path, **{OFF: ""})
    assert (told, status) == ("", 0)
    assert re.fullmatch(r"(?:[^\t\n]+\t[^\n]*\n)*", said)


def test_an_unknown_shell_that_asks_is_answered_as_most(tmp_path: Path) -> None:
    assert ask("nushell", "poolwijzer\nadv", tmp_path) == ask("zsh", "poolwijzer\nadv", tmp_path)
