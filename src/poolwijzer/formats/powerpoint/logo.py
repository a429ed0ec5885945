"""The logo on every slide: a picture on the master, where nobody moves it by accident."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from poolwijzer.formats.logo.compiler import to_pixels
from poolwijzer.formats.powerpoint.layouts import FOOT_AREA, Area
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle

HIGHEST, WIDEST = 24.0, 192.0
"""How high and how wide a logo is at most, in points."""
BETWEEN = 12.0
"""What is kept free behind it."""
PART = "media/image1.png"
"""Where it is in the file."""


class Logo(NamedTuple):
    """A logo for the master."""

    pixels: bytes
    """As PNG."""
    told: str
    """In words."""
    area: Area
    gray: bool

    @property
    def width(self) -> float:
        """How much room it takes of what stands below a slide."""
        return self.area.width + BETWEEN

    def picture(self, number: int, relation: str) -> str:
        """The shape for the master, with its number there and the name of its relation to the part."""
        gray = "<a:grayscl/>" if self.gray else ""
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Logo" descr={quoteattr(self.told)}/>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
            f'<a:blip r:embed="{relation}">{gray}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
            f'{self.area.frame()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )


def make_logo(style: HouseStyle, name: str, *, gray: bool) -> Logo:
    """The logo of a house style that has one.

    Args:
        style: With the logo.
        name: Whose it is.
        gray: Whether it is shown without its colours.

    Raises:
        InputError: it is no picture that PowerPoint can show.
    """
    try:
        kind = style.logo_type.removeprefix("image/").partition("+")[0]
        pixels = style.pixels or (style.logo if kind == "png" else to_pixels(style.logo, kind.replace("jpeg", "jpg")))
        if not pixels.startswith(b"\x89PNG\r\n\x1a\n"):
            raise ValueError(kind)
        wide, high = struct.unpack(">II", pixels[16:24])
        scale = min(HIGHEST / high, WIDEST / wide)
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        message = "Het logo is geen plaatje dat in een PowerPoint-bestand kan."
        raise InputError(Problem("huisstijl", message, "Bewaar het opnieuw als .png.")) from None
    width, height = wide * scale, high * scale
    area = Area(FOOT_AREA.left, FOOT_AREA.top + (FOOT_AREA.height - height) / 2, width, height)
    return Logo(pixels, f"Logo van {name}" if name.strip() else "Logo", area, gray)
