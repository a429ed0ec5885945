"""What a question says of keys and of the terminal, in the words of a page with buttons and fields."""

from __future__ import annotations

from typing import Any

from poolwijzer.interview.steps.placing import HOW_TO_DOT
from poolwijzer.interview.steps.statement import CHANGES_NOTHING, HANDS
from poolwijzer.report.typed_text import sanitize_text

REWORDED = {
    HOW_TO_DOT: (
        "Kies 'de stip van iedereen' om ook die neer te zetten: wijs ze aan, of typ wat er geroepen wordt. "
        "Die stippen tellen niet mee voor de plek."
    ),
    HANDS: "Bij 'Handen tellen' vult u de handen in. Een telling is geen antwoord: de groep kiest daarna samen één "
    "antwoord.",
    CHANGES_NOTHING: "Dit verandert geen antwoord en geen plek. Met het overzicht gaat u terug naar een stelling.",
    "Weet u het niet? Druk op Enter.": "Weet u het niet? Laat het vak leeg.",
    "Niets meer? Druk op Enter.": "Niets meer? Laat het vak leeg.",
    "Met a schrijft u iets anders op.": "Iets anders schrijft u er zelf bij.",
    "Alles over de kosten: poolwijzer costs": (
        "Alles over de kosten, met het programma dat u installeert: poolwijzer costs"
    ),
}
"""What a step says for who presses keys, and what it says here."""


def shown(part: Any) -> Any:
    """What stands in a page: reworded where it speaks of keys, and with nothing in it that could turn round a line."""
    match part:
        case str():
            for ours, here in REWORDED.items():
                part = part.replace(ours, here)
            return sanitize_text(part)
        case dict():
            return {name: shown(value) for name, value in part.items()}
        case list() | tuple():
            return [shown(value) for value in part]
    return part
