"""Who pays more and who pays less than in the year before, counted and drawn."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.report.costs.last_year import last_year_section
from poolwijzer.report.costs.material import CostsMaterial
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.pictures import change_chart
from poolwijzer.report.costs.what_if.words import tell_ways
from poolwijzer.report.model import Block, Line, Paragraph, Section


def since_last_year_section(what_if: WhatIf, material: CostsMaterial) -> Section:
    """The budget beside the one before it, with how many pay more; empty where the file does not give that."""
    section, since = last_year_section(material), what_if.last_year
    if since is None or not section.blocks:
        return section
    known = [one for one in since.municipalities if one.before is not None] if since.now.payments else []
    counted: list[Block] = [Paragraph(Line(text)) for text in tell_ways(known)]
    chart = None if what_if.depth == "kort" else change_chart(known, since.now.year, what_if.indicate().line.text)
    return replace(section, blocks=(*counted, *section.blocks, *((chart,) if chart else ())))
