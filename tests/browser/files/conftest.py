"""A page without a browser, an example as it comes, and the command line to hold them against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.browser.desk import Desk
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from tests.browser.files.desks import Page
from tests.roots import ROOT

EXAMPLE = "voorbeeldregio-lagewold.yaml"


@pytest.fixture
def page(tmp_path: Path, content: Content) -> Page:
    return Page(Desk(tmp_path / "werk", date(2026, 11, 1), content))


@pytest.fixture
def example() -> bytes:
    return (ROOT / "examples" / EXAMPLE).read_bytes()


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """The command line in a folder of its own, where files have the names that they have for a user of the page."""
    folder = tmp_path / "opdrachten"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return lambda *arguments: CliRunner().invoke(app, list(arguments))
