"""`poolwijzer workshop report`, as somebody runs it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.assessment.write import dump_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import END, group_path
from tests.formats.pdf.reading import pages_of
from tests.workshop.a_room import PLAN, files, make_room
from tests.workshop.some_sessions import silent

Run = Callable[..., Result]


def runs(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with short reports of groups, which are quick to make, and waits for no file to get whole."""
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    monkeypatch.setattr("poolwijzer.workshop.folder.PATIENCE", 0.0)
    always = ["--date", "2026-12-10", "--depth", "kort"]
    return lambda *given: CliRunner().invoke(app, ["workshop", "report", *map(str, given), *always])


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return runs(monkeypatch)


def two_groups(folder: Path, content: Content) -> Path:
    """A session of two groups, both with a file, so that nothing needs attention."""
    groups = {name: PLAN.groups[name] for name in ("groep-1", "groep-2")}
    made = make_room(folder, content, PLAN.model_copy(update={"groups": groups}))
    group_path(made, "groep-3").unlink()
    return made


@pytest.fixture
def folder(tmp_path: Path, content: Content) -> Path:
    return two_groups(tmp_path / "sessie", content)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, content: Content) -> tuple[Result, Path, Path]:
    """What two runs with an organisation say and write."""
    folder = two_groups(tmp_path_factory.mktemp("verslag") / "sessie", content)
    with pytest.MonkeyPatch.context() as patch:
        run = runs(patch)
        done = run(folder, "--organisation", "Gemeente Assen")
        run(folder, "-o", folder / "nog-eens", "--organisation", "Gemeente Assen")
    return done, folder / "verslag", folder / "nog-eens"


def test_it_writes_the_report_the_mail_and_a_report_of_each_group(written: tuple[Result, Path, Path]) -> None:
    done, made, _ = written
    assert done.exit_code == 0, done.stderr
    assert _names(made) == ["groep-1.pdf", "groep-2.pdf", "mail.txt", "verslag.docx", "verslag.pdf"]
    assert f"Geschreven: {made / 'verslag.pdf'}" in done.stderr
    assert "Groep 2: Flexteam Warmtetransitie Drenthe" in "".join(pages_of((made / "verslag.pdf").read_bytes()))
    assert "Flexteam" in "".join(pages_of((made / "groep-1.pdf").read_bytes()))


def test_the_mail_can_be_sent_as_it_is(written: tuple[Result, Path, Path]) -> None:
    _, made, _ = written
    assert (made / "mail.txt").read_text("utf-8") == MAIL


def test_two_runs_give_the_same_bytes(written: tuple[Result, Path, Path]) -> None:
    _, made, again = written
    assert _names(made) == _names(again)
    assert all((made / name).read_bytes() == (again / name).read_bytes() for name in _names(made))


def test_only_what_was_asked_for_is_written(run: Run, folder: Path, tmp_path: Path) -> None:
    done = run(folder, "--as", "pdf", "-o", tmp_path / "uit")
    assert done.exit_code == 0
    assert _names(tmp_path / "uit") == ["groep-1.pdf", "groep-2.pdf", "mail.txt", "verslag.pdf"]
    assert not (folder / "verslag").exists()
    assert "Bij deze mail zit het verslag als PDF (verslag.pdf)." in (tmp_path / "uit" / "mail.txt").read_text("utf-8")


def test_what_is_there_is_not_replaced_unless_that_is_asked(run: Run, folder: Path) -> None:
    out = folder / "verslag"
    out.mkdir()
    (out / "mail.txt").write_text("van mij")
    done = run(folder)
    assert done.exit_code == 2
    assert "mail.txt: Dit bestand bestaat al." in done.stderr
    assert _names(out) == ["mail.txt"]
    assert (out / "mail.txt").read_text() == "van mij"
    assert run(folder, "--force").exit_code == 0
    assert (out / "mail.txt").read_text("utf-8").startswith("Onderwerp: ")


@pytest.mark.skipif(os.name == "nt", reason="links ask for rights there")
def test_the_file_of_a_group_is_never_written_over(run: Run, folder: Path) -> None:
    (folder / "verslag").mkdir()
    (folder / "verslag" / "groep-1.pdf").symlink_to(group_path(folder, "groep-1"))
    before = group_path(folder, "groep-1").read_bytes()
    done = run(folder, "--force")
    assert done.exit_code == 2
    assert "Dit bestand wordt ook gelezen en wordt daarom niet vervangen." in done.stderr
    assert group_path(folder, "groep-1").read_bytes() == before
    assert _names(folder / "verslag") == ["groep-1.pdf"]


def test_what_needs_attention_is_told_and_the_rest_is_written(run: Run, tmp_path: Path, content: Content) -> None:
    folder = make_room(tmp_path / "sessie", content)
    group_path(folder, "groep-2").write_bytes(dump_assessment(files(content)["groep-2"])[:900])
    group_path(folder, "groep-3").write_bytes(dump_assessment(silent()) + END)
    done = run(folder, "--as", "pdf")
    assert done.exit_code == 1
    assert _names(folder / "verslag") == ["groep-1.pdf", "mail.txt", "verslag.pdf"]
    assert "groep-2.yaml" in done.stderr
    assert "Van Groep 4 is er nog geen bestand." in done.stderr
    mail = " ".join((folder / "verslag" / "mail.txt").read_text("utf-8").split())
    assert "Van Groep 2, Groep 3 en Groep 4 staan er nog geen antwoorden in." in mail


def test_a_folder_that_is_no_session_is_refused(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.exit_code == 2
    assert "Dit is geen map van een werksessie" in done.stderr


def test_a_place_that_is_no_folder_is_refused(run: Run, folder: Path) -> None:
    done = run(folder, "-o", folder / "workshop.yaml")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "Dit is een bestand en geen map." in done.stderr


def test_a_template_for_word_without_word_is_refused(run: Run, folder: Path) -> None:
    done = run(folder, "--as", "pdf", "--template", folder / "sjabloon.docx")
    assert done.exit_code == 2
    assert "Vraag er een met --as docx." in done.stderr


def test_it_wears_what_was_asked(run: Run, folder: Path) -> None:
    done = run(folder, "--as", "pdf", "--draft", "--gray", "--organisation", "Gemeente Assen")
    assert done.exit_code == 0
    first = pages_of((folder / "verslag" / "verslag.pdf").read_bytes())[0]
    assert "".join(first.split()).startswith("ConceptGemeenteAssen")


MAIL = """\
Onderwerp: Verslag: Werksessie warmtetransitie, 10 december 2026

Beste deelnemers,

Dank u wel voor uw komst en uw inbreng op 10 december 2026 (Assen). In 2
groepen bespraken wij 1 initiatief.

Bij deze mail zit het verslag in Word en als PDF (verslag.docx en
verslag.pdf). Elke groep heeft daarin een eigen bladzijde. Alle afspraken
staan achteraan bij elkaar.

Ook zit er van 2 groepen een eigen verslag bij (groep-1.pdf en groep-2.pdf).

Deze afspraken zijn gemaakt:

Groep 1 (Flexteam Warmtetransitie Drenthe)
- De kosten op een rij zetten
  Wie: Anna de Vries
  Wanneer: voor 1 februari

Groep 2 (Flexteam Warmtetransitie Drenthe)
- De kosten op een rij zetten
  Wie: Anna de Vries
  Wanneer: voor 1 februari

Hier is nog behoefte aan:
- sparren of advies: 2 groepen
- voorbeelden uit de praktijk: 1 groep
- Een keer langs bij onze raad: 1 groep

Wat er met de antwoorden gebeurt
De antwoorden blijven bij ons. Gaan zij later naar een archief om van te
leren? Dan zonder namen van personen en organisaties. Eigen teksten gaan
alleen mee als daar ja op is gezegd.

Klopt er iets niet, of wilt u iets toevoegen? Antwoord dan op deze mail.

Met vriendelijke groet,

Gemeente Assen
"""
