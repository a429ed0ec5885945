"""The browser edition, made once for all tests that open it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from tests.roots import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BUILT = ROOT / "build" / "browser"


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the page, small and large, as `make browser` makes it of the code that is here."""
    if shutil.which("npm") is None:
        assert not os.environ.get("CI"), "there is no npm, and these tests may not be left out here"
        pytest.skip("there is no npm to make the page with")
    # Several processes run the tests: the first one makes it.
    own = tmp_path_factory.getbasetemp()
    done = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "browser-edition-is-made"
    with FileLock(f"{done}.lock"):
        if not done.exists():
            subprocess.run([sys.executable, "-m", "editions.browser"], cwd=ROOT, check=True, capture_output=True)
            done.touch()
    return BUILT


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Chromium, for all tests in this folder."""
    from tests.a_browser import a_browser

    with a_browser() as running:
        yield running


@pytest.fixture(scope="package")
def started(edition: Path, chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """The small page, started once without a network, with all that it asked for. There is no picker in it."""
    from tests.editions.browser.driving import SMALL, start

    context = chromium.new_context(offline=True, locale="nl-NL")
    context.add_init_script("delete window.showSaveFilePicker; delete window.showOpenFilePicker;")
    page, asked = context.new_page(), list[str]()
    page.on("dialog", lambda dialog: dialog.accept())
    page.on("request", lambda request: asked.append(request.url))
    yield start(page, edition / SMALL), asked
    context.close()


@pytest.fixture
def small(started: tuple[Page, list[str]]) -> Page:
    """The small page, in a window of a desk and with nothing remembered."""
    page, _ = started
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("localStorage.clear()")
    return page
