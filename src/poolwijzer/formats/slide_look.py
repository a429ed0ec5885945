"""How slides look: the colours of a house style, as dark as it takes to read them from the last row of a room."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.drawing.primitives import LIGHT, Palette
from poolwijzer.formats.house_style import PAPER, PLAIN, contrast
from poolwijzer.formats.html.colours import AMPLE_CONTRAST, colours_of, in_grays
from poolwijzer.formats.registry import Theme


def slide_palette(theme: Theme) -> Palette:
    """The colours on a slide: every letter has a contrast of 7 to 1 with what it stands on (WCAG 2.2, 1.4.6)."""
    light, _ = colours_of(theme.style or PLAIN)
    found = in_grays(light) if theme.gray else light
    chosen = found.chosen if contrast(found.ink, found.chosen) >= AMPLE_CONTRAST else LIGHT.paper
    grounds = (PAPER, chosen)
    return replace(
        found,
        ink=darker(found.ink, *grounds),
        accent=darker(found.accent, *grounds),
        quiet=darker(found.quiet, *grounds),
        chosen=chosen,
    )


def darker(colour: str, *grounds: str) -> str:
    """A colour with as much black in it as it takes to be read on all of these."""
    mixed = (_with_black(colour, share) for share in range(101))
    return next(found for found in mixed if all(contrast(found, ground) >= AMPLE_CONTRAST for ground in grounds))


def _with_black(colour: str, share: int) -> str:
    parts = (int(colour[at : at + 2], 16) * (100 - share) // 100 for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
