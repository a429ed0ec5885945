"""Slides in a real browser: on a beamer, on a phone and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from poolwijzer.formats.house_style import PLAIN, contrast
from poolwijzer.formats.registry import Theme, render_slides
from tests.a_browser import a_browser, without_complaints
from tests.barriers import barriers
from tests.formats.pdf.reading import stretches_of, told
from tests.formats.some_slides import ODD, SOME_SLIDES

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

BEAMER, LAPTOP, PHONE = (1280, 720), (1024, 768), (360, 640)
COUNT = len(SOME_SLIDES.slides)
THEMES = {
    "gewoon": Theme(PLAIN._replace(name="Gemeente Heuvelzoom"), draft=True),
    "lange naam": Theme(PLAIN._replace(name="Samenwerkingsverband Regionale Energiestrategie Heuvelzoom"), draft=True),
    "bleek": Theme(PLAIN._replace(accent="#767676", ink="#6b6b6b")),
}
LETTERS = """(() => { const slide = document.querySelector(".nu .vlak"), high = slide.getBoundingClientRect().height;
  const written = [...slide.querySelectorAll("*")].filter((one) => !one.closest(".voor-lezers, title, desc")
    && [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim()));
  const scale = (one) => one.ownerSVGElement
    ? one.ownerSVGElement.getBoundingClientRect().width / one.ownerSVGElement.viewBox.baseVal.width : 1;
  return written.map((one) => [parseFloat(getComputedStyle(one).fontSize) * scale(one), high]); })()"""
"""How large all letters on the slide are that shows, each with how high that slide is."""
COLOURS = """(() => { const ground = (one) => { const found = getComputedStyle(one).backgroundColor;
    return found === "rgba(0, 0, 0, 0)" ? ground(one.parentElement) : found; };
  return [...document.querySelectorAll(".nu .vlak :is(h2, h3, p, li, dt, dd, span, strong)")]
    .map((one) => [getComputedStyle(one).color, ground(one)]); })()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for these tests."""
    with a_browser() as running:
        yield running


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window for one test after another, without a network."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(window: Page, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens the slides in a window of a size; a page that complains fails the test."""

    def made(size: tuple[int, int] = BEAMER, at: str = "", look: str = "gewoon", **media: Any) -> Page:
        window.set_viewport_size({"width": size[0], "height": size[1]})
        window.emulate_media(**{"color_scheme": "light", "reduced_motion": "no-preference", **media})
        return _opened(window, tmp_path, look, at)

    with without_complaints(window):
        yield made


def _opened(page: Page, folder: Path, look: str = "gewoon", at: str = "") -> Page:
    path = folder / f"{look}.html"
    path.write_bytes(render_slides(".html", SOME_SLIDES, THEMES[look]))
    page.goto(path.as_uri() + at)
    return page


def shown(page: Page) -> list[str]:
    found: list[str] = page.locator(".dia").filter(visible=True).evaluate_all("all => all.map(one => one.id)")
    return found


@pytest.mark.parametrize("size", [BEAMER, PHONE])
def test_slides_hold_no_barriers(size: tuple[int, int], visit: Callable[..., Page]) -> None:
    page = visit(size)
    page.keyboard.press("n")
    for state in ("a slide with its notes", "all below each other", "all to choose from"):
        if state == "all below each other":
            page.evaluate("document.documentElement.className = ''")
        elif state == "all to choose from":
            page.evaluate("document.documentElement.className = 'stapt'")
            page.keyboard.press("o")
        assert barriers(page) == [], state


def test_a_clicker_and_the_keys_lead_through_the_slides(visit: Callable[..., Page]) -> None:
    page = visit()
    assert shown(page) == ["1"]
    steps = (("PageDown", 2), ("PageUp", 1), ("PageUp", 1), ("ArrowRight", 2), (" ", 3), ("Shift+ ", 2), ("End", 4))
    for key, number in (*steps, ("PageDown", 4), ("Home", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowLeft", 1)):
        page.keyboard.press(key)
        assert shown(page) == [str(number)], key
        assert page.url.endswith(f"#{number}")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    assert shown(page) == ["3"]
    assert page.locator("#stand").inner_text() == f"Dia 3 van {COUNT}"
    assert page.evaluate("document.activeElement.id") == "3"


def test_buttons_the_address_and_a_finger_do_so_too(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(has_touch=True, offline=True)
    page = context.new_page()
    with without_complaints(page):
        _press_and_swipe(_opened(page, tmp_path, at="#2"))
    context.close()


def _press_and_swipe(page: Page) -> None:
    assert shown(page) == ["2"]
    page.get_by_role("button", name="Volgende").click()
    assert shown(page) == ["3"]
    assert page.locator("#stand").inner_text() == f"Dia 3 van {COUNT}: Groepen 2 en 3"
    page.keyboard.press("Enter")
    assert shown(page) == ["4"]
    page.evaluate("location.hash = '#1'")
    page.wait_for_function("document.querySelector('.nu').id === '1'")
    page.evaluate(
        """() => { const at = (x) => [new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })];
        const send = (name, x) => document.body.dispatchEvent(new TouchEvent(name,
          { bubbles: true, touches: name === "touchend" ? [] : at(x), changedTouches: at(x) }));
        send("touchstart", 600); send("touchend", 400); }"""
    )
    assert shown(page) == ["2"]


def test_notes_show_below_their_slide_and_all_slides_beside_one_another(visit: Callable[..., Page]) -> None:
    page = visit(at="#2")
    notes = page.get_by_role("group", name="Toelichting bij dia 2")
    assert not notes.is_visible()
    page.keyboard.press("n")
    assert notes.is_visible() and shown(page) == ["2"]
    page.keyboard.press("Escape")
    assert not notes.is_visible()
    page.keyboard.press("o")
    assert len(shown(page)) == COUNT
    page.get_by_role("button", name="4. Wat willen de groepen verder?").click()
    assert shown(page) == ["4"]


@pytest.mark.parametrize(("size", "look"), [(BEAMER, "gewoon"), (LAPTOP, "bleek")])
def test_slides_are_read_from_the_last_row(size: tuple[int, int], look: str, visit: Callable[..., Page]) -> None:
    page = visit(size, look=look, color_scheme="dark")
    for number in range(1, COUNT + 1):
        found = page.evaluate(LETTERS)
        assert len(found) > 4
        assert min(letter / high for letter, high in found) >= 24 / 540 - 0.0001, number
        for letters, ground in page.evaluate(COLOURS):
            assert contrast(_hexed(letters), _hexed(ground)) >= 7, (number, letters, ground)
        page.keyboard.press("PageDown")


def _hexed(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in colour.removeprefix("rgb(").rstrip(")").split(","))


@pytest.mark.parametrize("size", [LAPTOP, (960, 540)])
def test_a_slide_fills_the_window_and_nothing_sticks_out_of_it(
    size: tuple[int, int], visit: Callable[..., Page]
) -> None:
    page = visit(size)
    for number in range(1, COUNT + 1):
        box = page.locator(".nu .vlak").bounding_box()
        assert box and (round(box["width"]), round(box["height"])) == (size[0], round(size[0] * 9 / 16))
        over = "[...document.querySelectorAll('.nu .vlak *')].filter(one => one.scrollHeight > one.clientHeight + 2"
        over += " && one.matches('.kolom, .kolommen, .boven')).map(one => one.className)"
        assert page.evaluate(over) == [], number
        page.keyboard.press("PageDown")
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == [*size]


@pytest.mark.parametrize("size", [BEAMER, (960, 540), (640, 360), (1366, 640)])
def test_the_buttons_never_lie_over_what_stands_on_a_slide(size: tuple[int, int], visit: Callable[..., Page]) -> None:
    page = visit(size, look="lange naam", reduced_motion="reduce")
    page.mouse.move(50, 50)
    seen = "getComputedStyle(document.querySelector('.knoppen')).opacity"
    assert page.evaluate(seen) == "1"
    over = """(() => { const box = (one) => one.getBoundingClientRect(), bar = box(document.querySelector(".knoppen"));
      const under = [...document.querySelectorAll(".nu :is(.boven, .kolommen, .van, .nummer, .concept)")];
      const hides = (one) => one.left < bar.right && one.right > bar.left
        && one.top < bar.bottom && one.bottom > bar.top;
      return [innerHeight - bar.bottom >= 0 && bar.left >= 0,
        ...under.filter((one) => hides(box(one))).map((one) => one.className)]; })()"""
    assert page.evaluate(over) == [True]
    page.evaluate("document.documentElement.classList.add('rust')")
    assert page.evaluate(seen) == "0"
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Overzicht").focus()
    assert page.evaluate(seen) == "1"


def test_on_a_phone_letters_are_large_enough_and_nothing_scrolls_sideways(visit: Callable[..., Page]) -> None:
    page = visit(PHONE)
    for number in range(1, COUNT + 1):
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        sizes = [letter for letter, _ in page.evaluate(LETTERS)]
        assert min(sizes) >= (11 if number == 1 else 15.9), number
        page.get_by_role("button", name="Volgende").click()


def test_without_a_script_all_slides_stand_there_with_their_notes(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = _opened(context.new_page(), tmp_path)
    assert page.locator("h2").filter(visible=True).count() == COUNT
    assert page.get_by_text("Toelichting bij dia 2").is_visible() and page.get_by_text("Vorige").is_hidden()
    assert page.get_by_role("heading", level=1).is_visible()
    context.close()


def test_on_paper_a_slide_is_a_page_and_what_is_told_with_it_the_next(visit: Callable[..., Page]) -> None:
    page = visit(at="#3")
    page.keyboard.press("o")
    paper = page.pdf(prefer_css_page_size=True)
    pages = told(paper, "pdftotext", "-raw").split("\f")[:-1]
    heads = [text.splitlines()[0] for text in pages]
    titles = [one.title for one in SOME_SLIDES.slides]
    notes = [f"Toelichting bij dia {at}: {titles[at - 1]}" for at in (1, 2, 4)]
    whole = [titles[0], notes[0], titles[1], notes[1], heads[4], titles[2], titles[3], notes[2]]
    assert heads == whole and ODD[2] in " ".join(pages[5].split())
    assert "Vorige" not in told(paper, "pdftotext")
    assert min(one.size for one in stretches_of(paper) if one.page in (1, 3, 6, 7) and one.text) >= 23.6
    assert "960 x 540 pts" in told(paper, "pdfinfo")


def test_nothing_is_asked_of_the_network(visit: Callable[..., Page], window: Page, tmp_path: Path) -> None:
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    window.on("request", hear)
    page = visit()
    page.keyboard.press("PageDown")
    window.remove_listener("request", hear)
    assert asked == [(tmp_path / "gewoon.html").as_uri()]
