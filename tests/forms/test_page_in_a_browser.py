"""The page of a form in a real browser, opened as a file with the network cut off."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.forms.questionnaire import Questionnaire
from poolwijzer.forms.sent import SentAnswers, dump_sent, find_blocks, write_block
from tests.a_browser import a_browser, without_complaints
from tests.barriers import barriers
from tests.forms.filling import (
    ANSWERS,
    REGION,
    Filled,
    asked_of,
    cut_off,
    fill_at_once,
    fill_in,
    page_of,
    read_sent,
    save,
    twelve,
)

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page

SMALL, PHONE, DESKTOP = 320, 360, 1280
LOOKS = ((SMALL, "light"), (PHONE, "dark"), (800, "forced"), (DESKTOP, "light"))
WHOLE = Filled(
    "Voorbeeldwaard",
    "secretaris",
    "namens-organisatie",
    True,
    {"m2": 4, "m16": "weet-niet", "m6": 1},
    {"m6": "Zie het verslag – “punt 3”.", "b2": "Nog geen antwoord, wel een toelichting."},
)
STORE = "Object.entries(localStorage)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for these tests."""
    with a_browser() as running:
        yield running


@pytest.fixture(scope="session")
def asked(content: Content) -> Questionnaire:
    """The form of an example."""
    return asked_of(content)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A window for one form after another, with all that is asked of anything."""
    made, asked = _somebodys(browser)
    yield made.new_page(), asked
    made.close()


def _somebodys(browser: Browser) -> tuple[BrowserContext, list[str]]:
    """Somebody's browser, with a store of its own; every request is counted, and none goes out."""
    made = browser.new_context(viewport={"width": DESKTOP, "height": 800}, timezone_id="Europe/Amsterdam")
    return made, cut_off(made)


def _opened(page: Page, made: Questionnaire, path: Path) -> Page:
    path.write_bytes(page_of(made))
    page.goto(path.as_uri())
    return page


@pytest.fixture
def visit(window: tuple[Page, list[str]], tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Opens a form from a file, with nothing remembered; whatever it says to the console or throws fails the test."""
    page, requests = window
    page.set_viewport_size({"width": DESKTOP, "height": 800})
    requests.clear()

    with without_complaints(page):
        yield lambda made, name="vragenlijst": _opened(page, made, tmp_path / f"{name}.html")

    (tmp_path / "niets.html").write_text("<!DOCTYPE html><title>Niets</title>", encoding="utf-8")
    page.goto((tmp_path / "niets.html").as_uri())  # all pages that are opened from files share one store
    page.evaluate("localStorage.clear()")
    assert gone_out(requests) == []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of somebody else, for a test that changes more of it than what stands in a form."""
    made, requests = _somebodys(browser)
    wrong: list[str] = []
    made.on("weberror", lambda error: wrong.append(str(error.error)))
    made.on("console", lambda said: wrong.append(said.text))
    yield made
    made.close()
    assert wrong == [] and gone_out(requests) == []


@pytest.fixture
def visit_apart(context: BrowserContext, tmp_path: Path) -> Callable[..., Page]:
    """Opens a form in a window of its own in that browser."""
    return lambda made: _opened(context.new_page(), made, tmp_path / "vragenlijst.html")


def gone_out(requests: list[str]) -> list[str]:
    return [url for url in requests if not url.startswith(("file:", "blob:file:", "blob:null"))]


def told(page: Page, where: str = "verteld") -> str:
    return page.locator(f"#{where}").inner_text()


def is_empty(page: Page) -> bool:
    checked = page.locator("input[type=radio]:checked").evaluate_all("all => all.map(one => one.value)")
    return checked == ["false"] and page.locator("#organisatie").input_value() == ""


def go_on(page: Page, text: str) -> str:
    """Paste a text of before, and give what the page says."""
    if not page.locator("#plakken").is_visible():
        page.get_by_text("Verder met antwoorden die u eerder opsloeg").click()
    page.fill("#plakken", text)
    page.click("#open-tekst")
    return told(page)


def sent_with(sent: SentAnswers, *, form: dict[str, Any] | None = None, **response: Any) -> str:
    """The block of answers in which something is otherwise."""
    data = dump_sent(sent)
    data["form"] |= form or {}
    data["response"] |= response
    return write_block(json.dumps(data).encode())


# Filling in and saving.


def test_what_is_filled_in_by_mouse_is_saved_in_a_file_that_reads_back(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_in(page, WHOLE)
    assert page.locator("#stand").inner_text() == "3 van 10 beantwoord"
    name, text = save(page)
    sent = read_sent(text)
    assert re.fullmatch(r"antwoorden-voorbeeldwaard-[0-9a-f]{6}\.txt", name)
    assert sent.form == asked.form
    response = sent.response
    assert response.id.startswith(f"r-{name[-10:-4]}")
    assert (response.organisation.name, response.role, response.basis) == WHOLE[:3] and response.named
    assert response.delete_on == asked.form.delete_on and response.questions == "kort"
    assert {one: answer.value for one, answer in response.answers.items()} == {**WHOLE.answers, "b2": None}
    assert {one: answer.note for one, answer in response.answers.items() if answer.note} == WHOLE.notes
    assert f"opgeslagen als {name}" in told(page, "opgeslagen") and "Kijk in de map met downloads." in page.inner_text(
        "#opgeslagen"
    )


def test_the_text_is_what_python_would_write_under_lines_that_people_can_read(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    _, text = save(page)
    (block,) = find_blocks(text)
    assert block.data is not None
    sent = SentAnswers.model_validate(json.loads(block.data))
    assert list(json.loads(block.data)["response"].items()) == list(dump_sent(sent)["response"].items())
    assert text.endswith(write_block(block.data))
    lines = text[: block.start].splitlines()
    assert lines[0] == "Antwoorden op de vragenlijst: Voorbeeldregio Rivierland"
    assert "Gemeente: Voorbeeldwaard" in lines and "Wat is uw functie? secretaris" in lines
    place = lines.index("3. Onze gemeente doet dit werk liever alleen dan samen.")
    assert lines[place + 1 : place + 3] == ["   nee, helemaal niet", "   Toelichting: Zie het verslag – “punt 3”."]
    assert page.locator("#tekst").input_value() == text


ODD = (
    "👩‍👩‍👧 en é, é, ß, ﬁ",
    "\u202eomgekeerd\u202c en עברית",
    "----- EINDE POOLWIJZER -----",
    "BEGIN POOLWIJZER 1 12345678\nAAAA",
    "</script><b>'\"&amp;\\n${7*7}",
    "__proto__: null # [x]: {y}",
    "regel\n\n  ingesprongen\tmet tab",
    "a" * 1000,
)


def test_whatever_somebody_types_in_a_note_comes_back_as_it_was(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    notes = dict(zip((question.id for question in asked.questions), ODD, strict=False))
    fill_in(page, Filled("Voorbeeldkerk", notes=notes))
    _, text = save(page)
    assert {name: answer.note for name, answer in read_sent(text).response.answers.items()} == notes
    page.reload()
    go_on(page, text)
    assert read_sent(save(page)[1]).response.answers == read_sent(text).response.answers


def test_who_cannot_attach_a_file_copies_the_same_text(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    page.click("#maak-tekst")
    text = page.locator("#tekst").input_value()
    assert read_sent(text).response.answers["m2"].value == 4
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.click("#kopieer")
    assert "De tekst is gekopieerd." in told(page, "gekopieerd")
    assert page.evaluate("getSelection().toString()").strip() == text.strip()
    page.evaluate("document.execCommand = () => false")
    page.click("#kopieer")
    assert "Kopieer hem met Ctrl+C" in told(page, "gekopieerd")
    assert page.evaluate(STORE) != []  # it may still get lost on its way
    page.check("input[name=antwoord-m2][value='5']")
    assert not page.locator("#tekst").is_visible()  # it would be that of before


def test_a_mail_program_that_marks_and_wraps_the_text_changes_no_answer(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    _, text = save(page)
    mailed = "Hallo,\r\n\r\n" + "".join(f"> > {line}  \r\n" for line in text.splitlines()) + "\r\nGroet"
    assert read_sent(mailed) == read_sent(text)
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("#wis")
    assert is_empty(page)
    assert "Uw antwoorden staan er weer: 3 van 10 beantwoord." in go_on(page, mailed)
    again = read_sent(save(page)[1])
    assert again.response.model_copy(update={"date": None}) == read_sent(text).response.model_copy(
        update={"date": None}
    )


def test_nothing_has_to_be_answered_but_what_is_open_is_said(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_in(page, Filled("Voorbeeldkerk", answers={"m2": 3}))
    open_ = page.locator("#nog-open").inner_text()
    assert "Nog niet beantwoord: stellingen" in open_ and "Dat mag" in open_
    assert page.locator("#nog-open a").all_text_contents() == [str(number) for number in range(2, 11)]
    assert "Uw functie is niet ingevuld." in open_ and "Dan telt het als uw eigen beeld." in open_
    page.get_by_role("link", name="stelling 4", exact=True).click()
    assert page.evaluate("document.activeElement.name") == "antwoord-m3"
    response = read_sent(save(page)[1]).response
    assert (response.role, response.basis, response.named) == (None, "eigen-beeld", False)
    assert list(response.answers) == ["m2"]


def test_an_answer_can_be_taken_away_again(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_in(page, Filled("Voorbeeldkerk", answers={"m2": 3, "m16": 2}))
    page.get_by_role("button", name="Wis antwoord bij stelling 1", exact=True).click()
    assert page.locator("#stand").inner_text() == "1 van 10 beantwoord"
    assert page.evaluate("document.activeElement.name") == "antwoord-m2"
    assert list(read_sent(save(page)[1]).response.answers) == ["m16"]


def test_without_a_municipality_it_says_what_is_missing_and_goes_there(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    page.check("input[name=antwoord-m2][value='3']")
    page.click("#sla-op")
    field = page.get_by_label("Uw gemeente")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.evaluate("document.activeElement.id") == "organisatie"
    assert page.get_by_role("alert").inner_text() == "Vul eerst uw gemeente in. Dan kunt u opslaan."
    page.select_option("#organisatie", "Voorbeelddijk")
    assert field.get_attribute("aria-invalid") is None and page.get_by_role("alert").inner_text() == ""
    save(page)


def test_where_no_municipalities_are_known_the_name_is_typed(
    visit: Callable[..., Page], content: Content, tmp_path: Path
) -> None:
    file = tmp_path / "leeg.yaml"
    file.write_text("poolwijzer: 1\ninitiative: {id: leeg, name: Leeg}\n", encoding="utf-8")
    page = visit(asked_of(content, file))
    page.fill("#organisatie", "  's-Hertogenbosch ")
    name, text = save(page)
    assert name.startswith("antwoorden-s-hertogenbosch-")
    assert read_sent(text).response.organisation.name == "'s-Hertogenbosch"


def test_the_body_answers_its_own_form(visit: Callable[..., Page], content: Content) -> None:
    page = visit(asked_of(content, of="verband"))
    page.check("input[name=antwoord-b2][value='5']")
    sent = read_sent(save(page)[1])
    assert sent.response.organisation.kind == "verband"
    assert sent.response.organisation.name == "het regiobureau Rivierland"


# By keyboard alone.


def test_all_of_it_works_by_keyboard_alone(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de stellingen"
    seen: list[str] = []

    def walk_to(ends: Callable[[str], bool]) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            here = page.evaluate("(one => one.id || one.name || one.textContent.trim())(document.activeElement)")
            shown = page.evaluate(
                "(one => { const box = (one.closest('label') || one).getBoundingClientRect();"
                " const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);"
                " return (one.closest('label') || one).contains(top) && getComputedStyle(one.closest('.keuze') || one)"
                ".outlineStyle !== 'none'; })(document.activeElement)"
            )
            assert shown, here
            seen.append(here)
            if ends(here):
                return
        pytest.fail(f"never reached: {seen}")

    walk_to(lambda here: here == "organisatie")
    page.keyboard.type("Voorbeeldk")
    walk_to(lambda here: here == "role")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    for statement in ("m2", "m16"):
        walk_to(lambda here, name=f"antwoord-{statement}": here == name)  # type: ignore[misc]
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    walk_to(lambda here: here.startswith("Toelichting"))
    page.keyboard.press("Enter")
    walk_to(lambda here: here == "toelichting-m16")
    page.keyboard.type("Getypt.")
    walk_to(lambda here: here == "sla-op")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    response = read_sent(Path(waiting.value.path()).read_text(encoding="utf-8")).response
    assert (response.organisation.name, response.role) == ("Voorbeeldkerk", "secretaris")
    assert {name: answer.value for name, answer in response.answers.items()} == {"m2": 3, "m16": 3}
    assert response.answers["m16"].note == "Getypt."
    assert {"gedeeld", "wis"} <= set(seen)


def test_enter_in_a_field_sends_nothing_away(visit: Callable[..., Page], content: Content, tmp_path: Path) -> None:
    file = tmp_path / "leeg.yaml"
    file.write_text("poolwijzer: 1\ninitiative: {id: leeg, name: Leeg}\n", encoding="utf-8")
    page = visit(asked_of(content, file))
    page.fill("#organisatie", "Assen")
    page.press("#organisatie", "Enter")
    assert page.locator("#organisatie").input_value() == "Assen"


# What the browser remembers.


def test_half_way_a_reload_loses_nothing_and_saving_forgets_it(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    ((key, _),) = page.evaluate(STORE)
    assert key == f"poolwijzer:voorbeeldregio-rivierland:{asked.form.id}"
    page.reload()
    assert "U gaat verder waar u was." in told(page)
    assert page.locator("#stand").inner_text() == "3 van 10 beantwoord"
    _, text = save(page)
    assert {one: answer.note for one, answer in read_sent(text).response.answers.items() if answer.note} == WHOLE.notes
    assert page.evaluate(STORE) == []
    page.reload()
    assert is_empty(page) and told(page) == ""


def test_another_form_does_not_see_what_was_filled_in(
    visit: Callable[..., Page], asked: Questionnaire, content: Content
) -> None:
    fill_at_once(visit(asked), WHOLE)
    assert is_empty(visit(asked_of(content, REGION), "andere"))


def test_a_change_after_saving_is_remembered_under_the_same_respondent(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    first = read_sent(save(page)[1]).response
    page.check("input[name=antwoord-m2][value='2']")
    page.reload()
    second = read_sent(save(page)[1]).response
    assert (first.id, first.answers["m2"].value) == (second.id, 4) and second.answers["m2"].value == 2


def test_the_button_wipes_all_of_it_after_asking(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    first = read_sent(save(page)[1]).response.id
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click("#wis")
    assert not is_empty(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("#wis")
    assert is_empty(page) and page.evaluate(STORE) == []
    assert told(page) == "Alles is gewist. Deze browser onthoudt er niets meer van."
    page.select_option("#organisatie", "Voorbeeldkerk")
    assert read_sent(save(page)[1]).response.id != first  # somebody else may answer now


def test_on_a_shared_computer_nothing_is_remembered(visit_apart: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit_apart(asked)
    fill_at_once(page, WHOLE)
    assert page.evaluate(STORE) != []
    page.check("#gedeeld")
    assert page.evaluate(STORE) == []
    assert page.get_by_text("Deze browser onthoudt niets van wat u invult.").is_visible()
    page.check("input[name=antwoord-m2][value='1']")
    assert page.evaluate(STORE) == []
    save(page)
    assert "Verwijder ook het bestand van deze gedeelde computer." in told(page, "opgeslagen")
    page.check("input[name=antwoord-m2][value='2']")
    warned = []

    def leave(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.reload()
    assert warned == ["beforeunload"] and is_empty(page)


BLOCKED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }"


def test_two_windows_of_one_form_say_so(visit_apart: Callable[..., Page], asked: Questionnaire) -> None:
    page, other = visit_apart(asked), visit_apart(asked)
    fill_at_once(other, Filled("Voorbeeldkerk"))
    page.wait_for_function("document.getElementById('verteld').textContent !== ''")
    assert "staat ook open in een ander venster" in told(page)


@pytest.mark.parametrize("refusal", [BLOCKED, FULL])
def test_without_a_store_it_works_and_says_that_nothing_is_remembered(
    refusal: str, visit_apart: Callable[..., Page], asked: Questionnaire, context: BrowserContext
) -> None:
    context.add_init_script(refusal)
    page = visit_apart(asked)
    assert page.get_by_text("Deze browser onthoudt niets van wat u invult.").is_visible()
    fill_at_once(page, WHOLE)
    assert read_sent(save(page)[1]).response.answers["m2"].value == 4


def test_a_store_that_gets_full_is_said(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    page.evaluate(f"() => {{ {FULL} }}")
    page.check("input[name=antwoord-m2][value='1']")
    assert "Laat deze bladzijde open tot u hebt opgeslagen." in told(page)


EVIL = "<img src=x onerror=alert(1)>"
STORED: tuple[Any, ...] = (
    "geen JSON",
    "null",
    "[1, 2]",
    '"tekst"',
    "9" * 600_000,
    {"answers": {"m2": {"value": 99}, "m16": 3.5, "m6": "4", "m3": {"value": {"$": 1}}, "b2": None, "b9": []}},
    {"answers": {"__proto__": {"value": 1}, "constructor": 2, "m999": 5}},
    {"id": EVIL, "role": EVIL, "basis": "__proto__", "named": "true", "organisation": {"name": EVIL}},
    {"organisation": None, "answers": None, "role": ["ambtelijk"], "id": {"toString": 1}},
    {"organisation": "Voorbeeldkerk", "answers": [["m2", 1]]},
)


def test_what_others_put_in_the_store_is_not_taken(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    key = f"poolwijzer:voorbeeldregio-rivierland:{asked.form.id}"
    for stored in STORED:
        text = stored if isinstance(stored, str) else json.dumps(stored)
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        page.reload()
        assert is_empty(page) and page.locator("#stand").inner_text() == "0 van 10 beantwoord", stored
        fill_at_once(page, Filled("Voorbeeldkerk"))
        response = read_sent(save(page)[1]).response
        assert response.answers == {} and re.fullmatch("r-[0-9a-f]{16}", response.id), stored


def test_of_what_others_put_in_the_store_texts_stay_text_and_short(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    key = f"poolwijzer:voorbeeldregio-rivierland:{asked.form.id}"
    notes = {"m2": {"value": 4, "note": EVIL}, "m16": {"note": "a" * 100_000}, "m6": {"note": "a\u0000b\ud800c\u001b["}}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps({"answers": notes})])
    page.reload()
    assert page.locator("img").count() == 0
    page.select_option("#organisatie", "Voorbeeldkerk")
    answers = read_sent(save(page)[1]).response.answers
    assert (answers["m2"].value, answers["m2"].note) == (4, EVIL)
    assert len(answers["m16"].note) == 1000 and answers["m6"].note == "a b\ufffdc ["


# Going on with a file.


def test_a_file_of_before_goes_on_as_the_same_respondent(
    visit: Callable[..., Page], asked: Questionnaire, tmp_path: Path
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    name, text = save(page)
    file = tmp_path / name
    file.write_bytes(text.replace("\n", "\r\n").encode())
    other = visit(asked, "opnieuw")
    other.get_by_text("Verder met antwoorden die u eerder opsloeg").click()
    other.set_input_files("#bestand", file)
    other.wait_for_function("document.getElementById('verteld').textContent !== ''")
    assert told(other).startswith("Uw antwoorden staan er weer: 3 van 10 beantwoord.")
    other.check("input[name=antwoord-m2][value='2']")
    before, after = read_sent(text).response, read_sent(save(other)[1]).response
    assert (after.id, after.role, after.basis, after.named) == (before.id, before.role, before.basis, True)
    assert after.answers["m2"].value == 2 and after.answers["m6"] == before.answers["m6"]


OTHER_FORMS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"initiative": "andere-regio", "name": "Andere regio"}, "horen bij een andere vragenlijst: Andere regio."),
    ({"of": "verband"}, "horen bij de vragenlijst voor de bestaande samenwerking"),
    ({"questions": "volledig"}, "horen bij de volledige vragenlijst"),
)


def test_answers_of_another_form_are_refused_with_words(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    sent = read_sent(save(page)[1])
    page.reload()
    for form, words in OTHER_FORMS:
        assert words in go_on(page, sent_with(sent, form=form)) and is_empty(page)


def test_what_is_no_answers_file_or_a_damaged_or_newer_one_is_said(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    _, text = save(page)
    page.reload()
    assert "Hierin staan geen antwoorden van een vragenlijst." in go_on(page, "Beste collega, hoi.")
    first = text.index("-----\n") + 6
    damaged = text[:first] + ("a" if text[first] != "a" else "b") + text[first + 1 :]
    assert "zijn beschadigd" in go_on(page, damaged)
    assert "zijn beschadigd" in go_on(page, text[: first + 70])
    newer = {**dump_sent(read_sent(text)), "poolwijzer": 99}
    assert "nieuwere Poolwijzer" in go_on(page, write_block(json.dumps(newer).encode()))
    assert is_empty(page)


def test_of_other_menus_what_still_exists_is_taken_over_and_the_rest_is_told(
    visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    sent = read_sent(save(page)[1])
    page.reload()
    older = sent_with(
        sent,
        form={"id": "0123456789ab", "menus": {"version": "0.9", "hash": "oud"}},
        answers={"m2": 4, "m16": 7, "oud1": 3, "oud2": {"value": 1, "note": "Weg."}},
        organisation={"kind": "gemeente", "name": "Opgeheven"},
    )
    said = go_on(page, older)
    assert "1 van 10 beantwoord" in said and "De vragenlijst is sindsdien veranderd." in said
    assert "2 antwoorden horen bij een stelling die hier niet meer in staat." in said
    assert "1 antwoord past niet meer bij de stelling." in said
    assert "De naam in het bestand staat niet in de lijst." in said
    page.select_option("#organisatie", "Voorbeeldkerk")
    assert read_sent(save(page)[1]).form == asked.form


def test_answers_under_a_former_id_go_on_under_the_one_of_now(
    visit: Callable[..., Page], asked: Questionnaire, tmp_path: Path
) -> None:
    (tmp_path / "typologie.yaml").write_text("renamed: {statements: {oud: ouder, ouder: m3, toen: m2}}\n", "utf-8")
    page = visit(asked_of(load_menus(tmp_path)), "nieuwer")
    fill_at_once(page, WHOLE)
    sent = read_sent(save(page)[1])
    page.reload()
    said = go_on(page, sent_with(sent, answers={"toen": 5, "m2": 4, "oud": {"value": 2, "note": "Ja."}, "weg": 1}))
    assert "2 van 10 beantwoord" in said and "1 antwoord hoort bij een stelling die hier niet meer" in said
    answers = read_sent(save(page)[1]).response.answers
    assert {name: (one.value, one.note) for name, one in answers.items()} == {"m2": (4, ""), "m3": (2, "Ja.")}


def test_of_a_mail_with_several_answers_the_last_are_opened(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    sent = read_sent(save(page)[1])
    page.reload()
    newest = sent_with(sent, date="2026-11-30T10:00+01:00", answers={"m2": 1})
    oldest = sent_with(sent, date="2026-11-29", answers={"m2": 5})
    assert "Er stonden 2 keer antwoorden in." in go_on(page, newest + "\n> " + oldest)
    assert read_sent(save(page)[1]).response.answers["m2"].value == 1


def test_opening_answers_over_others_asks_first(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    fill_at_once(page, WHOLE)
    _, text = save(page)
    page.check("input[name=antwoord-m2][value='1']")
    page.once("dialog", lambda dialog: dialog.dismiss())
    assert "Er is niets geopend." in go_on(page, text)
    assert page.locator("input[name=antwoord-m2]:checked").input_value() == "1"
    page.once("dialog", lambda dialog: dialog.accept())
    go_on(page, text)
    assert page.locator("input[name=antwoord-m2]:checked").input_value() == "4"


def test_after_its_last_day_it_says_so(visit: Callable[..., Page], content: Content) -> None:
    from datetime import date

    page = visit(asked_of(content, delete_on=date(2020, 1, 1)))
    assert told(page).startswith("Deze vragenlijst liep tot 1 januari 2020.")


# For everyone.


def test_it_holds_no_barriers(visit_apart: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit_apart(asked)
    page.click("#sla-op")  # as it is opened, with a mistake told
    _look_for_barriers(page)
    fill_in(page, WHOLE)
    go_on(page, "niets")
    save(page)
    _look_for_barriers(page)


def _look_for_barriers(page: Page) -> None:
    """At every width and in all colours. A phone shows it as the smallest screen does, in other colours."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        dark: Any = "dark" if scheme == "dark" else "light"
        page.emulate_media(color_scheme=dark, forced_colors="active" if scheme == "forced" else "none")
        assert barriers(page, again=width != SMALL, only_colours=width == PHONE) == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [SMALL, PHONE, 640])
def test_on_a_phone_and_zoomed_in_nothing_scrolls_sideways_and_fingers_hit_it(
    width: int, visit: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit(asked)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    fill_in(page, WHOLE)
    assert read_sent(save(page)[1]).response.answers["m2"].value == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    low = "[...document.querySelectorAll('.keuze, button, select, summary')].filter(one => one.checkVisibility())"
    assert page.evaluate(f"Math.min(...{low}.map(one => one.getBoundingClientRect().height))") >= 24


def test_the_accessibility_tree_says_it_all_in_dutch(visit: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit(asked)
    assert page.locator("html").get_attribute("lang") == "nl"
    statement = page.get_by_role("group", name="1. Onze gemeente zegt dat zij voor dit werk hulp van anderen nodig")
    assert statement.get_by_role("radio").count() == 6
    assert statement.get_by_role("radio", name="ja, helemaal", exact=True).count() == 1
    tree = page.locator("body").aria_snapshot()
    headings = re.findall(r'heading "([^"]*)" \[level=(\d)\]', tree)
    assert headings[0] == ("Vragenlijst: Voorbeeldregio Rivierland", "1")
    assert [level for _, level in headings[1:]] == ["2"] * (len(headings) - 2) + ["3"]
    assert 'group "Ik antwoord:"' in tree and 'combobox "Uw gemeente"' in tree
    assert 'progressbar "0 van 10 beantwoord"' in tree
    unnamed = re.findall(r"^\s*- (?:radio|checkbox|textbox|button|combobox)(?: \[\w+\])?:?$", tree, re.MULTILINE)
    assert unnamed == []


def test_progress_is_said_once_after_a_while_and_not_at_every_key(
    visit_apart: Callable[..., Page], asked: Questionnaire
) -> None:
    page = visit_apart(asked)
    page.clock.install()
    page.reload()
    page.clock.run_for(1700)
    page.evaluate(
        "window.said = []; new MutationObserver(() => said.push(document.getElementById('gezegd').textContent))"
        ".observe(document.getElementById('gezegd'), {childList: true})"
    )
    page.focus("input[name=antwoord-m2]")
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.check("input[name=antwoord-m16][value='1']")
    assert page.evaluate("said") == []
    page.clock.run_for(1700)
    assert page.evaluate("said") == ["2 van 10 beantwoord"]
    assert page.locator("#stand").get_attribute("role") is None


def test_without_a_script_it_reads_and_does_not_pretend_to_be_a_form(
    browser: Browser, asked: Questionnaire, tmp_path: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    path = tmp_path / "vragenlijst.html"
    path.write_bytes(page_of(asked))
    page.goto(path.as_uri())
    assert page.get_by_role("heading", name="Zo vult u deze vragenlijst in").is_visible()
    assert page.locator("legend").filter(has_text="Onze gemeente").first.is_visible()
    assert not page.get_by_role("button").count()
    assert not [
        one for one in page.locator("input:enabled, select:enabled, textarea:enabled").all() if one.is_visible()
    ]
    context.close()


def test_on_paper_it_is_a_form_for_a_pen(visit_apart: Callable[..., Page], asked: Questionnaire) -> None:
    page = visit_apart(asked)
    page.set_viewport_size({"width": 672, "height": 900})
    page.emulate_media(media="print")
    assert page.get_by_text("Klaar? Geef dit papier aan Regiobureau Rivierland.").is_visible()
    assert page.get_by_role("button").count() == 0
    assert page.locator("#toelichting-m2").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 672
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")


# Twelve respondents.

FIXED = """(() => { let next = Number(location.search.slice(1));
    crypto.getRandomValues = (bytes) => bytes.map((_, place) => {
    next = (next * 1103515245 + 12345) % 2147483648; bytes[place] = next >>> 16; return bytes[place]; }); })()"""


def test_the_twelve_files_that_others_merge_are_what_the_page_saves(
    browser: Browser, content: Content, tmp_path: Path
) -> None:
    asked = asked_of(content, REGION, organisation="Regiobureau Twaalf")
    path = tmp_path / "vragenlijst.html"
    path.write_bytes(page_of(asked))
    context = browser.new_context(offline=True, timezone_id="Europe/Amsterdam")
    context.add_init_script(FIXED)
    page = context.new_page()
    for place, filled in enumerate(twelve()):
        page.clock.set_fixed_time(f"2026-11-{10 + place}T09:30:00+01:00")
        page.goto(f"{path.as_uri()}?{1000 + place}")
        assert is_empty(page)
        fill_at_once(page, filled)
        name, text = save(page)
        (tmp_path / name).write_text(text, encoding="utf-8")
        kept = ANSWERS / name
        assert kept.is_file(), f"put {tmp_path / name} in {ANSWERS}"
        # The menus may have changed since; what was answered has not.
        assert read_sent(kept.read_text(encoding="utf-8")).response == read_sent(text).response
    assert len(list(ANSWERS.glob("*.txt"))) == len(list(tmp_path.glob("*.txt"))) == 12
    context.close()
