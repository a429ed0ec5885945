"""The thin layer between keys and answers, fed through a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.asked import Asked, asked
from poolwijzer.interview.frame import Frame
from poolwijzer.interview.screens import typing
from poolwijzer.interview.screens.terminal import TerminalFace
from poolwijzer.interview.script import Jump, Mark, Reply, Row, Script
from poolwijzer.interview.steps import Route
from poolwijzer.interview.wishes import Escaped, Typed

ESCAPE, ENTER = "\x1b", "\r"
Make = Callable[..., Assessment]


@contextmanager
def keys(text: str) -> Iterator[None]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(text)
        yield


@pytest.fixture(scope="module")
def face(content: Content) -> TerminalFace:
    return TerminalFace(content)


@pytest.fixture
def shown(content: Content, assessment_of: Make) -> Callable[[str], Asked]:
    script = Script(content, date(2026, 11, 24))
    state = script.begin(assessment_of(), Route())
    return lambda key: asked(script.react(state, Jump(key)), script)


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
        ("\x1b[200~4 5 w 2 3\x1b[201~", Row(("4", "5", "w", "2", "3"))),
    ],
)
def test_keys_reach_a_statement(face: TerminalFace, shown: Callable[[str], Asked], typed: str, event: Any) -> None:
    with keys(typed):
        assert face.ask(shown("statement:m1:"), Frame()) == event


def test_keys_reach_the_menu_card(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    card = shown("component:verdeling:")
    with keys("g"):
        assert face.ask(card, Frame()) == Mark(card.items[0].value, "gekozen")


def test_what_is_typed_ahead_is_for_the_next_question(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    with keys("4 5"):
        assert face.ask(shown("statement:m1:"), Frame()) == Reply("4")
        assert face.ask(shown("statement:m2:"), Frame()) == Reply("5")


def test_arrows_reach_the_typology(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    with keys("\x1b[C\x1b[A\r"):
        assert face.ask(shown("estimate::"), Frame()) == Reply({"motivatie": 3.5, "betrokkenheid": 3.5})


@pytest.mark.parametrize("control", ["\x03"])
def test_ctrl_c_interrupts_every_prompt(face: TerminalFace, shown: Callable[[str], Asked], control: str) -> None:
    for ask in (
        lambda: face.ask(shown("statement:m1:"), Frame()),
        lambda: face.write(shown("name::"), Frame(), fine),
        lambda: face.pick("Wat nu?", ["een", "twee"]),
    ):
        with keys(control), pytest.raises(KeyboardInterrupt):
            ask()


def test_in_a_line_of_text_letters_and_arrows_stay_text(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    with keys("qou?\x1b[D\x1b[Dw4\r"):
        assert face.write(shown("highlight:striking:"), Frame(), fine) == Typed("qow4u?")


def test_esc_in_a_line_asks_the_way_out_with_what_was_typed(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    with keys("half" + ESCAPE):
        assert face.write(shown("name::"), Frame(), fine) == Escaped("Proefhalf")


def test_a_line_that_is_refused_stays_to_be_mended(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    def long_enough(text: str) -> str:
        return "" if len(text) > 7 else "Te kort."

    with keys("ab\rcd\r"):
        assert face.write(shown("name::"), Frame(), long_enough, "Proef") == Typed("Proefabcd")


def test_lines_that_are_pasted_become_one_line(face: TerminalFace, shown: Callable[[str], Asked]) -> None:
    with keys("\x1b[200~een\ntwee\r\ndrie\x1b[201~\r"):
        assert face.write(shown("highlight:striking:"), Frame(), fine) == Typed("een twee drie")


def test_a_choice_from_a_short_list_is_a_digit_or_an_arrow_away(face: TerminalFace) -> None:
    with keys("2\r"):
        assert face.pick("Wat nu?", ["een", "twee", "drie"]) == 1
    with keys("\x1b[B\x1b[B\r"):
        assert face.pick("Wat nu?", [f"keuze {number}" for number in range(30)]) == 2
    with keys(ESCAPE):
        assert face.pick("Wat nu?", ["een"]) is None


def test_names_of_municipalities_and_regions_complete_as_they_are_typed() -> None:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    def completed(text: str) -> list[str]:
        document = Document(text)
        found = typing.Names().get_completions(document, CompleteEvent())
        return [text[: len(text) + one.start_position] + one.text for one in found]

    assert completed("Assen, coev") == ["Assen, Coevorden"]
    assert "provincie Drenthe" in completed("dren")
    assert completed("Noord-V") == ["RES-regio Noord-Veluwe"]
    assert "'s-Hertogenbosch" in completed("hertog")
    assert completed("") == []
