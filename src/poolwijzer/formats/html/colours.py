"""The colours of a page, light and dark, from a house style, with enough contrast in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace

from poolwijzer.drawing.primitives import DARK, LIGHT, Palette
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, PLAIN, HouseStyle, contrast, gray

WHITE = "#ffffff"
FORCED = Palette("CanvasText", "Canvas", "CanvasText", "CanvasText", "Canvas", "LinkText")
"""Where a reader chose the colours of all pages; drawings keep to those too."""
AMPLE_CONTRAST = 7.0
"""For the accent on a dark page, where the letters of a title glow: WCAG 2.2, success criterion 1.4.6 (AAA)."""
TINT, DARK_TINT = 10, 22
"""At most so much of the accent, of a hundred, in what is pointed out by a colour behind it."""


def colours_of(style: HouseStyle) -> tuple[Palette, Palette]:
    """The colours of a style on white paper, and their like on a dark screen."""
    if (style.accent, style.ink) == (PLAIN.accent, PLAIN.ink):
        return LIGHT, DARK
    light = replace(LIGHT, ink=style.ink, accent=style.accent)
    dark = replace(DARK, accent=_lighter(style.accent, DARK.paper))
    return _with_tint(light, TINT), _with_tint(dark, DARK_TINT)


def in_grays(palette: Palette) -> Palette:
    """A palette without colours."""
    return Palette(**{name: gray(colour) for name, colour in asdict(palette).items()})


def variables(palette: Palette) -> str:
    """A palette as CSS custom properties."""
    return " ".join(f"--{name}: {colour};" for name, colour in asdict(palette).items())


def _lighter(colour: str, paper: str) -> str:
    """A colour with as much white as it takes to be read on dark paper."""
    mixed = (_mix(WHITE, colour, share) for share in range(101))
    return next(found for found in mixed if contrast(found, paper) >= AMPLE_CONTRAST)


def _with_tint(palette: Palette, most: int) -> Palette:
    """A palette whose tinted paper has some of the accent, as far as all letters can be read on it."""
    letters = (palette.ink, palette.accent, palette.quiet)
    tints = (_mix(palette.accent, palette.paper, share) for share in range(most, 0, -1))
    return replace(palette, chosen=next((tint for tint in tints if _readable(letters, tint)), palette.paper))


def _readable(letters: Iterable[str], paper: str) -> bool:
    return all(contrast(letter, paper) >= ENOUGH_CONTRAST for letter in letters)


def _mix(one: str, other: str, share: int) -> str:
    """So much of one colour, of a hundred, and the rest of another."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(first * share + second * (100 - share)) // 100:02x}" for first, second in pairs)
