"""The reports that a conversation makes: beside the file, each once, and never at the cost of anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.reports import ONE_PAGE, TOO_LITTLE, Reports, pick_report_name
from poolwijzer.outcome import Outcome
from poolwijzer.viewer import has_desktop
from tests.interview.terminal import Terminal

ON = date(2026, 11, 24)
FIRST = ["plan-bladzijde.pdf", "plan-notitie.docx"]
FAULT = "Dat is een fout in Poolwijzer (TypeError)."
ALL = ["plan-advies.docx", "plan-advies.html", "plan-advies.pdf", *FIRST]


OutcomeOf = Callable[..., Outcome]


@pytest.fixture
def outcome_of(content: Content, assessment_of: Callable[..., Assessment]) -> OutcomeOf:
    """An outcome of a plan with these answers, with the usual menus or others."""

    def outcome(menus: Content = content, **parts: object) -> Outcome:
        return Outcome(menus, assessment_of(id="plan", **{"answers": {"m2": 4, "b2": 3}, **parts}), ON)

    return outcome


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_wish_gives_a_page_and_a_note_another_gives_all(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    made, outcome, file = Reports(), outcome_of(), tmp_path / "plan.yaml"
    made.make("report", outcome, file)
    assert names_in(tmp_path) == FIRST
    assert made.told() == (
        f"Het verslag van één bladzijde staat in {tmp_path / FIRST[0]}.",
        f"De notitie voor het bestuur staat in {tmp_path / FIRST[1]}.",
        f"U vindt dit in de map {tmp_path}.",
    )
    pdf, note = ((tmp_path / name).read_bytes() for name in FIRST)
    assert pdf.startswith(b"%PDF")
    assert "Collegevoorstel" in "\n".join(one.text for one in Document(BytesIO(note)).paragraphs)
    made.make("reports", outcome, file)
    assert names_in(tmp_path) == ALL
    pdf_too, word, page = (tmp_path / f"plan-advies.{suffix}" for suffix in ("pdf", "docx", "html"))
    assert made.told()[2] == f"Het hele verslag staat in {pdf_too}, {word} en {page}."


def test_nothing_is_written_over_and_the_same_is_not_written_twice(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    made, file = Reports(), tmp_path / "plan.yaml"
    made.make("report", outcome_of(), file)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    Reports().make("report", outcome_of(), file)
    assert names_in(tmp_path) == FIRST
    made.make("report", outcome_of(answers={"m2": 1, "b2": 3}), file)
    # Of so few answers the page says the same.
    assert names_in(tmp_path) == [FIRST[0], "plan-notitie-2.docx", FIRST[1]]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert "plan-notitie-2.docx" in made.told()[1]


def test_a_report_is_numbered_rather_than_written_over_unless_it_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    first = pick_report_name(file, ONE_PAGE, b"een")
    first.write_bytes(b"een")
    assert pick_report_name(file, ONE_PAGE, b"een") == first
    assert pick_report_name(file, ONE_PAGE, b"twee").name == "plan-bladzijde-2.pdf"
    assert first.read_bytes() == b"een"


def test_without_an_answer_there_is_nothing_to_report(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    made = Reports()
    made.make("report", outcome_of(answers={}), tmp_path / "plan.yaml")
    assert made.told() == (TOO_LITTLE,) and not names_in(tmp_path)


def test_a_folder_that_cannot_be_written_is_one_sentence(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    made = Reports()
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    made.make("report", outcome_of(), tmp_path / "bestand" / "plan.yaml")
    assert len(made.told()) == 1
    begin = "Niet gemaakt: het verslag van één bladzijde en de notitie voor het bestuur. "
    assert made.told()[0].startswith(begin) and made.told()[0].endswith("Kies een andere map.")


def test_menus_without_the_note_still_give_the_page(outcome_of: OutcomeOf, content: Content, tmp_path: Path) -> None:
    made = Reports()
    made.make(
        "report",
        outcome_of(replace(content, aside=content.aside.read().model_copy(update={"vervolg": None}))),
        tmp_path / "plan.yaml",
    )
    assert names_in(tmp_path) == FIRST[:1]
    assert "Niet gemaakt: de notitie voor het bestuur." in made.told()[-1]


def test_a_mistake_in_one_format_costs_nothing_but_that_report(
    outcome_of: OutcomeOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from poolwijzer.formats.pdf import writer

    def broken(*_: object) -> bytes:
        raise TypeError("never in Dutch")

    monkeypatch.setattr(writer, "render", broken)
    made = Reports()
    made.make("report", outcome_of(), tmp_path / "plan.yaml")
    assert names_in(tmp_path) == FIRST[1:]
    assert made.told()[-1] == f"Niet gemaakt: het verslag van één bladzijde. {FAULT}"
    made.make("reports", outcome_of(), tmp_path / "plan.yaml")
    assert names_in(tmp_path) == ["plan-advies.docx", "plan-advies.html", *FIRST[1:]]
    assert made.told()[-1] == f"Niet gemaakt: het verslag van één bladzijde en het hele verslag (.pdf). {FAULT}"


def test_the_page_and_the_note_are_opened_and_all_reports_are_not(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    opened: list[Path] = []
    made = Reports(opened.append)
    made.make("report", outcome_of(), tmp_path / "plan.yaml")
    assert [path.name for path in opened] == FIRST
    made.make("reports", outcome_of(), tmp_path / "plan.yaml")
    assert len(opened) == len(FIRST)


def test_what_does_not_open_is_told(outcome_of: OutcomeOf, tmp_path: Path) -> None:
    def opener(path: Path) -> None:
        raise FileNotFoundError

    made = Reports(opener)
    made.make("report", outcome_of(), tmp_path / "plan.yaml")
    assert names_in(tmp_path) == FIRST
    assert sum("kan hier niet worden geopend. Open het zelf." in told for told in made.told()) == len(FIRST)


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "10.0.0.1 22"}, "linux", False),
        ({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/0"}, "linux", False),
        ({}, "darwin", True),
        ({"SSH_CONNECTION": "10.0.0.1 22"}, "darwin", False),
        ({}, "win32", True),
        ({"SSH_CONNECTION": "10.0.0.1 22"}, "win32", False),
    ],
)
def test_there_is_a_desktop_only_before_who_asks(environment: dict[str, str], platform: str, there: bool) -> None:
    assert has_desktop(environment, platform) is there


# In a terminal.


@pytest.mark.slow
@pytest.mark.parametrize("remote", [False, True], ids=["desktop", "ssh"])
def test_line_by_line_one_letter_makes_the_reports_and_opens_them_where_there_is_a_desktop(
    tmp_path: Path, remote: bool, examples: Path
) -> None:
    opener, log, folder = tmp_path / "bin" / "xdg-open", tmp_path / "log", tmp_path / "plannen"
    for made in (opener.parent, folder):
        made.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" >> {log}\n', encoding="utf-8")
    opener.chmod(0o755)
    (folder / "plan.yaml").write_bytes((examples / "voorbeeldregio-noorderveld.yaml").read_bytes())
    there = {"SSH_CONNECTION": "10.0.0.1 22 10.0.0.2 22", "SSH_TTY": "/dev/pts/1"} if remote else {}
    environment = {"DISPLAY": ":9", "PATH": f"{opener.parent}:/usr/bin:/bin", **there}
    arguments = ("assess", "plan.yaml", "--date", "2026-11-24", "--plain", "--part", "afronden")
    with Terminal(*arguments, cwd=folder, rows=60, environment=environment) as terminal:
        terminal.answer(*[""] * 9)
        terminal.wait_for("r verslag, v alle verslagen")
        terminal.answer("r")
        terminal.wait_for("Verslagen maken …", "staat in plan-bladzijde.pdf", "U vindt dit in de map")
        terminal.press("", "Enter")
        assert terminal.ended() == 0
        assert "De notitie voor het bestuur staat in plan-notitie.docx." in terminal.text
    opened = log.read_text(encoding="utf-8").split() if log.exists() else []
    assert opened == ([] if remote else [str(folder / name) for name in FIRST])
