"""Who pays what in a year, as rows that add up to what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.rounding import share_out
from poolwijzer.costs.values import Member, Payment, YearDivision
from poolwijzer.report.costs.words import payer_title

PayerKind = Literal["income", "other", "municipality", "municipalities", "total"]
SUMS: tuple[PayerKind, ...] = ("municipalities", "total")
TOGETHER = "Gemeenten samen"
TOTAL = "Samen"


@dataclass(frozen=True, slots=True)
class Payer:
    """One who pays in a year, or some of them together.

    Attributes:
        kind: What it is: money of others that is deducted, another who pays, a municipality, all of these, or all.
        amount: What it contributes, in kind and in money.
        share: Its part of what all of it costs; None where that is nothing.
        payment: Of a municipality, for all there is to tell of it.
    """

    label: str
    kind: PayerKind
    amount: Decimal
    share: Fraction | None = None
    population: int | None = None
    payment: Payment | None = None

    @property
    def per_inhabitant(self) -> Fraction | None:
        """Euros for each inhabitant of the municipality, or of all of them together; of others there is none."""
        return Fraction(self.amount) / self.population if self.population and self.kind != "total" else None


def list_payers(year: YearDivision) -> tuple[Payer, ...]:
    """Everybody who pays, and the sums; the municipalities only together while it is not known what each pays."""
    return tuple(_payers(year))


def _payers(year: YearDivision) -> Iterator[Payer]:
    whole = Fraction(year.total)

    def share(amount: Decimal) -> Fraction | None:
        return Fraction(amount) / whole if whole else None

    for given in year.income:
        yield Payer(f"{payer_title(given.source)} (inkomsten)", "income", given.amount, share(given.amount))
    for other in year.others:
        yield Payer(payer_title(other.payer), "other", other.amount, share(other.amount))
    for one in year.payments:
        paid = one.contribution
        yield Payer(one.member.name, "municipality", paid, share(paid), one.member.population, one)
    people = year.population or None
    yield Payer(TOGETHER, "municipalities", year.pot, share(year.pot), people)
    whole_paid = year.pot + sum([*(one.amount for one in year.income), *(one.amount for one in year.others)], NOTHING)
    yield Payer(TOTAL, "total", whole_paid, share(whole_paid), people)


def round_shares(payers: Sequence[Payer]) -> tuple[Fraction | None, ...]:
    """The share of each who pays, in tenths of a percent that add up to the whole; sums follow from their parts."""
    known = any(one.kind == "municipality" for one in payers)
    sums = ("municipalities", "total") if known else ("total",)
    single = [at for at, one in enumerate(payers) if one.kind not in sums]
    exact = [payers[at].share or Fraction() for at in single]
    if sum(exact) != 1:  # nothing is paid, or others give more than it costs
        return tuple(one.share for one in payers)
    tenths = share_out(1000, [share * 1000 for share in exact], [payers[at].label for at in single])
    found = {at: Fraction(part, 1000) for at, part in zip(single, tenths, strict=True)}
    together = sum((found[at] for at in single if payers[at].kind == "municipality"), Fraction())
    return tuple(
        found[at] if at in found else together if one.kind == "municipalities" else Fraction(1)
        for at, one in enumerate(payers)
    )


def members_of(years: Sequence[YearDivision]) -> tuple[Member, ...]:
    """Every municipality that takes part in any of the years, once."""
    return tuple({one.member.name: one.member for year in years for one in year.payments}.values())
