"""Firefox as far as the conversations need it, with the names that Playwright has: that does not drive Debian's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

DRIVER = Path(__file__).with_name("firefox.mjs")
Sought = dict[str, Any]


class Firefox:
    """One window."""

    def __init__(self, driver: subprocess.Popen[str]) -> None:
        self._driver = driver
        self.keyboard, self.mouse = self, _Mouse(self)
        self.version = self._answer()

    def do(self, act: str, *given: Any) -> Any:
        """Let it do something, and hear what came of it."""
        assert self._driver.stdin is not None
        self._driver.stdin.write(json.dumps({"act": act, "given": given}) + "\n")
        self._driver.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._driver.stdout is not None
        told = json.loads(self._driver.stdout.readline() or '{"failed": "Firefox is gone"}')
        assert "failed" not in told, told["failed"]
        return told["ok"]

    def goto(self, address: str) -> None:
        self.do("goto", address)

    def evaluate(self, script: str) -> Any:
        return self.do("evaluate", script)

    def press(self, key: str) -> None:
        self.do("press", key)

    def insert_text(self, text: str) -> None:
        self.do("insert", text)

    def wait_for_selector(self, css: str) -> None:
        self.do("wait", {"css": css})

    def locator(self, css: str, **narrower: Any) -> Found:
        return Found(self, {}).locator(css, **narrower)

    def get_by_role(self, role: str, **named: Any) -> Found:
        return Found(self, {}).get_by_role(role, **named)


class _Mouse:
    def __init__(self, page: Firefox) -> None:
        self._page = page

    def click(self, x: float, y: float) -> None:
        self._page.do("point", x, y)


class Found:
    """What is looked for in the page, the moment it is used."""

    def __init__(self, page: Firefox, sought: Sought) -> None:
        self._page, self.sought = page, sought
        self.first = self

    def locator(self, css: str, *, has: Found | None = None, has_text: str = "") -> Found:
        return self._inside(css=css, has=has and has.sought, text=has_text)

    def get_by_role(self, role: str, *, name: str = "", exact: bool = False) -> Found:
        return self._inside(role=role, name=name, exact=exact)

    def get_by_text(self, text: str) -> Found:
        return Found(self._page, {**self.sought, "text": text})

    def or_(self, other: Found) -> Found:
        return Found(self._page, {"either": [self.sought, other.sought]})

    def _inside(self, **sought: Any) -> Found:
        return Found(self._page, {**sought, "within": self.sought or None})

    def click(self) -> None:
        self._page.do("click", self.sought)

    def fill(self, text: str) -> None:
        self._page.do("fill", self.sought, text)

    def blur(self) -> None:
        self._page.do("blur", self.sought)

    def wait_for(self) -> None:
        self._page.do("wait", self.sought)

    def count(self) -> int:
        """One if it is there to be seen, however many there are."""
        return int(self._page.do("there", self.sought))

    def inner_text(self) -> str:
        return str(self._page.do("text", self.sought))

    def bounding_box(self) -> dict[str, float]:
        box: dict[str, float] = self._page.do("box", self.sought)
        return box


@contextmanager
def a_firefox(modules: Path, downloads: Path) -> Iterator[Firefox]:
    """Start Firefox; without one the test is left out at a desk, and fails where a change is judged.

    Args:
        modules: Where the packages from npm lie that the page is made with.
        downloads: Where what is saved goes.
    """
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        assert not os.environ.get("CI"), "there is no firefox, and these tests may not be left out here"
        pytest.skip("there is no firefox")
    command = ["node", str(DRIVER), f"{modules}/", program, str(downloads)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as driver:
        try:
            yield Firefox(driver)
        finally:
            assert driver.stdin is not None
            driver.stdin.close()
            try:
                driver.wait(20)
            except subprocess.TimeoutExpired:
                driver.kill()
