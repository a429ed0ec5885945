"""The sheets for a conversation, of an initiative or of none: never with an answer, a place or an outcome on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.on_date import menus_on
from poolwijzer.dutch import count_things
from poolwijzer.report.excerpt import excerpt, shorten_names
from poolwijzer.report.handout.closing import closing_blocks, closing_sheet
from poolwijzer.report.handout.menu import menu_sheet
from poolwijzer.report.handout.model import Handout, Paper, Sheet
from poolwijzer.report.handout.places import places_sheet
from poolwijzer.report.handout.situation import Situation
from poolwijzer.report.handout.statements import statements_sheet
from poolwijzer.report.typed_text import sanitize

TITLE = "Werkblad"
LONGEST_NAME, LONGEST_PLACE = 70, 45
"""How many characters stand above a sheet of the name of an initiative, and of its region, its body and its group."""


def make_handout(
    content: Content, assessment: Assessment | None, on: date, paper: Paper = "a3", group: str = ""
) -> Handout:
    """The sheets: the empty typology, the short list, the menu card and the questions at the end.

    Args:
        content: The menus.
        assessment: The initiative, for its name and its words; without one the words are general.
        on: The date of the menus.
        paper: How large the sheets are.
        group: What the group is called whose sheets these are, where there are several.
    """
    made = shorten_names(sanitize(assessment)) if assessment else None
    situation = Situation(menus_on(content, on), made)
    return sanitize(
        Handout(
            title=TITLE,
            subtitle=" · ".join(_about(situation)),
            sheets=tuple(_sheets(situation, paper)),
            paper=paper,
            date=on,
            group=excerpt(group, LONGEST_PLACE),
        )
    )


def _about(situation: Situation) -> Iterator[str]:
    """What the sheets say of the initiative: its name, its region, its body and how many municipalities take part."""
    if situation.assessment is None:
        return
    initiative = situation.assessment.initiative
    yield excerpt(initiative.name, LONGEST_NAME)
    if initiative.region and initiative.region not in initiative.name:
        yield excerpt(initiative.region, LONGEST_PLACE)
    if situation.body:
        yield excerpt(situation.body, LONGEST_PLACE)
    if situation.of:
        yield count_things(situation.of, "gemeente", "gemeenten")


def _sheets(situation: Situation, paper: Paper) -> Iterator[Sheet]:
    yield places_sheet(situation)
    yield from statements_sheet(situation)
    if paper == "a3":  # so large a sheet has room for the end beside the last components
        why, *others = closing_blocks(situation)
        yield menu_sheet(situation, 3, (why,), tuple(others))
    else:
        yield menu_sheet(situation, 2)
        yield closing_sheet(situation)
