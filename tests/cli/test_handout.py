"""`poolwijzer handout`: the sheets for the table, as a user asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import Result

from poolwijzer import Handout, load, make_handout, make_report, save
from poolwijzer.problems import InputError
from tests.formats.pdf.reading import told
from tests.roots import ROOT

Run = Callable[..., Result]
ON = ("--date", "2026-11-28")
DRENTHE = ROOT / "examples" / "flexteam-drenthe.yaml"


def test_without_a_file_it_makes_general_sheets_on_a3(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "werkblad.pdf"
    result = run("handout", "-o", to, *ON)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"Geschreven: {to}\n"
    assert "(A3)" in told(to.read_bytes(), "pdfinfo")
    assert "De provincie of regio heeft dit thema" in told(to.read_bytes(), "pdftotext").replace("\n", " ")


def test_with_a_file_they_are_of_that_initiative_and_hold_none_of_its_answers(run: Run, tmp_path: Path) -> None:
    to, bare, file = tmp_path / "werkblad.pdf", tmp_path / "leeg.pdf", tmp_path / "leeg.yaml"
    assert run("handout", DRENTHE, "-o", to, "--paper", "a4", *ON).exit_code == 0
    said = told(to.read_bytes(), "pdftotext").replace("\n", " ")
    assert "Flexteam Warmtetransitie Drenthe" in said
    assert "De provincie Drenthe heeft dit thema" in said
    assert "(A4)" in told(to.read_bytes(), "pdfinfo")
    whole = yaml.safe_load(DRENTHE.read_text(encoding="utf-8"))
    kept = {name: whole[name] for name in ("poolwijzer", "initiative", "context")}
    assert {"answers", "choices"} < whole.keys() - kept.keys()
    file.write_text(yaml.safe_dump(kept), encoding="utf-8")
    assert run("handout", file, "-o", bare, "--paper", "a4", *ON).exit_code == 0
    assert bare.read_bytes() == to.read_bytes()


def test_both_formats_are_written_at_once_in_a_house_style(run: Run, tmp_path: Path) -> None:
    style, names = tmp_path / "stijl.yaml", [tmp_path / "blad.pdf", tmp_path / "blad.docx"]
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    result = run("handout", *(part for name in names for part in ("-o", name)), "--style", style, *ON)
    assert result.exit_code == 0
    assert "Gemeente Heuvelzoom" in told(names[0].read_bytes(), "pdftotext")
    assert names[1].read_bytes().startswith(b"PK")


def test_they_go_to_stdout_alone_where_that_is_asked_for(run: Run) -> None:
    assert run("handout", "-o", "-", "--as", "pdf", *ON).stdout_bytes.startswith(b"%PDF")
    assert run("handout", "-o", "-", "--as", "docx", *ON).stdout_bytes.startswith(b"PK")


def test_own_menus_are_what_stands_on_them(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "werkblad.pdf"
    menus = ROOT / "tests" / "files" / "menus" / "other-typology"
    assert run("handout", "--menus", menus, "-o", to, *ON).exit_code == 0
    assert "Rustig bouwen" in told(to.read_bytes(), "pdftotext")


def test_a_file_that_is_there_is_left_alone_unless_it_is_forced(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "blad.pdf"
    there.write_text("van mij", encoding="utf-8")
    assert run("handout", "-o", there, *ON).exit_code == 2
    assert there.read_text(encoding="utf-8") == "van mij"
    assert run("handout", "-o", there, "--force", *ON).exit_code == 0
    assert there.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "-o: Waar de werkbladen komen, staat er niet bij. Schrijf het erbij, zoals -o werkblad.pdf."),
        (
            ("-o", "blad.html"),
            "Het soort bestand '.html' kan niet gemaakt worden. Kies een naam die eindigt op .pdf of",
        ),
        (("-o", "blad.pfd"), "Het soort bestand '.pfd' kan niet gemaakt worden. Bedoelde u .pdf?"),
        (
            ("-o", "-"),
            "-o: Aan - is niet te zien welk soort bestand het wordt. Zet erbij: --as pdf. Kies uit pdf, docx.",
        ),
        (("-o", "-", "--as", "md"), "--as: Het soort 'md' kan niet. Kies uit pdf, docx."),
        (("-o", "blad.pdf", "--as", "pdf"), "--as: Er gaat niets naar de uitvoer. Gebruik dit samen met -o -."),
        (("-o", "blad.pdf", "--date", "morgen"), "--date: 'morgen' is geen datum."),
        (("-o", "blad.pdf", "--organisation", " "), "--organisation: Hier staat geen naam."),
        (("-o", "blad.pdf", "--menus", "nergens"), "nergens"),
        (("nergens.yaml", "-o", "blad.pdf"), "nergens.yaml"),
    ],
)
def test_what_cannot_be_made_is_told_in_one_line(
    arguments: tuple[str, ...], said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("handout", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir())


def test_the_sheets_never_come_in_place_of_the_file_they_are_of(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "blad.pdf"
    file.write_bytes(DRENTHE.read_bytes())
    assert run("handout", file, "-o", file, "--force").exit_code == 2
    assert file.read_bytes() == DRENTHE.read_bytes()


def test_a_script_makes_the_same_sheets(run: Run, tmp_path: Path) -> None:
    by_command, by_script = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert run("handout", DRENTHE, "-o", by_command, "--paper", "a4", *ON).exit_code == 0
    made = make_handout(load(DRENTHE), on="2026-11-28", paper="a4")
    assert isinstance(made, Handout)
    assert save(made, by_script) == by_script
    assert by_script.read_bytes() == by_command.read_bytes()


def test_a_script_is_told_what_it_cannot_have(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="paper: geef a3 of a4"):
        make_handout(paper="a5")  # type: ignore[arg-type]
    for suffix in (".html", ".md", ".svg", ".json"):
        with pytest.raises(InputError, match="kan niet gemaakt worden"):
            save(make_handout(on="2026-11-28"), tmp_path / f"blad{suffix}")
    save(make_report(load(DRENTHE), on="2026-11-28", depth="kort"), tmp_path / "verslag.md")
