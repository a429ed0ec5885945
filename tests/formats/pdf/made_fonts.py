"""A typeface that lacks most signs, made of the shipped one: the same letters, of which only some can be found."""

from __future__ import annotations

import struct
from pathlib import Path

from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface

PLAIN = "".join(map(chr, range(0x20, 0x7F)))


def lacking_typeface(folder: Path, signs: str = PLAIN) -> Typeface:
    """The shipped typeface with these signs alone, in a folder."""
    for path in SHIPPED.folder.glob("*.ttf"):
        (folder / path.name).write_bytes(_with_signs(path.read_bytes(), signs))
    return Typeface(folder, SHIPPED.family)


def _with_signs(font: bytes, signs: str) -> bytes:
    """A font with another table of its signs (`cmap`): the old one stays behind, and nothing points to it any more."""
    tables = struct.unpack_from(">H", font, 4)[0]
    (entry,) = (at for at in range(12, 12 + 16 * tables, 16) if font[at : at + 4] == b"cmap")
    cmap = struct.unpack_from(">I", font, entry + 8)[0]
    start = next(
        cmap + offset
        for index in range(struct.unpack_from(">H", font, cmap + 2)[0])
        for platform, encoding, offset in [struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)]
        if (platform, encoding) == (3, 10)
    )
    number = struct.unpack_from(">I", font, start + 12)[0]
    groups = list(struct.iter_unpack(">III", font[start + 16 : start + 16 + 12 * number]))
    glyphs = [
        (code, glyph + code - first)
        for code in sorted(map(ord, signs))
        for first, last, glyph in groups
        if first <= code <= last
    ]
    body = b"".join(struct.pack(">III", code, code, glyph) for code, glyph in glyphs)
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(glyphs)) + body
    font += bytes(-len(font) % 4)
    return font[: entry + 8] + struct.pack(">II", len(font), len(table)) + font[entry + 16 :] + table
