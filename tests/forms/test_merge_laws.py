"""What holds for bringing together whatever comes in: order makes no difference, and twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment, Response
from poolwijzer.assessment.overdue import overdue_days
from poolwijzer.assessment.update import update_file
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.forms.returned.arrivals import Arrivals, Received
from poolwijzer.forms.returned.merging import Merging, merge

ON = date(2026, 11, 1)
NAMES = ("Assen", "Emmen", "Hoogeveen")
START = datetime(2026, 9, 1, 9)  # noqa: DTZ001 - a form gives no offset
FILE = """# Ons initiatief
poolwijzer: 1
initiative:
  id: proef  # blijft
  name: Proef
  municipalities: [Assen, Emmen, Hoogeveen]
# hieronder komt wat men antwoordde
responses:
  - id: eerste   # met de hand
    organisation: {kind: gemeente, name: Assen}
    date: 2026-09-20
    answers: {m2: 4}
"""


def response(id: str, name: str, minutes: int | None, value: int, **more: Any) -> Response:
    when = {} if minutes is None else {"date": START + timedelta(minutes=minutes)}
    organisation = {"kind": "gemeente", "name": name}
    return Response.model_validate({"id": id, "organisation": organisation, "answers": {"m2": value}, **when, **more})


def merged(before: Assessment, *ones: Response) -> Merging:
    return merge(before, Arrivals(tuple(Received(one, f"{one.id}.txt") for one in ones)), ON)


def without_order(assessment: Assessment) -> tuple[Assessment, frozenset[bytes]]:
    """An initiative, and its respondents whatever their order."""
    ones = frozenset(one.model_dump_json().encode() for one in assessment.responses)
    return assessment.model_copy(update={"responses": ()}), ones


senders = st.tuples(st.sampled_from(("a", "b", "c", "eerste")), st.integers(0, 60000), st.integers(1, 5))
"""Who sends, when, and what: one person gives one answer at a time, for one municipality."""
mailbags = st.lists(senders, max_size=8, unique_by=lambda one: one[:2]).map(
    lambda ones: [
        response(id, NAMES["abc".find(id[0]) if id != "eerste" else 0], when, value) for id, when, value in ones
    ]
)


@given(mailbags)
def test_the_same_once_more_changes_no_byte_of_the_file(ones: list[Response]) -> None:
    raw = FILE.encode()
    before = load(raw)
    once = update_file(raw, merged(before, *ones).assessment)
    again = merged(load(once), *ones)
    assert update_file(once, again.assessment) == once
    assert {change.kind for change in again.changes} <= {"unchanged", "older"}
    assert not again.refused


@given(mailbags, st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_makes_no_difference(ones: list[Response], random: Any) -> None:
    before, mixed = load(FILE.encode()), list(ones)
    random.shuffle(mixed)
    assert merged(before, *ones) == merged(before, *mixed)


@given(mailbags, mailbags)
def test_one_after_the_other_gives_the_same_respondents_as_all_at_once(
    one: list[Response], two: list[Response]
) -> None:
    times = {(each.id, each.age) for each in one}
    other = [each for each in two if (each.id, each.age) not in times]
    before = load(FILE.encode())
    apart = merged(merged(before, *one).assessment, *other).assessment
    assert without_order(apart) == without_order(merged(before, *one, *other).assessment)


@given(mailbags)
def test_what_people_wrote_in_the_file_stays_and_no_other_answer_is_lost(ones: list[Response]) -> None:
    raw = FILE.encode()
    found = merged(load(raw), *ones)
    text = update_file(raw, found.assessment).decode()
    for comment in ("# Ons initiatief", "# blijft", "# hieronder komt wat men antwoordde"):
        assert comment in text
    assert load(text.encode()) == found.assessment
    assert {one.id for one in found.assessment.responses} == {"eerste", *(one.id for one in ones)}


def load(raw: bytes) -> Assessment:
    from poolwijzer.validation import validate
    from poolwijzer.yamlfile import parse_document

    return validate(Assessment, parse_document(raw, "plan.yaml"))


def test_a_newer_answer_takes_the_place_of_an_older_one_and_says_so(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen"], responses=[response("a", "Assen", 0, 2)])
    found = merged(before, response("a", "Assen", 10, 5, named=True))
    (change,) = found.changes
    assert (change.kind, change.before) == ("replaced", before.responses[0])
    (now,) = found.assessment.responses
    assert (now.answers["m2"].value, now.named) == (5, True)


def test_an_older_answer_does_not_and_says_so_too(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen"], responses=[response("a", "Assen", 10, 2)])
    found = merged(before, response("a", "Assen", 0, 5))
    assert [change.kind for change in found.changes] == ["older"]
    assert found.assessment == before


def test_of_two_answers_of_one_moment_none_is_guessed(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen"])
    found = merged(before, response("a", "Assen", 0, 2), response("a", "Assen", 0, 3))
    assert found.assessment == before
    assert len(found.refused) == 2
    assert "hetzelfde moment" in found.refused[0].message


def test_what_was_corrected_in_the_file_by_hand_stays(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen"], responses=[response("a", "Assen", None, 2)])
    found = merged(before, response("a", "Assen", None, 3))
    assert found.assessment == before
    (problem,) = found.refused
    assert "staat al een ander antwoord van hetzelfde moment" in problem.message
    assert "latere date" in problem.hint


def test_one_id_for_two_municipalities_is_listed_and_not_guessed(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen", "Emmen"], responses=[response("a", "Assen", 0, 2)])
    found = merged(before, response("a", "Emmen", 5, 3))
    assert found.assessment == before
    assert "voor meer dan één organisatie: 'Assen' en 'Emmen'" in found.refused[0].message


def test_two_who_speak_for_one_municipality_are_both_kept_and_the_newest_is_said_to_count(
    assessment_of: Callable[..., Assessment],
) -> None:
    before = assessment_of(municipalities=["Assen"])
    behalf = {"basis": "namens-organisatie"}
    found = merged(before, response("a", "Assen", 0, 2, **behalf), response("b", "Assen", 9000, 3, **behalf))
    assert len(found.assessment.responses) == 2
    (remark,) = found.remarks
    assert remark.message.startswith(
        "Er zijn 2 antwoorden namens de organisatie. Bij elke stelling telt het nieuwste, van 7 "
    )


@pytest.mark.parametrize("name", ["gr rivierland", "de GR Rivierland", "De gr  Rivierland"])
def test_a_body_keeps_the_name_that_the_file_has(assessment_of: Callable[..., Assessment], name: str) -> None:
    body = {"kind": "verband", "name": "GR Rivierland"}
    before = assessment_of(responses=[{"id": "a", "organisation": body, "answers": {"b1": 3}}])
    other = Response.model_validate(
        {"id": "b", "organisation": {"kind": "verband", "name": name}, "answers": {"b1": 4}}
    )
    found = merged(before, other)
    assert [one.organisation.name for one in found.assessment.responses] == ["GR Rivierland"] * 2
    assert [one.kind for one in merged(found.assessment, other).changes] == ["unchanged"]


def test_who_is_missing_follows_the_list(assessment_of: Callable[..., Assessment]) -> None:
    found = merged(assessment_of(municipalities=list(NAMES)), response("a", "Emmen", 0, 2))
    assert found.missing == ("Assen", "Hoogeveen")


def test_what_should_be_gone_is_told_and_taken_out_on_request(assessment_of: Callable[..., Assessment]) -> None:
    old = response("a", "Assen", 0, 2, delete_on="2026-10-01")
    kept = response("b", "Emmen", 0, 2, delete_on="2026-11-01")
    earlier = {"date": "2026-01-01", "responses": [old.model_copy(update={"id": "toen"})]}
    before = assessment_of(municipalities=list(NAMES), responses=[old, kept], measurements=[earlier])
    assert len(overdue_days(merged(before).assessment, ON)) == 2
    found = merge(before, Arrivals(), ON, delete_expired=True)
    assert (found.deleted, overdue_days(found.assessment, ON)) == (2, [])
    assert [one.id for one in found.assessment.responses] == ["b"]
    assert found.assessment.measurements[0].responses == ()


def test_the_earliest_day_that_was_promised_holds(assessment_of: Callable[..., Assessment]) -> None:
    before = assessment_of(municipalities=["Assen"], responses=[response("a", "Assen", 0, 2, delete_on="2026-12-31")])
    found = merged(before, response("a", "Assen", 0, 2, delete_on="2026-12-01"))
    assert found.assessment.responses[0].delete_on == date(2026, 12, 1)
    assert merged(found.assessment, response("a", "Assen", 0, 2)).assessment == found.assessment


def test_the_format_stays_the_oldest_that_can_say_it(assessment_of: Callable[..., Assessment]) -> None:
    found = merged(assessment_of(municipalities=["Assen"]), response("a", "Assen", None, 2))
    assert found.assessment.poolwijzer == 1
    assert merged(found.assessment, response("b", "Assen", 5, 2)).assessment.poolwijzer == 2
    assert dump_assessment(found.assessment)
