"""What lines of the ledger come to in strips."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from poolwijzer.costs.strips.card_values import StripCard
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import ProductUse


def strips_of(line: LedgerLine, card: StripCard) -> Fraction:
    """The strips of a line; hours count by the hours of a strip, which the card must have then."""
    if line.strips is not None:
        return line.strips
    if line.hours is None or not card.hours:
        raise ValueError("hours without the hours of a strip are no strips")
    return line.hours / card.hours


def total_of(lines: Iterable[LedgerLine], card: StripCard) -> Fraction:
    """The strips of lines together."""
    return sum((strips_of(one, card) for one in lines), Fraction())


def by_product(lines: Iterable[LedgerLine], card: StripCard) -> tuple[ProductUse, ...]:
    """What of each product was used, the most used first."""
    found: dict[str, list[LedgerLine]] = {}
    for one in lines:
        if one.kind in ("use", "joint") and strips_of(one, card):
            found.setdefault(one.product, []).append(one)
    uses = [ProductUse(product, total_of(of, card), len(of)) for product, of in found.items()]
    return tuple(sorted(uses, key=lambda use: (-use.strips, use.product)))
