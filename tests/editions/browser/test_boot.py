"""The page starts from a file, without a network, in the thread of its own and in that of the page."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.editions.browser.driving import LARGE, SMALL, start

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow


def test_the_page_starts_from_a_file_without_a_network(started: tuple[Page, list[str]]) -> None:
    page, asked = started

    assert page.workers
    assert gone_out(asked) == []


def test_it_starts_where_there_are_no_threads_too(edition: Path, chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("delete window.Worker")

    start(page, edition / SMALL)

    assert not page.workers
    assert gone_out(asked) == []
    context.close()


def gone_out(asked: list[str]) -> list[str]:
    return [url for url in asked if not url.startswith(("file:", "blob:"))]


def test_what_takes_too_long_says_so_and_no_longer_once_it_is_there(small: Page) -> None:
    # Nothing gets to Python, and what the page wants to do in fifteen seconds or later can be done at once.
    small.evaluate("""() => {
      const post = Worker.prototype.postMessage, wait = window.setTimeout;
      Object.assign(window, { held: [], watches: [] });
      window.mended = () => { Worker.prototype.postMessage = post; window.setTimeout = wait; };
      Worker.prototype.postMessage = function (...given) { window.held.push(() => post.apply(this, given)); };
      window.setTimeout = (run, time, ...given) => {
        if (time >= 15_000 && time <= 25_000) { window.watches.push(run); }
        return wait(run, time, ...given);
      };
    }""")
    late = small.get_by_text("Dit duurt langer dan gewoonlijk")

    small.get_by_role("navigation").get_by_role("button", name="Over").click()
    small.wait_for_function("window.held.length > 0")
    small.locator(".bezig").wait_for()
    assert not late.is_visible()
    small.evaluate("window.watches.forEach((run) => run())")
    late.wait_for()
    small.evaluate("mended(), window.held.forEach((send) => send())")
    late.wait_for(state="detached")
    small.locator(".bezig").wait_for(state="detached")


def test_the_page_says_what_is_in_it_with_versions_and_licences(edition: Path) -> None:
    text = (edition / SMALL).read_text(encoding="utf-8")
    told = json.loads(text.partition('id="bouw">')[2].partition("</script>")[0])

    names = {part["name"].lower() for part in told}
    assert {
        "poolwijzer",
        "python",
        "pyodide",
        "preact",
        "htm",
        "pydantic",
        "pydantic_core",
        "pyyaml",
        "jinja2",
    } <= names
    assert "typst" not in names
    assert all(part["version"] and part["licence"] and len(part["sha256"]) == 64 for part in told)


@pytest.mark.parametrize("name", [SMALL, LARGE])
def test_the_hashes_beside_the_page_are_those_of_the_page(edition: Path, name: str) -> None:
    hashes = dict(line.split("  ")[::-1] for line in (edition / "SHA256SUMS").read_text(encoding="ascii").splitlines())

    assert hashes[name] == sha256((edition / name).read_bytes()).hexdigest()
