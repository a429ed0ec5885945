"""The tables of who pays what: of one year with all there is to tell, and of all years beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from poolwijzer.costs.budget import NOTHING
from poolwijzer.costs.values import YearDivision
from poolwijzer.dutch import euros, number, percentage, short_number
from poolwijzer.report.costs.beside import NONE, align, group_years, years_table
from poolwijzer.report.costs.material import CostsMaterial, behind_year, money
from poolwijzer.report.costs.payers import SUMS, Payer, list_payers, round_shares
from poolwijzer.report.model import Table

WHO = "Wie"
SCREEN = 3
"""How many columns fit on a narrow screen."""
ON_SCREEN = (0, 2, 3)
"""Which columns of a year those are."""
SUBJECT = "Wie betaalt wat"
_ORDER = ("income", "other", "municipality", "municipalities", "total")


def year_table(year: YearDivision, material: CostsMaterial) -> Table:
    """Who pays what in a year; on paper with the inhabitants and the part of the whole."""
    payers = list_payers(year)
    heads = (WHO, "Inwoners", "Bijdrage", "Per inwoner", "Deel")
    cells = [
        (one.label, _people(one), money(one.amount), _per_inhabitant(one), _percent(share))
        for one, share in zip(payers, round_shares(payers), strict=True)
    ]
    wanted = ON_SCREEN if material.narrow else range(len(heads))
    kept = [at for at in wanted if any(row[at] != NONE for row in cells)]
    head = tuple(heads[at] for at in kept)
    rows = tuple(tuple(row[at] for at in kept) for row in cells)
    sums = frozenset(at for at, one in enumerate(payers) if one.kind in SUMS)
    return Table(behind_year(SUBJECT, year.year), head, rows, frozenset(range(1, len(head))), sums)


def payers_by_year(material: CostsMaterial) -> Iterator[Table]:
    """What each pays every year, some years beside each other; who does not pay in a year has no amount there."""
    places = {one.name: at for at, one in enumerate(material.assessment.initiative.municipalities)}
    for years in group_years(material):
        columns = [[((one.kind, one.label), one.amount) for one in list_payers(year)] for year in years]
        found = sorted(align(columns), key=lambda row: (_ORDER.index(row[0][0]), places.get(row[0][1], 0)))
        sums = [at for at, ((kind, _), _) in enumerate(found) if kind in SUMS]
        yield years_table(SUBJECT, WHO, years, [(label, amounts) for (_, label), amounts in found], sums)


def direct_table(year: YearDivision, material: CostsMaterial) -> Table | None:
    """What a municipality pays for what it takes itself, and its part of the rest; None where the key has no such."""
    rows = [
        (one.member.name, money(one.direct), money(one.amount - one.direct), money(one.amount))
        for one in year.payments
        if one.direct is not None
    ]
    head = ("Gemeente", "Eigen afname", "Deel van de rest", "Bijdrage")
    return _split("Waaruit de bijdrage bestaat", year, head, rows, material)


def in_kind_table(year: YearDivision, material: CostsMaterial) -> Table | None:
    """What a municipality brings in hours, and what is settled in money; None where the key has no such."""
    price = material.division.key.price if material.division.key else None
    rows = [
        (
            one.member.name,
            money(one.in_kind),
            money(one.amount),
            short_number(Fraction(one.in_kind) / Fraction(price), 4) if price else NONE,
            money(one.contribution),
        )
        for one in year.payments
        if one.in_kind is not None
    ]
    head = ("Gemeente", "In uren", "In geld", "Aantal uren", "Bijdrage")
    return _split("De bijdrage in uren en in geld", year, head, rows, material)


def tell_settled(year: YearDivision) -> Iterator[str]:
    """What becomes of prices or hours that come to more than what is to be paid."""
    direct = sum((one.direct or NOTHING for one in year.payments), NOTHING)
    if direct > year.pot:
        yield f"De prijzen zijn samen {euros(direct - year.pot)} meer dan nodig is. Dat gaat naar rato terug."
    brought = sum((one.in_kind or NOTHING for one in year.payments), NOTHING)
    if brought > year.pot:
        yield f"De uren zijn samen {euros(brought - year.pot)} meer waard dan nodig is."
    if any(one.amount < 0 for one in year.payments):
        yield "Een bedrag onder nul krijgt een gemeente: zij brengt meer uren in dan haar bijdrage."


def _split(
    subject: str, year: YearDivision, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], material: CostsMaterial
) -> Table | None:
    """What contributions consist of; on a screen without the columns that stand in the table above it."""
    if not rows:
        return None
    columns = SCREEN if material.narrow else len(head)
    told = tuple(row[:columns] for row in rows)
    return Table(behind_year(subject, year.year), head[:columns], told, frozenset(range(1, columns)))


def _per_inhabitant(one: Payer) -> str:
    return NONE if one.per_inhabitant is None else money(one.per_inhabitant)


def _people(one: Payer) -> str:
    return NONE if one.population is None or one.kind == "total" else number(one.population, 0)


def _percent(share: Fraction | None) -> str:
    return NONE if share is None else percentage(share, 1)
