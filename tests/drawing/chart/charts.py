"""Charts with marks at given places: for holding the drawing against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from poolwijzer.drawing.chart.model import Chart, Part, Point, Ruler, Strip, Tally

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


ACROSS, DOWN = ruler("dwars", "ABCDEFGH"), ruler("neer", "12345678")


def part_of(place: float) -> Part:
    """The part that a place lies in; the bounds belong to the border."""
    return 0 if place < BOUNDS[0] else 2 if place > BOUNDS[1] else 1


def chart(
    places: Iterable[tuple[float, float]], *, named: bool = False, counted: bool = False, words: str = "Regio"
) -> Chart:
    """A chart with a mark at each place, or with how many lie in each square."""
    points = tuple(
        Point(
            number,
            f"{words} {number}",
            across,
            down,
            (ACROSS.strip_at(part_of(across), across), DOWN.strip_at(part_of(down), down)),
        )
        for number, (across, down) in enumerate(places, 1)
    )
    held = Counter(point.square for point in points)
    return Chart(
        title=f"{words} titel",
        description=f"{words} uitleg",
        across=ACROSS,
        down=DOWN,
        zones=(
            ("linksboven", "boven", "rechtsboven"),
            ("links", "midden", "rechts"),
            ("linksonder", "onder", "rechtsonder"),
        ),
        points=() if counted else points,
        tallies=tuple(Tally(square, count) for square, count in sorted(held.items())) if counted else (),
        border=f"{words} op de grens",
        named=named,
        remarks=(f"{words} bij de tekening",),
    )
