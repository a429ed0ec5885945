"""The smoke test of the frozen program can fail: on one that does nothing, or writes where it stands."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editions.frozen import smoke, terminal
from tests.roots import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a script is no program")


@pytest.fixture
def built(tmp_path: Path) -> Callable[[str], Path]:
    """Makes the folder of a program that is a shell script."""

    def made(script: str) -> Path:
        folder = tmp_path / "gebouwd"
        shutil.copytree(ROOT / "examples", folder / "_internal" / "poolwijzer" / "examples")
        (folder / "poolwijzer").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / "poolwijzer").chmod(0o755)
        return folder

    return made


@pytest.mark.parametrize("attempt", smoke.TRIES, ids=lambda attempt: attempt.__name__)
@pytest.mark.parametrize("script", ["exit 0", "echo mis >&2; exit 1"])
def test_a_program_that_does_nothing_fails_every_try(
    script: str, attempt: Callable[[smoke.Place], None], built: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "PATIENCE", 3.0)
    monkeypatch.setattr(smoke, "MANY", 3)
    with smoke.laid_out(built(script)) as place, pytest.raises((AssertionError, OSError)):
        attempt(place)


def test_a_program_that_writes_in_its_own_folder_is_found_out(built: Callable[[str], Path]) -> None:
    with pytest.raises(AssertionError, match="wrote in its own folder"), smoke.laid_out(built("exit 0")) as place:
        folder = place.program.parent
        folder.chmod(0o755)
        (folder / "erbij").touch()


def test_the_program_is_tried_with_no_python_in_reach_and_no_home(built: Callable[[str], Path]) -> None:
    with smoke.laid_out(built('echo "$PATH|${HOME-geen}|$(command -v python3 || echo geen)"')) as place:
        assert place.run().stdout == b"/nonexistent|geen|geen\n"
        assert " " in str(place.program) and not str(place.program).isascii()
