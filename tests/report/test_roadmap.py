"""How a report tells the step plan, and what goes well with the choices."""

from collections.abc import Callable
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.report.model import Bullets, Report, Section
from poolwijzer.report.texts import texts_of

Make = Callable[..., Assessment]
INDICATION = "Deze maanden zijn een indicatie."


def section(report: Report, name: str) -> Section:
    return next(part for part in report.sections if part.id == name)


def text(part: Section) -> str:
    return "\n".join(texts_of([part]))


@pytest.mark.parametrize("depth", ["kort", "gewoon"])
def test_every_example_has_a_plan_between_the_signals_and_the_open_questions(
    report_of: Callable[..., Report], examples: Path, depth: str
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        order = [part.id for part in report_of(path, depth).sections]
        assert depth == "kort" or order.index("stappenplan") == order.index("aandachtspunten") + 1, path.name
        later = [order.index(name) for name in ("open-vragen", "vergelijkbaar") if name in order]
        assert all(order.index("stappenplan") < place for place in later)


def test_a_short_report_tells_only_the_phase_that_is_now_and_the_next_in_a_few_lines(
    report_of: Callable[..., Report], examples: Path
) -> None:
    part = section(report_of(examples / "voorbeeldregio-noorderveld.yaml", "kort"), "stappenplan")
    said = text(part)
    assert "Schrijven." in said and "Besluiten." in said
    assert "Inrichten" not in said and "Evalueren" not in said
    assert not part.parts and len(list(texts_of([part]))) <= 8


def test_a_whole_report_tells_every_phase_that_is_still_ahead_with_decisions_and_durations(
    report_of: Callable[..., Report], examples: Path
) -> None:
    part = section(report_of(examples / "voorbeeldregio-noorderveld.yaml"), "stappenplan")
    assert [inner.title for inner in part.parts] == ["Schrijven", "Besluiten", "Inrichten", "Uitvoeren", "Evalueren"]
    for inner in part.parts:
        assert "Besluiten, in deze volgorde" in text(inner) and "Zo lang duurde het elders" in text(inner)


@pytest.mark.parametrize("depth", ["kort", "gewoon"])
def test_counted_months_are_always_called_an_indication(
    report_of: Callable[..., Report], assessment_of: Make, depth: str
) -> None:
    dated = assessment_of(context={"fase": "opdracht", "start": "2028-01-01"})
    said = text(section(report_of(dated, depth), "stappenplan"))
    assert "begin tussen mei en augustus 2027" in said and INDICATION in said
    undated = assessment_of(context={"fase": "opdracht"})
    assert INDICATION not in text(section(report_of(undated, depth), "stappenplan"))


def test_where_less_is_known_the_plan_is_shorter(report_of: Callable[..., Report], assessment_of: Make) -> None:
    known = assessment_of(context={"fase": "opdracht", "geld": ["gemeenten"]}, choices={"verdeling": {"options": []}})
    whole = [len(text(section(report_of(one), "stappenplan"))) for one in (assessment_of(), known)]
    said = text(section(report_of(assessment_of()), "stappenplan"))
    assert "Hoe ver het initiatief is, is nog niet bekend." in said
    assert "Of deze stap nodig is" not in said
    assert whole[0] > 0
    assert "Of deze stap nodig is" in text(section(report_of(known), "stappenplan"))


def test_a_passed_start_and_a_late_phase_are_told_without_blame(
    report_of: Callable[..., Report], assessment_of: Make
) -> None:
    passed = assessment_of(context={"fase": "opdracht", "start": "2026-01-01"})
    assert "De startdatum ligt al achter u." in text(section(report_of(passed, "kort"), "stappenplan"))
    late = assessment_of(context={"fase": "opdracht", "start": "2027-01-01"})
    assert "Kies een latere start, of begin kleiner." in text(section(report_of(late, "kort"), "stappenplan"))


def test_what_goes_well_with_the_choices_is_an_offer(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-noorderveld.yaml")
    offered = next(part for part in section(report, "samenhang").parts if part.id == "past-bij")
    assert "Dit is een aanbod. U kiest zelf" in text(offered)
    assert any(isinstance(block, Bullets) for block in offered.blocks)


def test_nothing_is_offered_where_nothing_is_open(
    report_of: Callable[..., Report], assessment_of: Make, content: Content
) -> None:
    choices = {name: {"options": [], "other": ["Iets van onszelf."]} for name in content.components}
    assessment = assessment_of(choices={**choices, "vorm": {"options": ["bij-provincie"]}})
    assert not section(report_of(assessment), "samenhang").parts
