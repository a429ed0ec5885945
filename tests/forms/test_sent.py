"""The text in which answers come back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.forms.sent import find_blocks, write_block

PREFIXES = ("", "> ", ">> ", "\t", "   | ")


@given(st.binary(min_size=1), st.sampled_from(PREFIXES), st.sampled_from(("\n", "\r\n", " \n")))
def test_what_a_mail_program_does_to_its_lines_changes_nothing(data: bytes, prefix: str, end: str) -> None:
    text = "".join(f"{prefix}{line}{end}" for line in ["Dag allemaal", *write_block(data).splitlines(), "Groet"])
    assert [block.data for block in find_blocks(text)] == [data]


@given(st.binary(min_size=1), st.binary(min_size=1))
def test_of_several_blocks_each_is_found_and_a_damaged_one_is_none(one: bytes, other: bytes) -> None:
    first, second = write_block(one), write_block(other)
    assert [block.data for block in find_blocks(first + second)] == [one, other]
    cut = first[: first.index("----- EINDE")]
    assert [block.data for block in find_blocks(cut + second)] == [None, other]


def test_a_text_full_of_beginnings_is_read_in_one_pass() -> None:
    # From each beginning to the end of the text would take hours.
    found = find_blocks("BEGIN POOLWIJZER 1 00000000\n" * 80_000 + "EINDE POOLWIJZER")
    assert [block.data for block in found] == [None] * 80_000
