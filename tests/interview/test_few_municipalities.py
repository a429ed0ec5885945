"""Whole conversations in a real terminal about three municipalities, and with a file of before."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import PROGRAM
from tests.interview.terminal import Terminal

ASSESS = ("assess", "--date", "2026-12-01")
HEAD = """\
poolwijzer: 1
initiative: {id: drie, name: Drie gemeenten, municipalities: [Assen, Emmen, Hoogeveen]}
questions: kort
context: {soort: beide, fase: verkennen, verband: {kind: provincie, name: de provincie Drenthe}, thema: [isolatie]}
estimate: {motivatie: 3, betrokkenheid: 4}
"""


def answers_in(path: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8"))["answers"]
    return found


@pytest.mark.slow
def test_three_municipalities_are_counted_from_the_question_to_the_report(tmp_path: Path) -> None:
    file = tmp_path / "drie.yaml"
    file.write_text(HEAD, encoding="utf-8")
    with Terminal(*ASSESS, "drie.yaml", cwd=tmp_path, columns=60) as terminal:
        terminal.wait_for("Voor hoeveel van uw 3 gemeenten geldt dit?", "2 2 van de 3", "3 alle 3", "0-3 antwoord")
        terminal.press("h")
        terminal.wait_for("Typ bij elk antwoord hoeveel handen", "Voor hoeveel van uw 3 gemeenten geldt dit?")
        terminal.press("0 1 4 2")
        terminal.wait_for("7 handen", "4 ▪▪▪▪")
        terminal.press("Enter")
        terminal.wait_for("De meeste handen: 2 van de 3 (4 van de 7 handen)")
        terminal.press("2 3 3 2 1")
        terminal.wait_for("Vraag 6 van 10, betrokkenheid", "Klopt dit?", "1-5 antwoord")
        terminal.press("4 4 2 5 4")
        text = terminal.wait_for("Kijk hier nog even naar", "liever alleen", "geen plek")
        assert "Waar u staat" not in text
        terminal.press("Enter")
        terminal.wait_for("Waar u staat")
        terminal.press("o")
        terminal.wait_for("Naar welke vraag?", "● 2/3 Onze gemeenten zeggen")
        terminal.press("Escape")
        terminal.wait_for("Waar u staat", gone="Naar welke vraag?")
        terminal.press("u")
        terminal.wait_for("In het kort", "maak een verslag")
        terminal.press("r")
        terminal.wait_for("staat in drie-bladzijde.pdf", "staat in drie-notitie.docx", "Waar u staat")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    m2 = answers_in(file)["m2"]
    assert m2 == {"value": 4, "of": 3, "yes": 2, "votes": [0, 1, 0, 4, 2]}
    made = tmp_path / "drie.md"
    subprocess.run([*PROGRAM, "advise", str(file), "-o", str(made)], check=True, capture_output=True)
    report = made.read_text(encoding="utf-8")
    assert "| 2 van de 3 |" in report
    assert "alle 3" in report
    assert "Bespreek welke van de twee klopt." in report


def test_a_file_of_before_goes_on_with_the_new_statements(tmp_path: Path) -> None:
    file = tmp_path / "oud.yaml"
    old = "{m1: 4, m2: 4, m3: 4, m6: 2, m7: 3, b2: 4, b3: 4, b4: 3, b6: 2, b9: 4}"
    file.write_text(f"# Van ons\n{HEAD}answers: {old}\n", encoding="utf-8")
    with Terminal(*ASSESS, "oud.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for(
            "Deze stelling kwam erbij", "vragen zelf om samenwerking", "4 nieuwe stellingen", "eerdere versie"
        )
        terminal.press("3")
        terminal.wait_for("Deze stelling kwam erbij", "letten vooral op")
        terminal.press("1")
        terminal.wait_for("Deze stelling kwam erbij", "wil geld bijdragen")
        terminal.press("4")
        terminal.wait_for("Deze stelling kwam erbij", "wil eigen mensen inzetten")
        terminal.press("4")
        terminal.wait_for("Waar u staat")
        assert terminal.stop() == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Van ons\n")
    answers = answers_in(file)
    assert {name: answers[name] for name in ("m1", "m7", "b3", "b4")} == {"m1": 4, "m7": 3, "b3": 4, "b4": 3}
    assert answers["m16"] == {"value": 5, "of": 3, "yes": 3}
