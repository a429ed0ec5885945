"""Menus with a mistake: each folder in files/menus/bad is a case, laid over the small menus.

Its `expected.txt` has one line a problem, in order: `file:line:column words | words`, or `file words` for a problem
of the file as a whole. A new case is a new folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from poolwijzer.content.read import load_menus
from poolwijzer.problems import InputError
from tests.roots import SMALL_MENUS, TESTS

BAD = TESTS / "files" / "menus" / "bad"
CASES = sorted(path for path in BAD.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_a_mistake_in_the_menus_is_told_at_its_place_with_words_that_help(case: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_menus(case, SMALL_MENUS)
    told = [str(problem).replace(str(case), "").replace("\\", "/").lstrip("/") for problem in caught.value.problems]
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert len(told) == len(expected), told
    for line, problem in zip(expected, told, strict=True):
        place, _, words = line.partition(" ")
        assert problem.startswith(f"{place}: "), problem
        for word in words.split(" | "):
            assert word in problem


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
