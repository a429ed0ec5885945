"""The thin layer between keys and answers, fed through a pipe."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from threading import Event, Thread
from typing import Any
from weakref import finalize

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.commands import AnswerRow, EscapedLine, Jump, MarkOption, Reply, TypedLine
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens.terminal import TerminalPresenter
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route

ESCAPE, ENTER = "\x1b", "\r"
Make = Callable[..., Assessment]


@contextmanager
def keys(text: str) -> Iterator[None]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(text)
        yield


@pytest.fixture(scope="module")
def presenter(content: Content) -> TerminalPresenter:
    return TerminalPresenter(content)


@pytest.fixture
def shown(content: Content, assessment_of: Make) -> Callable[[str], InterviewQuestion]:
    script = Script(content, date(2026, 11, 24))
    state = script.begin(assessment_of(), Route())
    return lambda key: script.ask(script.react(state, Jump(key)))


def fine(text: str) -> str:
    return ""


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("4", Reply("4")),
        ("w", Reply("weet-niet")),
        ("\x1b[B\x1b[B\r", Reply("2")),
        (ESCAPE, "back"),
        ("\x1b[D", "back"),
        ("\x1b[C", "next"),
        ("x@4", Reply("4")),
        ("\x1b[200~4 5 w 2 3\x1b[201~", AnswerRow(("4", "5", "w", "2", "3"))),
    ],
)
def test_keys_reach_a_statement(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], typed: str, event: Any
) -> None:
    with keys(typed):
        assert presenter.ask(shown("statement:m2:"), Surroundings()) == event


def test_keys_reach_the_menu_card(presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]) -> None:
    card = shown("component:verdeling:")
    with keys("1"):
        assert presenter.ask(card, Surroundings()) == MarkOption(card.items[0].value, "gekozen")


def test_what_is_typed_ahead_is_for_the_next_question(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys("4 5"):
        assert presenter.ask(shown("statement:m2:"), Surroundings()) == Reply("4")
        assert presenter.ask(shown("statement:m16:"), Surroundings()) == Reply("5")


def test_an_esc_right_behind_another_key_is_for_the_next_question(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys(f"4{ESCAPE}"):
        assert presenter.ask(shown("statement:m2:"), Surroundings()) == Reply("4")
        assert presenter.ask(shown("statement:m16:"), Surroundings()) == "back"


def test_arrows_reach_the_typology(presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]) -> None:
    with keys("\x1b[C\x1b[A\r"):
        assert presenter.ask(shown("estimate::"), Surroundings()) == Reply({"motivatie": 3.5, "betrokkenheid": 3.5})


@pytest.fixture
def without_collector() -> Iterator[None]:
    """Nothing is cleared of its own accord."""
    gc.disable()
    yield
    gc.enable()


class Left:
    """What a screen leaves: things that hold each other, so that only a collector finds them."""

    def __init__(self) -> None:
        self.itself = self


def test_what_earlier_screens_left_is_cleared_while_a_question_is_read(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], without_collector: None
) -> None:
    question, gone = shown("statement:m2:"), Event()
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):

        def press_when_cleared() -> None:
            gone.wait(10)
            pipe.send_text("4")

        reader = Thread(target=press_when_cleared)
        finalize(Left(), gone.set)
        reader.start()
        assert presenter.ask(question, Surroundings()) == Reply("4")
        reader.join()
    assert gone.is_set()


@pytest.mark.parametrize("control", ["\x03"])
def test_ctrl_c_interrupts_every_prompt(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], control: str
) -> None:
    for ask in (
        lambda: presenter.ask(shown("statement:m2:"), Surroundings()),
        lambda: presenter.write(shown("name::"), Surroundings(), fine),
        lambda: presenter.pick("Wat nu?", ["een", "twee"]),
    ):
        with keys(control), pytest.raises(KeyboardInterrupt):
            ask()


def test_in_a_line_of_text_letters_and_arrows_stay_text(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys("qou?\x1b[D\x1b[Dw4\r"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), fine) == TypedLine("qow4u?")


def test_esc_in_a_line_asks_the_way_out_with_what_was_typed(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys("half" + ESCAPE):
        assert presenter.write(shown("name::"), Surroundings(), fine) == EscapedLine("Proefhalf")


def test_enter_enters_a_line_that_is_right_and_no_other(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys("Proef\r"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), fine) == TypedLine("Proef")
    with keys(f"ab\r{ESCAPE}"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), lambda _: "Te kort.") == EscapedLine("ab")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("\x1b[200~een\ntwee\r\ndrie\x1b[201~", "een twee drie"),
        ("\x1b[200~een\ntwee\n\x1b[201~", "een twee"),
        ("Eerste regel\r3 gemeenten willen niet\r5 wel\r", "Eerste regel 3 gemeenten willen niet 5 wel"),
        ("Kop\r\r3\r", "Kop 3"),
        ("een\ttwee\rdrie", "een twee drie"),
        ("x" * 3000 + "\ry\r", "x" * 3000 + " y"),
    ],
)
def test_lines_that_come_all_at_once_are_one_line_that_is_not_entered_yet(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], typed: str, text: str
) -> None:
    with keys(f"{typed}{ESCAPE}"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), fine) == EscapedLine(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("een\x0etwee\r", "een\ntwee"),
        ("een\x1b\rtwee\r", "een\ntwee"),
        ("een\x1b\ntwee\x1b[Ax\r", "eenx\ntwee"),
        ("een\x0etwee\x1b[1;5Hx\x1b[1;5Fy\r", "xeen\ntweey"),
        ("\x1b[200~een\ntwee\r\n\rdrie\n\x1b[201~\r", "een\ntwee\n\ndrie"),
    ],
)
def test_a_box_takes_lines_and_enter_enters_them(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], typed: str, text: str
) -> None:
    with keys(typed):
        assert presenter.write(replace(shown("name::"), lines=True), Surroundings(), fine, "") == TypedLine(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Eerste regel\r3 gemeenten willen niet\r5 wel\r", "Eerste regel\n3 gemeenten willen niet\n5 wel"),
        ("Kop\r\r3\r", "Kop\n\n3"),
        ("een\ttwee\r\ndrie", "een twee\ndrie"),
        ("x" * 3000 + "\ry\r", "x" * 3000 + "\ny"),
    ],
)
def test_lines_that_come_all_at_once_are_lines_of_a_box_that_are_not_entered_yet(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], typed: str, text: str
) -> None:
    with keys(f"{typed}{ESCAPE}"):
        assert presenter.write(replace(shown("name::"), lines=True), Surroundings(), fine, "") == EscapedLine(text)


@pytest.mark.parametrize(
    "lines", ["Assen\rEmmen\rDen Haag\r", "Assen\tEmmen\tDen Haag", "Assen\r\nEmmen\r\nDen Haag\r\n"]
)
def test_a_column_of_names_becomes_a_list_however_it_is_pasted(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], lines: str
) -> None:
    for typed in (lines, f"\x1b[200~{lines}\x1b[201~"):
        with keys(f"{typed}{ESCAPE}"):
            found = presenter.write(shown("municipalities::"), Surroundings(), fine, "")
        assert found == EscapedLine("Assen, Emmen, Den Haag")


def test_lines_that_come_all_at_once_answer_no_question_of_choices(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    for lines in ("3\r5\r", "Eerste regel\r3 gemeenten\r", "\x1b[200~Eerste regel\r3 gemeenten\r\x1b[201~"):
        with keys(f"{lines}{ESCAPE}"):
            assert presenter.ask(shown("statement:m2:"), Surroundings()) == "back"


def test_a_long_line_that_comes_all_at_once_is_text_and_never_an_answer(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    long = "3 gemeenten willen niet, " * 200
    with keys(f"{long}\r"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), fine) == TypedLine(long)
    with keys(f"{long}\r{ESCAPE}"):
        assert presenter.ask(shown("statement:m2:"), Surroundings()) == "back"


def test_alt_with_a_letter_is_that_letter_and_never_a_command(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion]
) -> None:
    with keys("a\x1bb\x1b\x7fc\x1b[1;3D\x1b[9;9Xd\r"):
        assert presenter.write(shown("highlight:striking:"), Surroundings(), fine) == TypedLine("adc")
    with keys("\x1bq\x1b4\x1b[9;9X5"):
        assert presenter.ask(shown("statement:m2:"), Surroundings()) == Reply("5")


@pytest.mark.parametrize("number", [*range(1, 32), 127])
def test_no_control_key_puts_a_sign_in_a_text_or_keeps_enter_from_entering_it(
    presenter: TerminalPresenter, shown: Callable[[str], InterviewQuestion], number: int
) -> None:
    if number in (3, 9, 10, 13, 27):  # Ctrl-C, Tab, Enter twice, Esc
        return
    with keys(f"AB{chr(number)}CD\r"):
        found = presenter.write(shown("highlight:striking:"), Surroundings(), fine)
    deleted = {8: "ACD", 127: "ACD", 21: "CD", 23: "CD", 26: "CD", 1: "CDAB"}
    assert found == TypedLine(deleted.get(number, "ABCD"))


def test_a_choice_from_a_short_list_is_a_digit_or_an_arrow_away(presenter: TerminalPresenter) -> None:
    with keys("2"):
        assert presenter.pick("Wat nu?", ["een", "twee", "drie"]) == 1
    with keys("B"):
        assert presenter.pick("Wat nu?", [f"keuze {number}" for number in range(12)]) == 10
    with keys("\x1b[B\x1b[B\r"):
        assert presenter.pick("Wat nu?", [f"keuze {number}" for number in range(30)]) == 2
    with keys(ESCAPE):
        assert presenter.pick("Wat nu?", ["een"]) is None
