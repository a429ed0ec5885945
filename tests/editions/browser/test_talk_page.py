"""The conversation in a browser: by mouse and by keyboard alone it comes to what the same commands come to without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from tests.a_browser import without_complaints
from tests.barriers import barriers
from tests.browser.talk.held import Talk, View
from tests.editions.browser.a_conversation import begin, hold
from tests.editions.browser.talking import ByKeyboard, ByMouse

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.slow
BEAMER: ViewportSize = {"width": 1024, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 740}
NUMBERS = count(1)
"""So that no conversation is taken for an earlier one."""


@pytest.fixture
def page(small: Page) -> Iterator[Page]:
    """The page; whatever it says to the console or throws fails the test."""
    with without_complaints(small):
        yield small


@pytest.fixture
def natively(tmp_path: Path, content: Content) -> Talk:
    """The same conversation without a browser, on the same day."""
    talk = Talk(tmp_path / "werk", content)
    talk.desk.on = date.today()  # noqa: DTZ011 - as the page takes it from the computer
    return talk


def saved(page: Page, folder: Path) -> Path:
    """The file as the page gives it away."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Opslaan").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_a_whole_conversation_by_mouse_on_a_beamer(page: Page, natively: Talk, tmp_path: Path) -> None:
    page.set_viewport_size(BEAMER)
    begin(page)
    hold(page, ByMouse(page), natively, partial(check_look, page, set()))

    path = saved(page, tmp_path)
    # A number follows where the page knows another of that name.
    assert re.fullmatch(r"flexpool-drenthe(-\d)?\.yaml", path.name)
    assert read_assessment(path, natively.desk.content).assessment == natively.assessment


def check_look(page: Page, seen: set[str], view: View) -> None:
    """Each kind of screen once: all of it on a beamer, nothing beside a phone, and no barriers."""
    kind = view["at"].split(":")[0]
    if kind in seen:
        return
    seen.add(kind)
    if view["in_a_row"]:
        lowest = page.locator(".verder button").first.bounding_box()
        assert lowest is not None and lowest["y"] + lowest["height"] <= BEAMER["height"]
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], kind
    small = "[...document.querySelectorAll('main :is(button, summary, label.antwoord, select)')]"
    small += (
        ".filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML)"
    )
    assert page.evaluate(small) == []
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    assert barriers(page, again=True, only_colours=True) == []
    if view["in_a_row"] or view["shape"] == "card":
        page.emulate_media(color_scheme="light", forced_colors="active")
        assert barriers(page, again=True, only_colours=True) == []
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size(BEAMER)


def test_a_whole_conversation_by_keyboard_alone(page: Page, natively: Talk, tmp_path: Path) -> None:
    begin(page)
    hold(page, ByKeyboard(page), natively, partial(check_focus, page))

    path = saved(page, tmp_path)
    assert read_assessment(path, natively.desk.content).assessment == natively.assessment


def check_focus(page: Page, view: View) -> None:
    """Who came to a question is at its heading or in its field, or where they were at it."""
    assert page.evaluate(
        "document.activeElement !== document.body && document.activeElement.closest('.gesprek') !== null"
    )


def go_to(page: Page, label: str) -> None:
    """To a question by the overview."""
    page.get_by_role("button", name="Overzicht").click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile(f"^{label}")).first.click()


def named(page: Page) -> None:
    """A conversation with a name, at its first statement."""
    page.set_viewport_size({"width": 1280, "height": 800})
    begin(page)
    keys = ByKeyboard(page)
    keys.press("Enter")
    for title, text in (
        ("Hoe heet het", f"Proef {next(NUMBERS)}"),
        ("Welke gemeenten", "Assen, Emmen, Hoogeveen, Meppel, Coevorden"),
    ):
        page.get_by_role("heading", name=title).wait_for()
        page.keyboard.insert_text(text)
        keys.press("Enter")
    page.get_by_role("heading", name="Wat wilt u delen?").wait_for()
    go_to(page, "Onze gemeenten vragen zelf om samenwerking")
    page.get_by_role("heading", name="Onze gemeenten vragen zelf").wait_for()


def test_the_second_of_two_quick_clicks_answers_nothing(page: Page) -> None:
    named(page)
    ByMouse(page).arrive()
    page.locator("label.antwoord").first.dblclick()
    page.get_by_text("Vraag 3 van 10").wait_for()
    page.wait_for_timeout(300)
    assert page.get_by_text("Vraag 3 van 10").is_visible()
    assert page.locator("label.antwoord :checked").count() == 0


def test_arrow_keys_point_at_an_answer_and_give_none(page: Page) -> None:
    named(page)
    ByKeyboard(page).press("ArrowDown", "ArrowDown", "ArrowDown")
    assert page.locator(".antwoord :checked").get_attribute("value") == "3"
    assert page.get_by_role("button", name="Verder", exact=True).is_visible()
    assert page.get_by_text("Vraag 2 van 10").is_visible()


def test_who_hears_the_page_is_told_what_each_control_is(page: Page) -> None:
    named(page)
    answers = page.get_by_role("radiogroup", name="Onze gemeenten vragen zelf om samenwerking op dit thema.")
    assert answers.get_by_role("radio").count() == 6
    assert page.locator("h1").evaluate("one => document.activeElement === one")
    page.get_by_role("button", name="Handen tellen").click()
    assert page.get_by_role("spinbutton", name="Handen voor: de meeste").is_visible()
    assert page.get_by_role("button", name="Een hand meer: de meeste").is_visible()

    go_to(page, "Uw eigen inschatting")
    page.get_by_role("heading", name="Waar staat het initiatief").wait_for()
    page.get_by_role("slider", name="Motivatie tot samenwerken").press("ArrowRight")
    page.get_by_role("slider", name="Betrokkenheid van de bestaande").press("ArrowLeft")
    assert page.locator(".plek-nu").inner_text() == "Motivatie: 3,5, betrokkenheid: 2,5"
    unnamed = re.findall(
        r"^\s*- (?:radio|checkbox|textbox|button|combobox|slider)(?: \[\w+\])?:?$",
        page.locator("body").aria_snapshot(),
        re.MULTILINE,
    )
    assert unnamed == []


def test_what_is_half_typed_is_there_again_and_what_is_refused_says_why(page: Page) -> None:
    named(page)
    go_to(page, "Gemeenten")
    for typed in ("Assen, " * 3000, "Assn"):
        page.locator("#vak").fill(typed)
        page.get_by_role("button", name="Menukaart").click()
        page.get_by_role("button", name="Gesprek", exact=True).click()
        assert page.locator("#vak").input_value() == typed

    page.keyboard.press("Enter")
    page.locator("#gezegd", has_text="Bedoelde u Assen?").wait_for()
    assert page.locator("#vak").get_attribute("aria-invalid") == "true"
    assert "Bedoelde u Assen?" in page.locator(".gezegd[role=status]").inner_text()


def test_names_complete_while_they_are_typed(page: Page) -> None:
    named(page)
    go_to(page, "Gemeenten")
    page.locator("#vak").fill("")
    page.keyboard.type("Assen, dren")
    page.get_by_role("option", name="provincie Drenthe").wait_for()
    assert barriers(page) == []
    ByKeyboard(page).press("ArrowDown", "Enter")
    page.wait_for_function("document.getElementById('vak').value === 'Assen, provincie Drenthe'")
    page.keyboard.press("Control+z")
    page.wait_for_function("document.getElementById('vak').value === 'Assen, dren'")


def test_a_long_name_makes_the_page_no_wider_than_a_phone(page: Page) -> None:
    named(page)
    go_to(page, "Naam")
    page.locator("#vak").fill("Energietransitiesamenwerkingsverbanden " * 8)
    page.keyboard.press("Enter")
    page.locator(".initiatief", has_text="Energietransitie").wait_for()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Begin", exact=True).click()
    page.get_by_role("button", name="Verder met dit concept").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_outcome_and_the_answers_are_not_given_away_before_the_place(page: Page) -> None:
    named(page)
    page.keyboard.press("5")
    page.get_by_text("Vraag 3 van 10").wait_for()
    page.keyboard.press("o")
    overview = page.get_by_role("dialog")
    overview.wait_for()
    assert overview.locator(".antwoord-was").count() == 0
    assert barriers(page) == []
    overview.get_by_role("button", name="Toon ook wat er is geantwoord").click()
    overview.locator(".antwoord-was").first.wait_for()
    overview.locator("h2:focus").wait_for()
    page.keyboard.press("Escape")
    overview.wait_for(state="hidden")

    page.keyboard.press("u")
    page.get_by_role("dialog", name="Dit laat de uitkomst tot nu toe zien").wait_for()
    page.get_by_role("button", name="Toch kijken").click()
    page.get_by_role("dialog", name="Proef").wait_for()
    assert barriers(page) == []
    page.get_by_role("button", name="Terug naar de vraag").click()
    assert page.locator("h1").inner_text().startswith("Onze gemeenten")


@pytest.mark.parametrize(
    ("key", "title"),
    [("?", "Onze gemeenten vragen zelf om samenwerking op dit thema."), ("p", "Pauze"), ("q", "Stoppen")],
)
def test_what_lies_over_a_question_leads_back_to_it(page: Page, key: str, title: str) -> None:
    named(page)
    page.keyboard.press("4")
    page.get_by_text("Vraag 3 van 10").wait_for()
    page.keyboard.press("Escape")
    page.get_by_text("Vraag 2 van 10").wait_for()
    page.keyboard.press(key)
    page.get_by_role("dialog", name=title).wait_for()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.get_by_text("Vraag 2 van 10").is_visible()
    check_focus(page, {})


def test_answers_known_before_are_pasted_as_a_row(page: Page) -> None:
    named(page)
    page.evaluate(
        """() => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text", "4 w 2");
          document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    page.get_by_text("Vraag 5 van 10").wait_for()


def test_all_about_an_option_unfolds_under_it(page: Page) -> None:
    named(page)
    go_to(page, "Financiering")
    page.get_by_role("button", name="Toon alle").click()
    option = page.locator("li.optie").first
    option.locator("summary").click()
    option.locator(".gespreksblad").get_by_text("Voor", exact=True).wait_for()
    assert barriers(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
