"""Chromium, for tests that open a page the way people do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page

ARGUMENTS = ["--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run"]
ARGUMENTS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Start a browser; without one the test is left out at a desk, and fails where a change is judged.

    Make it one of a module: as long as it runs, no other test in this process can run a loop of its own.
    """
    program = os.environ.get("CHROME") or shutil.which("chromium")
    if program is None:
        _missing("there is no chromium; CHROME=... names another browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed")
    with sync_playwright() as started:
        running = started.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield running
        running.close()


@contextmanager
def without_complaints(page: Page) -> Iterator[None]:
    """Fail, at the end, if the page said anything to the console or threw anything meanwhile."""
    wrong: list[str] = []

    def said(message: ConsoleMessage) -> None:
        wrong.append(message.text)

    def threw(error: Error) -> None:
        wrong.append(str(error))

    page.on("console", said)
    page.on("pageerror", threw)
    yield
    page.remove_listener("console", said)
    page.remove_listener("pageerror", threw)
    assert wrong == []


def _missing(what: str) -> NoReturn:
    assert not os.environ.get("CI"), f"{what}, and these tests may not be left out here"
    pytest.skip(what)
