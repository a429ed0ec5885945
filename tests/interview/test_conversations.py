"""Whole conversations in a real terminal."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest
from docx import Document

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from tests.cli.conftest import PROGRAM
from tests.interview.terminal import Terminal
from tests.roots import TESTS

ASSESS = ("assess", "--date", "2026-11-24")


def name_it(terminal: Terminal, name: str = "Proefregio") -> None:
    terminal.begin()
    terminal.press(name, "Enter")
    terminal.wait_for("Welke gemeenten doen mee?")


def to_the_statements(terminal: Terminal) -> None:
    """The quickest way: a name, a body, and everything else skipped."""
    name_it(terminal)
    terminal.press("Enter")
    for question in ("Wat wilt u delen?", "Hoe ver is het initiatief?", "Welke organisatie boven"):
        terminal.wait_for(question)
        terminal.press("Right")
    terminal.wait_for("Waaraan wilt u werken?")
    terminal.press("Enter")
    terminal.wait_for("De twee assen en de vier plekken")
    terminal.press("Enter")
    terminal.wait_for("Wijs de plek aan")
    terminal.press("s")
    terminal.wait_for("Vraag 1 van 10, motivatie")


def load(path: Path, content: Content) -> Assessment:
    return read_assessment(path, content).assessment


@pytest.mark.slow
def test_twenty_minutes_from_nothing_to_a_report_in_less_than_30_decisions(tmp_path: Path, content: Content) -> None:
    decisions = 0

    def decide(terminal: Terminal, wait_for: str, *keys: str) -> None:
        nonlocal decisions
        terminal.wait_for(wait_for)
        terminal.press(*keys)
        decisions += 1

    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        decide(terminal, "Welkom", "Enter")
        decide(terminal, "Hoe heet het initiatief?", "Flexpool Drenthe", "Enter")
        decide(terminal, "Welke gemeenten doen mee?", "provincie Drenthe", "Enter")
        decide(terminal, "Wat wilt u delen?", "2")
        decide(terminal, "Hoe ver is het initiatief?", "3")
        decide(terminal, "Welke organisatie boven", "1")
        terminal.wait_for("de provincie Drenthe")  # the name is beyond doubt, and is not asked
        decide(terminal, "Waaraan wilt u werken?", "1", "Enter")
        decide(terminal, "De twee assen en de vier plekken", "Enter")
        decide(terminal, "Wijs de plek aan", "Right", "Right", "Up", "Up", "Enter")
        terminal.wait_for("Vraag 1 van 10, motivatie", "Onze gemeenten zeggen", "flexpool-drenthe.yaml")
        terminal.press("4 5 2 4 2")
        terminal.wait_for("Vraag 6 van 10, betrokkenheid", "De provincie Drenthe heeft dit thema")
        terminal.press("5", "5", "1", "5", "4")
        decide(terminal, "Samen inrichten", "Enter")
        decide(terminal, "Hoe richten wij dit in", "Eén team bij de provincie", "Enter")
        decide(terminal, "Wat hebben de gemeenten het meest nodig?", "1", "3", "Enter")
        for component in ("Financiering", "Vorm/ organisatiestructuur", "Activiteiten", "Verdeling van middelen"):
            decide(terminal, component, "1", "Enter")
            decide(terminal, f"{component}: waarom deze keuze?", "Past bij ons", "Enter")
        decide(terminal, "Uw keuzes naast elkaar", "Enter")
        decide(terminal, "Wat spreekt u af?", "Brief aan GS", "Enter")
        decide(terminal, "Wie doet dat?", "Assen", "Enter")
        decide(terminal, "Wanneer is het klaar?", "1 december", "Enter")
        decide(terminal, "Wat spreekt u nog meer af?", "Enter")
        decide(terminal, "▸ Wat viel op?", "Iedereen wil", "Enter")
        decide(terminal, "Waar hebt u nu behoefte aan?", "1", "5", "Enter")
        terminal.wait_for("Klaar", "Samen inrichten", "Druk op r", "flexpool-drenthe.yaml")
        # Nothing is written but the answers, and how far the clock is.
        made = sorted(path.name for path in tmp_path.glob("[!.]*"))
        assert made == ["flexpool-drenthe.yaml", "flexpool-drenthe.yaml.concept"]
        terminal.press("r")
        terminal.wait_for("flexpool-drenthe-bladzijde.pdf", "flexpool-drenthe-notitie.docx")
        terminal.press("Enter")
        assert terminal.ended() == 0
        for words in ("staat in flexpool-drenthe-bladzijde.pdf", "poolwijzer assess flexpool-drenthe.yaml"):
            assert words in terminal.text
    assert decisions < 30
    made = [f"flexpool-drenthe{end}" for end in ("-bladzijde.pdf", "-notitie.docx", ".yaml")]
    assert sorted(path.name for path in tmp_path.iterdir()) == made
    note = "\n".join(paragraph.text for paragraph in Document(str(tmp_path / made[1])).paragraphs)
    for words in ("Collegevoorstel", "Brief aan GS"):
        assert words in note
    assessment = load(tmp_path / "flexpool-drenthe.yaml", content)
    assert len(assessment.initiative.municipalities) == 12
    assert len(assessment.answers) == 10
    assert assessment.agreements[0].when == "1 december"
    assert assessment.needs == ("sparren of advies", "voorbeelden uit de praktijk")


@pytest.mark.slow
def test_stopping_and_going_on_at_the_first_open_question(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("4", "5", "2")
        terminal.wait_for("Vraag 4 van 10")
        assert terminal.stop() == 0
        assert "Uw antwoorden staan in proefregio.yaml" in terminal.text
    file = tmp_path / "proefregio.yaml"
    file.write_text(f"# Van ons\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    with Terminal(*ASSESS, "proefregio.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("Verder met Proefregio", "Welke gemeenten doen mee?")
        terminal.press("Assen", "Enter")
        for question in ("Wat wilt u delen?", "Hoe ver is het initiatief?", "Welke organisatie boven"):
            terminal.wait_for(question)
            terminal.press("Right")
        terminal.wait_for("Waaraan wilt u werken?")
        terminal.press("Enter")
        terminal.wait_for("Wijs de plek aan")
        terminal.press("s")
        terminal.wait_for("Vraag 4 van 10")
        terminal.press("w")
        terminal.wait_for("Vraag 5 van 10")
        assert terminal.stop() == 0
    assessment = load(file, content)
    assert {name: answer.value for name, answer in assessment.answers.items()} == {
        "m2": 4,
        "m16": 5,
        "m6": 2,
        "m3": "weet-niet",
    }
    assert file.read_text(encoding="utf-8").startswith("# Van ons\n")


@pytest.mark.slow
def test_back_over_a_part_and_what_that_changed(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("Escape")
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("Left")
        terminal.wait_for("Wijs de plek aan")
        terminal.press("Up", "Enter")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("Escape")
        terminal.wait_for("Vraag 1 van 10", "● ")
        terminal.press("2")
        terminal.wait_for("U hebt uw antwoord aangepast.", "Vraag 2 van 10")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    assessment = load(tmp_path / "proefregio.yaml", content)
    assert assessment.answers["m2"].value == 2
    assert assessment.estimate.places["betrokkenheid"] > 3


@pytest.mark.slow
def test_notes_hands_evidence_explanation_overview_and_outcome_are_a_key_away(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("b")
        terminal.wait_for("Bewijs: brief of verslag")
        terminal.press("n")
        terminal.wait_for("Schrijf geen namen")
        terminal.press("Twee colleges nog niet", "Enter")
        terminal.wait_for("Notitie: Twee colleges")
        terminal.press("h")
        terminal.wait_for("Typ bij elk antwoord hoeveel handen", "Notitie: Twee colleges")
        terminal.press("0 1 x")
        terminal.wait_for("Typ een aantal handen.", "1 hand")
        terminal.press("2 5 1")
        terminal.wait_for("9 handen", "5 ▪▪▪▪▪")
        terminal.press("Enter")
        terminal.wait_for("De meeste handen: de meeste (5 van de 9)")
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("?")
        terminal.wait_for("Bewijs dat hierbij past", "Enter terug")
        terminal.press("Enter")
        terminal.wait_for("1-5 antwoord")
        terminal.press("o")
        terminal.wait_for("Naar welke vraag?", "laat zien wat er is geantwoord", "● 4   Onze gemeenten zeggen")
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        terminal.press("u")
        terminal.wait_for("De groep heeft de plek nog niet samen gezien.", gone="In het kort")
        terminal.press("Enter")
        terminal.wait_for("1-5 antwoord")
        terminal.press("u")
        terminal.wait_for("Dit laat de uitkomst tot nu toe zien")
        terminal.press("u")
        terminal.wait_for("In het kort", "maak een verslag")
        terminal.press("r")
        terminal.wait_for("staat in proefregio-bladzijde.pdf", "staat in proefregio-notitie.docx", "1-5 antwoord")
        terminal.press("u")
        terminal.wait_for("Dit laat de uitkomst tot nu toe zien")
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        terminal.press("o")
        terminal.wait_for("Naar welke vraag?")
        terminal.press(*["Up"] * 8, "Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    answer = load(tmp_path / "proefregio.yaml", content).answers["m2"]
    assert (answer.value, answer.note, answer.votes) == (4, "Twee colleges nog niet", (0, 1, 2, 5, 1))


@pytest.mark.slow
def test_esc_in_a_line_of_text_offers_the_way_out_and_keeps_what_was_typed(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        name_it(terminal)
        terminal.press("Assen", "Escape")
        if "gemeente in" in terminal.text:
            terminal.press("Escape")
        terminal.wait_for("Wat wilt u doen?", "verder typen", "stoppen")
        terminal.press("1")
        terminal.wait_for("› Assen")
        terminal.press(", Emmen", "Escape")
        terminal.wait_for("Wat wilt u doen?")
        terminal.press("9")
        assert terminal.ended() == 0
    members = load(tmp_path / "proefregio.yaml", content).initiative.municipalities
    assert [one.name for one in members] == ["Assen", "Emmen"]


@pytest.mark.slow
def test_what_the_last_answer_did_stands_at_its_question_alone(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("z")
        terminal.wait_for("Vraag 1 van 10", "Uw laatste antwoord is teruggedraaid.")
        terminal.press("n")
        terminal.wait_for("Notitie bij", gone="teruggedraaid")


@pytest.mark.slow
def test_a_small_terminal_shows_all_that_is_needed(tmp_path: Path) -> None:
    with Terminal(*ASSESS, "--beamer", cwd=tmp_path, columns=60, rows=20) as terminal:
        to_the_statements(terminal)
        text = terminal.wait_for("1 geen", "5 (bijna) alle", "w weet niet", "h handen  ? uitleg")
        assert "Onze gemeenten zeggen dat zij voor dit werk hulp van" in text
        terminal.press("4 4 2 4 2")
        terminal.wait_for("Vraag 6 van 10")
        terminal.press("4 4 2 4 4")
        terminal.wait_for("Samen inrichten", "Enter verder")
        terminal.press("Enter")
        terminal.wait_for("Uw eigen antwoord")
        terminal.press("Enter")
        terminal.wait_for("[ ] uren voor uitvoering")
        terminal.press("Enter")
        terminal.wait_for("Financiering", "1-3 kiezen")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130


@pytest.mark.slow
def test_where_the_cursor_cannot_move_it_asks_line_by_line(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path, columns=100, rows=60, environment={"TERM": "dumb"}) as terminal:
        terminal.begin()
        terminal.press("Proefregio", "Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("Assen, Emmen", "Enter")
        terminal.wait_for("Wat wilt u delen?")
        terminal.press("2", "Enter")
        terminal.wait_for("Hoe ver is het initiatief?")
        terminal.answer("t", "", "")
        terminal.wait_for("Welke organisatie boven")
        terminal.answer("7")
        terminal.wait_for("Waaraan wilt u werken?")
        terminal.answer("1 3")
        terminal.wait_for("De twee assen en de vier plekken")
        terminal.answer("")
        terminal.wait_for("twee getallen")
        terminal.answer("4 2,5")
        terminal.wait_for("Vraag 1 van 5, motivatie")
        terminal.answer("2 2 w 2")  # of the two municipalities
        terminal.wait_for("Vraag 5 van 5")
        terminal.answer("n")
        terminal.wait_for("Schrijf geen namen")
        terminal.answer("een notitie", "", "0")
        terminal.wait_for("Gemeenten aan zet", "Enter verder")
        terminal.answer("", "Wij vragen GS", "", "1 4")
        terminal.wait_for("Wie betaalt de samenwerking")
        terminal.answer("1")
        terminal.wait_for(": gekozen.")
        terminal.answer("2", "2")
        terminal.wait_for(": overwogen.")
        terminal.answer("?2", "", "7", "m")
        terminal.wait_for(", overwogen", "Alle opties.")
        terminal.answer("q")
        terminal.wait_for("Druk op Enter om te stoppen")
        terminal.press("Enter")
        assert terminal.ended() == 0
    assert b"\x1b" not in terminal.raw
    assessment = load(tmp_path / "proefregio.yaml", content)
    assert [answer.value for answer in assessment.answers.values()] == [5, 5, "weet-niet", 5, 1]
    assert assessment.answers["m12"].note == "een notitie"
    assert assessment.context["thema"] == ("warmteprogramma-of-wup", "energiearmoede")
    assert assessment.choices["financiering"].options and assessment.choices["financiering"].considering


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_stop_puts_the_screen_right_and_loses_nothing(
    tmp_path: Path, content: Content, number: signal.Signals
) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        terminal.child.kill(number)
        assert terminal.ended() == 130
        assert "Uw antwoorden staan in proefregio.yaml" in terminal.text
        assert "Traceback" not in terminal.text
    assert load(tmp_path / "proefregio.yaml", content).answers["m2"].value == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["proefregio.yaml", "proefregio.yaml.concept"]


@pytest.mark.slow
def test_a_window_that_closes_leaves_the_answers_and_no_traceback(tmp_path: Path, content: Content) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
    assert load(tmp_path / "proefregio.yaml", content).answers["m2"].value == 4


@pytest.mark.slow
def test_a_second_conversation_on_the_same_file_is_told(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as first:
        name_it(first)
        with Terminal(*ASSESS, "proefregio.yaml", cwd=tmp_path) as second:
            assert second.ended() == 2
            assert "al een gesprek bezig" in second.text
        first.press("Ctrl-C")
        assert first.ended() == 130
    with Terminal(*ASSESS, "proefregio.yaml", cwd=tmp_path) as third:
        third.wait_for("Verder met Proefregio")


def test_a_new_file_takes_a_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "proefregio.yaml").write_text("van iemand anders", encoding="utf-8")
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        name_it(terminal)
        terminal.wait_for("proefregio-2.yaml")
    assert (tmp_path / "proefregio.yaml").read_text(encoding="utf-8") == "van iemand anders"


@pytest.mark.slow
def test_one_part_is_asked_with_the_answers_there_were(tmp_path: Path, content: Content, examples: Path) -> None:
    file = tmp_path / "noorderveld.yaml"
    file.write_bytes((examples / "voorbeeldregio-noorderveld.yaml").read_bytes())
    with Terminal(*ASSESS, "noorderveld.yaml", "--part", "motivatie", cwd=tmp_path) as terminal:
        terminal.wait_for("Vraag 1 van 5, motivatie", "● ")
        terminal.press("Right", "Right", "Right", "Right")
        terminal.wait_for("Vraag 5 van 5")
        terminal.press("1")
        terminal.wait_for("Klaar", "Uw antwoorden staan in noorderveld.yaml")
        terminal.press("q")
        assert terminal.ended() == 0
    before, after = (load(path, content) for path in (examples / "voorbeeldregio-noorderveld.yaml", file))
    assert after.answers["m12"].value == 1
    assert {name: answer for name, answer in after.answers.items() if name != "m12"} == {
        name: answer for name, answer in before.answers.items() if name != "m12"
    }


@pytest.mark.slow
def test_the_start_menu_begins_a_conversation_shows_an_example_and_the_menu_card(tmp_path: Path) -> None:
    with Terminal(cwd=tmp_path) as terminal:
        terminal.wait_for("Een nieuw gesprek beginnen", "Een voorbeeld bekijken", "De menukaart bekijken")
        terminal.press("2")
        terminal.wait_for("Welk voorbeeld?", "Flexteam Warmtetransitie Drenthe")
        terminal.press("1")
        terminal.wait_for("In het kort", "Enter terug")
        terminal.press("Enter")
        terminal.wait_for("Een nieuw gesprek beginnen")
        terminal.press("3")
        terminal.wait_for("Welk onderdeel?", "Financiering")
        terminal.press("1")
        terminal.wait_for("Wie betaalt", "Voor")
        terminal.press("Enter")
        terminal.wait_for("Welk onderdeel?")
        terminal.press("Escape")
        terminal.wait_for("Een nieuw gesprek beginnen")
        terminal.press("1")
        name_it(terminal)
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    with Terminal(cwd=tmp_path) as terminal:
        terminal.wait_for("Verder met proefregio.yaml")
        terminal.press("2")
        terminal.wait_for("Verder met Proefregio", "Welke gemeenten doen mee?")


def test_a_broken_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "stuk.yaml").write_text(
        "poolwijzer: 1\ninitiative: {id: a, name: b}\nanswers: {m2: 9}\n", encoding="utf-8"
    )
    with Terminal(*ASSESS, "stuk.yaml", cwd=tmp_path) as terminal:
        assert terminal.ended() == 2
        assert "stuk.yaml:3:15: Het antwoord '9' kan niet." in terminal.text


@pytest.mark.slow
def test_remarks_on_a_file_have_a_page_of_their_own_where_the_answers_would_not_fit_below(tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_text(
        "poolwijzer: 1\ninitiative:\n  id: oud\n  name: Oud #3\n  municipalities: [Assen, Emmen]\n"
        "questions: kort\nanswers: {m1: 4, m2: 4}\n",
        encoding="utf-8",
    )
    with Terminal(*ASSESS, "oud.yaml", cwd=tmp_path, columns=60, rows=20) as terminal:
        terminal.wait_for("Dit viel op in uw bestand", "Wat na # staat")
        terminal.press("PageDown")
        terminal.wait_for("Druk op Enter om verder te gaan met het gesprek.")
        terminal.press("Enter")
        terminal.wait_for("Verder met Oud", "0 geen", "w weet niet", "1 1 van de 2", gone="Wat na #")
        assert terminal.stop() == 0


def test_an_unknown_part_is_told_with_what_there_is(tmp_path: Path) -> None:
    with Terminal(*ASSESS, "--part", "motivati", cwd=tmp_path) as terminal:
        assert terminal.ended() == 2
        assert "Bedoelde u motivatie?" in terminal.text


@pytest.mark.parametrize("arguments", [["assess"], ["assess", "plan.yaml"]])
def test_without_a_terminal_it_says_so_at_once(tmp_path: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, *arguments], cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "opdrachtvenster nodig" in done.stderr.decode("utf-8")
    assert not list(tmp_path.iterdir())


def test_poolwijzer_alone_shows_its_help_where_there_is_no_terminal(tmp_path: Path) -> None:
    done = subprocess.run(PROGRAM, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert "Gebruik: poolwijzer" in done.stdout.decode("utf-8")


@pytest.mark.slow
def test_nothing_on_the_screens_is_english(tmp_path: Path) -> None:
    english = ("arrow", "Use ", "Answer", "select", "WARNING", "Description", "Cancelled", "Yes", "Press")
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("o")
        terminal.wait_for("Naar welke vraag?")
        terminal.press("Escape")
        terminal.wait_for("1-5 antwoord")
        terminal.press("Ctrl-C")
        terminal.ended()
    said = terminal.raw.decode("utf-8", "replace")
    assert [word for word in english if word in said] == []


@pytest.mark.slow
def test_another_typology_with_another_scale_is_asked_without_code(tmp_path: Path) -> None:
    menus = TESTS / "files" / "menus" / "other-typology"
    with Terminal(*ASSESS, "--menus", str(menus), "--full", cwd=tmp_path, rows=40) as terminal:
        terminal.begin()
        terminal.press("Proefregio", "Enter")
        terminal.wait_for("Welke gemeenten doen mee?")
        terminal.press("Enter")
        for _ in range(30):
            text = terminal.wait_for("Esc terug")
            if "Vraag 1 van" in text:
                break
            terminal.press("s") if "Wijs de plek aan" in text else terminal.press("Right")
            terminal.wait_for("Esc terug", gone="vier plekken" if "vier plekken" in text else text.split("\n")[0])
        terminal.wait_for("1-7 antwoord")
        terminal.press("7")
        terminal.wait_for("Vraag 2 van")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130


@pytest.mark.slow
def test_what_cannot_be_written_is_told_and_goes_on_elsewhere_at_the_end(tmp_path: Path, content: Content) -> None:
    folder, rescue = tmp_path / "weg", tmp_path / "tijdelijk"
    folder.mkdir()
    rescue.mkdir()
    with Terminal(*ASSESS, cwd=folder, environment={"TMPDIR": str(rescue)}) as terminal:
        to_the_statements(terminal)
        # A folder with the name of the file cannot be replaced by it.
        (folder / "proefregio.yaml").unlink()
        (folder / "proefregio.yaml").mkdir()
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10", "Bewaren lukt niet")
        terminal.press("5")
        terminal.wait_for("Vraag 3 van 10")
        terminal.press("q")
        terminal.wait_for("Uw laatste antwoorden zijn nog niet bewaard.")
        terminal.press("Enter")
        assert terminal.ended() == 0
        assert "Uw antwoorden staan nu in" in terminal.text
    answers = load(rescue / "proefregio.yaml", content).answers
    assert {name: answer.value for name, answer in answers.items()} == {"m2": 4, "m16": 5}


@pytest.mark.slow
def test_who_was_answering_the_key_question_goes_on_there_and_has_seen_the_place(tmp_path: Path) -> None:
    answers = "".join(f"  {name}: 5\n" for name in ("m2", "m16", "m3", "b2", "b9", "b11", "b12"))
    answers += "".join(f"  {name}: 1\n" for name in ("m6", "m12", "b6"))
    path = tmp_path / "p.yaml"
    path.write_text(f"poolwijzer: 1\ninitiative: {{id: p, name: Proef}}\nanswers:\n{answers}", encoding="utf-8")
    with Terminal(*ASSESS, "p.yaml", "--part", "plek", cwd=tmp_path) as terminal:
        terminal.wait_for("Samen inrichten", "Enter verder")
        terminal.press("Enter")
        terminal.wait_for("Hoe richten wij dit in")
        terminal.press("Eén team")
        terminal.wait_for("Eén team")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    with Terminal(*ASSESS, "p.yaml", cwd=tmp_path) as terminal:
        terminal.wait_for("Hoe richten wij dit in", "Eén team", "Hieronder staat")
        terminal.press("Enter")
        terminal.wait_for("Wat hebben de gemeenten het meest nodig?")
        terminal.press("o")
        terminal.wait_for("Naar welke vraag?", gone="laat zien wat er is geantwoord")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
