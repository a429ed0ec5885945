"""Pages in a real browser: barriers, small screens, dark screens and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.content.content import Content
from poolwijzer.formats.html.writer import render
from poolwijzer.report.model import Card, Line, Paragraph, Report, Section
from tests.a_browser import a_browser
from tests.barriers import barriers
from tests.batch.made_rows import ON, made_rows
from tests.formats.pdf.reading import pages_of
from tests.report.richest import richest

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SMALL, PHONE, DESKTOP = 320, 360, 1280
WIDER = ((800, "forced"), (DESKTOP, "light"))
A4 = 672
"""How wide the text of a page on paper is, in pixels: 178 mm."""
PAGES = ("rijkste", "kort", "rijkste-kort", "rijkste-bestuur", "leeg", "overzicht", "druk-overzicht")
MOST_IN_THEM = ("kort", "overzicht")
OF_FEW_PAGES = ("kort", "rijkste-kort", "lange-naam-kort")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for these tests."""
    with a_browser() as running:
        yield running


@pytest.fixture(scope="session")
def pages(
    tmp_path_factory: pytest.TempPathFactory,
    report_of: Callable[..., Report],
    content: Content,
    examples: Path,
    assessment_of: Callable[..., Assessment],
    typed_everywhere: Callable[[str], Assessment],
) -> dict[str, str]:
    """The addresses of the richest page, of short ones, of one with next to nothing in it, and of overviews."""
    folder = tmp_path_factory.mktemp("pages")
    rich = richest(content, 5, 1)
    reports = {
        "rijkste": report_of(rich),
        "kort": report_of(examples / "flexteam-drenthe.yaml", "kort"),
        "leeg": report_of(assessment_of(estimate={"motivatie": 2, "betrokkenheid": 4})),
    }
    for name, number in (("overzicht", 30), ("druk-overzicht", 120)):
        overview = Overview()
        for row in made_rows(number, content):
            overview.add(row)
        reports[name] = build_overview(overview, content, ON, "0")
    option = Card("Strippenkaart", "kan", "kan", "gekozen", (Paragraph(Line("Elke gemeente koopt uren.")),))
    card = Section("kaart", "De menukaart", (option, replace(option, title="Proef")))
    reports["kaart"] = Report("Kaart", "", (card, Section("a", "Een"), Section("b", "Twee")))
    for depth in ("kort", "bestuur"):
        reports[f"rijkste-{depth}"] = report_of(rich, depth)
        reports[f"lange-naam-{depth}"] = report_of(typed_everywhere("WARMTE voor iedereen " * 500), depth)
    for name, report in reports.items():
        (folder / f"{name}.html").write_bytes(render(report))
    return {name: (folder / f"{name}.html").as_uri() for name in reports}


@pytest.fixture(scope="module")
def look_at(browser: Browser, pages: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """Shows a page at a width, in light, dark or forced colours, or as it is on paper. All stay open: none changes."""
    context = browser.new_context(offline=True)
    opened: dict[str, Page] = {}

    def made(name: str, width: int, scheme: Any = "light", media: Any = "null") -> Page:
        if name not in opened:
            opened[name] = context.new_page()
            opened[name].goto(pages[name])
        page, forced = opened[name], scheme == "forced"
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(
            media=media, color_scheme="light" if forced else scheme, forced_colors="active" if forced else "none"
        )
        return page

    yield made
    context.close()


@pytest.fixture
def visit(browser: Browser, pages: dict[str, str]) -> Iterator[Callable[..., Page]]:
    """Opens a page at a width, to do something with it."""
    context = browser.new_context(offline=True)

    def made(name: str, width: int) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(pages[name])
        return page

    yield made
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_no_barriers(name: str, look_at: Callable[..., Page]) -> None:
    assert barriers(look_at(name, SMALL)) == []
    # A phone shows it as the smallest screen does, in other colours.
    assert barriers(look_at(name, PHONE, "dark"), again=True, only_colours=True) == []
    for width, scheme in WIDER if name in MOST_IN_THEM else (WIDER[PAGES.index(name) % 2],):
        assert barriers(look_at(name, width, scheme), again=True) == [], width


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_nothing_scrolls_sideways_but_what_the_keyboard_reaches(
    name: str, look_at: Callable[..., Page]
) -> None:
    page = look_at(name, SMALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL
    wide = (
        "[...document.querySelectorAll('main *')].filter(one => one.checkVisibility() && !one.closest('[tabindex] *')"
    )
    wide += " && !one.closest('.voor-lezers, svg, summary') && one.scrollWidth > one.clientWidth + 1"
    wide += " && getComputedStyle(one).display !== 'inline' && !one.matches('main [tabindex]'))"
    assert page.evaluate(f"{wide}.map(one => one.outerHTML.slice(0, 80))") == []


SHOWN: tuple[tuple[int, Any, float], ...] = (
    (PHONE, "screen", 11),
    (800, "screen", 11),
    (DESKTOP, "screen", 11),
    (A4, "print", 9.33),
)
"""How wide a page is, on what, and the least that a letter in a drawing may be: on paper 7 points."""
LETTERS = """[...document.querySelectorAll('svg')].filter(one => one.checkVisibility()).flatMap(one => {
    const scale = one.getBoundingClientRect().width / one.viewBox.baseVal.width;
    return [...one.querySelectorAll('text')].map(text => text.getAttribute('font-size') * scale); })"""
"""How large the letters in each drawing that shows are, in pixels."""


@pytest.mark.parametrize("name", PAGES)
def test_letters_in_drawings_can_be_read_on_a_phone_and_on_paper(name: str, look_at: Callable[..., Page]) -> None:
    for width, media, least in SHOWN:
        page = look_at(name, width, media=media)
        assert min(page.evaluate(LETTERS), default=least) >= least - 0.05, (width, media)


def test_a_page_asks_the_network_for_nothing(browser: Browser, pages: dict[str, str]) -> None:
    context = browser.new_context(offline=True)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages["rijkste"])
    context.close()
    assert asked == [pages["rijkste"]]


def test_the_drawing_turns_dark_along_with_the_page(look_at: Callable[..., Page]) -> None:
    colours = {
        scheme: look_at("kort", DESKTOP, scheme).evaluate(
            "[getComputedStyle(document.querySelector('svg rect')).fill,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        for scheme in ("light", "dark")
    }
    assert all(paper == page for paper, page in colours.values())
    assert colours["light"] != colours["dark"]


def test_what_folds_open_says_in_words_whether_it_is(visit: Callable[..., Page]) -> None:
    page = visit("rijkste", PHONE)
    told, contents = page.get_by_role("navigation"), page.locator("nav summary")
    assert told.aria_snapshot().splitlines()[1:] == ["  - group: Toon de inhoud"]
    contents.click()
    assert contents.inner_text() == "Verberg de inhoud" and "- link" in told.aria_snapshot()
    assert {"Toon de tekening in woorden", "Toon het plaatje in woorden"} == set(
        page.locator("figure summary").all_inner_texts()
    )


def test_where_all_is_open_nothing_says_that_it_is_closed(visit: Callable[..., Page]) -> None:
    page = visit("kaart", DESKTOP)
    assert page.get_by_role("navigation").aria_snapshot().splitlines()[1] == '  - heading "Inhoud" [level=2]'
    option = page.locator(".optie").first
    assert option.aria_snapshot().splitlines()[-1].startswith("- group: Toon de uitleg bij ")
    page.get_by_role("link", name="Klap alle opties open").first.click()
    shown = option.aria_snapshot()
    assert "Toon" not in shown and "Verberg" not in shown and "- paragraph:" in shown
    page.get_by_role("link", name="Klap ze dicht").click()
    assert "- paragraph:" not in option.aria_snapshot()


@pytest.mark.parametrize("name", (*PAGES, "kaart"))
def test_on_paper_all_is_open_and_nothing_is_cut_off(name: str, look_at: Callable[..., Page]) -> None:
    page = look_at(name, A4, media="print")
    assert page.evaluate(
        "[...document.querySelectorAll('.optie > details > :not(summary)')].every(one => one.checkVisibility())"
    )
    too_wide = "[...document.querySelectorAll('table, svg')].filter(one => one.checkVisibility() && "
    too_wide += (
        "(one.scrollWidth > one.parentElement.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth))"
    )
    assert page.evaluate(f"{too_wide}.map(one => one.textContent.slice(0, 60))") == []
    paper = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    assert paper.startswith(b"%PDF") and b"/StructTreeRoot" in paper


@pytest.mark.parametrize("name", OF_FEW_PAGES)
def test_a_report_of_a_page_is_one_on_paper_too_or_two_where_it_has_to(name: str, look_at: Callable[..., Page]) -> None:
    page = look_at(name, A4)
    assert len(pages_of(page.pdf(prefer_css_page_size=True))) <= (1 if name == "kort" else 2)
    look_at(name, A4, media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.papier *')].filter(one => one.checkVisibility() && !one.closest('svg'))"
        ".map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 9.5 / 0.75 - 0.01
