"""Once the work has begun, how long the way to it took elsewhere is not told any more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.report.advice_words import AdviceWords


@pytest.mark.parametrize(
    ("phase", "told"),
    [("idee", True), ("opdracht", True), ("draait", False), ("evalueren", False), ("afbouwen", False)],
)
def test_how_long_the_whole_way_took_is_told_until_the_work_has_begun(
    content: Content, assessment_of: Callable[..., Assessment], phase: str, told: bool
) -> None:
    found = AdviceWords(find_outcome(assessment_of(context={"fase": phase}), content, date(2026, 11, 28))).road_map
    assert bool(found.took) is told
