"""A ledger of strips as it was read, with what was not to be read kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.problems import Problem, at_most


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that cannot be read. It stays in the ledger, and counts for nothing.

    Attributes:
        number: Of the line in the file, from 1.
        text: As it stands there.
        problem: What is wrong with it, for who keeps the ledger.
        id: Where that can still be read; else empty.
    """

    number: int
    text: str
    problem: Problem
    id: str = ""


@dataclass(frozen=True, slots=True)
class LedgerCopy:
    """Another file that seems to be a copy of the ledger, such as a synchronised folder makes of a conflict.

    Attributes:
        new: How many lines it has that the ledger has not.
        problem: What it is and what to do, for who keeps the ledger.
        otherwise: How many lines say something else than in the ledger, as somebody changed one by hand.
    """

    path: Path
    new: int
    problem: Problem
    otherwise: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger that was read.

    Attributes:
        lines: In the order of the file, each id once.
        broken: Lines that cannot be read.
        remarks: What is odd and does no harm, such as a line that is there twice.
        copies: Other files beside it that seem to be copies.
    """

    path: Path
    lines: tuple[LedgerLine, ...] = ()
    broken: tuple[BrokenLine, ...] = ()
    remarks: tuple[Problem, ...] = ()
    copies: tuple[LedgerCopy, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that has to be told, in the order of the file, and then of copies; of very much the first part."""
        own = sorted((*(one.problem for one in self.broken), *self.remarks), key=lambda one: one.line or 0)
        return (*at_most(own), *(one.problem for one in self.copies))


@dataclass(frozen=True, slots=True)
class MergedLedger:
    """What joining copies into a ledger did.

    Attributes:
        added: Lines that the ledger did not have.
        broken: Lines of copies that cannot be read; they were added as they are.
        different: What two files say differently under one id; the ledger's own counts, and the other was not added.
        ledger: As it is now.
    """

    ledger: Ledger
    added: tuple[LedgerLine, ...]
    broken: tuple[BrokenLine, ...] = ()
    different: tuple[Problem, ...] = ()
