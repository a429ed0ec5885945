"""A drawing of many as SVG: the fields, the squares that a table refers to, and the markers or how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt
from xml.sax.saxutils import escape

from poolwijzer.drawing.model import Drawing, Field, Marker
from poolwijzer.drawing.overview_layout import (
    LARGEST,
    NAMES,
    TITLE,
    TITLE_LINE,
    Arrangement,
    MarkerStyle,
    SquaresFrame,
    arrange_markers,
    end_lines,
    frame_of,
    title_height,
    title_lines,
)
from poolwijzer.drawing.primitives import (
    LINE,
    PAD,
    RADIUS,
    SMALL,
    WIDTH,
    Columns,
    Palette,
    Sample,
    draw_legend,
    height_of,
    in_columns,
    letters,
    line_between,
    lines_of,
    rectangle,
)
from poolwijzer.dutch import number

DOT = 2
FULLEST = 0.36
"""The radius of the dot in the fullest square, of the height of a square on the whole."""
COUNT = 15
"""Of the letters of a number of initiatives."""


def draw_overview(drawing: Drawing, palette: Palette) -> tuple[float, float, list[str]]:
    """How wide and how high the sheet is, and what stands on it."""
    frame = frame_of(drawing)
    below = frame.bottom + _room_below(drawing)
    names, notes = _legend(drawing, palette)
    after = below + (height_of(names) if names else 0)
    parts = [
        *_fields(drawing, frame, palette),
        *([] if drawing.named else _grid(drawing, frame, palette)),
        *_words(drawing, frame, palette),
        *_counts(drawing, frame, palette),
        *_markers(arrange_markers(drawing), palette),
        *draw_legend(names, 0, below, palette),
        *draw_legend(notes, 0, after, palette),
    ]
    return WIDTH, after + height_of(notes), parts


# What markers stand on.


def _fields(drawing: Drawing, frame: SquaresFrame, palette: Palette) -> Iterator[str]:
    """The frame, and the two bars in which a score is on the border."""
    (left, right), (top, bottom) = drawing.across.span(1), drawing.down.span(1)
    x, width = frame.edge_x(left), frame.edge_x(right) - frame.edge_x(left)
    y, height = frame.edge_y(top), frame.edge_y(bottom) - frame.edge_y(top)
    bars = (
        (x, frame.top, width, frame.bottom - frame.top),
        (frame.left, y, frame.right - frame.left, height),
    )
    for bar in bars:
        yield rectangle(*bar, f'class="pw-chosen" fill="{palette.chosen}"')
    outline = f'class="pw-line" fill="none" stroke="{palette.line}"'
    for bar in bars:
        yield rectangle(*bar, f'{outline} stroke-width="1"')
    frame_width, frame_height = frame.right - frame.left, frame.bottom - frame.top
    yield rectangle(frame.left, frame.top, frame_width, frame_height, f'{outline} stroke-width="2"')


def _grid(drawing: Drawing, frame: SquaresFrame, palette: Palette) -> Iterator[str]:
    """The lines between the squares, and their names at all four sides."""
    style = f'class="pw-line" stroke="{palette.line}" stroke-width="0.7" stroke-dasharray="1 4"'
    for strip in drawing.across.strips[1:]:
        x = frame.edge_x(strip.start)
        yield f'<line x1="{x:.1f}" y1="{frame.top}" x2="{x:.1f}" y2="{frame.bottom}" {style}/>'
    for strip in drawing.down.strips[1:]:
        y = frame.edge_y(strip.start)
        yield f'<line x1="{frame.left}" y1="{y:.1f}" x2="{frame.right}" y2="{y:.1f}" {style}/>'
    for strip in drawing.across.strips:
        x = (frame.edge_x(strip.start) + frame.edge_x(strip.end)) / 2
        for y in (frame.top - 7, frame.bottom + 16):
            yield letters(round(x, 1), y, strip.name, SMALL, palette, at="middle")
    for strip in drawing.down.strips:
        y = (frame.edge_y(strip.start) + frame.edge_y(strip.end)) / 2 + SMALL / 3
        for x in (frame.left - 11, frame.right + 11):
            yield letters(x, round(y, 1), strip.name, SMALL, palette, at="middle")


# Words.


def _words(drawing: Drawing, frame: SquaresFrame, palette: Palette) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them, and the names of the quadrants."""
    middle = (frame.top + frame.bottom) / 2
    for words, x, turn in ((drawing.across.first, 0, -90), (drawing.across.last, WIDTH, 90)):
        for index, line in enumerate(lines_of(words, frame.bottom - frame.top, SMALL)):
            away = 16 + index * LINE
            at = x + away if x == 0 else x - away
            yield (
                f'<text class="pw-ink" x="0" y="0" font-size="{SMALL}" font-weight="bold" text-anchor="middle" '
                f'transform="translate({at:g} {middle:g}) rotate({turn})" fill="{palette.ink}">{escape(line)}</text>'
            )
    names = 0 if drawing.named else NAMES
    for index, line in enumerate(end_lines(drawing.down.first)):
        yield letters(WIDTH / 2, 18 + index * LINE, line, SMALL, palette, bold=True, at="middle")
    yield from _titles(drawing.row(0), frame, frame.top - names - 8, -1, palette)
    below = frame.bottom + names + title_height(drawing, 2) + 8
    for index, line in enumerate(end_lines(drawing.down.last), 1):
        yield letters(WIDTH / 2, below + index * LINE, line, SMALL, palette, bold=True, at="middle")
    yield from _titles(drawing.row(2), frame, frame.bottom + names + TITLE + 4, 1, palette)


def _titles(row: Iterable[Field], frame: SquaresFrame, y: float, away: int, palette: Palette) -> Iterator[str]:
    """The names of two quadrants, against the frame: `away` is -1 above it and 1 below it."""
    first, _, last = row
    for field, x, at in ((first, frame.left, "start"), (last, frame.right, "end")):
        lines = title_lines(field.title)
        upper = y if away > 0 else y - (len(lines) - 1) * TITLE_LINE
        for index, line in enumerate(lines):
            yield letters(x, upper + index * TITLE_LINE, line, TITLE, palette, bold=True, at=at)


def _room_below(drawing: Drawing) -> float:
    """From the frame to the middle of the first line of the legend."""
    names = 0 if drawing.named else NAMES
    return names + title_height(drawing, 2) + 8 + len(end_lines(drawing.down.last)) * LINE + 30


# Markers.


def _markers(arrangement: Arrangement | None, palette: Palette) -> Iterator[str]:
    """The numbers; one that had to give way has a line to a dot where it belongs."""
    if arrangement is None:
        return
    style, width, markers = arrangement
    moved = [one for one in markers if one.moved]
    yield from (line_between(one.home, one.spot, palette, 0.8) for one in moved)
    for _, (x, y), _ in moved:
        yield f'<circle class="pw-ink" cx="{x:.1f}" cy="{y:.1f}" r="{DOT}" fill="{palette.ink}"/>'
    for marker, _, (x, y) in markers:
        # Who points at a marker is told its name; a reader of the page has the table.
        told = escape(f"{marker.sign} {marker.label}")
        yield f"<g><title>{told}</title>{_pill(marker.sign, x, y, style, width, palette)}</g>"


def _pill(sign: str, x: float, y: float, style: MarkerStyle, width: float, palette: Palette) -> str:
    shape = (
        f'<rect class="pw-mark" x="{x - width / 2:.1f}" y="{y - style.height / 2:.1f}" width="{width:.1f}" '
        f'height="{style.height:g}" rx="{style.height / 2:g}" fill="{palette.paper}" stroke="{palette.ink}" '
        'stroke-width="0.9"/>'
    )
    return shape + letters(round(x, 1), round(y + style.letter * 0.36, 1), sign, style.letter, palette, at="middle")


def _counts(drawing: Drawing, frame: SquaresFrame, palette: Palette) -> Iterator[str]:
    """How many initiatives stand in each square: the number, and a dot as large as that."""
    most = max((one.count for one in drawing.counts), default=1)
    # The same for all squares, though those at the edge are somewhat larger: dots are there to be compared.
    largest = FULLEST * (frame.y(1) - frame.y(0)) / len(drawing.down.strips)
    for one in drawing.counts:
        left, top, right, bottom = frame.square(one.square, drawing)
        radius = sqrt(one.count / most) * largest
        x, y = right - largest - 8, bottom - largest - 5
        yield f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{palette.accent}"/>'
        yield letters(round(left + 7, 1), round(top + COUNT + 4, 1), number(one.count), COUNT, palette, bold=True)


# The legend.


def _legend(drawing: Drawing, palette: Palette) -> tuple[Columns, Columns]:
    """The names in columns; and what it is to stand on the border, with what else there is to know, in one."""

    def named(marker: Marker) -> Sample:
        return lambda x, y: (_pill(marker.sign, x, y, LARGEST, LARGEST.height, palette),)

    def border(x: float, y: float) -> Iterator[str]:
        style = f'class="pw-chosen" fill="{palette.chosen}" stroke="{palette.line}"'
        yield rectangle(x - RADIUS, y - 8, 2 * RADIUS, 16, style)

    names = in_columns([(named(marker), marker.label) for marker in drawing.legend()])
    told: list[tuple[Sample, str]] = [
        (border, drawing.border),
        *((lambda x, y: (), remark) for remark in drawing.remarks),
    ]
    return names, [[(sample, lines_of(words, WIDTH - 2 * PAD - 40, SMALL)) for sample, words in told]]
