"""A chart as SVG: its zones, the squares that a table refers to, and its marks.

Plain attributes and no styles, as in the other drawing, and the same classes for who wants to swap the colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt
from xml.sax.saxutils import escape, quoteattr

from poolwijzer.drawing.chart.layout import (
    LARGEST,
    NAMES,
    TITLE,
    TITLE_LINE,
    Arrangement,
    Frame,
    Look,
    arranged,
    end_lines,
    frame_of,
    title_height,
    title_lines,
)
from poolwijzer.drawing.chart.model import Chart, Point
from poolwijzer.drawing.signs import (
    LINE,
    PAD,
    RADIUS,
    SMALL,
    WIDTH,
    Palette,
    height_of,
    in_columns,
    laid_out,
    letters,
    lines_of,
)
from poolwijzer.dutch import number

DOT = 2
FULLEST = 0.36
"""The radius of the dot in the fullest square, of the height of a square on the whole."""
COUNT = 15
"""Of the letters of a number of initiatives."""


def draw_chart(chart: Chart, palette: Palette, font: str) -> str:
    """A chart as an SVG document; its words stand in it in the order in which a report tells them."""
    frame = frame_of(chart)
    words = list(_words(chart, frame, palette))
    below = frame.bottom + _room_below(chart)
    legend = list(_legend(chart, below, palette))
    whole = below + _legend_height(chart)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {whole:g}" role="img" font-family="{font}" '
        f'aria-label={quoteattr(chart.title)} lang="nl">',
        f"<title>{escape(chart.title)}</title>",
        f"<desc>{escape(chart.description)}</desc>",
        f'<rect class="pw-paper" width="{WIDTH}" height="{whole:g}" fill="{palette.paper}"/>',
        *_zones(chart, frame, palette),
        *([] if chart.named else _grid(chart, frame, palette)),
        *words,
        *_counts(chart, frame, palette),
        *_marks(arranged(chart), palette),
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


# What marks stand on.


def _zones(chart: Chart, frame: Frame, palette: Palette) -> Iterator[str]:
    """The frame, and the two bars in which a score is on the border."""
    (left, right), (top, bottom) = chart.across.span(1), chart.down.span(1)
    x, width = frame.edge_x(left), frame.edge_x(right) - frame.edge_x(left)
    y, height = frame.edge_y(top), frame.edge_y(bottom) - frame.edge_y(top)
    bars = (
        (x, frame.top, width, frame.bottom - frame.top),
        (frame.left, y, frame.right - frame.left, height),
    )
    for bar in bars:
        yield _rectangle(*bar, f'class="pw-chosen" fill="{palette.chosen}"')
    outline = f'class="pw-line" fill="none" stroke="{palette.line}"'
    for bar in bars:
        yield _rectangle(*bar, f'{outline} stroke-width="1"')
    frame_width, frame_height = frame.right - frame.left, frame.bottom - frame.top
    yield _rectangle(frame.left, frame.top, frame_width, frame_height, f'{outline} stroke-width="2"')


def _rectangle(x: float, y: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {look}/>'


def _grid(chart: Chart, frame: Frame, palette: Palette) -> Iterator[str]:
    """The lines between the squares, and their names at all four sides."""
    look = f'class="pw-line" stroke="{palette.line}" stroke-width="0.7" stroke-dasharray="1 4"'
    for strip in chart.across.strips[1:]:
        x = frame.edge_x(strip.start)
        yield f'<line x1="{x:.1f}" y1="{frame.top}" x2="{x:.1f}" y2="{frame.bottom}" {look}/>'
    for strip in chart.down.strips[1:]:
        y = frame.edge_y(strip.start)
        yield f'<line x1="{frame.left}" y1="{y:.1f}" x2="{frame.right}" y2="{y:.1f}" {look}/>'
    for strip in chart.across.strips:
        x = (frame.edge_x(strip.start) + frame.edge_x(strip.end)) / 2
        for y in (frame.top - 7, frame.bottom + 16):
            yield letters(round(x, 1), y, strip.name, SMALL, palette, at="middle")
    for strip in chart.down.strips:
        y = (frame.edge_y(strip.start) + frame.edge_y(strip.end)) / 2 + SMALL / 3
        for x in (frame.left - 11, frame.right + 11):
            yield letters(x, round(y, 1), strip.name, SMALL, palette, at="middle")


# Words.


def _words(chart: Chart, frame: Frame, palette: Palette) -> Iterator[str]:
    """The words at the ends of the axes, where the workshop had them, and the names of the places at their corners."""
    middle = (frame.top + frame.bottom) / 2
    for words, x, turn in ((chart.across.first, 0, -90), (chart.across.last, WIDTH, 90)):
        for index, line in enumerate(lines_of(words, frame.bottom - frame.top, SMALL)):
            away = 16 + index * LINE
            at = x + away if x == 0 else x - away
            yield (
                f'<text class="pw-ink" x="0" y="0" font-size="{SMALL}" font-weight="bold" text-anchor="middle" '
                f'transform="translate({at:g} {middle:g}) rotate({turn})" fill="{palette.ink}">{escape(line)}</text>'
            )
    names = 0 if chart.named else NAMES
    for index, line in enumerate(end_lines(chart.down.first)):
        yield letters(WIDTH / 2, 18 + index * LINE, line, SMALL, palette, bold=True, at="middle")
    yield from _titles(chart.zones[0], frame, frame.top - names - 8, -1, palette)
    below = frame.bottom + names + title_height(chart, 2) + 8
    for index, line in enumerate(end_lines(chart.down.last), 1):
        yield letters(WIDTH / 2, below + index * LINE, line, SMALL, palette, bold=True, at="middle")
    yield from _titles(chart.zones[2], frame, frame.bottom + names + TITLE + 4, 1, palette)


def _titles(row: tuple[str, str, str], frame: Frame, y: float, away: int, palette: Palette) -> Iterator[str]:
    """The names of two places in the corners, against the frame: `away` is -1 above it and 1 below it."""
    for title, x, at in ((row[0], frame.left, "start"), (row[2], frame.right, "end")):
        lines = title_lines(title)
        first = y if away > 0 else y - (len(lines) - 1) * TITLE_LINE
        for index, line in enumerate(lines):
            yield letters(x, first + index * TITLE_LINE, line, TITLE, palette, bold=True, at=at)


def _room_below(chart: Chart) -> float:
    """From the frame to the middle of the first line of the legend."""
    names = 0 if chart.named else NAMES
    return names + title_height(chart, 2) + 8 + len(end_lines(chart.down.last)) * LINE + 30


# Marks.


def _marks(arrangement: Arrangement | None, palette: Palette) -> Iterator[str]:
    """The numbers; one that had to give way has a line to a dot where it belongs."""
    if arrangement is None:
        return
    look, width, marks = arrangement
    for _, home, spot in marks:
        if home != spot:
            yield (
                f'<line class="pw-quiet" x1="{home.x:.1f}" y1="{home.y:.1f}" x2="{spot.x:.1f}" y2="{spot.y:.1f}" '
                f'stroke="{palette.quiet}" stroke-width="0.8"/>'
            )
    for _, home, spot in marks:
        if home != spot:
            yield f'<circle class="pw-ink" cx="{home.x:.1f}" cy="{home.y:.1f}" r="{DOT}" fill="{palette.ink}"/>'
    for point, _, spot in marks:
        # Who points at a mark is told its name; a reader of the page has the table.
        told = escape(f"{point.number} {point.label}")
        yield f"<g><title>{told}</title>{_mark(str(point.number), spot.x, spot.y, look, width, palette)}</g>"


def _mark(sign: str, x: float, y: float, look: Look, width: float, palette: Palette) -> str:
    shape = (
        f'<rect class="pw-mark" x="{x - width / 2:.1f}" y="{y - look.height / 2:.1f}" width="{width:.1f}" '
        f'height="{look.height:g}" rx="{look.height / 2:g}" fill="{palette.paper}" stroke="{palette.ink}" '
        'stroke-width="0.9"/>'
    )
    return shape + letters(round(x, 1), round(y + look.letter * 0.36, 1), sign, look.letter, palette, at="middle")


def _counts(chart: Chart, frame: Frame, palette: Palette) -> Iterator[str]:
    """How many initiatives stand in each square: the number, and a dot as large as that."""
    most = max((tally.count for tally in chart.tallies), default=1)
    # The same for all squares, though those at the edge are somewhat larger: dots are there to be compared.
    largest = FULLEST * (frame.y(1) - frame.y(0)) / len(chart.down.strips)
    for tally in chart.tallies:
        left, top, right, bottom = frame.square(tally.square, chart)
        radius = sqrt(tally.count / most) * largest
        x, y = right - largest - 8, bottom - largest - 5
        yield f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{palette.accent}"/>'
        yield letters(round(left + 7, 1), round(top + COUNT + 4, 1), number(tally.count), COUNT, palette, bold=True)


# The legend.

_Entry = tuple[Point | str, str]


def _names(chart: Chart) -> list[_Entry]:
    return [(point, point.label) for point in chart.legend()]


def _notes(chart: Chart) -> list[_Entry]:
    """What it is to stand on the border, and what else there is to know."""
    return [("border", chart.border), *(("", remark) for remark in chart.remarks)]


def _legend_height(chart: Chart) -> float:
    names = in_columns(_names(chart), WIDTH)
    return (height_of(names) if names else 0) + height_of([_in_one_column(_notes(chart))])


def _in_one_column(entries: list[_Entry]) -> list[tuple[Point | str, list[str]]]:
    return [(what, lines_of(words, WIDTH - 2 * PAD - 40, SMALL)) for what, words in entries]


def _legend(chart: Chart, top: float, palette: Palette) -> Iterator[str]:
    """The names in columns, and below them what is told of all marks."""

    def sample(what: Point | str, x: float, y: float) -> Iterator[str]:
        if isinstance(what, Point):
            yield _mark(str(what.number), x, y, LARGEST, LARGEST.height, palette)
        elif what:
            look = f'class="pw-chosen" fill="{palette.chosen}" stroke="{palette.line}"'
            yield _rectangle(x - RADIUS, y - 8, 2 * RADIUS, 16, look)

    names = in_columns(_names(chart), WIDTH)
    yield from laid_out(names, 0, top, WIDTH, palette, sample)
    below = top + (height_of(names) if names else 0)
    yield from laid_out([_in_one_column(_notes(chart))], 0, below, WIDTH, palette, sample)
