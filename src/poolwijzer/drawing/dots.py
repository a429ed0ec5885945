"""Everyone's own dot in a drawing: small, open and quiet; of several at one spot their number stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, pi, sin, sqrt

from poolwijzer.drawing.model import Cloud, CloudSpot
from poolwijzer.drawing.primitives import Palette, Sizes, breadth_of, letters, line_between
from poolwijzer.drawing.sheet import Sheet
from poolwijzer.drawing.spots import Point

Disc = tuple[float, float, float]
"""Where something round stands, and how large it is."""
SMALLEST, LARGEST = 0.32, 0.62
"""Of a dot, in letters."""
MOST_SIDE = 0.9
"""From here on there is no room for a number on the right."""
WAYS = [k * pi / 4 for k in (0, 4, -1, -3, 1, 3, -2, 2)]
"""Where a dot goes that a mark would hide: along its row first, up before down."""


def draw_cloud(cloud: Cloud, marks: Sequence[Disc], sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Every spot where it belongs; beside a mark (`marks`) that would hide it, with a line to where it belongs."""
    taken, sizes = list(marks), sheet.sizes
    for spot in cloud.spots:
        home = sheet.x(spot.across), sheet.y(spot.down)
        x, y = _free_place(spot, home, taken, sheet)
        taken += _discs(spot, x, y, sizes)
        if (x, y) != home:
            yield line_between(home, (x, y), palette, sizes.stroke)
        yield from _draw(spot, x, y, palette, sizes)


def dot(x: float, y: float, palette: Palette, sizes: Sizes, count: int = 1) -> str:
    """The sign of one dot, or of several at one spot."""
    return (
        f'<circle class="pw-quiet" cx="{x:.1f}" cy="{y:.1f}" r="{_radius(count, sizes):.4g}" fill="{palette.paper}" '
        f'stroke="{palette.quiet}" stroke-width="{1.3 * sizes.stroke:.2g}"/>'
    )


def _draw(spot: CloudSpot, x: float, y: float, palette: Palette, sizes: Sizes) -> Iterator[str]:
    yield dot(x, y, palette, sizes, spot.count)
    if spot.count > 1:
        beside, at = x + _to_number(spot, sizes), "end" if spot.across > MOST_SIDE else "start"
        yield letters(beside, y + 0.35 * sizes.letter, str(spot.count), sizes.letter, palette, at=at, colour="quiet")


def _radius(count: int, sizes: Sizes) -> float:
    return sizes.letter * min(SMALLEST * sqrt(sqrt(count)), LARGEST)


def _to_number(spot: CloudSpot, sizes: Sizes) -> float:
    """How far from the middle of a dot its number begins."""
    far = _radius(spot.count, sizes) + 0.2 * sizes.letter
    return -far if spot.across > MOST_SIDE else far


def _discs(spot: CloudSpot, x: float, y: float, sizes: Sizes) -> list[Disc]:
    """The room that a dot takes, and its number."""
    found = [(x, y, _radius(spot.count, sizes))]
    if spot.count > 1:
        half, begin = breadth_of(str(spot.count), sizes.letter) / 2, _to_number(spot, sizes)
        found.append((x + begin + (half if begin > 0 else -half), y, max(half, 0.4 * sizes.letter)))
    return found


def _free_place(spot: CloudSpot, home: Point, taken: Sequence[Disc], sheet: Sheet) -> Point:
    """The nearest place to where a dot belongs at which nothing hides it or its number."""
    sizes = sheet.sizes
    left, top, right, bottom = sheet.plot
    tries = [home] + [
        (home[0] + far * sizes.letter / 4 * cos(way), home[1] + far * sizes.letter / 4 * sin(way))
        for far, way in product(range(1, 24), WAYS)
    ]
    for x, y in tries:
        discs = _discs(spot, x, y, sizes)
        inside = all(left <= a - r and a + r <= right and top <= b - r and b + r <= bottom for a, b, r in discs)
        if (inside or (x, y) == home) and all(_apart(one, other) for one in discs for other in taken):
            return x, y
    return home


def _apart(one: Disc, other: Disc) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) >= one[2] + other[2]
