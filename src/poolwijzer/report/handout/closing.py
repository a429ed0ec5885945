"""The questions at the end: what the group answers to the key question, agrees on, and brings back."""

from __future__ import annotations

from poolwijzer.report.handout.model import Part, Room, Sheet
from poolwijzer.report.sections.own_words import HIGHLIGHTS

TITLE = "Wat spreekt u af?"
ABOUT = "Vul dit samen in. Wat u hier opschrijft, kan daarna in het bestand van het initiatief."
AGREEMENTS = ("wat", "wie", "wanneer")
KEY_QUESTION = "Ons antwoord op de sleutelvraag van onze plek"
KEY_QUESTIONS = "De sleutelvragen staan op het vel met de vier plekken."
REASONS = "Onze afwegingen"
REASONS_ASKED = "Waarom kiezen wij dit? Wat nemen wij daarbij voor lief?"
NEEDS = "Waar hebt u nu behoefte aan?"


def closing_blocks() -> Part:
    """The questions, from what was talked about to what comes next."""
    return (
        Room(KEY_QUESTION, 2, KEY_QUESTIONS),
        Room(REASONS, 2, REASONS_ASKED),
        Room("Onze afspraken", 4, columns=AGREEMENTS),
        *(Room(question, 2) for question in HIGHLIGHTS.values()),
        Room(NEEDS, 2),
    )


def closing_sheet() -> Sheet:
    """The same on a sheet of its own: what is agreed at the left, what is brought back at the right."""
    answer, why, agreements, *others = closing_blocks()
    return Sheet(TITLE, (ABOUT,), ((answer, why, agreements), tuple(others)), columns=2)
