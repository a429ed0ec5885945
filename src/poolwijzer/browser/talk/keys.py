"""The keys of the conversation as they work in a page, where no field has the focus."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.interview.keys import ALWAYS, key_at, names_at
from poolwijzer.interview.question import InterviewQuestion, Shape

NATIVE = ("page", "choose", "none", "choose-more", "unknown")
"""What the browser does by itself, and the answers, which each say their own key."""
IN_A_FIELD = (
    ("Enter", "in een vak van één regel: bewaart de tekst en gaat verder"),
    ("Ctrl en Enter", "in een vak van meer regels: hetzelfde"),
    ("Esc", "in een vak: gaat het vak uit, zodat de toetsen hierboven weer werken"),
    ("Tab", "naar de volgende knop of het volgende vak"),
)
_HERE: dict[str, str] = {
    "other": "naar het vak 'Anders, namelijk'",
    "dots": "de stip van iedereen",
    "hands": "handen tellen, en weer dicht",
    "evidence": "welk bewijs hierbij past, en weer dicht",
    "reports": "naar de verslagen",
    "report": "naar de verslagen",
    "explain": "uitleg, en alle toetsen",
}
_NOTE: dict[Shape, str] = {"card": "naar het vak voor uw afweging", "one": "naar het vak voor een notitie"}


def key_names(question: InterviewQuestion) -> dict[str, list[str]]:
    """What keys mean at a question: by the meaning how a browser calls them."""
    return {name: list(key_at(name, question.shape).presses) for name in _names_here(question) if name not in NATIVE}


def _names_here(question: InterviewQuestion) -> tuple[str, ...]:
    """What keys mean in a page, where somebody can leave a field without leaving its question."""
    return ("onward", "back", *ALWAYS) if question.shape == "text" else names_at(question)


def list_page_keys(question: InterviewQuestion) -> list[tuple[str, str]]:
    """All keys that do something at a question, each with what that is."""
    return [*_own(question), *IN_A_FIELD]


def _own(question: InterviewQuestion) -> Iterator[tuple[str, str]]:
    typed = [item.key for item in question.items if item.key]
    names = _names_here(question)
    if typed and "choose" in names and question.shape != "hands":
        word = key_at("choose", question.shape).told
        yield f"{typed[0]} tot en met {[key for key in typed if key != 'w'][-1]}", word
    for name in names:
        key = key_at(name, question.shape)
        if name == "unknown":
            yield key.shown, key.told
        elif name == "note":
            yield key.shown, _NOTE.get(question.shape, key.told)
        elif name not in NATIVE:
            yield key.shown, _HERE.get(name, key.told)
