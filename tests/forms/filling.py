"""A form filled in the way people do, and what it saves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.page.writer import render
from poolwijzer.forms.questionnaire import Questionnaire, make_questionnaire
from poolwijzer.forms.sent import SentAnswers, find_blocks
from tests.roots import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

ANSWERS = ROOT / "tests" / "files" / "answers"
REGION = ANSWERS / "regio.yaml"
RIVIERLAND = ROOT / "examples" / "voorbeeldregio-rivierland.yaml"
ORGANISATION, DELETE_ON, ON = "Regiobureau Rivierland", date(2027, 3, 1), date(2026, 11, 30)
_NO_FILE = re.compile("^(?!file:|blob:)")


def asked_of(content: Content, file: Path = RIVIERLAND, of: Any = "gemeente", **options: Any) -> Questionnaire:
    """The questionnaire of an initiative."""
    assessment = read_assessment(file, content).assessment
    return make_questionnaire(
        content, assessment, of, **{"organisation": ORGANISATION, "delete_on": DELETE_ON, **options}
    )


def page_of(asked: Questionnaire, theme: Theme | None = None) -> bytes:
    """Its page."""
    return render(asked, theme or Theme(), ON)


def read_sent(text: str) -> SentAnswers:
    """What a text of a form holds, read as `merge` does."""
    (block,) = find_blocks(text)
    assert block.data is not None
    return SentAnswers.model_validate(json.loads(block.data))


def cut_off(context: BrowserContext) -> list[str]:
    """Take the network away from what is opened, and tell what is asked of it all the same."""
    asked: list[str] = []
    context.set_offline(True)
    context.on("request", lambda request: asked.append(request.url))
    context.route(_NO_FILE, lambda route: route.abort())
    return asked


class Filled(NamedTuple):
    """What one respondent fills in."""

    organisation: str
    role: str = ""
    basis: str = ""
    named: bool = False
    answers: Mapping[str, int | str] = {}
    notes: Mapping[str, str] = {}


def fill_in(page: Page, filled: Filled) -> None:
    """Fill in a form, by mouse."""
    page.select_option("#organisatie", filled.organisation)
    for name in ("role", "basis"):
        if value := getattr(filled, name):
            page.check(f"input[name={name}][value={value}]")
    page.check(f"input[name=named][value={str(filled.named).lower()}]")
    for statement, value in filled.answers.items():
        page.check(f"input[name=antwoord-{statement}][value='{value}']")
    for statement, note in filled.notes.items():
        write_note(page, statement, note)


def fill_at_once(page: Page, filled: Filled) -> None:
    """Fill in a form by its own events, for tests of many forms that are not about the mouse."""
    chosen = {f"antwoord-{statement}": str(value) for statement, value in filled.answers.items()}
    for name, value in (("role", filled.role), ("basis", filled.basis), ("named", str(filled.named).lower())):
        if value:
            chosen[name] = value
    page.evaluate(FILL, [filled.organisation, chosen, dict(filled.notes)])


FILL = """([name, chosen, notes]) => {
    const write = (id, value) => {
        document.getElementById(id).value = value;
        document.getElementById(id).dispatchEvent(new Event("input", {bubbles: true}));
    };
    write("organisatie", name);
    Object.entries(chosen).forEach(([one, value]) =>
        document.querySelector(`input[name="${one}"][value="${value}"]`).click());
    Object.entries(notes).forEach(([id, note]) => write(`toelichting-${id}`, note));
}"""


def write_note(page: Page, statement: str, note: str) -> None:
    """Unfold the note of a statement, and write it."""
    page.locator(f"#stelling-{statement} summary").click()
    page.fill(f"#toelichting-{statement}", note)


def save(page: Page) -> tuple[str, str]:
    """Save, and give the name of the file with what is in it."""
    with page.expect_download() as waiting:
        page.click("#sla-op")
    name = waiting.value.suggested_filename
    return name, Path(waiting.value.path()).read_text(encoding="utf-8")


NAMES = (
    "Voorbeeldhaven",
    "Voorbeelddijk",
    "Voorbeeldwaard",
    "Voorbeeldkerk",
    "Voorbeeldsluis",
    "Voorbeeldveen",
    "Voorbeeldheide",
    "Voorbeeldbeek",
    "Voorbeeldmeer",
    "Voorbeeldbos",
    "’t Voorbeeld-Zuid",
    "Voorbeeldhaven",
)
NOTES = {
    0: {"m2": "Zie het collegebesluit van 3 maart: “samen als het kan”."},
    3: {"m16": "Wij vroegen het\nin twee brieven.", "b9": "Eén keer, in 2025 – en goed ook 👍"},
    5: {"m6": '<b>Niet</b> & "wel" \\ een {macro}; =1+1'},
    7: {"m3": "----- BEGIN POOLWIJZER 1 00000000 -----"},
}
ROLES = ("ambtelijk", "secretaris", "bestuurlijk", "")


def twelve() -> list[Filled]:
    """Twelve respondents of eleven municipalities: two of one, and one municipality of which nobody answers."""
    asked = ("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12")
    found = []
    for place, name in enumerate(NAMES):
        answers: dict[str, int | str] = {}
        for number, statement in enumerate(asked):
            point = (place * 3 + number * 5) % 7
            if point:  # else it stays open
                answers[statement] = point if point < 6 else "weet-niet"
        basis = ("namens-organisatie", "eigen-beeld")[place == 11 or place % 4 == 2]
        named = place % 3 == 0
        found.append(Filled(name, ROLES[place % 4], basis, named, answers, NOTES.get(place, {})))
    return found
