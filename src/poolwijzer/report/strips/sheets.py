"""The same as tables with figures, for a spreadsheet or CSV."""

from __future__ import annotations

from poolwijzer.costs.strips.lines import KINDS, LedgerLine
from poolwijzer.costs.strips.values import StripBalance
from poolwijzer.report.costs.words import indication
from poolwijzer.report.sheets import Sheet, SheetCell, SheetColumn, Sheets
from poolwijzer.report.strips.columns import every_column, rows_of
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.products import uses_of
from poolwijzer.report.strips.words import product_title, what_for
from poolwijzer.report.typed_text import sanitize

SIGNALS = {"": "", "used": "gebruik", "forecast": "verwachting"}
NAME, WORDS = 28, 40


def make_sheets(material: StripMaterial) -> Sheets:
    """The balance first, then the products and the lines, with every number as a number."""
    title = f"Strippenkaart {material.card.year}: {material.name}"
    return sanitize(Sheets(title, material.year.on, (_balances(material), _products(material), _lines(material))))


def _balances(material: StripMaterial) -> Sheet:
    columns = every_column(material.card.year)
    balances = rows_of(material.balances, material.year, whole=not material.only) if material.known else ()
    rows = tuple(
        (one.municipality, *(column.value(one) for column in columns), _worth(one, material), SIGNALS[one.signal])
        for one in balances
    )
    head = (
        SheetColumn("Gemeente", width=NAME),
        *(SheetColumn(column.head, "number") for column in columns),
        SheetColumn("Over, in geld", "money", 18),
        SheetColumn("Goed gesprek door", width=20),
    )
    below = (indication(one.member for one in material.card.shares),)
    return Sheet("Stand", head, rows, below)


def _worth(one: StripBalance, material: StripMaterial) -> SheetCell:
    return material.card.worth(one.left)


def _products(material: StripMaterial) -> Sheet:
    head = (SheetColumn("Product", width=WORDS), SheetColumn("Strippen", "number"), SheetColumn("Keer", "whole"))
    rows = tuple((product_title(one.product, material.content), one.strips, one.lines) for one in uses_of(material))
    return Sheet("Producten", head, rows)


def _lines(material: StripMaterial) -> Sheet:
    head = (
        SheetColumn("Datum", "date"),
        SheetColumn("Gemeente", width=NAME),
        SheetColumn("Soort"),
        SheetColumn("Waarvoor", width=WORDS),
        SheetColumn("Uren", "number"),
        SheetColumn("Strippen", "number"),
        SheetColumn("Notitie", width=WORDS),
        SheetColumn("Code"),
        SheetColumn("Verbetert"),
        SheetColumn("Telt"),
    )
    counted = [(one, "ja") for one in material.lines]
    counted += [(one, "nee, verbeterd") for one in material.in_year(material.year.counted.corrected)]
    rows = tuple(_line(one, told, material) for one, told in sorted(counted, key=lambda pair: pair[0].day))
    return Sheet("Regels", head, rows)


def _line(line: LedgerLine, counts: str, material: StripMaterial) -> tuple[SheetCell, ...]:
    return (
        line.day,
        line.municipality,
        KINDS[line.kind],
        what_for(line, material.content),
        material.in_hours(line),
        material.in_strips(line),
        line.note,
        line.id,
        line.corrects,
        counts,
    )
