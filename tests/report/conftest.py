"""What tests of the report start from: a report of any assessment, and every text in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.advice import advise
from poolwijzer.engine.examination import examine
from poolwijzer.engine.placement import place
from poolwijzer.report.build import build_report
from poolwijzer.report.model import Depth, Report

ON = date(2026, 11, 1)
LONG = "Wij hebben lang gesproken over wat dit vraagt, en over wie wat betaalt als het geld van het Rijk stopt. " * 6


@pytest.fixture(scope="session")
def report_of(content: Content) -> Callable[..., Report]:
    """Makes the report of an assessment, or of the file it stands in."""

    def made(source: Assessment | Path, depth: Depth = "gewoon", explain: bool = False) -> Report:
        assessment = read_assessment(source, content).assessment if isinstance(source, Path) else source
        placement = place(assessment, content)
        advice = advise(assessment, content, placement, ON)
        found = examine(assessment, content, placement, advice)
        return build_report(
            content, assessment, placement, advice, version="0", depth=depth, explain=explain, examination=found
        )

    return made


@pytest.fixture(scope="session")
def typed_everywhere(assessment_of: Callable[..., Assessment]) -> Callable[[str], Assessment]:
    """Makes an assessment in which one text is typed wherever somebody can type."""

    def made(text: str) -> Assessment:
        whole: dict[str, Any] = {
            "context": {"verband": {"kind": "provincie", "name": text}},
            "answers": {name: {"value": 4, "note": text} for name in ("m1", "m2", "m3", "m6", "m7", "b2", "b9")},
            "estimate": {"motivatie": 2, "betrokkenheid": 2},
            "key_question": {"answer": text},
            "choices": {"vorm": {"options": ["bij-provincie"], "other": [text], "consideration": text}},
            "agreements": [{"what": text, "who": text, "when": text}],
            "highlights": {"course": text, "striking": text, "eye_opener": text, "worthwhile": text},
            "needs": [text],
        }
        made = assessment_of(municipalities=[{"name": text, "population": 9000}], **whole)
        initiative = made.initiative.model_copy(update={"name": text, "region": text, "note": text})
        return made.model_copy(update={"initiative": initiative})

    return made


@pytest.fixture(scope="session")
def richest(content: Content) -> Callable[..., Assessment]:
    """Makes the fullest case there can be: twelve municipalities, everything chosen, long considerations."""

    def made(motivation: int, involvement: int) -> Assessment:
        names = ["Assen", "Emmen", "Hoogeveen", "Meppel", "Aa en Hunze", "Borger-Odoorn", "Coevorden", "De Wolden"]
        names += ["Midden-Drenthe", "Noordenveld", "Tynaarlo", "Westerveld"]
        level = {
            name: (motivation if name.startswith("m") else involvement, statement.reversed)
            for name, statement in content.statements.items()
        }
        answers = {name: 6 - value if turned else value for name, (value, turned) in level.items()}
        respondents = [
            {
                "id": f"r{index}-{role}",
                "organisation": {"kind": "gemeente", "name": name},
                "role": role,
                "basis": "eigen-beeld",
                "named": True,
                "answers": {one: value for one, value in answers.items() if one.startswith("m")},
            }
            for index, name in enumerate(names)
            for role in ("ambtelijk", "bestuurlijk")
        ]
        whole: dict[str, Any] = {
            "poolwijzer": 1,
            "initiative": {
                "id": "rijk",
                "name": "Regionale Samenwerking Warmtetransitie en Isolatie Noord- en Midden-Drenthe",
                "region": "Drenthe",
                "municipalities": names,
                "note": LONG,
            },
            "questions": "volledig",
            "context": {
                "verband": {"kind": "provincie", "name": "de provincie Drenthe"},
                "omvang": "meer",
                "looptijd": "3-plus",
            },
            "estimate": {"motivatie": 2, "betrokkenheid": 4},
            "answers": {one: {"value": value, "note": LONG} for one, value in answers.items() if one.startswith("b")},
            "responses": respondents,
            "key_question": {"answer": LONG},
            "choices": {
                name: {"options": [*component.options], "other": [LONG], "consideration": LONG}
                for name, component in content.components.items()
            },
            "agreements": [{"what": LONG, "who": LONG, "when": LONG}] * 12,
            "highlights": dict.fromkeys(("course", "striking", "eye_opener", "worthwhile"), LONG),
            "needs": [LONG] * 6,
        }
        return Assessment.model_validate(whole)

    return made
