"""Whether a file holds all that a report says, and in order."""

from __future__ import annotations

from collections.abc import Callable

from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of

ON_PAPER = (".pdf", ".docx")
"""Where what pictures tell stands in words behind the report."""


def missing_in(text: str, suffix: str, report: Report, join: Callable[[str], str]) -> str:
    """The first text of a report that is not in that of a file, or not in its place; empty where all is there.

    Args:
        text: All of the file, joined in the same way.
        suffix: Of the file.
        report: Which one.
        join: Takes out what a format may break lines with.
    """
    drawn, place = suffix in ON_PAPER, 0
    for wanted in map(join, (report.title, report.subtitle, *texts_of(report.sections, pictures=not drawn))):
        found = text.find(wanted, place)
        if found < 0:
            return wanted
        place = found + len(wanted)
    behind = texts_of([pictures_in_words(report.sections)]) if drawn else ()
    return next((wanted for wanted in map(join, behind) if wanted not in text), "")
