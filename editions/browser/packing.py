"""Parts as they lie in the page: archived and pressed the same each time, and written in letters."""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

_USELESS = (
    "-linux-gnu.so",
    ".pyi",
    ".pyx",
    ".pxd",
    ".c",
    ".h",
    ".dist-info/RECORD",
    ".dist-info/WHEEL",
    "/py.typed",
    "/",
)
"""Nothing in the page reads these, or can."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


def pack_wheels(wheels: Iterable[Path]) -> bytes:
    """What is in the wheels as one archive, as it lies among the packages of Python."""
    return _archive(file for wheel in wheels for file in _files(wheel) if not file[0].endswith(_USELESS))


def repack(path: Path) -> bytes:
    """An archive, not pressed: that of all its files together is smaller."""
    return _archive(_files(path))


def _files(path: Path) -> Iterator[tuple[str, bytes]]:
    with ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, data in sorted(files):
            archive.writestr(ZipInfo(name, _MOMENT), data)
    return held.getvalue()


def press(data: bytes) -> str:
    """Bytes in letters, pressed in the way that every browser knows."""
    return b64encode(gzip.compress(data, 6, mtime=0)).decode("ascii")
