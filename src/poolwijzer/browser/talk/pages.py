"""Pages of the conversation as they are in a browser, where a button does what elsewhere a key or a command does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from poolwijzer.assessment.again import find_hindrance
from poolwijzer.browser.talk.keys import list_page_keys
from poolwijzer.browser.talk.record import WebRecord
from poolwijzer.browser.talk.words import shown
from poolwijzer.formats.html.part import render_part
from poolwijzer.interview.commands import Jump, PageKeys
from poolwijzer.interview.progress import tell_answered
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.steps.end import NOT_SEEN, EndPage
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.interview.steps.welcome import WelcomePage
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Labelled, Line, Paragraph, Report, Section

NEW_FILE = "een bestand met de naam van het initiatief"
LARGER = "Letters groter: Ctrl en +. Op een Mac: Cmd en +."
HOW_TO_SAVE = (
    "Bewaar het bestand zelf: boven aan de bladzijde ziet u of het al bewaard is. Sluit u de bladzijde zonder dat, dan "
    "blijft alleen het concept in deze browser."
)
AFTERWARDS = "Met 'Verslagen' maakt u het verslag van één bladzijde, de notitie voor het bestuur en alle andere."
HOW: dict[str, str] = {
    "one": "Klik op een antwoord: dan gaat u meteen verder. Of wijs het aan met de pijlen, en kies 'Verder'.",
    "several": "Zet antwoorden aan of uit. Kies 'Verder' als u klaar bent.",
    "card": (
        "Zet bij een optie of u haar kiest of overweegt. De kaart schrijft niets voor: u kiest zelf, en iets anders "
        "kan ook."
    ),
    "point": "Klik in het assenstelsel, gebruik de pijlen of verschuif de balken. Kies dan 'Zet de stip hier'.",
    "text": "Schrijf uw antwoord en kies 'Verder'. Een leeg vak slaat de vraag over.",
}
_ACTIONS = {"afsluiten": "Afsluiten", "verdieping": "De verdieping", "wie betaalt wat": "Wie betaalt wat"}


def tell_page(page: Report) -> dict[str, Any]:
    """A page as the browser shows it: its title apart, and what it says in HTML."""
    return {"title": page.title, "subtitle": page.subtitle, "html": render_part(shown_report(page))}


def shown_report(page: Report) -> Report:
    """A page that speaks of no keys; other pages have paragraphs of texts that steps say too."""

    def reworded(section: Section) -> Section:
        blocks = tuple(
            replace(block, line=replace(block.line, text=shown(block.line.text)))
            if isinstance(block, Paragraph)
            else block
            for block in section.blocks
        )
        return replace(section, blocks=blocks)

    return replace(page, sections=tuple(map(reworded, page.sections)))


def page_of(record: WebRecord, step: PageStep) -> Report:
    """What stands on the page that is shown."""
    state, steps = record.state, record.script.steps(record.state)
    if isinstance(step, WelcomePage):
        kept = f"het bestand {record.saves.path.name}" if record.saves.path else NEW_FILE
        return step.telling(kept, HOW_TO_SAVE, LARGER)
    if isinstance(step, EndPage) and state.assessment is not None:
        return plain_page(
            step.headline(state),
            NOT_SEEN if step.place_missed(state, steps) else "",
            step.open_questions(steps),
            AFTERWARDS,
            HOW_TO_SAVE,
        )
    if isinstance(step, EndPage):
        return plain_page("Er is nog niets bewaard", "Ga terug en geef het initiatief een naam.")
    return step.page(state, steps, record.saves.path.name if record.saves.path else "", "")


def actions_of(record: WebRecord, step: PageStep) -> list[dict[str, Any]]:
    """What can be done at a page, each as a button with the event that it gives; the first goes on."""
    keys: PageKeys = step.keys
    found: list[dict[str, Any]] = []
    for press, (meaning, event) in keys.items():
        if not meaning or press in ("escape", "o", "u", "r"):
            continue
        if event == "reports":
            found.append({"label": "Verslagen maken", "go": "reports"})
        elif isinstance(event, Jump):
            found.append({"label": _ACTIONS[meaning], "event": {"do": "jump", "key": event.key}})
        elif isinstance(event, str):
            label = _ACTIONS.get(meaning, meaning[:1].upper() + meaning[1:])
            found.append({"label": label, "event": {"do": event}})
    if isinstance(step, EndPage):
        # Who is done makes a report first, and closes last.
        found.sort(key=lambda one: ("go" not in one, one["label"] == _ACTIONS["afsluiten"]))
        assessment = record.state.assessment
        if assessment is not None and find_hindrance(assessment, record.script.on) is None:
            found.insert(-1, {"label": "Nieuwe meting", "again": True})
    return found


def explanation(question: InterviewQuestion) -> Report:
    """What a question is about, what shows that an answer is right, how to answer it here, and every key."""
    page = plain_page(
        question.title,
        *question.explanation,
        *question.beside,
        f"Bewijs dat hierbij past: {question.evidence}." if question.evidence else "",
        HOW.get(question.shape, ""),
        "U mag alles overslaan behalve de naam. Elk antwoord staat meteen in het bestand.",
    )
    rows = tuple((key, Line(told)) for key, told in list_page_keys(question))
    keys = Section("toetsen", "De toetsen hier", (Labelled(rows),))
    return replace(page, sections=(*question.about, *page.sections, keys))


def pause_page(record: WebRecord) -> Report:
    """What was done so far, for who comes back: no place, and no outcome."""
    file = record.saves.path
    return plain_page(
        "Pauze",
        "De klok staat stil.",
        tell_answered(record.script.steps(record.state)) if file else "",
        f"Al uw antwoorden staan in {file.name}." if file else "",
    )


def stopping_page(record: WebRecord) -> Report:
    """What can still be done before stopping, and what is kept."""
    file = record.saves.path
    return plain_page(
        "Stoppen",
        f"Al uw antwoorden staan in {file.name}." if file else "",
        "U kunt eerst een verslag maken, met wat er nu is. Of eerst afspreken wat u gaat doen.",
        "U kunt later verder waar u was.",
    )
