"""What a drawing in SVG is made of: colours, letters, lines, rectangles, the sign for each kind of marker, the legend.

Plain attributes and no styles, since not every reader of SVG knows those; the classes are for who wants to swap the
colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from poolwijzer.drawing.lines import Point
from poolwijzer.drawing.model import Marker

WIDTH = 900
"""Of the whole, in units of the drawing."""
PAD = 14
RADIUS = 11
SMALL, LINE = 13, 17
"""Of small letters, and from line to line."""
MOST_LINES = 8
"""Of one entry in the legend; a longer name would leave no room for the drawing."""
WIDEST_LETTER = 0.56
"""Of its size: how wide a letter is on the whole, on the broad side."""


@dataclass(frozen=True)
class Palette:
    """The colours of a drawing."""

    ink: str = "#1a1a1a"
    paper: str = "#ffffff"
    quiet: str = "#595959"
    line: str = "#767676"
    chosen: str = "#eaf2fa"
    accent: str = "#0b4f8a"


LIGHT = Palette()
DARK = Palette(ink="#f2f2f2", paper="#14181d", quiet="#c2c7cd", line="#8b939c", chosen="#1d2f42", accent="#8cc4f5")
GRAY = Palette(ink="#000000", paper="#ffffff", quiet="#4a4a4a", line="#6e6e6e", chosen="#ececec", accent="#1f1f1f")
"""For a printer without colours."""


def lines_of(text: str, width: float, size: int) -> list[str]:
    """A text in lines that fit in a width."""
    return wrap(text, max(int(width / (size * WIDEST_LETTER)), 4)) or [""]


def letters(
    x: float, y: float, text: str, size: float, palette: Palette, *, bold: bool = False, at: str = "start"
) -> str:
    """A line of text; `at` says which part of it stands at x: its start, its middle or its end."""
    weight = ' font-weight="bold"' if bold else ""
    anchor = f' text-anchor="{at}"' if at != "start" else ""
    return (
        f'<text class="pw-ink" x="{x:g}" y="{y:g}" font-size="{size:g}"{weight}{anchor} fill="{palette.ink}">'
        f"{escape(text)}</text>"
    )


def rectangle(x: float, y: float, width: float, height: float, style: str) -> str:
    """A rectangle, with the attributes of its looks."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {style}/>'


def line_between(start: Point, end: Point, palette: Palette, width: float) -> str:
    """The thin line from where a marker belongs to where it had room."""
    return (
        f'<line class="pw-quiet" x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{palette.quiet}" stroke-width="{width:g}"/>'
    )


def symbol(marker: Marker, x: float, y: float, palette: Palette, *, wide: bool = False) -> Iterator[str]:
    """The sign of a marker, around a point; a `wide` ring shows around what stands at the same point."""
    match marker.kind:
        case "initiatief":
            yield (
                f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 2}" fill="{palette.accent}" '
                f'stroke="{palette.paper}" stroke-width="2"/>'
            )
        case "eigen-inschatting":
            yield (
                f'<circle class="pw-accent" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS + 2 if wide else RADIUS - 2}" '
                f'fill="{palette.paper}" stroke="{palette.accent}" stroke-width="3"/>'
            )
        case "eerder":
            corners = ((x, y - RADIUS), (x + RADIUS, y), (x, y + RADIUS), (x - RADIUS, y))
            points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
            yield (
                f'<polygon class="pw-accent" points="{points}" fill="{palette.paper}" stroke="{palette.accent}" '
                'stroke-width="1.5"/>'
            )
            yield letters(x, y + 4, marker.sign, 11, palette, at="middle")
        case _:
            yield ring(f"{x:.1f}", f"{y:.1f}", palette)
            yield letters(x, y + 4, marker.sign, 11, palette, at="middle")


def ring(x: str, y: str, palette: Palette) -> str:
    """The sign of a numbered marker, without its number."""
    return (
        f'<circle class="pw-ink" cx="{x}" cy="{y}" r="{RADIUS}" fill="{palette.paper}" '
        f'stroke="{palette.ink}" stroke-width="1.2"/>'
    )


# The legend.

Sample = Callable[[float, float], Iterable[str]]
"""Draws around a point what an entry tells."""
Columns = list[list[tuple[Sample, list[str]]]]


def columns_for(entries: int, width: float) -> int:
    """How many columns a legend of so many entries gets where it may be this wide."""
    if width < WIDTH:
        return 1 if entries <= 8 else 2
    return 1 if entries <= 4 else 2 if entries <= 16 else 3


def in_columns(entries: Sequence[tuple[Sample, str]], width: float = WIDTH) -> Columns:
    """A legend in columns that are read downwards; of every entry its lines."""
    columns = columns_for(len(entries), width)
    told = [(one, _cut(lines_of(words, (width - 2 * PAD) / columns - 40, SMALL))) for one, words in entries]
    size = -(-len(told) // columns)
    return [told[start : start + size] for start in range(0, len(told), size)] if told else []


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def height_of(columns: Columns) -> float:
    """How much room a legend takes, in units of the drawing."""
    return max((sum(len(lines) * LINE + 9 for _, lines in column) for column in columns), default=0) + PAD


def draw_legend(columns: Columns, left: float, top: float, palette: Palette, width: float = WIDTH) -> Iterator[str]:
    """A legend in columns from a point on, each entry with a sample of what it tells before its words."""
    across = columns_for(sum(map(len, columns)), width)
    for number, column in enumerate(columns):
        x, y = left + PAD + RADIUS + number * (width - 2 * PAD) / across, top
        for sample, lines in column:
            yield from sample(x, y)
            for index, line in enumerate(lines):
                yield letters(x + RADIUS + 10, y + 4 + index * LINE, line, SMALL, palette)
            y += len(lines) * LINE + 9
