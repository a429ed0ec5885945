"""Counting hands on the statement's own screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment, read_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import CountHands, Jump, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion, explain_question
from poolwijzer.interview.screens.hands_screen import HandsScreen
from poolwijzer.interview.screens.layout import Line
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.report.model import Labelled
from tests.interview.terminal import Terminal

ON = date(2026, 11, 24)
ASSESS = ("assess", "--date", "2026-12-01")
HEAD = """\
poolwijzer: 1
initiative: {id: proef, name: Proef, municipalities: [Assen, Emmen, Hoogeveen, Meppel, Coevorden]}
questions: kort
context: {soort: beide, fase: verkennen, verband: {kind: provincie, name: de provincie Drenthe}, thema: [isolatie]}
estimate: {motivatie: 3, betrokkenheid: 4}
"""
Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def at_m2(script: Script, assessment: Assessment) -> State:
    return script.react(script.begin(assessment, Route()), Jump("statement:m2:"))


class Counted:
    """A screen for hands, with what it had kept."""

    def __init__(self, question: InterviewQuestion) -> None:
        self.kept: list[dict[str, int]] = []
        self.screen = HandsScreen(question, Surroundings(), self.keep)

    def keep(self, counts: Mapping[str, int]) -> str:
        self.kept.append(dict(counts))
        return ""

    def press(self, *keys: str) -> None:
        for key in keys:
            assert self.screen.press(key) is None

    @property
    def numbers(self) -> list[int]:
        return list(self.screen.counts.values())


@pytest.fixture
def counting(script: Script, assessment_of: Make) -> Counted:
    return Counted(script.ask(at_m2(script, assessment_of())))


def words(lines: list[Line]) -> list[str]:
    return ["".join(part for _, part in line).rstrip() for line in lines]


def test_a_number_is_typed_for_each_answer_and_kept_at_once(counting: Counted) -> None:
    counting.press("1", "2", "down", "5", "up", "up", "3")
    assert counting.numbers == [12, 5, 0, 0, 0, 3]
    assert [sum(counts.values()) for counts in counting.kept] == [1, 12, 17, 20]
    assert "20 handen" in "\n".join(words(counting.screen.lines(80, 24)))


def test_a_row_is_typed_with_spaces_as_people_did_before(counting: Counted) -> None:
    counting.press(*"0 1 2 5 1 3 ")
    assert counting.numbers == [0, 1, 2, 5, 1, 3]


def test_backspace_mends_a_number_and_typing_after_an_arrow_replaces_it(counting: Counted) -> None:
    counting.press("1", "2", "backspace")
    assert counting.numbers[0] == 1
    counting.press("5")
    assert counting.numbers[0] == 15
    counting.press("down", "up", "7")
    assert counting.numbers[0] == 7
    counting.press("backspace", "backspace")
    assert counting.numbers[0] == 0


def test_a_row_can_be_pasted_and_other_text_is_refused_in_words(counting: Counted) -> None:
    counting.screen.paste("4 5 3 0 0\n")
    assert counting.numbers == [4, 5, 3, 0, 0, 0]
    for text in ("1 2", "vier handen", "1 2 3 4 5\n1 2 3 4 5", "1 2 3 4 5 1000000"):
        counting.screen.paste(text)
        assert "geen rij aantallen" in "\n".join(words(counting.screen.lines(80, 24)))
    assert len(counting.kept) == 1


def test_what_is_no_number_says_what_is(counting: Counted) -> None:
    counting.press("x")
    assert "Typ een aantal handen." in "\n".join(words(counting.screen.lines(80, 24)))
    counting.press(*"9999999")
    assert counting.numbers[0] == 999_999
    assert "hooguit 6 cijfers" in "\n".join(words(counting.screen.lines(80, 24)))


@pytest.mark.parametrize(
    ("key", "means"),
    [("enter", "next"), ("escape", "back"), ("left", "back"), ("?", "explain"), ("o", "overview"), ("q", "stop")],
)
def test_whoever_leaves_has_nothing_to_confirm(counting: Counted, key: str, means: str) -> None:
    counting.press("4")
    assert counting.screen.press(key) == means
    assert counting.kept == [{"1": 4, "2": 0, "3": 0, "4": 0, "5": 0, "weet-niet": 0}]


def test_who_read_the_explanation_goes_on_counting_at_the_same_answer(counting: Counted) -> None:
    counting.press("4", "down", "5", "down")
    again = Counted(counting.screen.question)
    again.screen.resume(counting.screen)
    again.press("3")
    assert again.numbers == [0, 0, 3, 0, 0, 0]


def test_the_explanation_while_counting_tells_how_to_count_and_no_answers_to_pick(counting: Counted) -> None:
    page = explain_question(replace(counting.screen.question, shape="hands"))
    (keys,) = page.sections[-1].blocks
    assert isinstance(keys, Labelled)
    told = {shown: line.text for shown, line in keys.rows}
    assert told["0 tot en met 9"] == "typt hoeveel handen er omhoog gaan"
    assert not {"w", "n", "h", "1 tot en met 5"} & set(told)
    by_line = str(explain_question(replace(counting.screen.question, shape="hands"), by_line=True))
    assert "op één regel" in by_line and "↓" not in by_line


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24), (100, 30), (160, 45)])
@pytest.mark.parametrize("municipalities", [{}, {"municipalities": 3}, {"municipalities": 8}])
def test_the_statement_and_its_answers_stay_where_they_were(
    script: Script, assessment_of: Make, columns: int, rows: int, municipalities: dict[str, int]
) -> None:
    around = Surroundings(clock=lambda: "3 van 20 min", file="proef.yaml")
    answers = {"m2": {"value": 4, "note": "Niet iedereen.", "votes": [0, 1, 0, 5, 1]}}
    question = script.ask(at_m2(script, assessment_of(**municipalities, answers=answers)))
    before = words(ListScreen(question, around).lines(columns, rows))
    counting = words(HandsScreen(question, around, lambda _: "").lines(columns, rows))
    last = next(index for index, line in enumerate(before) if "weet niet" in line)
    plain = [[line.replace("▸", " ") for line in lines[: last + 1]] for lines in (before, counting)]
    assert plain[0] == plain[1]


@given(
    hands=st.lists(st.integers(0, 999_999), min_size=6, max_size=6),
    columns=st.integers(40, 200),
    statement=st.sampled_from(["m2", "b2"]),
)
def test_no_number_of_hands_breaks_a_line(hands: list[int], columns: int, statement: str, content: Content) -> None:
    script = Script(content, ON)
    assessment = read_proef(content)
    state = script.react(script.begin(assessment, Route()), Jump(f"statement:{statement}:"))
    counts = dict(zip(["1", "2", "3", "4", "5", "weet-niet"], hands, strict=True))
    question = script.ask(script.react(state, CountHands(counts)))
    for screen in (HandsScreen(question, Surroundings(), lambda _: ""), ListScreen(question, Surroundings())):
        lines = words(screen.lines(columns, 30))
        assert max(map(len, lines)) <= columns
        # Whoever raised a hand is seen, where there is room for more than the numbers.
        if columns < 48:
            continue
        rows = [line for line in lines if (line[3:4] in tuple("12345w") and line[5:6].isalpha()) or "(bijna)" in line]
        assert all(("▪" in line) == bool(count) for line, count in zip(rows, hands, strict=False))


def read_proef(content: Content) -> Assessment:
    return parse_assessment(HEAD.encode(), "proef.yaml", content).assessment


def test_the_list_points_at_the_fullest_and_enter_takes_it(script: Script, assessment_of: Make) -> None:
    state = at_m2(script, assessment_of())
    before = ListScreen(script.ask(state), Surroundings())
    before.press("down")
    counted = script.ask(script.react(state, CountHands({"1": 4, "2": 5, "3": 3})))
    listing = ListScreen(counted, Surroundings())
    listing.resume(before)
    text = " ".join(" ".join(words(listing.lines(100, 30))).split())
    assert "12 handen: 4 geen, 5 een paar, 3 ongeveer de helft. De handen gaan uiteen." in text
    assert (
        "De meeste handen: een paar (5 van de 12). Is de groep het eens? Enter neemt dit antwoord, of kies een ander."
    ) in text
    assert listing.press("enter") == Reply("2")
    listing.press("down")
    assert "Enter neemt" not in " ".join(words(listing.lines(100, 30)))
    assert listing.press("enter") == Reply("3")


def test_turning_back_takes_a_whole_count_back(script: Script, assessment_of: Make) -> None:
    state = at_m2(script, assessment_of(answers={"m16": 4}))
    counted = script.react(state, CountHands({"1": 4, "2": 5}))
    undone: Any = script.react(counted, "undo")
    assert undone.assessment == state.assessment and undone.at == state.at


@pytest.mark.slow
def test_hands_are_counted_and_survive_a_kill(tmp_path: Path, content: Content) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text(HEAD, encoding="utf-8")
    with Terminal(*ASSESS, "proef.yaml", cwd=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("h")
        terminal.wait_for("Typ bij elk antwoord hoeveel handen")
        terminal.press("4 5")
        terminal.wait_for("9 handen")
        terminal.child.kill(9)
    assert yaml.safe_load(file.read_text(encoding="utf-8"))["answers"]["m2"] == {"votes": [4, 5, 0, 0, 0]}
    assert read_assessment(file, content).assessment.answers["m2"].given is False
    with Terminal(*ASSESS, "proef.yaml", cwd=tmp_path, columns=100, rows=30) as terminal:
        terminal.wait_for("Vraag 1 van 10", "9 handen: 4 geen, 5 een paar")
        terminal.press("h")
        terminal.wait_for("9 handen", gone="Is de groep het eens?")
        terminal.press("Down", "Down", "1", "?")
        terminal.wait_for("Bewijs dat hierbij past", "Een telling is geen antwoord", "typt hoeveel handen")
        terminal.press("Enter")
        terminal.wait_for("10 handen", gone="Een telling is geen antwoord")
        terminal.press("3")
        terminal.wait_for("12 handen")
        terminal.press("Enter")
        terminal.wait_for("De meeste handen: een paar (5 van de 12)")
        terminal.press("Enter")
        terminal.wait_for("Vraag 2 van 10")
        assert terminal.stop() == 0
    answer = read_assessment(file, content).assessment.answers["m2"]
    assert answer.votes == (4, 5, 3, 0, 0)


@pytest.mark.slow
def test_hands_are_counted_line_by_line_too(tmp_path: Path, content: Content) -> None:
    file = tmp_path / "proef.yaml"
    file.write_text(HEAD, encoding="utf-8")
    with Terminal(*ASSESS, "--plain", "proef.yaml", cwd=tmp_path, columns=100, rows=60) as terminal:
        terminal.wait_for("n notitie, h handen")
        terminal.press("h", "Enter")
        terminal.wait_for("Typ 6 getallen", "voor antwoord 1, 2, 3, 4, 5 en w")
        terminal.press("4 5", "Enter")
        terminal.wait_for("Geef voor elk van de 6 antwoorden een aantal handen.")
        terminal.press("4 5 3 0 0 1", "Enter")
        terminal.wait_for("13 handen: 4 geen", "De meeste handen: een paar (5 van de 13)", "Zo ja, typ 2.")
        terminal.press("2", "Enter")
        terminal.wait_for("Vraag 2 van 10")
        terminal.answer("q")
        terminal.press("Enter")
        assert terminal.ended() == 0
    answer = read_assessment(file, content).assessment.answers["m2"]
    assert (answer.value, answer.votes) == (2, (4, 5, 3, 0, 0, 1))
