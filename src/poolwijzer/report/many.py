"""What is said of one initiative among many, in few words: its place, its scores, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import number

NO_RANKING = "Dit overzicht vergelijkt situaties. Het is geen ranglijst."
MEANINGS = {
    "voorlopig": "Voorlopig: er zijn nog niet genoeg antwoorden.",
    "geschat": "Geschat: de groep schatte de plek zelf in. Die schatting is niet getoetst.",
    "geen": "Geen: er zijn te weinig antwoorden voor een score.",
}
"""What may stand at a score, and what it means."""


class Stand(NamedTuple):
    """The place on one axis, on the answer scale."""

    score: float | None
    low: float
    high: float
    level: str | None
    status: str
    source: str | None


def score_in_words(stand: Stand | None, whole: bool) -> str:
    """A score and, unless there were enough answers, how sure it is; where all is told also how it could move."""
    if stand is None or stand.score is None:
        return "geen"
    sure = "geschat" if stand.source == "eigen-inschatting" else "" if stand.status == "definitief" else stand.status
    moves = whole and stand.source == "antwoorden" and stand.low != stand.high
    span = f"({number(stand.low, 1)} tot {number(stand.high, 1)})" if moves else ""
    return " ".join(filter(None, (number(stand.score, 1), sure, span)))


def in_menu_order(in_play: Sequence[str], content: Content) -> tuple[str, ...]:
    """Quadrants in the order of the menus, so that a border is always called the same."""
    return tuple(name for name in content.typology.quadrants if name in in_play)
