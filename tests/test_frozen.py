"""What the frozen program does otherwise, as far as Python can play that it is one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from poolwijzer.cli import frozen_start
from poolwijzer.frozen import INSIDE, how_to_install, is_frozen, outside_environment, own_command
from poolwijzer.problems import InputError
from poolwijzer.tables import registry
from poolwijzer.viewer import open_with_system
from tests.formats.logo.pictures import png

DRAWS = "poolwijzer.formats.logo.compiler:draw_input"
START = [sys.executable, "-c", "from poolwijzer.cli.frozen_start import run; run()"]


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert is_frozen()


def test_python_and_the_frozen_program_do_the_same_work_in_a_process_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    by_python = subprocess.run([*own_command(DRAWS), "png"], input=png(), capture_output=True, check=True).stdout
    assert by_python.startswith(b"\x89PNG")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = own_command(DRAWS)
    assert (program, arguments) == (sys.executable, [INSIDE, DRAWS])
    inside = subprocess.run([*START, *arguments, "png"], input=png(), capture_output=True, check=True).stdout
    assert inside == by_python


def test_the_status_of_that_work_is_that_of_the_process() -> None:
    done = subprocess.run([*own_command(DRAWS), "png"], input=b"geen plaatje", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.parametrize("given", [[INSIDE], [INSIDE, "geen"], ["--bestaat-niet"]])
def test_who_types_what_only_the_program_itself_says_is_told_so_in_dutch(given: list[str]) -> None:
    done = subprocess.run([*START, *given], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and given[0] in done.stderr, done.stderr


def test_without_a_terminal_the_frozen_program_tells_its_help_as_any_other() -> None:
    done = subprocess.run(START, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL)
    assert "Opdrachten:" in done.stdout and "Druk op Enter" not in done.stdout
    assert frozen_start.OWN_WINDOW not in done.stdout


def test_nobody_is_told_to_use_pip_where_there_is_no_python(frozen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "find_spec", lambda name: None)
    with pytest.raises(InputError) as refused:
        registry.check_libraries([".parquet"])
    assert "pip" not in str(refused.value) and "in Python is geïnstalleerd" in str(refused.value)


def test_nobody_is_told_to_use_pip_in_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert "pip" not in how_to_install("slides") and "niet in de browser" in how_to_install("slides")


def test_where_there_is_python_it_is_told_how_to_install() -> None:
    assert how_to_install("slides") == 'Installeer het zo: pip install "poolwijzer[slides]".'


@pytest.mark.skipif(sys.platform != "linux", reason="only there a variable says where libraries are")
@pytest.mark.parametrize(("before", "after"), [("", None), ("/opt/van-de-gebruiker", "/opt/van-de-gebruiker")])
def test_what_shows_a_file_finds_its_own_libraries(
    before: str, after: str | None, frozen: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/in/het/programma")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    assert outside_environment().get("LD_LIBRARY_PATH") == after
    seen = tmp_path / "gezien"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "${{LD_LIBRARY_PATH-geen}}" > "{seen}"\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    open_with_system(tmp_path / "verslag.pdf")
    assert seen.read_text(encoding="utf-8").strip() == (after or "geen")
