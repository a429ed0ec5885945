"""How much each used of what it may use, as a picture."""

from __future__ import annotations

from fractions import Fraction

from poolwijzer.costs.strips.values import StripBalance
from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.dutch import long_date, short_number
from poolwijzer.report.strips.material import StripMaterial

FEWEST = 2
"""Municipalities that there is something to see of beside each other."""


def strips_picture(material: StripMaterial) -> Bars | None:
    """Of every municipality which part of its strips is used, planned, left, or used above what it may use."""
    told = [one for one in material.balances if one.available > 0]
    if len(told) < FEWEST or not any(one.used or one.planned for one in told):
        return None
    above = any(one.used + one.planned > one.available for one in told)
    parts = ("gebruikt", "gepland", "over", *(["te veel"] if above else []))
    return Bars(
        title="Welk deel van de strippen is gebruikt",
        description=f"Van elke gemeente welk deel van haar strippen is gebruikt, op {long_date(material.year.on)}.",
        parts=parts,
        rows=tuple(_row(one, above=above) for one in told),
        head="Gemeente",
        behind="Gebruikt van",
        whole=False,
        percent=True,
    )


def _row(one: StripBalance, *, above: bool) -> BarRow:
    """The parts of a bar, which add up to 100% or, with what is above it, to what was used."""
    used = min(_percent(one.used, one), 100)
    both = min(_percent(one.used + one.planned, one), 100)
    more = max(_percent(one.used + one.planned, one) - 100, 0)
    counts = (used, both - used, 100 - both, *([more] if above else []))
    return BarRow(one.municipality, counts, f"{short_number(one.used)} van {short_number(one.available)}")


def _percent(strips: Fraction, one: StripBalance) -> int:
    return int(strips / one.available * 100 + Fraction(1, 2))
