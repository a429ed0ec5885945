"""`poolwijzer form`: a form for others, as a user asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import Result

from tests.roots import ROOT

Run = Callable[..., Result]
RIVIERLAND = ROOT / "examples" / "voorbeeldregio-rivierland.yaml"
PROMISED = ("--organisation", "Regiobureau Rivierland", "--delete-on", "2027-03-01")
ON = ("--date", "2026-11-30")


def own(folder: Path, **parts: object) -> Path:
    """The example with other parts; what is None is left out."""
    whole = {**yaml.safe_load(RIVIERLAND.read_text(encoding="utf-8")), **parts}
    path = folder / "eigen.yaml"
    path.write_text(yaml.safe_dump({name: part for name, part in whole.items() if part is not None}), encoding="utf-8")
    return path


def test_it_writes_a_page_that_holds_none_of_the_answers(run: Run, tmp_path: Path) -> None:
    to, bare = tmp_path / "vragenlijst.html", tmp_path / "leeg.html"
    result = run("form", RIVIERLAND, "-o", to, *PROMISED, *ON)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Geschreven: {to}\n")
    empty = own(tmp_path, answers=None, responses=None, choices=None, key_question=None, highlights=None, needs=None)
    assert run("form", empty, "-o", bare, *PROMISED, *ON).exit_code == 0
    assert to.read_bytes() == bare.read_bytes()
    text = to.read_text(encoding="utf-8")
    assert "Regiobureau Rivierland gebruikt de antwoorden" in text and "op 1 maart 2027." in text


def test_without_who_until_when_and_where_it_says_all_of_it(run: Run) -> None:
    result = run("form", RIVIERLAND, *ON)
    where, who, until = result.stderr.splitlines()
    assert result.exit_code == 2 and result.stdout == ""
    assert where.startswith("-o: ") and "zoals -o vragenlijst.html" in where
    assert who.startswith("--organisation: ") and '--organisation "Gemeente Assen"' in who
    assert until.startswith("--delete-on: ") and "--delete-on 2027-01-31" in until


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-30", "Deze dag ligt niet na 30 november 2026."),
        ("2020-01-01", "Kies een latere dag."),
        ("1-3-2027", "'1-3-2027' is geen datum."),
    ],
)
def test_the_day_of_deletion_comes_after_today(day: str, words: str, run: Run, tmp_path: Path) -> None:
    to = tmp_path / "vragenlijst.html"
    result = run("form", RIVIERLAND, "-o", to, "--organisation", "Regio", "--delete-on", day, *ON)
    assert result.exit_code == 2 and words in result.stderr and not to.exists()


def test_a_blank_name_is_none(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "vragenlijst.html"
    result = run("form", RIVIERLAND, "-o", to, "--organisation", "  ", "--delete-on", "2027-03-01", *ON)
    assert result.exit_code == 2 and result.stderr.startswith("--organisation: ")


def test_the_body_gets_its_own_form_and_is_refused_where_there_is_none(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "verband.html"
    assert run("form", RIVIERLAND, "-o", to, "--for", "verband", *PROMISED, *ON).exit_code == 0
    assert "Onze organisatie heeft dit thema" in to.read_text(encoding="utf-8")
    without = own(tmp_path, context={"verband": {"kind": "geen"}}, responses=None)
    result = run("form", without, "-o", tmp_path / "geen.html", "--for", "verband", *PROMISED, *ON)
    assert result.exit_code == 2 and "dit initiatief heeft er geen" in result.stderr
    assert not (tmp_path / "geen.html").exists()


def test_what_the_file_does_not_name_is_typed_by_who_answers_and_said(run: Run, tmp_path: Path) -> None:
    file = own(tmp_path, initiative={"id": "proef", "name": "Proef"}, context=None, responses=None)
    for of, words in (
        ("gemeente", "ontbreken de gemeenten"),
        ("verband", "ontbreekt de naam van de bestaande samenwerking"),
    ):
        to = tmp_path / f"{of}.html"
        result = run("form", file, "-o", to, "--for", of, *PROMISED, *ON)
        assert result.exit_code == 0 and words in result.stderr
        assert '<input type="text" id="organisatie"' in to.read_text(encoding="utf-8")


def test_the_whole_list_can_be_asked(run: Run, tmp_path: Path) -> None:
    short, whole = tmp_path / "kort.html", tmp_path / "volledig.html"
    assert run("form", RIVIERLAND, "-o", short, *PROMISED, *ON).exit_code == 0
    assert run("form", RIVIERLAND, "-o", whole, "--questions", "volledig", *PROMISED, *ON).exit_code == 0
    counts = [path.read_text(encoding="utf-8").count('class="stelling"') for path in (short, whole)]
    assert counts[0] == 10 < counts[1]


def test_a_file_that_is_there_stays_without_force(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "vragenlijst.html"
    to.write_text("al hier", encoding="utf-8")
    result = run("form", RIVIERLAND, "-o", to, *PROMISED, *ON)
    assert result.exit_code == 2 and "Dit bestand bestaat al." in result.stderr
    assert to.read_text(encoding="utf-8") == "al hier"
    assert run("form", RIVIERLAND, "-o", to, "--force", *PROMISED, *ON).exit_code == 0
    result = run("form", RIVIERLAND, "-o", RIVIERLAND, "--force", *PROMISED, *ON)
    assert result.exit_code == 2


def test_other_kinds_are_refused_with_those_there_are(run: Run, tmp_path: Path) -> None:
    result = run("form", RIVIERLAND, "-o", tmp_path / "vragenlijst.zip", *PROMISED, *ON)
    assert result.exit_code == 2 and ".html" in result.stderr


def test_it_goes_to_stdout_alone_where_that_is_asked_for(run: Run) -> None:
    result = run("form", RIVIERLAND, "-o", "-", "--as", "html", *PROMISED, *ON)
    assert result.exit_code == 0 and result.stdout_bytes.startswith(b"<!DOCTYPE html>") and result.stderr == ""


def test_its_colours_come_from_a_house_style(run: Run, tmp_path: Path) -> None:
    style, to = tmp_path / "stijl.yaml", tmp_path / "vragenlijst.html"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    assert run("form", RIVIERLAND, "-o", to, "--style", style, *PROMISED, *ON).exit_code == 0
    assert "--accent: #7a0019" in to.read_text(encoding="utf-8")
