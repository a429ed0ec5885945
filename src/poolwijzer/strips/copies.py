"""Copies of a ledger that lie beside it: of a synchronised folder in conflict, or of a person."""

from __future__ import annotations

from pathlib import Path

from poolwijzer.strips.ledger import LedgerCopy


def find_copies(path: Path) -> tuple[LedgerCopy, ...]:
    """The files beside a ledger that seem to be copies of it; `read_ledger` tells of them too."""
    return ()
