"""From a year of strips to a report, as one value."""

from __future__ import annotations

from dataclasses import replace

from poolwijzer.dutch import long_date
from poolwijzer.report.model import Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.strips.attention import attention
from poolwijzer.report.strips.counting import counting, needed
from poolwijzer.report.strips.ledger_lines import ledger_lines
from poolwijzer.report.strips.material import StripMaterial
from poolwijzer.report.strips.products import products
from poolwijzer.report.strips.signals import signals
from poolwijzer.report.strips.standing import standing
from poolwijzer.report.typed_text import sanitize

KIND = "strippenkaart"


def build_strips_report(material: StripMaterial, version: str) -> Report:
    """Everything about a year of strips, for a group that steers them.

    Args:
        material: All that it is made from.
        version: The program's version, for the account of how this was made.
    """
    sections = (
        needed(material),
        standing(material),
        signals(material),
        products(material),
        attention(material),
        counting(material),
        _made_how(material, version),
        ledger_lines(material),
    )
    return _report(material, sections)


def build_strips_view(material: StripMaterial) -> Report:
    """The balance at a glance, for a screen: without the sources."""
    material = replace(material, notes=Notes({}))
    sections = (
        needed(material),
        standing(material),
        signals(material),
        attention(material),
        *((ledger_lines(material),) if material.with_lines else ()),
    )
    return _report(material, sections)


def _report(material: StripMaterial, sections: tuple[Section, ...]) -> Report:
    about = f"{material.only}, {material.name}" if material.only else material.name
    return sanitize(
        Report(
            title=f"Strippenkaart {material.card.year}: {about}",
            subtitle=f"Stand op {long_date(material.year.on)}",
            sections=tuple(section for section in sections if section.blocks or section.parts),
            date=material.year.on,
            kind=KIND,
        )
    )


def _made_how(material: StripMaterial, version: str) -> Section:
    content = material.content
    notes = [Section("bronnen", "Bronnen", (material.notes.listed(),))] if material.notes else []
    made = Labelled((("Gemaakt met", Line(name_versions(content, version))),))
    return Section(
        "verantwoording", "Hoe dit is gemaakt", (made, Paragraph(Line(content.typology.credit), "stil")), tuple(notes)
    )
