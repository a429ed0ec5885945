"""`poolwijzer workshop plenary`, as a user asks for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import group_path
from poolwijzer.workshop.plan_file import plan_path
from tests.workshop.a_room import PLAN, make_room

Run = Callable[..., Result]
ON = ("--date", "2026-12-10")
WAITS = "Van Groep 4 is er nog geen bestand."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    return lambda *arguments: CliRunner().invoke(app, ["workshop", "plenary", *map(str, arguments), *ON])


@pytest.fixture
def folder(tmp_path: Path, content: Content) -> Path:
    return make_room(tmp_path / "sessie", content)


def test_the_slides_are_written_and_what_needs_attention_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "plenaire.html"
    result = run(folder, "-o", to)
    assert (result.exit_code, result.stdout) == (1, "")
    first, *others = result.stderr.splitlines()
    assert first == f"Geschreven: {to}"
    assert any(WAITS in line for line in others)
    page = to.read_text(encoding="utf-8")
    assert "Groep 2 · Flexteam Drenthe" in page
    assert "Anders gezien: Flexteam Drenthe" in page


def test_where_every_group_could_be_read_all_is_well(run: Run, tmp_path: Path, content: Content) -> None:
    groups = {name: group for name, group in PLAN.groups.items() if name != "groep-4"}
    folder = make_room(tmp_path / "sessie", content, PLAN.model_copy(update={"groups": groups}))
    result = run(folder, "-o", tmp_path / "plenaire.html")
    assert (result.exit_code, result.stderr) == (0, f"Geschreven: {tmp_path / 'plenaire.html'}\n")


@pytest.mark.slow
def test_every_format_is_written_at_once_and_twice_the_same(run: Run, folder: Path, tmp_path: Path) -> None:
    names = [tmp_path / f"plenaire{suffix}" for suffix in (".html", ".pdf", ".pptx")]
    asked = [part for name in names for part in ("-o", name)]
    assert run(folder, *asked).exit_code == 1
    first = [name.read_bytes() for name in names]
    assert run(folder, *asked, "--force").exit_code == 1
    assert [name.read_bytes() for name in names] == first
    assert [data[:2] for data in first] == [b"<!", b"%P", b"PK"]


def test_they_go_to_stdout_alone_where_that_is_asked_for(run: Run, folder: Path) -> None:
    result = run(folder, "-o", "-", "--as", "html")
    assert result.exit_code == 1
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert "Geschreven" not in result.stderr
    assert WAITS in result.stderr


def test_a_file_that_is_there_is_refused_without_force(run: Run, folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "plenaire.html"
    to.write_text("van ons", encoding="utf-8")
    result = run(folder, "-o", to)
    assert result.exit_code == 2
    assert "bestaat al" in result.stderr
    assert to.read_text(encoding="utf-8") == "van ons"
    assert run(folder, "-o", to, "--force").exit_code == 1
    assert to.read_text(encoding="utf-8") != "van ons"


@pytest.mark.parametrize("of_a_group", [True, False])
def test_no_file_of_the_session_is_ever_written_over(run: Run, folder: Path, tmp_path: Path, of_a_group: bool) -> None:
    read = group_path(folder, "groep-1") if of_a_group else plan_path(folder)
    before, link = read.read_bytes(), tmp_path / "plenaire.html"
    link.symlink_to(read)
    result = run(folder, "-o", link, "--force")
    assert result.exit_code == 2
    assert "wordt ook gelezen" in result.stderr
    assert read.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Schrijf het erbij, zoals -o plenaire.html."),
        (("-o", "plenaire.docx"), "Kies een naam die eindigt op .html, .pdf of .pptx."),
        (("-o", "-"), "Zet erbij: --as html."),
        (("-o", "x.html", "--organisation", " "), "Hier staat geen naam."),
    ],
)
def test_what_cannot_be_asked_is_told_and_nothing_is_written(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(folder.parent)
    result = run(folder, *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_folder_that_is_no_session_says_how_to_begin(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("poolwijzer.workshop.folder.PATIENCE", 0.0)
    result = run(tmp_path, "-o", tmp_path / "x.html")
    assert result.exit_code == 2
    assert "workshop init" in result.stderr


def test_slides_wear_a_house_style_and_a_name(run: Run, folder: Path, tmp_path: Path) -> None:
    style, to = tmp_path / "stijl.yaml", tmp_path / "plenaire.html"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    assert run(folder, "-o", to, "--style", style).exit_code == 1
    assert "#7a0019" in (page := to.read_text(encoding="utf-8"))
    assert "Gemeente Heuvelzoom" in page
    result = run(folder, "-o", to, "--style", style, "--organisation", "Regio Zuid", "--gray", "--force")
    assert "geen effect" not in result.stderr
    assert "#7a0019" not in (page := to.read_text(encoding="utf-8"))
    assert "Regio Zuid" in page


def test_without_the_library_of_powerpoint_it_says_how_to_get_that(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    result = run(folder, "-o", tmp_path / "plenaire.pptx")
    assert result.exit_code == 2
    assert 'pip install "poolwijzer[slides]"' in result.stderr
