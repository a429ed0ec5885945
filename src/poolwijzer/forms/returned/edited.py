"""Whether somebody changed an answer in the lines that people read: only the block below these counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.assessment.model import Response
from poolwijzer.dutch import long_date
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, YES_OR_NO, Questionnaire
from poolwijzer.forms.sent import SentAnswers
from poolwijzer.forms.words import Choices

OPEN = ("", "niet ingevuld")
"""What the page writes where nothing was answered."""
_NO_WORD = re.compile(r"[\W_]+")


def find_edited(text: str, sent: SentAnswers, asked: Questionnaire) -> Iterator[str]:
    """Where the lines say another answer than the block, as *bij stelling 3*.

    What mail does to lines (other breaks, quotes, marks in front) makes no difference. Only an answer that the form
    knows is told: of anything else nobody can say where it came from.

    Args:
        text: The lines above the block.
        sent: What the block says.
        asked: The form that was filled in.
    """
    folded = _fold(text)
    for where, label, choices, given in _lines(sent, asked):
        _, found, rest = folded.rpartition(_fold(label))
        words = {code: _fold(said) for code, said in (*choices, OPEN)}
        # The longest is meant: *nee, helemaal niet*, and not *nee*.
        said = max((one for one in words.values() if rest.startswith(one)), key=len, default=None)
        if found and given in words and said not in (None, words[given]):
            yield where


def _lines(sent: SentAnswers, asked: Questionnaire) -> Iterator[tuple[str, str, Choices, str]]:
    """Each line with an answer: where that is, what stands before the answer, what that can be, and what it was."""
    response = sent.response
    who = "Organisatie" if sent.form.of == "verband" else "Gemeente"
    names = tuple((name, name) for name in asked.organisations)
    yield (
        f"bij {who.lower()}",
        f"verwijdert op {long_date(sent.form.delete_on)} {who}",
        names,
        response.organisation.name,
    )
    yield "bij de functie", ROLE_QUESTION, asked.roles, response.role or ""
    yield "bij namens wie", BASIS_QUESTION, asked.bases, response.basis
    if asked.named:
        yield "bij de naam in het verslag", asked.named, YES_OR_NO, str(response.named).lower()
    for number, question in enumerate(asked.questions, 1):
        yield f"bij stelling {number}", f"{number}. {question.text}", question.answers, _code(response, question.id)


def _code(response: Response, statement: str) -> str:
    answer = response.answers.get(statement)
    if answer is None or not answer.given:
        return ""
    return UNKNOWN if answer.known is None else str(answer.value)


def _fold(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
