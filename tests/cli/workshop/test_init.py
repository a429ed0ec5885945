"""`poolwijzer workshop init`: the folder of a session, as a user asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.file_claim import FileClaim
from poolwijzer.workshop.folder import read_session
from poolwijzer.workshop.group_file import dump_group, first_assessment
from poolwijzer.workshop.plan import RoomInitiative
from tests.formats.pdf.reading import told
from tests.interview.terminal import PATIENCE, Terminal
from tests.roots import ROOT
from tests.workshop.a_room import PLAN, make_room

Run = Callable[..., Result]
ON = ("--date", "2026-12-10")
FIRST = ("--initiative", "Flexteam Noord; Noord; in uitvoering; 24")
SECOND = ("--initiative", "Kennisring <b>; ; ; 9")
SMALL = ("--paper", "a4")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_makes_a_session_and_tells_what_to_do_next(run: Run, tmp_path: Path, content: Content) -> None:
    folder = tmp_path / "sessie"
    result = run("workshop", "init", folder, *FIRST, *SECOND, *ON, *SMALL, "--title", "Wij samen", "--place", "Assen")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Groep 3: Kennisring <b>, 9 mensen\n" in result.stderr
    assert f"Geschreven: {folder / 'werkbladen' / 'groep-1.pdf'}\n" in result.stderr
    assert "poolwijzer assess groep-1.yaml --beamer --minutes 20\n" in result.stderr
    assert result.stderr.endswith(f"poolwijzer workshop run {folder}\n")
    session = read_session(folder, content)
    assert (session.plan.title, session.plan.place, session.plan.date.isoformat()) == ("Wij samen", "Assen", ON[1])
    assert session.plan.initiatives == {
        "flexteam-noord": RoomInitiative(name="Flexteam Noord", region="Noord", phase="draait", votes=24),
        "kennisring-b": RoomInitiative(name="Kennisring <b>", votes=9),
    }
    told_of = [(group.plan.name, group.plan.initiative, group.plan.people) for group in session.groups]
    assert told_of == [
        ("Groep 1", "flexteam-noord", 12),
        ("Groep 2", "flexteam-noord", 12),
        ("Groep 3", "kennisring-b", 9),
    ]
    assert all(group.reading == "whole" and not group.remarks for group in session.groups)
    saved = [group.assessment for group in session.groups if group.assessment]
    assert [one.initiative.id for one in saved] == ["flexteam-noord", "flexteam-noord", "kennisring-b"]
    assert [one.context for one in saved] == [{"fase": "draait"}, {"fase": "draait"}, {}]
    assert set(contents(folder)) == {
        "workshop.yaml",
        "draaiboek.html",
        *(f"groep-{number}.yaml" for number in (1, 2, 3)),
        *(f"werkbladen/groep-{number}.pdf" for number in (1, 2, 3)),
    }


def test_the_sheets_say_of_which_group_they_are_on_the_paper_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sessie"
    run("workshop", "init", folder, *FIRST, "--groups", "1", *ON)
    sheets = (folder / "werkbladen" / "groep-1.pdf").read_bytes()
    assert "(A3)" in told(sheets, "pdfinfo")
    assert " ".join(told(sheets, "pdftotext").split()).count("Groep 1 Flexteam Noord") == 3
    assert "sparren of advies" in told(sheets, "pdftotext")


def test_the_minutes_go_into_the_plan_and_what_laptops_type(run: Run, tmp_path: Path, content: Content) -> None:
    folder = tmp_path / "sessie"
    minutes = ("--introduction", "5", "--acquaintance", "10", "--analysis", "30", "--plenary", "25")
    run("workshop", "init", folder, *SECOND, *minutes, *ON, *SMALL)
    assert read_session(folder, content).plan.minutes.model_dump() == {
        "introduction": 5,
        "acquaintance": 10,
        "analysis": 30,
        "plenary": 25,
    }
    page = (folder / "draaiboek.html").read_text(encoding="utf-8")
    assert "--minutes 40" in page
    assert "--menus" not in page


def test_an_example_is_half_filled_and_says_that_it_is_one(run: Run, tmp_path: Path, content: Content) -> None:
    result = run("workshop", "init", tmp_path, "--example", *ON, *SMALL)
    assert result.exit_code == 0
    session = read_session(tmp_path, content)
    assert all(group.reading == "whole" and not group.remarks for group in session.groups)
    assert [len(group.assessment.answers) for group in session.groups if group.assessment] == [9, 9, 3, 0]
    assert "Dit is een oefensessie" in (tmp_path / "draaiboek.html").read_text(encoding="utf-8")


def test_the_same_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "een", tmp_path / "twee"
    for folder in (first, second):
        run("workshop", "init", folder, *SECOND, *ON, *SMALL)
    assert contents(first) == contents(second)


def test_a_house_style_shows_on_the_sheets_and_on_the_page(run: Run, tmp_path: Path) -> None:
    style = tmp_path / "stijl.yaml"
    style.write_text('name: Gemeente Heuvelzoom\naccent: "#7a0019"\n', encoding="utf-8")
    looks = ("--style", style, "--organisation", "Regio Noord")
    run("workshop", "init", tmp_path / "een", *SECOND, *ON, *SMALL, *looks)
    assert "Regio Noord" in told((tmp_path / "een" / "werkbladen" / "groep-1.pdf").read_bytes(), "pdftotext")
    page = (tmp_path / "een" / "draaiboek.html").read_text(encoding="utf-8")
    assert "Regio Noord" in page
    assert "#7a0019" in page


def test_own_menus_are_what_the_sheets_are_made_of(run: Run, tmp_path: Path) -> None:
    menus = ROOT / "tests" / "files" / "menus" / "other-typology"
    result = run("workshop", "init", tmp_path / "sessie", "--initiative", "Eén", *ON, *SMALL, "--menus", menus)
    assert result.exit_code == 0
    sheets = (tmp_path / "sessie" / "werkbladen" / "groep-1.pdf").read_bytes()
    assert "sparren of advies" not in told(sheets, "pdftotext")
    assert "--menus en die map." in (tmp_path / "sessie" / "draaiboek.html").read_text(encoding="utf-8")


# What is there already.


def test_a_folder_with_anything_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "verslag.docx").write_bytes(b"van mij")
    result = run("workshop", "init", tmp_path, *FIRST, *ON)
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path}: In deze map staat al iets. "
        "Kies een andere map, of gebruik --force om de voorbereiding opnieuw te maken.\n"
    )
    assert contents(tmp_path) == {"verslag.docx": b"van mij"}


def test_what_a_system_puts_in_a_folder_by_itself_does_not_count(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"")
    assert run("workshop", "init", tmp_path, *SECOND, *ON, *SMALL).exit_code == 0


def test_force_makes_the_preparation_anew_and_touches_nothing_else(run: Run, tmp_path: Path, content: Content) -> None:
    run("workshop", "init", tmp_path, *SECOND, *ON, *SMALL)
    (tmp_path / "notities.txt").write_bytes(b"van mij")
    result = run("workshop", "init", tmp_path, "--initiative", "Iets anders", *ON, *SMALL, "--force")
    assert result.exit_code == 0
    assert [group.plan.initiative for group in read_session(tmp_path, content).groups] == ["iets-anders"]
    assert read_assessment(tmp_path / "groep-1.yaml", content).assessment.initiative.name == "Iets anders"
    assert contents(tmp_path)["notities.txt"] == b"van mij"


@pytest.mark.parametrize("groups", ["1", "4"])
def test_force_never_replaces_what_a_group_filled_in(run: Run, tmp_path: Path, content: Content, groups: str) -> None:
    """Also where the new session would have fewer groups."""
    make_room(tmp_path, content)
    (tmp_path / "groep-1.yaml").unlink()
    before = contents(tmp_path)
    result = run("workshop", "init", tmp_path, *FIRST, "--groups", groups, *ON, *SMALL, "--force")
    assert result.exit_code == 2
    assert [line.partition(": ")[0] for line in result.stderr.splitlines() if "ingevuld" in line] == [
        str(tmp_path / f"groep-{number}.yaml") for number in (2, 3)
    ]
    assert contents(tmp_path) == before


def test_force_waits_for_nobody_who_is_busy_with_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "groep-1.yaml").write_bytes(dump_group(first_assessment(PLAN, "groep-1")))
    before = contents(tmp_path)
    claim = FileClaim(tmp_path / "groep-1.yaml", "", "")
    result = run("workshop", "init", tmp_path, *SECOND, *ON, *SMALL, "--force")
    claim.release()
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'groep-1.yaml'}: Iemand is met dit bestand bezig.")
    assert contents(tmp_path) == before


def test_a_file_cannot_become_a_folder(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sessie"
    file.write_bytes(b"van mij")
    result = run("workshop", "init", file, *FIRST, *ON, "--force")
    assert (result.exit_code, file.read_bytes()) == (2, b"van mij")
    assert "Dit is een bestand en geen map." in result.stderr


# Wrong use.


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "--initiative: Er is nog geen initiatief genoemd. Noem ze zo: --initiative "),
        (
            ("--initiative", "A; B; draai"),
            "--initiative: In 'A; B; draai': de fase 'draai' is er niet. Bedoelde u draait",
        ),
        (("--initiative", "A;;;veel"), "--initiative: In 'A;;;veel': 'veel' is geen aantal mensen. Schrijf een heel"),
        (("--initiative", "A;;;5000"), "--initiative: In 'A;;;5000': '5000' mensen kan niet. Kies een getal van 0 tot"),
        (("--initiative", "; Noord"), "--initiative: In '; Noord' ontbreekt de naam. Schrijf het zo: "),
        (
            ("--initiative", "a;b;;1;x"),
            "--initiative: 'a;b;;1;x' heeft 5 delen. Het zijn er hooguit 4: naam, regio, fase",
        ),
        (
            ("--initiative", "A", "--initiative", "a"),
            "--initiative: Het initiatief 'a' staat er twee keer in. Noem",
        ),
        (("--initiative", "A" * 300), "tekens. Het zijn er hooguit 200."),
        ((*FIRST, "--place", "A" * 300), "--place: Deze tekst heeft 300 tekens. Het zijn er hooguit 200. Kort hem in."),
        ((*FIRST, "--title", "A" * 300), "--title: Deze tekst heeft 300 tekens."),
        ((*FIRST, "--example"), "--initiative: Een oefensessie heeft dit zelf al."),
        (("--example", "--people", "3"), "--people: Een oefensessie heeft dit zelf al."),
        ((*FIRST, "--groups", "17"), "--groups"),
        ((*FIRST, "--groups", "0"), "--groups"),
        ((*FIRST, "--plenary", "-1"), "--plenary"),
    ],
)
def test_what_cannot_be_is_told_with_the_option_and_nothing_is_made(
    run: Run, tmp_path: Path, given: tuple[str, ...], said: str
) -> None:
    folder = tmp_path / "sessie"
    result = run("workshop", "init", folder, *given, *ON)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not folder.exists()


def test_more_groups_than_people_are_not_made_and_that_is_said(run: Run, tmp_path: Path) -> None:
    result = run("workshop", "init", tmp_path, *SECOND, "--people", "2", "--groups", "3", *ON, *SMALL)
    assert result.exit_code == 0
    assert "--groups: Zoveel groepen kan niet" in result.stderr
    assert not (tmp_path / "groep-3.yaml").exists()


# At a terminal.


def asked(terminal: Terminal, before: str) -> str:
    """The screen once it asks for a line, and is no longer as it was before."""
    end = time.monotonic() + PATIENCE
    while not (terminal.text.endswith("\n>") and terminal.text != before):
        assert terminal.read() and time.monotonic() < end, f"it asks for no line:\n{terminal.text}"
    return terminal.text


@pytest.mark.slow
@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_at_a_terminal_it_asks_who_is_in_the_room(tmp_path: Path, content: Content, term: str) -> None:
    typed = ["", "Flexteam", "Drenthe", "4", "24", "Kennisring", "", "", "", "", "36", "2", ""]
    arguments = ("workshop", "init", "sessie", *ON, *SMALL)
    with Terminal(*arguments, cwd=tmp_path, rows=90, environment={"TERM": term}) as terminal:
        shown = ""
        for line in typed:
            shown = asked(terminal, shown)
            terminal.press(line, "Enter")
        terminal.wait_for("poolwijzer workshop run sessie")
    session = read_session(tmp_path / "sessie", content)
    assert session.plan.title == "Werksessie"
    assert [group.plan.people for group in session.groups] == [24, 12]


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_half_made_and_what_was_typed_need_not_be_typed_again(tmp_path: Path) -> None:
    with Terminal("workshop", "init", "sessie", *ON, cwd=tmp_path, rows=60) as terminal:
        shown = ""
        for line in ("", "Flexteam; Noord", "", "4", "24"):
            shown = asked(terminal, shown)
            terminal.press(line, "Enter")
        asked(terminal, shown)
        terminal.press("Ctrl-C")
        terminal.wait_for("Gestopt.")
        assert "--initiative 'Flexteam, Noord; ; draait; 24'" in " ".join(terminal.text.split())
    assert list(tmp_path.iterdir()) == []
