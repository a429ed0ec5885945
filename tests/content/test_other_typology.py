"""What the advice says is in the menus: other menus give other advice, without a change in code."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.api import advise
from poolwijzer.assessment.model import Assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.content.folders import find_shipped_menus
from poolwijzer.content.read import load_menus
from poolwijzer.engine.placement import place
from poolwijzer.engine.results import Placement
from tests.roots import TESTS

OTHER = TESTS / "files" / "menus" / "other-typology"
TODAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def other() -> Content:
    return load_menus(OTHER)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def advised(file: Path, menus: Path) -> dict[str, Any]:
    result = run("advise", file, "--menus", menus, "--date", TODAY, "--json")
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


@pytest.mark.parametrize(
    ("answers", "urgency", "support", "quadrants"),
    [
        ({"u1": 7, "u2": 1, "d1": 7, "d2": 7}, 7, 7, ("meteen-doen",)),
        ({"u1": 1, "u2": 7, "d1": 1, "d2": 1}, 1, 1, ("afwachten",)),
        ({"u1": 6, "u2": 3, "d1": 1, "d2": 3}, Fraction(11, 2), Fraction(5, 2), ("overtuigen",)),
        ({"u1": 5, "u2": 3, "d1": 7, "d2": 6}, 5, Fraction(25, 4), ("meteen-doen", "rustig-bouwen")),
        ({"u1": 4, "u2": 4, "d1": 4, "d2": 4}, 4, 4, ("meteen-doen", "overtuigen", "rustig-bouwen", "afwachten")),
    ],
)
def test_another_scale_other_axes_and_other_weights_place_by_their_own_numbers(
    other: Content,
    assessment_of: Callable[..., Assessment],
    answers: dict[str, int],
    urgency: Fraction,
    support: Fraction,
    quadrants: tuple[str, ...],
) -> None:
    placement = place(assessment_of(answers=answers), other)
    assert (placement.axes["urgentie"].score, placement.axes["draagvlak"].score) == (urgency, support)
    assert set(placement.in_play) == set(quadrants)
    assert placement.status == "definitief"
    exactly_between = len(quadrants) == 4
    assert (placement.nearest is None) == exactly_between


def test_what_was_not_answered_runs_to_the_ends_of_the_other_scale(
    other: Content, assessment_of: Callable[..., Assessment]
) -> None:
    axis = place(assessment_of(answers={"d2": 7}), other).axes["draagvlak"]
    assert [axis.low, axis.score, axis.high] == [Fraction(11, 2), Fraction(7), Fraction(7)]


def test_the_advice_speaks_with_the_words_of_the_other_menus(
    other: Content, assessment_of: Callable[..., Assessment]
) -> None:
    def verdicts(u1: int, **context: str) -> dict[str, str]:
        assessment = assessment_of(answers={"u1": u1, "u2": 2, "d1": 7, "d2": 7}, context=context)
        advice = advise(assessment, other, TODAY)
        assert advice.key_questions == {"meteen-doen": "Wat doen wij morgen?"}
        assert [step.what for step in advice.steps] == ["Begin.", "Ga door.", "Maak het af."]
        assert advice.menu_first
        (card,) = advice.components
        return {option.option: option.verdict for option in card.options}

    # The urgency is 5,5 or 6,5 and speaks for a sprint from 6 on; the place speaks for a sprint and against the rest.
    assert verdicts(5) == {"sprint": "kan", "leerkring": "kan"}
    assert verdicts(7) == {"sprint": "past-goed", "leerkring": "kan"}
    assert verdicts(7, tempo="langzaam") == {"sprint": "kan", "leerkring": "kan"}


FILE = """\
poolwijzer: 1
initiative: {id: proef, name: Proef, municipalities: [Assen, Emmen]}
context: {tempo: langzaam}
answers: {u1: 5, u2: 2, d1: 2, d2: 2}
choices: {werkwijze: {options: [sprint]}}
"""


def test_the_command_line_works_with_another_typology(tmp_path: Path) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text(FILE, encoding="utf-8")
    data = advised(file, OTHER)
    assert data["placement"]["in_play"] == ["overtuigen"]
    assert set(data["placement"]["axes"]) == {"urgentie", "draagvlak"}
    for depth in ("kort", "gewoon"):
        for extra in ((), ("--explain",)):
            shown = run("advise", file, "--menus", OTHER, "--date", TODAY, "--depth", depth, *extra)
            assert shown.exit_code == 0, shown.stderr
            assert "Overtuigen" in shown.stdout and "Wie moet overtuigd worden?" in shown.stdout
            assert "Motivatie" not in shown.stdout and "Betrokkenheid" not in shown.stdout
    written = run("advise", file, "--menus", OTHER, "--date", TODAY, "-o", tmp_path / "uit.md")
    assert written.exit_code == 0, written.stderr
    assert "Gemaakt voor een test." in (tmp_path / "uit.md").read_text(encoding="utf-8")


def test_the_scale_of_the_other_typology_is_the_one_that_a_file_is_held_against(tmp_path: Path) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text(FILE.replace("u1: 5", "u1: 8"), encoding="utf-8")
    result = run("advise", file, "--menus", OTHER, "--date", TODAY)
    assert result.exit_code == 2
    assert f"{file}:4:15: Het antwoord '8' kan niet. Geef een heel getal van 1 tot en met 7." in result.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "menus"
    shutil.copytree(find_shipped_menus(), path)
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def placed(copy: Path, assessment: Assessment) -> Placement:
    return place(assessment, load_menus(copy))


SHORT = {"m16": 4, "m2": 4, "m3": 4, "m6": 2, "m12": 3, "b2": 4, "b11": 4, "b12": 4, "b6": 2, "b9": 4}


def test_other_bounds_change_the_place(copy: Path, content: Content, assessment_of: Callable[..., Assessment]) -> None:
    assessment = assessment_of(answers=SHORT)
    assert place(assessment, content).in_play == ("samen-inrichten",)
    change(copy / "typologie.yaml", "high_above: 3.5", "high_above: 3.9")
    assert set(placed(copy, assessment).in_play) == {"samen-inrichten", "behoeften-ophalen"}


def test_another_weight_changes_the_score(
    copy: Path, content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    assessment = assessment_of(answers=SHORT)
    assert place(assessment, content).axes["motivatie"].score == Fraction(19, 5)
    change(copy / "vragen.yaml", "  m12:\n    axis: motivatie", "  m12:\n    weight: 3\n    axis: motivatie")
    assert placed(copy, assessment).axes["motivatie"].score == Fraction(25, 7)


def test_another_coverage_changes_how_sure_it_is(
    copy: Path, content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    assessment = assessment_of(answers={"m16": 4, "m2": 4, "m3": 4, "b2": 4, "b11": 4, "b6": 2})
    assert place(assessment, content).status == "voorlopig"
    change(copy / "typologie.yaml", "definitive: 2/3", "definitive: 3/5")
    assert placed(copy, assessment).status == "definitief"


def test_a_statement_that_is_reversed_counts_the_other_way(
    copy: Path, content: Content, assessment_of: Callable[..., Assessment]
) -> None:
    assessment = assessment_of(answers=SHORT)
    change(copy / "vragen.yaml", "  m16:\n    axis: motivatie", "  m16:\n    reversed: true\n    axis: motivatie")
    assert placed(copy, assessment).axes["motivatie"].score == Fraction(17, 5)


@pytest.mark.slow
def test_changed_texts_fits_and_rules_change_the_advice(copy: Path, examples: Path, content: Content) -> None:
    drenthe = examples / "flexteam-drenthe.yaml"
    before = run("advise", drenthe, "--date", TODAY, "--depth", "gewoon").stdout
    key_question = content.typology.quadrants["samen-inrichten"].plain_question
    assert key_question.split()[0] in before
    change(copy / "typologie.yaml", key_question, "Hoe maken wij er samen iets van?")
    change(
        copy / "componenten" / "vorm.yaml",
        "fit: {samen-inrichten: 2, gemeenten-aan-zet: 0, behoeften-ophalen: 2, trekker-zoeken: 1}",
        "fit: {samen-inrichten: 0, gemeenten-aan-zet: 0, behoeften-ophalen: 2, trekker-zoeken: 1}",
    )
    after = advised(drenthe, copy)
    assert after["advice"]["plain_questions"] == {"samen-inrichten": "Hoe maken wij er samen iets van?"}
    (vorm,) = [card for card in after["advice"]["components"] if card["component"] == "vorm"]
    host = next(option for option in vorm["options"] if option["option"] == "bij-provincie")
    assert host["place_effect"] == -0.5
    assert after["menus"]["hash"] != content.hash


@pytest.mark.parametrize(
    "extra",
    [
        ("--json",),
        pytest.param((), marks=pytest.mark.slow),
        pytest.param(("--explain", "--depth", "gewoon"), marks=pytest.mark.slow),
    ],
)
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("vragen.yaml", "statements: {m3: {hide: true}, b1: {hide: true}}"),
        (
            "vragen.yaml",
            "context: {fase: {hide: true}, verband: {hide: true}, gastheer: {hide: true}, geld: {hide: true}}",
        ),
        ("componenten/vorm.yaml", "hide: true"),
        ("componenten/verdeling.yaml", "options: {strippenkaart: {hide: true}}"),
        ("praktijk/flexteam-drenthe.yaml", "hide: true"),
        ("bronnen.yaml", "sources: {s1: {hide: true}, s2: {hide: true}}"),
        ("aandachtspunten.yaml", "signals: {tijd: {hide: true}}"),
    ],
)
def test_an_initiative_can_be_advised_with_parts_of_the_menus_hidden(
    tmp_path: Path, file: str, text: str, extra: tuple[str, ...]
) -> None:
    path = tmp_path / "menus" / file
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    initiative = tmp_path / "proef.yaml"
    initiative.write_text(
        "poolwijzer: 1\ninitiative: {id: proef, name: Proef, municipalities: [Assen, Emmen, Meppel]}\n"
        "answers: {m16: 2, m2: 4, m6: 2, m12: 3, b2: 4, b11: 2, b12: 4, b6: 2, b9: 4}\n"
        "context: {soort: beide, looptijd: 2}\nchoices: {financiering: {options: [provincie-direct]}}\n",
        encoding="utf-8",
    )
    result = run("advise", initiative, "--menus", tmp_path / "menus", "--date", TODAY, *extra)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
