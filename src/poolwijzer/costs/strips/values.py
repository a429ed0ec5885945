"""What comes of the card of strips, as values. Strips and hours are exact; amounts are euros with two decimals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from poolwijzer.costs.strips.card_values import StripCard, StripNeed
from poolwijzer.costs.strips.lines import CountedLines, LedgerLine
from poolwijzer.costs.values import Member

Signal = Literal["", "used", "forecast"]
"""Whether a good conversation is due: for what is used already, or for what it comes to at the end of the year."""


@dataclass(frozen=True, slots=True)
class StripBalance:
    """What a municipality may use, has used and has left in a year, in strips.

    Attributes:
        member: None for who is in the ledger and does not take part this year.
        share: Its own strips.
        carried: What it takes along from the year before.
        carried_by_line: Whether a line of the ledger says so; otherwise it was calculated by the setting.
        received: What others gave it.
        given: What it gave others.
        used: Until and with the day of the balance.
        planned: Uses after that day in the same year.
        forecast: What it will have used at the end of the year; None where the year has only begun.
        signal: Whether, and why, a good conversation is due.
    """

    municipality: str
    member: Member | None
    share: Fraction
    carried: Fraction = Fraction()
    carried_by_line: bool = False
    received: Fraction = Fraction()
    given: Fraction = Fraction()
    used: Fraction = Fraction()
    planned: Fraction = Fraction()
    forecast: Fraction | None = None
    signal: Signal = ""

    @property
    def available(self) -> Fraction:
        """What it may use this year: its own strips, what it takes along and what it got, without what it gave."""
        return self.share + self.carried + self.received - self.given

    @property
    def left(self) -> Fraction:
        """What it has left; below zero where it used more than it may."""
        return self.available - self.used


@dataclass(frozen=True, slots=True)
class JointBalance:
    """What there is, is used and is left of the joint part, in strips."""

    share: Fraction
    used: Fraction = Fraction()
    planned: Fraction = Fraction()
    forecast: Fraction | None = None

    @property
    def left(self) -> Fraction:
        """What is left; below zero where more was used."""
        return self.share - self.used


@dataclass(frozen=True, slots=True)
class ProductUse:
    """What of one product was used in a year, until and with the day of the balance, by all and jointly."""

    product: str
    strips: Fraction
    lines: int


@dataclass(frozen=True, slots=True)
class StripYear:
    """A year of the card of strips: what everybody may use, has used and has left.

    Attributes:
        on: The day of the balance.
        balances: Of each municipality of the card in its order, then of others that the ledger names, by name; empty
            while something is needed.
        products: What was used of each, the most used first.
        counted: The lines of the whole ledger that count, and what is odd about others.
        other_years: Of lines that count for another year.
        later: Lines of this year that are of after the day: of uses the balances have them as planned.
        needs: What has to be set first, of the card and for the lines of the ledger.
    """

    card: StripCard
    on: date
    balances: tuple[StripBalance, ...]
    joint: JointBalance
    products: tuple[ProductUse, ...]
    counted: CountedLines
    other_years: tuple[int, ...] = ()
    later: tuple[LedgerLine, ...] = ()
    needs: tuple[StripNeed, ...] = ()

    @property
    def used(self) -> Fraction:
        """What all used together, jointly too."""
        return sum((one.used for one in self.balances), self.joint.used)
