"""The sheet of a workbook that one fills in, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from poolwijzer.forms.questionnaire import (
    BASIS_QUESTION,
    ROLE_QUESTION,
    YES_OR_NO,
    Question,
    QuestionGroup,
    Questionnaire,
)
from poolwijzer.forms.words import ABOUT_YOU, ANSWER, EVIDENCE, NOTE, unknown_word, who_question
from poolwijzer.forms.workbook_form import MARK, SHEET
from poolwijzer.report.typed_text import sanitize_text
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.outputs.xlsx_table import plain_text

if TYPE_CHECKING:
    from openpyxl import Workbook

WIDTHS = (54, 40, 26, 44)
"""Of the columns, in letters: what is asked, how one can see it, the answer, and the note."""
_ASKED, _EVIDENCE, _ANSWER, _NOTE = 1, 2, 3, 4
_BREADTH = 140
"""Letters of a line over all columns."""
_LETTERS, _LINE, _AIR = 0.95, 15.0, 6.0
"""Of a column, the part of its letters that surely fit on a line in any program; and how high a line is, in points."""
_FILL, _RULE, _INK = "FFF7D6", "8A8A8A", "1F3864"
_LONGEST_TITLE, _LONGEST_PROMPT = 32, 250
"""Of what a spreadsheet says at a cell."""
HOW = (
    "Vul alleen de gele vakken met een rand in. Kies uw antwoord uit de lijst. Weet u het niet? Kies dan {unknown}.",
    "Klaar? Sla dit bestand op. Stuur het terug naar wie het u stuurde.",
)
FROM_LIST, TYPED = "Kies uit de lijst.", "Typ de naam."
HELP = "Uitleg"
ABOUT_MARK = (
    "Dit mag leeg blijven. Kies een woord, maar geen naam van een persoon. Stuurt u dit bestand later opnieuw? "
    "Laat het woord dan staan. Wij zien dan dat het van u komt."
)
NOT_IN_LIST = "Dit antwoord staat niet in de lijst. Kies een antwoord uit de lijst."


class _Field(NamedTuple):
    """A cell to fill in, of who answers."""

    label: str
    help: str
    list: str
    """Where on the hidden sheet the words to choose from stand; empty where one types."""
    value: str = ""


def put_text(cell: Any, text: str) -> None:
    """Put a text in a cell, which stays text whatever it begins with."""
    cell.value = plain_text(sanitize_text(text))
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"


class SheetToFill:
    """The sheet as it grows."""

    def __init__(self, book: Workbook, questionnaire: Questionnaire, lists: Mapping[object, str]) -> None:
        """Begin on the first sheet of a workbook.

        Args:
            book: The workbook.
            questionnaire: What is asked.
            lists: Where the words to choose from stand, by what they are of.
        """
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self._questionnaire = questionnaire
        self._lists = lists
        self._sheet: Any = book.worksheets[0]
        self._row = 0
        self._number = 0
        self._line = Alignment(vertical="top")
        self._wrapped = Alignment(vertical="top", wrap_text=True)
        self._title = Font(name="Calibri", sz=16, b=True, color=_INK)
        self._bold = Font(name="Calibri", sz=11, b=True, color=_INK)
        self._yellow = PatternFill("solid", fgColor=_FILL)
        self._under = Border(bottom=Side("medium", color=_INK))
        side = Side("thin", color=_RULE)
        self._round = Border(left=side, right=side, top=side, bottom=side)
        self._open = Protection(locked=False)

    def write(self) -> None:
        """All of it."""
        asked = self._questionnaire
        self._sheet.title = SHEET
        self._set_page()
        self._text(asked.title, font=self._title)
        self._make_room(2)
        unknown = unknown_word(asked)
        for sentence in (*asked.opening, asked.note, "", *(line.replace("{unknown}", unknown) for line in HOW)):
            for line in wrap(sanitize_text(sentence), _BREADTH) or [""]:
                self._text(line)
        self._text("")
        self._heads(ABOUT_YOU, HELP, ANSWER)
        for field in self._fields():
            self._field(field)
        for group in asked.groups:
            self._text("")
            self._group(group)
        self._sheet.print_area = f"A1:{column_letters(_NOTE)}{self._row}"

    def _set_page(self) -> None:
        sheet = self._sheet
        for column, width in enumerate(WIDTHS, start=1):
            sheet.column_dimensions[column_letters(column)].width = width
        sheet.protection.enable()
        # Who reads large letters may make room for them.
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top = sheet.page_margins.bottom = 0.6
        sheet.page_margins.footer = 0.25
        sheet.oddFooter.right.text = "Bladzijde &P van &N"

    def _text(self, text: str, *, font: Any = None) -> None:
        """A line over all columns."""
        self._row += 1
        if text:
            cell = self._sheet.cell(self._row, _ASKED)
            put_text(cell, text)
            cell.alignment = self._line
            if font:
                cell.font = font

    def _heads(self, *heads: str) -> None:
        self._row += 1
        for column, head in enumerate(heads, start=1):
            cell = self._sheet.cell(self._row, column)
            put_text(cell, head)
            cell.font, cell.border, cell.alignment = self._bold, self._under, self._wrapped
        self._make_room(self._lines(heads))

    def _fields(self) -> Iterator[_Field]:
        asked = self._questionnaire
        names = self._lists.get("organisations", "")
        only = asked.organisations[0] if len(asked.organisations) == 1 else ""
        yield _Field(who_question(asked), FROM_LIST if names else TYPED, names, only)
        yield _Field(ROLE_QUESTION, FROM_LIST, self._lists["roles"])
        yield _Field(BASIS_QUESTION, FROM_LIST, self._lists["bases"])
        if asked.named:
            default = dict(YES_OR_NO)["false"]
            yield _Field(asked.named, f"Kies {default} als u het niet zeker weet.", self._lists["named"], default)
        yield _Field(MARK, ABOUT_MARK, "")

    def _field(self, field: _Field) -> None:
        self._row += 1
        self._words(_ASKED, field.label)
        self._words(_EVIDENCE, field.help)
        self._to_fill(_ANSWER, field.list, field.label, field.help, field.value)
        self._make_room(self._lines((field.label, field.help)))

    def _group(self, group: QuestionGroup) -> None:
        self._heads(group.title, EVIDENCE, ANSWER, NOTE)
        for question in group.questions:
            self._question(question)

    def _question(self, question: Question) -> None:
        self._row += 1
        self._number += 1
        text = f"{self._number}. {question.text}"
        self._words(_ASKED, text)
        self._words(_EVIDENCE, question.evidence)
        title = f"Stelling {self._number}"
        self._to_fill(_ANSWER, self._lists[question.answers], title, question.text)
        self._to_fill(_NOTE, "", f"{NOTE} bij stelling {self._number}", self._questionnaire.note)
        self._make_room(max(2, self._lines((text, question.evidence))))

    def _lines(self, texts: Iterable[str]) -> int:
        """How many lines the longest of these takes, each in its column."""
        return max(len(wrap(text, int(_LETTERS * width))) for text, width in zip(texts, WIDTHS, strict=False))

    def _make_room(self, lines: int) -> None:
        """Make the row as high as so many lines; unlike a row with a fixed height it grows with what is typed in it."""
        from openpyxl.worksheet.dimensions import RowDimension

        class Growing(RowDimension):
            customHeight = False  # noqa: N815 - the library's name

        self._sheet.row_dimensions[self._row] = Growing(self._sheet, index=self._row, ht=lines * _LINE + _AIR)

    def _words(self, column: int, text: str) -> None:
        cell = self._sheet.cell(self._row, column)
        put_text(cell, text)
        cell.alignment = self._wrapped

    def _to_fill(self, column: int, words: str, title: str, prompt: str, value: str = "") -> None:
        """A cell to fill in, which says what it is for when one comes to it: who listens hears nothing else of it."""
        from openpyxl.worksheet.datavalidation import DataValidation

        cell = self._sheet.cell(self._row, column)
        if value:
            put_text(cell, value)
        cell.protection, cell.fill, cell.border, cell.alignment = self._open, self._yellow, self._round, self._wrapped
        cell.number_format = "@"
        rule = DataValidation(type="list" if words else None, formula1=words or None, allow_blank=True)
        rule.promptTitle, rule.prompt = _cut(title, _LONGEST_TITLE), _cut(prompt, _LONGEST_PROMPT)
        rule.showInputMessage = True
        if words:
            rule.showErrorMessage, rule.errorTitle, rule.error = True, "Kies uit de lijst", NOT_IN_LIST
        rule.add(cell)
        self._sheet.add_data_validation(rule)


def _cut(text: str, longest: int) -> str:
    """Sanitized, and no longer than a spreadsheet can say it; its signs count as UTF-16 does."""
    text = plain_text(sanitize_text(text))
    return text if len(text.encode("utf-16-le")) <= 2 * longest else text[: longest // 2].rstrip() + " …"
