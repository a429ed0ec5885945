"""Checking menus: every folder in files/menus/bad and files/menus/bad-on-check is a case, and so is each in good.

Each lies over the small menus, which have no mistakes themselves. What stands in `bad` cannot be used at all; what
stands in `bad-on-check` can, and only a check tells of it. The lines
of `expected.txt` are those of tests/content/test_bad_menus.py. A new case is a new folder.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.content.read import load_menus
from poolwijzer.menucard.checks.menu_check import check_menus
from tests.roots import SMALL_MENUS, TESTS

MENUS = TESTS / "files" / "menus"
TODAY = date(2026, 11, 1)


def folders(kind: str) -> list[Path]:
    return sorted(path for path in (MENUS / kind).iterdir() if path.is_dir())


@pytest.mark.parametrize("case", [*folders("bad"), *folders("bad-on-check")], ids=lambda path: path.name)
def test_a_mistake_is_told_once_at_its_place_with_words_that_help(case: Path) -> None:
    found = check_menus(case, TODAY, SMALL_MENUS)
    lines = [str(problem) for problem in found.problems]
    lines += [str(remark).replace(": ", ": Opmerking: ", 1) for remark in found.remarks]
    told = [line.replace(str(case), "").replace("\\", "/").lstrip("/") for line in lines]
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert len(told) == len(expected), told
    for line, problem in zip(expected, told, strict=True):
        place, _, words = line.partition(" ")
        assert f"{place}: " in problem, problem
        for word in words.split(" | "):
            assert word in problem, problem


@pytest.mark.parametrize("case", folders("bad-on-check"), ids=lambda path: path.name)
def test_what_only_a_check_tells_does_not_keep_menus_from_being_used(case: Path) -> None:
    if not any(word in case.name for word in ("tegelijk", "kapot")):
        load_menus(case, SMALL_MENUS)


@pytest.mark.parametrize("case", folders("good"), ids=lambda path: path.name)
def test_menus_without_a_mistake_have_nothing_told_of_them(case: Path) -> None:
    load_menus(case, SMALL_MENUS)
    found = check_menus(case, TODAY, SMALL_MENUS)
    assert (found.problems, found.remarks) == ((), ())


def test_another_typology_altogether_has_no_mistakes_and_its_own_words_in_its_remarks() -> None:
    found = check_menus(MENUS / "other-typology", TODAY)
    assert found.problems == ()
    assert {remark.message for remark in found.remarks} == {
        f"Geen regel kijkt naar de stelling '{name}'." for name in ("u1", "u2", "d1", "d2")
    }


def test_the_small_menus_have_nothing_told_of_them() -> None:
    found = check_menus(None, TODAY, SMALL_MENUS)
    assert (found.problems, found.remarks) == ((), ())


def test_the_shipped_menus_have_no_mistakes() -> None:
    assert check_menus(None, TODAY).problems == ()


def test_in_the_shipped_menus_every_place_sums_to_the_number_of_options(tmp_path: Path) -> None:
    shutil.copytree(SMALL_MENUS, tmp_path / "menus")
    path = tmp_path / "menus" / "componenten" / "vorm.yaml"
    text = path.read_text(encoding="utf-8")
    assert "trekker-zoeken: 2" in text
    path.write_text(text.replace("trekker-zoeken: 2", "trekker-zoeken: 1"), encoding="utf-8")
    found = check_menus(None, TODAY, tmp_path / "menus")
    assert found.remarks == ()
    assert [problem.message for problem in found.problems] == [
        "De plekken tellen hier op tot 2, 2, 2 en 1, er zijn 2 opties."
    ]
    assert found.problems[0].line and "neemt zij van een andere" in found.problems[0].hint


def test_there_are_cases() -> None:
    assert (len(folders("bad")) >= 45, len(folders("bad-on-check")) >= 25, len(folders("good")) >= 5) == (True,) * 3


def test_a_remark_is_only_made_of_the_own_files(tmp_path: Path) -> None:
    (tmp_path / "typologie.yaml").write_text("version: eigen\n", encoding="utf-8")
    assert check_menus(None, date(2099, 1, 1)).remarks
    assert check_menus(tmp_path, date(2099, 1, 1)).remarks == ()


def test_a_file_that_does_not_fit_as_a_whole_hides_no_mistake_in_another(tmp_path: Path) -> None:
    (tmp_path / "bronnen.yaml").write_text("- s1\n", encoding="utf-8")
    (tmp_path / "vragen.yaml").write_text("statements: {m4: {facet: inzt}}\n", encoding="utf-8")
    told = [problem.message for problem in check_menus(tmp_path, TODAY, SMALL_MENUS).problems]
    assert told == ["Hier hoort een groep van namen en waarden.", "Het facet 'inzt' bestaat niet."]


def test_mentions_of_what_does_not_fit_are_no_mistakes_of_their_own(tmp_path: Path) -> None:
    text = "statements: {m3: {weight: nul}}\ncontext: {fase: {kind: keuze}}\nmaps: {rijpheid: {from: 3 4}}\n"
    (tmp_path / "vragen.yaml").write_text(text, encoding="utf-8")
    assert len(check_menus(tmp_path, TODAY, SMALL_MENUS).problems) == 3
