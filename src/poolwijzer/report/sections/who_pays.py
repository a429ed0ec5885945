"""*Wie betaalt wat*: of an initiative that gives figures, what each pays; in a whole report also how that was found."""

from __future__ import annotations

from poolwijzer.report.model import Section
from poolwijzer.report.sections.material import Material


def who_pays(material: Material) -> Section:
    """The amounts of every year, and what is still needed to know them; nothing where the file has no costs."""
    if material.assessment.costs is None:
        return Section("wie-betaalt-wat", "")
    from poolwijzer.report.costs.in_advice import chapter_of_costs  # only for who gives figures

    return chapter_of_costs(material.outcome, whole=material.whole)
