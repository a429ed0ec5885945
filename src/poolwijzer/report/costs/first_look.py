"""A first indication of who pays what, to look at in a conversation: the first year, or what is needed for that."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.build import needs_section
from poolwijzer.report.costs.material import gather
from poolwijzer.report.costs.tables import year_table
from poolwijzer.report.costs.words import indication_of, key_title
from poolwijzer.report.excerpts import plain_page
from poolwijzer.report.model import Line, Paragraph, Report, Section
from poolwijzer.report.typed_text import sanitize


def first_look(title: str, outcome: Outcome, file: str) -> Report:
    """What each pays in the first year that the costs name, as far as that is known."""
    material = gather(outcome, narrow=True)
    if material is None or not material.told:
        return plain_page(title, "Er is nog geen bedrag.")
    year, key = material.years[0], material.division.key
    table = year_table(year, material)
    if key:
        table = replace(table, caption=key_title(key.kind, material.content))
    under = Paragraph(Line(indication_of(material.division)), "stil")
    more = Paragraph(Line(f"Alles over de kosten: poolwijzer costs {file}"), "stil")
    sections = (
        Section("bedragen", "", (table, under)),
        needs_section(material),
        Section("kosten-verder", "", (more,) if file else ()),
    )
    when = f"Per jaar, {year.year}" if year.year else "Per jaar"
    return sanitize(Report(title, when, tuple(one for one in sections if one.blocks)))
