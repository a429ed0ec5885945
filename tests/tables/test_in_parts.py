"""An initiative with very many respondents is read in parts, and nobody can tell from what comes out."""

from __future__ import annotations

import json
import pickle
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer import run_batch
from poolwijzer.assessment.many import ManyResponses
from poolwijzer.content.content import Content
from poolwijzer.tables import document, many_rows, respondents
from poolwijzer.tables.document import parse_row
from poolwijzer.tables.kept_rows import BuiltRows, KeptRespondents, Respondent, ValueNumbers
from tests.tables.test_reading import items_of

TOWNS = ("Assen", "Emmen", "Hoogeveen", "Meppel", "Westerveld")
WHOLE, PARTS = 1_000_000, 7


def table(seed: int, content: Content) -> str:
    """Some dozens of respondents of one initiative, with what can be odd about them."""
    draw = random.Random(seed)
    statements = list(content.statements)
    head = ["initiative.name", "initiative.municipalities", "organisation.kind", "organisation.name", "role", "basis"]
    head += ["date", "id", "e-mail", *(f"answers.{name}" for name in statements), f"answers.{statements[0]}.note"]
    lines = [";".join(head)]
    for number in range(draw.choice((40, 80))):
        is_body = draw.random() < 0.1
        bodies = ("RUD Drenthe", "de RUD Drenthe") if seed % 5 == 0 else ("RUD Drenthe",)
        towns = (*TOWNS, *(["Asen"] if draw.random() < 0.03 else []), *(["Zwolle"] if draw.random() < 0.2 else []))
        points = ["1", "2", "3", "4", "5", "weet-niet", "", *(["7"] if draw.random() < 0.02 else [])]
        cells = [
            "Regio A",
            draw.choice(("", "|".join(TOWNS))) if seed % 3 else "",
            "verband" if is_body else "gemeente",
            draw.choice(bodies if is_body else towns),
            draw.choice(("ambtelijk", "bestuurlijk", "", "wethouder")),
            draw.choice(("eigen-beeld", "namens-organisatie", "")),
            draw.choice((f"2026-01-{draw.randint(1, 28):02}", "")) if seed % 2 else "",
            draw.choice(("", f"r{draw.randint(1, 60)}")) if seed % 4 == 1 else "",
            draw.choice(("", f"p{draw.randint(1, 60)}@a.nl")) if seed % 4 == 2 else "",
            *draw.choices(points, k=len(statements)),
            draw.choice(("", "", "let op", f"zie {number}")),
        ]
        lines.append(";".join(cells))
    return "\n".join(lines) + "\n"


def read_at_once(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    for module in (document, many_rows, respondents):
        monkeypatch.setattr(module, "MOST_AT_ONCE", most)


@pytest.mark.parametrize("seed", range(10))
def test_a_row_is_the_same_to_the_letter_read_in_parts_or_whole(
    seed: int, content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "uitvraag.csv"
    path.write_text(table(seed, content), encoding="utf-8")
    told = []
    for most in (WHOLE, PARTS):
        read_at_once(monkeypatch, most)
        rows = run_batch(path, content, on=date(2026, 11, 1), rows="respondents", statements=True)
        told.append(json.dumps(list(rows), sort_keys=True))
    assert told[0] == told[1]


def test_respondents_read_in_parts_are_those_read_whole_also_by_a_worker_elsewhere(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_at_once(monkeypatch, WHOLE)
    (whole,) = items_of(table(3, content), content, "respondents")
    read_at_once(monkeypatch, PARTS)
    (parts,) = items_of(table(3, content), content, "respondents")
    assert isinstance(parts.data["responses"], BuiltRows) and list(parts.data["responses"]) == whole.data["responses"]
    there = pickle.loads(pickle.dumps(parts))
    responses = parse_row(there, content).assessment.responses
    read_at_once(monkeypatch, WHOLE)
    assert isinstance(responses, ManyResponses)
    assert list(responses) == list(parse_row(whole, content).assessment.responses)
    assert responses[-1] == list(responses)[-1] and list(responses[1:3]) == list(responses)[1:3]


def test_too_many_mistakes_to_tell_are_told_as_ever(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"{'Asen' if number % 4 == 0 else 'Assen'};4\n" for number in range(600))
    told = []
    for most in (WHOLE, PARTS):
        read_at_once(monkeypatch, most)
        (item,) = items_of(f"gemeente;m1\n{rows}", content, "respondents")
        reading = parse_row(item, content)
        told.append((reading.left_out, reading.rejected, reading.remarks))
    assert told[0] == told[1] and len(told[0][1]) == 150


values = st.one_of(st.none(), st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2))


@given(st.lists(st.tuples(values, values, st.booleans()), max_size=30))
def test_rows_that_were_kept_are_the_rows_that_came(rows: list[tuple[Any, Any, bool]]) -> None:
    came = [
        Respondent(number, [one, two], (), b"hash" if special else None, special, "7" if special else "")
        for number, (one, two, special) in enumerate(rows, 2)
    ]
    kept = KeptRespondents(ValueNumbers(2))
    for respondent in came:
        kept.append(respondent)
    assert list(kept) == came and len(kept) == len(came)
    assert list(kept.replaced(reversed(came))) == came[::-1]


@pytest.mark.slow
def test_a_column_with_more_values_than_two_bytes_can_number_is_kept_whole() -> None:
    kept = KeptRespondents(ValueNumbers(1))
    for number in range(70_000):
        kept.append(Respondent(number, [f"tekst {number}"]))
    assert [one.row for one in kept] == [[f"tekst {number}"] for number in range(70_000)]
