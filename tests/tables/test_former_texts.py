"""A survey that was made goes on working when a statement is put in other words, or is asked no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from poolwijzer.content.content import Content
from poolwijzer.content.questions import Form, Retired
from poolwijzer.tables.answers import answer_reader
from poolwijzer.tables.document import Rows
from poolwijzer.tables.vocabulary import Vocabulary

FORMS: dict[Rows, tuple[Form, ...]] = {"initiatives": ("joint",), "respondents": ("own", "body")}
BODIES = ["de provincie Drenthe", "de Drentse gemeenten", "Regio Noord"]


def filled(text: str) -> Iterator[str]:
    """A text as a survey shows it: with each name, and with both forms of a verb."""
    for body in BODIES:
        for number in (1, 2):
            yield re.sub(r"\{([^{}|]+)\|([^{}|]+)\}", rf"\{number}", text).replace("{verband}", body)


def texts(content: Content, forms: tuple[Form, ...]) -> Iterator[tuple[str, str]]:
    for name, statement in content.every_statement.items():
        if isinstance(statement, Retired):
            now: list[str] = [statement.text]
        else:
            now = [wording.text for form in forms if (wording := getattr(statement, form)) is not None]
        yield from ((name, text) for text in (*now, *statement.was))


@pytest.mark.parametrize("rows", ["initiatives", "respondents"])
def test_every_text_of_now_and_of_before_heads_the_column_of_its_own_statement(content: Content, rows: Rows) -> None:
    vocabulary = Vocabulary(content, rows)
    for name, text in texts(content, FORMS[rows]):
        for header in filled(text):
            meaning = vocabulary.meaning(header)
            assert meaning is not None, header
            assert meaning.path == ("answers", name), header


@pytest.mark.parametrize("rows", ["initiatives", "respondents"])
def test_a_header_means_the_same_each_time_it_is_met(content: Content, rows: Rows) -> None:
    vocabulary = Vocabulary(content, rows)
    for name, text in texts(content, FORMS[rows]):
        assert vocabulary.meaning(text) == vocabulary.meaning(text) is not None, name


@pytest.mark.parametrize("statement", ["m5", "m9", "m10", "b10"])
@pytest.mark.parametrize("words", ["grotendeels", "de meeste", "4"])
def test_what_is_asked_no_more_is_read_in_the_words_of_each_form_it_had(
    content: Content, statement: str, words: str
) -> None:
    assert answer_reader(statement, ("own", "body"), content)(words) == "4"


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("2 van de 3", {"of": "3", "yes": "2"}),
        ("Beide", {"of": "2", "yes": "2"}),
        ("alle 4", {"of": "4", "yes": "4"}),
        ("geen", "1"),
        ("de meeste", "4"),
        ("2 van de drie", "2 van de drie"),
    ],
)
def test_a_number_of_municipalities_is_read_in_words(content: Content, cell: str, read: object) -> None:
    assert answer_reader("m2", ("joint",), content)(cell) == read


def test_who_answers_for_one_municipality_counts_none(content: Content) -> None:
    assert answer_reader("m2", ("own", "body"), content)("2 van de 3") == "2 van de 3"
    assert answer_reader("b2", ("joint",), content)("2 van de 3") == "2 van de 3"
