"""The questions at the end: what the group answers to the key question, agrees on, and brings back."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.report.handout.menu import OTHER
from poolwijzer.report.handout.model import Part, Picks, Room, Sheet
from poolwijzer.report.handout.situation import Situation
from poolwijzer.report.sections.own_words import HIGHLIGHTS

TITLE = "Wat spreekt u af?"
ABOUT = "Vul dit samen in. Wat u hier opschrijft, kan daarna in het bestand van het initiatief."
MORE = 6
"""How many agreements there is room for on a sheet without the menu card."""
AGREEMENTS = ("wat", "wie", "wanneer")
KEY_QUESTION = "Ons antwoord op de sleutelvraag van onze plek"
KEY_QUESTIONS = "De sleutelvragen staan op het vel met de vier plekken."
REASONS = "Onze afwegingen"
REASONS_ASKED = "Waarom kiezen wij dit? Zet erbij over welke keuze het gaat."
NEEDS = "Waar hebt u nu behoefte aan?"


def closing_blocks(situation: Situation) -> Part:
    """The questions, from why the group chose as it did to what comes next."""
    return (
        Room(REASONS, 2, REASONS_ASKED),
        Room(KEY_QUESTION, 2, KEY_QUESTIONS),
        Room("Onze afspraken", 4, columns=AGREEMENTS),
        *(Room(question, 2) for question in HIGHLIGHTS.values()),
        _needs(situation),
    )


def _needs(situation: Situation) -> Picks | Room:
    """What people want next, to tick as in the conversation; lines where the menus name nothing."""
    named = tuple(situation.content.questions.conversation.needs.values())
    return Picks(NEEDS, (("", named), (OTHER, ()))) if named else Room(NEEDS, 2)


def closing_sheet(situation: Situation) -> Sheet:
    """The same on a sheet of its own: what is agreed at the left, what is brought back at the right."""
    why, answer, agreements, *others = closing_blocks(situation)
    more = replace(agreements, lines=MORE) if isinstance(agreements, Room) else agreements
    return Sheet(TITLE, (ABOUT,), ((why, answer, more), tuple(others)), columns=2)
