"""`poolwijzer form`: every kind of form but the page, and the mails that go with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.roots import ROOT

Run = Callable[..., Result]
RIVIERLAND = ROOT / "examples" / "voorbeeldregio-rivierland.yaml"
SAID = ("--organisation", "Regiobureau Rivierland", "--delete-on", "2027-06-30", "--date", "2026-11-01")


def test_every_kind_is_written_at_once_and_the_mail_offers_these_files(run: Run, tmp_path: Path) -> None:
    names = ["lijst.xlsx", "lijst.docx", "lijst.pdf", "lijst.md", "uitnodiging.txt"]
    outputs = [part for name in names for part in ("-o", tmp_path / name)]
    result = run("form", RIVIERLAND, *outputs, *SAID, "--reply-by", "2027-01-15")
    assert (result.exit_code, result.stdout) == (0, "")
    starts = [(tmp_path / name).read_bytes()[:2] for name in names]
    assert starts == [b"PK", b"PK", b"%P", b"# ", b"On"]
    mail = " ".join((tmp_path / "uitnodiging.txt").read_text(encoding="utf-8").split())
    assert "1. Open lijst.xlsx in Excel." in mail
    assert "4. Open lijst.md" in mail
    assert "uiterlijk op 15 januari 2027" in mail


def test_a_reminder_tells_the_sender_and_nobody_else_who_has_not_answered(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "herinnering.txt"
    result = run("form", RIVIERLAND, "-o", to, "--status", *SAID)
    assert result.exit_code == 0
    assert "Nog geen antwoord van 1: Voorbeeldsluis.\n" in result.stderr
    text = to.read_text(encoding="utf-8")
    assert text.startswith("Onderwerp: Herinnering: ")
    assert "Voorbeeldsluis" not in text


def test_without_anybody_to_remind_there_is_no_reminder(run: Run, tmp_path: Path) -> None:
    to, other = tmp_path / "herinnering.txt", tmp_path / "lijst.md"
    result = run("form", RIVIERLAND, "--for", "verband", "-o", to, "-o", other, "--status", *SAID)
    assert result.exit_code == 0
    assert "Iedereen heeft geantwoord. Een herinnering is niet nodig." in result.stderr
    assert (to.exists(), other.exists()) == (False, True)


def test_a_survey_is_asked_for_by_the_name_of_its_program(run: Run, tmp_path: Path) -> None:
    for kind, name, start in (("limesurvey", "lijst.txt", b"\xef\xbb\xbfid\t"), ("microsoft-forms", "l.docx", b"PK")):
        to = tmp_path / name
        assert run("form", RIVIERLAND, "--as", kind, "-o", to, *SAID).exit_code == 0
        assert to.read_bytes().startswith(start)
        assert run("form", RIVIERLAND, "--as", kind, "-o", "-", *SAID).stdout_bytes == to.read_bytes()


def test_a_form_or_a_mail_goes_to_stdout_alone(run: Run) -> None:
    for kind, start in (("xlsx", b"PK"), ("pdf", b"%PDF"), ("md", b"# Vragenlijst"), ("txt", b"Onderwerp: ")):
        assert run("form", RIVIERLAND, "-o", "-", "--as", kind, *SAID).stdout_bytes.startswith(start)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("-o", "lijst.docx", "--as", "limesurvey"),
            "lijst.docx: Een vragenlijst voor LimeSurvey is een bestand dat eindigt op .txt. Noem het lijst.txt.",
        ),
        (("-o", "lijst.pdf", "--as", "pdf"), "--as: Er gaat niets naar de uitvoer."),
        (("-o", "-", "--as", "limesurveys"), "Bedoelde u limesurvey?"),
        (("-o", "lijst.lss"), "Kies een naam die eindigt op .html, .xlsx, .docx, .pdf, .md of .txt."),
        (
            ("-o", "mail.txt", "--reply-by", "2027-07-01"),
            "--reply-by: Deze dag ligt niet tussen 1 november 2026 en 30 juni 2027",
        ),
        (
            ("--for", "verband", "-o", "lijst.txt", "--as", "limesurvey"),
            "--for: Een vragenlijst voor LimeSurvey is er alleen voor gemeenten.",
        ),
    ],
)
def test_what_cannot_be_made_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("form", RIVIERLAND, *arguments, *SAID)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def test_an_option_that_changes_nothing_is_told(run: Run, tmp_path: Path) -> None:
    style = tmp_path / "stijl.yaml"
    style.write_text('name: Rivierland\naccent: "#7a0019"\n', encoding="utf-8")
    result = run("form", RIVIERLAND, "-o", tmp_path / "a.xlsx", "--style", style, "--reply-by", "2027-01-15", *SAID)
    assert result.exit_code == 0
    assert "--style: Deze optie heeft nu geen effect." in result.stderr
    assert "--reply-by: Deze optie heeft nu geen effect. Dit staat alleen in de mail." in result.stderr
