"""Where groups on one initiative saw it differently: other places, other answers, and what only one of them chose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from poolwijzer.compare.sections.choices import title_of
from poolwijzer.compare.sections.statements import MOST, by_answer
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import Subject
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, join_words
from poolwijzer.report.slides.fit import Entry
from poolwijzer.workshop.beside import lay_beside
from poolwijzer.workshop.plenary.told import ESTIMATED, NO_PLACE, GroupTold, where

NOBODY_IS_RIGHT = "Geen groep heeft gelijk of ongelijk. Praat over het verschil."
ONLY = "Alleen één groep koos"
_POINT = re.compile("^[0-9]+, ")
"""Before an answer in words: its number on the scale, which a room has no use for."""
CHOICES_LEAVE = 2
"""The place and the first statement stay longest, then comes what only one group chose, then the other statements."""
CHOICES_SHORTEN = CHOICES_LEAVE + MOST + 1
"""Before any of those leaves, that tells only the first choice of each group."""
PLACE = "De plek"


@dataclass(frozen=True)
class Difference:
    """What groups on one initiative saw differently."""

    initiative: str
    groups: tuple[GroupTold, ...]
    entries: tuple[Entry, ...]


def find_differences(groups: Sequence[GroupTold], content: Content, on: date) -> Iterator[Difference]:
    """Of each initiative that more than one group said something of: in what they differ, if they do."""
    by_initiative: dict[str, list[GroupTold]] = {}
    for told in groups:
        if told.says_something:
            by_initiative.setdefault(told.group.plan.initiative, []).append(told)
    for same in by_initiative.values():
        if len(same) > 1 and (entries := tuple(_differ(same, content, on))):
            yield Difference(same[0].initiative, tuple(same), entries)


def _differ(same: Sequence[GroupTold], content: Content, on: date) -> Iterator[Entry]:
    sheet = lay_beside([(one.in_short, one.group) for one in same], content, on, "gewoon")
    by_place: dict[str, list[int]] = {}
    for number, one in enumerate(sheet.found.subjects, 1):
        told = where(one.placement, content) if one.placement.in_play else NO_PLACE
        if one.placement.source == "eigen-inschatting":
            told = f"{told} ({ESTIMATED})"
        by_place.setdefault(told, []).append(number)
    if len(by_place.keys() - {NO_PLACE}) > 1:
        said = "; ".join(f"{sheet.who(numbers)}: {place}" for place, numbers in by_place.items())
        yield Entry(PLACE, said, unbroken=True)
    for number, entry in enumerate(sheet.found.most_different()[:MOST], 1):
        answers = sorted(by_answer(entry, sheet).items(), key=lambda found: found[1])
        said = "; ".join(f"{sheet.who(who)}: {_POINT.sub('', answer)}" for answer, who in answers)
        leaves = 0 if number == 1 else CHOICES_LEAVE + number
        yield Entry(sheet.statement(entry.statement), said, leaves, unbroken=True)
    if only := {one.label: chosen for one, chosen in _only_one_chose(sheet) if chosen}:
        whole = ". ".join(f"{who}: {'; '.join(chosen)}" for who, chosen in only.items())
        short = ". ".join(f"{who}: {_first_of(chosen)}" for who, chosen in only.items())
        yield Entry(ONLY, whole, CHOICES_LEAVE, short, CHOICES_SHORTEN * (short != whole), unbroken=True)


def _only_one_chose(sheet: Sheet) -> Iterator[tuple[Subject, list[str]]]:
    """Of each group what it alone chose, of components of which others chose something too."""
    for number, one in enumerate(sheet.found.subjects, 1):
        yield (
            one,
            [
                title_of(choice, sheet)
                for component in sheet.found.components
                if len(component.filled) > 1
                for choice in component.choices
                if choice.chosen == (number,)
            ],
        )


def _first_of(chosen: Sequence[str]) -> str:
    first, *others = chosen
    return f"{first}, en nog {len(others)}" if others else first


def name_groups(difference: Difference) -> str:
    """Which groups these are, as a sentence begins."""
    return capitalise(join_words([told.in_short for told in difference.groups]))
