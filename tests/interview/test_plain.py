from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.content import Content
from poolwijzer.interview.plain import HELP, PlainPresenter, _in_rows

WORDS = st.lists(st.text("abcxyz-,.;", min_size=1, max_size=30), max_size=20)


def test_line_by_line_no_word_is_broken_at_the_end_of_a_row(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    PlainPresenter(content).say(f"  {HELP}")
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) > 1 and all(len(row) <= 60 and row.startswith("  ") for row in rows)
    assert " ".join(map(str.strip, rows)) == HELP


@given(words=WORDS, indent=st.integers(0, 8), width=st.integers(1, 120))
def test_in_rows_of_any_width_every_word_is_there_and_whole(words: list[str], indent: int, width: int) -> None:
    line = " " * indent + " ".join(words)
    rows = _in_rows(line, width).split("\n")
    assert " ".join(rows).split() == words
    assert all(len(row) <= width or len(row.split()) <= 1 for row in rows)
