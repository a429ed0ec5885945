"""What the strips were used for, by the products of the menu card."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.costs.strips.values import ProductUse
from poolwijzer.dutch import number, percentage, short_number
from poolwijzer.report.model import Section, Table
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.words import product_title

TITLE = "Waarvoor de strippen zijn gebruikt"


def products(material: StripMaterial) -> Section:
    """What was used of each product until the day of the balance, the most used first."""
    used = uses_of(material)
    if not used:
        return Section("producten", TITLE)
    total = sum((one.strips for one in used), Fraction())
    rows: tuple[tuple[str, ...], ...] = tuple(
        (
            product_title(one.product, material.content),
            short_number(one.strips),
            percentage(one.strips / total) if total else "",
            number(one.lines, 0),
        )
        for one in used
    )
    head: tuple[str, ...] = ("Product", "Strippen", "Deel", "Keer")
    if material.narrow:
        head, rows = head[:-1], tuple(row[:-1] for row in rows)
    table = Table(f"Strippen per product in {material.card.year}", head, rows, frozenset(range(1, len(head))))
    return Section("producten", TITLE, (table,))


def uses_of(material: StripMaterial) -> tuple[ProductUse, ...]:
    """What was used of each product by whom this is about; of all with what was used jointly."""
    if not material.known:
        return ()
    return _of_lines(material.lines, material) if material.only else material.year.products


def _of_lines(lines: Iterable[LedgerLine], material: StripMaterial) -> tuple[ProductUse, ...]:
    found: dict[str, ProductUse] = {}
    for line in lines:
        strips = material.in_strips(line)
        if line.kind != "use" or line.day > material.year.on or not strips:
            continue
        before = found.get(line.product, ProductUse(line.product, Fraction(), 0))
        found[line.product] = ProductUse(line.product, before.strips + strips, before.lines + 1)
    return tuple(sorted(found.values(), key=lambda one: (-one.strips, one.product)))
