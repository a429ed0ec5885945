"""A folder of one's own that was made before the shipped menus changed: it loads, and says what went where."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from poolwijzer.api import advise
from poolwijzer.assessment.earlier_menus import find_change
from poolwijzer.assessment.model import Assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.read import load_menus
from poolwijzer.menucard.checks.menu_check import check_menus
from tests.roots import TESTS

Make = Callable[..., Assessment]

OLDER = TESTS / "files" / "menus" / "older"
ON = date(2026, 11, 1)
GONE = [
    "De stelling 'm5' wordt niet meer gevraagd. De regel leest nu 'd2'.",
    "De stelling 'm9' wordt niet meer gevraagd. De regel leest alleen nog antwoorden van vroeger.",
    "De stelling 'm1' telt niet meer mee voor de plek. Zij staat nu bij 'Wat al vastligt'.",
    "De stelling 'm4' telt niet meer mee voor de plek. Zij staat nu bij 'Wat al vastligt'.",
    "De stelling 'm5' wordt niet meer gevraagd. Wat hier staat, telt niet mee.",
    "De stelling 'm9' wordt niet meer gevraagd. Wat hier staat, telt niet mee.",
    "De stelling 'm10' wordt niet meer gevraagd. Wat hier staat, telt niet mee.",
    "De stelling 'b3' telt niet meer mee voor de plek. Zij staat nu bij 'Wat al vastligt'.",
    "De stelling 'b4' telt niet meer mee voor de plek. Zij staat nu bij 'Wat al vastligt'.",
    "De stelling 'b5' wordt nu ook aan gemeenten gevraagd. Hier niet.",
    "De stelling 'b10' wordt niet meer gevraagd. Wat hier staat, telt niet mee.",
]


@pytest.fixture(scope="module")
def older() -> Content:
    return load_menus(OLDER)


def test_a_whole_folder_of_before_loads_with_a_remark_for_each_thing_that_moved(older: Content) -> None:
    told = [remark.message for remark in older.remarks if not remark.message.startswith("De bron ")]
    assert told == GONE
    assert len(told) < len(older.remarks)
    assert all(remark.hint for remark in older.remarks)


def test_what_no_longer_counts_does_not_count_in_it_either(older: Content, content: Content) -> None:
    assert older.statements.keys() == content.statements.keys()
    assert older.scored == content.scored


def test_its_rules_on_what_is_asked_no_more_read_what_took_its_place(older: Content, assessment_of: Make) -> None:
    def raised(**answers: int) -> bool:
        found = advise(assessment_of(answers=answers), older, ON).signals
        return "secretarissen-eerst" in {signal.signal for signal in found}

    assert raised(d2=2)
    assert raised(m5=2)
    assert not raised(d2=4, m5=2)
    assert not raised(m5=2, m9=4)


def test_menu_check_tells_the_same_as_remarks_and_finds_no_mistake(older: Content) -> None:
    found = check_menus(OLDER, ON)
    assert [str(problem) for problem in found.problems] == []
    assert set(older.remarks) <= set(found.remarks)


def test_on_the_command_line_the_remarks_come_with_the_advice(tmp_path: Path) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text("poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {m2: 4}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["advise", str(file), "--menus", str(OLDER), "--date", "2026-11-01"])
    assert result.exit_code == 0
    assert "vragen.yaml" in result.stderr
    assert "Zij staat nu bij 'Wat al vastligt'." in result.stderr


def test_a_file_made_with_menus_that_still_call_themselves_older_is_not_old(
    older: Content, assessment_of: Make
) -> None:
    made = {"menus": {"version": older.version, "hash": older.hash}}
    assert find_change(assessment_of(answers={"m2": 4, "m16": 4}, **made), older) is None


@pytest.mark.parametrize(
    ("statement", "word"),
    [
        ("{axis: motivatie, facet: inzet}", "Het onderwerp 'inzet' heet nu 'geven'."),
        (
            "{axis: motivatie, facet: wil, asked_of: [gemeente], evidence: brief, joint: {text: Wij., scale: aantal}}",
            "De stelling 'm11' kwam er in een nieuwe versie bij. Wat hier staat, gaat over haar heen.",
        ),
    ],
)
def test_an_own_statement_that_meets_a_new_one_is_remarked(tmp_path: Path, statement: str, word: str) -> None:
    (tmp_path / "vragen.yaml").write_text(f"statements:\n  m11: {statement}\n", encoding="utf-8")
    assert [remark.message for remark in load_menus(tmp_path).remarks] == [word]


def test_a_statement_that_is_asked_no_more_is_never_asked_again_under_its_old_id(content: Content) -> None:
    assert not content.statements.keys() & content.retired.keys()


def test_a_copy_of_the_menus_of_now_gets_no_remark() -> None:
    assert load_menus(find_shipped_menus()).remarks == ()
