"""The slides of a plenary: all groups in one typology, what each tells, where they differ, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.content.content import Content
from poolwijzer.dutch import long_date
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.slides.model import Slide, Slides
from poolwijzer.report.typed_text import sanitize, sanitize_line
from poolwijzer.workshop.plenary.closing_slides import closing_slides
from poolwijzer.workshop.plenary.differences import find_differences
from poolwijzer.workshop.plenary.group_slides import group_slide, shared_slide
from poolwijzer.workshop.plenary.next_slide import count_wanted
from poolwijzer.workshop.plenary.room_slide import room_slide
from poolwijzer.workshop.plenary.told import GroupTold, tell_groups
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
    where = f", {sanitize_line(plan.place)}" if plan.place.strip() else ""
    return sanitize(
        Slides(
            title=sanitize_line(plan.title),
            subtitle=f"{long_date(plan.date)}{where}",
            slides=tuple(_slides(groups, content, on)),
            date=on,
            credit=f"Gemaakt met {name_versions(content, version)}. {content.typology.credit}",
        )
    )


def _slides(groups: tuple[GroupTold, ...], content: Content, on: date) -> Iterator[Slide]:
    yield room_slide(groups, content)
    alone = len(groups) <= MOST_ALONE
    if alone:
        yield from map(group_slide, groups)
    else:
        yield from (shared_slide(groups[at : at + 2]) for at in range(0, len(groups), 2))
    made = 1 + (len(groups) if alone else (len(groups) + 1) // 2)
    differences = tuple(find_differences(groups, content, on))
    yield from closing_slides(differences, count_wanted(groups, content), groups, MOST_SLIDES - made)
