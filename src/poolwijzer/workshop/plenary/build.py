"""The slides of a plenary: all groups in one typology, what each tells, where they differ, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.slides.model import Column, Slide, Slides
from poolwijzer.report.typed_text import sanitize
from poolwijzer.workshop.plenary import next_slide
from poolwijzer.workshop.plenary.group_slides import FULL, group_slide, shared_slide
from poolwijzer.workshop.plenary.room_slide import room_slide
from poolwijzer.workshop.plenary.told import GroupTold, one_line, tell_groups
from poolwijzer.workshop.session import Session

MOST_SLIDES = 10
MOST_ALONE = 8
"""So many groups have a slide each; of more, two share one."""


def build_plenary(session: Session, content: Content, on: date, version: str) -> Slides:
    """The slides of a session, with nothing guessed: of a group of which nothing is known they say so.

    Args:
        session: The groups with what they saved.
        content: The menus.
        on: The date of the advice.
        version: Of the program, for where it says what it was made with.
    """
    groups = tell_groups(session, content, on)
    plan = session.plan
    where = f", {one_line(plan.place)}" if plan.place.strip() else ""
    return sanitize(
        Slides(
            title=one_line(plan.title),
            subtitle=f"{long_date(plan.date)}{where}",
            slides=tuple(_slides(groups, content)),
            date=on,
            credit=f"Gemaakt met {name_versions(content, version)}. {content.typology.credit}",
        )
    )


def _slides(groups: tuple[GroupTold, ...], content: Content) -> Iterator[Slide]:
    yield room_slide(groups, content)
    if len(groups) <= MOST_ALONE:
        yield from map(group_slide, groups)
    else:
        yield from (shared_slide(groups[at : at + 2]) for at in range(0, len(groups), 2))
    blocks, notes = next_slide.what_next(groups, content, FULL)
    asked = sum(bool(told.material and told.material.assessment.needs) for told in groups)
    told = f"{asked} van de {count_things(len(groups), 'groep', 'groepen')} vulden dit in"
    yield Slide("hoe-verder", next_slide.TITLE, told if groups else "", (Column(blocks),), notes)
