"""A good file is read without places, and one that may be wrong with them: what is read and told is the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from poolwijzer import load_menus
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import Dumper
from poolwijzer.problems import InputError
from poolwijzer.yamlfile import parse_document, places, reader
from poolwijzer.yamlfile.builder import Builder, NeedsPlaces
from tests.roots import ROOT, TESTS

CASES = sorted((TESTS / "files" / "yaml").glob("*.yaml"))
# Signs and words that mean something in YAML, next to each other far more often than by chance.
PIECES = (
    ("a", "b: ", "c:1", ": ", "- ", "\n", "\n  ", "{", "}", "[", "]", ", ", ",", "3,5", "-", "–", "~", "null", '""'),
    ("'x'", "? ", "&k ", "*k", "!t ", "#", " #c", "%", "---\n", "|\n", ">-\n ", "\t", "é", "\xa0", "\u2028", "“"),
)
JUMBLES = st.lists(st.sampled_from([*PIECES[0], *PIECES[1]]), max_size=16).map("".join)
NESTED: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["3,5", "1", "-", "a:b", "null"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=6), inner, max_size=3),
    max_leaves=12,
)


@contextmanager
def looked_at_closely() -> Iterator[None]:
    """Every file is read with places from the start, as if it may be wrong."""

    def never(*_: object, **__: object) -> None:
        raise NeedsPlaces

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_read_plainly", never)
        yield


def reading(raw: bytes, pure: bool) -> object:
    try:
        document = parse_document(raw, "f.yaml", pure=pure)
    except InputError as error:
        return error.problems
    return document.data, document.meant, document.remarks, document.hidden


def hold_equal(raw: bytes, pure: bool) -> None:
    plainly = reading(raw, pure)
    with looked_at_closely():
        assert reading(raw, pure) == plainly


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_is_read_and_told_the_same(path: Path) -> None:
    hold_equal(path.read_bytes(), pure=False)


@given(JUMBLES, st.booleans())
@example("{a: 3,5}", False)
@example("{a: 3,5, b: 4,5}", False)
@example("{a:1}", False)
@example("a: 1\na: 2", False)
@example("a:\n  b: 1\n? [c]\n: 2", False)
def test_any_jumble_is_read_and_told_the_same(text: str, pure: bool) -> None:
    hold_equal(text.encode(), pure)


@given(NESTED, st.booleans())
def test_any_data_is_read_and_told_the_same(data: object, flow: bool) -> None:
    hold_equal(yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=flow).encode(), pure=False)


@given(JUMBLES)
def test_what_is_read_without_places_has_nothing_wrong_with_it(text: str) -> None:
    try:
        data, _ = Builder(text, places=False).build()
    except NeedsPlaces:
        return
    closely = Builder(text, "f.yaml")
    assert closely.build()[0] == data
    assert closely.problems == []


def test_of_a_good_file_no_place_is_sought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "Builder", None)
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        if not parse_assessment(path.read_bytes(), "f.yaml", load_menus()).remarks:
            return
    raise AssertionError("no example is without remarks")


def test_of_a_file_with_something_to_say_the_place_is_told() -> None:
    raw = b"poolwijzer: 2\ninitiative: {id: a, name: A}\nanswers:\n  m1: 4\n  m2: {note: later}\n"
    remarks = parse_assessment(raw, "f.yaml", load_menus()).remarks
    (place,) = [(one.line, one.column) for one in remarks if "toelichting, maar geen antwoord" in one.message]
    assert place == (5, 7)
