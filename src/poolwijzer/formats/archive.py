"""Packing the parts of an office document, always into the same bytes."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Collection, Mapping
from datetime import date
from typing import BinaryIO

EARLIEST, LATEST = date(1980, 1, 1), date(2107, 12, 31)
"""Before and after these a zip knows no time."""


def pack_parts(parts: Mapping[str, bytes], on: date, packed: Collection[str] = ()) -> bytes:
    """Parts by name as one file: in the order of their names, all of the same day, whatever system packs them.

    Args:
        parts: The parts.
        on: The day.
        packed: The names of those that get no smaller, such as pictures.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in sorted(parts):
            way = zipfile.ZIP_STORED if name in packed else zipfile.ZIP_DEFLATED
            package.writestr(make_member(name, on), parts[name], way)
    return file.getvalue()


def repack(source: BinaryIO, target: BinaryIO, on: date, instead: Mapping[str, bytes]) -> None:
    """The same for what is too large to hold in memory: packed once more from one file into another.

    Args:
        source: A packed document.
        target: An empty file; it stays open.
        on: The day of every part.
        instead: Parts that get another content.
    """
    with (
        zipfile.ZipFile(source) as before,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as after,
    ):
        for name in sorted(before.namelist()):
            member = make_member(name, on)
            member.file_size = before.getinfo(name).file_size
            with after.open(member, "w") as part:
                if name in instead:
                    part.write(instead[name])
                else:
                    with before.open(name) as found:
                        shutil.copyfileobj(found, part)


def make_member(name: str, on: date) -> zipfile.ZipInfo:
    """A part of a package, of a day at midnight, as if it were packed on the same system everywhere."""
    day = min(max(on, EARLIEST), LATEST)
    member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 0
    return member


def repack_bytes(data: bytes, on: date) -> bytes:
    """A packed document packed once more, so that nothing of the moment or the system is left in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return pack_parts({name: package.read(name) for name in package.namelist()}, on)
