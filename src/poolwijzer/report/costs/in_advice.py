"""The chapter of an advice on who pays what: the amounts, and what is still needed to know them."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.account import account_section
from poolwijzer.report.costs.budget import budget_section
from poolwijzer.report.costs.build import ID, TITLE, needs_section, tell_totals
from poolwijzer.report.costs.material import gather
from poolwijzer.report.costs.tables import payers_by_year, year_table
from poolwijzer.report.costs.words import ROUNDED, indication_of
from poolwijzer.report.model import Block, Line, Paragraph, Section


def chapter_of_costs(outcome: Outcome, *, whole: bool) -> Section:
    """What each pays, every year in a column.

    Args:
        outcome: Of an initiative whose file says something of costs.
        whole: Whether the budget and how the amounts were found are told too.
    """
    material = gather(outcome)
    assert material is not None
    blocks: list[Block] = [Paragraph(Line(text)) for text in tell_totals(material)]
    if material.told:
        only = len(material.years) == 1
        blocks += [year_table(material.years[0], replace(material, narrow=True))] if only else payers_by_year(material)
        blocks.append(Paragraph(Line(f"{indication_of(material.division)} {ROUNDED}"), "stil"))
    parts = [needs_section(material)]
    if whole:
        # What holds for every amount was said above, and where inhabitants come from stands with how all was made.
        parts += [budget_section(material, alone=False), account_section(material, alone=False)]
    return Section(ID, TITLE, tuple(blocks), tuple(part for part in parts if part.blocks))
