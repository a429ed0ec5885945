"""How the initiatives are distributed over the places: in one, on a border, in the middle, or without a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from poolwijzer.batch.overview.collection import Overview
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.dutch import count_things, join_words, number, percentage
from poolwijzer.report.model import Labelled, Line, Paragraph, Section
from poolwijzer.report.words import places_title

Place = tuple[str, ...]
"""The quadrants in play, in the order of the menus."""


def count_places(overview: Overview, content: Content) -> dict[Place, int]:
    """How many initiatives have each place; every place there is, also those with none."""
    found = overview.places
    return {place: found[tuple(sorted(place))] for place in _places(content)}


def _places(content: Content) -> Iterator[Place]:
    """The quadrants, what lies between two of them, the middle, and no place."""
    quadrants = content.typology.quadrants
    yield from ((name,) for name in quadrants)
    for one, other in combinations(quadrants, 2):
        alike = [axis for axis in content.typology.axes if quadrants[one].place[axis] == quadrants[other].place[axis]]
        if alike:
            yield one, other
    yield tuple(quadrants)
    yield ()


def distribution(overview: Overview, content: Content) -> Section:
    """How many initiatives stand where, which share of all that is, and what each place asks."""
    questions = tuple((one.title, Line(one.key_question)) for one in content.typology.quadrants.values())
    heading = Paragraph(Line("De sleutelvraag bij elke plek"), "sterk")
    bars = _places_bars(overview, content), _levels_bars(overview, content)
    return Section("verdeling", "De verdeling", (*bars, heading, Labelled(questions)))


def _places_bars(overview: Overview, content: Content) -> Bars:
    total = len(overview)
    return Bars(
        title="Hoeveel initiatieven op elke plek",
        description=f"Hoe {count_things(total, 'initiatief', 'initiatieven')} over de plekken verdeeld zijn.",
        parts=("Aantal",),
        rows=tuple(
            BarRow(places_title(place, content), (count,), percentage(Fraction(count, total)))
            for place, count in count_places(overview, content).items()
        ),
        head="Plek",
        behind="Aandeel",
        whole=False,
    )


def _levels_bars(overview: Overview, content: Content) -> Bars:
    """How many have each level on each axis."""
    levels = content.typology.levels
    counts = {}
    for name, axis in content.typology.axes.items():
        found: Counter[str | None] = Counter(
            one.kept.axes[name].level for one in overview.by_name if name in one.kept.axes
        )
        known = tuple(found[level] for level in levels)
        counts[axis.short] = (*known, len(overview) - sum(known))
    unknown = any(found[-1] for found in counts.values())
    return Bars(
        title="Hoeveel initiatieven op elke as laag of hoog staan",
        description=f"Per as hoeveel van de {count_things(len(overview), 'initiatief', 'initiatieven')} waar staan.",
        parts=(*levels.values(), *(["nog onbekend"] if unknown else [])),
        rows=tuple(BarRow(short, found if unknown else found[:-1]) for short, found in counts.items()),
        head="As",
        ordered=len(levels),
    )


def describe_places(overview: Overview, content: Content) -> str:
    """The distribution in a sentence, for who cannot see the drawing."""
    found = count_places(overview, content)
    without = found.pop(())
    placed = len(overview) - without
    if not placed:
        return "Nog geen enkel initiatief heeft een plek."
    between = sum(count for place, count in found.items() if len(place) == 2)
    middle = sum(count for place, count in found.items() if len(place) > 2)
    parts = [
        f"{number(count, 0)} in {content.typology.quadrants[place[0]].title}"
        for place, count in found.items()
        if len(place) == 1 and count
    ]
    parts += [f"{number(between, 0)} tussen twee plekken"] if between else []
    parts += [f"{number(middle, 0)} in het midden"] if middle else []
    verb = "heeft" if placed == 1 else "hebben"
    told = f"{number(placed, 0)} van de {count_things(len(overview), 'initiatief', 'initiatieven')} {verb} een plek"
    absent = f"; {count_things(without, 'initiatief heeft', 'initiatieven hebben')} nog geen plek" if without else ""
    return f"{told}: {join_words(parts, 'en')}{absent}."
