"""The balance: what each municipality may use, has used and has left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from poolwijzer.costs.strips.values import StripBalance
from poolwijzer.dutch import long_date, percentage, short_number
from poolwijzer.report.model import Block, Labelled, Line, Paragraph, Section, Table
from poolwijzer.report.strips.columns import (
    ALL,
    ESTIMATE,
    Column,
    columns_of_card,
    columns_of_use,
    every_column,
    is_moved,
    rows_of,
    sum_of,
    without_empty,
)
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.picture import strips_picture
from poolwijzer.report.strips.words import is_rounded, tell_strips

TITLE = "De stand"
LEAST_TOLD = Fraction(1, 100)
"""A smaller part would be told as nothing."""
ROUNDED = "Getallen zijn hier afgerond op twee cijfers achter de komma. Geteld is met de hele getallen."


def standing(material: StripMaterial) -> Section:
    """What there is, what was used, and a row for each municipality."""
    if not material.known:
        return Section("stand", TITLE)
    if material.only:
        blocks: tuple[Block, ...] = tuple(_own(one, material.card.year) for one in material.balances)
    else:
        blocks = tuple(_of_all(material))
    picture = None if material.only or material.narrow else strips_picture(material)
    return Section("stand", TITLE, (*blocks, *_told_below(material), *((picture,) if picture else ())))


def _of_all(material: StripMaterial) -> Iterator[Block]:
    yield Paragraph(Line(" ".join(_in_short(material))))
    year = material.card.year
    yield _table(f"Strippen in {year}", columns_of_use(year), material)
    if is_moved(material.balances) and not material.narrow:
        yield _table("Waaruit het tegoed bestaat", columns_of_card(year), material)
    if material.narrow:
        told = f"Tegoed: wat een gemeente mag gebruiken. Op: gebruikt tot en met {long_date(material.year.on)}."
        planned = any(one.planned for one in rows_of(material.balances, material.year, whole=True))
        later = " Plan: gebruik op een dag die nog komt. Dat is nog niet van Over af." if planned else ""
        yield Paragraph(Line(told + later), "stil")


def _table(caption: str, columns: Iterable[Column], material: StripMaterial) -> Table:
    """A row for each municipality, and for all together."""
    balances = rows_of(material.balances, material.year, whole=True)
    told = without_empty(columns, balances)
    rows = [(one.municipality, *(_told(column.value(one)) for column in told)) for one in balances]
    sums = frozenset({len(rows)} if len(rows) > 1 else ())
    if sums:
        rows.append((ALL, *(_told(sum_of(column.value(one) for one in balances)) for column in told)))
    head = ("Gemeente", *(column.short if material.narrow else column.head for column in told))
    return Table(caption, head, tuple(rows), frozenset(range(1, len(head))), sums)


def _own(one: StripBalance, year: int) -> Labelled:
    """All there is to tell of one, also where it is nothing."""
    told = every_column(year)
    return Labelled(tuple((column.head, Line(_told(column.value(one)))) for column in told))


def _in_short(material: StripMaterial) -> Iterator[str]:
    card, year = material.card, material.year
    yield f"In {card.year} {'is' if card.total == 1 else 'zijn'} er {tell_strips(card.total)}."
    if card.joint:
        are = "is er" if card.joint == 1 else "zijn er"
        yield f"Daarvan {are} {short_number(card.joint)} voor producten voor iedereen samen."
    if carried := sum((one.carried for one in material.balances), Fraction()):
        goes = "gaat" if carried == 1 else "gaan"
        yield f"Uit {card.year - 1} {goes} {tell_strips(carried)} mee."
    until = f"Tot en met {long_date(year.on)}"
    if not year.used:
        yield f"{until} is nog niets gebruikt."
        return
    yield f"{until} {'is' if year.used == 1 else 'zijn'} {tell_strips(year.used)} gebruikt."
    if whole := sum_of(one.available for one in rows_of(material.balances, year, whole=True)):
        part = year.used / whole
        yield f"Dat is {percentage(part) if part >= LEAST_TOLD else f'minder dan {percentage(LEAST_TOLD)}'}."


def _told(value: Fraction | None) -> str:
    return "" if value is None else short_number(value)


def _told_below(material: StripMaterial) -> Iterator[Block]:
    """What a reader has to know of the numbers."""
    counted = [column for column in every_column(material.card.year) if column.short != ESTIMATE]
    values = [column.value(one) for one in material.balances for column in counted]
    if any(value is not None and is_rounded(value) for value in values):
        yield Paragraph(Line(ROUNDED), "stil")
    if any(one.forecast for one in material.balances):
        end = ESTIMATE if material.narrow and not material.only else f"Eind {material.card.year}"
        how = "zo veel is dan gebruikt, als het doorgaat zoals tot nu toe. Wat gepland is, telt in elk geval mee."
        yield Paragraph(Line(f"{end} is een schatting: {how}"), "stil")
