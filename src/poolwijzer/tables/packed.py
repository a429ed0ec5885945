"""One table in a package: gzip or zip, unpacked no further than a table can be, and never twice."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from poolwijzer.dutch import count_things, join_some
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables import registry
from poolwijzer.tables.file_kinds import GZIP, PACKED, recognise
from poolwijzer.tables.grid import MOST_BYTES, Grid
from poolwijzer.tables.xlsx_package import MOST_PARTS, TOO_LARGE

_CHUNK = 1024 * 1024
_START = 4096
_MOST_HELD = MOST_BYTES // 4
"""Bytes of a workbook in a package, which is held in memory; text is read as it comes."""
_BROKEN = (
    "Dit ingepakte bestand is stuk, of niet helemaal binnengekomen.",
    "Haal het opnieuw op.",
)
_AGAIN = ("In dit bestand zit weer een ingepakt bestand.", "Pak het uit, en noem het bestand dat erin zit.")
_LOCKED = ("Dit zip-bestand heeft een wachtwoord.", "Pak het uit, en noem het bestand dat erin zit.")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError)
_NO_FILES = ("__MACOSX", "thumbs.db", "desktop.ini")
"""What systems put in a package by themselves; so are names that begin with a point."""
_BESIDE_TABLES = ".txt"
"""As a table rare, as an explanation beside one common."""


def read_grid(path: str, file: BinaryIO, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of the one table in a package.

    Args:
        path: How messages call the package.
        file: The bytes; can be read again from their beginning.
        known: Whether a header means something.
        sheet: The name of the sheet to read, if the table is a workbook.

    Raises:
        InputError: there is no table in it, more than one, or another package; it is broken, or unpacks to too much.
    """
    file.seek(0)
    remarks: list[Problem] = []
    try:
        if file.read(len(GZIP)) != GZIP:
            package = zipfile.ZipFile(file)
            part = _only_table(path, package, remarks)
            inside: IO[bytes] = package.open(part)
            suffix = PurePosixPath(part.filename).suffix
        else:
            file.seek(0)
            inside, suffix = (
                cast(IO[bytes], gzip.GzipFile(fileobj=file, mode="rb")),
                PurePosixPath(path.removesuffix(".gz")).suffix,
            )
        grid = registry.read_grid(path, _checked(path, inside), suffix, known, sheet)
    except _UNREADABLE as error:
        raise InputError(Problem(path, *_BROKEN)) from error
    grid.remarks[:0] = remarks
    return grid


def _only_table(path: str, package: zipfile.ZipFile, remarks: list[Problem]) -> zipfile.ZipInfo:
    """The table in a zip file; what is beside it is told.

    Raises:
        InputError: there is not one.
    """
    parts = [part for part in package.infolist()[:MOST_PARTS] if not part.is_dir() and not _is_of_system(part.filename)]
    tables = [part for part in parts if PurePosixPath(part.filename).suffix.lower() in registry.TABLES_IN]
    certain = [part for part in tables if PurePosixPath(part.filename).suffix.lower() != _BESIDE_TABLES]
    tables = certain or tables or (parts if len(parts) == 1 else [])
    names = join_some([quote(part.filename) for part in tables or parts])
    if len(tables) > 1:
        message = f"In dit zip-bestand zitten {count_things(len(tables), 'tabel', 'tabellen')}: {names}."
        raise InputError(Problem(path, message, "Pak het uit, en noem het bestand dat u bedoelt."))
    if not tables:
        hint = f"Wel zit erin: {names}." if parts else "Kijk of dit het goede bestand is."
        raise InputError(Problem(path, "In dit zip-bestand zit geen tabel.", hint))
    (table,) = tables
    if table.flag_bits & 1:
        raise InputError(Problem(path, *_LOCKED))
    if table.file_size > MOST_BYTES:
        raise InputError(Problem(path, *TOO_LARGE))
    if others := [quote(part.filename) for part in parts if part is not table]:
        beside = f"Wat er nog meer in zit, telt niet mee: {join_some(others)}."
        remarks.append(Problem(path, f"Poolwijzer leest {quote(table.filename)} uit dit zip-bestand. {beside}"))
    return table


def _is_of_system(name: str) -> bool:
    return any(part.startswith(".") or part.lower() in map(str.lower, _NO_FILES) for part in PurePosixPath(name).parts)


def _checked(path: str, inside: IO[bytes]) -> BinaryIO:
    """What is in a package, unpacked once to see that it is whole and not too large.

    Raises:
        InputError: it is too large, or a package itself.
        Exception: it is broken.
    """
    is_text = recognise(io.BytesIO(inside.read(_START))) is None
    inside.seek(0)
    held, size = io.BytesIO(), 0
    while chunk := inside.read(_CHUNK):
        size += len(chunk)
        if size > (MOST_BYTES if is_text else _MOST_HELD):
            raise InputError(Problem(path, *TOO_LARGE))
        if not is_text:
            held.write(chunk)
    inside.seek(0)
    kind = recognise(held)
    if kind is not None and kind.suffix in PACKED:
        raise InputError(Problem(path, *_AGAIN))
    return cast(BinaryIO, inside) if is_text else held
