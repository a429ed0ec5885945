"""What stands in the fields of one initiative: the sign for each kind of marker, the interval, and the way it came."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from poolwijzer.drawing.dots import draw_cloud
from poolwijzer.drawing.model import Drawing, Marker
from poolwijzer.drawing.primitives import Palette, Sizes, letters, line_between
from poolwijzer.drawing.sheet import Sheet
from poolwijzer.drawing.spots import Spacing, find_spots, steps_outward

FIXED = ("initiatief", "eigen-inschatting")
"""The markers that stand where they belong, whatever else is there."""


def symbol(marker: Marker, x: float, y: float, palette: Palette, sizes: Sizes, *, wide: bool = False) -> Iterator[str]:
    """The sign of a marker, around a point; a `wide` ring shows around what stands at the same point."""
    radius, thin = sizes.radius, sizes.stroke
    match marker.kind:
        case "initiatief":
            yield _circle("accent", x, y, radius * 0.85, palette.accent, palette.paper, 2 * thin)
        case "eigen-inschatting":
            yield _circle("accent", x, y, radius * (1.2 if wide else 0.8), palette.paper, palette.accent, 3 * thin)
        case "eerder":
            size = radius * 1.05
            corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
            yield (
                f'<polygon class="pw-accent" points="{points}" fill="{palette.paper}" stroke="{palette.accent}" '
                f'stroke-width="{1.5 * thin:.2g}"/>'
            )
            yield letters(x, y + sizes.letter * 0.35, marker.sign, sizes.letter, palette, at="middle")
        case _:
            yield ring(x, y, palette, sizes)
            yield letters(x, y + sizes.letter * 0.35, marker.sign, sizes.letter, palette, at="middle")


def ring(x: float, y: float, palette: Palette, sizes: Sizes) -> str:
    """The sign of a numbered marker, without its number."""
    return _circle("ink", x, y, sizes.radius, palette.paper, palette.ink, 1.2 * sizes.stroke)


def _circle(name: str, x: float, y: float, radius: float, fill: str, stroke: str, width: float) -> str:
    return (
        f'<circle class="pw-{name}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.4g}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="{width:.2g}"/>'
    )


def draw_whiskers(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """From the initiative to where it could stand as well, on each axis."""
    now = next((marker for marker in drawing.markers if marker.kind == "initiatief"), None)
    if drawing.region is None or now is None:
        return
    (x, y), cap, region = sheet.at(now), sheet.sizes.letter * 0.4, drawing.region
    width = 2 * sheet.sizes.stroke
    ends = (sheet.x(region.left), sheet.x(region.right)), (sheet.y(region.top), sheet.y(region.bottom))
    if region.left < region.right:
        yield line_between((ends[0][0], y), (ends[0][1], y), palette, width, "accent")
        yield from (line_between((end, y - cap), (end, y + cap), palette, width, "accent") for end in ends[0])
    if region.top < region.bottom:
        yield line_between((x, ends[1][0]), (x, ends[1][1]), palette, width, "accent")
        yield from (line_between((x - cap, end), (x + cap, end), palette, width, "accent") for end in ends[1])


def draw_path(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """A line past the earlier measurements to where the initiative stands now."""
    stops = [marker for marker in drawing.markers if marker.kind == "eerder"]
    now = [marker for marker in drawing.markers if marker.kind == "initiatief"][:1]
    if stops and now:
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(sheet.at, [*stops, *now]))
        thin = sheet.sizes.stroke
        yield (
            f'<polyline class="pw-accent" points="{points}" fill="none" stroke="{palette.accent}" '
            f'stroke-width="{1.5 * thin:.2g}" stroke-dasharray="{2 * thin:.2g} {3 * thin:.2g}"/>'
        )


def draw_markers(drawing: Drawing, sheet: Sheet, palette: Palette) -> Iterator[str]:
    """Those of the initiative where they belong; the others beside it where there is no room, with a line."""
    sizes = sheet.sizes
    fixed = [marker for marker in drawing.markers if marker.kind in FIXED]
    others = [marker for marker in drawing.markers if marker.kind not in FIXED]
    homes, size, gap = [sheet.at(marker) for marker in others], 2 * sizes.radius, sizes.letter * 0.25
    left, top, right, bottom = sheet.plot
    half = gap / 2  # a gap lies between markers, and not between one and the edge
    step = max(1, round(sizes.letter / 2))
    found = find_spots(
        homes,
        [(left - half, top - half, right + half, bottom + half)] * len(homes),
        Spacing(size + gap, size + gap, round=True),
        partial(steps_outward, int(right - left) // step, step),
        in_turn=True,
        beside=map(sheet.at, fixed),
    )
    spots = [spot or homes[index] for index, spot in found]
    stands = [*map(sheet.at, fixed), *spots]
    for (x, y), spot in zip(homes, spots, strict=True):
        if spot != (x, y):
            yield line_between((x, y), spot, palette, sizes.stroke)
            dot = f'cx="{x:.1f}" cy="{y:.1f}" r="{sizes.letter / 5:.2g}"'
            yield f'<circle class="pw-quiet" {dot} fill="{palette.quiet}"/>'
    if drawing.cloud:
        discs = [(x, y, sizes.radius * (1.25 if index < len(fixed) else 1.05)) for index, (x, y) in enumerate(stands)]
        yield from draw_cloud(drawing.cloud, discs, sheet, palette)
    for marker, spot in zip(others, spots, strict=True):  # over all the lines
        yield from symbol(marker, *spot, palette, sizes)
    points = [sheet.at(marker) for marker in fixed if marker.kind == "initiatief"]
    for marker in sorted(fixed, key=lambda marker: marker.kind == "initiatief"):  # that one over its own estimate
        x, y = sheet.at(marker)
        near = any((x - a) ** 2 + (y - b) ** 2 < size**2 / 2 for a, b in points)
        yield from symbol(marker, x, y, palette, sizes, wide=near)
