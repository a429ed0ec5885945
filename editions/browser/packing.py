"""Parts as they lie in the page: zipped or pressed the same each time, and as letters."""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_OTHER_SYSTEM = ("-linux-gnu.so",)
_USELESS = (".pyi", ".pyx", ".pxd", ".c", ".h", ".dist-info/RECORD", ".dist-info/WHEEL", "/py.typed")
"""Nothing in the page reads these."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


def pack_python(wheels: Iterable[Path], without: tuple[str, ...] = ()) -> bytes:
    """What is in the wheels as one archive, as it would lie among the packages of Python.

    Args:
        wheels: The wheels.
        without: Beginnings of names of what stays out.
    """
    held = BytesIO()
    # Pressed as a whole afterwards: that is smaller.
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for name, data in sorted(_files(wheels, without)):
            archive.writestr(ZipInfo(name, _MOMENT), data)
    return held.getvalue()


def _files(wheels: Iterable[Path], without: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        with ZipFile(wheel) as archive:
            for name in archive.namelist():
                if not name.endswith((*_OTHER_SYSTEM, *_USELESS, "/")) and not name.startswith(without):
                    yield name, archive.read(name)


def press(data: bytes) -> str:
    """Bytes as letters, pressed in the way that every browser knows."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode("ascii")


def repack_stdlib(data: bytes) -> bytes:
    """The standard library as Python reads it, without its own pressing: that of the whole is smaller."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _MOMENT), old.read(name))
    return held.getvalue()


__all__ = ["ZIP_DEFLATED", "pack_python", "press", "repack_stdlib"]
