"""What kind of picture bytes are, whatever their name says, and whether an office can show them without harm."""

from __future__ import annotations

import struct
from collections.abc import Callable

MOST_PIXELS = 60_000_000
"""An A4 that was scanned with 600 dots an inch has 35 million."""

_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""The marks in a JPEG after which its size stands."""
_EMF_ESCAPES = {105, 106, 110}
"""Records that hand something to the driver of a printer or a screen."""
_WMF_ESCAPE, _WMF_COMMENT = 0x0626, 15


def picture_kind(data: bytes) -> str | None:
    """The media type of a picture; None of what is none, is too large, or reaches past the picture."""
    for start, kind, is_fit in _KINDS:
        if data.startswith(start):
            try:
                return kind if is_fit(data) else None
            except (struct.error, IndexError):
                return None
    return None


def _png(data: bytes) -> bool:
    return data[12:16] == b"IHDR" and _fits(*struct.unpack_from(">II", data, 16))


def _gif(data: bytes) -> bool:
    return _fits(*struct.unpack_from("<HH", data, 6))


def _bmp(data: bytes) -> bool:
    width, height = struct.unpack_from("<ii", data, 18)
    return _fits(width, abs(height))


def _jpeg(data: bytes) -> bool:
    place = 2
    while data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xFF:
            place += 1
        elif mark in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return _fits(width, height)
        else:
            place += 2 + max(2, struct.unpack_from(">H", data, place + 2)[0])
    return False


def _emf(data: bytes) -> bool:
    """Whether every record is of the picture itself."""
    place = 0
    if data[40:44] != b" EMF":
        return False
    while True:
        kind, size = struct.unpack_from("<II", data, place)
        if not 1 <= kind <= 122 or kind in _EMF_ESCAPES or size < 8:
            return False
        if kind == 14:
            return True
        place += size


def _wmf(data: bytes) -> bool:
    place = 40 if data.startswith(_PLACEABLE) else 18
    while True:
        size, kind = struct.unpack_from("<IH", data, place)
        if size < 3 or (kind == _WMF_ESCAPE and struct.unpack_from("<H", data, place + 6)[0] != _WMF_COMMENT):
            return False
        if kind == 0:
            return True
        place += 2 * size


def _fits(width: int, height: int) -> bool:
    return width > 0 and height > 0 and width * height <= MOST_PIXELS


_PLACEABLE = bytes.fromhex("d7cdc69a")
_KINDS: tuple[tuple[bytes, str, Callable[[bytes], bool]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", _png),
    (b"\xff\xd8\xff", "image/jpeg", _jpeg),
    (b"GIF8", "image/gif", _gif),
    (b"BM", "image/bmp", _bmp),
    (b"\x01\0\0\0", "image/x-emf", _emf),
    (_PLACEABLE, "image/x-wmf", _wmf),
    (b"\x01\0\x09\0", "image/x-wmf", _wmf),
)
