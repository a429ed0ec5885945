"""How slides look: the colours of a house style, as dark as it takes to read them from the last row of a room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from poolwijzer.drawing.primitives import FAINT, LIGHT, Palette
from poolwijzer.formats.house_style import PAPER, PLAIN, contrast
from poolwijzer.formats.html.colours import AMPLE_CONTRAST, colours_of, in_grays
from poolwijzer.formats.registry import Theme


def slide_palette(theme: Theme) -> Palette:
    """The colours on a slide: every letter has a contrast of 7 to 1 with what it stands on (WCAG 2.2, 1.4.6).

    That is white, the tinted ground, and a ground with a little of the accent or of the lines in it.
    """
    light, _ = colours_of(theme.style or PLAIN)
    found = in_grays(light) if theme.gray else light
    chosen = found.chosen if contrast(found.ink, found.chosen) >= AMPLE_CONTRAST else LIGHT.paper
    grounds: tuple[str, ...] = (PAPER, chosen, faint_ground(found.line))
    accent = next(one for one in _darker(found.accent) if _stands_out(one, (*grounds, faint_ground(one))))
    grounds = (*grounds, faint_ground(accent))
    ink, quiet = (darker(colour, *grounds) for colour in (found.ink, found.quiet))
    return replace(found, ink=ink, accent=accent, quiet=quiet, chosen=chosen)


def faint_ground(colour: str) -> str:
    """White paper with a little of a colour in it, as drawings have it."""
    parts = (round(255 - FAINT * (255 - int(colour[at : at + 2], 16))) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)


def darker(colour: str, *grounds: str) -> str:
    """A colour with as much black in it as it takes to be read on all of these."""
    return next(found for found in _darker(colour) if _stands_out(found, grounds))


def _darker(colour: str) -> Iterable[str]:
    return (_with_black(colour, share) for share in range(101))


def _stands_out(colour: str, grounds: Iterable[str]) -> bool:
    return all(contrast(colour, ground) >= AMPLE_CONTRAST for ground in grounds)


def _with_black(colour: str, share: int) -> str:
    parts = (int(colour[at : at + 2], 16) * (100 - share) // 100 for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
