"""The page in a browser, driven as a person does: opening, bringing in answers, downloading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from poolwijzer.assessment.read import parse_assessment
from poolwijzer.content.read import load_menus
from tests.forms.senders import sent_text
from tests.roots import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

SMALL, LARGE = "poolwijzer-klein.html", "poolwijzer.html"
PATIENCE, SOON = 120_000, 40_000
EXAMPLE = ROOT / "examples" / "voorbeeldregio-lagewold.yaml"


def start(page: Page, path: Path) -> Page:
    """The page, once it can be used."""
    page.set_default_timeout(PATIENCE)
    page.goto(path.as_uri(), wait_until="commit")
    page.locator("#voortgang").wait_for()
    page.get_by_role("button", name="Voorbeeldregio Lagewold").wait_for()
    page.set_default_timeout(SOON)
    return page


def go(page: Page, name: str) -> None:
    """To another view."""
    page.get_by_role("navigation", name="Onderdelen").get_by_role("button", name=name, exact=True).click()
    page.locator('nav [aria-current="page"]').get_by_text(name, exact=True).wait_for()


def put(page: Page, label: str, *files: tuple[str, bytes]) -> None:
    """Hand over files by an input."""
    given: list[FilePayload] = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files
    ]
    page.locator(f'input[type="file"][aria-label="{label}"]').set_input_files(given)


def open_file(page: Page, name: str, data: bytes) -> None:
    """Open a file of an initiative, without a way back to where it came from."""
    go(page, "Begin")
    put(page, "Bestand openen", (name, data))
    page.get_by_text(f"Bestand: {name}").wait_for()


def download(page: Page, press: Callable[[], None]) -> tuple[str, bytes]:
    """The name and the bytes of what is downloaded."""
    with page.expect_download() as waited:
        press()
    return waited.value.suggested_filename, Path(waited.value.path()).read_bytes()


def press(page: Page, name: str) -> Callable[[], None]:
    """A click on a button."""
    return lambda: page.get_by_role("button", name=name, exact=True).click()


def sent_by(name: str) -> str:
    """What a municipality of the example sends back."""
    content = load_menus()
    assessment = parse_assessment(EXAMPLE.read_bytes(), "x", content).assessment
    return sent_text(assessment, content, name, {"m1": 4, "m3": 2})


def bring_in(page: Page, name: str) -> None:
    """Change what is open: the answers of this municipality go into it."""
    go(page, "Antwoorden van anderen")
    put(page, "Bestanden kiezen", (f"{name}.txt", sent_by(name).encode()))
    press(page, "Bekijken wat er verandert")()
    page.get_by_text(f"Nieuw: 1 antwoord van {name}.").wait_for()
    page.locator("h2:focus", has_text="Dit verandert er.").wait_for()
    press(page, "In het bestand zetten")()
    page.locator("h2:focus", has_text="De antwoorden staan in het bestand").wait_for()
