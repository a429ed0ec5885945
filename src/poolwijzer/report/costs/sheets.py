"""Who pays what as tables with figures: a row for each year and payer, the budget, and how it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from poolwijzer.costs.changes import since_last_year
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.account import account_section
from poolwijzer.report.costs.material import CostsMaterial, gather
from poolwijzer.report.costs.payers import SUMS, TOTAL, PayerKind, list_payers
from poolwijzer.report.costs.words import indication_of, payer_title, what_is_needed
from poolwijzer.report.model import Bullets
from poolwijzer.report.sheets import Sheet, SheetCell, SheetColumn, Sheets

KINDS: dict[PayerKind, str] = {
    "income": "inkomsten",
    "other": "andere betaler",
    "municipality": "gemeente",
    "municipalities": "gemeenten samen",
    "total": "totaal",
}
PAYERS = (
    SheetColumn("Jaar", "text", 8),
    SheetColumn("Wie", "text", 28),
    SheetColumn("Soort", "text", 18),
    SheetColumn("Inwoners", "whole", 12),
    SheetColumn("Bijdrage", "money", 18),
    SheetColumn("Per inwoner", "money", 14),
    SheetColumn("Deel", "share", 10),
    SheetColumn("Deel van het jaar", "share", 12),
    SheetColumn("Eigen afname", "money", 18),
    SheetColumn("Waarvan in uren", "money", 18),
    SheetColumn("Waarvan in geld", "money", 18),
)
OF_SOME_KEYS = 3
"""How many of these columns, at the end, only some keys have."""
BUDGET = (
    SheetColumn("Jaar", "text", 8),
    SheetColumn("Soort", "text", 14),
    SheetColumn("Waarvoor of van wie", "text", 34),
    SheetColumn("Bedrag", "money", 18),
    SheetColumn("Gaat mee met de vraag", "text", 14),
    SheetColumn("Verlaagt de bijdrage van", "text", 20),
)

COMPARED = (
    SheetColumn("Wie", "text", 28),
    SheetColumn("Vorig jaar", "text", 12),
    SheetColumn("Toen", "money", 18),
    SheetColumn("Dit jaar", "text", 12),
    SheetColumn("Nu", "money", 18),
    SheetColumn("Verschil", "money", 18),
)


def costs_sheets(outcome: Outcome) -> Sheets:
    """The tables of an initiative whose file says something of costs."""
    material = gather(outcome)
    assert material is not None
    indication = indication_of(material.division)
    payers, budget = tuple(_payers(material)), tuple(_budget(material))
    sheets: tuple[Sheet, ...] = (
        _without_idle(Sheet("Wie betaalt wat", PAYERS, payers, (indication,), find_sums(payers, 2))),
        Sheet("Begroting", BUDGET, budget, (indication,), find_sums(budget, 1)),
        Sheet("Zo is het berekend", (SheetColumn("Zo is het berekend", "text", 90),), tuple(_account(material))),
    )
    if compared := tuple(_compared(material)):
        sheets = (*sheets, Sheet("Vergelijking", COMPARED, compared, (indication,), frozenset({len(compared) - 1})))
    return Sheets(f"Wie betaalt wat: {material.assessment.initiative.name}", outcome.on, sheets)


def find_sums(rows: Sequence[tuple[SheetCell, ...]], column: int) -> frozenset[int]:
    """The rows whose kind, in this column, is that of a sum."""
    kinds = {KINDS[kind] for kind in SUMS}
    return frozenset(at for at, row in enumerate(rows) if row[column] in kinds)


def _without_idle(sheet: Sheet) -> Sheet:
    """The same without the columns of other keys."""
    usual = len(PAYERS) - OF_SOME_KEYS
    kept = [at for at in range(len(PAYERS)) if at < usual or any(row[at] is not None for row in sheet.rows)]
    rows = tuple(tuple(row[at] for at in kept) for row in sheet.rows)
    return replace(sheet, columns=tuple(sheet.columns[at] for at in kept), rows=rows)


def _year(year: int | None) -> SheetCell:
    return year


def _payers(material: CostsMaterial) -> Iterator[tuple[SheetCell, ...]]:
    for year in material.years:
        for one in list_payers(year):
            paid = one.payment
            hours = paid.in_kind if paid else None
            yield (
                _year(year.year),
                one.label,
                KINDS[one.kind],
                one.population,
                one.amount,
                one.per_inhabitant,
                one.share,
                paid.member.part if paid else None,
                paid.direct if paid else None,
                hours,
                paid.amount if paid and hours is not None else None,
            )


def _budget(material: CostsMaterial) -> Iterator[tuple[SheetCell, ...]]:
    for year in material.years:
        when = _year(year.year)
        for post in year.posts:
            yield when, "kosten", post.what, post.amount, "ja" if post.demand else "nee", None
        for given in year.income:
            yield when, "inkomsten", payer_title(given.source), given.amount, None, given.deduct_from
        yield when, "totaal", "Kosten samen", year.total, None, None
        yield when, "totaal", "Te verdelen", year.net, None, None


def _compared(material: CostsMaterial) -> Iterator[tuple[SheetCell, ...]]:
    """Each municipality now and in the year before, as far as the file says it."""
    last = material.costs.last_year
    if last is None or not material.told:
        return
    found = since_last_year(last, material.division)
    for one in (*found.municipalities, replace(found.total, name=TOTAL)):
        yield one.name, found.last, one.before, found.now.year, one.after, one.more


def _account(material: CostsMaterial) -> Iterator[tuple[SheetCell, ...]]:
    for block in account_section(material).blocks:
        if isinstance(block, Bullets):
            yield from ((line.text,) for line in block.items)
    for need in material.division.needs:
        yield (f"Nog nodig: {what_is_needed(need)}.",)
