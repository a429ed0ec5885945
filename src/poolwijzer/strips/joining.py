"""Which lines two ledgers have in common, also where somebody took the codes away in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.strips.columns import Column
from poolwijzer.strips.ledger import BrokenLine
from poolwijzer.strips.parse import Parsed
from poolwijzer.strips.rows import NEW_LAYOUT, row_text, split_cells

_FOR_TEXT: tuple[Column, ...] = ("note", "product", "municipality")


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


def broken_missing_from(ledger: Parsed, other: Parsed) -> tuple[BrokenLine, ...]:
    """The lines of another ledger that cannot be read and that this one has not, whole or broken; each once.

    Their text is as it can stand in this one. Where that has other columns, or where a quotation mark is too many, the
    line as it was becomes the note of one without a date, for as it was it could be read here as something else.
    """
    known = {one.text for one in ledger.broken}
    here = [_as_here(one, ledger, other) for one in other.broken if not one.id or one.id not in ledger.lines]
    return tuple({one.text: one for one in here if one.text not in known}.values())


def _as_here(line: BrokenLine, ledger: Parsed, other: Parsed) -> BrokenLine:
    own = ledger.layout or NEW_LAYOUT
    alike = other.layout and (own.delimiter, own.columns) == (other.layout.delimiter, other.layout.columns)
    if alike and split_cells(line.text, own.delimiter) is not None:
        return line
    place = next(own.columns.index(column) for column in _FOR_TEXT if column in own.columns)
    cells = [line.text if at == place else "" for at in range(len(own.columns))]
    return replace(line, text=row_text(cells, own.delimiter).rstrip("\r\n"))


def said_otherwise(ledger: Parsed, other: Parsed) -> tuple[LedgerLine, ...]:
    """The lines of another ledger that this one has too, and that say something else there.

    Somebody changed one of the two by hand. What a line of the ledger corrects was looked into.
    """
    corrected = {one.corrects for one in ledger.lines.values()}
    both = ledger.lines.keys() & other.lines.keys() - corrected
    return tuple(one for id_, one in other.lines.items() if id_ in both and not one.says_the_same(ledger.lines[id_]))


def _said(line: LedgerLine) -> LedgerLine:
    return replace(line, id="", written=None)
