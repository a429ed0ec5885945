"""Logos in JPEG: whole, and of a kind that every program shows."""

from __future__ import annotations

import re

from poolwijzer.formats.logo.bounds import check_size
from poolwijzer.problems import Fault

_START, _END, _SCAN = b"\xff\xd8", 0xD9, 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)
"""What begins a picture of the kinds that are in use."""
_ODD_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_MOST_SCANS = 100
"""A picture that comes in parts is worked out once for each; ten is usual."""
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_BROKEN = Fault("Dit bestand is geen jpeg, of het is stuk.", "Sla het logo opnieuw op als jpeg of png.")


def clean_jpeg(data: bytes) -> bytes:
    """The picture, without what stands behind it.

    Raises:
        Fault: It is no JPEG, is broken or odd, or has too many pixels.
    """
    if not data.startswith(_START):
        raise _BROKEN
    at, frames, scans = len(_START), 0, 0
    while True:
        if data[at : at + 1] != b"\xff" or at + 4 > len(data) + 2:
            raise _BROKEN
        mark, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark == 0xFF:  # may stand before any mark, to fill up
            at += 1
            continue
        if mark == _END:
            break
        if mark < 0xC0 or 0xD0 <= mark <= 0xD8 or mark in _ODD_FRAMES or size < 2 or at + 2 + size > len(data):
            raise _BROKEN
        if mark in _FRAMES:
            frames += 1
            check_size(int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big"))
        at += 2 + size
        if mark == _SCAN:
            scans += 1
            found = _NEXT.search(data, at)
            if found is None or scans > _MOST_SCANS or not frames:
                raise _BROKEN
            at = found.start()
    if frames != 1 or not scans:
        raise _BROKEN
    return data[: at + 2]
