"""Whatever comes in: no traceback, no answer that nobody gave, and nothing taken without being told."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.gate import Gate
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.forms.sent import write_block
from tests.forms.senders import sent_data, sent_text

ON = date(2026, 11, 1)
SUFFIXES = ("", ".txt", ".csv", ".eml", ".xlsx", ".yaml", ".json", ".html", ".msg")
STARTS = (
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF-",
    b"<html>",
    b"poolwijzer: 1\n",
    b"{",
    b"MIME-Version: 1.0\nA: b\n\n",
)


@pytest.fixture(scope="module")
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """What is asked about."""
    return assessment_of(municipalities=["Assen", "Emmen"])


def take(initiative: Assessment, content: Content, raw: bytes, suffix: str = "") -> Arrivals:
    return take_in([], initiative, content, ON, TableRoad(), (Piece(f"stuk{suffix}", suffix, io.BytesIO(raw)),))


@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_bytes_of_any_kind_are_told_of(
    initiative: Assessment, content: Content, start: bytes, rest: bytes, suffix: str
) -> None:
    found = take(initiative, content, start + rest, suffix)
    assert found.received == ()
    assert found.refused


@given(data=st.data())
def test_a_text_that_was_damaged_gives_what_was_sent_or_nothing(
    initiative: Assessment, content: Content, data: st.DataObject
) -> None:
    text = sent_text(initiative, content, "Assen", {"m16": 3, "m2": 4})
    (sent,) = take(initiative, content, text.encode()).received
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text)))
        size = data.draw(st.integers(0, 40))
        text = text[:place] + data.draw(st.text("A/+=> \n-Ee0", max_size=5)) + text[place + size :]
    found = take(initiative, content, text.encode())
    assert [one.response for one in found.received] in ([], [sent.response])
    assert found.received or found.refused


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
trees = st.recursive(
    leaves, lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=6), one, max_size=3)
)
PLACES = (
    ("response",),
    ("response", "answers"),
    ("response", "answers", "m16"),
    ("response", "organisation"),
    ("response", "organisation", "name"),
    ("response", "date"),
    ("response", "id"),
    ("form",),
    ("form", "menus"),
    ("form", "delete_on"),
    ("poolwijzer",),
    ("kind",),
)


@given(place=st.sampled_from(PLACES), value=trees)
def test_anything_in_a_block_that_is_whole_is_an_answer_or_is_told_of(
    initiative: Assessment, content: Content, place: tuple[str, ...], value: Any
) -> None:
    sent = sent_data(initiative, content, "Assen", {"m16": 3, "m2": 4})
    group: Any = sent
    for step in place[:-1]:
        group = group[step]
    group[place[-1]] = value
    raw = write_block(json.dumps(sent).encode())
    found = take(initiative, content, raw.encode())
    assert len(found.received) + bool(found.refused) >= 1
    assert all("\n" not in str(one) for one in found.refused)
    assert len(found.refused) <= 5


def test_a_gate_tells_no_more_of_one_sender_than_can_be_read(initiative: Assessment, content: Content) -> None:
    sent = sent_data(initiative, content, "Assen", {f"x{number}": 3 for number in range(500)})
    gate = Gate(initiative, content, ON)
    gate.take_sent(json.dumps(sent).encode(), "een")
    assert gate.received == []
    assert len(gate.refused) == 4
    assert gate.refused[-1].more == 497
