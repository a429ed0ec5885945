"""The page starts from a file, without a network, in the thread of its own and in that of the page."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.editions.browser.driving import start

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
SMALL, LARGE = "poolwijzer-klein.html", "poolwijzer.html"
PATIENCE = 120_000


@pytest.mark.parametrize("without_threads", [False, True])
def test_the_page_starts_from_a_file_without_a_network(edition: Path, chromium: Browser, without_threads: bool) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    if without_threads:
        page.add_init_script("delete window.Worker")

    page.goto((edition / SMALL).as_uri(), wait_until="commit")
    page.wait_for_selector("#voortgang")
    page.wait_for_selector("nav", timeout=PATIENCE)

    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
    assert bool(page.workers) is not without_threads
    context.close()


def test_what_takes_too_long_says_so_and_no_longer_once_it_is_there(edition: Path, chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.clock.install()
    start(page, edition / SMALL)
    page.evaluate("""() => {
      const post = Worker.prototype.postMessage;
      window.held = [];
      Worker.prototype.postMessage = function (...given) { window.held.push(() => post.apply(this, given)); };
    }""")
    late = page.get_by_text("Dit duurt langer dan gewoonlijk")

    page.get_by_role("navigation").get_by_role("button", name="Over").click()
    page.wait_for_function("window.held.length > 0")
    page.clock.fast_forward(15_000)
    assert not late.is_visible()
    page.clock.fast_forward(10_000)
    late.wait_for()
    page.evaluate("window.held.forEach((send) => send())")
    late.wait_for(state="detached")
    context.close()


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
