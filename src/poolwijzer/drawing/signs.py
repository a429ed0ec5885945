"""What a drawing of the typology is made of: its colours, its letters, the sign for each kind of mark, the legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeVar
from xml.sax.saxutils import escape

from poolwijzer.drawing.model import Mark, Picture, Region

WIDTH = 900
"""Of the whole, in units of the picture."""
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
    """The colours of a picture."""

    ink: str = "#1a1a1a"
    paper: str = "#ffffff"
    quiet: str = "#595959"
    line: str = "#767676"
    chosen: str = "#eaf2fa"
    accent: str = "#0b4f8a"


LIGHT = Palette()
DARK = Palette(ink="#f2f2f2", paper="#14181d", quiet="#c2c7cd", line="#8b939c", chosen="#1d2f42", accent="#8cc4f5")


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


def symbol(mark: Mark, x: float, y: float, palette: Palette, *, wide: bool = False) -> Iterator[str]:
    """The sign of a mark, around a place; a `wide` ring shows around what stands at the same place."""
    match mark.kind:
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
            yield letters(x, y + 4, mark.sign, 11, palette, at="middle")
        case _:
            yield (
                f'<circle class="pw-ink" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="{palette.paper}" '
                f'stroke="{palette.ink}" stroke-width="1.2"/>'
            )
            yield letters(x, y + 4, mark.sign, 11, palette, at="middle")


# The legend.


def _entries(picture: Picture) -> list[tuple[Mark | Region | None, str]]:
    entries: list[tuple[Mark | Region | None, str]] = list(picture.legend())
    if picture.region:
        entries.append((picture.region, picture.region.label))
    if any(not mark.label for mark in picture.marks) and picture.unnamed:
        entries.append((None, picture.unnamed))
    return entries


def columns_for(entries: int, width: float) -> int:
    """How many columns a legend of so many entries gets where it may be this wide."""
    if width < WIDTH:
        return 1 if entries <= 8 else 2
    return 1 if entries <= 4 else 2 if entries <= 16 else 3


Entry = TypeVar("Entry")


def in_columns(entries: Sequence[tuple[Entry, str]], width: float) -> list[list[tuple[Entry, list[str]]]]:
    """A legend in columns that are read downwards; of every entry its lines."""
    columns = columns_for(len(entries), width)
    told = [(what, _cut(lines_of(words, (width - 2 * PAD) / columns - 40, SMALL))) for what, words in entries]
    size = -(-len(told) // columns)
    return [told[start : start + size] for start in range(0, len(told), size)] if told else []


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= MOST_LINES else [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def height_of(columns: list[list[tuple[Entry, list[str]]]]) -> float:
    """How much room a legend takes, in units of the picture."""
    return max((sum(len(lines) * LINE + 9 for _, lines in column) for column in columns), default=0) + PAD


def legend_height(picture: Picture, width: float = WIDTH) -> float:
    """How much room the legend of a picture takes, in units of the picture, where it may be this wide."""
    return height_of(in_columns(_entries(picture), width))


def legend_of(picture: Picture, left: float, top: float, palette: Palette, width: float = WIDTH) -> Iterator[str]:
    """What each sign stands for, from a place to the right and downwards."""
    columns = in_columns(_entries(picture), width)

    def sample(what: Mark | Region | None, x: float, y: float) -> Iterator[str]:
        return _sample(what, x, y, palette)

    yield from laid_out(columns, left, top, width, palette, sample)


def laid_out(
    columns: list[list[tuple[Entry, list[str]]]],
    left: float,
    top: float,
    width: float,
    palette: Palette,
    sample: Callable[[Entry, float, float], Iterator[str]],
) -> Iterator[str]:
    """A legend in columns, each entry with a sample of what it tells around a place before its words."""
    across = columns_for(sum(map(len, columns)), width)
    for number, column in enumerate(columns):
        x, y = left + PAD + RADIUS + number * (width - 2 * PAD) / across, top
        for what, lines in column:
            yield from sample(what, x, y)
            for index, line in enumerate(lines):
                yield letters(x + RADIUS + 10, y + 4 + index * LINE, line, SMALL, palette)
            y += len(lines) * LINE + 9


def _sample(what: Mark | Region | None, x: float, y: float, palette: Palette) -> Iterator[str]:
    """What an entry of the legend looks like in the picture."""
    if isinstance(what, Mark):
        yield from symbol(what, x, y, palette)
    elif isinstance(what, Region):
        yield (
            f'<rect class="pw-region" x="{x - RADIUS:g}" y="{y - 8:g}" width="{2 * RADIUS}" height="16" '
            f'fill="{palette.accent}" fill-opacity="0.12" stroke="{palette.accent}" stroke-dasharray="5 4"/>'
        )
    else:
        yield (
            f'<circle class="pw-ink" cx="{x:g}" cy="{y:g}" r="{RADIUS}" fill="{palette.paper}" '
            f'stroke="{palette.ink}" stroke-width="1.2"/>'
        )
