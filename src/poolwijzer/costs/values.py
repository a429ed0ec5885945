"""What comes of the costs of an initiative, as values. Amounts are euros with two decimals, and exact."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from poolwijzer.assessment.costs import Key

Bound = Literal["", "least", "most"]
NeedKind = Literal[
    "municipalities",
    "members",
    "posts",
    "key",
    "base",
    "weights",
    "assignments",
    "days",
    "use",
    "hours",
    "price",
    "rest",
    "bounds",
]
"""What has to be set before something can be calculated, by the word that it has in the file; `members` where all who
take part do so in other years, and `bounds` where the least and the most of all do not let the whole through."""


class Need(NamedTuple):
    """Something that is not set, and without which nothing is calculated."""

    kind: NeedKind
    of: tuple[str, ...] = ()
    """The municipalities that it is not set for; empty where it is not set at all."""


class Member(NamedTuple):
    """A municipality that takes part in a year.

    Attributes:
        population: Its inhabitants.
        own_figure: Whether that is a figure of the file's own, and not of the table.
        part: The part of the year that it takes part in, above 0 and at most 1.
    """

    name: str
    population: int
    own_figure: bool = False
    part: Fraction = Fraction(1)


class Post(NamedTuple):
    """What something costs in a year."""

    what: str
    amount: Decimal
    demand: bool = False
    """Whether it goes up and down with demand."""


class Income(NamedTuple):
    """Money of others in a year."""

    source: str
    amount: Decimal
    deduct_from: str
    """Whose contribution it lowers: `iedereen`, `gemeenten`, or another who pays."""


class OtherPayment(NamedTuple):
    """What one pays that is no municipality."""

    payer: str
    amount: Decimal


class Payment(NamedTuple):
    """What a municipality pays in a year.

    Attributes:
        amount: What it pays. Of hours in kind what is settled in money: below zero it gets that.
        bound: Whether it pays the least or the most that was agreed.
        direct: The price of what it takes itself, before the rest is shared; None where the key has none.
        in_kind: What the hours are worth that it brings; None where the key has none.
    """

    member: Member
    amount: Decimal
    bound: Bound = ""
    direct: Decimal | None = None
    in_kind: Decimal | None = None

    @property
    def contribution(self) -> Decimal:
        """All that it contributes, in euros: in money and in kind."""
        return self.amount + (self.in_kind or 0)

    @property
    def per_inhabitant(self) -> Fraction:
        """Euros for each inhabitant of all that it contributes, exact."""
        return Fraction(self.contribution) / self.member.population


class YearDivision(NamedTuple):
    """Who pays what in a year.

    Attributes:
        year: None where the costs name no years.
        total: What it costs.
        net: What is left after the money of others.
        surplus: How much more others give than it costs; nobody pays then.
        others: Who pay that are no municipalities, in the order of the file.
        pot: What the municipalities pay together, with what they bring in kind.
        payments: Of each municipality that takes part this year, in the order of the file; empty while something is
            needed.
        needs: What has to be set before it can be shared.
    """

    year: int | None
    posts: tuple[Post, ...]
    income: tuple[Income, ...]
    total: Decimal
    net: Decimal
    surplus: Decimal
    others: tuple[OtherPayment, ...]
    pot: Decimal
    payments: tuple[Payment, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def population(self) -> int:
        """The inhabitants of all who take part."""
        return sum(one.member.population for one in self.payments)

    @property
    def contributions(self) -> dict[str, Decimal]:
        """What each municipality contributes, by its name."""
        return {one.member.name: one.contribution for one in self.payments}

    @property
    def paid(self) -> dict[str, Decimal]:
        """What everybody pays or contributes; of a municipality that has a share of its own too, both together."""
        paid = {one.payer: one.amount for one in self.others}
        for name, amount in self.contributions.items():
            paid[name] = paid.get(name, Decimal()) + amount
        return paid


class Division(NamedTuple):
    """Who pays what, for every year."""

    years: tuple[YearDivision, ...]
    key: Key | None
    needs: tuple[Need, ...] = ()
    """What has to be set before anything can be calculated, over all years."""

    @property
    def complete(self) -> bool:
        """Whether every amount is known."""
        return not self.needs
