"""Reading a ledger, as the program wrote it or as a spreadsheet saved it."""

from __future__ import annotations

import time
from pathlib import Path

from poolwijzer.infile import read_file
from poolwijzer.strips.copies import find_copies
from poolwijzer.strips.ledger import Ledger
from poolwijzer.strips.parse import LARGEST, Parsed, parse_ledger

_WHILE_WRITTEN = 0.02
"""Seconds in which somebody who was writing the last line is done."""


def read_ledger(path: Path) -> Ledger:
    """A ledger, whatever lines of it cannot be read; those are told and kept.

    Raises:
        InputError: There is no such file, it cannot be read, or its first line is not that of a ledger.
    """
    parsed = read_parsed(path)
    return Ledger(
        path,
        lines=tuple(parsed.lines.values()),
        broken=tuple(parsed.broken),
        remarks=tuple(parsed.remarks),
        copies=find_copies(path, parsed),
    )


def read_parsed(path: Path) -> Parsed:
    """A ledger as it stands in its file. A last line that somebody is writing is waited for.

    Raises:
        InputError: As for `read_ledger`.
    """
    parsed = parse_ledger(read_file(path, LARGEST), str(path))
    if not parsed.ends and parsed.broken:
        time.sleep(_WHILE_WRITTEN)
        parsed = parse_ledger(read_file(path, LARGEST), str(path))
    return parsed
