"""The package that a spreadsheet is: whether it is one, and whether it unpacks to something that can be read."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.grid import MOST_BYTES

MOST_UNPACKED = 4 * MOST_BYTES
"""Bytes of all parts together. A spreadsheet is wordy: what a table says in one takes some four in the other."""
MOST_TEXTS = MOST_BYTES // 2
"""Bytes of the part with the texts, which is held in memory."""
MOST_PARTS = 10_000
BROKEN = ("Dit bestand is geen Excel-bestand, of het is stuk.", "Open het in Excel en sla het opnieuw op als .xlsx.")
TOO_LARGE = (
    "Dit bestand wordt uitgepakt veel te groot.",
    "Kijk of dit het goede bestand is, of verdeel het over meer bestanden.",
)
_TEXTS = "xl/sharedStrings.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_OUTCOME = re.compile(rb"<(?:\w+:)?f[ >/]|\bt=[\"']e[\"']")
_CHUNK = 1024 * 1024
_LONGEST_TAG = 64


def check_package(path: str, file: BinaryIO, most: int = MOST_UNPACKED) -> bool:
    """Look at the package before anything is made of it.

    Args:
        path: How messages call it.
        file: The bytes, which stay open.
        most: Bytes of all parts together, at most.

    Returns:
        Whether there is a formula in it, or a mistake that one made.

    Raises:
        InputError: it is no spreadsheet, is broken, or is too large.
    """
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            large = sum(part.file_size for part in parts) > most or len(parts) > MOST_PARTS
            if large or any(part.file_size > MOST_TEXTS for part in parts if part.filename == _TEXTS):
                raise InputError(Problem(path, *TOO_LARGE))
            sheets = [part.filename for part in parts if _SHEET.fullmatch(part.filename)]
            return any(_has_outcome(package, sheet) for sheet in sheets)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise InputError(Problem(path, *BROKEN)) from error


def _has_outcome(package: zipfile.ZipFile, sheet: str) -> bool:
    with package.open(sheet) as part:
        before = b""
        while chunk := part.read(_CHUNK):
            if _OUTCOME.search(before + chunk):
                return True
            before = chunk[-_LONGEST_TAG:]
    return False
