"""The conversation line by line, as somebody hears it who does not see the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview import plain_input
from poolwijzer.interview.commands import Jump, MarkOption, TypedLine
from poolwijzer.interview.plain import PlainPresenter, _in_rows
from poolwijzer.interview.plain_words import HELP
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import explain_question
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State

ON = date(2026, 11, 24)
BEFORE = {"municipalities": ["Assen", "Emmen", "Hoogeveen", "Coevorden", "Meppel"]}
WORDS = st.lists(st.text("abcxyz-,.;", min_size=1, max_size=30), max_size=20)
Make = Callable[..., Assessment]
ONLY_ON_A_SCREEN = re.compile(r"pijl|spatie|\bEsc\b|PageUp|[←↑→↓▸●○]")


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What somebody will type, line by line."""

    def type_lines(*lines: str) -> None:
        left = iter(lines)
        monkeypatch.setattr("builtins.input", lambda _="": next(left))
        monkeypatch.setattr(plain_input, "_more_waits", lambda: False)

    return type_lines


@pytest.fixture
def filled(script: Script, assessment_of: Make) -> State:
    return script.begin(assessment_of(context={"fase": "draait"}, **BEFORE), Route(full=True))


def at(script: Script, state: State, key: str) -> State:
    return script.react(state, Jump(key))


def test_nothing_that_is_said_tells_of_a_screen(
    script: Script, filled: State, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    presenter = PlainPresenter(script.content)
    for step in script.steps(filled):
        question = script.ask(at(script, filled, step.key))
        typed(*[""] * 3)
        if question.shape == "text":
            presenter.write(question, Surroundings(), lambda _: "")
        elif question.shape != "page":
            presenter.ask(question, Surroundings())
        presenter.read(explain_question(question, by_line=True), Surroundings(), {"enter": ("terug", "back")})
    typed("")
    presenter.pick("Naar welke vraag?", [step.overview_line() for step in script.steps(filled)])
    assert not ONLY_ON_A_SCREEN.findall(capsys.readouterr().out)


def test_after_an_option_was_marked_only_that_is_said(
    script: Script, filled: State, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    presenter = PlainPresenter(script.content)
    state = at(script, filled, "component:vorm:")
    option = script.ask(state).items[0]
    typed("1", "1", "1", "")
    said = []
    while isinstance(event := presenter.ask(script.ask(state), Surroundings()), MarkOption):
        said.append(capsys.readouterr().out)
        state = script.react(state, event)
    assert option.label in said[0] and "Vorm" in said[0]
    rest = [*said[1:], capsys.readouterr().out]
    told = ("gekozen", "overwogen", "niet meer gekozen")
    assert [text.splitlines()[0] for text in rest] == [f"{option.label}: {how}." for how in told]


def test_a_letter_that_is_a_key_is_text_only_once_it_was_typed_twice(
    script: Script, filled: State, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    presenter, question = PlainPresenter(script.content), script.ask(at(script, filled, "name::"))
    typed("z", "z")
    assert presenter.write(question, Surroundings(), lambda _: "") == TypedLine("z")
    assert "Alleen 'z' is geen tekst. Bedoelt u de toets? Typ dan /z." in capsys.readouterr().out
    for line, event in (("?", "explain"), ("/uitleg", "explain"), ("/z", "undo"), ("/q", "stop")):
        typed(line)
        assert presenter.write(question, Surroundings(), lambda _: "") == event


def test_a_stroke_before_a_letter_is_no_mistake_where_no_text_is_asked(
    script: Script, filled: State, typed: Callable[..., None]
) -> None:
    presenter, question = PlainPresenter(script.content), script.ask(at(script, filled, "statement:m2:"))
    typed("/q")
    assert presenter.ask(question, Surroundings()) == "stop"
    typed("/z")
    assert presenter.count(question, Surroundings(), lambda _: "") == "undo"
    typed("/u")
    assert presenter.read(explain_question(question), Surroundings(), {"u": ("uitkomst", "outcome")}) == "outcome"


def test_the_clock_and_the_file_are_said_when_they_change(
    script: Script, filled: State, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    presenter, question = PlainPresenter(script.content), script.ask(at(script, filled, "statement:m2:"))
    heads = []
    for minutes in (3, 3, 4):
        typed("")
        presenter.ask(question, Surroundings(lambda minutes=minutes: f"{minutes} van 20 min", "p.yaml"))  # type: ignore[misc]
        heads.append(capsys.readouterr().out.strip().splitlines()[0].split(" · ")[1:])
    assert heads == [["3 van 20 min", "p.yaml"], [], ["4 van 20 min"]]


def test_what_a_page_or_a_list_does_not_know_is_told(
    script: Script, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    presenter = PlainPresenter(script.content)
    typed("iets", "")
    presenter.read(explain_question(script.ask(script.begin(None, Route()))), Surroundings(), {"enter": ("", "back")})
    typed("9", "2")
    assert presenter.pick("Kies", ["een", "twee"]) == 1
    out = capsys.readouterr().out
    assert "'iets' kan hier niet." in out
    assert "'9' kan hier niet. Typ een nummer van 1 tot en met 2." in out


# Rows.


def test_line_by_line_no_word_is_broken_at_the_end_of_a_row(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    PlainPresenter(content).say(f"  {HELP}")
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) > 1 and all(len(row) <= 60 and row.startswith("  ") for row in rows)
    assert " ".join(map(str.strip, rows)) == HELP


@given(words=WORDS, indent=st.integers(0, 8), width=st.integers(1, 120))
def test_in_rows_of_any_width_every_word_is_there_and_whole(words: list[str], indent: int, width: int) -> None:
    line = " " * indent + " ".join(words)
    rows = _in_rows(line, width).split("\n")
    assert " ".join(rows).split() == words
    assert all(len(row) <= width or len(row.split()) <= 1 for row in rows)
