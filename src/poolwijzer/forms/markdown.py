"""A form as text in Markdown, to print or to fill in with any editor. No text in it is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from poolwijzer.formats.markdown import escape_markdown
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.paper import BACK, MOST_NAMES, REST
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, YES_OR_NO, Question, Questionnaire
from poolwijzer.forms.words import ABOUT_YOU, NOTE, unknown_word, who_question, words_of
from poolwijzer.report.typed_text import sanitize_text

HOW = "Zet bij elke vraag één kruisje: schrijf een x tussen de haken. Weet u het niet? Kies dan {unknown}."
_BOX = "- [ ] "
_TO_WRITE = "…………………………………………"


def render(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The form as Markdown, which has no style of its own and says nothing of the day on which it was made."""
    del theme, on
    lines = [line for part in _parts(questionnaire) for line in (*part, "")]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def _parts(asked: Questionnaire) -> Iterator[Iterable[str]]:
    yield [f"# {_text(asked.title)}"]
    yield [_text(" ".join(asked.opening))]
    yield [_text(f"{asked.note} {HOW.replace('{unknown}', unknown_word(asked))}")]
    yield [_text(BACK.replace("{organisation}", asked.form.organisation))]
    yield [f"## {ABOUT_YOU}"]
    names = asked.organisations if len(asked.organisations) <= MOST_NAMES else ()
    yield from _choice(who_question(asked), names)
    yield from _choice(ROLE_QUESTION, words_of(asked.roles))
    yield from _choice(BASIS_QUESTION, words_of(asked.bases))
    if asked.named:
        yield from _choice(asked.named, words_of(YES_OR_NO))
    number = 0
    for group in asked.groups:
        yield [f"## {_text(group.title)}"]
        for question in group.questions:
            number += 1
            yield from _statement(number, question)
    yield [f"## {REST}"]
    yield [_text(asked.note), "", _TO_WRITE]


def _choice(question: str, answers: Iterable[str]) -> Iterator[list[str]]:
    yield [f"**{_text(question)}**"]
    yield [f"{_BOX}{_text(words)}" for words in answers] or [_TO_WRITE]


def _statement(number: int, question: Question) -> Iterator[list[str]]:
    yield [f"### {number}. {_text(question.text)}"]
    yield [f"*{_text(question.evidence)}*"] if question.evidence else []
    yield [f"{_BOX}{_text(words)}" for words in words_of(question.answers)]
    yield [f"{NOTE}: {_TO_WRITE}"]


def _text(text: str) -> str:
    return escape_markdown(sanitize_text(text))
