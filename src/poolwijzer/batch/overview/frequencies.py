"""What returns among the initiatives: points of attention, strengths, and what was chosen for each component."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, join_words, number, percentage
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

MOST_SIGNALS = 10
"""That are named, unless everything is to be told."""
OWN = "Anders, zelf bedacht"


def signals(overview: Overview, content: Content, *, whole: bool) -> Section:
    """The points that ask attention most often, and those that most often speak for an initiative."""
    asks = Paragraph(
        Line("Een punt telt mee waar de antwoorden het aanwijzen. Wat onbekend is, telt niet mee."), "stil"
    )
    tables = [
        *_often(overview.counts.signals, "Vraagt vaak aandacht", overview, content, whole),
        *_often(overview.counts.strengths, "Is vaak al sterk", overview, content, whole),
    ]
    return Section("aandachtspunten", "Aandachtspunten die terugkomen", (*tables, asks) if tables else ())


def _often(
    found: Counter[str], caption: str, overview: Overview, content: Content, whole: bool
) -> Iterator[Table | Paragraph]:
    """The most frequent first; what is as frequent in the order of the menus."""
    order = list(content.signals)
    known = sorted(found.keys() & content.signals.keys(), key=lambda name: (-found[name], order.index(name)))
    shown = known if whole else known[:MOST_SIGNALS]
    if not shown:
        return
    yield Table(
        caption=caption,
        head=("Punt", "Initiatieven", "Aandeel"),
        rows=tuple((content.signals[name].title, *_count(found[name], len(overview))) for name in shown),
        right=frozenset({1, 2}),
    )
    if (left := len(known) - len(shown)) > 0:
        more = f"{count_things(left, 'ander punt komt', 'andere punten komen')} ook voor"
        yield Paragraph(Line(f"Dit zijn de {MOST_SIGNALS} punten die het vaakst terugkomen. Nog {more}."), "stil")


def _count(count: int, total: int) -> tuple[str, str]:
    return number(count, 0), percentage(Fraction(count, total))


def choices(overview: Overview, content: Content, *, whole: bool) -> Section:
    """Per component how many chose or considered each option."""
    blocks = tuple(
        block for name, component in content.components.items() for block in _chosen(name, component, overview, whole)
    )
    return Section("keuzes", "Keuzes per onderdeel", blocks)


def _chosen(name: str, component: Component, overview: Overview, whole: bool) -> Iterator[Block]:
    filled = overview.counts.filled[name]
    if not filled:
        told = "nog geen enkel initiatief vulde dit onderdeel in"
        yield Paragraph(Line(f"{component.title}: {told}."))
        return
    total = count_things(len(overview), "initiatief", "initiatieven")
    verb = "vulde" if filled == 1 else "vulden"
    told = f"{component.title}: {number(filled, 0)} van de {total} {verb} dit onderdeel in"
    counts = {
        option: (overview.counts.chosen[name, option], overview.counts.considered[name, option])
        for option in component.options
    }
    seen = {option: pair for option, pair in counts.items() if whole or any(pair)}
    rows = [(component.options[option].title, *(number(count, 0) for count in pair)) for option, pair in seen.items()]
    if overview.counts.own[name]:
        rows.append((OWN, number(overview.counts.own[name], 0), ""))
    if rows:
        yield Table(told, ("Optie", "Gekozen", "Overwogen"), tuple(rows), right=frozenset({1, 2}))
    else:
        yield Paragraph(Line(f"{told}."))
    left = [component.options[option].title for option in counts if option not in seen]
    if left:
        yield Paragraph(Line(f"Door niemand gekozen of overwogen: {join_words(left, 'en')}."), "stil")
