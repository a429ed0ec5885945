"""One line a problem, and nothing in it that can harm the reader's screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.problems import InputError, Problem, did_you_mean, harmless, quote


def test_a_problem_is_one_line_with_its_place_its_message_and_its_hint() -> None:
    problem = Problem("bestand.yaml", "Het woord 'titel' is onbekend.", "Bedoelde u title?", 12, 5)
    assert str(problem) == "bestand.yaml:12:5: Het woord 'titel' is onbekend. Bedoelde u title?"


def test_a_problem_without_a_place_names_only_the_file() -> None:
    assert str(Problem("bestand.yaml", "Het bestand is leeg.")) == "bestand.yaml: Het bestand is leeg."


def test_an_error_carries_all_problems_and_shows_one_a_line() -> None:
    error = InputError([Problem("a", "Een."), Problem("a", "Twee.", line=2, column=1)])
    assert len(error.problems) == 2
    assert str(error) == "a: Een.\na:2:1: Twee."
    assert InputError(Problem("a", "Een.")).problems == (Problem("a", "Een."),)


@given(st.text(), st.text(), st.text())
def test_a_problem_never_breaks_its_line_or_sends_an_escape(path: str, message: str, hint: str) -> None:
    line = str(Problem(path, message, hint, 1, 1))
    assert len(line.splitlines()) == 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)
    line.encode("utf-8")


def test_what_would_steer_a_terminal_becomes_a_visible_mark() -> None:
    assert harmless("\x1b[31mrood\x1b[0m\u202e") == "�[31mrood�[0m�"
    assert harmless("a\r\nb\tc") == "a b c"


def test_a_quote_is_cut_and_keeps_an_apostrophe_readable() -> None:
    assert quote("titel") == "'titel'"
    assert quote("'s-Gravenhage") == '"\'s-Gravenhage"'
    assert len(quote("x" * 10_000)) == 82
    assert quote("x" * 10_000).endswith("…'")


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("stripenkaart", ["strippenkaart", "abonnement"], "Bedoelde u strippenkaart?"),
        ("ASSEN", ["Assen", "Emmen"], "Bedoelde u Assen?"),
        ("titel", ["title", "text"], "Bedoelde u title?"),
        ("m12", ["m1", "m2", "name"], "Bedoelde u m1 of m2?"),
        ("qwerty", ["strippenkaart", "abonnement"], ""),
        ("", ["a"], ""),
        ("strippenkaart", ["strippenkaart"], ""),
    ],
)
def test_a_near_miss_is_suggested_and_nonsense_is_not(word: str, known: list[str], expected: str) -> None:
    assert did_you_mean(word, known) == expected
