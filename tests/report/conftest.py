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
