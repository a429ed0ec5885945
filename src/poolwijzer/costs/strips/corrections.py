"""Which lines of a ledger count, once those that correct others stand in their place."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.costs.strips.lines import CountedLines, LedgerLine


def apply_corrections(lines: Iterable[LedgerLine]) -> CountedLines:
    """The lines that count. A correction stands in the place of the line it names, also where that corrects another.

    Where two correct the same line, the one that was written last counts. A correction to 0 takes a line back.
    """
    return CountedLines(tuple(lines))
