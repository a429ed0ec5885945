"""The card of strips of a year, before anything of it is used. Strips and hours are exact; amounts are euros."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from poolwijzer.assessment.costs import Key
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.values import Member, Need

StripNeedKind = Literal["strips", "year", "budget", "price", "hours", "municipalities", "key"]
"""What has to be set before strips can be counted: `strips` where the costs have no card at all, `year` where the year
asked for is not in `costs.years`, `hours` where the ledger has hours and a strip has none, `key` where nothing says how
strips are divided; the others by their word in the file (`costs.strips.price`, `costs.posts` for the budget)."""


class StripNeed(NamedTuple):
    """Something that is not set, and without which nothing is counted."""

    kind: StripNeedKind


class StripShare(NamedTuple):
    """The strips of one municipality in a year, before anything is used or given."""

    member: Member
    strips: Fraction


class StripCard(NamedTuple):
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
