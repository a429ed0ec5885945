"""The pages for `man`: a page for every command, which `man` and `mandoc` read without a word."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from poolwijzer.cli.app import app
from poolwijzer.cli.man import make_pages, write_pages
from tests.cli.conftest import PROGRAM
from tests.programs import require

PAGES = make_pages()
SECTIONS = ["NAAM", "SAMENVATTING", "BESCHRIJVING"]


def commands(command: Any = None, path: str = "poolwijzer") -> Iterator[tuple[str, Any]]:
    command = command or typer.main.get_command(app)
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, f"{path}-{name}")


def shown(page: Path) -> str:
    """What a terminal shows of a page, on one line."""
    require("man")
    environment = {"PATH": "/usr/bin:/bin", "MANWIDTH": "200", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["man", "--warnings", "-l", page], env=environment, capture_output=True, check=True)
    assert done.stderr == b""
    return " ".join(done.stdout.decode().split())


def test_there_is_a_page_for_every_command() -> None:
    assert set(PAGES) == {f"{path}.1" for path, _ in commands()}


def test_every_page_is_ascii_and_has_dutch_sections_in_their_order() -> None:
    for name, page in PAGES.items():
        found = re.findall(r"(?m)^\.SH (.+)$", page.decode("ascii"))
        assert found[:3] == SECTIONS and found[-1] == "ZIE OOK", name
        assert b"[env var" not in page and b"[OPTIONS]" not in page and b"[required]" not in page


def test_pages_are_the_same_every_time() -> None:
    assert make_pages() == PAGES


@pytest.mark.slow
def test_a_page_says_what_the_help_says(tmp_path: Path) -> None:
    write_pages(tmp_path)
    page = shown(tmp_path / "poolwijzer-advise.1")
    told = subprocess.run([*PROGRAM, "advise", "--help"], capture_output=True, check=True).stdout.decode()
    for part in re.split(r"\n\s*(?=-|[A-Z]+ <)|  +|\n\n", told.partition("Opties:")[2]):
        assert " ".join(part.split()) in page
    assert "-h, --help" in page
    assert "poolwijzer.toml" in shown(tmp_path / "poolwijzer.1")


@pytest.mark.slow
def test_no_page_makes_man_or_mandoc_warn(tmp_path: Path) -> None:
    for path in write_pages(tmp_path):
        shown(path)
    require("mandoc")
    done = subprocess.run(["mandoc", "-Tlint", *sorted(tmp_path.iterdir())], capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")
