"""Reading a logo: from beside the file that names it, and once for all decided to be a picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from poolwijzer.dutch import join_words
from poolwijzer.formats.logo.bounds import LARGEST
from poolwijzer.formats.logo.compiler import try_out
from poolwijzer.formats.logo.jpeg import clean_jpeg
from poolwijzer.formats.logo.png import clean_png
from poolwijzer.infile import read_beside
from poolwijzer.problems import Fault


class Logo(NamedTuple):
    """A picture that any format can show."""

    data: bytes
    media_type: str
    pixels: bytes
    """The same as PNG, for what shows nothing else."""


class LogoKind(NamedTuple):
    """A kind of picture."""

    name: str
    """What people call it, and the compiler too."""
    media_type: str
    starts: tuple[bytes, ...]
    """What gives it away; a text gives nothing away."""
    clean: Callable[[bytes], bytes]
    """The picture without what does not belong to it; a `Fault` where there is no picture."""


def _clean_svg(data: bytes) -> bytes:
    from poolwijzer.formats.logo.svg import read_svg, write_svg
    from poolwijzer.formats.logo.svg_cost import check_cost

    picture = read_svg(data)
    check_cost(picture)
    return write_svg(picture)


_PNG = LogoKind("png", "image/png", (b"\x89PNG",), clean_png)
_JPEG = LogoKind("jpg", "image/jpeg", (b"\xff\xd8\xff",), clean_jpeg)
_SVG = LogoKind("svg", "image/svg+xml", (b"<svg", b"<?xml"), _clean_svg)
KINDS = {".png": _PNG, ".jpg": _JPEG, ".jpeg": _JPEG, ".svg": _SVG}


def read_logo(folder: Path, name: str) -> Logo:
    """A logo that any format can show.

    Args:
        folder: Where the file stands that names it.
        name: As that gives it.

    Raises:
        Fault: It is no picture of a kind that can be used, or too large, too narrow, or alive.
        InputError: It cannot be read, or stands elsewhere.
    """
    kind = KINDS.get(Path(name).suffix.lower())
    if kind is None:
        raise Fault("Dit soort logo kan niet.", f"Gebruik een bestand dat eindigt op {join_words(KINDS, 'of')}.")
    data = read_beside(folder, name, LARGEST)
    if len(data) > LARGEST:
        raise Fault("Het logo is groter dan 512 kB.", "Maak het kleiner; het gaat mee in elk verslag.")
    real = next((one for one in KINDS.values() if data.startswith(one.starts)), kind)
    if real is not kind:
        message = f"De naam van dit logo eindigt op {Path(name).suffix}, maar wat erin zit is {real.name}."
        raise Fault(message, f"Geef het een naam die eindigt op .{real.name}.")
    cleaned = kind.clean(data)
    pixels = try_out(cleaned, kind.name)
    return Logo(cleaned, kind.media_type, cleaned if kind is _PNG else pixels)
