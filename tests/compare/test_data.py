"""A comparison as data, and its schema."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from poolwijzer.compare.data import ComparisonDocument, comparison_document
from poolwijzer.compare.kinds import Given
from poolwijzer.compare.values import Comparison
from poolwijzer.content.content import Content
from poolwijzer.outcome import Outcome
from poolwijzer.report.data import json_bytes
from poolwijzer.schema.schemas import make_document_schema
from poolwijzer.tables.row import make_row
from tests.compare.conftest import ON, on_axis

Make = Callable[..., Given]
Compare = Callable[..., Comparison]


@pytest.fixture
def document(content: Content) -> Callable[[Comparison], dict[str, Any]]:
    """Gives a comparison as a reader of JSON gets it."""
    return lambda found: json.loads(json_bytes(comparison_document(found, content, "0")))


def files_of(kind: str, given: Make) -> list[Given]:
    choices = {
        "vorm": {"options": ["bij-provincie"], "other": ["Iets"]},
        "verdeling": {"considering": ["strippenkaart"]},
    }
    if kind == "time":
        past = [{"date": "2023-05-01", "answers": on_axis("m", 1)}]
        first = given(file="oud.yaml", day="2024-05-01", m=2, b=3, measurements=past)
        return [first, given(day="2026-05-01", m=5, b=3, choices=choices)]
    ids = ["een", "een"] if kind == "groups" else ["een", "twee"]
    return [given(id=ids[0], file="a.yaml", m=5, b=2, choices=choices), given(id=ids[1], file="b.yaml", m=1)]


@pytest.mark.parametrize("kind", ["initiatives", "groups", "time"])
def test_what_is_written_fits_the_schema_that_is_published(
    kind: str, given: Make, compared: Compare, document: Callable[[Comparison], dict[str, Any]]
) -> None:
    schema = make_document_schema(ComparisonDocument, "comparison")
    Draft202012Validator.check_schema(schema)
    data = document(compared(*files_of(kind, given)))
    Draft202012Validator(schema).validate(data)
    assert (data["kind"], data["format"], data["compared_as"]) == ("comparison", 2, kind)
    assert False not in [part.get("additionalProperties") for part in (schema, *schema["$defs"].values())]


def test_each_has_the_row_that_a_batch_would_keep(
    given: Make, compared: Compare, document: Callable[[Comparison], dict[str, Any]], content: Content
) -> None:
    files = files_of("initiatives", given)
    data = document(compared(*files))
    for file, subject in zip(files, data["subjects"], strict=True):
        assert subject["row"] == make_row(file.file, Outcome(content, file.assessment, ON), with_stress=True)
    assert [(one["number"], one["label"]) for one in data["subjects"]] == [(1, "Proef (a.yaml)"), (2, "Proef (b.yaml)")]


def test_unknown_is_null_and_numbers_tell_who(
    given: Make, compared: Compare, document: Callable[[Comparison], dict[str, Any]]
) -> None:
    data = document(compared(*files_of("initiatives", given)))
    answers = {one["statement"]: one for one in data["statements"]}
    assert (answers["m6"]["answers"], answers["m6"]["counted"], answers["m6"]["spread"]) == ([1, 5], [5, 1], 4)
    assert (answers["b2"]["answers"], answers["b2"]["spread"]) == ([2, None], None)
    assert data["most_different"] == ["m2", "m16", "m6", "m3", "m12"]
    chosen = {(one["component"], choice["option"]): choice for one in data["components"] for choice in one["choices"]}
    assert chosen["vorm", "bij-provincie"]["chosen"] == [1] and chosen["vorm", None]["text"] == "Iets"
    assert data["path"] == data["steps"] == []


def test_over_time_the_path_and_the_steps_are_there(
    given: Make, compared: Compare, document: Callable[[Comparison], dict[str, Any]]
) -> None:
    data = document(compared(*files_of("time", given)))
    assert [one["date"] for one in data["path"]] == ["2023-05-01", "2024-05-01", "2026-05-01"]
    assert [(one["before"], one["now"], one["choices"] is None) for one in data["steps"]] == [
        (1, 2, True),
        (2, 3, False),
    ]
    assert [one["whole"] for one in data["subjects"]] == [False, True, True]


def test_no_file_is_told_with_more_of_its_path_than_it_takes(
    given: Make, compared: Compare, document: Callable[[Comparison], dict[str, Any]]
) -> None:
    files = [given(id=name, file=f"/geheim/{name}.yaml", m=3) for name in ("een", "twee")]
    assert "geheim" not in json.dumps(document(compared(*files)))
