"""Which characters the shipped fonts have, and how a text is written with those alone."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILY = "DejaVu Sans"
TAB = "    "
"""A tab has no width of its own on paper."""
_UNSEEN = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f"
"""Characters that show as nothing and need no letter; the controls among them steer the direction of writing."""
_REFUSED = frozenset({*range(0xE000, 0xF900), 0xFEFF})
"""PDF/A keeps these out: what stands for something else in every font, and the mark of an order of bytes."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STEERED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ISOLATE, _END = "\u2068", "\u2069"


def show_letters(text: str) -> str:
    """A text as it can be printed: what the fonts lack stands in it by number, such as `[U+4E2D]`.

    A line that is written from right to left is isolated, so that it cannot turn round the note behind it.
    """
    if "\t" in text:
        text = text.replace("\t", TAB)
    if text.isascii():
        return text
    text = _lacking().sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return "\n".join(map(_isolated, text.split("\n"))) if _RIGHT_TO_LEFT.search(text) else text


@lru_cache(maxsize=1)
def _lacking() -> re.Pattern[str]:
    """Finds the characters that cannot be printed."""
    return re.compile(f"[^\n{_UNSEEN}{''.join(re.escape(chr(code)) for code in sorted(letters()))}]")


def _isolated(line: str) -> str:
    return f"{_ISOLATE}{line}{_END}" if _RIGHT_TO_LEFT.search(line) and not _STEERED.search(line) else line


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """The code points that every shipped font has, so that a title can hold what running text can."""
    found = [frozenset(_code_points(path.read_bytes())) for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset.intersection(*found) - _REFUSED


def _code_points(font: bytes) -> Iterator[int]:
    """The characters of a TrueType font, from its table of groups (`cmap`, format 12, for all of Unicode)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    places = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    cmap = places[b"cmap"]
    for index in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * index)
        if (platform, encoding) == (3, 10):
            start = cmap + offset + 16
            groups = struct.unpack_from(">I", font, start - 4)[0]
            for first, last, _ in struct.iter_unpack(">III", font[start : start + 12 * groups]):
                yield from range(first, last + 1)
