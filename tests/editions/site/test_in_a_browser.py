"""The site as people meet it: from a disk and from a server, on a phone, with and without scripts, by its search."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from tests.a_browser import a_browser
from tests.barriers import barriers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.slow

PHONE, DESKTOP = 360, 1280
LOOKS: tuple[tuple[int, Any], ...] = ((DESKTOP, "light"), (PHONE, "dark"))
PAGES = (
    "index.html",
    "optie/strippenkaart.html",
    "plek/samen-inrichten.html",
    "bron/s1.html",
    "gesprek.html",
    "architecture.html",
    "leesmij.html",
    "zoeken.html?q=lenen",
)
"""One of each kind, with the fullest of some."""
LOOKED_FOR = (
    ("detacheren", "optie/detachering.html"),
    ("mensen lenen", "optie/detachering.html"),
    ("eerlijk verdelen", "optie/gelijke-delen.html"),
    ("GR", "optie/gemeenschappelijke-regeling.html"),
    ("inkopen", "optie/inkoopacties.html"),
    ("stoppen", "optie/afbouw-en-overdracht.html"),
    ("jonge mensen", "optie/traineepool.html"),
    ("raamovereenkomst", "optie/marktpool-raamcontract.html"),
    ("energiecoach", "optie/loket-voor-inwoners.html"),
    ("bestaand verband", "begrip/bovenlokale-samenwerking.html"),
    ("uitleenvergoeding", "optie/detachering.html"),
    ("Drenthe", "praktijk/flexteam-drenthe.html"),
    ("aanbesteden", "feit/aanbesteden-drempel.html"),
)
"""Words that a person would use, and what must be among the first that are found."""
FIRST = 6


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as running:
        yield running


@pytest.fixture
def said(browser: Browser) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A context, and all that its pages complain of."""
    context, told = browser.new_context(viewport={"width": DESKTOP, "height": 900}), list[str]()
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    yield context, told
    context.close()


def at(site: Path, address: str) -> str:
    name, sign, rest = address.partition("?")
    return f"{(site / name).as_uri()}{sign}{rest}"


def test_pages_hold_no_barriers_and_nothing_scrolls_sideways(site: Path, browser: Browser) -> None:
    # The policy of the pages keeps the script of axe out as well.
    context = browser.new_context(bypass_csp=True)
    page, wrong = context.new_page(), []
    for address in PAGES:
        page.goto(at(site, address))
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            wrong += [(address, width, *one) for one in barriers(page, again=width != DESKTOP)]
            if (breadth := page.evaluate("document.documentElement.scrollWidth")) > width:
                wrong.append((address, width, "scrolls", [str(breadth)]))
    context.close()
    assert wrong == []


def test_from_a_disk_a_word_that_a_person_would_use_leads_to_it(
    site: Path, said: tuple[BrowserContext, list[str]]
) -> None:
    context, told = said
    page = context.new_page()
    missed = []
    for asked, wanted in LOOKED_FOR:
        page.goto(at(site, f"zoeken.html?q={quote(asked)}"))
        first = found_on(page)[:FIRST]
        if wanted not in first:
            missed.append((asked, wanted, first))
    assert missed == []
    assert told == []


def found_on(page: Page) -> list[str]:
    links = "[...document.querySelectorAll('#vondsten > li > a')].map(one => one.getAttribute('href'))"
    found: list[str] = page.evaluate(links)
    return found


def test_search_goes_by_keyboard_from_any_page_and_what_was_typed_is_text(
    site: Path, said: tuple[BrowserContext, list[str]]
) -> None:
    context, told = said
    page = context.new_page()
    page.goto(at(site, "optie/strippenkaart.html"))
    page.get_by_role("searchbox", name="Zoek op deze site").press_sequentially("strippen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=strippen")
    assert "optie/strippenkaart.html" in found_on(page)[:FIRST]
    page.goto(at(site, f"zoeken.html?q={quote('<img src=x onerror=alert(1)> (')}"))
    assert page.get_by_role("searchbox").input_value() == "<img src=x onerror=alert(1)> ("
    assert page.locator("main img").count() == 0
    page.goto(at(site, "zoeken.html?q=strip"))
    english = page.locator("#vondsten > li:has(> a[lang=en])")
    assert "The road of a strip" in english.first.inner_text()
    assert page.locator("#vondsten > li").count() - english.count() > 20
    assert page.locator("#vondsten > li").nth(20).locator("[lang=en]").count() == 0  # Dutch comes first
    page.goto(at(site, f"zoeken.html?q={quote('qqqqqqq')}"))
    assert page.inner_text("#gevonden") == "Niets gevonden met 'qqqqqqq'. Probeer een ander of korter woord."
    assert told == []


def test_without_scripts_all_is_there_and_the_search_says_where_else_to_look(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": DESKTOP, "height": 900})
    page = context.new_page()
    page.goto(at(site, "index.html"))
    page.get_by_role("link", name="Opties", exact=True).click()
    page.get_by_role("main").get_by_role("link", name="Strippenkaart", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Strippenkaart"
    page.get_by_role("searchbox").fill("strip")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=strip")
    assert page.get_by_text("Zoeken werkt alleen als uw browser scripts toestaat").is_visible()
    page.get_by_role("main").get_by_role("link", name="Alles van A tot Z").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Alles van A tot Z"
    context.close()


def test_on_a_phone_the_way_to_all_pages_is_one_link_away(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 700})
    page.goto(at(site, "optie/strippenkaart.html"))
    page.get_by_role("link", name="Alle bladzijden").click()
    assert page.get_by_role("navigation", name="Alle bladzijden").get_by_role("link", name="Het gesprek").count() == 0
    one = page.get_by_role("navigation", name="Alle bladzijden").get_by_role("link", name="Een gesprek")
    assert one.is_visible()
    page.close()


def test_in_a_folder_of_a_server_all_that_is_asked_for_is_there_and_of_that_server(
    site: Path, said: tuple[BrowserContext, list[str]]
) -> None:
    context, told = said
    asked: list[tuple[str, int]] = []
    context.on("response", lambda response: asked.append((response.url, response.status)))

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_address[1]}/{site.name}/"
    try:
        page = context.new_page()
        page.goto(root)
        page.get_by_role("main").get_by_role("link", name="Bekijk de menukaart").click()
        page.get_by_role("main").get_by_role("link", name="Strippenkaart", exact=True).click()
        page.get_by_role("searchbox").fill("traineepool")
        page.keyboard.press("Enter")
        page.wait_for_url("**/zoeken.html?q=traineepool")
        assert found_on(page)[0] == "optie/traineepool.html"
    finally:
        server.shutdown()
        server.server_close()
    assert {status for _, status in asked} <= {200, 304}
    assert [url for url, _ in asked if not url.startswith(root)] == []
    assert told == []
