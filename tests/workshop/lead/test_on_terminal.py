"""Leading a session at a real terminal, while groups save."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from poolwijzer.content.content import Content
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.group_file import dump_group
from poolwijzer.workshop.lead.big_figures import BLOCK
from poolwijzer.workshop.lead.kept import kept_path
from tests.interview.terminal import Terminal
from tests.workshop.a_room import files, make_room

pytestmark = pytest.mark.slow

RUN = ("workshop", "run", ".")


@pytest.fixture
def room(tmp_path: Path, content: Content) -> Path:
    return make_room(tmp_path, content)


def test_a_session_is_led_while_groups_save_and_goes_on_after_a_kill(room: Path, content: Content) -> None:
    with Terminal(*RUN, cwd=room, columns=100, rows=30) as terminal:
        terminal.wait_for("Inleiding · 1 van 4", "3 Groep 3", "bij de stellingen: 2 van de 10", BLOCK)
        terminal.press("PageDown")
        terminal.wait_for("Het initiatief bespreken · 2 van 4")
        terminal.press("Enter")
        terminal.wait_for("Samen analyseren · 3 van 4")
        terminal.press("-", " ")
        terminal.wait_for("pauze\n\nWaar staat")
        (room / "groep-3.yaml").write_bytes(dump_group(files(content)["groep-1"]))
        terminal.wait_for("3 Groep 3", gone="bij de stellingen")
        (room / "groep-2.yaml").write_bytes(b"poolwijzer: 2\ninitia")
        terminal.wait_for("bestand wordt gekopieerd", "groep-2.yaml: Dit bestand is nog niet heel.")
        terminal.resize(40, 12)
        terminal.wait_for("Samen analyseren", gone=BLOCK)
        left = terminal.text.splitlines()[0].split()[-1]
        assert left in ("14:00", "13:59", "13:58")
        with Terminal(*RUN, cwd=room) as second:
            second.wait_for("Deze werksessie wordt al geleid")
            assert second.ended() == 2
        terminal.child.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    with Terminal(*RUN, cwd=room, columns=40, rows=12) as again:
        # The clock stands still, so it shows what it showed.
        again.wait_for("Samen analyseren", left, "klaar")
        assert BLOCK not in again.text
        again.resize(160, 48)
        again.wait_for("Samen analyseren · 3 van 4", "Warmtepool Heuvelrand", BLOCK)
        again.press("Left")
        again.wait_for("Het initiatief bespreken · 2 van 4")
        again.press("q")
        again.wait_for("De werksessie is gestopt.")
        assert again.ended() == 0
    assert kept_path(room).exists()


def test_a_laptop_alone_holds_a_conversation_adds_an_initiative_and_makes_the_slides(
    room: Path, content: Content
) -> None:
    with Terminal(*RUN, cwd=room, columns=100, rows=32) as terminal:
        terminal.wait_for("Inleiding · 1 van 4")
        terminal.press("i")
        terminal.wait_for("Hoe heet het initiatief?")
        terminal.press("Pool [x] Zeeland", "Enter")
        terminal.wait_for("In welke regio is dat?")
        terminal.press("Zeeland", "Enter")
        terminal.wait_for("Hoeveel mensen")
        terminal.press("12", "Enter")
        terminal.wait_for("Pool [x] Zeeland staat erbij, voor Groep 5.", "nog niet begonnen")
        terminal.press("4")
        terminal.wait_for("Het gesprek van Groep 4 op dit scherm", "Ziet de zaal dit scherm?")
        terminal.press("Escape")
        terminal.wait_for("Inleiding · 1 van 4")
        terminal.press("4")
        terminal.wait_for("Ziet de zaal dit scherm?")
        terminal.press("Enter")
        terminal.wait_for("groep-4.yaml", "Welke gemeenten doen mee?")
        terminal.press("Assen", "Enter")
        terminal.wait_for("Assen", gone="Welke gemeenten doen mee?")
        terminal.press("Ctrl-C")
        terminal.wait_for("Het gesprek van Groep 4 is bewaard.", "bij het initiatief")
        terminal.press("?")
        terminal.wait_for("De toetsen hier", "opent het gesprek van die groep")
        terminal.press("Enter")
        for part in ("Het initiatief bespreken", "Samen analyseren", "Plenaire afsluiting"):
            terminal.press("PageDown")
            terminal.wait_for(part)
        terminal.press("p")
        terminal.wait_for("De dia's staan in plenaire.html.")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    assert (room / "plenaire.html").stat().st_size > 1000
    groups = {group.id: group for group in read_session(room, content).groups}
    known = groups["groep-4"].assessment
    assert known is not None
    assert [one.name for one in known.initiative.municipalities] == ["Assen"]
    assert groups["groep-5"].reading == "whole"
    assert (room / "werkbladen" / "groep-5.pdf").exists()


def test_line_by_line_only_what_is_new_is_said(room: Path, content: Content) -> None:
    with Terminal(*RUN, cwd=room, columns=100, rows=50, environment={"TERM": "dumb"}) as terminal:
        terminal.wait_for("Deel 1 van 4: Inleiding. Nog 15 minuten.", "(Enter verder")
        terminal.press("Enter")
        terminal.wait_for("Deel 2 van 4: Het initiatief bespreken. Nog 5 minuten.")
        (room / "groep-3.yaml").write_bytes(dump_group(files(content)["groep-1"]))
        terminal.wait_for("3 Groep 3, Warmtepool Heuvelrand: klaar (bewaard")
        assert terminal.text.count("1 Groep 1, Flexteam Drenthe: klaar") == 1
        terminal.press("iets", "Enter")
        terminal.wait_for("'iets' kan hier niet.")
        terminal.press("k", "Enter")
        terminal.wait_for("De klok staat stil.")
        terminal.press("q", "Enter")
        assert terminal.ended() == 0
    assert BLOCK.encode() not in terminal.raw


def test_the_start_menu_goes_on_with_the_session_in_a_folder_and_elsewhere_says_how_to_prepare_one(
    room: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (room / "groep-1 (1).yaml").write_bytes((room / "groep-1.yaml").read_bytes())
    with Terminal(cwd=room, columns=100, rows=30) as terminal:
        shown = terminal.wait_for("▸ 1 Verder met de werksessie", "Verder met groep-1.yaml", "Stoppen")
        assert "(1)" not in shown
        terminal.press("Enter")
        terminal.wait_for("Inleiding · 1 van 4")
        terminal.press("q")
        assert terminal.ended() == 0
    with Terminal(cwd=tmp_path_factory.mktemp("leeg")) as elsewhere:
        elsewhere.wait_for("4 Een werksessie met groepen voorbereiden", "5 Stoppen")
        elsewhere.press("4")
        elsewhere.wait_for("poolwijzer workshop init MAP")
        elsewhere.press("Enter", "5")
        assert elsewhere.ended() == 0
