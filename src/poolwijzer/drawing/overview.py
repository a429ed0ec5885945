"""A drawing of many as SVG: the fields, the squares that a table refers to, and the markers or how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import sqrt
from xml.sax.saxutils import escape

from poolwijzer.drawing.legend import Columns, Sample, draw_legend, height_of, in_columns
from poolwijzer.drawing.model import Drawing, Field, Marker, SquareCount
from poolwijzer.drawing.overview_layout import (
    LARGEST,
    NAMES,
    TITLE_LINE,
    Arrangement,
    SquaresFrame,
    arrange_markers,
    end_lines,
    frame_of,
    side_lines,
    title_height,
    title_lines,
)
from poolwijzer.drawing.primitives import Palette, Sizes, faint, letters, line_between, rectangle
from poolwijzer.dutch import number

FULLEST = 0.46
"""The radius of the disc in the fullest square, for the breadth or the height of a square, whichever is less."""
DISC = 0.35
"""How much of its colour there is in it: the number on it has to be read."""


def draw_overview(drawing: Drawing, palette: Palette, sizes: Sizes) -> tuple[float, list[str]]:
    """How high the sheet is, and what stands on it."""
    arrangement = arrange_markers(drawing, sizes)
    if drawing.markers and arrangement is None:
        drawing = _counted(drawing)
    sheet = _Sheet(drawing, palette, sizes, frame_of(drawing, sizes))
    below = sheet.frame.bottom + _room_below(sheet)
    names, notes = _legend(sheet)
    after = below + (height_of(names, sizes) if names else 0)
    parts = [
        *_fields(sheet),
        *([] if drawing.named else _grid(sheet)),
        *_words(sheet),
        *_counts(sheet),
        *_markers(arrangement, sheet),
        *draw_legend(names, below, palette, sizes),
        *draw_legend(notes, after, palette, sizes),
    ]
    return after + height_of(notes, sizes), parts


@dataclass(frozen=True)
class _Sheet:
    """What is drawn, and on what."""

    drawing: Drawing
    palette: Palette
    sizes: Sizes
    frame: SquaresFrame


def _counted(drawing: Drawing) -> Drawing:
    """How many stand in each square, in place of numbers that could not be read on so narrow a sheet."""
    held = Counter(marker.square for marker in drawing.markers)
    counts = tuple(SquareCount(square, count) for square, count in sorted(held.items()))
    told = f"Het getal in een vak is het aantal {drawing.nouns}. Hoe groter de cirkel, hoe meer het er zijn."
    return replace(drawing, markers=(), counts=counts, named=False, remarks=(told,))


# What markers stand on.


def _fields(sheet: _Sheet) -> Iterator[str]:
    """The frame, and the two bars in which a score is on the border."""
    drawing, frame, palette, thin = sheet.drawing, sheet.frame, sheet.palette, sheet.sizes.stroke
    (left, right), (top, bottom) = drawing.across.span(1), drawing.down.span(1)
    x, width = frame.edge_x(left), frame.edge_x(right) - frame.edge_x(left)
    y, height = frame.edge_y(top), frame.edge_y(bottom) - frame.edge_y(top)
    bars = (
        (x, frame.top, width, frame.bottom - frame.top),
        (frame.left, y, frame.right - frame.left, height),
    )
    for bar in bars:
        yield rectangle(*bar, faint("line", palette))
    outline = f'class="pw-line" fill="none" stroke="{palette.line}"'
    for bar in bars:
        yield rectangle(*bar, f'{outline} stroke-width="{thin:.2g}"')
    frame_width, frame_height = frame.right - frame.left, frame.bottom - frame.top
    yield rectangle(frame.left, frame.top, frame_width, frame_height, f'{outline} stroke-width="{2 * thin:.2g}"')


def _grid(sheet: _Sheet) -> Iterator[str]:
    """The lines between the squares, and their names at all four sides."""
    drawing, frame, palette, letter = sheet.drawing, sheet.frame, sheet.palette, sheet.sizes.letter
    thin = sheet.sizes.stroke
    style = (
        f'class="pw-line" stroke="{palette.line}" stroke-width="{0.6 * thin:.2g}" '
        f'stroke-dasharray="{thin:.2g} {4 * thin:.2g}"'
    )
    for strip in drawing.across.strips[1:]:
        x = frame.edge_x(strip.start)
        yield f'<line x1="{x:.1f}" y1="{frame.top:.1f}" x2="{x:.1f}" y2="{frame.bottom:.1f}" {style}/>'
    for strip in drawing.down.strips[1:]:
        y = frame.edge_y(strip.start)
        yield f'<line x1="{frame.left:.1f}" y1="{y:.1f}" x2="{frame.right:.1f}" y2="{y:.1f}" {style}/>'
    for strip in drawing.across.strips:
        x = (frame.edge_x(strip.start) + frame.edge_x(strip.end)) / 2
        for y in (frame.top - 0.5 * letter, frame.bottom + 1.2 * letter):
            yield letters(x, y, strip.name, letter, palette, at="middle")
    for strip in drawing.down.strips:
        y = (frame.edge_y(strip.start) + frame.edge_y(strip.end)) / 2 + letter / 3
        for x in (frame.left - 0.8 * letter, frame.right + 0.8 * letter):
            yield letters(x, y, strip.name, letter, palette, at="middle")


# Words.


def _words(sheet: _Sheet) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them, and the names of the quadrants."""
    drawing, frame, palette, sizes = sheet.drawing, sheet.frame, sheet.palette, sheet.sizes
    letter, middle = sizes.letter, (frame.top + frame.bottom) / 2
    for words, x, turn in ((drawing.across.first, 0.0, -90), (drawing.across.last, sizes.breadth, 90)):
        for index, line in enumerate(side_lines(words, frame.bottom - frame.top, sizes)):
            away = 1.2 * letter + index * sizes.line
            at = x + away if x == 0 else x - away
            yield letters(at, middle, line, letter, palette, bold=True, at="middle", turn=turn)
    names = 0 if drawing.named else NAMES * letter
    for index, line in enumerate(end_lines(drawing.down.first, sizes)):
        y = 1.3 * letter + index * sizes.line
        yield letters(sizes.breadth / 2, y, line, letter, palette, bold=True, at="middle")
    yield from _titles(drawing.row(0), frame.top - names - 0.5 * letter, -1, sheet)
    below = frame.bottom + names + title_height(drawing, 2, sizes) + 0.5 * letter
    for index, line in enumerate(end_lines(drawing.down.last, sizes), 1):
        y = below + index * sizes.line
        yield letters(sizes.breadth / 2, y, line, letter, palette, bold=True, at="middle")
    yield from _titles(drawing.row(2), frame.bottom + names + 1.1 * sizes.title, 1, sheet)


def _titles(row: Iterable[Field], y: float, away: int, sheet: _Sheet) -> Iterator[str]:
    """The names of two quadrants, against the frame: `away` is -1 above it and 1 below it."""
    first, _, last = row
    size = sheet.sizes.title
    for field, x, at in ((first, sheet.frame.left, "start"), (last, sheet.frame.right, "end")):
        lines = title_lines(field.title, sheet.sizes)
        upper = y if away > 0 else y - (len(lines) - 1) * size * TITLE_LINE
        for index, line in enumerate(lines):
            yield letters(x, upper + index * size * TITLE_LINE, line, size, sheet.palette, bold=True, at=at)


def _room_below(sheet: _Sheet) -> float:
    """From the frame to the legend."""
    drawing, sizes = sheet.drawing, sheet.sizes
    names = 0 if drawing.named else NAMES * sizes.letter
    ends = len(end_lines(drawing.down.last, sizes)) * sizes.line
    return names + title_height(drawing, 2, sizes) + ends + 1.7 * sizes.letter


# Markers.


def _markers(arrangement: Arrangement | None, sheet: _Sheet) -> Iterator[str]:
    """The numbers; one that had to give way has a line to a dot where it belongs."""
    if arrangement is None:
        return
    _, width, height, markers = arrangement
    moved = [one for one in markers if one.moved]
    palette, sizes = sheet.palette, sheet.sizes
    yield from (line_between(one.home, one.spot, palette, 0.8 * sizes.stroke) for one in moved)
    for _, (x, y), _ in moved:
        yield (f'<circle class="pw-ink" cx="{x:.1f}" cy="{y:.1f}" r="{sizes.letter * 0.18:.2g}" fill="{palette.ink}"/>')
    for marker, _, (x, y) in markers:
        # Who points at a marker is told its name; a reader of the page has the table.
        told = escape(f"{marker.sign} {marker.label}")
        yield f"<g><title>{told}</title>{_pill(marker.sign, x, y, width, height, sheet)}</g>"


def _pill(sign: str, x: float, y: float, width: float, height: float, sheet: _Sheet) -> str:
    palette, letter = sheet.palette, sheet.sizes.letter
    style = (
        f'class="pw-mark" rx="{height / 2:.3g}" fill="{palette.paper}" stroke="{palette.ink}" '
        f'stroke-width="{sheet.sizes.stroke:.2g}"'
    )
    shape = rectangle(x - width / 2, y - height / 2, width, height, style)
    return shape + letters(x, y + letter * 0.36, sign, letter, palette, at="middle")


def _counts(sheet: _Sheet) -> Iterator[str]:
    """How many initiatives stand in each square: the number, in a disc as large as that."""
    drawing, frame, palette, sizes = sheet.drawing, sheet.frame, sheet.palette, sheet.sizes
    most = max((one.count for one in drawing.counts), default=1)
    # The same for all squares, though those at the edge are somewhat larger: discs are there to be compared.
    across, down = len(drawing.across.strips), len(drawing.down.strips)
    look = f'fill="{palette.accent}" fill-opacity="{DISC}"'
    largest = FULLEST * min((frame.x(1) - frame.x(0)) / across, (frame.y(1) - frame.y(0)) / down)
    for one in drawing.counts:
        left, top, right, bottom = frame.square(one.square, drawing)
        x, y, radius = (left + right) / 2, (top + bottom) / 2, sqrt(one.count / most) * largest
        yield f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" {look}/>'
        y += 0.36 * sizes.title
        yield letters(x, y, number(one.count), sizes.title, palette, bold=True, at="middle")


# The legend.


def _legend(sheet: _Sheet) -> tuple[Columns, Columns]:
    """The names in columns; and what it is to stand on the border, with what else there is to know, in one."""
    drawing, sizes = sheet.drawing, sheet.sizes

    def named(marker: Marker) -> Sample:
        size = LARGEST.height * sizes.letter
        return lambda x, y: (_pill(marker.sign, x, y, size, size, sheet),)

    def border(x: float, y: float) -> Iterator[str]:
        wide, high = sizes.letter * 0.9, sizes.letter * 0.6
        yield rectangle(x - wide, y - high, 2 * wide, 2 * high, faint("line", sheet.palette))

    told: list[tuple[Sample, str]] = [
        (border, drawing.border),
        *((lambda x, y: (), remark) for remark in drawing.remarks),
    ]
    return in_columns([(named(marker), marker.label) for marker in drawing.legend()], sizes), in_columns(told, sizes, 1)
