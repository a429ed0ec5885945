"""Where the initiatives of an overview stand, drawn: numbered, or counted per square where numbers cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from string import ascii_uppercase
from typing import NamedTuple

from poolwijzer.batch.overview.collection import Kept, Numbered
from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis, Level
from poolwijzer.drawing.chart.layout import arranged, can_be_named
from poolwijzer.drawing.chart.model import PARTS, Chart, Part, Point, Ruler, Strip, Tally
from poolwijzer.dutch import number
from poolwijzer.engine.placement import SIDES
from poolwijzer.report.axes import across_and_down, end_at, first_or_last, position
from poolwijzer.report.many import in_menu_order
from poolwijzer.report.words import places_title

MOST_NUMBERED = 500
"""Initiatives in all. Of more the numbers would be too long to read in a drawing."""
STRIPS = 8
"""How many columns and rows of squares there are, or about that: each part of an axis has a whole number of them."""
MOST_STRIPS = STRIPS + len(PARTS)
"""What rounding can make of it."""
LEVELS: tuple[Level, Level, Level] = ("laag", "midden", "hoog")


class Charted(NamedTuple):
    """A chart, and for the table beside it in which square each initiative stands, by number.

    There are no squares where the chart tells the names itself.
    """

    chart: Chart
    squares: dict[int, str]


def charted(listed: Sequence[Numbered], content: Content, description: str) -> Charted:
    """The chart of those that have a place.

    Args:
        listed: every initiative, by name.
        content: the menus.
        description: what the chart shows, in words.
    """
    (_, first), (_, second) = across_and_down(content)
    bands = content.typology.bands
    empty = Chart(
        title="Alle initiatieven in het assenstelsel",
        description=description,
        across=_ruler(first, content, ascii_uppercase),
        down=_ruler(second, content, [str(row) for row in range(1, MOST_STRIPS + 1)]),
        zones=(_zones(0, content), _zones(1, content), _zones(2, content)),
        points=(),
        tallies=(),
        border=f"Op de grens: op een as een score van {number(bands.low_below)} tot en met {number(bands.high_above)}.",
        named=False,
    )
    points = tuple(point for one in listed if (point := _point(one, empty, content)) is not None)
    if len(listed) <= MOST_NUMBERED:
        numbered = replace(empty, points=points, named=can_be_named(points))
        if (arrangement := arranged(numbered)) is not None:
            moved = any(mark.moved for mark in arrangement.marks)
            chart = replace(numbered, remarks=_remarks(numbered, moved))
            return Charted(chart, {} if chart.named else _squares(points, chart))
    counts = Counter(point.square for point in points)
    tallies = tuple(Tally(square, count) for square, count in sorted(counts.items()))
    remarks = (
        "Het getal in een vak is het aantal initiatieven. Hoe groter de stip, hoe meer het er zijn.",
        "Bij elke naam in de tabel staat het vak, zoals C4: kolom C, rij 4.",
    )
    return Charted(replace(empty, tallies=tallies, remarks=remarks), _squares(points, empty))


def _squares(points: Iterable[Point], chart: Chart) -> dict[int, str]:
    return {point.number: chart.square_name(point.square) for point in points}


def _remarks(chart: Chart, moved: bool) -> tuple[str, ...]:
    names = "De tabel zegt bij elk nummer de naam en het vak, zoals C4: kolom C, rij 4."
    lines = "Was er op een plek geen ruimte meer? Dan loopt er een lijn van het nummer naar die plek."
    return (*([] if chart.named else [names]), *([lines] if moved else []))


def _point(one: Numbered, chart: Chart, content: Content) -> Point | None:
    """Where an initiative stands; None without a place on both axes."""
    ends = across_and_down(content)
    places = [_place(one.kept, name, axis, content) for name, axis in ends]
    if places[0] is None or places[1] is None:
        return None
    (across, column), (down, row) = places[0], places[1]
    square = chart.across.strip_at(column, across), chart.down.strip_at(row, down)
    return Point(one.number, one.label, across, down, square)


def _place(kept: Kept, name: str, axis: Axis, content: Content) -> tuple[float, Part] | None:
    stand = kept.axes.get(name)
    if stand is None or stand.score is None or stand.level is None:
        return None
    return position(stand.score, axis, content), _part(stand.level, axis)


def _part(level: str, axis: Axis) -> Part:
    """Which part of an axis a level is."""
    return PARTS[[str(one) for one in _levels(axis)].index(level)]


def _levels(axis: Axis) -> tuple[Level, ...]:
    """The levels from the first end of an axis to the last."""
    return LEVELS if first_or_last(axis, "hoog") == 1 else LEVELS[::-1]


def _zones(row: Part, content: Content) -> tuple[str, str, str]:
    """What the zones of a row are called."""
    (across, first), (down, second) = across_and_down(content)

    def title(column: Part) -> str:
        sides = {across: SIDES[_levels(first)[column]], down: SIDES[_levels(second)[row]]}
        chosen = (dict(zip(sides, pair, strict=True)) for pair in product(*sides.values()))
        return places_title(in_menu_order([content.typology.quadrant_at(pair) for pair in chosen], content), content)

    return title(0), title(1), title(2)


def _ruler(axis: Axis, content: Content, names: Sequence[str]) -> Ruler:
    """An axis with the strips of each of its parts."""
    scale, bands = content.typology.scale, content.typology.bands
    cuts = sorted(
        position(score, axis, content) for score in (scale.lowest, bands.low_below, bands.high_above, scale.highest)
    )
    strips: list[Strip] = []
    for part in PARTS:
        start, end = cuts[part], cuts[part + 1]
        size = max(1, round(STRIPS * (end - start)))
        for index in range(size):
            left, right = (start + (end - start) * step / size for step in (index, index + 1))
            strips.append(Strip(names[len(strips)], left, right, part))
    return Ruler(end_at(axis, 0), end_at(axis, 1), tuple(strips))
