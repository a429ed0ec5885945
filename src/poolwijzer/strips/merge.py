"""Joining copies of a ledger: what one has and the other has not is added, and nothing is counted twice."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.strips.append import add_chosen
from poolwijzer.strips.copies import find_copies
from poolwijzer.strips.joining import broken_missing_from, missing_from, said_otherwise
from poolwijzer.strips.ledger import BrokenLine, MergedLedger
from poolwijzer.strips.parse import Parsed
from poolwijzer.strips.read import read_ledger, read_parsed


def merge_copies(path: Path, copies: Sequence[Path] = ()) -> MergedLedger:
    """Add to a ledger what its copies have and it has not. The copies stay as they are.

    Args:
        path: The ledger.
        copies: Which; without, all that lie beside it and can be read.

    Raises:
        InputError: One of them is no ledger, or the ledger cannot be written.
    """
    ledger = read_parsed(path)
    named = copies or [one.path for one in find_copies(path, ledger, most=sys.maxsize) if one.new or one.otherwise]
    others = _read_all(path, named)
    added: list[LedgerLine] = []
    broken: list[BrokenLine] = []

    def choose(now: Parsed) -> Sequence[LedgerLine]:
        together = replace(now, lines=dict(now.lines), by_hand=set(now.by_hand))
        for other in others.values():
            new = {one.id: one for one in missing_from(together, other)}
            together.lines |= new
            together.by_hand |= new.keys() & other.by_hand
        added[:] = [one for id_, one in together.lines.items() if id_ not in now.lines]
        return added

    def keep(now: Parsed) -> Sequence[str]:
        together = replace(now, lines={**now.lines, **{one.id: one for one in added}})
        new = {one.text: one for other in others.values() for one in broken_missing_from(together, other)}
        broken[:] = new.values()
        return tuple(new)

    add_chosen(path, choose, keep)
    return MergedLedger(read_ledger(path), tuple(added), tuple(broken), _different(ledger, others))


def _read_all(path: Path, copies: Sequence[Path]) -> Mapping[Path, Parsed]:
    found: dict[Path, Parsed] = {}
    problems: list[Problem] = []
    for copy in copies:
        try:
            if copy.exists() and path.exists() and copy.samefile(path):
                raise InputError(Problem(str(copy), "Dit is het logboek zelf.", "Noem een kopie."))
            found[copy] = read_parsed(copy)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    return found


def _different(ledger: Parsed, others: Mapping[Path, Parsed]) -> tuple[Problem, ...]:
    """What two files say under one code."""
    told = []
    for path, other in others.items():
        for one in said_otherwise(ledger, other):
            message = (
                f"Regel {quote(one.id)} zegt hier iets anders dan in het logboek. De regel in het logboek telt mee."
            )
            hint = f"Klopt die niet? Zet er een regel bij die {quote(one.id)} verbetert."
            told.append(Problem(str(path), message, hint, other.numbers[one.id]))
        ledger = replace(ledger, lines={**other.lines, **ledger.lines})
    return tuple(told)
