"""The package that an OpenDocument spreadsheet is: opened only once it is known that it can be read."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.file_kinds import LOCKED
from poolwijzer.tables.xlsx_package import MOST_PARTS, MOST_UNPACKED, TOO_LARGE

BROKEN = (
    "Dit bestand is geen OpenDocument-rekenblad, of het is stuk.",
    "Open het in LibreOffice of Excel en sla het op als Excel-werkmap (.xlsx).",
)
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    KeyError,
)
"""What comes of a damaged package."""
_UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)
_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MOST_MANIFEST = 1024 * 1024
_TABLE = re.compile(rb"<(?:[\w.-]{1,40}:)?table[\s>]")
_LONGEST_NAME = 64
_CHUNK = 1024 * 1024
_LOCKED = b"encryption-data"


def check_package(path: str, file: BinaryIO) -> int:
    """Look at the package before anything is made of it.

    Args:
        path: How messages call it.
        file: The bytes, which stay open.

    Returns:
        The most sheets that can be in it.

    Raises:
        InputError: it is no such spreadsheet, is broken, has a password, or is too large.
    """
    try:
        with zipfile.ZipFile(file) as package:
            parts = {part.filename: part for part in package.infolist()}
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED or len(parts) > MOST_PARTS:
                raise InputError(Problem(path, *TOO_LARGE))
            if _MANIFEST in parts:
                with package.open(_MANIFEST) as part:
                    if _LOCKED in part.read(_MOST_MANIFEST):
                        raise InputError(Problem(path, *LOCKED))
            if _CONTENT not in parts:
                raise InputError(Problem(path, *BROKEN))
            return _count_tables(package)
    except _UNREADABLE as error:
        raise InputError(Problem(path, *BROKEN)) from error


def _count_tables(package: zipfile.ZipFile) -> int:
    with package.open(_CONTENT) as part:
        before, count = b"", 0
        while chunk := part.read(_CHUNK):
            seen = before + chunk
            count += len(_TABLE.findall(seen))
            before = seen[-_LONGEST_NAME:]
            count -= len(_TABLE.findall(before))
    return count + len(_TABLE.findall(before))


@contextmanager
def open_content(file: BinaryIO) -> Iterator[BinaryIO]:
    """The part in which the cells stand, to be read once."""
    with zipfile.ZipFile(file) as package, package.open(_CONTENT) as part:
        yield part  # type: ignore[misc]
