"""The letters of a page without a compiler of PDFs: those of the browser, which draws the pictures of a Word report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from struct import pack
from typing import Any
from zlib import compress, crc32

from poolwijzer.formats.pdf.letters import TAB
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface
from poolwijzer.formats.word.picture import PIXELS

_POINTS = 72
"""In an inch."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))


_EMPTY = b"\x89PNG\r\n\x1a\n" + b"".join(
    (_chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), _chunk(b"IDAT", compress(b"\0\xff")), _chunk(b"IEND", b""))
)
"""What stands in for a picture until the page has drawn it: one white pixel."""


class PageLetters(Typeface):
    """Letters of which the browser knows what they can show, and pictures that it draws.

    A report is made twice: the first time tells which pictures are `wanted`, the second time they are given.
    """

    def __init__(self, drawn: dict[str, Path]) -> None:
        """With the pictures that the page has drawn, by what they are of."""
        super().__init__(SHIPPED.folder, SHIPPED.family)
        self._drawn = drawn
        self.wanted: dict[str, dict[str, Any]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Nothing has to be tried: a browser shows what it can."""

    def show(self, text: str) -> str:
        """A text as it is."""
        return text.replace("\t", TAB)

    def drawn_elsewhere(self, drawings: Sequence[tuple[str, float]]) -> list[bytes]:
        """The drawings as the page drew them; of those that it has not yet, a stand-in."""
        return [self._pixels_of(svg, breadth) for svg, breadth in drawings]

    def _pixels_of(self, svg: str, breadth: float) -> bytes:
        name = sha256(f"{breadth} {svg}".encode()).hexdigest()[:16]
        if name in self._drawn:
            return self._drawn[name].read_bytes()
        self.wanted[name] = {"name": name, "svg": svg, "width": round(breadth * PIXELS / _POINTS)}
        return _EMPTY
