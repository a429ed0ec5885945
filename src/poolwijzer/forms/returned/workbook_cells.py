"""What stands in the cells of a workbook that somebody filled in, wherever its rows and columns went."""

from __future__ import annotations

import re
from typing import NamedTuple

from poolwijzer.assessment.answer import Answer
from poolwijzer.dutch import join_some
from poolwijzer.forms.questionnaire import BASIS_QUESTION, NAMED_QUESTION, ROLE_QUESTION
from poolwijzer.forms.words import ANSWER, NOTE, WHICH_BODY, WHICH_MUNICIPALITY, Choices, words_of
from poolwijzer.forms.workbook_form import MARK, AskedStatement, WorkbookForm
from poolwijzer.problems import Problem, did_you_mean, quote
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.surveys import UNKNOWN as UNKNOWN_WORDS
from poolwijzer.tables.words import drop_enumeration, fold_words
from poolwijzer.tables.xlsx_sheets import Sheet, SheetTexts

_FORMULA = "een formule, en geen antwoord."
_CHOOSE = "Kies een antwoord uit de lijst."
_POINT = re.compile(r"([0-9]+)[.,]0+")
"""A point as a program writes it that knows only decimals."""
_LABELS = (WHICH_MUNICIPALITY, WHICH_BODY, ROLE_QUESTION, BASIS_QUESTION, NAMED_QUESTION, MARK)


class FilledCell(NamedTuple):
    """A cell in which one fills in something."""

    row: int
    column: int
    text: str
    formula: bool

    @property
    def name(self) -> str:
        """As a spreadsheet calls it."""
        return f"{column_letters(self.column)}{self.row}"


class FilledCells:
    """What was filled in, sheet by sheet, with what is wrong with it."""

    def __init__(self, name: str, form: WorkbookForm, unknown: str) -> None:
        """Gather from a file that messages call by this name; `unknown` is the word for what is not known."""
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        """What counts for nothing."""
        self.answers: dict[str, Answer] = {}
        """By the id of their statement."""
        self._name = name
        self._form = form
        self._unknown = {*UNKNOWN_WORDS, fold_words(unknown)}
        self._statements = {fold_words(one.text): one for one in form.statements}
        self._labels = {fold_words(label): label for label in _LABELS}
        self._met: dict[str, FilledCell] = {}
        """By what is asked in its row, a label or the id of a statement, the cell for the answer."""

    def read(self, sheet: Sheet) -> None:
        """Take over what one sheet says."""
        answer = note = 0
        for row in sheet.rows:
            heads = {fold_words(text): column for column, text in enumerate(row.texts, start=1) if text}
            if found := heads.get(fold_words(ANSWER)):
                answer, note = found, heads.get(fold_words(NOTE), 0)
            elif answer:
                self._row(row, answer, note)
        if not answer and not sheet.hidden and any(map(any, (row.texts for row in sheet.rows))):
            self.remarks.append(Problem(self._name, f"Het werkblad {quote(sheet.title)} telt niet mee."))

    @property
    def found(self) -> bool:
        """Whether anything that was asked stands in the workbook."""
        return bool(self._met)

    @property
    def empty(self) -> bool:
        """Whether nothing was answered, be it in words that cannot be read."""
        about = {cell.row for label, cell in self._met.items() if label in _LABELS}
        return not self.answers and not any(problem.line not in about for problem in self.problems)

    @property
    def lost(self) -> list[AskedStatement]:
        """What was asked and stands in the workbook no more."""
        return [one for one in self._form.statements if one.id not in self._met]

    def organisation(self) -> str:
        """Who answers; empty where that is a problem."""
        form = self._form
        body = form.form.of == "verband"
        cell = self._met.get(WHICH_BODY if body else WHICH_MUNICIPALITY)
        if cell is None and len(form.organisations) == 1:
            return form.organisations[0]
        if cell is None or (not cell.text and not cell.formula):
            message = f"Welke {'organisatie' if body else 'gemeente'} dit is, is niet ingevuld."
            at = (cell.row, cell.column) if cell else (None, None)
            self.problems.append(Problem(self._name, message, "Vul het in, of vraag het na.", *at))
            return ""
        if cell.formula or not form.organisations:
            return cell.text
        return self._choice(cell, tuple((one, one) for one in form.organisations), before="gemeente ") or ""

    def field(self, label: str, choices: Choices) -> str | None:
        """The code of what was chosen at a question about who answers."""
        cell = self._met.get(label)
        return self._choice(cell, choices) if cell and choices and not cell.formula else None

    @property
    def mark(self) -> str:
        """What the respondent calls this form."""
        return self._met[MARK].text if MARK in self._met else ""

    def _row(self, row: SheetTexts, answer: int, note: int) -> None:
        given, noted = _cell(row, answer), _cell(row, note)
        asked = next((found for found in map(self._asked, row.texts) if found), None)
        if asked is None:
            if given.text or noted.text:
                self._beside(given if given.text else noted, "bij een rij zonder vraag")
            return
        for column in range(max(answer, note) + 1, len(row.texts) + 1):
            if row.texts[column - 1]:
                self._beside(_cell(row, column), "naast de vakken")
        before = self._met.setdefault(asked if isinstance(asked, str) else asked.id, given)
        if isinstance(asked, str):
            if (before.text, before.formula) != (given.text, given.formula):
                self._twice(before, given)
            elif given.formula:
                self._tell(given, _FORMULA)
        elif (made := self._answer(asked, given, noted)) and self.answers.setdefault(asked.id, made) != made:
            self._twice(before, given)

    def _asked(self, text: str) -> AskedStatement | str | None:
        """The statement, or the question about who answers, that a cell holds."""
        words = fold_words(text) if text else ""
        return self._statements.get(words) or self._statements.get(drop_enumeration(words)) or self._labels.get(words)

    def _answer(self, asked: AskedStatement, given: FilledCell, note: FilledCell) -> Answer | None:
        value = self._choice(given, asked.answers, points=True)
        if note.formula and not note.text:
            self._tell(note, "een formule zonder uitkomst, en geen toelichting.", "Typ de toelichting zelf.")
        if value is None:
            return Answer(note=note.text) if note.text else None
        return Answer.model_validate({"value": value, "note": note.text})

    def _choice(self, given: FilledCell, choices: Choices, *, points: bool = False, before: str = "") -> str | None:
        """The code of what was chosen; None for nothing, and for what is a problem.

        Args:
            given: The cell.
            choices: What can be chosen.
            points: Whether a code may be typed too, as it is a point of a scale.
            before: What may stand in front of the words.
        """
        if given.formula:
            self._tell(given, _FORMULA)
        if given.formula or not given.text:
            return None
        words = {fold_words(before + text): code for code, text in choices}
        words |= {fold_words(text): code for code, text in choices}
        if points:
            words |= {code: code for code, _ in choices} | dict.fromkeys(self._unknown, choices[-1][0])
        point = _POINT.fullmatch(given.text)
        found = words.get(fold_words(point[1] if point else given.text))
        if found is None:
            texts = words_of(choices)
            hint = did_you_mean(given.text, texts) or f"Kies uit {join_some([*map(quote, texts)])}."
            self._tell(given, f"{quote(given.text)}.", hint)
        return found

    def _beside(self, cell: FilledCell, where: str) -> None:
        message = f"In {cell.name} staat iets {where}. Dat telt niet mee."
        self.remarks.append(Problem(self._name, message, "", cell.row, cell.column))

    def _twice(self, first: FilledCell, second: FilledCell) -> None:
        message = f"Bij dezelfde vraag staan twee antwoorden: in {first.name} en in {second.name}."
        self.problems.append(Problem(self._name, message, "Haal een van de twee weg.", second.row, second.column))

    def _tell(self, cell: FilledCell, what: str, hint: str = _CHOOSE) -> None:
        self.problems.append(Problem(self._name, f"In {cell.name} staat {what}", hint, cell.row, cell.column))


def _cell(row: SheetTexts, column: int) -> FilledCell:
    text = row.texts[column - 1].strip() if 0 < column <= len(row.texts) else ""
    return FilledCell(row.number, column, text, column in row.formulas)
