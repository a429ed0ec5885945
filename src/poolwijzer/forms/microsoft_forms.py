"""A survey for Microsoft Forms, as a Word document that its *Quick import* reads.

It takes plain paragraphs: a question with a number, and below it the answers with a letter. In the export a column is
called by the text of its question, which the reader of tables knows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from string import ascii_uppercase

from poolwijzer.formats.archive import EARLIEST, repack_bytes
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, YES_OR_NO, Questionnaire
from poolwijzer.forms.survey_questions import SURVEY_QUESTION, refuse_body
from poolwijzer.forms.words import words_of
from poolwijzer.report.typed_text import sanitize_text

Asked = tuple[str, tuple[str, ...]]
"""A question with its answers; without any one types."""


def render(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The document, without any looks: these would only be in the way.

    Raises:
        InputError: it is for the existing body.
    """
    del theme
    from docx import Document

    refuse_body(questionnaire, "Microsoft Forms")
    document = Document()
    day = max(on, EARLIEST)
    properties = document.core_properties
    properties.title, properties.author, properties.language = _plain(questionnaire.title), "Poolwijzer", "nl-NL"
    properties.comments = ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - no zone
    document.add_heading(_plain(questionnaire.title), 0)
    for sentence in (*questionnaire.opening, questionnaire.note):
        document.add_paragraph(_plain(sentence))
    for number, (question, answers) in enumerate(_asked(questionnaire), start=1):
        document.add_paragraph(f"{number}. {_plain(question)}")
        for place, answer in enumerate(answers):
            document.add_paragraph(f"{_letters(place)}. {_plain(answer)}")
    file = io.BytesIO()
    document.save(file)
    return repack_bytes(file.getvalue(), on)


def _asked(asked: Questionnaire) -> Iterator[Asked]:
    yield SURVEY_QUESTION, asked.organisations
    yield ROLE_QUESTION, words_of(asked.roles)
    yield BASIS_QUESTION, words_of(asked.bases)
    yield asked.named, words_of(YES_OR_NO)
    for question in asked.questions:
        yield question.text, words_of(question.answers)


def _letters(place: int) -> str:
    """A to Z, then AA and so on, as a list in Word has them."""
    more, rest = divmod(place, len(ascii_uppercase))
    return (_letters(more - 1) if more else "") + ascii_uppercase[rest]


def _plain(text: str) -> str:
    return " ".join(sanitize_text(text).split())
