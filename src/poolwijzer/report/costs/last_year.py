"""What it costs beside the budget of the year before: who pays more, and who pays less."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from poolwijzer.costs.changes import Change, SinceLastYear, since_last_year
from poolwijzer.dutch import euros, join_some
from poolwijzer.report.costs.material import CostsMaterial, money
from poolwijzer.report.costs.words import indication_of
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

ID = "vorig-jaar"
MOST_NAMES = 6
MORE, LESS = "▲", "▼"
"""Seen at a glance, and without colour."""


def last_year_section(material: CostsMaterial) -> Section:
    """The first year after the budget before it, with that beside it; nothing where the file does not say it."""
    last = material.costs.last_year
    if last is None or not material.told:
        return Section(ID, "")
    found = since_last_year(last, material.division)
    before = str(found.last) if found.last else "het jaar ervoor"
    return Section(ID, f"Vergeleken met {before}", tuple(_blocks(found, before, material)))


def _blocks(found: SinceLastYear, before: str, material: CostsMaterial) -> Iterator[Block]:
    if found.total.before is not None:
        yield Paragraph(Line(_tell_total(found, before)))
    known = [one for one in found.municipalities if one.before is not None]
    if known:
        yield _table(known, found, before, narrow=material.narrow)
    unknown = [one.name for one in found.municipalities if one.before is None]
    if unknown and known:
        paid = "betaalde" if len(unknown) == 1 else "betaalden"
        yield Paragraph(Line(f"Wat {join_some(unknown, MOST_NAMES)} toen {paid}, staat niet in het bestand."))
    if found.total.before is not None or known:
        yield Paragraph(Line(indication_of(material.division)), "stil")


def _tell_total(found: SinceLastYear, before: str) -> str:
    """What it cost then and costs now."""
    now, then = found.total.after or Decimal(), found.total.before or Decimal()
    costs = "Toen" if found.last is None else f"In {before}"
    same = "Dat is evenveel als nu."
    more = (
        f"Dat is {euros(abs(now - then))} {'minder' if now > then else 'meer'} dan in {found.now.year or 'dit plan'}."
    )
    return f"{costs} kostte het {euros(then)}. {same if now == then else more}"


def _table(known: list[Change], found: SinceLastYear, before: str, *, narrow: bool) -> Table:
    """Of each what it paid and pays; on a screen only what it pays and how that differs."""
    then, now = (str(found.last) if found.last else "Ervoor"), (str(found.now.year) if found.now.year else "Nu")
    head = ("Wie", now, "Verschil") if narrow else ("Wie", then, now, "Verschil")
    rows = []
    for one in known:
        paid = (money(one.before or Decimal()), money(one.after or Decimal()))
        rows.append((one.name, *(paid[1:] if narrow else paid), tell_difference(one.more or Decimal())))
    return Table(f"Betaalt meer of minder dan in {before}", head, tuple(rows), frozenset(range(1, len(head))))


def tell_difference(more: Decimal) -> str:
    """How much somebody pays more or less, in a sign and in words so that neither is overlooked."""
    if not more:
        return "evenveel"
    return f"{MORE} {money(more)} meer" if more > 0 else f"{LESS} {money(-more)} minder"
