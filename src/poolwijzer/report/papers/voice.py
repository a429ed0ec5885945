"""The one voice of papers: the third person, without the words of this program."""

from __future__ import annotations

import re

_OTHER_VOICE = re.compile(r"\b(?:u|uw|wij|we|ons|onze|ik|mijn|jullie)\b", re.IGNORECASE)
_OWN_WORDS = re.compile(
    r"\b(?:plek|plekken|assen|as|menukaart|motivatie|betrokkenheid|kwadrant|poolwijzer)\b", re.IGNORECASE
)
_LARGEST = "{gemeente}"
"""In a reason: the municipality of which an answer speaks. A paper names none beside an answer."""
_ORDINARY = re.compile(r"[A-ZÉ](?:[a-zé'’]+|)[,;]?(?= |$)|['’][a-z]")


def in_voice(text: str) -> bool:
    """Whether a text of the menus can stand in a paper as it is."""
    return bool(text) and not (_OTHER_VOICE.search(text) or _OWN_WORDS.search(text) or _LARGEST in text)


def choose_text(text: str, note: str = "") -> str:
    """A text in the voice of a paper: its `note`, else itself; empty where neither can stand in one."""
    return note or (text if in_voice(text) else "")


def inside_sentence(text: str) -> str:
    """A text as it goes on behind a colon; a word that is no ordinary one, such as NPLW, keeps its capitals."""
    return text[:1].lower() + text[1:] if _ORDINARY.match(text) else text
