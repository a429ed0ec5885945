"""Logos in PNG: only the parts that make the picture go along."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from poolwijzer.formats.logo.bounds import MOST_PIXELS, check_size
from poolwijzer.problems import Fault

_START = b"\x89PNG\r\n\x1a\n"
_PARTS = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"iCCP", b"IDAT", b"IEND")
"""What makes the picture. All else, such as texts, a place on earth or more pictures, stays behind."""
_MOST_UNPACKED = {b"IDAT": 9 * MOST_PIXELS, b"iCCP": 1024 * 1024}
_BROKEN = Fault("Dit bestand is geen png, of het is stuk.", "Sla het logo opnieuw op als png.")


def clean_png(data: bytes) -> bytes:
    """The picture with nothing but the parts that make it.

    Raises:
        Fault: It is no PNG, is broken, or is too large once it is unpacked.
    """
    if not data.startswith(_START):
        raise _BROKEN
    parts = list(_parts(data))
    names = [name for name, _ in parts]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or any(names.count(once) > 1 for once in (b"IHDR", b"PLTE")):
        raise _BROKEN
    head = parts[0][1]
    check_size(int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big"))
    _unpack(b"IDAT", b"".join(body for name, body in parts if name == b"IDAT"))
    for name, body in parts:
        if name == b"iCCP":
            _unpack(name, body.partition(b"\0")[2][1:])
    return _START + b"".join(_packed(name, body) for name, body in parts)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts that make the picture, with what is in them."""
    at, name = len(_START), b""
    while name != b"IEND":
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body, end = data[at + 8 : at + 8 + size], at + 12 + size
        needed = name[:1].isupper()  # whoever does not know such a part cannot show the picture
        if end > len(data) or zlib.crc32(name + body).to_bytes(4, "big") != data[end - 4 : end]:
            raise _BROKEN
        if name in _PARTS:
            yield name, body
        elif needed or not name.isalpha():
            raise _BROKEN
        at = end


def _unpack(name: bytes, packed: bytes) -> None:
    """Make sure that this unpacks, to no more than it may."""
    unpacking, left = zlib.decompressobj(), _MOST_UNPACKED[name]
    try:
        while packed and left > 0 and not unpacking.eof:
            left -= len(unpacking.decompress(packed, 1024 * 1024))
            packed = unpacking.unconsumed_tail
    except zlib.error:
        raise _BROKEN from None
    if not unpacking.eof:
        raise _BROKEN


def _packed(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")


def size_of(data: bytes) -> tuple[float, float]:
    """How wide and how high the picture is on paper, in inches; a pixel that does not say is a point.

    Raises:
        Fault: it is no PNG, or is broken.
    """
    parts = dict(_parts(data)) if data.startswith(_START) else {}
    if b"IHDR" not in parts:
        raise _BROKEN
    dense = parts.get(b"pHYs", bytes(9))
    wide, high = (_inches(parts[b"IHDR"][at : at + 4], dense[at : at + 4], dense[8:9]) for at in (0, 4))
    return wide, high


def _inches(pixels: bytes, density: bytes, unit: bytes) -> float:
    """How long a side is, of so many pixels that lie so dense; that is known only for a metre."""
    dense = int.from_bytes(density, "big") if unit == _PER_METRE else 0
    return int.from_bytes(pixels, "big") / (round(dense * _INCH) if dense else _POINTS)


_PER_METRE = b"\1"
_INCH, _POINTS = 0.0254, 72
"""An inch in metres, and the points in one."""
