"""Rounding to cents so that the parts add up to the whole: the largest remainder (Hamilton, Hare-Niemeyer).

Everyone first gets the whole cents of the exact part; the cents that are left go, one each, to the largest remainders.
Of equal remainders the heavier goes first, and then the name, so that the order of a list changes nothing. Who counts
for more while the others stay the same never pays less by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm


def round_money(amount: Fraction) -> Decimal:
    """An exact amount in whole cents, halves away from zero."""
    cents = (2 * abs(amount.numerator) * 100 + amount.denominator) // (2 * amount.denominator)
    return as_money(cents if amount >= 0 else -cents)


def as_money(cents: int) -> Decimal:
    """So many cents in euros, with two decimals."""
    return Decimal(cents).scaleb(-2)


def share_out(total: int, quotas: Sequence[Fraction | int], names: Sequence[str]) -> tuple[int, ...]:
    """Whole units that add up to the total, each within one of its exact part.

    Args:
        total: the units to share out; zero or more.
        quotas: the exact part of each, which add up to the total.
        names: of each, to order equal parts by.
    """
    together = lcm(*(quota.denominator for quota in quotas))
    return _largest([quota.numerator * (together // quota.denominator) for quota in quotas], together, total, names)


def _largest(parts: Sequence[int], of: int, total: int, names: Sequence[str]) -> tuple[int, ...]:
    """The same of exact parts with one denominator: whole numbers, which are quick also for hundreds."""
    shared = [part // of for part in parts]
    left = total - sum(shared)
    order = sorted(range(len(parts)), key=lambda at: (-(parts[at] % of), -parts[at], names[at]))
    for at in order[:left]:
        shared[at] += 1
    return tuple(shared)


def as_whole(numbers: Sequence[Fraction | int]) -> list[int]:
    """Whole numbers in the same proportion."""
    together = lcm(*(one.denominator for one in numbers))
    return [one.numerator * (together // one.denominator) for one in numbers]


def share_by_weights(total: int, weights: Sequence[Fraction | int], names: Sequence[str]) -> tuple[int, ...]:
    """Whole units in proportion to weights, which add up to the total.

    Args:
        total: the units to share out; zero or more.
        weights: how much each counts; at least one above zero.
        names: of each, to order equal parts by.
    """
    whole = as_whole(weights)
    return _largest([total * one for one in whole], sum(whole), total, names)


def apportion(amount: Decimal, weights: Sequence[Fraction], names: Sequence[str]) -> tuple[Decimal, ...]:
    """An amount shared in proportion to weights, in cents that add up to it.

    Args:
        amount: in euros; zero or more.
        weights: how much each counts; at least one above zero.
        names: of each, to order equal parts by.
    """
    return tuple(map(as_money, share_by_weights(int(amount.scaleb(2)), weights, names)))
