"""The questions at the end: what the group answers to the key question, agrees on, and brings back."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.report.handout.model import Room, Sheet
from poolwijzer.report.sections.own_words import HIGHLIGHTS

TITLE = "Wat spreekt u af?"
ABOUT = "Vul dit samen in. Wat u hier opschrijft, kan daarna in het bestand van het initiatief."
MORE = 6
"""How many agreements there is room for on a sheet without the menu card."""
AGREEMENTS = ("wat", "wie", "wanneer")
KEY_QUESTION = "Ons antwoord op de sleutelvraag van onze plek"
KEY_QUESTIONS = "De sleutelvragen staan op het vel met de vier plekken."
REASONS = "Onze afwegingen"
REASONS_ASKED = "Waarom kiezen wij dit? Wat nemen wij daarbij voor lief?"
NEEDS = "Waar hebt u nu behoefte aan?"


def closing_blocks() -> tuple[Room, ...]:
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
    return Sheet(TITLE, (ABOUT,), ((answer, why, replace(agreements, lines=MORE)), tuple(others)), columns=2)
