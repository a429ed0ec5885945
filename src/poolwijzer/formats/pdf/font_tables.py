"""Which signs a font has."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def signs_of(font: bytes) -> frozenset[str]:
    """The signs of a TrueType font, from its table of groups (`cmap`, format 12, for all of Unicode)."""
    return frozenset(chr(code) for first, last in _groups(font) for code in range(first, last + 1))


def _groups(font: bytes) -> Iterator[tuple[int, int]]:
    tables = struct.unpack_from(">H", font, 4)[0]
    places = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    cmap = places[b"cmap"]
    for index in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)
        if (platform, encoding) == (3, 10):
            start = cmap + offset + 16
            groups = struct.unpack_from(">I", font, start - 4)[0]
            for first, last, _ in struct.iter_unpack(">III", font[start : start + 12 * groups]):
                yield first, last
