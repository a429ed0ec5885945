"""What the charts are made of: a sheet as wide as it is printed, letters that fit, fills that differ without colour.

Patterns are drawn as lines and dots and not as a pattern of SVG: those have names that clash in a page with several
charts, and not every reader of SVG knows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from poolwijzer.drawing.primitives import Palette, breadth_of, letters, lines_of, rectangle

TEXT, SMALL = 9, 8
"""Of letters, in units of a chart: a unit is a point where 7 points is the least that a letter may be."""
LEADING, SMALL_LEADING = 11, 9.8
"""From line to line, of letters and of small ones."""
WIDE = 480.0
"""How wide a chart is where nobody says so."""
LEAST = 160.0
"""Narrower than this no chart is laid out; it is made smaller."""
SWATCH = 11.0


@dataclass(frozen=True)
class ChartSheet:
    """What a chart is drawn on."""

    width: float
    palette: Palette

    def text(self, x: float, y: float, words: str, *, bold: bool = False, at: str = "start", size: float = TEXT) -> str:
        """A line of text on this baseline."""
        return letters(round(x, 1), round(y, 1), words, size, self.palette, bold=bold, at=at)

    def block(
        self, x: float, y: float, lines: Sequence[str], *, bold: bool = False, at: str = "start", size: float = TEXT
    ) -> Iterator[str]:
        """Lines of text, the first of them right under y."""
        step = leading_of(size)
        for index, line in enumerate(lines):
            yield self.text(x, y + size + index * step, line, bold=bold, at=at, size=size)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, width: float = 0.7, ink: bool = False) -> str:
        """A straight line."""
        name, colour = ("pw-ink", self.palette.ink) if ink else ("pw-line", self.palette.line)
        return (
            f'<line class="{name}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour}" stroke-width="{width:g}"/>'
        )

    def box(self, x: float, y: float, width: float, height: float, shade: float = 0.0, *, outline: bool = True) -> str:
        """A rectangle, as dark as this from 0 to 1."""
        around = f' stroke="{self.palette.line}" stroke-width="0.7"' if outline else ""
        fill = f'fill="{self.palette.accent}" fill-opacity="{shade:.2f}"' if shade else 'fill="none"'
        return rectangle(x, y, width, height, f'class="pw-region" {fill}{around}')

    def circle(self, x: float, y: float, radius: float, *, filled: bool = False) -> str:
        """A dot, or a ring."""
        fill = self.palette.accent if filled else self.palette.paper
        stroke = self.palette.paper if filled else self.palette.quiet
        return (
            f'<circle class="{"pw-accent" if filled else "pw-paper"}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" '
            f'fill="{fill}" stroke="{stroke}" stroke-width="1"/>'
        )

    def square(self, x: float, y: float, side: float, *, filled: bool) -> str:
        """A box to tick, with its tick where it is filled: its left upper corner is at x and y."""
        fill = self.palette.accent if filled else self.palette.paper
        box = (
            f'<rect class="{"pw-accent" if filled else "pw-paper"}" x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" '
            f'height="{side:.1f}" fill="{fill}" stroke="{self.palette.line}" stroke-width="0.7"/>'
        )
        if not filled:
            return box
        tick = f"M{x + side * 0.22:.1f} {y + side * 0.55:.1f}L{x + side * 0.42:.1f} {y + side * 0.75:.1f}"
        return (
            f'{box}<path d="{tick}L{x + side * 0.8:.1f} {y + side * 0.25:.1f}" fill="none" '
            f'stroke="{self.palette.paper}" stroke-width="1.2"/>'
        )

    def diamond(self, x: float, y: float, radius: float) -> str:
        """A turned square around a point."""
        corners = f"{x:.1f},{y - radius:.1f} {x + radius:.1f},{y:.1f} {x:.1f},{y + radius:.1f} {x - radius:.1f},{y:.1f}"
        return (
            f'<polygon class="pw-accent" points="{corners}" fill="{self.palette.paper}" '
            f'stroke="{self.palette.accent}" stroke-width="1.2"/>'
        )

    # Fills.

    def filled(self, kind: int, x: float, y: float, width: float, height: float) -> Iterator[str]:
        """A rectangle in the pattern of a number; they differ in black and white as well."""
        palette, pattern = self.palette, PATTERNS[kind % len(PATTERNS)]
        solid = pattern == "solid"
        yield (
            f'<rect class="{"pw-accent" if solid else "pw-paper"}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
            f'height="{height:.1f}" fill="{palette.accent if solid else palette.paper}" stroke="{palette.accent}" '
            'stroke-width="0.8"/>'
        )
        if pattern == "dots":
            yield from self._dots(x, y, width, height)
        elif path := "".join(_hatch(pattern, x, y, width, height)):
            yield f'<path class="pw-accent" d="{path}" fill="none" stroke="{palette.accent}" stroke-width="0.8"/>'

    def _dots(self, x: float, y: float, width: float, height: float) -> Iterator[str]:
        rows = (
            f"M{x + 2 + index % 2 * 2:.1f} {y + at - 1:.1f}H{x + width - 1:.1f}" for index, at in _rows(width, height)
        )
        if path := "".join(rows):
            yield (
                f'<path class="pw-accent" d="{path}" fill="none" stroke="{self.palette.accent}" stroke-width="1.4" '
                'stroke-linecap="round" stroke-dasharray="0 4"/>'
            )

    def legend(self, entries: Sequence[tuple[int, str]], y: float) -> tuple[float, list[str]]:
        """Samples of patterns with their words, as many beside each other as fit: where it ends, and its parts."""
        parts: list[str] = []
        x, line_high = 0.0, 1
        for kind, words in entries:
            lines = lines_of(words, self.width - SWATCH - 6, SMALL)
            room = SWATCH + 6 + max(fits(line, SMALL) for line in lines) + 10
            if x and x + room > self.width:
                x, y, line_high = 0.0, y + line_high * LEADING + 3, 1
            parts += self.filled(kind, x, y + 1.5, SWATCH, 7)
            parts += self.block(x + SWATCH + 5, y - 0.5, lines, size=SMALL)
            x, line_high = x + room, max(line_high, len(lines))
        return y + (line_high * LEADING + 3 if entries else 0), parts


PATTERNS = ("solid", "slant", "blank", "dots", "cross", "rows", "back", "columns", "grid")
"""One after the other they differ most."""


def leading_of(size: float) -> float:
    """From line to line of letters of this size."""
    return LEADING if size > SMALL else SMALL_LEADING


def fits(words: str, size: float = TEXT, *, bold: bool = False) -> float:
    """How wide a line of text is, on the broad side."""
    return breadth_of(words, size, bold=bold)


def wrapped(words: str, width: float, size: float = TEXT, *, bold: bool = False) -> list[str]:
    """A text in lines that fit in a width."""
    return lines_of(words, width, size, bold=bold)


def _hatch(pattern: str, x: float, y: float, width: float, height: float) -> Iterator[str]:
    """Lines within a rectangle."""
    if pattern in ("slant", "cross"):
        yield from _slanted(x, y, width, height, 1)
    if pattern in ("back", "cross"):
        yield from _slanted(x, y, width, height, -1)
    if pattern in ("rows", "grid"):
        yield from (f"M{x:.1f} {y + at:.1f}h{width:.1f}" for at in _steps(height, 3))
    if pattern in ("columns", "grid"):
        yield from (f"M{x + at:.1f} {y:.1f}v{height:.1f}" for at in _steps(width, 3))


def _steps(length: float, step: float) -> Iterator[float]:
    at = step
    while at < length - 0.5:
        yield at
        at += step


def _rows(width: float, height: float) -> Iterator[tuple[int, float]]:
    return enumerate(_steps(height + 2, 3)) if width > 6 else enumerate(())


def _slanted(x: float, y: float, width: float, height: float, way: int) -> Iterator[str]:
    """Lines that go down to the left, or to the right; written as briefly as they can be, for there are many."""
    for at in _steps(width + height, 5):
        first, last = max(0.0, at - height), min(width, at)
        left, across = (x + first, last - first) if way > 0 else (x + width - first, first - last)
        yield f"M{round(left, 1):g} {round(y + at - first, 1):g}l{round(across, 1):g} {round(first - last, 1):g}"
