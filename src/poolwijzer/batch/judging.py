"""One initiative of many: read, placed, advised, and kept as a row."""

from __future__ import annotations

from datetime import date

from poolwijzer.assessment.model import Assessment
from poolwijzer.batch.row import GOOD, FindingRow, Row, choice_rows, initiative_row, placement_row
from poolwijzer.content.content import Content
from poolwijzer.engine.advice import advise
from poolwijzer.engine.placement import place
from poolwijzer.engine.stress import stress
from poolwijzer.report.data import plain


def row_of(file: str, assessment: Assessment, content: Content, on: date, *, with_stress: bool = False) -> Row:
    """Place an initiative, judge the menu for it on a date, and keep what a table needs."""
    placement = place(assessment, content)
    advice = advise(assessment, content, placement, on)
    return Row(
        file=file,
        status=GOOD,
        problems=[],
        remarks=[],
        initiative=initiative_row(assessment),
        placement=placement_row(placement),
        key_questions=advice.key_questions,
        signals=[signal.signal for signal in advice.signals if signal.effect == "aandacht"],
        strengths=[signal.signal for signal in advice.signals if signal.effect == "sterk"],
        verdicts={option.option: option.verdict for card in advice.components for option in card.options},
        choices=choice_rows(assessment),
        findings=[
            FindingRow(kind=found.kind, options=list(found.options), components=list(found.components))
            for found in advice.coherence
        ],
        stress=plain(stress(assessment, content, placement)) if with_stress else None,
    )
