import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from typer.testing import Result

from poolwijzer.cli.busy_line import BusyLine
from poolwijzer.formats.word.template import make_template
from poolwijzer.viewer import open_all, open_with_system

Run = Callable[..., Result]
ON = ("--date", "2026-11-01")


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def drenthe(examples: Path) -> Path:
    return examples / "flexteam-drenthe.yaml"


# How documents look.


def test_a_house_style_goes_into_the_word_document(run: Run, drenthe: Path, tmp_path: Path) -> None:
    style, report = tmp_path / "stijl.yaml", tmp_path / "verslag.docx"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    assert run("advise", drenthe, *ON, "-o", report, "--style", style).exit_code == 0
    document = Document(str(report))
    assert document.sections[0].header.paragraphs[0].text.startswith("Gemeente Heuvelzoom")
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A0019"


def test_a_house_style_that_cannot_be_used_stops_before_anything_is_written(
    run: Run, drenthe: Path, tmp_path: Path
) -> None:
    style, report = tmp_path / "stijl.yaml", tmp_path / "verslag.docx"
    style.write_text('name: Bleek\naccent: "#dddddd"\n', encoding="utf-8")
    result = run("advise", drenthe, *ON, "-o", report, "--style", style)
    assert result.exit_code == 2 and "contrast" in result.stderr and not report.exists()


def test_a_template_that_cannot_be_used_is_told_with_its_name(run: Run, drenthe: Path, tmp_path: Path) -> None:
    template, report = tmp_path / "huisstijl.docx", tmp_path / "verslag.docx"
    template.write_bytes(b"geen Word")
    result = run("advise", drenthe, *ON, "-o", report, "--template", template)
    assert result.exit_code == 2 and not report.exists()
    assert result.stderr.startswith(f"{template}: Dit is geen Word-document")
    assert len(result.stderr.splitlines()) == 1


def test_a_template_for_which_nothing_is_made_is_a_mistake(run: Run, drenthe: Path, tmp_path: Path) -> None:
    result = run("advise", drenthe, *ON, "-o", tmp_path / "verslag.md", "--template", "huisstijl.docx")
    assert result.exit_code == 2 and "-o verslag.docx" in result.stderr and not (tmp_path / "verslag.md").exists()


@pytest.mark.parametrize("option", ["--template", "--style"])
def test_what_is_read_is_never_written_over(option: str, run: Run, drenthe: Path, tmp_path: Path) -> None:
    template = tmp_path / "huisstijl.docx"
    template.write_bytes(make_template())
    result = run("advise", drenthe, *ON, "-o", template, option, template, "--force")
    assert result.exit_code == 2 and "wordt ook gelezen" in result.stderr
    assert template.read_bytes() == make_template()


# Opening, and waiting.


def test_opening_needs_something_to_open(run: Run, drenthe: Path) -> None:
    result = run("advise", drenthe, *ON, "--open")
    assert result.exit_code == 2 and "niets om te openen" in result.stderr


def test_without_a_terminal_nothing_opens(
    run: Run, drenthe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("poolwijzer.viewer.open_with_system", opened.append)
    assert run("advise", drenthe, *ON, "-o", tmp_path / "verslag.md", "--open").exit_code == 0
    assert opened == []


def test_every_file_is_opened_and_one_that_does_not_open_is_told() -> None:
    opened: list[Path] = []

    def opener(path: Path) -> None:
        if path.suffix == ".md":
            raise FileNotFoundError
        opened.append(path)

    told = open_all([Path("a.docx"), Path("b.md"), Path("c.html")], opener)
    assert opened == [Path("a.docx"), Path("c.html")]
    assert told == ("b.md kan hier niet worden geopend. Open het zelf.",)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only here the opener is a program of its own")
@pytest.mark.parametrize(("opener", "opens"), [("exit 3", False), ("exit 0", True)])
def test_an_opener_that_finds_nothing_to_open_a_file_with_is_told(
    opener: str, opens: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xdg-open"
    program.write_text(f"#!/bin/sh\n{opener}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bool(open_all([Path("a.docx")], open_with_system)) != opens


def test_a_terminal_shows_one_line_at_a_time_and_none_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    screen = Terminal()
    busy = BusyLine(screen)
    busy.show("Bezig met een-lange-naam-van-een-verslag.docx …")
    busy.show("Bezig met b.md …")
    busy.clear()
    busy.clear()
    first, second, blank, end = screen.getvalue().split("\r")[1:]
    assert first == "Bezig met een-lange-naam-van-"
    assert second.rstrip() == "Bezig met b.md …" and len(second) == len(first)
    assert blank.isspace() and end == ""


def test_whoever_waits_elsewhere_sees_no_line(run: Run, drenthe: Path, tmp_path: Path) -> None:
    pipe = io.StringIO()
    BusyLine(pipe).show("Bezig")
    assert pipe.getvalue() == ""
    assert "Bezig" not in run("advise", drenthe, *ON, "-o", tmp_path / "verslag.docx").stderr


def test_a_screen_that_lacks_a_letter_still_shows_the_line() -> None:
    screen = Terminal()
    screen.encoding = "ascii"
    BusyLine(screen).show("Bezig met één …")
    assert screen.getvalue() == "\rBezig met een ..."
