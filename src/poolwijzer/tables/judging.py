"""One initiative of many: placed, judged, and kept as a row."""

from __future__ import annotations

from collections.abc import Iterable

from poolwijzer.assessment.model import Assessment
from poolwijzer.engine.judgement import Judge, Judgement
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import Placement
from poolwijzer.engine.stress import Stress, stress
from poolwijzer.problems import Problem
from poolwijzer.report.data import plain
from poolwijzer.tables.row import GOOD, FindingRow, Row, choice_rows, initiative_row, placement_row, told


def row_of(
    file: str,
    assessment: Assessment,
    judge: Judge,
    *,
    remarks: Iterable[Problem] = (),
    with_stress: bool = False,
) -> Row:
    """Place an initiative, judge the menu for it, and keep what a table needs."""
    placement = place(assessment, judge.content)
    found = judge.judge(assessment, placement)
    tested = stress(assessment, judge.content, placement) if with_stress else None
    return kept(file, assessment, placement, found, tested, remarks)


def kept(
    file: str,
    assessment: Assessment,
    placement: Placement,
    found: Judgement,
    tested: Stress | None = None,
    remarks: Iterable[Problem] = (),
) -> Row:
    """What a table needs of an initiative that has been placed and judged, and perhaps tested."""
    return Row(
        file=file,
        status=GOOD,
        problems=[],
        remarks=told(remarks),
        initiative=initiative_row(assessment),
        placement=placement_row(placement),
        signals=list(found.signals),
        strengths=list(found.strengths),
        verdicts=found.verdicts,
        choices=choice_rows(assessment),
        findings=[
            FindingRow(kind=one.kind, options=list(one.options), components=list(one.components))
            for one in found.findings
        ],
        stress=plain(tested),
    )
