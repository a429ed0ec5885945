"""A double click: the start menu in a window of its own, which stays until its last words were read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from poolwijzer.cli import own_window
from poolwijzer.cli.frozen_start import OWN_WINDOW
from poolwijzer.cli.settings.chosen import OFF

START = "from poolwijzer.cli.frozen_start import run; run()"
MADE = "Wat u maakt, komt in de map"
WAITS = "Druk op Enter om dit venster te sluiten."


@pytest.fixture(autouse=True)
def where_we_were(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    yield
    own_window._chosen.clear()


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "thuis bij Zoë"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def chosen() -> Path:
    own_window.choose_folder()
    folder = own_window.chosen_folder()
    assert folder is not None and Path.cwd() == folder.resolve()
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked where documents are, whatever the home")
def test_what_people_make_comes_in_a_folder_among_their_documents(home: Path) -> None:
    (home / "Documents").mkdir()
    assert chosen() == home / "Documents" / "Poolwijzer"
    assert chosen() == home / "Documents" / "Poolwijzer"  # and again in the same one


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file says where documents are")
def test_a_folder_of_documents_by_another_name_is_found(home: Path) -> None:
    (home / "Documenten").mkdir()
    (home / ".config").mkdir()
    said = '# van het systeem\nXDG_DESKTOP_DIR="$HOME/Bureaublad"\nXDG_DOCUMENTS_DIR="$HOME/Documenten"\n'
    (home / ".config" / "user-dirs.dirs").write_text(said, encoding="utf-8")
    assert chosen() == home / "Documenten" / "Poolwijzer"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always knows where documents are")
def test_without_documents_it_comes_at_home(home: Path) -> None:
    assert chosen() == home / "Poolwijzer"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always knows where documents are")
@pytest.mark.parametrize("hindered", ["geen map", "geen thuis"])
def test_where_nothing_can_be_kept_at_home_it_comes_where_it_was_started(
    hindered: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hindered == "geen map":
        (home / "Poolwijzer").write_text("een bestand met die naam", encoding="utf-8")
    else:
        monkeypatch.setenv("HOME", str(tmp_path / "bestaat niet"))
    assert chosen() == tmp_path / "Poolwijzer"


def in_window(home: Path, *arguments: str, **variables: str) -> Any:
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color", **variables}
    return pexpect.spawn(
        sys.executable, ["-c", START, *arguments], env=environment, encoding="utf-8", timeout=30, dimensions=(30, 200)
    )


@pytest.mark.slow
def test_the_menu_says_where_and_the_window_waits_to_be_read(home: Path) -> None:
    window = in_window(home, OWN_WINDOW)
    window.expect_exact(MADE)
    window.expect_exact("Stoppen")
    window.send("\x1b")
    window.expect_exact(WAITS)
    assert window.isalive()
    window.send("\r")
    window.expect(pexpect.EOF)
    window.close()
    assert (window.exitstatus, (home / "Poolwijzer").is_dir()) == (0, True)


@pytest.mark.slow
@pytest.mark.parametrize("by", ["Ctrl-C", "wrong settings"])
def test_the_window_waits_whatever_ends_the_program(by: str, home: Path) -> None:
    if by == "wrong settings":
        (home / "Poolwijzer").mkdir()
        (home / "Poolwijzer" / "poolwijzer.toml").write_text("menu = 1\n", encoding="utf-8")
        window = in_window(home, OWN_WINDOW, **{OFF: ""})
        window.expect_exact(f"U werkt in de map {home / 'Poolwijzer'}.")
        window.expect_exact("poolwijzer.toml:1:1: Onbekend woord 'menu'. Bedoelde u menus?")
    else:
        window = in_window(home, OWN_WINDOW, TERM="dumb")
        window.expect_exact("> ")
        window.sendintr()
    window.expect_exact(WAITS)
    window.send("\r")
    window.expect(pexpect.EOF)
    window.close()
    assert window.exitstatus in (2, 130)


@pytest.mark.slow
def test_a_window_that_is_closed_is_not_waited_for(home: Path) -> None:
    window = in_window(home, OWN_WINDOW)
    window.expect_exact("Stoppen")
    window.close(force=False)  # hangs up
    assert not window.isalive()


@pytest.mark.slow
def test_who_works_in_a_window_already_stays_in_their_folder_and_is_not_kept_waiting(home: Path) -> None:
    window = in_window(home)
    window.expect_exact("Stoppen")
    window.send("\x1b")
    window.expect(pexpect.EOF)
    assert WAITS not in window.before and MADE not in window.before
    assert list(home.iterdir()) == []
