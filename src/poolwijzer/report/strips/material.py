"""What every part of a report on strips is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from poolwijzer.assessment.costs import Costs
from poolwijzer.content.content import Content
from poolwijzer.costs.strips.card_values import StripCard
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import StripBalance, StripYear
from poolwijzer.problems import Problem
from poolwijzer.report.notes import Notes


@dataclass(frozen=True)
class StripMaterial:
    """A year of strips with all that its report needs.

    Attributes:
        id: Of the initiative.
        name: Of the initiative.
        costs: As the file says them.
        year: What came of them and of the ledger.
        problems: What of the ledger does not count, and what is odd in it.
        only: The one municipality that it is about; empty for all.
        with_lines: Whether every line is to be told.
        narrow: Whether tables have to do with short columns, as on a screen.
    """

    id: str
    name: str
    costs: Costs
    content: Content
    year: StripYear
    notes: Notes
    problems: tuple[Problem, ...] = ()
    only: str = ""
    with_lines: bool = False
    narrow: bool = False

    @property
    def card(self) -> StripCard:
        """How many strips there are, and whose."""
        return self.year.card

    @property
    def known(self) -> bool:
        """Whether there is a balance to tell."""
        return bool(self.year.balances) and not self.year.needs

    @property
    def balances(self) -> tuple[StripBalance, ...]:
        """Of the municipalities that it is about."""
        return tuple(one for one in self.year.balances if self.only in ("", one.municipality))

    @property
    def lines(self) -> tuple[LedgerLine, ...]:
        """What counts for this year, of whom it is about, day by day."""
        return self.in_year(self.year.counted.lines)

    def in_year(self, lines: Iterable[LedgerLine]) -> tuple[LedgerLine, ...]:
        """Of these lines those for this year and whom it is about, day by day."""
        own = (one for one in lines if one.day.year == self.card.year and self.concerns(one))
        return tuple(sorted(own, key=lambda one: one.day))

    def concerns(self, line: LedgerLine) -> bool:
        """Whether a line is about whom this is about."""
        return self.only in ("", line.municipality, line.to)

    def about(self, municipality: str) -> StripMaterial:
        """The same about one municipality, with its lines."""
        return replace(self, only=municipality, with_lines=True)

    def in_strips(self, line: LedgerLine) -> Fraction | None:
        """How many strips a line is; None where it says hours and a strip has none."""
        if line.strips is not None:
            return line.strips
        return line.hours / self.card.hours if self.card.hours and line.hours is not None else None

    def in_hours(self, line: LedgerLine) -> Fraction | None:
        """How many hours a line is; None where it says strips and a strip has none."""
        return line.hours if line.strips is None else self.card.in_hours(line.strips)
