"""A column may have the text of a statement as its head, with any name of the body and the verb that goes with it."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.content.wording import PLURAL, fill_names
from poolwijzer.tables.document import Rows
from poolwijzer.tables.vocabulary import Vocabulary

HEADS = [
    {"verband": "de provincie Drenthe", PLURAL: ""},
    {"verband": "de provincies Drenthe en Groningen", PLURAL: "ja"},
    {},
]


@pytest.mark.parametrize("rows", ["initiatives", "respondents"])
@pytest.mark.parametrize("names", HEADS)
def test_a_head_is_known_whatever_the_body_is_called_and_however_many_it_is(
    names: dict[str, str], rows: Rows, content: Content
) -> None:
    known = Vocabulary(content, rows)
    for name, statement in content.statements.items():
        for form in (statement.joint, statement.own, statement.body):
            if form is None:
                continue
            for text in (fill_names(form.text, names) if names else form.text, *statement.was):
                found = known.meaning(text)
                assert found is not None and found.path == ("answers", name), text


def test_a_verb_in_another_form_is_another_statement(content: Content) -> None:
    known = Vocabulary(content, "initiatives")
    assert known.meaning("De provincie Drenthe had dit thema in het werkprogramma staan.") is None
