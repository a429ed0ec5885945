"""The points of attention: those of all, and those of some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import Effect, SignalCompared
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section

TITLES: tuple[tuple[Effect, str], ...] = (("aandacht", "Vraagt aandacht"), ("sterk", "Gaat al goed"))


def signals(sheet: Sheet) -> Section:
    """What the answers point at; over time the steps tell it."""
    if sheet.found.kind == "time":
        return Section("aandachtspunten", "Aandachtspunten")
    parts = [
        Section(f"signalen-{effect}", title, tuple(_signals(found, sheet)))
        for effect, title in TITLES
        if (found := [entry for entry in sheet.found.signals if entry.effect == effect])
    ]
    blocks = () if parts else (Paragraph(Line("De antwoorden wijzen nog geen aandachtspunten aan.")),)
    explained = sheet.explained() if sheet.full else ()
    return Section("aandachtspunten", "Aandachtspunten", (*blocks, *explained), tuple(parts))


def signal_title(name: str, sheet: Sheet) -> str:
    """A point of attention in a few words."""
    return sheet.filled(sheet.content.signals[name].title).rstrip(".")


def _signals(found: Sequence[SignalCompared], sheet: Sheet) -> Iterator[Block]:
    shared = [entry for entry in found if len(entry.raised) == sheet.size]
    some = [entry for entry in found if len(entry.raised) < sheet.size]
    if shared:
        yield Paragraph(Line(f"Bij {sheet.all}:"), "sterk")
        yield Bullets(tuple(Line(f"{signal_title(entry.signal, sheet)}.") for entry in shared))
    if not sheet.full:
        if some:
            also = "Verder " if shared else ""
            said = f"{also}{count_things(len(some), 'punt', 'punten')} bij een deel van de {sheet.nouns}."
            yield Paragraph(Line(capitalise(said)))
    elif some:
        yield Paragraph(Line("Bij een deel:"), "sterk")
        yield Bullets(tuple(Line(f"{signal_title(entry.signal, sheet)}: {sheet.who(entry.raised)}.") for entry in some))
