"""A form on paper: as a PDF, in Word and in Markdown."""

from __future__ import annotations

import pytest

from poolwijzer.content.content import Content
from poolwijzer.forms.paper import MOST_NAMES, make_sheets
from poolwijzer.report.handout.model import Checklist, Picks, texts_of
from tests.formats.pdf.reading import told
from tests.forms.asking import ON, ask, written

MANY = [{"name": f"Proefdorp {number}", "population": 9000} for number in range(MOST_NAMES + 1)]


def said(data: bytes) -> str:
    return " ".join(told(data, "pdftotext").split())


def test_it_says_first_what_it_is_for_and_until_when(content: Content) -> None:
    about = " ".join(make_sheets(ask(content), ON).sheets[0].about)
    for words in (
        "Deze vragenlijst gaat over uw gemeente, niet over u.",
        "Wij verwijderen de antwoorden op 30 juni 2027.",
        "Schrijf geen namen en geen oordelen over personen op.",
        "Weet u het niet? Kies dan weet niet.",
        "Geef of stuur dit terug aan Regiobureau Rivierland.",
    ):
        assert words in about


def test_every_statement_has_its_evidence_and_a_box_for_every_answer(content: Content) -> None:
    asked = ask(content)
    (part,) = make_sheets(asked, ON).sheets[0].parts
    lists = [block for block in part if isinstance(block, Checklist)]
    assert [(item.text.partition(" ")[2], item.small) for one in lists for item in one.items] == [
        (one.text, one.evidence) for one in asked.questions
    ]
    assert {one.answers for one in lists} == {tuple(words for _, words in asked.questions[0].answers)}


def test_of_many_municipalities_one_writes_the_name(content: Content) -> None:
    few, many = (make_sheets(ask(content, municipalities=names), ON) for names in (["Assen"], MANY))
    picks = [next(block for block in one.sheets[0].parts[0] if isinstance(block, Picks)) for one in (few, many)]
    assert picks[0].questions[0] == ("Welke gemeente is het?", ("Assen",))
    assert picks[1].questions[0] == ("Welke gemeente is het?", ())


def test_the_body_is_not_asked_whether_a_municipality_may_be_named(content: Content) -> None:
    texts = " ".join(texts_of(make_sheets(ask(content, "verband"), ON)))
    assert "Welke organisatie is het?" in texts
    assert "namens mijn organisatie" in texts
    assert "mag met naam" not in texts


def test_as_a_pdf_it_takes_two_sheets_of_a4(content: Content) -> None:
    data = written(ask(content), "pdf")
    assert data == written(ask(content), "pdf")
    about = told(data, "pdfinfo")
    assert "Pages:           2" in about
    assert "(A4)" in about
    assert "Onze gemeente vraagt zelf om samenwerking op dit thema." in said(data)
    assert "namens mijn gemeente" in said(data)


def test_in_word_it_can_be_filled_in_on_a_screen(content: Content) -> None:
    import io

    from docx import Document

    data = written(ask(content), "docx")
    assert data == written(ask(content), "docx")
    tables = Document(io.BytesIO(data)).tables
    assert tables[0].rows[2].cells[1].text.split() == ["☐", "ambtenaar", "☐", "secretaris", "☐", "bestuurder"]
    assert (
        "1. Onze gemeente zegt dat zij voor dit werk hulp van anderen nodig heeft." in tables[1].rows[1].cells[0].text
    )


def test_in_markdown_a_box_is_an_x_between_brackets_and_no_name_is_markup(content: Content) -> None:
    text = written(ask(content, name="<b>[Rivier](land)</b>"), "md").decode()
    assert text.startswith("# Vragenlijst: \\<b\\>\\[Rivier\\](land)\\</b\\>\n")
    assert "- [ ] ja, helemaal\n- [ ] weet niet\n\nToelichting: …" in text
    assert text.count("\n### ") == len(ask(content).questions)


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pdf", "md", "limesurvey", "microsoft-forms"])
def test_odd_signs_in_a_name_break_no_kind_of_form(content: Content, kind: str) -> None:
    assert written(ask(content, name="Rivier\x07land \u202e & {co} <i>\n2", municipalities=["Assen"]), kind)
