"""Workbooks that come back: those of a form by what they carry, all others as a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.registry import Theme
from poolwijzer.forms.questionnaire import make_questionnaire
from poolwijzer.forms.returned.arrivals import Arrivals
from poolwijzer.forms.returned.intake import Piece, take_in
from poolwijzer.forms.returned.table_answers import TableRoad
from poolwijzer.forms.words import WHICH_MUNICIPALITY
from poolwijzer.forms.workbook import render
from poolwijzer.forms.workbook_form import CARRIED, SHEET
from tests.forms.senders import DELETE_ON

ON = date(2026, 11, 1)
Take = Callable[[bytes], Arrivals]


@pytest.fixture
def initiative(assessment_of: Callable[..., Assessment]) -> Assessment:
    """What is asked about."""
    return assessment_of(municipalities=["Assen", "Emmen"])


@pytest.fixture
def take(initiative: Assessment, content: Content) -> Take:
    """Takes in one workbook."""

    def taken(raw: bytes) -> Arrivals:
        return take_in([], initiative, content, ON, TableRoad(), (Piece("terug.xlsx", ".xlsx", io.BytesIO(raw)),))

    return taken


@pytest.fixture
def filled(initiative: Assessment, content: Content) -> openpyxl.Workbook:
    """A workbook of the form in which Emmen answered one statement."""
    form = make_questionnaire(content, initiative, organisation="Regio Proef", delete_on=DELETE_ON)
    book = openpyxl.load_workbook(io.BytesIO(render(form, Theme(), ON)))
    asked = form.questions[0]
    words = {WHICH_MUNICIPALITY: "Emmen", asked.text: asked.answers[3][1]}
    for row in book[SHEET].iter_rows():
        for text, answer in words.items():
            if any(str(cell.value or "").endswith(text) for cell in row):
                row[2].value = answer
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_form_that_was_filled_in_gives_its_respondent(take: Take, filled: openpyxl.Workbook) -> None:
    found = take(saved(filled))
    assert found.refused == ()
    (one,) = found.received
    assert one.response.organisation.name == "Emmen"
    assert [answer.value for answer in one.response.answers.values()] == [4]
    assert one.response.delete_on == DELETE_ON


def test_a_form_without_what_it_carried_is_told_and_not_guessed(take: Take, filled: openpyxl.Workbook) -> None:
    del filled[CARRIED]
    found = take(saved(filled))
    assert found.received == ()
    assert "het verborgen werkblad is weg" in str(found.refused[0])


def test_a_table_on_a_sheet_of_the_same_name_is_a_table(take: Take) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(["id", "gemeente", "m2"])
    sheet.append(["emmen-1", "Emmen", 4])
    found = take(saved(book))
    assert found.refused == ()
    assert [one.response.id for one in found.received] == ["emmen-1"]


def test_a_workbook_that_is_cut_off_or_says_it_is_huge_is_a_line_or_two(take: Take, filled: openpyxl.Workbook) -> None:
    raw = saved(filled)
    assert len(take(raw[: len(raw) // 2]).refused) == 1
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package, zipfile.ZipFile(io.BytesIO(raw)) as parts:
        for name in parts.namelist():
            large = name.startswith("xl/worksheets/")
            package.writestr(name, b"<x/>" + b" " * 40_000_000 if large else parts.read(name))
    found = take(bomb.getvalue())
    assert found.received == ()
    assert len(found.refused) <= 2
