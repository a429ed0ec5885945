"""libyaml and the parser in pure Python, which a browser has, read the same in whatever people type between braces."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from poolwijzer.problems import InputError
from poolwijzer.yamlfile import parse_document

# What stands in files that people write by hand. Tags, anchors and blocks are refused anyhow.
PIECES = ("a", "Hoe past dit", "0", "é", " ", ": ", ":", ", ", ",", "?", "? ", "(", ")", "-", "- ", ". ", "%", "'", '"')
GROUPS = st.lists(st.sampled_from([*PIECES, "{b: ", "}", "[", "]", "\n    ", " # "]), max_size=8).map("".join)

KEY_OF_NOTHING = re.compile(r"[\[{,]\s*\?")
"""A question mark in front is a sign of YAML's own, and where nothing follows they differ on whether it may."""


def outcome(text: str, *, pure: bool) -> object:
    try:
        document = parse_document(text.encode(), "f.yaml", pure=pure)
    except InputError:
        return "refused"
    return document.data


@given(GROUPS)
@example("b: Hoe past dit bij ons?")
@example("b: wie? en (wat?), c: 1")
@example("b:")
@example("b:?")
def test_what_one_reads_the_other_reads_and_what_one_refuses_the_other_refuses(inside: str) -> None:
    text = f"a: {{{inside}}}\n"
    assume(not KEY_OF_NOTHING.search(text))
    assert outcome(text, pure=True) == outcome(text, pure=False)


@pytest.mark.parametrize("text", ["a: {b: }\n", "a: {b: , c: 1}\n", "a: {b:\n  }\n"])
def test_where_nothing_stands_both_point_at_what_follows(text: str) -> None:
    spots = [parse_document(text.encode(), "f.yaml", pure=pure).locate(("a", "b")) for pure in (True, False)]
    assert spots[0] == spots[1]
