"""Which lines of a ledger count, once those that correct others stand in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from poolwijzer.costs.strips.lines import CountedLines, LedgerLine

_UNKNOWN = datetime.min.replace(tzinfo=UTC)


def apply_corrections(lines: Iterable[LedgerLine]) -> CountedLines:
    """The lines that count. A correction stands in the place of the line it names, also where that corrects another.

    Where two correct the same line, the one that was written last counts. A correction to 0 takes a line back.
    """
    every = tuple(lines)
    by_id = {one.id: one for one in every}
    named = Counter(one.corrects for one in every if one.corrects in by_id)
    chains: dict[str, list[LedgerLine]] = {}
    for one in every:
        chains.setdefault(_first_of(one, by_id), []).append(one)
    counted = {_last_of(chain, named).id for chain in chains.values()}
    return CountedLines(
        lines=tuple(one for one in every if one.id in counted),
        corrected=tuple(one for one in every if one.id not in counted),
        twice_corrected=tuple(one for one in every if named[one.id] > 1),
        corrects_nothing=tuple(one for one in every if one.corrects and one.corrects not in by_id),
    )


def _first_of(line: LedgerLine, by_id: Mapping[str, LedgerLine]) -> str:
    """What a row of corrections began with; of a circle, which only a person can have made, the least of its ids."""
    passed: dict[str, None] = {}
    while line.id not in passed:
        passed[line.id] = None
        if line.corrects not in by_id:
            return line.id
        line = by_id[line.corrects]
    ids = list(passed)
    return min(ids[ids.index(line.id) :])


def _last_of(chain: Sequence[LedgerLine], named: Mapping[str, int]) -> LedgerLine:
    """What nobody corrects, whatever the clocks of computers said; of several the last."""
    ends = [one for one in chain if not named[one.id]] or list(chain)
    return max(reversed(ends), key=_written)


def _written(line: LedgerLine) -> datetime:
    written = line.written or _UNKNOWN
    return written if written.tzinfo else written.replace(tzinfo=UTC)
