"""What people want next, counted by group; what they wrote themselves stands as it was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.report.model import Block, Bullets, Line, Paragraph
from poolwijzer.report.slides.fit import Entry, fit_entries, labelled
from poolwijzer.report.slides.measure import height_of
from poolwijzer.report.slides.model import AIR, SlideBlock, Tally
from poolwijzer.workshop.needs import count_needs
from poolwijzer.workshop.plenary.told import GroupTold

TITLE = "Hoe verder: waar is behoefte aan?"
SHORT_TITLE = "Waar is behoefte aan?"
MOST_NAMED = 3
"""How many groups that said the same are named."""
NOTHING = "Nog geen groep heeft dit ingevuld. Vraag het de zaal:"


@dataclass(frozen=True)
class Wanted:
    """What groups want next."""

    counted: Mapping[str, int]
    """What the menus name, in their order, with how many groups chose it."""
    own: Mapping[str, Sequence[GroupTold]]
    """What groups wrote themselves, with who did."""
    asked: int
    """How many groups answered."""
    agreed: int
    """How many agreements were made."""


def count_wanted(groups: Sequence[GroupTold], content: Content) -> Wanted:
    """Count what groups want next; a group counts once for each thing."""
    found = count_needs([(told, told.needs) for told in groups], content)
    counted = {need.text: len(need.groups) for need in found if need.listed}
    own = {need.text: need.groups for need in found if not need.listed}
    agreed = sum(len(told.material.assessment.agreements) for told in groups if told.material)
    return Wanted(counted, own, sum(bool(told.needs) for told in groups), agreed)


def tell_asked(wanted: Wanted, groups: Sequence[GroupTold]) -> str:
    """How many groups answered, for below the title."""
    if len(groups) == 1:
        return f"De groep vulde dit {'' if wanted.asked else 'nog niet '}in"
    verb = "vulde" if wanted.asked == 1 else "vulden"
    return f"{wanted.asked} van de {count_things(len(groups), 'groep', 'groepen')} {verb} dit in" if groups else ""


def what_next(
    wanted: Wanted, groups: Sequence[GroupTold], width: float, height: float
) -> tuple[tuple[SlideBlock, ...], tuple[Block, ...]]:
    """The blocks that tell what groups want next, and the notes with them: what found no room.

    Args:
        wanted: What they want.
        groups: All groups: what a whole bar stands for.
        width: Of the column, in points.
        height: Of the column, in points.
    """
    first, rest = _tally(wanted, len(groups), width, height)
    room = height - _high(first, width)
    after = _agreements(wanted.agreed)
    fits = _high(after, width) <= room
    entries = [Entry(_who(who), need) for need, who in wanted.own.items()]
    shown, more = fit_entries(entries, width, room - _high(after, width) * fits)
    notes = (*rest, *labelled(more), *(() if fits else after))
    return (*first, *labelled(shown), *(after if fits else ())), notes


def _who(groups: Sequence[GroupTold]) -> str:
    """Who said the same, as a label: by name, or how many they are."""
    if len(groups) > MOST_NAMED:
        return count_things(len(groups), "groep", "groepen")
    return capitalise(join_words([told.in_short for told in groups]))


def _high(blocks: Sequence[SlideBlock], width: float) -> float:
    return sum(height_of(block, width) + AIR for block in blocks)


def _tally(wanted: Wanted, total: int, width: float, height: float) -> tuple[tuple[SlideBlock, ...], tuple[Block, ...]]:
    """The counts, and in the notes those for which there is no room: what was chosen least goes first."""
    if not any(wanted.counted.values()):
        to_ask = (Paragraph(Line(NOTHING)), Bullets(tuple(map(Line, wanted.counted))))
        return () if wanted.own else to_ask if _high(to_ask, width) <= height else to_ask[:1], ()
    rows, left = list(wanted.counted.items()), []
    while rows and height_of(_counts(rows, total), width) > height:
        left.append(min(reversed(rows), key=lambda row: row[1]))
        rows.remove(left[-1])
    notes = labelled((label, Line(count_things(count, "groep", "groepen"))) for label, count in reversed(left))
    return (_counts(rows, total),) if rows else (), notes


def _counts(rows: Sequence[tuple[str, int]], total: int) -> Tally:
    return Tally(tuple(rows), total, "groep", "groepen")


def _agreements(agreed: int) -> tuple[Paragraph, ...]:
    if not agreed:
        return ()
    verb, they = ("is", "Die staat") if agreed == 1 else ("zijn", "Die staan")
    said = f"Er {verb} {count_things(agreed, 'afspraak', 'afspraken')} gemaakt. {they} in het verslag."
    return (Paragraph(Line(said), "stil"),)
