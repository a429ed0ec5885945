"""What comes of the card of strips, as values. Strips and hours are exact; amounts are euros with two decimals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from poolwijzer.assessment.costs import Key
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.strips.lines import CountedLines, LedgerLine
from poolwijzer.costs.values import Member, Need

StripNeedKind = Literal["strips", "year", "budget", "price", "hours", "municipalities", "key"]
"""What has to be set before strips can be counted: `strips` where the costs have no card at all, `year` where the year
asked for is not in `costs.years`, `hours` where the ledger has hours and a strip has none, `key` where nothing says how
strips are divided; the others by their word in the file (`costs.strips.price`, `costs.posts` for the budget)."""
Signal = Literal["", "used", "forecast"]
"""Whether a good conversation is due: for what is used already, or for what it comes to at the end of the year."""


@dataclass(frozen=True, slots=True)
class StripNeed:
    """Something that is not set, and without which nothing is counted."""

    kind: StripNeedKind


@dataclass(frozen=True, slots=True)
class StripShare:
    """The strips of one municipality in a year, before anything is used or given."""

    member: Member
    strips: Fraction


@dataclass(frozen=True, slots=True)
class StripCard:
    """How many strips there are in a year, and whose they are.

    Attributes:
        year: Which year; its costs may hold for every year.
        budget: For what amount there are strips; None while it is not known.
        price: Of a strip; None while it is not set.
        hours: In a strip; None where it is not set.
        hours_per_fte: That somebody works in a year; None where it is not set.
        step: In which steps strips are divided; 1 for whole strips.
        total: All strips, with the joint ones, in whole steps.
        undivided: The part of a step that the budget has too much, in euros.
        joint_part: Which part stays for joint products; None where it is not set, and then none stays.
        joint: The strips of that.
        shares: Of each municipality that takes part this year, in the order of the file; together with `joint` they
            are `total`. Empty while something is needed.
        key: How they are divided; None where they are divided as the costs are.
        needs: What has to be set first.
        key_needs: What has to be set of the key, in the words of costs.
    """

    year: int
    budget: Decimal | None = None
    price: Decimal | None = None
    hours: Fraction | None = None
    hours_per_fte: Fraction | None = None
    step: Fraction = Fraction(1)
    total: Fraction = Fraction()
    undivided: Decimal = Decimal("0.00")
    joint_part: Fraction | None = None
    joint: Fraction = Fraction()
    shares: tuple[StripShare, ...] = ()
    key: Key | None = None
    signal: Fraction = Fraction(5, 4)
    carry_over: Fraction | None = None
    needs: tuple[StripNeed, ...] = ()
    key_needs: tuple[Need, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every share is known."""
        return not self.needs and not self.key_needs

    @property
    def strips_per_fte(self) -> Fraction | None:
        """How many strips somebody with a whole job works in a year: about 13,6 of 1.363 hours and 100 a strip."""
        return self.hours_per_fte / self.hours if self.hours_per_fte and self.hours else None

    @property
    def fte(self) -> Fraction | None:
        """How many whole jobs all strips are."""
        return self.total / self.strips_per_fte if self.strips_per_fte else None

    @property
    def price_per_hour(self) -> Decimal | None:
        """Euros for an hour."""
        return round_money(Fraction(self.price) / self.hours) if self.price is not None and self.hours else None

    def worth(self, strips: Fraction) -> Decimal | None:
        """What so many strips are worth, in euros."""
        return None if self.price is None else round_money(Fraction(self.price) * strips)

    def in_hours(self, strips: Fraction) -> Fraction | None:
        """How many hours so many strips are."""
        return None if self.hours is None else strips * self.hours


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
