"""The page in Firefox, from a file and with no network: a conversation, files, reports, and a draft."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from typer.testing import CliRunner

from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from tests.browser.talk.held import Talk
from tests.editions.browser.a_conversation import begin, hold
from tests.editions.browser.driving import EXAMPLE, LARGE, sent_by
from tests.editions.browser.firefox import Firefox, a_firefox
from tests.editions.browser.talking import ByKeyboard, ByMouse

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
ON = "2026-11-01"
SECONDS = 180.0


class Window:
    """Firefox with the large page in it, and the folder where what it saves goes."""

    def __init__(self, firefox: Firefox, downloads: Path, address: str) -> None:
        self.firefox, self.downloads, self._address = firefox, downloads, address
        self.page = cast("Page", firefox)
        self.start()

    def start(self) -> None:
        """Open the page, anew if it was open."""
        self.firefox.goto(self._address)
        self.press("Een nieuw gesprek", wait_only=True)

    def press(self, name: str, *, wait_only: bool = False) -> None:
        button = self.firefox.get_by_role("button", name=name)
        (button.wait_for if wait_only else button.click)()

    def saved(self) -> Path:
        """What was saved after nothing was there."""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            found = [path for path in self.downloads.iterdir() if path.suffix != ".part" and path.stat().st_size]
            if len(found) == 1 and not list(self.downloads.glob("*.part")):
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"nothing was saved: {self.firefox.locator('main').inner_text()}")

    def put(self, label: str, path: Path) -> None:
        """Hand over a file by an input."""
        self.firefox.do("upload", f'input[type="file"][aria-label="{label}"]', str(path))


@pytest.fixture(scope="module")
def window(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    downloads = tmp_path_factory.mktemp("downloads")
    with a_firefox(edition / "parts" / "node" / "node_modules", downloads) as firefox:
        yield Window(firefox, downloads, (edition / LARGE).as_uri())


@pytest.fixture(autouse=True)
def nothing_saved(window: Window) -> None:
    for path in window.downloads.iterdir():
        path.unlink()


@pytest.mark.parametrize("way", [ByMouse, ByKeyboard])
def test_a_whole_conversation_comes_to_what_it_comes_to_without_a_browser(
    window: Window, way: type[ByMouse], tmp_path: Path, content: Content
) -> None:
    talk = Talk(tmp_path / "werk", content)
    talk.desk.on = date.today()  # noqa: DTZ011 - as the page takes it from the computer

    begin(window.page)
    hold(window.page, way(window.page), talk)
    window.press("Opslaan")

    assert read_assessment(window.saved(), content).assessment == talk.assessment


def test_a_file_of_the_command_line_and_its_reports_come_back_the_same(window: Window, tmp_path: Path) -> None:
    window.press("Begin")
    window.put("Bestand openen", EXAMPLE)
    window.firefox.get_by_role("heading", name="Open: Voorbeeldregio Lagewold").wait_for()

    for suffix in (".html", ".md", ".json", ".svg", ".docx", ".pdf"):
        window.press("Verslagen")
        window.firefox.do("set", {"css": "main form select"}, suffix)
        window.firefox.do("set", {"css": "input[type=date]"}, ON)
        window.press("Maken en downloaden")
        made = window.saved()
        other = tmp_path / f"uit{suffix}"
        assert CliRunner().invoke(app, ["advise", str(EXAMPLE), "--date", ON, "-o", str(other)]).exit_code == 0
        assert made.read_bytes() == other.read_bytes(), suffix
        made.unlink()


def test_a_draft_survives_a_reload_and_what_is_saved_is_read_by_the_command_line(
    window: Window, tmp_path: Path
) -> None:
    plan, answers, merged = tmp_path / "plan.yaml", tmp_path / "wold.txt", tmp_path / "samen.yaml"
    plan.write_bytes(EXAMPLE.read_bytes() + b"own: {notitie: blijft}  # hierom\n")
    answers.write_text(sent_by("Voorbeeldwold"), encoding="utf-8")
    window.press("Begin")
    window.put("Bestand openen", plan)
    window.firefox.get_by_role("heading", name="Open: Voorbeeldregio Lagewold").wait_for()
    window.press("Antwoorden van anderen")
    window.put("Bestanden kiezen", answers)
    window.press("Bekijken wat er verandert")
    window.press("In het bestand zetten")
    window.firefox.get_by_role("heading", name="De antwoorden staan in het bestand").wait_for()

    window.start()
    window.press("Verder met dit concept")
    window.press("Opslaan")

    assert CliRunner().invoke(app, ["merge", str(plan), str(answers), "-o", str(merged)]).exit_code == 0
    assert window.saved().read_bytes() == merged.read_bytes()


def test_nothing_went_wrong_meanwhile(window: Window) -> None:
    assert window.firefox.do("wrong") == []
