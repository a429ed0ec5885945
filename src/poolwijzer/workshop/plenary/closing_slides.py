"""The last slides: where groups on one initiative differ, and what people want next, on as many as there are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.report.model import Block, Line, Paragraph
from poolwijzer.report.slides.fit import Entry, fit_entries, fit_line, labelled
from poolwijzer.report.slides.measure import LEADING
from poolwijzer.report.slides.model import AIR, BODY_HEIGHT, FULL, GAP, LETTER, TITLE, Column, Slide
from poolwijzer.workshop.plenary.differences import NOBODY_IS_RIGHT, PLACE, Difference, name_groups
from poolwijzer.workshop.plenary.next_slide import SHORT_TITLE, Wanted, tell_asked, what_next
from poolwijzer.workshop.plenary.next_slide import TITLE as NEXT
from poolwijzer.workshop.plenary.told import BETWEEN, BORDER, GroupTold

DIFFERENT = "Anders gezien"
BOTH = "Anders gezien, en hoe verder"
PER_INITIATIVE = "Per initiatief"
NEXT_SHARE = 0.55
"""Of the breadth, for what people want next where it shares a slide: its bars take room."""
BELOW_HEAD = BODY_HEIGHT - LEADING - AIR
"""What is left of a column under its head."""


def closing_slides(
    differences: Sequence[Difference], wanted: Wanted, groups: Sequence[GroupTold], most: int
) -> Iterator[Slide]:
    """The slides that close a plenary.

    Args:
        differences: Per initiative what groups saw differently.
        wanted: What they want next.
        groups: All groups.
        most: How many slides there may be: one at least. What finds no place on them goes to the notes.
    """
    free = most - 1
    if not differences or free:
        shown, rest = differences[: 2 * free], differences[2 * free :]
        alone = max(2 * free - len(shown), 0) if len(shown) > free else len(shown)
        slides = [_one(one) for one in shown[:alone]]
        slides += [_two(*shown[at : at + 2]) for at in range(alone, len(shown), 2)]
        for number, slide in enumerate(slides, 1):
            yield _with_notes(slide, rest) if number == len(slides) else slide
        blocks, notes = what_next(wanted, groups, FULL, BODY_HEIGHT)
        yield Slide("hoe-verder", NEXT, tell_asked(wanted, groups), (Column(blocks),), notes)
        return
    left, whole = _column(differences[0], 1 - NEXT_SHARE) if len(differences) == 1 else _each(differences)
    blocks, notes = what_next(wanted, groups, NEXT_SHARE * (FULL - GAP), BELOW_HEAD)
    right = Column(blocks, SHORT_TITLE, NEXT_SHARE)
    yield Slide("hoe-verder", BOTH, NOBODY_IS_RIGHT, (left, right), (*whole, *notes))


def _one(difference: Difference) -> Slide:
    """An initiative on a slide of its own."""
    shown, rest = fit_entries(difference.entries, FULL, BODY_HEIGHT)
    title = f"{DIFFERENT}: {difference.initiative}"
    told = fit_line(title, FULL, TITLE)
    names = (Paragraph(Line(title), "sterk"),) if told != title else ()
    notes: tuple[Block, ...] = (*names, *labelled(rest))
    who = f"{name_groups(difference)}. {NOBODY_IS_RIGHT}"
    subtitle = who if fit_line(who, FULL, LETTER, bold=False) == who else NOBODY_IS_RIGHT
    return Slide(f"verschil-{difference.groups[0].number}", told, subtitle, (Column(labelled(shown)),), notes)


def _two(first: Difference, second: Difference) -> Slide:
    """Two initiatives next to each other."""
    (left, whole), (right, more) = _column(first), _column(second)
    number = first.groups[0].number
    return Slide(f"verschil-{number}", DIFFERENT, NOBODY_IS_RIGHT, (left, right), (*whole, *more))


def _column(difference: Difference, share: float = 0.5) -> tuple[Column, tuple[Block, ...]]:
    width = share * (FULL - GAP)
    shown, rest = fit_entries(difference.entries, width, BELOW_HEAD)
    title = fit_line(difference.initiative, width, LETTER)
    cut = title != difference.initiative
    name = Paragraph(Line(difference.initiative), "sterk")
    notes: tuple[Block, ...] = (name, *labelled(rest)) if rest or cut else ()
    return Column(labelled(shown), title, share), notes


def _each(differences: Sequence[Difference]) -> tuple[Column, tuple[Block, ...]]:
    """Of each initiative what differs most, in what is left beside what people want next; all of it in the notes."""
    width = (1 - NEXT_SHARE) * (FULL - GAP)
    entries = []
    for one in differences:
        most = one.entries[0]
        said = most.text.replace(f"{BORDER} van", BETWEEN) if most.label == PLACE else f"{most.label} {most.text}"
        entries.append(Entry(fit_line(f"{one.initiative}:", width, LETTER), said, unbroken=True))
    shown, left = fit_entries(entries, width, BELOW_HEAD)
    if left:
        shown, left = fit_entries(entries, width, BELOW_HEAD - LEADING - AIR)
    more = f"Nog {len(left)} {'staat' if len(left) == 1 else 'staan'} in de toelichting."
    after = (Paragraph(Line(more), "stil"),) if left else ()
    return Column((*labelled(shown), *after), PER_INITIATIVE, 1 - NEXT_SHARE), tuple(_whole(differences))


def _with_notes(slide: Slide, differences: Sequence[Difference]) -> Slide:
    """A slide with what found no place on any in its notes."""
    return Slide(slide.id, slide.title, slide.subtitle, slide.columns, (*slide.notes, *_whole(differences)))


def _whole(differences: Sequence[Difference]) -> Iterator[Block]:
    for one in differences:
        yield Paragraph(Line(f"{DIFFERENT}: {one.initiative}"), "sterk")
        yield from labelled(entry.row for entry in one.entries)
