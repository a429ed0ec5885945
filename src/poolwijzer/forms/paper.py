"""A form on paper, as sheets: boxes to tick and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from poolwijzer.formats.registry import Theme, render_handout
from poolwijzer.forms.questionnaire import BASIS_QUESTION, ROLE_QUESTION, YES_OR_NO, Question, Questionnaire
from poolwijzer.forms.words import ABOUT_YOU, Choices, unknown_word, who_question, words_of
from poolwijzer.report.handout.model import Checklist, Handout, Item, Picks, Room, Sheet, SheetBlock
from poolwijzer.report.handout.statements import NOTE
from poolwijzer.report.typed_text import sanitize

HOW = (
    "Zet bij elke vraag één kruisje. Weet u het niet? Kies dan {unknown}. Onder een stelling staat waaraan u het ziet."
)
BACK = "Klaar? Geef of stuur dit terug aan {organisation}."
MOST_NAMES = 16
"""Names to tick; of more one writes it down."""
REST = "Wilt u nog iets kwijt?"


def make_sheets(questionnaire: Questionnaire, on: date) -> Handout:
    """The form as sheets of A4, in the order in which one fills it in.

    Args:
        questionnaire: What is asked.
        on: The day on which it is made.
    """
    asked = questionnaire
    how = HOW.replace("{unknown}", unknown_word(asked))
    about = (" ".join(asked.opening), f"{asked.note} {how}", BACK.replace("{organisation}", asked.form.organisation))
    blocks: tuple[SheetBlock, ...] = (_about_you(asked), *_statements(asked), Room(REST, 3, asked.note))
    sheet = Sheet(asked.title, about, (blocks,))
    return sanitize(Handout(asked.title, "", (sheet,), "a4", on))


def _about_you(asked: Questionnaire) -> Picks:
    names = asked.organisations if len(asked.organisations) <= MOST_NAMES else ()
    questions = [
        (who_question(asked), names),
        (ROLE_QUESTION, words_of(asked.roles)),
        (BASIS_QUESTION, words_of(asked.bases)),
        *([(asked.named, words_of(YES_OR_NO))] if asked.named else []),
    ]
    return Picks(ABOUT_YOU, tuple(questions))


def _statements(asked: Questionnaire) -> Iterator[Checklist]:
    """The statements of each group, in a list for each wording of the scale."""
    number = 0
    for group in asked.groups:
        lists: dict[Choices, list[Item]] = {}
        for question in group.questions:
            number += 1
            lists.setdefault(question.answers, []).append(_item(number, question))
        for answers, items in lists.items():
            yield Checklist(group.title, "", words_of(answers), tuple(items), NOTE, flows=True)


def _item(number: int, question: Question) -> Item:
    return Item(f"{number}. {question.text}", question.evidence)


def render_pdf(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The sheets as a PDF."""
    return render_handout(".pdf", make_sheets(questionnaire, on), theme)


def render_docx(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The sheets as a Word document, in which one can also fill them in on a screen."""
    return render_handout(".docx", make_sheets(questionnaire, on), theme)
