"""A workshop of four groups, played from the first question to the archive in one shared folder."""

from __future__ import annotations

import html
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from poolwijzer.assessment.read import read_assessment
from poolwijzer.cli.app import app
from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import group_path, read_session
from poolwijzer.workshop.group_file import dump_group, first_assessment
from poolwijzer.workshop.plan import GroupPlan, RoomInitiative
from poolwijzer.workshop.plan_file import dump_plan, plan_path
from tests.formats.pdf.reading import pages_of
from tests.interview.terminal import Terminal
from tests.workshop.a_room import PLAN

pytestmark = pytest.mark.slow

Run = Callable[..., Result]
DAY = ("--date", "2026-12-10")
PLAYED = PLAN.model_copy(
    update={
        "initiatives": {
            "kust": RoomInitiative(name="Energieteam Kust", region="Zeeland", phase="opdracht"),
            "veen": RoomInitiative(name="Warmtepool <b>Veen</b> 😀", phase="idee"),
            "ring": RoomInitiative(name="Kennisring Zuid"),
        },
        "groups": {
            "groep-1": GroupPlan(name="Groep 1", initiative="kust"),
            "groep-2": GroupPlan(name="Groep 2", initiative="kust"),
            "groep-3": GroupPlan(name="Groep 3", initiative="veen"),
            "groep-4": GroupPlan(name="Groep 4", initiative="ring", on_paper=True),
        },
    }
)
TYPED = 'Zij zegt: "ja" en [b]nee[/b], 50% & meer'
PAPER = (
    *("--estimate", "c4", "--dots", "b4 c3 c3", "--answers", "4 4 ? 3 2 5 - 1 2 3", "--choice", "f1 ~f6"),
    *("--choice", "vorm: anders: Een stichting", "--key-question", "Samen een eerste gesprek", "--need", "Een busreis"),
    *("--agreement", "De wethouders bellen; Jan; voor 1 februari", "--highlight", "course: Goed gesprek"),
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("POOLWIJZER_MENUS", raising=False)
    return lambda *given: CliRunner().invoke(app, [str(one) for one in given])


def assess(folder: Path, group: int) -> Terminal:
    return Terminal("assess", f"groep-{group}.yaml", "--beamer", "--minutes", "20", *DAY, cwd=folder, columns=100)


def to_the_statements(terminal: Terminal, municipalities: str) -> None:
    """From the first question that is open to the first statement."""
    terminal.wait_for("Welke gemeenten doen mee?")
    terminal.press(municipalities, "Enter")
    for question, keys in (("Wat wilt u delen?", "2"), ("Welke organisatie", "1"), ("Waaraan", "2")):
        terminal.wait_for(question)
        terminal.press(keys)
    terminal.press("Enter")
    terminal.wait_for("De twee assen en de vier plekken")
    terminal.press("Enter")
    terminal.wait_for("Wijs de plek aan")
    terminal.press("d")
    terminal.wait_for("Enter bewaren")
    terminal.press("b4 d4 d4", "Enter")
    terminal.wait_for("3 stippen")
    terminal.press("Right", "Enter")
    terminal.wait_for("Vraag 1 van 10")


def to_the_menu(terminal: Terminal, first: int, answers: str, key_answer: str) -> None:
    for number, answer in enumerate(answers, first):
        terminal.wait_for(f"Vraag {number} van 10")
        terminal.press(answer)
    terminal.wait_for("Waar u staat, 1 van 2")
    terminal.press("Enter")
    terminal.wait_for("Waar u staat, 2 van 2")
    terminal.press(key_answer, "Enter")
    terminal.wait_for("De menukaart, 1 van 5")


def choose_and_close(terminal: Terminal, why: str, agreement: str) -> None:
    terminal.press("1", "Enter")
    terminal.wait_for("De menukaart, 2 van 5")
    terminal.press("1", "n")
    terminal.wait_for("Waarom deze keuze?")
    terminal.press(why, "Enter")
    terminal.wait_for(f"Afweging: {why}")
    terminal.press("e")
    for question, words in (
        ("Wat spreekt u af?", agreement),
        ("Wie doet dat?", "Anna"),
        ("Wanneer is het klaar?", "voor 1 maart"),
        ("Wat spreekt u nog meer af?", ""),
        ("Wat viel op?", TYPED),
    ):
        terminal.wait_for(question)
        terminal.press(words, "Enter")
    terminal.wait_for("Waar hebt u nu behoefte aan?")
    terminal.press("1", "Enter")
    terminal.wait_for("Klaar", "Uw antwoorden staan in")
    terminal.press("Enter")
    assert terminal.ended() == 0


def test_four_groups_play_a_workshop_and_nothing_of_it_is_lost(
    run: Run, tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "zaal"
    folder.mkdir()
    # As `init` makes it, whose papers take their time.
    plan_path(folder).write_bytes(dump_plan(PLAYED))
    for name in PLAYED.groups:
        group_path(folder, name).write_bytes(dump_group(first_assessment(PLAYED, name)))

    beamer = Terminal("workshop", "run", ".", *DAY, cwd=folder)
    first, second = assess(folder, 1), assess(folder, 2)
    with beamer, first, second:
        to_the_statements(first, "Assen, Emmen, Aa en Hunze")
        to_the_statements(second, "provincie Zeeland")
        for answer in "32":
            first.press(answer)
        first.wait_for("Vraag 3 van 10")
        first.press("n")
        first.wait_for("Notitie bij")
        first.press("Een half zin")
        first.wait_for("› Een half zin")
        first.read(0.5)
        first.child.kill(signal.SIGKILL)

        # Two save at once: one has its statements behind it while the other goes on where it was killed.
        again = assess(folder, 1)
        with again:
            to_the_menu(second, 1, "4423w11521", "Alleen organiseren")
            again.wait_for("Een half zin", "nog niet had ingevoerd")
            again.press("netje", "Enter")
            again.wait_for("Vraag 3 van 10", "Notitie: Een half zinnetje")
            to_the_menu(again, 3, "01254145", TYPED)
            choose_and_close(again, "Het geld is er al", "Kosten uitzoeken")
        choose_and_close(second, "Eerlijk naar draagkracht", "De regio bellen")

        # The third has no laptop: it stops half way, on the beamer, where no place shows.
        beamer.wait_for("3 Groep 3")
        beamer.press("3")
        beamer.wait_for("Ziet de zaal dit scherm?")
        beamer.press("Enter")
        to_the_statements(beamer, "Assen, Emmen, Hoogeveen")
        for number, answer in enumerate("321", 1):
            beamer.wait_for(f"Vraag {number} van 10")
            beamer.press(answer)
        beamer.wait_for("Vraag 4 van 10")
        beamer.press("u")
        beamer.wait_for("De zaal kijkt mee.")
        beamer.press("q")
        beamer.wait_for("Druk op Enter om te stoppen")
        beamer.press("Enter")
        beamer.wait_for("bij de stellingen: 3 van de 10", "op papier: nog")

        entered = run("workshop", "enter", folder, "groep-4", *PAPER)
        assert entered.exit_code == 0, entered.stderr
        beamer.wait_for("4 Groep 4", gone="op papier: nog")
        assert beamer.text.count("klaar") == 3, beamer.text

    check_files(folder, content)
    slides = run("workshop", "plenary", folder, "-o", "plenaire.html", *DAY)
    assert slides.exit_code == 0, slides.stderr
    shown = html.unescape(re.sub(r"<[^>]*>", "\n", Path("plenaire.html").read_text("utf-8")))
    check_slides(folder, content, shown)

    report = run("workshop", "report", folder, "-o", "verslag", "--as", "pdf", "--depth", "kort", *DAY)
    assert report.exit_code == 0, report.stderr
    told = " ".join("".join(pages_of(Path("verslag/verslag.pdf").read_bytes())).split())
    assert all(words in told for words in ("Kosten uitzoeken", "De regio bellen", "De wethouders bellen", TYPED))

    archived = run("workshop", "archive", folder, "-o", "archief")
    assert archived.exit_code == 0, archived.stderr
    kept = "".join(path.read_text("utf-8") for path in Path("archief").glob("*.yaml"))
    assert all(words not in kept for words in ("Anna", "Kust", "Assen", "Een stichting", "busreis", TYPED))
    assert run("batch", "archief", "--overview", "overzicht.html", *DAY).exit_code == 0


def check_files(folder: Path, content: Content) -> None:
    """All that the groups typed."""
    said = {name: read_assessment(group_path(folder, f"groep-{name}"), content).assessment for name in (1, 2, 3, 4)}
    first, second = said[1], said[2]
    assert [answer.value for answer in second.answers.values()] == [4, 4, 2, 3, "weet-niet", 1, 1, 5, 2, 1]
    assert len(first.answers) == 10
    assert first.answers["m6"].note == "Een half zinnetje"
    assert (first.key_question.answer, first.highlights.striking) == (TYPED, TYPED)
    assert [len(one.estimate.dots) for one in said.values()] == [3, 3, 3, 3]
    assert [len(one.answers) for one in said.values()] == [10, 10, 3, 9]
    assert [len(one.agreements) for one in said.values()] == [1, 1, 0, 1]


def check_slides(folder: Path, content: Content, shown: str) -> None:
    """That the slides say just what was saved."""
    words = " ".join(shown.split())
    session = read_session(folder, content)
    assert session.attention() == ()
    for group in session.groups:
        said = group.assessment
        assert said is not None
        assert f"{group.label} · {group.initiative.name}" in words
        assert said.key_question.answer in words
        assert said.highlights.striking in words
        assert all(choice.consideration in words for choice in said.choices.values())
    half = f"Groep 3 · {session.groups[2].initiative.name}"
    assert re.search(f"{re.escape(half)}.{{,120}}eigen inschatting", words, re.IGNORECASE), "it came out nowhere yet"
    assert "Anders gezien: Energieteam Kust" in words
    assert "Een busreis" in words
    assert "Er zijn 3 afspraken gemaakt" in words
