"""How large a logo may be, whatever it is made of."""

from __future__ import annotations

from poolwijzer.problems import Fault

LARGEST = 512 * 1024
"""In bytes: a logo travels inside every page."""
MOST_PIXELS = 10_000_000
"""A few bytes may stand for so many that no computer can hold them."""
LONGEST = 10
"""How many times as wide as high it may be, and as high as wide: it stands beside a title."""


def check_size(width: int, height: int) -> None:
    """Refuse a picture of too many pixels, or of none.

    Raises:
        Fault: It is one.
    """
    if not width or not height:
        raise Fault("Dit logo heeft geen maat.", "Sla het opnieuw op als png of als gewone svg.")
    if width * height > MOST_PIXELS:
        message = "Dit logo is te groot: het heeft meer dan 10 miljoen beeldpunten."
        raise Fault(message, "Maak het kleiner; 1000 beeldpunten breed is genoeg.")
