"""The typology drawn with many in it: numbered, or counted per square where the numbers could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count, product
from string import ascii_uppercase
from typing import NamedTuple, Protocol

from poolwijzer.content.content import Content
from poolwijzer.content.typology import Axis, Level
from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Part, Ruler, SquareCount, Strip
from poolwijzer.drawing.overview_layout import arrange_markers, can_be_named
from poolwijzer.engine.placement import SIDES
from poolwijzer.report.axes import across_and_down, border_words, first_or_last, position, ruler
from poolwijzer.report.many import in_menu_order
from poolwijzer.report.words import places_title

MOST_NUMBERED = 100
"""Initiatives in all. Of more the numbers would be too small or too close to read on a page."""
STRIPS = 8
"""How many columns and rows of squares there are, or about that: each part of an axis has a whole number of them."""
MOST_STRIPS = STRIPS + len(PARTS)
"""What rounding can make of it."""
IN_TABLE = "De tabel zegt bij elk nummer de naam en het vak, zoals C4: kolom C, rij 4."
GAVE_WAY = "Was er op een plek geen ruimte meer? Dan loopt er een lijn van het nummer naar die plek."
LEVELS: tuple[Level, Level, Level] = ("laag", "midden", "hoog")


class OnAxis(Protocol):
    """Where one of many stands on an axis."""

    @property
    def score(self) -> Fraction | float | None:
        """On the answer scale."""

    @property
    def level(self) -> str | None:
        """Between which bounds that is."""


class DrawingOfMany(NamedTuple):
    """A drawing of many, and for the table beside it in which square each of them stands, by number.

    There are no squares where the drawing tells the names itself.
    """

    drawing: Drawing
    squares: dict[int, str]


def draw_many(
    content: Content,
    labels: Sequence[str],
    standing: Sequence[Mapping[str, OnAxis]],
    *,
    title: str,
    description: str,
    nouns: tuple[str, str] = ("initiatief", "initiatieven"),
) -> DrawingOfMany:
    """The drawing of those that have a place, each with its number: its place in the list, from 1.

    Args:
        content: the menus.
        labels: what each is called, by name.
        standing: where each stands on the axes.
        title: of the drawing.
        description: what it shows, in words.
        nouns: what one of them is, and what they are.
    """
    (_, first), (_, second) = across_and_down(content)
    empty = Drawing(
        title=title,
        description=description,
        across=_ruler(first, content, ascii_uppercase),
        down=_ruler(second, content, [str(row) for row in range(1, MOST_STRIPS + 1)]),
        fields=tuple(Field(_field_title(column, row, content), column, row) for row in PARTS for column in PARTS),
        noun=nouns[0],
        nouns=nouns[1],
        border=border_words(content),
        named=False,
    )
    found = (_marker(*one, empty, content) for one in zip(count(1), labels, standing))
    markers = tuple(marker for marker in found if marker is not None)
    squares = {int(marker.sign): empty.square_name(marker.square) for marker in markers}
    if len(labels) <= MOST_NUMBERED:
        numbered = replace(empty, markers=markers, named=can_be_named(markers))
        if (arrangement := arrange_markers(numbered)) is not None:
            moved = any(marker.moved for marker in arrangement.markers)
            remarks = (*([] if numbered.named else [IN_TABLE]), *([GAVE_WAY] if moved else []))
            return DrawingOfMany(replace(numbered, remarks=remarks), {} if numbered.named else squares)
    counts = Counter(marker.square for marker in markers)
    counted = tuple(SquareCount(square, held) for square, held in sorted(counts.items()))
    remarks = (
        f"Het getal in een vak is het aantal {nouns[1]}. Hoe groter de cirkel, hoe meer het er zijn.",
        "Bij elke naam in de tabel staat het vak, zoals C4: kolom C, rij 4.",
    )
    return DrawingOfMany(replace(empty, counts=counted, remarks=remarks), squares)


def _marker(
    number_of: int, label: str, axes: Mapping[str, OnAxis], drawing: Drawing, content: Content
) -> Marker | None:
    """Where one of many stands; None without a place on both axes."""
    locations = [_location(axes.get(name), axis, content) for name, axis in across_and_down(content)]
    if locations[0] is None or locations[1] is None:
        return None
    (across, column), (down, row) = locations[0], locations[1]
    square = drawing.across.strip_at(column, across), drawing.down.strip_at(row, down)
    return Marker(label, "genummerd", across, down, str(number_of), square)


def _location(stand: OnAxis | None, axis: Axis, content: Content) -> tuple[float, Part] | None:
    if stand is None or stand.score is None or stand.level is None:
        return None
    return position(stand.score, axis, content), _part(stand.level, axis)


def _part(level: str, axis: Axis) -> Part:
    """Which part of an axis a level is."""
    return PARTS[[str(one) for one in _levels(axis)].index(level)]


def _levels(axis: Axis) -> tuple[Level, ...]:
    """The levels from the first end of an axis to the last."""
    return LEVELS if first_or_last(axis, "hoog") == 1 else LEVELS[::-1]


def _field_title(column: Part, row: Part, content: Content) -> str:
    """What a field is called: by the quadrants that are in play there."""
    (across, first), (down, second) = across_and_down(content)
    sides = {across: SIDES[_levels(first)[column]], down: SIDES[_levels(second)[row]]}
    chosen = (dict(zip(sides, pair, strict=True)) for pair in product(*sides.values()))
    return places_title(in_menu_order([content.typology.quadrant_at(pair) for pair in chosen], content), content)


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
    return replace(ruler(axis, content), strips=tuple(strips))
