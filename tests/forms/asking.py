"""A form about made-up municipalities, and filling it in the way people do."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import openpyxl

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import AskedOf
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import Questionnaire, make_questionnaire
from poolwijzer.forms.registry import FORM_KINDS, render_form

ON, UNTIL = date(2026, 11, 1), date(2027, 6, 30)
BODY = {"verband": {"kind": "gr", "name": "het regiobureau Rivierland"}}


def ask(content: Content, of: AskedOf = "gemeente", **initiative: Any) -> Questionnaire:
    """A form of an initiative of three municipalities, which is changed as said."""
    given = {"id": "rivierland", "name": "Rivierland", "municipalities": ["Assen", "Emmen", "Hoogeveen"], **initiative}
    made = Assessment.model_validate({"poolwijzer": 1, "initiative": given, "context": BODY})
    return make_questionnaire(content, made, of, organisation="Regiobureau Rivierland", delete_on=UNTIL)


def written(asked: Questionnaire, kind: str) -> bytes:
    """The form as a file of this kind."""
    return render_form(FORM_KINDS[kind], asked, Theme(), ON)


def opened(data: bytes) -> Any:
    """The sheet to fill in of a workbook, whatever it is called."""
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def row_of(sheet: Any, text: str) -> int:
    """The row in which something is asked."""
    row: int = next(cell.row for cell in sheet["A"] if text in str(cell.value or ""))
    return row


def saved(sheet: Any) -> bytes:
    """The workbook of a sheet, as a program saves it."""
    file = io.BytesIO()
    sheet.parent.save(file)
    return file.getvalue()


def filled(data: bytes, answers: Mapping[str, Any], notes: Mapping[str, str] | None = None) -> bytes:
    """A workbook in which somebody filled in answers and notes, by a part of what is asked."""
    sheet = opened(data)
    for column, values in ((3, answers), (4, notes or {})):
        for text, value in values.items():
            sheet.cell(row_of(sheet, text), column).value = value
    return saved(sheet)
