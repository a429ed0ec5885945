"""Packing the parts of a Word document, always into the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

EARLIEST = date(1980, 1, 1)
"""Before this a zip knows no time."""


def packed(parts: Mapping[str, bytes], on: date) -> bytes:
    """Parts by name as one file: in the order of their names, all of the same day, whatever system packs them."""
    day = max(on, EARLIEST)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in sorted(parts):
            member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            package.writestr(member, parts[name])
    return file.getvalue()


def repacked(data: bytes, on: date) -> bytes:
    """A packed document packed once more, so that nothing of the moment or the system is left in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return packed({name: package.read(name) for name in package.namelist()}, on)
