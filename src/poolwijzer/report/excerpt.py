"""Cutting what people typed to what a report of a page has room for; a longer report repeats it in full."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.report.typed_lines import LINE_END, run_on
from poolwijzer.report.typed_text import change_texts

if TYPE_CHECKING:
    from poolwijzer.report.model import Report

LONGEST, LONGEST_LINE = 260, 600
"""How many characters a page repeats of a text that somebody typed, and of a sentence that such texts are part of."""
LONGEST_NAME = 100
"""The same of the name of an initiative and of a region, which come back more than once."""
REASON, BROUGHT_BACK, LONGEST_TOWN = 120, 140, 60
"""The same of the reason for a choice, of each thing the group brings back, and of the name of a municipality."""
MOST_LINES = 3
WORTH = 0.6
"""Of what there is room for, whole sentences are enough from this part on."""
WIDE = 1.6
"""What a capital takes, in usual letters: whole texts of them fill a page sooner."""
CUT = "\u00a0…"
"""With a space that keeps it on the line of the last word."""


def excerpt(text: str, longest: int = LONGEST) -> str:
    """A text as far as there is room for it, cut behind a sentence or else at a word.

    One of many lines runs on in one.
    """
    if text.count("\n") >= MOST_LINES or text.isspace():
        text = run_on(text)
    if len(text) * WIDE <= longest or (len(text) <= longest and _room(text) <= longest):
        return text
    begun = text.lstrip()
    fits = next((at for at, room in enumerate(accumulate(map(_room, begun))) if room > longest), len(begun))
    kept = begun[:fits].rsplit(maxsplit=1)[0].removesuffix(LINE_END)
    whole = max(kept.rfind(end) for end in (". ", "? ", "! ")) + 1
    return f"{kept[:whole] if whole > len(kept) * WORTH else kept}{CUT}"


def _room(text: str) -> float:
    """How much a text takes, in usual letters."""
    return len(text) + (WIDE - 1) * sum(map(str.isupper, text))


def shorten_texts(assessment: Assessment) -> Assessment:
    """An assessment for a report of a page: of every text only the beginning."""
    short = change_texts(assessment, excerpt)
    names = {name: excerpt(getattr(short.initiative, name), LONGEST_NAME) for name in ("name", "region")}
    return short.model_copy(update={"initiative": short.initiative.model_copy(update=names)})


def shorten_names(assessment: Assessment) -> Assessment:
    """An assessment for a paper of some pages: of names that are very long only the beginning."""
    initiative, context = assessment.initiative, assessment.context
    municipalities = (
        one.model_copy(update={"name": excerpt(one.name, LONGEST_TOWN)}) for one in initiative.municipalities
    )
    names = {name: excerpt(getattr(initiative, name), LONGEST_NAME) for name in ("name", "region")}
    bodies = {
        name: given.model_copy(update={part: excerpt(getattr(given, part), LONGEST_NAME) for part in ("name", "also")})
        for name, given in context.items()
        if isinstance(given, NamedChoice)
    }
    short = initiative.model_copy(update={**names, "municipalities": tuple(municipalities)})
    return assessment.model_copy(update={"initiative": short, "context": {**context, **bodies}})


def bound_sentences(report: Report) -> Report:
    """A report of a page without sentences that would take all of it, because a name in them is very long."""
    return change_texts(report, partial(excerpt, longest=LONGEST_LINE))
