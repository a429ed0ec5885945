"""What is said of one initiative among many, in few words: its place, its scores or levels, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import number
from poolwijzer.report.words import level_at, span

NO_RANKING = "Dit overzicht vergelijkt situaties. Het is geen ranglijst."
NONE = "geen"
MEANINGS = {
    "voorlopig": "Voorlopig: er zijn nog niet genoeg antwoorden.",
    "geschat": "Geschat: de groep schatte de plek zelf in. Die schatting is niet getoetst.",
    NONE: "Geen: er zijn te weinig antwoorden.",
}
"""What may stand at a score or a level, and what it means."""


class Stand(NamedTuple):
    """The place on one axis, on the answer scale."""

    score: float | None
    low: float
    high: float
    level: str | None
    status: str
    source: str | None


def score_in_words(stand: Stand | None) -> str:
    """A score and, unless there were enough answers, how sure it is."""
    return NONE if stand is None or stand.score is None else f"{number(stand.score, 1)} {_sure(stand)}".rstrip()


def level_in_words(stand: Stand | None, whole: bool, content: Content) -> str:
    """A level and, unless there were enough answers, how sure it is; where all is told also what it could become."""
    if stand is None or stand.score is None:
        return NONE
    level, reach = level_at(Fraction(stand.score), content), span(Fraction(stand.low), Fraction(stand.high), content)
    told = ", ".join(filter(None, (level, _sure(stand))))
    return f"{told} ({reach})" if whole and stand.source == "antwoorden" and reach != level else told


def _sure(stand: Stand) -> str:
    """How sure a score is; empty where there were answers enough."""
    return "geschat" if stand.source == "eigen-inschatting" else "" if stand.status == "definitief" else stand.status


def in_menu_order(in_play: Sequence[str], content: Content) -> tuple[str, ...]:
    """Quadrants in the order of the menus, so that a border is always called the same."""
    return tuple(name for name in content.typology.quadrants if name in in_play)
