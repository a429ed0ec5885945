"""How a report tells the step plan, and what goes well with the choices."""

from collections.abc import Callable
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import Road
from poolwijzer.report.costs.build import ID as COSTS
from poolwijzer.report.model import Labelled, Report, Section
from poolwijzer.report.sections.choices import ID as CHOICES
from poolwijzer.report.sections.coming_months import ID as NEAR
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
INDICATION = "Deze maanden zijn een indicatie."


def section(report: Report, name: str) -> Section:
    """A part of a report, however deep."""
    waiting = list(report.sections)
    while waiting:
        found = waiting.pop(0)
        if found.id == name:
            return found
        waiting += found.parts
    raise LookupError(name)


def text(part: Section) -> str:
    return "\n".join(texts_of([part]))


def test_every_example_has_the_chapters_in_their_order_and_then_the_annexes(
    report_of: Callable[..., Report], examples: Path
) -> None:
    order = ["kort", "onderbouwing", CHOICES, "samenhang", "kijk-eerst", COSTS, NEAR, "open-vragen", "feiten"]
    for path in sorted(examples.glob("*.yaml")):
        report = report_of(path)
        body = [part.id for part in report.sections if not part.annex]
        assert body == [name for name in order if name in body], path.name
        assert {"kort", "onderbouwing", NEAR, "feiten"} <= set(body)
        annexes = [part.annex for part in report.sections]
        assert annexes == sorted(annexes) and "stappenplan" in [one.id for one in section(report, "plan").parts]


def test_a_short_report_tells_only_the_phase_that_is_now_and_the_next_in_a_few_lines(
    report_of: Callable[..., Report], examples: Path
) -> None:
    part = section(report_of(examples / "voorbeeldregio-noorderveld.yaml", "kort"), "stappenplan")
    said = text(part)
    assert "Schrijven." in said and "Besluiten." in said
    assert "Inrichten" not in said and "Evalueren" not in said
    assert not part.parts and len(list(texts_of([part]))) <= 8


def test_a_report_tells_the_phase_of_now_and_the_next_and_the_later_ones_in_an_annex(
    report_of: Callable[..., Report], examples: Path
) -> None:
    report = report_of(examples / "voorbeeldregio-noorderveld.yaml")
    near = section(report, NEAR)
    told = [part.title for part in near.parts if part.id.startswith("nabij-")]
    assert told == ["Nu: schrijven", "Daarna: besluiten"]
    (road,) = [block for block in near.blocks if isinstance(block, Road)]
    assert [stop.label for stop in road.stops if stop.decisions] == ["Schrijven", "Besluiten"]
    later = section(report, "stappenplan").parts
    assert [part.title for part in later] == ["Schrijven", "Besluiten", "Inrichten", "Uitvoeren", "Evalueren"]
    for part in later[2:]:
        assert "Besluiten, in deze volgorde" in text(part) and "Zo lang duurde het elders" in text(part)


@pytest.mark.parametrize("depth", ["kort", "gewoon"])
def test_counted_months_are_always_called_an_indication(
    report_of: Callable[..., Report], assessment_of: Make, depth: str
) -> None:
    dated = assessment_of(context={"fase": "opdracht", "start": "2028-01-01"})
    where = "stappenplan" if depth == "kort" else NEAR
    said = text(section(report_of(dated, depth), where))
    assert "begin tussen mei en augustus 2027" in said and INDICATION in said
    undated = assessment_of(context={"fase": "opdracht"})
    assert INDICATION not in text(section(report_of(undated, depth), where))


def test_where_less_is_known_the_plan_is_shorter(report_of: Callable[..., Report], assessment_of: Make) -> None:
    known = assessment_of(context={"fase": "opdracht", "geld": ["gemeenten"]}, choices={"verdeling": {"options": []}})
    said = text(section(report_of(assessment_of()), NEAR))
    assert "Hoe ver het initiatief is, is nog niet bekend." in said
    assert "Misschien ook" not in said
    assert "Misschien ook, dat hangt af van" in text(section(report_of(known), NEAR))


def test_a_passed_start_and_a_late_phase_are_told_without_blame(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    passed = assessment_of(context={"fase": "opdracht", "start": "2026-01-01"})
    assert "De startdatum ligt al achter u." in text(section(report_of(passed, "kort"), "stappenplan"))
    late = assessment_of(context={"fase": "opdracht", "start": "2027-01-01"})
    assert "Kies een latere start, of begin kleiner." in text(section(report_of(late, "kort"), "stappenplan"))


def test_what_goes_well_with_the_choices_is_an_offer(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-noorderveld.yaml")
    offered = section(report, "past-bij")
    assert "Dit is een aanbod. U kiest zelf" in text(offered)
    assert any(isinstance(block, Labelled) for block in offered.blocks)


def test_nothing_is_offered_where_nothing_is_open(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    choices = {name: {"options": [], "other": ["Iets van onszelf."]} for name in content.components}
    assessment = assessment_of(choices={**choices, "vorm": {"options": ["bij-provincie"]}})
    with pytest.raises(LookupError):
        section(report_of(assessment), "past-bij")
