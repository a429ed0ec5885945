"""What it costs, and what others give."""

from __future__ import annotations

from collections.abc import Sequence

from poolwijzer.assessment.costs import EVERYBODY
from poolwijzer.costs.values import Income, YearDivision
from poolwijzer.dutch import euros
from poolwijzer.report.costs.beside import align, group_years, years_table
from poolwijzer.report.costs.material import CostsMaterial, say_of_year
from poolwijzer.report.costs.words import indication_of, payer_named, payer_title
from poolwijzer.report.model import Block, Line, Paragraph, Section, Table

COSTS, LEFT = "Kosten samen", "Te verdelen"


def budget_section(material: CostsMaterial, *, alone: bool = True) -> Section:
    """The posts and the money of others, each year in a column; alone what holds for every amount is said below it."""
    blocks: list[Block] = []
    if material.told:
        blocks += [_table(years) for years in group_years(material)]
        blocks += [
            Paragraph(
                Line(say_of_year(one.year, "anderen", "geven", f"{euros(one.surplus)} meer dan nodig is")), "let-op"
            )
            for one in material.years
            if one.surplus
        ]
    if material.told and alone:
        blocks.append(Paragraph(Line(indication_of(material.division)), "stil"))
    return Section("begroting", "De begroting", tuple(blocks))


def _table(years: Sequence[YearDivision]) -> Table:
    rows = align([[(post.what, post.amount) for post in year.posts] for year in years])
    sums = [len(rows)]
    rows.append((COSTS, [year.total for year in years]))
    if given := align([[(_income_title(one), -one.amount) for one in year.income] for year in years]):
        rows += [*given, (LEFT, [year.net for year in years])]
        sums.append(len(rows) - 1)
    return years_table("De begroting", "Waarvoor", years, rows, sums)


def _income_title(given: Income) -> str:
    """Of whom it comes, and whose contribution it lowers where that is not everybody's."""
    title = payer_title(given.source)
    return title if given.deduct_from == EVERYBODY else f"{title} (voor {payer_named(given.deduct_from)})"
