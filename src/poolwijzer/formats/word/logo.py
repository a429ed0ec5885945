"""The logo of an organisation above the pages of the shipped document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from poolwijzer.formats.logo.compiler import to_pixels
from poolwijzer.formats.logo.png import size_of
from poolwijzer.formats.word.picture import inline
from poolwijzer.formats.word.text import quoted
from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.formats.house_style import HouseStyle

_CENTIMETRE, _INCH = 360_000, 914_400
"""In what Word measures drawings in."""


def logo_run(style: HouseStyle, height: float) -> tuple[bytes, str]:
    """The logo in pixels, and the run with it; it is the first that its part relates to.

    Args:
        style: Whose logo it is.
        height: Of the logo, in centimetres.

    Raises:
        InputError: it is no picture that Word can show.
    """
    try:
        kind = style.logo_type.removeprefix("image/").partition("+")[0]
        logo = style.pixels or (style.logo if kind == "png" else to_pixels(style.logo, kind.replace("jpeg", "jpg")))
        wide, high = (int(inches * _INCH) for inches in size_of(logo))
        tall = int(height * _CENTIMETRE)
        size = round(wide * (tall / high)), tall
    except Exception:
        # The file is anybody's, and what the libraries raise on a broken one has no end.
        message = "Het logo is geen plaatje dat in een Word-document kan."
        raise InputError(Problem("huisstijl", message, "Bewaar het opnieuw als .png.")) from None
    named = f'id="1" name="Picture 1" descr={quoted(f"Logo van {style.name}")}'
    return logo, f"<w:r><w:tab/>{inline(named, size, 'rId1')}</w:r>"
