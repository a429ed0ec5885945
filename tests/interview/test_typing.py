"""Pasting, slow keys, windows that change size and text that is not entered yet, in a real terminal."""

from __future__ import annotations

import json
import os
import signal
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.drafts import Drafts
from poolwijzer.interview.screens.keyboard import ESCAPE_DELAY
from tests.interview.terminal import Terminal
from tests.interview.test_conversations import ASSESS, name_it

pytestmark = pytest.mark.slow

FILE = """poolwijzer: 1
initiative: {id: proef, name: Proef}
questions: kort
context: {verband: {kind: provincie, name: de provincie Drenthe}}
"""
MOTIVATION = (*ASSESS, "p.yaml", "--part", "motivatie")
PROSE = "Eerste regel\r3 gemeenten willen niet\r5 wel\r"
LINES = ("Eerste regel", "3 gemeenten willen niet", "5 wel")
TYPED, TOLD = [f"› {line}" for line in LINES], f"Notitie: {' / '.join(LINES)}"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@contextmanager
def at_the_first_note(folder: Path, **environment: str) -> Iterator[Terminal]:
    """The first statement is answered with 4, and its note is open."""
    with Terminal(*MOTIVATION, cwd=folder, environment=environment) as terminal:
        terminal.wait_for("Vraag 1 van 5")
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 5")
        terminal.press("Escape")
        terminal.wait_for("Vraag 1 van 5")
        terminal.press("n")
        terminal.wait_for("Notitie bij:")
        yield terminal


def rest(terminal: Terminal, seconds: float = 0.3) -> None:
    """Let so much time pass, as a person does."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(min(left, 0.02))


def load(path: Path, content: Content) -> Assessment:
    return read_assessment(path, content).assessment


# Pasting.


def test_lines_pasted_into_a_note_answer_nothing_and_end_in_the_note(file: Path, content: Content) -> None:
    with at_the_first_note(file.parent) as terminal:
        terminal.press(PROSE)
        terminal.wait_for(*TYPED)
        rest(terminal)
        assert load(file, content).answers.keys() == {"m2"}
        terminal.press("Enter")
        terminal.wait_for(TOLD, "Vraag 1 van 5")
        assert terminal.stop() == 0
    answers = load(file, content).answers
    assert answers.keys() == {"m2"}
    assert (answers["m2"].value, answers["m2"].note) == (4, "\n".join(LINES))


@pytest.mark.parametrize("pause", [0.0, 0.004])
@pytest.mark.parametrize("pieces", [PROSE.splitlines(keepends=True), list(PROSE), [PROSE[:7], PROSE[7:13], PROSE[13:]]])
def test_a_slow_line_may_cut_what_is_pasted_anywhere(file: Path, pieces: list[str], pause: float) -> None:
    with at_the_first_note(file.parent) as terminal:
        for piece in pieces:
            terminal.press(piece)
            time.sleep(pause)
        terminal.wait_for(*TYPED, "Notitie bij:")


def test_what_is_pasted_may_be_cut_just_before_the_end_of_a_line(file: Path) -> None:
    with at_the_first_note(file.parent) as terminal:
        terminal.press(LINES[0])
        terminal.wait_for(TYPED[0])
        terminal.press(PROSE.removeprefix(LINES[0]))
        terminal.wait_for(*TYPED, "Notitie bij:")


def test_a_long_text_that_is_pasted_stays_whole(file: Path) -> None:
    lines = [f"{number} van ons zegt dit en nog wat meer" for number in range(120)]
    with at_the_first_note(file.parent) as terminal:
        terminal.press("\r".join(lines))
        terminal.wait_for("119 van ons zegt dit en nog wat meer")
        rest(terminal)
        terminal.press("Enter")
        terminal.wait_for("Vraag 1 van 5", "1 geen")
        terminal.stop()
    block = "\n      ".join(["note: |-", *lines])
    assert f"    {block}\n" in file.read_text(encoding="utf-8")


def test_lines_pasted_at_a_statement_answer_nothing(file: Path, content: Content) -> None:
    with Terminal(*MOTIVATION, cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 5")
        for pasted in (PROSE, f"\x1b[200~{PROSE}\x1b[201~", "3\r5\r", "\x1b[200~3\r5\r\x1b[201~"):
            terminal.press(pasted)
            terminal.wait_for("geen rij antwoorden", "Vraag 1 van 5")
            rest(terminal, 0.1)
            terminal.press("Up")
            terminal.wait_for("Vraag 1 van 5", gone="geen rij antwoorden")
        terminal.press("q")
        assert terminal.ended() == 0
    assert not load(file, content).answers


def test_lines_pasted_where_it_asks_line_by_line_answer_nothing(file: Path, content: Content) -> None:
    with Terminal(*MOTIVATION, "--plain", cwd=file.parent, columns=120, rows=60) as terminal:
        terminal.wait_for("Vraag 1 van 5", "q stoppen)\n>")
        terminal.press(PROSE)
        terminal.wait_for("geen regels plakken")
        terminal.answer("4", "t", "n")
        terminal.press(PROSE)
        terminal.wait_for("(regel 4; een lege regel is klaar)")
        terminal.answer("")
        terminal.wait_for(TOLD)
        terminal.answer("3 gemeenten willen niet")
        terminal.wait_for("kan hier niet")
        terminal.answer("q")
        terminal.wait_for("Druk op Enter om te stoppen")
        terminal.press("Enter")
        assert terminal.ended() == 0
    answers = load(file, content).answers
    assert answers.keys() == {"m2"} and (answers["m2"].value, answers["m2"].note) == (4, "\n".join(LINES))


def test_a_column_of_names_that_is_pasted_is_a_list(tmp_path: Path, content: Content) -> None:
    for number, pasted in enumerate(
        (
            "\x1b[200~Assen\r\nEmmen\r\nDen Haag\r\n\x1b[201~",
            "\x1b[200~Assen\tEmmen\tDen Haag\x1b[201~",
            "Assen\rEmmen\rDen Haag\r",
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        with Terminal(*ASSESS, cwd=folder) as terminal:
            name_it(terminal)
            terminal.press(pasted)
            terminal.wait_for("› Assen, Emmen, Den Haag")
            rest(terminal, 0.1)
            terminal.press("Enter")
            terminal.wait_for("Wat wilt u delen?")
        members = load(folder / "proefregio.yaml", content).initiative.municipalities
        assert [one.name for one in members] == ["Assen", "Emmen", "'s-Gravenhage"]


def test_what_a_person_types_ahead_is_taken_key_by_key(file: Path, content: Content) -> None:
    with Terminal(*MOTIVATION, cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 5")
        terminal.press("n")
        terminal.press("een notitie")
        terminal.press("Enter")
        terminal.wait_for("Notitie: een notitie")
        terminal.press(*"45w")
        terminal.wait_for("Vraag 4 van 5")
        assert terminal.stop() == 0
    answers = load(file, content).answers
    assert [answer.value for answer in answers.values()] == [4, 5, "weet-niet"]


# Keys.


@pytest.mark.parametrize("pause", [0.02, 0.1, 0.14])
def test_a_slow_arrow_is_an_arrow(file: Path, pause: float) -> None:
    attempts = 5
    while attempts:
        attempts -= 1
        late = list[float]()
        try:
            _arrows_in_pieces(file, pause, late)
            return
        except AssertionError:
            # On a busy machine a piece can come too late to be part of an arrow: then nothing was tried.
            if max(late) < (ESCAPE_DELAY - pause) / 2 or not attempts:
                raise
            file.with_name("p.yaml.concept").unlink(missing_ok=True)


def _arrows_in_pieces(file: Path, pause: float, late: list[float]) -> None:
    """Arrows whose pieces come one by one; `late` gets how much later than meant each of them came."""

    def slowly(terminal: Terminal, *pieces: str) -> None:
        for piece in pieces:
            begun = time.monotonic()
            terminal.press(piece)
            rest(terminal, pause)
            late.append(time.monotonic() - begun - pause)

    with Terminal(*MOTIVATION, cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 5")
        slowly(terminal, "\x1b", "[B")
        slowly(terminal, "\x1b", "[", "B")
        slowly(terminal, "\x1bO", "B")
        terminal.wait_for("▸ 3 ongeveer de helft", "Vraag 1 van 5")
        terminal.press("n")
        terminal.wait_for("Notitie bij:")
        terminal.press("ac")
        slowly(terminal, "\x1b", "[D")
        terminal.press("b")
        terminal.wait_for("› abc")


def test_control_keys_and_alt_do_nothing_that_nobody_asked_for(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        terminal.begin()
        for keys in ("Proef", "\x1a", "Noo", "\x13", "\x12", "\x18\x05", "\x11", "\x14", "\x1br", "\x0f", "\x1f", "d"):
            terminal.press(keys)
            rest(terminal, 0.05)
        terminal.wait_for("› Noord")
        assert "search" not in terminal.text
        terminal.press("Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
    assert load(tmp_path / "noord.yaml", content).initiative.name == "Noord"


# Windows.


def test_a_text_question_comes_back_whatever_the_window_does(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        name_it(terminal)
        terminal.resize(30, 10)
        terminal.wait_for("Welke gemeenten doen mee?", "›")
        terminal.resize(100, 30)
        form = ("Naam         Proefregio", "Thema", "Welke gemeenten doen mee?", "Typ namen", "›", "Tab aanvullen")
        terminal.wait_for(*form)
        terminal.press("z")
        text = terminal.wait_for("› z", *form)
        assert text.count("Welke gemeenten doen mee?") == 1
        terminal.resize(60, 20)
        terminal.wait_for("› z", "Welke gemeenten doen mee?", "Tab aanvullen")


def test_a_panel_of_ten_rows_shows_the_question_and_its_answers_first(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path, columns=100, rows=10) as terminal:
        name_it(terminal)
        terminal.wait_for("›", "Enter verder")
        terminal.press("Enter")
        text = terminal.wait_for(
            "Wat wilt u delen?", "1 menskracht", "2 denkkracht", "3 menskracht en denkkracht", "Esc terug"
        )
        assert "meer" not in text
        for answers in (
            ("Hoe ver is het initiatief?", "1 idee", "5 evalueren"),
            ("Welke organisatie boven", "1 provincie", "7 geen"),
            ("Waaraan wilt u werken?", "1 [ ]", "7 [ ] anders"),
            ("De twee assen en de vier plekken", "Enter verder"),
            ("Wijs de plek aan", "Motivatie: 3", "○"),
            ("Onze gemeenten", "Voor hoeveel", "1 geen", "w weet niet", "1-5 antwoord"),
        ):
            terminal.press("Right" if "Thema" not in terminal.text and "werken?" not in terminal.text else "Enter")
            if "Onze gemeenten" in answers:
                terminal.press("s")
            terminal.wait_for(*answers)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (100, 9)])
def test_the_first_screen_is_whole(tmp_path: Path, columns: int, rows: int) -> None:
    for number in range(8):
        (tmp_path / f"een-initiatief-met-een-lange-naam-{number}.yaml").write_text(FILE, encoding="utf-8")
    with Terminal(cwd=tmp_path, columns=columns, rows=rows) as terminal:
        text = terminal.wait_for("Een nieuw gesprek beginnen", "Stoppen")
    assert "Poolwijzer: samen mensen en kennis delen. Wat wilt u doen?" in " ".join(text.split())
    assert ("Enter kiezen" in text) is (rows > 9)
    assert all(len(line) < columns for line in text.split("\n"))


# What is not entered yet.


def break_off(terminal: Terminal, how: str) -> None:
    """End the program in the middle of a line, in this way."""
    if how == "Ctrl-C":
        terminal.press(how)
        assert terminal.ended() == 130
    elif how == "window":
        terminal.child.close(force=False)
        rest_of_it = time.monotonic() + 5
        while terminal.child.isalive() and time.monotonic() < rest_of_it:
            time.sleep(0.05)
    else:
        terminal.child.kill(getattr(signal, how))
        terminal.ended()


@pytest.mark.parametrize("how", ["Ctrl-C", "SIGHUP", "SIGTERM", "SIGKILL", "window"])
def test_half_a_note_comes_back_in_its_field_however_it_was_broken_off(file: Path, content: Content, how: str) -> None:
    file.chmod(0o640)
    with at_the_first_note(file.parent) as terminal:
        terminal.press("Halve ")
        terminal.wait_for("› Halve")
        terminal.press("notitie")
        terminal.wait_for("› Halve notitie")
        break_off(terminal, how)
        if how in ("Ctrl-C", "SIGHUP"):
            assert "Uw antwoorden staan in p.yaml." in terminal.text
            assert "staat in p.yaml.concept." in terminal.text
    draft = file.with_name("p.yaml.concept")
    assert "Halve notitie" in draft.read_text(encoding="utf-8")
    if os.name == "posix":
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert load(file, content).answers["m2"].note == ""
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Notitie bij: Onze gemeenten", "› Halve notitie", "nog niet had ingevoerd")
        terminal.press(" af", "Enter")
        terminal.wait_for("Notitie: Halve notitie af", "● de meeste")
        assert "Halve" not in draft.read_text(encoding="utf-8")
        assert terminal.stop() == 0
    assert load(file, content).answers["m2"].note == "Halve notitie af"
    left = {path.name for path in file.parent.iterdir()}
    assert left == {"p.yaml", "p.yaml.concept"} and not Drafts(file).newest()


def test_an_orderly_end_leaves_no_draft_but_of_what_could_not_be_taken(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        name_it(terminal)
        terminal.press("Assen, Emmm")
        terminal.wait_for("› Assen, Emmm")
        terminal.press("Escape")
        terminal.wait_for("Wat wilt u doen?")
        terminal.press("9", "Enter")
        assert terminal.ended() == 0
        assert "proefregio.yaml.concept" in terminal.text
    with Terminal(*ASSESS, "proefregio.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("› Assen, Emmm")
        terminal.press("en")
        terminal.wait_for("› Assen, Emmmen")
        terminal.press(*["\x7f"] * 4, "men")
        terminal.wait_for("› Assen, Emmen")
        terminal.press("Escape")
        terminal.wait_for("Wat wilt u doen?")
        terminal.press("9", "Enter")
        assert terminal.ended() == 0
        assert "concept" not in terminal.text
    assert {path.name for path in tmp_path.iterdir()} == {"proefregio.yaml", "proefregio.yaml.concept"}
    assert len(load(tmp_path / "proefregio.yaml", content).initiative.municipalities) == 2


def test_half_a_name_is_told_where_there_is_no_file_and_kept_where_one_was_named(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        terminal.begin()
        terminal.press("Halve na")
        terminal.wait_for("› Halve na")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
        assert "Niet bewaard is wat u nog typte: Halve na" in terminal.text
    assert not list(tmp_path.iterdir())
    for again in (False, True):
        with Terminal(*ASSESS, "nieuw.yaml", cwd=tmp_path) as terminal:
            terminal.wait_for("Hoe heet het initiatief?") if again else terminal.begin()
            terminal.press("am")
            rest(terminal)
            terminal.press("Ctrl-C")
            assert terminal.ended() == 130
            assert "nieuw.yaml.concept" in terminal.text and "poolwijzer assess nieuw.yaml" in terminal.text
    with Terminal(*ASSESS, "nieuw.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("› amam")
        terminal.press("Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("Ctrl-C")
        terminal.ended()
    assert {path.name for path in tmp_path.iterdir()} == {"nieuw.yaml", "nieuw.yaml.concept"}


def test_line_by_line_arrows_leave_nothing_in_a_text_and_a_column_is_a_list(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, "--plain", cwd=tmp_path, columns=120, rows=60) as terminal:
        terminal.begin()
        terminal.answer("Pro\x1b[D\x1bOCef\x1b[3~")
        terminal.press("Assen\rEmmen\rDen Haag\r")
        terminal.wait_for("Wat wilt u delen?")
        terminal.press("q", "Enter")
        assert terminal.ended() == 0
    initiative = load(tmp_path / "proef.yaml", content).initiative
    assert initiative.name == "Proef" and len(initiative.municipalities) == 3


def test_line_by_line_the_last_words_say_that_half_a_line_is_not_kept(file: Path) -> None:
    with Terminal(*MOTIVATION, "--plain", cwd=file.parent, columns=120) as terminal:
        terminal.wait_for("Vraag 1 van 5", "q stoppen)\n>")
        terminal.press("hal")
        rest(terminal)
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
        assert "Niet bewaard is een regel waarachter u nog geen Enter gaf." in terminal.text


def test_line_by_line_a_text_of_lines_ends_with_an_empty_one_and_each_line_is_kept(
    file: Path, content: Content
) -> None:
    with Terminal(*MOTIVATION, "--plain", cwd=file.parent, columns=120, rows=60) as terminal:
        terminal.wait_for("Vraag 1 van 5", "q stoppen)\n>")
        terminal.answer("n", "eerste regel", "/o")
        terminal.wait_for("'/o' kan hier niet. Geef eerst een lege regel; dan is uw tekst bewaard.")
        terminal.answer("tweede regel")
        terminal.wait_for("(regel 3; een lege regel is klaar)")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
        assert "staat in p.yaml.concept." in terminal.text
    with Terminal(*MOTIVATION, "--plain", cwd=file.parent, columns=120, rows=60) as terminal:
        terminal.wait_for("Nu: eerste regel\ntweede regel\n", "elke Enter begint een nieuwe regel")
        terminal.answer("")
        terminal.wait_for("Notitie: eerste regel / tweede regel")
        terminal.answer("n", "/erbij", "derde regel", "")
        terminal.wait_for("Notitie: eerste regel / tweede regel / derde regel")
        terminal.answer("q")
        terminal.press("Enter")
        assert terminal.ended() == 0
    assert load(file, content).answers["m2"].note == "eerste regel\ntweede regel\nderde regel"
    assert json.loads((file.parent / "p.yaml.concept").read_text(encoding="utf-8"))["texts"] == {}
