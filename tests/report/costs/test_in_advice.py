"""Who pays what, as a chapter of an advice."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.report.build import build_report
from poolwijzer.report.costs.build import ID
from poolwijzer.report.model import Depth, Section
from poolwijzer.report.texts import texts_of
from tests.report.costs.telling import outcome_of


def chapter(content: Content, depth: Depth, costs: dict[str, object] | None) -> Section | None:
    outcome = outcome_of(content, costs, answers={"m2": 4})
    report = build_report(outcome, version="0", depth=depth)
    return next((one for one in report.sections if one.id == ID), None)


@pytest.mark.parametrize("depth", ["gewoon", "volledig"])
def test_a_report_of_an_initiative_with_costs_tells_who_pays_what(content: Content, depth: Depth) -> None:
    found = chapter(content, depth, {})
    assert found is not None
    said = " ".join(texts_of([found]))
    assert "€\xa030.000,00" in said and "Geen toezegging." in said and "hele centen" in said
    assert ("De begroting" in said) == ("Zo is het berekend" in said) == (depth == "volledig")


def test_what_is_still_needed_is_told_there_too(content: Content) -> None:
    found = chapter(content, "gewoon", {"key": {"kind": "vaste-basis-plus-opslag"}})
    told = " ".join(texts_of([found])) if found else ""
    assert "Welk deel iedereen gelijk betaalt." in told
    assert "costs.key" not in told, "who reads an advice edits no file"


@pytest.mark.parametrize(("depth", "costs"), [("gewoon", None), ("volledig", None), ("kort", {})])
def test_without_costs_or_room_there_is_no_such_chapter(
    content: Content, depth: Depth, costs: dict[str, object] | None
) -> None:
    assert chapter(content, depth, costs) is None
