"""Whatever anybody types, every format writes it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.compare.comparison import compare_assessments
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.report import build_comparison_report
from poolwijzer.content.content import Content
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.pdf.typeface import SHIPPED, Typeface
from poolwijzer.formats.registry import DATA_SUFFIX, REPORT_FORMATS, Theme, render_report
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document, json_bytes
from poolwijzer.report.model import Report
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.registry import TABLES_OUT, write_table
from poolwijzer.tables.row import make_row
from tests.formats.pdf.made_fonts import lacking_typeface

ON = date(2026, 11, 1)
ANSWERED = ("m1", "m2", "m3", "m6", "m7", "b2", "b3", "b4", "b6", "b9")

MARKS = "\u0301\u0302\u0308\u030b\u0323\u0338\u034f\u05b0\u064b\u094d\u0e38\u20d7\u20e3\ufe0f\U000e0100"
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u202c\u2066\u2067\u2068\u2069\u2060\ufeff\u061c\u180e"
SCRIPTS = (
    "ij\u00ed",
    "\u05d0\u05dc",
    "\u0627\u0644",
    "\u0915\u093f",
    "\u0e01\u0e33",
    "\u1112\u1161\u11ab",
    "\u4e2d\u6587",
)
DRAWN = ("\U0001f468\u200d\U0001f469", "\U0001f1f3\U0001f1f1", "\U0001f44d\U0001f3fd", "\U0001f3f4\U000e0067\U000e007f")
NOWHERE = ("\ue000\U000f0000", "\u0378\U0003ffff", "a" + "\u0301\u0323" * 100, "\u17c1\u06c0")

odd = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=8),
    st.text(MARKS, min_size=1, max_size=5),
    st.sampled_from(UNSEEN),
    st.sampled_from(SCRIPTS + DRAWN + NOWHERE),
)
texts = st.lists(odd, max_size=6).map(lambda parts: "x" + "".join(parts))
"""All that passes reading, with a letter in it, since a name of nothing is refused."""


def initiative(number: int, text: Any) -> dict[str, Any]:
    """An initiative with a place, in which something is typed wherever somebody can type."""
    return {
        "poolwijzer": 1,
        "initiative": {
            "id": f"i{number}",
            "name": text(),
            "region": text(),
            "note": text(),
            "municipalities": [{"name": text(), "population": 9000}],
        },
        "context": {"verband": {"kind": "provincie", "name": text()}},
        "answers": {one: {"value": 2 + number, "note": text()} for one in ANSWERED},
        "key_question": {"answer": text()},
        "choices": {"vorm": {"options": ["bij-provincie"], "other": [text()], "consideration": text()}},
        "agreements": [{"what": text(), "who": text(), "when": text()}],
        "highlights": {one: text() for one in ("course", "striking", "eye_opener", "worthwhile")},
        "needs": [text()],
    }


def read(data: dict[str, Any], content: Content) -> Assessment:
    """As a file with this in it is read."""
    return parse_assessment(json.dumps(data, ensure_ascii=False).encode(), "bestand.json", content).assessment


@pytest.fixture(scope="module")
def lacking() -> Iterator[Typeface]:
    with TemporaryDirectory() as folder:
        yield lacking_typeface(Path(folder))


def reports_of(assessments: list[Assessment], content: Content) -> Iterator[Report]:
    outcomes = [Outcome(content, one, ON) for one in assessments]
    yield build_report(outcomes[0], version="0", depth="kort")
    overview = Overview()
    for number, outcome in enumerate(outcomes):
        overview.add(make_row(f"{number}.yaml", outcome))
    yield build_overview(overview, content, ON, "0", "kort")
    given = [Given(f"{number}.yaml", one) for number, one in enumerate(assessments)]
    yield build_comparison_report(content, compare_assessments(given, content, ON), version="0", depth="kort")


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.data(), st.booleans())
def test_any_text_in_every_field_gives_every_file(
    content: Content, lacking: Typeface, data: st.DataObject, shipped: bool
) -> None:
    assessments = [read(initiative(number, lambda: data.draw(texts)), content) for number in (1, 2)]
    theme = Theme(HouseStyle(data.draw(texts)), typeface=SHIPPED if shipped else lacking)
    for report in reports_of(assessments, content):
        for suffix in REPORT_FORMATS:
            if suffix != DATA_SUFFIX:
                assert render_report(suffix, report, theme)
    outcomes = [Outcome(content, one, ON) for one in assessments]
    assert json.loads(json_bytes(document(outcomes[0], "0")))
    for suffix in TABLES_OUT:
        file = io.BytesIO()
        rows = [make_row(f"{number}.yaml", outcome) for number, outcome in enumerate(outcomes)]
        write_table(suffix, file, rows, TableContext(content, ON, "0"))
        assert file.getvalue()
