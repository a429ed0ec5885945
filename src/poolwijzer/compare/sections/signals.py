"""The points of attention: of whom each asks for attention, and of whom it goes well already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import Effect, Numbers, SignalCompared
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.report.model import Block, Bullets, Line, Paragraph, Section, Table

TITLES: dict[Effect, str] = {"aandacht": "Vraagt aandacht", "sterk": "Gaat al goed"}
IN_CELL: dict[Effect, str] = {"aandacht": "let op", "sterk": "goed"}
IN_ORDER = "Bovenaan staat het punt dat het vaakst aandacht vraagt."
TO_READ = "Let op: dit vraagt aandacht. Goed: dit gaat al goed. Leeg: de antwoorden wijzen dit punt niet aan."


def signals(sheet: Sheet) -> Section:
    """What the answers point at; over time the steps tell it."""
    if sheet.found.kind == "time":
        return Section("aandachtspunten", "Aandachtspunten")
    title, found = "Aandachtspunten", sheet.found.signals
    if not found:
        told = Paragraph(Line("De antwoorden wijzen nog geen aandachtspunten aan."))
        return Section("aandachtspunten", title, (told,))
    if sheet.full:
        return Section("aandachtspunten", title, tuple(_side_by_side(sheet)))
    parts = [
        Section(f"signalen-{effect}", words, tuple(_in_short(entries, sheet)))
        for effect, words in TITLES.items()
        if (entries := [entry for entry in found if entry.effect == effect])
    ]
    return Section("aandachtspunten", title, (), tuple(parts))


def signal_title(name: str, sheet: Sheet) -> str:
    """A point of attention in a few words."""
    return sheet.filled(sheet.content.signals[name].title).rstrip(".")


def _side_by_side(sheet: Sheet) -> Iterator[Block]:
    """Each point once: under each name what it is there, or of more for whom it is what."""
    raised: dict[str, dict[Effect, Numbers]] = {}
    for entry in sheet.found.signals:
        raised.setdefault(entry.signal, {})[entry.effect] = entry.raised
    order = sorted(raised, key=lambda name: -len(raised[name].get("aandacht", ())))
    if sheet.few:
        head = ("Punt", *sheet.heads())
        cells = [[_in_cell(number, raised[name]) for number in range(1, sheet.size + 1)] for name in order]
    else:
        head = ("Punt", *TITLES.values())
        cells = [[sheet.who(raised[name].get(effect, ())) for effect in TITLES] for name in order]
    yield Paragraph(Line(f"{IN_ORDER} {TO_READ}" if sheet.few else IN_ORDER))
    yield from sheet.explained()
    rows = tuple((signal_title(name, sheet), *told) for name, told in zip(order, cells, strict=True))
    yield Table(f"Elk punt bij {sheet.all}", head, rows)


def _in_cell(number: int, found: Mapping[Effect, Numbers]) -> str:
    return "; ".join(IN_CELL[effect] for effect in TITLES if number in found.get(effect, ()))


def _in_short(found: Sequence[SignalCompared], sheet: Sheet) -> Iterator[Block]:
    shared = [entry for entry in found if len(entry.raised) == sheet.size]
    some = len(found) - len(shared)
    if shared:
        yield Paragraph(Line(f"Bij {sheet.all}:"), "sterk")
        yield Bullets(tuple(Line(f"{signal_title(entry.signal, sheet)}.") for entry in shared))
    if some:
        also = "Verder " if shared else ""
        yield Paragraph(
            Line(capitalise(f"{also}{count_things(some, 'punt', 'punten')} bij een deel van de {sheet.nouns}."))
        )
