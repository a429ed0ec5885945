"""Whether the bytes of a group's file are all of it."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment, Highlights
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.workshop.whole import END, is_whole, look_at
from tests.workshop.a_room import files


@cache
def _saved() -> tuple[Content, Assessment, bytes]:
    """A file in which answers end in three points, as people write."""
    content = load_menus(None)
    points = Highlights(course="En toen ...", striking="...", eye_opener="Eerst dit\n...\nen dan dat ...")
    assessment = files(content)["groep-1"].model_copy(update={"highlights": points})
    raw = dump_assessment(assessment) + END
    return content, parse_assessment(raw, "x", content).assessment, raw


@given(st.integers(0, 10**6))
def test_of_every_part_of_a_file_only_the_whole_is_taken(cut: int) -> None:
    content, assessment, raw = _saved()
    part = raw[: cut % len(raw)]
    assert not is_whole(part) or parse_assessment(part, "x", content).assessment == assessment


def test_of_no_line_of_a_file_the_end_is_taken_for_the_end_of_all() -> None:
    raw = _saved()[2]
    lines = raw.splitlines(keepends=True)
    for number in range(len(lines)):
        assert not is_whole(b"".join(lines[:number]).rstrip(b"\n")), lines[number - 1]
    assert is_whole(raw)


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"a: b\n...\n", "marked"),
        (b"a: b\r\n...\r\n", "marked"),
        (b"a: b\n...", "marked"),
        (b"a: b\n... # klaar\n\n# van ons\n", "marked"),
        ("a: b\n...\n".encode("utf-16"), "marked"),
        (b"a: b\n", "unmarked"),
        (b"a: b", "broken"),
        (b"a: dan ...", "broken"),
        (b"a: dan\n  ...\n", "unmarked"),
        (b"", "broken"),
        (b"...\n", "broken"),
        (b"\n \n", "broken"),
        (b"a: b\n...\nd: e\n...\n", "broken"),
        (b"a: b\n...\n: e\n", "broken"),
        ("a: é".encode()[:-1], "broken"),
        (b"a: b\n...\n\0\0\0", "emptied"),
        (b"\0" * 40, "emptied"),
    ],
)
def test_what_the_bytes_of_a_file_show_of_its_end(data: bytes, look: str) -> None:
    assert look_at(data) == look
