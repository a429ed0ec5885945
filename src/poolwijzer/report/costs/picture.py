"""What each pays as bars, the municipalities in the order of the file."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from poolwijzer.costs.values import YearDivision
from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.report.costs.material import CostsMaterial, behind_year
from poolwijzer.report.costs.payers import Payer, list_payers
from poolwijzer.report.costs.words import indication_of

MOST_BARS = 30
"""More of them are no picture any more: the largest stay, and the others are one bar together."""


def payers_chart(material: CostsMaterial) -> Bars | None:
    """Who pays what in the first year in which anybody does; None where nobody ever pays."""
    paid = ((year, single) for year in material.years if (single := _single(year)))
    year, single = next(paid, (None, []))
    if year is None:
        return None
    kept, left = _largest(single)
    rows = [BarRow(one.label, (_whole(one.amount),)) for one in kept]
    if left:
        rest = sum((one.amount for one in left), Decimal())
        rows.append(BarRow(f"{len(left)} andere samen", (_whole(rest),)))
    indication = indication_of(material.division)
    return Bars(
        title=behind_year("Wie betaalt wat, in hele euro's", year.year),
        description=f"Een balk voor ieder die betaalt: hoe langer de balk, hoe meer. {indication}",
        parts=("Bijdrage in hele euro's",),
        rows=tuple(rows),
        head="Wie",
        whole=False,
    )


def _single(year: YearDivision) -> list[Payer]:
    """Everybody who pays in a year; the municipalities as one while it is not known what each pays."""
    sums = ("municipalities", "total") if year.payments else ("total",)
    return [one for one in list_payers(year) if one.kind not in sums and one.amount]


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _largest(payers: list[Payer]) -> tuple[list[Payer], list[Payer]]:
    if len(payers) <= MOST_BARS:
        return payers, []
    kept = sorted(payers, key=lambda one: -one.amount)[: MOST_BARS - 1]
    chosen = {id(one) for one in kept}
    return [one for one in payers if id(one) in chosen], [one for one in payers if id(one) not in chosen]
