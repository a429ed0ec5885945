"""Hands that were counted: beside the answer of the group, and never instead of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.answer import Answer
from poolwijzer.assessment.model import Assessment
from poolwijzer.forms.returned.arrivals import Arrivals, Counted
from poolwijzer.forms.returned.merging import Merging, merge

Bring = Callable[..., Merging]


@pytest.fixture
def bring(assessment_of: Callable[..., Assessment]) -> Bring:
    """Brings counts of one statement together with what the group answered."""

    def brought(before: Any, *counts: dict[str, Any]) -> Merging:
        assessment = assessment_of(**({} if before is None else {"answers": {"m2": before}}))
        counted = tuple(
            Counted({"m2": Answer.model_validate(one)}, f"telling-{number}.csv") for number, one in enumerate(counts)
        )
        return merge(assessment, Arrivals(counted=counted), date(2026, 11, 1))

    return brought


def votes(*counts: int, **more: Any) -> dict[str, Any]:
    return {"votes": list(counts), **more}


def written(merging: Merging) -> Any:
    answers = merging.assessment.model_dump(mode="json", exclude_defaults=True)["answers"]
    return answers["m2"]


def test_hands_leave_the_statement_open(bring: Bring) -> None:
    found = bring(None, votes(0, 1, 2, 5, 1))
    assert written(found) == {"votes": [0, 1, 2, 5, 1]}
    assert [(one.kind, one.hands) for one in found.hands] == [("new", 9)]


def test_what_the_group_settled_on_stays_with_its_note(bring: Bring) -> None:
    found = bring({"value": 2, "note": "na lang praten"}, votes(0, 1, 2, 5, 1, value=4, agreed=False))
    assert written(found) == {"value": 2, "note": "na lang praten", "votes": [0, 1, 2, 5, 1]}


def test_an_answer_that_came_from_hands_goes_with_them(bring: Bring) -> None:
    before = votes(0, 0, 0, 3, 0, value=4, agreed=False)
    assert written(bring(before, votes(9, 0, 0, 3, 0))) == {"votes": [9, 0, 0, 3, 0]}
    assert written(bring(before, votes(9, 0, 0, 3, 0, value=1, agreed=False)))["value"] == 1


def test_a_later_count_with_more_hands_replaces_and_one_with_fewer_does_not(bring: Bring) -> None:
    before = votes(0, 1, 2, 2, 0)
    more = bring(before, votes(0, 1, 2, 5, 1))
    assert (written(more)["votes"], more.hands[0].kind) == ([0, 1, 2, 5, 1], "replaced")
    fewer = bring(before, votes(1, 0, 0, 0, 0))
    assert written(fewer) == before
    assert "anders geteld dan wat er al is" in str(fewer.refused[0])


def test_two_counts_that_differ_are_not_guessed_between(bring: Bring) -> None:
    found = bring(None, votes(1, 2, 0, 0, 0), votes(0, 0, 0, 2, 1))
    assert found.assessment.answers == {}
    assert "Voeg de tellingen eerst samen" in str(found.refused[0])


def test_the_same_count_once_more_changes_nothing(bring: Bring) -> None:
    found = bring(votes(0, 1, 2, 5, 1), votes(0, 1, 2, 5, 1))
    assert [one.kind for one in found.hands] == ["unchanged"]
    assert found.assessment == bring(votes(0, 1, 2, 5, 1)).assessment
