"""A form as a workbook: answers are chosen from lists, and only what is to be filled in can be typed over."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import YES_OR_NO, Questionnaire
from poolwijzer.forms.sent import write_block
from poolwijzer.forms.words import words_of
from poolwijzer.forms.workbook_form import CARRIED, carry
from poolwijzer.forms.workbook_sheet import SheetToFill, put_text
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.outputs.xlsx_table import moment_of, pack_book

if TYPE_CHECKING:
    from openpyxl import Workbook

DO_NOT_CHANGE = "Dit blad hoort bij de vragenlijst. Verander er niets aan."


def render(questionnaire: Questionnaire, theme: Theme, on: date) -> bytes:
    """The form as a workbook.

    Args:
        questionnaire: What is asked.
        theme: A workbook has its own look, so that what is to be filled in is the same in every one.
        on: The day on which it was made.
    """
    del theme
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = sanitize_text(questionnaire.form.organisation)
    book.properties.title = sanitize_text(questionnaire.title)
    book.properties.language = "nl-NL"
    book.properties.created = moment_of(on)
    lists = _add_carried(book, questionnaire)
    SheetToFill(book, questionnaire, lists).write()
    file = io.BytesIO()
    pack_book(book, file, on)
    return file.getvalue()


def _add_carried(book: Workbook, questionnaire: Questionnaire) -> dict[object, str]:
    """The hidden sheet; where on it every list of words stands, by what it is of."""
    sheet: Any = book.create_sheet(CARRIED)
    sheet.sheet_state = "hidden"
    sheet.protection.enable()
    carried = carry(questionnaire, YES_OR_NO)
    block = write_block(carried.model_dump_json().encode("utf-8")).splitlines()
    _fill_column(sheet, 1, (DO_NOT_CHANGE, *block))
    words: dict[object, tuple[str, ...]] = {
        "organisations": questionnaire.organisations,
        "roles": words_of(questionnaire.roles),
        "bases": words_of(questionnaire.bases),
        "named": words_of(YES_OR_NO),
        **{question.answers: words_of(question.answers) for question in questionnaire.questions},
    }
    places: dict[object, str] = {}
    for column, (name, some) in enumerate(words.items(), start=3):
        _fill_column(sheet, column, ("", *some))
        letters = column_letters(column)
        if some:
            places[name] = f"{CARRIED}!${letters}$2:${letters}${1 + len(some)}"
    return places


def _fill_column(sheet: Any, column: int, texts: Iterable[str]) -> None:
    for row, text in enumerate(texts, start=1):
        if text:
            put_text(sheet.cell(row, column), text)
