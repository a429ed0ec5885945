"""What it means to pick at a question, or to type for several at once: the same on a screen and line by line. Pure."""

from __future__ import annotations

import re

from poolwijzer.interview.commands import AnswerRow, Keep, MarkOption
from poolwijzer.interview.question import WEET_NIET, AnswerItem, InterviewQuestion

ALL_OPTIONS = "Alle opties. Wat nu het best past, staat bovenaan. U kiest zelf."


def first_of(question: InterviewQuestion) -> set[str]:
    """What shows of a menu card before someone asks for all: what to look at first, and what was picked."""
    return {*question.first, *question.chosen}


def mark_next(item: AnswerItem) -> MarkOption:
    """An option marked as what comes next: chosen, then considered, then neither."""
    return MarkOption(item.value, "overwogen" if item.standing else "gekozen")


def among_several(question: InterviewQuestion, item: AnswerItem) -> Keep | str:
    """One of several answers put on or off; or why that cannot be. What goes with no other takes their place."""
    picked = set(question.chosen)
    if item.value in picked:
        picked.remove(item.value)
    elif item.alone:
        picked = {item.value}
    else:
        picked = {other.value for other in question.items if other.value in picked and not other.alone}
        if question.most and len(picked) >= question.most:
            return f"Kies er hooguit {question.most}. Haal er eerst een weg."
        picked.add(item.value)
    return Keep(tuple(other.value for other in question.items if other.value in picked))


def answer_row(question: InterviewQuestion, typed: str) -> AnswerRow | None:
    """Answers to this statement and those after it, such as `4 5 w 2 3`; None where it is something else.

    What can be answered to the next statements is known there: only the first has to be an answer here.
    """
    keys = tuple(typed.split())
    if not keys or keys[0] not in {item.key for item in question.items}:
        return None
    return AnswerRow(keys) if all(re.fullmatch(f"[0-9]{{1,2}}|{WEET_NIET}", key) for key in keys) else None


def hands_row(question: InterviewQuestion, typed: str) -> dict[str, int] | None:
    """Hands for each answer in their order, by value; None where it is something else.

    Those for *weet niet* may be left out: then nobody said so.
    """
    pieces = [piece for piece in re.split(r"[\s,;/]+", typed) if piece]
    values = [item.value for item in question.items]
    if len(values) - len(pieces) not in (0, 1) or not all(re.fullmatch("[0-9]{1,6}", piece) for piece in pieces):
        return None
    return {**dict.fromkeys(values, 0), **dict(zip(values, map(int, pieces), strict=False))}
