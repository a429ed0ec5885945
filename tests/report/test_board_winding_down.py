"""A board note on winding down asks for no talk about how to set up what is stopped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of


@pytest.mark.parametrize(("phase", "asked"), [("opdracht", True), ("afbouwen", False)])
def test_a_note_that_is_to_be_discussed_asks_the_question_of_the_place_until_one_winds_down(
    report_of: Callable[..., Report], assessment_of: Callable[..., Assessment], phase: str, asked: bool
) -> None:
    unsure = assessment_of(
        context={"fase": phase, "verband": {"kind": "gr", "name": "de Regio"}},
        answers={"m2": 4, "m16": 4, "m6": 2, "b2": 4, "b9": 4, "b11": 4},
    )
    decision = next(part for part in report_of(unsure, "bestuur").sections if part.id == "gevraagd-besluit")
    said = "\n".join(texts_of([decision]))
    assert "Ter bespreking" in said
    assert ("Om te bespreken:" in said) is asked
