"""Costs of a made-up initiative, and what a report tells of them."""

from __future__ import annotations

from typing import Any

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.costs.build import build_costs_report
from poolwijzer.report.model import Report
from poolwijzer.report.texts import texts_of
from tests.conftest import ON

THREE = ("Assen", "De Wolden", "Westerveld")


def outcome_of(content: Content, costs: dict[str, Any] | None, municipalities: Any = THREE, **more: Any) -> Outcome:
    """An initiative with these costs."""
    given = {"posts": [{"what": "team", "amount": "90.000"}], "key": {"kind": "gelijke-delen"}, **(costs or {})}
    data: dict[str, Any] = {
        "poolwijzer": 2,
        "initiative": {"id": "proef", "name": "Proef", "municipalities": list(municipalities)},
        **more,
    }
    if costs is not None:
        data["costs"] = given
    return Outcome(content, Assessment.model_validate(data), ON)


def report_on(content: Content, costs: dict[str, Any], municipalities: Any = THREE, *, narrow: bool = False) -> Report:
    """The report on it."""
    return build_costs_report(outcome_of(content, costs, municipalities), version="0", narrow=narrow)


def said_in(report: Report) -> str:
    """All that a report says, in one line with plain spaces."""
    return " ".join(" ".join(texts_of(report.sections)).split())
