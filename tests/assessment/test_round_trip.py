"""Whatever an assessment says, writing and reading it gives the same value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment, read_assessment
from poolwijzer.assessment.write import dump_assessment, record_menus, write_assessment
from poolwijzer.content.content import Content
from tests.assessment.strategies import assessments, menus


@settings(deadline=None, max_examples=45, suppress_health_check=list(HealthCheck))
@given(st.deferred(assessments))
@example({"poolwijzer": 1, "initiative": {"id": "a", "name": "a\x85b\u2028c"}, "own": {"\u2029": ["\x85"]}})
def test_any_assessment_reads_back_as_it_was_written(data: dict[str, Any]) -> None:
    first = Assessment.model_validate(data)
    first = first.model_copy(update={"poolwijzer": first.format_used()})
    raw = dump_assessment(first)
    reading = parse_assessment(raw, "proef.yaml", menus())
    assert reading.assessment == first
    assert dump_assessment(reading.assessment) == raw


def test_the_menus_it_was_answered_with_are_on_record(content: Content, examples: Path, tmp_path: Path) -> None:
    assessment = read_assessment(examples / "flexteam-drenthe.yaml", content).assessment
    path = write_assessment(record_menus(assessment, content), tmp_path / "nieuw.yaml")
    reading = read_assessment(path, content)
    assert reading.assessment.menus is not None
    assert (reading.assessment.menus.version, reading.assessment.menus.hash) == (content.version, content.hash)
    assert reading.remarks == ()
    assert reading.assessment.model_copy(update={"menus": None}) == assessment
