"""What each brings back from its conversation, side by side: one row each."""

from __future__ import annotations

from poolwijzer.compare.sheet import Sheet
from poolwijzer.dutch import capitalise
from poolwijzer.report.excerpt import excerpt
from poolwijzer.report.model import Section, Table
from poolwijzer.report.sections.own_words import HIGHLIGHTS


def highlights(sheet: Sheet) -> Section:
    """The answers to the questions at the end; over time only the newest has them, and its own report tells these."""
    title = f"Wat de {sheet.nouns} meenemen"
    said = [{name: getattr(one.assessment.highlights, name) for name in HIGHLIGHTS} for one in sheet.found.subjects]
    asked = [name for name in HIGHLIGHTS if any(one[name] for one in said)]
    if sheet.found.kind == "time" or not asked:
        return Section("opbrengst", title)
    rows = tuple(
        (sheet.numbered(number), *(one[name] if sheet.full else excerpt(one[name]) for name in asked))
        for number, one in enumerate(said, 1)
        if any(one.values())
    )
    head = (capitalise(sheet.noun), *(HIGHLIGHTS[name] for name in asked))
    return Section("opbrengst", title, (Table(f"Wat {sheet.every} zei", head, rows),))
