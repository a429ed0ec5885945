"""Pages beside the conversation, which lead back to it: a break, and stopping before the end."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.interview.commands import READING_KEYS, PageKeys
from poolwijzer.interview.progress import tell_answered
from poolwijzer.interview.steps.step import InterviewStep
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Report

PAUSE_KEYS: PageKeys = {**READING_KEYS, "enter": ("verder", "back"), "right": ("", "back"), "p": ("", "back")}
STOPPING_KEYS: PageKeys = {
    "enter": ("stoppen", "stop"),
    "r": ("eerst het verslag", "report"),
    "e": ("eerst afronden", "closing"),
    "escape": ("terug", "back"),
    "q": ("", "stop"),
}


def pause_page(steps: Sequence[InterviewStep], file: str, unsaved: bool) -> Report:
    """What was done so far, for who comes back: no place, and no outcome."""
    return plain_page(
        "Pauze",
        "De klok staat stil.",
        tell_answered(steps) if file else "",
        _kept(file, unsaved),
        "Druk op Enter om verder te gaan.",
    )


def stopping_page(file: str, unsaved: bool) -> Report:
    """What can still be done before stopping, and what is kept."""
    return plain_page(
        "Stoppen",
        _kept(file, unsaved),
        "Druk op r voor het verslag van één bladzijde en de notitie, met wat er nu is.",
        "Druk op e om eerst af te spreken wat u gaat doen.",
        "Druk op Enter om te stoppen. U kunt later verder waar u was.",
    )


def _kept(file: str, unsaved: bool) -> str:
    if unsaved:
        return "Uw laatste antwoorden zijn nog niet bewaard. Poolwijzer probeert het nog een keer als u stopt."
    return f"Al uw antwoorden staan in {file}." if file else ""
