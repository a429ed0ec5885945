"""Which lines two ledgers have in common, also where somebody took the codes away in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.strips.parse import Parsed


def missing_from(ledger: Parsed, other: Parsed) -> tuple[LedgerLine, ...]:
    """The lines that another ledger has and this one has not, in the order of the other.

    A line is the same by its code; a line that has none in one of the two by what it says, as often as it says that.
    """
    alone = [one for id_, one in ledger.lines.items() if id_ not in other.lines]
    all_alone = Counter(_said(one) for one in alone)
    by_hand = Counter(_said(one) for one in alone if one.id in ledger.by_hand)
    missing = []
    for id_, one in other.lines.items():
        if id_ in ledger.lines:
            continue
        said = _said(one)
        if (all_alone if id_ in other.by_hand else by_hand)[said] > 0:
            all_alone[said] -= 1
            by_hand[said] -= 1
        else:
            missing.append(one)
    return tuple(missing)


def said_otherwise(ledger: Parsed, other: Parsed) -> tuple[LedgerLine, ...]:
    """The lines of another ledger that this one has too, and that say something else there.

    Somebody changed one of the two by hand. What a line of the ledger corrects was looked into.
    """
    corrected = {one.corrects for one in ledger.lines.values()}
    both = ledger.lines.keys() & other.lines.keys() - corrected
    return tuple(one for id_, one in other.lines.items() if id_ in both and not one.says_the_same(ledger.lines[id_]))


def _said(line: LedgerLine) -> LedgerLine:
    return replace(line, id="", written=None)
