"""JSON says what YAML says, with the same limits, and points at what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.problems import InputError
from poolwijzer.yamlfile import MAX_BYTES, MAX_DEPTH, parse_document
from poolwijzer.yamlfile.jsontext import parse_json
from tests.roots import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def as_text(data: Any) -> Any:
    """Data as our readers give it: scalars as text."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(value) for value in data]
    return data if data is None or isinstance(data, str) else json.dumps(data)


def problem_of(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse_json(text.encode("utf-8", "surrogatepass"), "f.json")
    return str(caught.value)


@given(DATA, st.booleans(), st.sampled_from([None, 1]))
def test_what_is_read_is_what_was_written(data: Any, plain: bool, indent: int | None) -> None:
    raw = json.dumps(data, ensure_ascii=plain, indent=indent).encode()
    assert parse_json(raw, "f").data == as_text(data)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_the_same_in_json(path: Path) -> None:
    data = parse_document(path.read_bytes(), "f").data
    assert parse_json(json.dumps(data).encode(), "f").data == data


@pytest.mark.parametrize(
    ("written", "read"),
    [("4.0", "4"), ("40e-1", "4"), ("3.5", "3.5"), ("-0.25", "-0.25"), ("12e28", f"12{'0' * 28}")],
)
def test_a_number_is_read_as_somebody_would_write_it(written: str, read: str) -> None:
    assert parse_json(f'{{"a": {written}}}'.encode(), "f").data == {"a": read}


@pytest.mark.parametrize("number", ["1e999999999", "1e9999999999999999999", "-1e-9999999999999999999999"])
def test_an_enormous_number_costs_nothing(number: str) -> None:
    assert parse_json(f"[{number}]".encode(), "f").data == [number]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,}', "f.json:1:9: Hier hoort een naam tussen dubbele aanhalingstekens."),
        ('{"a" 1}', "f.json:1:6: Hier ontbreekt een dubbele punt."),
        ('{"a": 1\n "b": 2}', "f.json:2:2: Hier ontbreekt een komma."),
        ('{"a": [1 2]}', "f.json:1:10: Hier ontbreekt een komma."),
        ("{'a': 1}", "f.json:1:2: Hier hoort een naam tussen dubbele aanhalingstekens."),
        ('{"a": nee}', "f.json:1:7: Hier hoort een waarde."),
        ('{"a": NaN}', "f.json:1:7: Hier hoort een waarde."),
        ('{"a": 01}', "f.json:1:8: Hier ontbreekt een komma."),
        ('{"a": "b', "f.json:1:7: Deze tekst houdt niet op: er ontbreekt een aanhalingsteken."),
        ('{"a": "b\nc"}', "f.json:1:9: In een tekst kan geen echt regeleinde of stuurteken staan."),
        ('{"a": "\\x"}', "f.json:1:8: Na deze schuine streep past dit teken niet."),
        ('{"a": 1} {"b": 2}', "f.json:1:10: Hier begint iets nieuws, terwijl het bestand al af was."),
        ('{"a": 1,\n "a": 2}', "f.json:2:2: 'a' staat hier dubbel: het staat ook al op regel 1."),
        ('{"a": "\\ud83d"}', "f.json:1:7: In deze tekst staat een half teken."),
        ("", "f.json:1:1: Hier hoort een waarde."),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), f"f.json:1:{MAX_DEPTH + 1}: Dit bestand is meer dan"),
        ("[" * 100_000, f"f.json:1:{MAX_DEPTH + 1}: Dit bestand is meer dan"),
        ('{"a": ' * 3_000 + "}" * 3_000, f"f.json:1:{6 * MAX_DEPTH + 1}: Dit bestand is meer dan"),
        ('"' + "x" * MAX_BYTES + '"', "f.json: Dit bestand is groter dan 2 MB."),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: str) -> None:
    assert problem_of(text).startswith(told)


@given(st.text(st.sampled_from('{}[]",:\\ \n1e.tfn"u00')))
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert problem_of(text).startswith("f.json:")
    except RecursionError:
        pass


def test_places_are_those_of_the_text_and_of_the_line_it_stands_on() -> None:
    document = parse_json(b'{"a": {"b": [1,\n  {"c": 2}]}}', "f.jsonl", line=7)
    assert document.locate(("a", "b", 1, "c"))[1:3] == (8, 9)
    assert document.locate(("a", "b", 1, "c"), key=True)[1:3] == (8, 4)
    assert document.locate(("a",))[1:3] == (7, 7)
