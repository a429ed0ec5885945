"""From a comparison to a report: which parts, in which order, at which depth."""

from __future__ import annotations

from poolwijzer.compare.sections.choices import choices
from poolwijzer.compare.sections.highlights import highlights
from poolwijzer.compare.sections.lead import lead, made_how
from poolwijzer.compare.sections.places import places
from poolwijzer.compare.sections.signals import signals
from poolwijzer.compare.sections.statements import statements
from poolwijzer.compare.sections.steps import steps
from poolwijzer.compare.sections.verdicts import verdicts
from poolwijzer.compare.sheet import Sheet
from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content
from poolwijzer.dutch import count_things, long_date
from poolwijzer.report.model import Depth, Report, Section
from poolwijzer.report.notes import Notes
from poolwijzer.report.sections.material import Material
from poolwijzer.report.sections.over_time import over_time
from poolwijzer.report.typed_text import sanitize


def build_comparison_report(content: Content, found: Comparison, *, version: str, depth: Depth = "gewoon") -> Report:
    """Everything a reader gets of a comparison, as one value.

    Args:
        content: The menus.
        found: The comparison.
        version: The program's version, for the account of how this was made.
        depth: `kort` for the outlines, `gewoon` for a document, `volledig` with all answers and verdicts, and why the
            verdicts differ.
    """
    subjects = tuple(one._replace(assessment=sanitize(one.assessment)) for one in found.subjects)
    sheet = Sheet(content, found._replace(subjects=subjects), depth, Notes(content.sources))
    sections = [
        lead(sheet),
        places(sheet),
        _path(sheet),
        statements(sheet),
        choices(sheet),
        highlights(sheet),
        signals(sheet),
        verdicts(sheet),
        steps(sheet),
        made_how(sheet, version),
        _sources(sheet),  # last, when every note has its number
    ]
    return sanitize(
        Report(
            title=_title(sheet),
            subtitle=f"Overzicht van samenwerken aan menskracht en denkkracht, {long_date(found.date)}",
            sections=tuple(section for section in sections if section.blocks or section.parts),
            date=found.date,
            pages=int(not sheet.full and sheet.few),
        )
    )


def _title(sheet: Sheet) -> str:
    names = {one.assessment.initiative.name for one in sheet.found.subjects}
    name = sheet.found.subjects[-1].assessment.initiative.name
    if sheet.found.kind == "time":
        return f"{name} door de tijd"
    if sheet.found.kind == "groups" and len(names) == 1:
        return f"{name}: {count_things(sheet.size, sheet.noun, sheet.nouns)} naast elkaar"
    return f"Vergelijking van {count_things(sheet.size, sheet.noun, sheet.nouns)}"


def _path(sheet: Sheet) -> Section:
    """The measurements and what changed, as an advice tells it."""
    newest = sheet.found.subjects[-1]
    return over_time(Material(newest.outcome, newest.assessment, sheet.depth, sheet.notes), sheet.found.path)


def _sources(sheet: Sheet) -> Section:
    return Section("bronnen", "Bronnen", (sheet.notes.listed(),) if sheet.notes else ())
