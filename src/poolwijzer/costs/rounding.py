"""Rounding to cents so that the parts add up to the whole: the largest remainder (Hamilton, Hare-Niemeyer).

Everyone first gets the whole cents of the exact part; the cents that are left go, one each, to the largest remainders.
Of equal remainders the heavier goes first, and then the name, so that the order of a list changes nothing. Who counts
for more while the others stay the same never pays less by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

CENT = Fraction(1, 100)


def round_money(amount: Fraction) -> Decimal:
    """An exact amount in whole cents, halves away from zero."""
    cents = (2 * abs(amount.numerator) * 100 + amount.denominator) // (2 * amount.denominator)
    return as_money(cents if amount >= 0 else -cents)


def as_money(cents: int) -> Decimal:
    """So many cents in euros, with two decimals."""
    return Decimal(cents).scaleb(-2)


def share_out(total: int, quotas: Sequence[Fraction], names: Sequence[str]) -> tuple[int, ...]:
    """Whole units that add up to the total, each within one of its exact part.

    Args:
        total: the units to share out; zero or more.
        quotas: the exact part of each, which add up to the total.
        names: of each, to order equal parts by.
    """
    whole = [quota.numerator // quota.denominator for quota in quotas]
    left = total - sum(whole)
    order = sorted(range(len(quotas)), key=lambda at: (whole[at] - quotas[at], -quotas[at], names[at]))
    for at in order[:left]:
        whole[at] += 1
    return tuple(whole)


def apportion(amount: Decimal, weights: Sequence[Fraction], names: Sequence[str]) -> tuple[Decimal, ...]:
    """An amount shared in proportion to weights, in cents that add up to it.

    Args:
        amount: in euros; zero or more.
        weights: how much each counts; at least one above zero.
        names: of each, to order equal parts by.
    """
    cents, whole = int(amount.scaleb(2)), sum(weights)
    quotas = [Fraction(cents) * weight / whole for weight in weights]
    return tuple(map(as_money, share_out(cents, quotas, names)))
