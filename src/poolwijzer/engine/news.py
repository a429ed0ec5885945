"""What changed in the menus since a file was made: options that came, and facts behind its choices looked at again."""

from datetime import date
from typing import NamedTuple

from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.changes import first_day_after
from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below


class News(NamedTuple):
    """What who made the file could not know."""

    options: tuple[str, ...]
    """Options that came after the menus it was made with, in the order of the card."""
    facts: tuple[str, ...]
    """Facts that chosen options refer to and that were looked at after the day of the file."""


def find_news(assessment: Assessment, content: Content) -> News:
    """What is new to this file; nothing where it does not tell how old it is."""
    day = _first_new_day(assessment, content)
    options = content.options.items()
    return News(
        options=tuple(name for name, option in options if day and option.added and option.added >= day),
        facts=_facts(assessment, content),
    )


def _first_new_day(assessment: Assessment, content: Content) -> date | None:
    changes = content.typology.changes
    if assessment.menus and (day := first_day_after(assessment.menus.version, changes)):
        return day
    change = find_change(assessment, content)
    return change.date if change else None


def _facts(assessment: Assessment, content: Content) -> tuple[str, ...]:
    made, chosen = assessment.initiative.date, assessment.chosen()
    if made is None:
        return ()
    named = {
        fact
        for name, option in content.options.items()
        if name in chosen
        for model, _ in models_below(option, (None, name))
        if isinstance(fact := model.__dict__.get("fact"), str)
    }
    checked = ((name, fact.checked_on) for name, fact in content.dated_facts.items() if name in named)
    return tuple(name for name, day in checked if day and day > made)
