"""The slide of a group, and that of two groups where there are too many for one each."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.dutch import capitalise, join_words
from poolwijzer.report.model import Block, Bullets, Line, Paragraph
from poolwijzer.report.sections.own_words import HIGHLIGHTS
from poolwijzer.report.slides.fit import Entry, Rows, fit_entries, fit_line, labelled
from poolwijzer.report.slides.labels import label_of
from poolwijzer.report.slides.measure import LEADING, height_of
from poolwijzer.report.slides.model import AIR, BODY_HEIGHT, FULL, GAP, HALF, SUBTITLE, TITLE, Column, Slide, SlideBlock
from poolwijzer.workshop.plenary.group_words import TELL, tell_chosen, tell_said, tell_status
from poolwijzer.workshop.plenary.told import BETWEEN, BORDER, GroupTold

GROUP, PLACE = "Groep", "Plek"
FIRST = 1
"""How many choices stay longest where two groups share a slide: there is to be room for what struck them too."""
SHARES = (0.5, 0.58, 0.42)
"""Of the breadth for the first of two columns: the one with which most finds room, and of equal ones the first."""


def group_slide(told: GroupTold) -> Slide:
    """The slide of one group: what it says at the left, what it chose at the right."""
    title, place = fit_line(told.title, FULL, TITLE), capitalise(", ".join(told.place()))
    in_short = ", ".join(told.place(in_short=True))
    ways = (place, capitalise(in_short), capitalise(in_short.replace(f"{BORDER} van", BETWEEN)))
    cuts = [fit_line(way, FULL, SUBTITLE, bold=False) for way in ways]
    subtitle = next((shown for way, shown in zip(ways, cuts, strict=True) if way == shown), cuts[-1])
    cut = ((GROUP, told.title, title), (PLACE, place, subtitle))
    names = tuple((label, Line(whole)) for label, whole, shown in cut if shown != whole)
    columns, rest = _columns(told)
    return Slide(f"groep-{told.number}", title, subtitle, columns, labelled((*names, *rest)))


def _columns(told: GroupTold) -> tuple[tuple[Column, ...], Rows]:
    """Two where it said something and chose something, else one; and what found no room."""
    status, said, chosen = tell_status(told), list(tell_said(told)), list(tell_chosen(told))
    if not (said and chosen):
        room = BODY_HEIGHT - _high(status, FULL)
        shown, rest = fit_entries(said or chosen, FULL, room)
        return (Column((*status, *_spread(shown, room))),), rest
    return min((_side_by_side(status, said, chosen, share) for share in SHARES), key=lambda found: _length(found[1]))


def _spread(rows: Rows, room: float) -> tuple[SlideBlock, ...]:
    """Rows with what is still to be told as a list, where there is room for that."""
    *before, (label, line) = rows or (("", Line("")),)
    questions = tuple(Line(one) for one in HIGHLIGHTS.values() if one in line.text)
    blocks: tuple[SlideBlock, ...] = (*labelled(before), Paragraph(Line(label_of(label)), "sterk"), Bullets(questions))
    return blocks if label == TELL and _high(blocks, FULL) <= room else labelled(rows)


def _side_by_side(
    status: Sequence[Paragraph], said: Sequence[Entry], chosen: Sequence[Entry], share: float
) -> tuple[tuple[Column, ...], Rows]:
    left, right = share * (FULL - GAP), (1 - share) * (FULL - GAP)
    shown, rest = fit_entries(said, left, BODY_HEIGHT - _high(status, left))
    beside, more = fit_entries(chosen, right, BODY_HEIGHT)
    return (Column((*status, *labelled(shown)), share=share), Column(labelled(beside), share=1 - share)), (*rest, *more)


def shared_slide(both: Sequence[GroupTold]) -> Slide:
    """The slide that two groups share; the last of an odd number has it alone."""
    if len(both) == 1:
        return group_slide(both[0])
    alike = _alike(both)
    columns, notes = zip(*(_column(told, alike) for told in both), strict=True)
    labels = [told.label for told in both]
    title = join_words(labels)
    if any(fit_line(one, FULL / 3, TITLE) != one for one in labels):
        title = f"Groepen {join_words([str(told.number) for told in both])}"
    return Slide(f"groep-{both[0].number}", title, alike, columns, tuple(block for part in notes for block in part))


def _alike(both: Sequence[GroupTold]) -> str:
    """The initiative that both discuss, for below the title; empty where it is not one, or too long a name."""
    name = both[0].initiative
    one = len({told.group.plan.initiative for told in both}) == 1
    return name if one and fit_line(name, FULL, SUBTITLE, bold=False) == name else ""


def _head(told: GroupTold, alike: str) -> str:
    """What stands above its half: its name whole, else its number with the initiative, else what fits of its name."""
    ways = [told.label] if alike else [told.title, f"{told.number}. {told.initiative}"]
    return next((way for way in ways if fit_line(way, HALF, SUBTITLE) == way), fit_line(ways[0], HALF, SUBTITLE))


def _column(told: GroupTold, alike: str) -> tuple[Column, tuple[Block, ...]]:
    """A group in half a slide, and the notes with it."""
    title, place, status = _head(told, alike), ", ".join(told.place(in_short=True)), tell_status(told)
    entries = [Entry(PLACE, capitalise(place)), *tell_said(told), *tell_chosen(told, FIRST)]
    shown, rest = fit_entries(entries, HALF, BODY_HEIGHT - LEADING - AIR - _high(status, HALF))
    name = Paragraph(Line(told.title), "sterk")
    notes: tuple[Block, ...] = (name, *labelled(rest)) if rest or title not in (told.title, told.label) else ()
    return Column((*status, *labelled(shown)), title, 0.5), notes


def _high(blocks: Sequence[SlideBlock], width: float) -> float:
    return sum(height_of(one, width) + AIR for one in blocks)


def _length(rows: Rows) -> int:
    return sum(len(line.text) for _, line in rows)
