"""The pages and side questions of a conversation: explanation, the end, and lines that go with a question."""

from __future__ import annotations

import re

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import counted
from poolwijzer.interview.answers import given
from poolwijzer.interview.asked import Asked
from poolwijzer.interview.script import Script, State
from poolwijzer.report import words
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Report

HANDS = "Hoeveel handen gingen omhoog bij elk antwoord?"


def explanation(question: Asked) -> Report:
    """What a question is about, what shows that an answer is right, and how to answer it."""
    how = {
        "one": "Typ het cijfer of de letter van een antwoord. Of kies met de pijlen en druk op Enter.",
        "several": "Zet antwoorden aan of uit met hun cijfer of met de spatiebalk. Druk op Enter als u klaar bent.",
        "card": "Ga met de pijlen naar een optie. Druk op g als u haar kiest, of op o als u haar overweegt.",
        "point": "Verplaats de stip met de pijlen. Druk op Enter als hij goed staat.",
        "text": "Typ een regel en druk op Enter. Een lege regel slaat de vraag over.",
        "page": "",
    }[question.shape]
    return plain_page(
        question.title,
        *question.explanation,
        f"Bewijs dat hierbij past: {question.evidence}." if question.evidence else "",
        how,
        "U mag alles overslaan behalve de naam. Elk antwoord is meteen bewaard.",
    )


def beside(wish: str, question: Asked, content: Content) -> tuple[str, str, str]:
    """The title, the hint and the text so far of a line that goes with a question."""
    match wish:
        case "note":
            return f"Notitie bij: {question.title}", content.questions.note, question.note
        case "hands":
            points = content.typology.scale.points()
            example = " ".join(str(number) for number in range(len(points)))
            lead = f"Typ {len(points)} getallen, voor antwoord {points[0]} tot en met {points[-1]}. Zo: {example}"
            counted_before = [str(item.hands) for item in question.items if item.hands is not None]
            return HANDS, lead, " ".join(counted_before)
        case "other":
            return "Anders, namelijk:", "Uw eigen keuze, in één regel.", question.other
    return f"Uw afweging: {question.lead.lower()}", "In één regel: waarom deze keuze?", question.consideration


def counts(text: str) -> tuple[int, ...]:
    """The whole numbers in a line; one that is no number counts as -1, which no group of hands is."""
    pieces = [piece for piece in re.split(r"[\s,;/]+", text.strip()) if piece]
    return tuple(int(piece) if re.fullmatch("[0-9]{1,6}", piece) else -1 for piece in pieces)


def says_something(assessment: Assessment) -> bool:
    """Whether there is anything to report on."""
    return bool(assessment.answers or assessment.responses or assessment.estimate or assessment.choices)


def end(state: State, script: Script, file: str, report: str) -> Report:
    """The last page: where everything lies, and what is still open."""
    if state.assessment is None:
        return plain_page("Er is nog niets bewaard", "Ga terug en geef het initiatief een naam.")
    open_ones = [
        step
        for step in script.steps(state)
        if step.kind in ("statement", "context", "component") and given(step, state.assessment) is None
    ]
    left = f"Nog open: {counted(len(open_ones), 'vraag', 'vragen')}. Druk op o voor het overzicht." if open_ones else ""
    more = "" if state.route.full else "Is er meer tijd? Druk op v voor de verdieping."
    stands = words.headline(script.outcome(state.assessment).placement, script.content)
    written = f"Het verslag staat in {report}." if report else "Er is nog te weinig ingevuld voor een verslag."
    return plain_page(
        "Klaar",
        f"{state.assessment.initiative.name}: {stands}.",
        written,
        f"Uw antwoorden staan in {file}.",
        left,
        more,
    )
