"""Reading YAML: what is typed is what is read, and every mistake is told at its place in Dutch.

Each file in files/yaml is a case: `good-x.yaml` with its data in `good-x.json`, and `bad-x.yaml` that says in its
first line (or in `bad-x.txt`) at which line and column which words must appear; `-` for a problem without a place.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from poolwijzer.assessment.write import Dumper
from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem
from poolwijzer.yamlfile import MAX_BYTES, MAX_DEPTH, Location, parse_document, read_document
from poolwijzer.yamlfile.mistakes import ReadingState, explain_error
from tests.roots import TESTS

FILES = TESTS / "files" / "yaml"
GOOD = sorted(FILES.glob("good-*.yaml"))
BAD = sorted(FILES.glob("bad-*.yaml"))

both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


def problems_in(raw: bytes, *, pure: bool = False) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        parse_document(raw, "f.yaml", pure=pure)
    return caught.value.problems


def expected_problems(path: Path) -> list[tuple[str, list[str]]]:
    beside = path.with_suffix(".txt")
    if beside.exists():
        line = beside.read_text(encoding="utf-8").strip()
    else:
        line = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    expected = []
    for part in line.split(" ;; "):
        place, _, words = part.partition(" ")
        expected.append((place, words.split(" | ")))
    return expected


@both_parsers
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_read_as_it_was_typed(path: Path, pure: bool) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert parse_document(path.read_bytes(), path.name, pure=pure).data == expected


@both_parsers
@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_names_every_problem_at_its_place(path: Path, pure: bool) -> None:
    problems = problems_in(path.read_bytes(), pure=pure)
    expected = expected_problems(path)
    assert len(problems) == len(expected), [str(problem) for problem in problems]
    for problem, (place, words) in zip(problems, expected, strict=True):
        assert (f"{problem.line}:{problem.column}" if problem.line else "-") == place, str(problem)
        for word in words:
            assert word in str(problem)
        assert problem.hint


@both_parsers
def test_windows_line_ends_and_a_byte_order_mark_do_not_shift_a_place(pure: bool) -> None:
    document = parse_document(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n  - d: \xc3\xa9\r\n", "f", pure=pure)
    assert document.data == {"a": "1", "b": ["c", {"d": "é"}]}
    assert document.locate(["a"], key=True) == Location("f", 1, 1)
    assert document.locate(["b", 1, "d"]) == Location("f", 4, 8)


def test_a_place_is_that_of_the_value_or_of_its_key() -> None:
    document = parse_document(b"answers:\n  m1: 4\n  m2: {value: 3, votes: [1, 2]}\n", "f.yaml")
    assert document.locate([]) == Location("f.yaml", 1, 1)
    assert document.locate(["answers", "m1"]) == Location("f.yaml", 2, 7)
    assert document.locate(["answers", "m1"], key=True) == Location("f.yaml", 2, 3)
    assert document.locate(["answers", "m2", "votes", 1]) == Location("f.yaml", 3, 29)
    assert document.locate(["answers", "m2", "votes", 1], key=True) == Location("f.yaml", 3, 29)


def test_steps_that_do_not_occur_are_passed_over() -> None:
    document = parse_document(b"answers:\n  m2: {value: 3}\n", "f")
    assert document.locate(["answers", "Answer", "m2", "value"]) == document.locate(["answers", "m2", "value"])
    assert document.locate(["answers", "m9"]) == document.locate(["answers"])
    assert document.locate([7, -1, "nee"]) == Location("f", 1, 1)


def test_only_what_exists_is_held() -> None:
    document = parse_document(b"a: [1, {b: 2}]\n", "f")
    assert document.holds([])
    assert document.holds(["a", 1, "b"])
    assert not document.holds(["a", 2])
    assert not document.holds(["a", -1])
    assert not document.holds(["a", 1, "b", "c"])
    assert not document.holds(["x"])


def test_a_file_that_must_be_a_group_is_told_so() -> None:
    for raw, words in ((b"- a\n", "initiative:"), (b"a:1\n", "spatie")):
        with pytest.raises(InputError, match=words):
            parse_document(raw, "f", top="mapping")
    assert parse_document(b"a: 1\n", "f", top="mapping").data == {"a": "1"}


def test_a_missing_file_suggests_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "drenthe.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"bestaat niet.*Bedoelde u drenthe\.yaml"):
        read_document(tmp_path / "drente.yaml")
    with pytest.raises(InputError, match=r"bestaat niet.*Controleer de naam"):
        read_document(tmp_path / "elders" / "qqq")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="map, geen bestand"):
        read_document(tmp_path)


@contextmanager
def without_rights(path: Path) -> Iterator[None]:
    """Nobody may read the file; root, who may read everything, becomes nobody for the moment."""
    path.chmod(0)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_file_without_rights_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "dicht.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    with without_rights(path), pytest.raises(InputError, match="niet te lezen"):
        read_document(path)


def test_a_name_that_no_file_can_have_is_no_crash() -> None:
    with pytest.raises(InputError):
        read_document(Path("a\0b.yaml"))


def test_a_file_is_read_under_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read_document(path).path == str(path)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_bytes(b"a: " + b"x" * MAX_BYTES)
    with pytest.raises(InputError, match="groter dan 2 MB"):
        read_document(path)


@both_parsers
@pytest.mark.parametrize("nested", [b"[", b"{a: ", b"- ", b"? "])
def test_a_hundred_thousand_levels_are_refused_at_once(nested: bytes, pure: bool) -> None:
    start = time.monotonic()
    assert any("50 niveaus" in problem.message for problem in problems_in(nested * 100_000, pure=pure))
    assert time.monotonic() - start < 5


@both_parsers
def test_fifty_levels_are_read_and_one_more_is_not(pure: bool) -> None:
    parse_document(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, "f", pure=pure)
    problems_in(b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), pure=pure)


def test_many_control_characters_are_no_text() -> None:
    (problem,) = problems_in(b"\x01" * 100)
    assert "geen tekstbestand" in problem.message


def test_a_hopeless_file_does_not_flood_the_screen() -> None:
    *told, rest = problems_in(b"a: 1\n" * 100_000)
    assert len(told) == MOST_PROBLEMS
    assert (rest.message, rest.more) == ("En nog 98.999 meldingen, die hier niet staan.", 98_999)


ENGLISH = ("expected", "found", "while", "could not", "token", "scalar", "mapping values", "block")


@both_parsers
@pytest.mark.parametrize(
    "raw",
    [
        b"a: \"\\xZZ\"\n", b"a: \"\\UFFFFFFFF\"\n", b"a: \"\\ud800\"\n", b"a: |0\n x\n", b"a: |\n\tx\n",
        b"a: |\n   x\n  y\nb: 1\n", b"a: !<x\n", b"a: !x!y z\n", b"a: , b\n", b"a: ]\n", b"? a\nb\n",
        b"\"a\n b\": 1\n", b"a" * 1100 + b": 1\n", b"a: 'x\n---\nb'\n", b"a: 1\nb: 2\n c: 3\n", b"a: [", b"a: {",
        b"a: ['x' 'y']\n", b"a:\n  b: 1\n c: 2\n", b"a: &\n", b"a: *\n", b"*a : b\n", b"a: [b, c: d: e]\n",
    ],
)  # fmt: skip
def test_every_mistake_is_told_in_dutch(raw: bytes, pure: bool) -> None:
    for problem in problems_in(raw, pure=pure):
        assert problem.line
        assert not any(word in str(problem).replace("blok", "") for word in ENGLISH), str(problem)


def test_an_error_that_nobody_knows_is_still_told_in_dutch_at_its_place() -> None:
    mark = yaml.Mark("f", 3, 0, 3, None, 0)
    error = yaml.MarkedYAMLError(problem="something new", problem_mark=mark)
    line, column, message, hint = explain_error(error, ReadingState("a: b", None, None))
    assert (line, column) == (1, 4)
    assert "niet te lezen" in message
    assert "something" not in hint


def either_way(raw: bytes) -> None:
    results = []
    for pure in (False, True):
        try:
            results.append(parse_document(raw, "naam.yaml", pure=pure).data)
        except InputError as error:
            assert error.problems
            assert all(str(problem).startswith("naam.yaml:") for problem in error.problems)
            assert all(len(str(problem).splitlines()) == 1 for problem in error.problems)


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b'a: "\\UFFFFFFFF"')
def test_any_bytes_are_read_or_refused_line_by_line(raw: bytes) -> None:
    either_way(raw)


@given(st.text(alphabet="ab1'\"\\[]{}:,-?*&!|>%@`#~ \t\n\r.<=é\x85\u2028\ufeff", max_size=60))
def test_any_jumble_of_signs_is_read_or_refused_line_by_line(text: str) -> None:
    either_way(text.encode())


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=20)
nested = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts.filter(bool), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(texts.filter(bool), nested, min_size=1, max_size=4), st.booleans(), st.booleans())
@example({"\xad«": None}, False, False)
@example({'\xad"x': "\xa0[y]"}, False, False)
@example({'\xad"x': "\xa0[y]"}, True, True)
def test_what_was_written_is_read_back_with_a_place_for_everything(data: object, flow: bool, pure: bool) -> None:
    raw = yaml.dump(data, Dumper=Dumper, allow_unicode=True, default_flow_style=flow, width=10_000).encode()
    if b"&id" in raw or b"? " in raw:
        return
    document = parse_document(raw, "f", pure=pure)
    assert document.data == data

    def walk(value: object, loc: tuple[str | int, ...]) -> None:
        assert document.holds(loc)
        place = document.locate(loc)
        assert place.line >= 1
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, inner in items:
            walk(inner, (*loc, step))

    walk(document.data, ())
