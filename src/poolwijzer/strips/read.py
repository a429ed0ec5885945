"""Reading a ledger, as the program wrote it or as a spreadsheet saved it."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.strips.ledger import Ledger


def read_ledger(path: Path) -> Ledger:
    """A ledger, whatever lines of it cannot be read; those are told and kept.

    Raises:
        InputError: There is no such file, it cannot be read, or its first line is not that of a ledger.
    """
    return Ledger(path)
