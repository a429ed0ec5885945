"""What a drawing in SVG is made of: colours, sizes, letters, lines and rectangles.

Plain attributes and no styles, since not every reader of SVG knows those; the classes are for who wants to swap the
colours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from poolwijzer.drawing.spots import Point

BREADTHS = {**dict.fromkeys("iljtfrI.,:;'!|()[]{}- /\"", 0.34), **dict.fromkeys("mwMW@%—", 0.92)}
"""Of the size of the letters, on the broad side of usual typefaces; bold ones are broader still."""
SMALL_LETTER, LARGE_LETTER, FOREIGN_LETTER = 0.555, 0.66, 1.05
BOLD = 1.1
FAINT = 0.14
"""How much of a colour there is in a faint ground."""
LAST_LATIN = "\u024f"
ROOMY = 42
"""From so many of its letters in its breadth a sheet has room for sentences."""


@dataclass(frozen=True)
class Sizes:
    """How wide a sheet is and how large its smallest letters; all else is as large as fits with those."""

    breadth: float
    letter: float
    slim: float = 1.0
    """How wide the letters of its typeface are, for those of usual ones."""

    def lines(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """A text in lines that fit in a width, in this typeface."""
        return lines_of(text, width / self.slim, size, bold=bold)

    @property
    def roomy(self) -> bool:
        """Whether there is room for whole sentences beside each other."""
        return self.breadth / self.letter >= ROOMY

    @property
    def title(self) -> float:
        """Of the letters of a title."""
        return self.letter * (1.2 if self.roomy else 1.1)

    @property
    def line(self) -> float:
        """From line to line."""
        return self.letter * 1.3

    @property
    def pad(self) -> float:
        """Beside words."""
        return self.letter * (0.7 if self.roomy else 0.5)

    @property
    def radius(self) -> float:
        """Of a mark with a number in it."""
        return self.letter * 0.95

    @property
    def edge(self) -> float:
        """Between the last step of a scale and the frame."""
        return self.letter * 1.3

    @property
    def stroke(self) -> float:
        """Of a thin line."""
        return self.letter * 0.08


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
GRAY = Palette(ink="#000000", paper="#ffffff", quiet="#4a4a4a", line="#6e6e6e", chosen="#e2e2e2", accent="#1f1f1f")
"""For a printer without colours."""


def breadth_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most, in letters of a size."""
    return sum(map(_letter_breadth, text)) * size * (BOLD if bold else 1)


@cache
def _letter_breadth(letter: str) -> float:
    if letter in BREADTHS:
        return BREADTHS[letter]
    if letter > LAST_LATIN:
        return FOREIGN_LETTER
    return LARGE_LETTER if letter.isupper() or letter.isdigit() else SMALL_LETTER


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines that fit in a width; a word that is broader than a line is broken off."""
    lines, line, used, weight = [], "", 0.0, BOLD if bold else 1
    for word in re.split(r"[ \t\n]+", text.strip()):
        more = f" {word}" if line else word
        broad = sum(map(_letter_breadth, more), used)
        if broad * size * weight <= width:
            line, used = line + more, broad
            continue
        if line:
            lines.append(line)
        *parts, line = _pieces(word, width, size, bold)
        lines += parts
        used = sum(map(_letter_breadth, line))
    return [*lines, line]


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word in pieces that fit, of a letter at least."""
    pieces, used = [""], 0.0
    for letter in word:
        broad = breadth_of(letter, size, bold=bold)
        if pieces[-1] and used + broad > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += letter
        used += broad
    return pieces


def letters(
    x: float,
    y: float,
    text: str,
    size: float,
    palette: Palette,
    *,
    bold: bool = False,
    at: str = "start",
    colour: str = "ink",
    turn: int = 0,
) -> str:
    """A line of text; `at` says which part of it stands at x: its start, its middle or its end.

    Args:
        x: Where it stands.
        y: Of the line that it stands on.
        text: What is written.
        size: Of its letters.
        palette: Of the drawing.
        bold: Whether it is heavy.
        at: Which part of it stands there.
        colour: The name of one of the palette.
        turn: By how many degrees it is turned, clockwise.
    """
    weight = ' font-weight="bold"' if bold else ""
    anchor = f' text-anchor="{at}"' if at != "start" else ""
    place = f'x="{x:.5g}" y="{y:.5g}"'
    if turn:
        place = f'x="0" y="0" transform="translate({x:.5g} {y:.5g}) rotate({turn})"'
    return (
        f'<text class="pw-{colour}" {place} font-size="{size:.4g}"{weight}{anchor} fill="{getattr(palette, colour)}">'
        f"{escape(text)}</text>"
    )


def rectangle(x: float, y: float, width: float, height: float, style: str) -> str:
    """A rectangle, with the attributes of its looks."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {style}/>'


def faint(colour: str, palette: Palette) -> str:
    """The looks of a ground with a little of a colour of the palette in it."""
    return f'class="pw-faint" fill="{getattr(palette, colour)}" fill-opacity="{FAINT}"'


def line_between(start: Point, end: Point, palette: Palette, width: float, colour: str = "quiet") -> str:
    """A line, in one of the colours of the palette."""
    return (
        f'<line class="pw-{colour}" x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{getattr(palette, colour)}" stroke-width="{width:.2g}"/>'
    )
