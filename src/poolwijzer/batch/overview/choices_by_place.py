"""Which options are chosen where, beside what the menus say of each place. It counts; it weighs nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.batch.overview.entry import OverviewEntry
from poolwijzer.content.component import Component
from poolwijzer.content.content import Content
from poolwijzer.dutch import number
from poolwijzer.report.model import Block, Bullets, Labelled, Line, Paragraph, Section, Table

BETWEEN, NOWHERE = "tussen", "geen"
ELSEWHERE = {BETWEEN: "Tussen plekken of verdeeld", NOWHERE: "Nog geen plek"}
"""Beside the quadrants: what lies between them or is divided, and what has no place."""
AGAINST, IN_FAVOUR = 0, 2
"""What an option's `fit` says of a place."""
OFTEN = 3
"""Initiatives at one place from which a choice that the menus advise against there is told, unless all is told."""
MOST_TOLD, FEW = 10, 5


class AtPlaces(NamedTuple):
    """How many initiatives of each place."""

    all: Counter[str]
    filled: Counter[tuple[str, str]]
    """By place and component."""
    chosen: Counter[tuple[str, str]]
    """By place and option."""
    considered: Counter[tuple[str, str]]


def count_at_places(overview: Overview) -> AtPlaces:
    """Every choice by the place of who made it."""
    found = AtPlaces(Counter(), Counter(), Counter(), Counter())
    for one in overview.by_name:
        place, chosen = place_of(one.kept), one.kept.chosen
        found.all[place] += 1
        found.filled.update((place, component) for component in chosen.filled)
        found.chosen.update((place, option) for _, option in chosen.options)
        found.considered.update((place, option) for _, option in chosen.considering)
    return found


def place_of(entry: OverviewEntry) -> str:
    """The quadrant an initiative stands in, or that it stands between them, or nowhere yet."""
    if not entry.in_play:
        return NOWHERE
    return entry.in_play[0] if len(entry.in_play) == 1 and not entry.divided else BETWEEN


def choices_by_place(overview: Overview, content: Content, *, whole: bool) -> Section:
    """Per component a table of its options by place, and where choices and menus differ."""
    found = count_at_places(overview)
    places = {name: quadrant.title for name, quadrant in content.typology.quadrants.items()}
    shown = {**places, **{name: title for name, title in ELSEWHERE.items() if found.all[name]}}
    tables = [
        table
        for name, component in content.components.items()
        if (table := _table(name, component, found, shown)) is not None
    ]
    if not tables:
        return Section("keuzes-per-plek", "")
    many = ", ".join(f"{title} {number(found.all[name], 0)}" for name, title in shown.items())
    blocks: list[Block] = [
        Paragraph(Line(f"Zoveel initiatieven zijn er: {many}.")),
        *_beside_the_menus(found, content, whole),
    ]
    if whole:
        blocks = [Paragraph(Line(f"{_READ} {_APART}")), *blocks, *tables]
    else:
        blocks = [
            Paragraph(Line(_APART)),
            *blocks,
            *_most_chosen_at(found, content, shown),
            Paragraph(Line("Alle opties per plek staan in het overzicht met --depth volledig."), "stil"),
        ]
    return Section("keuzes-per-plek", "Welke opties waar gekozen zijn", tuple(blocks))


_READ = "Een getal zegt hoeveel initiatieven van die plek de optie kozen. Achter de + staat hoeveel de optie overwogen."
_NO_MISTAKE = "Toch zijn zij gekozen. Dat is geen fout: een groep kan er een goede reden voor hebben."
_APART = "Initiatieven tussen twee plekken, in het midden of met verdeelde gemeenten tellen apart."


def _most_chosen_at(found: AtPlaces, content: Content, shown: dict[str, str]) -> Iterator[Block]:
    """Of each place the options that come back most."""
    order = {option: at for at, option in enumerate(content.options)}
    rows = []
    for place, title in shown.items():
        counts = {option: count for (at, option), count in found.chosen.items() if at == place and count > 1}
        most = sorted(counts.keys() & order, key=lambda option: (-counts[option], order[option]))[:FEW]
        if told := [f"{content.options[option].title}: {number(counts[option], 0)}" for option in most]:
            rows.append((title, Line("; ".join(told))))
    if rows:
        yield Paragraph(Line(f"Wat op elke plek vaker dan een keer gekozen is, hooguit {FEW} opties"), "sterk")
        yield Labelled(tuple(rows))


def _table(name: str, component: Component, found: AtPlaces, shown: dict[str, str]) -> Table | None:
    """The options that anyone chose or considered; None where nobody did."""
    rows = []
    for option, about in component.options.items():
        cells = [_cell(found.chosen[place, option], found.considered[place, option]) for place in shown]
        if any(cells):
            rows.append((about.title, *cells))
    if not rows:
        return None
    filled = tuple(number(found.filled[place, name], 0) for place in shown)
    head = ("Optie", *shown.values())
    return Table(
        f"{component.title}, per plek",
        head,
        (*rows, ("Vulde dit onderdeel in", *filled)),
        frozenset(range(1, len(shown) + 1)),
    )


def _cell(chosen: int, considered: int) -> str:
    more = f" + {number(considered, 0)}" if considered else ""
    return f"{number(chosen, 0)}{more}" if chosen or considered else ""


class Differing(NamedTuple):
    """An option at a place where choices and menus differ."""

    component: str
    option: str
    place: str
    chosen: int
    filled: int


def find_differing(found: AtPlaces, content: Content, fit: int) -> Iterator[Differing]:
    """Options by what the menus say of them at a place, with how many chose them there; in the order of the menus."""
    for name, component in content.components.items():
        for option, about in component.options.items():
            for place in content.typology.quadrants:
                if about.fit.get(place) == fit:
                    counts = found.chosen[place, option], found.filled[place, name]
                    yield Differing(name, option, place, *counts)


def _beside_the_menus(found: AtPlaces, content: Content, whole: bool) -> Iterator[Block]:
    """Where the menus find an option less fitting and it was chosen; and, of all, what fits and nobody chose."""
    least = 1 if whole else OFTEN
    against = [one for one in find_differing(found, content, AGAINST) if one.chosen >= least]
    yield Paragraph(Line("Gekozen waar de menu's het minder passend vinden"), "sterk")
    if not against:
        by = "" if least == 1 else f" door {number(least, 0)} initiatieven of meer"
        told = f"Geen optie die de menu's bij een plek minder passend vinden, is daar{by} gekozen."
        yield Paragraph(Line(told))
    else:
        yield Paragraph(Line(f"De menu's vinden deze opties op die plek minder passend. {_NO_MISTAKE}"))
        yield (
            _table_of("Minder passend volgens de menu's, en gekozen", against, content)
            if whole
            else Bullets(tuple(Line(_tell_against(one, content)) for one in _most_chosen(against)))
        )
        if (left := len(against) - MOST_TOLD) > 0 and not whole:
            yield Paragraph(Line(f"Zo {'is er nog' if left == 1 else 'zijn er nog'} {number(left, 0)}."), "stil")
    if whole:
        absent = [one for one in find_differing(found, content, IN_FAVOUR) if one.filled >= OFTEN and not one.chosen]
        if absent:
            yield _table_of("Passend volgens de menu's, en daar door niemand gekozen", absent, content)


def _table_of(caption: str, found: list[Differing], content: Content) -> Table:
    rows = tuple(
        (
            content.options[one.option].title,
            content.components[one.component].title,
            content.typology.quadrants[one.place].title,
            number(one.chosen, 0),
            number(one.filled, 0),
        )
        for one in found
    )
    return Table(
        caption, ("Optie", "Onderdeel", "Plek", "Kozen dit", "Vulden dit onderdeel in"), rows, frozenset({3, 4})
    )


def _most_chosen(found: list[Differing]) -> list[Differing]:
    """As many as are told, those that most chose; in the order of the menus."""
    most = sorted(range(len(found)), key=lambda at: (-found[at].chosen, at))[:MOST_TOLD]
    return [found[at] for at in sorted(most)]


def _tell_against(one: Differing, content: Content) -> str:
    option, component = content.options[one.option].title, content.components[one.component].title
    verb = "koos" if one.chosen == 1 else "kozen"
    who = f"{number(one.chosen, 0)} van de {number(one.filled, 0)} die daar dit onderdeel invulden, {verb} het"
    return f"{option} ({component}), bij {content.typology.quadrants[one.place].title}: {who}."
