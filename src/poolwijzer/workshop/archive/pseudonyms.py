"""What stands for the names in an archive: the same for the same initiative, and by itself no way back.

A keyed hash (HMAC, RFC 2104) of the id, with a key that stays with who keeps the archive: without that nobody can try
names until one fits.
"""

from __future__ import annotations

import hmac
import re
import secrets
from pathlib import Path

from poolwijzer.infile import read_file
from poolwijzer.outfile import write_quickly
from poolwijzer.problems import InputError, Problem

KEY_NAME = ".archief-sleutel"
"""The file of the key, in the folder of the archive."""
_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNS = 10
_CLASSES = (
    (5_000, 4_000),
    (10_000, 7_500),
    (20_000, 15_000),
    (50_000, 35_000),
    (100_000, 75_000),
    (150_000, 125_000),
    (250_000, 200_000),
)
"""The size classes of municipalities that Statistics Netherlands (CBS) uses: below so many inhabitants, and what
stands for those in it. Exact numbers of inhabitants would name a municipality."""
_LARGEST = 400_000


def read_key(folder: Path) -> str | None:
    """The key of an archive; None where there is none yet.

    Raises:
        InputError: there is one, and it cannot be used.
    """
    path = folder / KEY_NAME
    if not path.exists():
        return None
    key = read_file(path, 1000).decode("ascii", "replace").strip()
    if not _KEY.fullmatch(key):
        hint = "Zet het bestand van eerder terug. Met een andere sleutel worden eerdere initiatieven niet herkend."
        raise InputError(Problem(str(path), "Dit is geen sleutel van een archief.", hint))
    return key


def make_key() -> str:
    """A new key."""
    return secrets.token_hex(32)


def write_key(folder: Path, key: str) -> None:
    """Keep a key with its archive, for its owner alone.

    Raises:
        InputError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not write_quickly(folder / KEY_NAME, f"{key}\n".encode("ascii")):
        hint = "Kies een andere map. Zonder sleutel worden initiatieven een volgende keer niet herkend."
        raise InputError(Problem(str(folder / KEY_NAME), "De sleutel van het archief is niet te schrijven.", hint))


def pseudonym(id: str, key: str) -> str:
    """What stands for the id of an initiative."""
    digest = hmac.new(bytes.fromhex(key), id.encode("utf-8"), "sha256").hexdigest()
    return f"initiatief-{digest[:_SIGNS]}"


def size_class(population: int) -> int:
    """The number of inhabitants that stands for those of municipalities of about that size."""
    return next((stands for below, stands in _CLASSES if population < below), _LARGEST)
