"""Drawings of many at given locations: for holding the SVG and the canvas against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from poolwijzer.drawing.model import PARTS, Drawing, Field, Marker, Part, Ruler, SquareCount, Strip

BOUNDS = (0.375, 0.625)
"""Between the parts of an axis."""


def ruler(words: str, names: Iterable[str]) -> Ruler:
    """An axis of eight strips, three for each end."""
    parts: tuple[Part, ...] = (0, 0, 0, 1, 1, 2, 2, 2)
    strips = (
        Strip(name, index / 8, (index + 1) / 8, part)
        for index, (name, part) in enumerate(zip(names, parts, strict=True))
    )
    return Ruler(f"{words} begin", f"{words} eind", tuple(strips))


TITLES = (
    ("linksboven", "boven", "rechtsboven"),
    ("links", "midden", "rechts"),
    ("linksonder", "onder", "rechtsonder"),
)
ACROSS, DOWN = ruler("dwars", "ABCDEFGH"), ruler("neer", "12345678")


def part_of(place: float) -> Part:
    """The part that a location lies in; the bounds belong to the border."""
    return 0 if place < BOUNDS[0] else 2 if place > BOUNDS[1] else 1


def overview(
    places: Iterable[tuple[float, float]], *, named: bool = False, counted: bool = False, words: str = "Regio"
) -> Drawing:
    """A drawing with a marker at each location, or with how many lie in each square."""
    markers = tuple(
        Marker(
            f"{words} {number}",
            "genummerd",
            across,
            down,
            str(number),
            (ACROSS.strip_at(part_of(across), across), DOWN.strip_at(part_of(down), down)),
        )
        for number, (across, down) in enumerate(places, 1)
    )
    held = Counter(marker.square for marker in markers)
    return Drawing(
        title=f"{words} titel",
        description=f"{words} uitleg",
        across=ACROSS,
        down=DOWN,
        fields=tuple(Field(TITLES[row][column], column, row) for row in PARTS for column in PARTS),
        markers=() if counted else markers,
        noun="initiatief",
        nouns="initiatieven",
        counts=tuple(SquareCount(square, count) for square, count in sorted(held.items())) if counted else (),
        border=f"{words} op de grens",
        named=named,
        remarks=(f"{words} bij de tekening",),
    )
