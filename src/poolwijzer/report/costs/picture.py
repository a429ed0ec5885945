"""What each pays as bars, the municipalities in the order of the file."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.report.costs.material import CostsMaterial, behind_year
from poolwijzer.report.costs.payers import Payer, list_payers
from poolwijzer.report.costs.words import indication_of

MOST_BARS = 30
"""More of them are no picture any more: the largest stay, and the others are one bar together."""


def payers_chart(material: CostsMaterial) -> Bars | None:
    """Who pays what in the first year; None where nobody pays."""
    year = material.years[0]
    payers = list_payers(year)
    sums = ("municipalities", "total") if year.payments else ("total",)
    single = [one for one in payers if one.kind not in sums and one.amount]
    if not single:
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


def _whole(amount: Decimal) -> int:
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _largest(payers: list[Payer]) -> tuple[list[Payer], list[Payer]]:
    if len(payers) <= MOST_BARS:
        return payers, []
    kept = sorted(payers, key=lambda one: -one.amount)[: MOST_BARS - 1]
    chosen = {id(one) for one in kept}
    return [one for one in payers if id(one) in chosen], [one for one in payers if id(one) not in chosen]
