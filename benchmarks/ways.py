"""What each way to the program costs who uses it: how large it is, and how long until the first question shows.

What was not built is left out: `make browser`, `make frozen` and `make dist` build it. The figures stand in the README.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import pexpect

from tests.a_browser import a_browser
from tests.editions.browser.firefox import a_firefox

ROOT = Path(__file__).resolve().parent.parent
BROWSER, FROZEN = ROOT / "build" / "browser", ROOT / "build" / "frozen"
TITLE, NEW, BEGIN = "Welkom", "Een nieuw gesprek", "Beginnen"
ROUNDS = 5
PATIENCE = 120.0


def main() -> None:
    """Print a line for each way: megabytes, and seconds as the median and the range of some rounds."""
    for name, size, start in ways():
        times = sorted(start() for _ in range(ROUNDS))
        print(
            f"{name:34} {size / 1e6:6.1f} MB  {median(times):5.2f} s  ({times[0]:.2f} to {times[-1]:.2f})", flush=True
        )


def ways() -> Iterator[tuple[str, int, Callable[[], float]]]:
    """Each way that is here: its name, its bytes, and what starts it and tells the seconds."""
    for wheel in sorted((ROOT / "dist").glob("*.whl")):
        yield wheel.name, wheel.stat().st_size, partial(in_terminal, sys.executable, "-m", "poolwijzer")
    for packed in sorted(FROZEN.glob("*.zip")):
        yield packed.name, packed.stat().st_size, partial(in_terminal, str(packed.with_suffix("") / "poolwijzer"))
    for page in sorted(BROWSER.glob("*.html")):
        yield f"{page.name} in Chromium", page.stat().st_size, partial(in_chromium, page)
        yield f"{page.name} in Firefox", page.stat().st_size, partial(in_firefox, page)


def in_terminal(*program: str) -> float:
    """Seconds until a new conversation shows its first page."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        child = pexpect.spawn(
            program[0], [*program[1:], "assess"], cwd=folder, dimensions=(30, 100), timeout=PATIENCE, encoding="utf-8"
        )
        child.expect(TITLE)
        took = time.perf_counter() - began
        child.close(force=True)
    return took


def in_chromium(page: Path) -> float:
    """The same in Chromium, from opening the file."""
    with a_browser() as running:
        window = running.new_context(offline=True).new_page()
        window.set_default_timeout(PATIENCE * 1000)
        began = time.perf_counter()
        window.goto(page.as_uri(), wait_until="commit")
        for name in (NEW, BEGIN):
            window.get_by_role("button", name=name).first.click()
        window.get_by_role("heading", name=TITLE).wait_for()
        return time.perf_counter() - began


def in_firefox(page: Path) -> float:
    """The same in Firefox."""
    modules = BROWSER / "parts" / "node" / "node_modules"
    with tempfile.TemporaryDirectory() as folder, a_firefox(modules, Path(folder)) as window:
        began = time.perf_counter()
        window.goto(page.as_uri())
        for name in (NEW, BEGIN):
            window.get_by_role("button", name=name).click()
        window.get_by_role("heading", name=TITLE).wait_for()
        return time.perf_counter() - began


if __name__ == "__main__":
    main()
