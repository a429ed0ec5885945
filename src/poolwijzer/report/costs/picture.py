"""What each pays as bars, the municipalities in the order of the file."""

from __future__ import annotations

from decimal import Decimal

from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.dutch import euros
from poolwijzer.report.costs.material import CostsMaterial, in_year
from poolwijzer.report.costs.payers import Payer, list_payers

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
    when = in_year(year.year)
    kept, left = _largest(single)
    rows = [BarRow(one.label, (round(one.amount),), euros(one.amount, 2)) for one in kept]
    if left:
        rest = sum((one.amount for one in left), Decimal())
        rows.append(BarRow(f"{len(left)} andere samen", (round(rest),), euros(rest, 2)))
    return Bars(
        title=f"Wie betaalt wat {when}",
        description=f"Een balk voor ieder die {when} betaalt: hoe langer de balk, hoe meer.",
        parts=("Bijdrage in euro's",),
        rows=tuple(rows),
        head="Wie",
        behind="Bijdrage",
        whole=False,
    )


def _largest(payers: list[Payer]) -> tuple[list[Payer], list[Payer]]:
    if len(payers) <= MOST_BARS:
        return payers, []
    kept = sorted(payers, key=lambda one: -one.amount)[: MOST_BARS - 1]
    chosen = {id(one) for one in kept}
    return [one for one in payers if id(one) in chosen], [one for one in payers if id(one) not in chosen]
