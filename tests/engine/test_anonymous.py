"""An anonymous report: without roles and notes in anything that follows, and refused among too few."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.anonymous import TooFewRespondents, anonymise, place_anonymously
from poolwijzer.engine.over_time import find_path
from poolwijzer.engine.placement import place
from poolwijzer.engine.respondents import view_respondents
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import document, json_bytes

Make = Callable[..., Assessment]

SHORT = ("m16", "m2", "m3", "m6", "m12", "b2", "b6", "b9")


def people(number: int, **more: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": f"r{n}",
            "organisation": {"kind": "gemeente", "name": f"Dorp {n}"},
            "role": "ambtelijk" if n % 2 else "bestuurlijk",
            "named": True,
            "answers": {name: {"value": 1 + (n % 2) * 4, "note": "Zei Jansen."} for name in SHORT},
            **more,
        }
        for n in range(number)
    ]


def test_it_is_refused_under_five_respondents(content: Content, assessment_of: Make) -> None:
    four = assessment_of(responses=people(4))
    with pytest.raises(TooFewRespondents) as refusal:
        anonymise(four, content)
    assert (refusal.value.number, refusal.value.least) == (4, 5)
    with pytest.raises(TooFewRespondents):
        view_respondents(four, content, place(four, content), "anonymous")
    with pytest.raises(TooFewRespondents):
        anonymise(assessment_of(answers={"m16": 5}), content)
    silent = people(1, answers={"m16": "weet-niet"}, id="zwijgt")
    with pytest.raises(TooFewRespondents):
        anonymise(assessment_of(responses=[*people(4), *silent]), content)


def test_an_earlier_measurement_may_hold_only_a_note_on_a_statement(content: Content, assessment_of: Make) -> None:
    earlier = {"date": "2024-05-01", "answers": {"b11": {"note": "Zei Jansen."}, "m16": 4}}
    bare, _ = anonymise(assessment_of(responses=people(5), measurements=[earlier]), content)
    before, _ = find_path(bare, content)
    asked = {entry.statement for entry in before.placement.axes["betrokkenheid"].contributions}
    assert before.placement.axes["motivatie"].coverage > 0 and "b11" in asked


def test_nothing_that_follows_speaks_of_roles_or_holds_a_note(content: Content, assessment_of: Make) -> None:
    whole = assessment_of(
        responses=people(8),
        answers={"b11": {"value": 4, "note": "Zei Jansen."}},
        measurements=[{"date": "2024-05-01", "answers": {"b11": {"value": 2, "note": "Zei Jansen."}}}],
    )
    bare, _ = anonymise(whole, content)
    outcome = Outcome(content, bare, date(2026, 11, 1), "anonymous")
    view = view_respondents(bare, content, outcome.placement, "anonymous")
    everything = json.dumps(json.loads(json_bytes(document(outcome, "1")))) + str(view)
    everything += str(find_path(bare, content))
    assert "Jansen" not in everything
    assert all(not statement.roles for statement in view.statements.values())
    assert "Jansen" in str(place(whole, content))
    roles = view_respondents(whole, content, place(whole, content)).statements["m16"].roles
    assert [role.respondents for role in roles] == [4, 4]


def test_the_place_stays_the_same(content: Content, assessment_of: Make) -> None:
    whole = assessment_of(responses=people(10), answers={"b11": 4, "b12": 4})
    one, other = place(whole, content), place_anonymously(anonymise(whole, content)[0], content)
    assert (one.in_play, one.status) == (other.in_play, other.status)
    assert {axis: found.score for axis, found in one.axes.items()} == {
        axis: found.score for axis, found in other.axes.items()
    }


def test_even_where_roles_are_given_the_anonymous_view_tells_none(content: Content, assessment_of: Make) -> None:
    whole = assessment_of(responses=people(8))
    view = view_respondents(whole, content, place(whole, content), "anonymous")
    assert all(not statement.roles for statement in view.statements.values())
    assert view.places.marks is None


def test_an_earlier_measurement_with_too_few_respondents_is_left_out(content: Content, assessment_of: Make) -> None:
    measurements = [
        {"date": "2023-05-01", "answers": {"m16": 2}},
        {"date": "2024-05-01", "responses": people(2)},
        {"date": "2025-05-01", "responses": people(5)},
    ]
    bare, _ = anonymise(assessment_of(responses=people(5), measurements=measurements), content)
    assert [earlier.date.year for earlier in bare.measurements] == [2023, 2025]
    assert {response.role for response in bare.measurements[1].responses} == {None}
