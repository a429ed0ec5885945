"""The lines of the ledger of strips, as values. Nothing in it is ever changed: a line corrects another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

LineKind = Literal["use", "joint", "transfer", "carry"]
"""What a line tells: what a municipality uses, what is used of the joint part, what one gives to another, and what a
municipality takes along from the year before."""
KINDS: dict[LineKind, str] = {
    "use": "gebruik",
    "joint": "gezamenlijk",
    "transfer": "overdracht",
    "carry": "meegenomen",
}
"""What a kind is called in a ledger and in tables of it."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the ledger. It has hours or strips, never both.

    Attributes:
        id: Tells it from every other line, so that copies of a ledger can be joined. Empty while it is not written.
        day: When it was used, given, or taken along; its year is the year it counts for.
        municipality: Who uses, gives or takes along; may be empty for a joint use.
        product: Of the menu card, by the id of the option, or in own words; empty where nothing is used.
        hours: In hours; None where it says strips.
        strips: In strips; None where it says hours.
        to: Who gets what another gives; empty otherwise.
        corrects: The id of the line that this one stands in the place of; empty where it corrects none.
        written: When it was added; None where a person added it without the program.
    """

    id: str
    day: date
    kind: LineKind = "use"
    municipality: str = ""
    product: str = ""
    hours: Fraction | None = None
    strips: Fraction | None = None
    to: str = ""
    corrects: str = ""
    note: str = ""
    written: datetime | None = None

    def says_the_same(self, other: LedgerLine) -> bool:
        """Whether two lines tell the same, whenever and under whichever id they were written."""
        return replace(self, id="", written=None) == replace(other, id="", written=None)


@dataclass(frozen=True, slots=True)
class CountedLines:
    """The lines of a ledger that count, and what is odd about the others.

    Attributes:
        lines: What counts, in the order of the ledger.
        corrected: Lines that another one stands in the place of.
        twice_corrected: Lines that two others correct; the last written of those counts.
        corrects_nothing: Corrections of a line that is not there; they count as lines of their own.
    """

    lines: tuple[LedgerLine, ...]
    corrected: tuple[LedgerLine, ...] = ()
    twice_corrected: tuple[LedgerLine, ...] = ()
    corrects_nothing: tuple[LedgerLine, ...] = ()
