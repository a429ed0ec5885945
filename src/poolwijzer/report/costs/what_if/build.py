"""From what is asked of the costs of an initiative to a report."""

from __future__ import annotations

from poolwijzer.dutch import long_date
from poolwijzer.report.costs.account import account_section
from poolwijzer.report.costs.build import TITLE, needs_section
from poolwijzer.report.costs.material import CostsMaterial
from poolwijzer.report.costs.what_if.choices import choices_section
from poolwijzer.report.costs.what_if.keys import keys_sections
from poolwijzer.report.costs.what_if.last_year import since_last_year_section
from poolwijzer.report.costs.what_if.material import WhatIf
from poolwijzer.report.costs.what_if.scenario import scenario_section
from poolwijzer.report.costs.what_if.solidarity import solidarity_section
from poolwijzer.report.costs.what_if.usual import usual_section
from poolwijzer.report.costs.what_if.words import scenario_title
from poolwijzer.report.model import Line, Paragraph, Report, Section
from poolwijzer.report.sections.closing import name_versions
from poolwijzer.report.typed_text import sanitize


def build_what_if_report(what_if: WhatIf, *, version: str) -> Report:
    """Who pays what in other cases, as one value.

    Args:
        what_if: What is asked.
        version: The program's version.
    """
    assessment = sanitize(what_if.outcome.assessment)
    material = CostsMaterial(what_if.content, assessment, what_if.costs, what_if.division, what_if.narrow)
    made = f"Gemaakt met {name_versions(what_if.content, version)}."
    sections = (
        scenario_section(what_if),
        *keys_sections(what_if),
        *(() if what_if.comparison and not what_if.comparison.cases else (needs_section(material),)),
        since_last_year_section(what_if, material),
        usual_section(what_if),
        solidarity_section(what_if),
        choices_section(what_if),
        account_section(material),
        Section("verantwoording", "", (Paragraph(Line(made), "stil"),)),
    )
    titles = [scenario_title(what_if.scenario), "alle sleutels naast elkaar" if what_if.by_key else ""]
    about = "; ".join(filter(None, titles))
    return sanitize(
        Report(
            title=assessment.initiative.name,
            subtitle=f"{TITLE}: {about}, {long_date(what_if.outcome.on)}",
            sections=tuple(one for one in sections if one.blocks or one.parts),
            date=what_if.outcome.on,
            kind="wie betaalt wat, wat als",
        )
    )
