"""Sections of a report that begin a page, and those that have to fit on the one they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.formats import markdown
from poolwijzer.formats.html import writer as html
from poolwijzer.formats.page_fit import fit_sections
from poolwijzer.formats.pdf import writer as pdf
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word import writer as word
from poolwijzer.formats.word.styles import DOCUMENT
from poolwijzer.report.leaving_out import count_least_of, shorten_section
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.texts import texts_of
from tests.a_browser import a_browser
from tests.an_office import an_office
from tests.formats.pdf.reading import pages_of, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MORE = "De rest staat ergens anders."
WORDS = "Wij willen eerst weten wat de kleine gemeenten nodig hebben. "


def _full(number: int, lines: int) -> Section:
    """A section that has to fit on a page, with more in it than that."""
    rows = tuple((f"Punt {index}", Line(WORDS * 3)) for index in range(lines))
    short = tuple(Line(WORDS) for _ in rows)
    shortened = Labelled(rows, (0,) * lines, short, (2,) * lines)
    items = Bullets(tuple(Line(WORDS * 2) for _ in range(lines)), leaves=(1,) * lines)
    parts = (Section("kort", "Wat korter kan", (shortened,)), Section("weg", "Wat weg kan", (items,)))
    head = Paragraph(Line(f"Dit blijft van {number}."))
    return Section(f"blad-{number}", f"Bladzijde {number}", (head,), parts, begins="one-page")


def _report(*sections: Section) -> Report:
    first = Section("eerst", "Eerst", (Paragraph(Line("Hier begint het.")),))
    last = Section("laatst", "Laatst", (Paragraph(Line("Hier houdt het op.")),), begins="page")
    return Report("Verslag", "Van alles", (first, *sections, last), date=date(2026, 12, 10), more=MORE)


OVERFULL = _report(_full(1, 20), _full(2, 2), _full(3, 25))


def test_a_page_begins_behind_a_rule_in_markdown() -> None:
    text = markdown.render(OVERFULL).decode()
    assert text.count("\n---\n") == 4
    assert "\n---\n\n## Bladzijde 1\n" in text


def test_a_report_without_such_sections_has_no_trace_of_them() -> None:
    plain = _report()
    plain = replace(plain, sections=tuple(replace(one, begins="") for one in plain.sections))
    assert "\n---\n" not in markdown.render(plain).decode()
    assert "blad" not in html.render(plain).decode().split("</style>")[1]
    assert 'class="blad"' in html.render(OVERFULL).decode()


def test_a_page_says_that_something_was_left_out_only_where_it_was() -> None:
    fitted = fit_sections(OVERFULL, DOCUMENT)
    said = {one.id: MORE in list(texts_of((one,))) for one in fitted.sections}
    assert said == {"eerst": False, "blad-1": True, "blad-2": False, "blad-3": True, "laatst": False}


@given(lines=st.integers(1, 40), number=st.integers(0, 90))
def test_what_has_to_stay_stays_whatever_is_left_out(lines: int, number: int) -> None:
    section = _full(1, lines)
    shorter = shorten_section(section, min(number, count_least_of(section)), MORE)
    told_now = list(texts_of((shorter,)))
    assert "Dit blijft van 1." in told_now
    assert all(f"Punt {index}" in told_now for index in range(lines))
    assert shorter.begins == "one-page"


def test_each_stands_on_one_page_in_a_pdf() -> None:
    _check_pages(pages_of(pdf.render(OVERFULL, Theme())))


@pytest.mark.slow
def test_each_stands_on_one_page_in_word(tmp_path_factory: pytest.TempPathFactory) -> None:
    opened = an_office(tmp_path_factory.mktemp("office"))
    _check_pages(told(opened(word.render(OVERFULL), ".docx", "pdf"), "pdftotext").split("\f")[:-1])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as running:
        yield running


@pytest.mark.slow
def test_each_stands_on_one_page_in_a_printed_page(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(html.render(OVERFULL).decode())
    _check_pages(told(page.pdf(prefer_css_page_size=True), "pdftotext").split("\f")[:-1])


def _check_pages(pages: list[str]) -> None:
    found = [[index for index, text in enumerate(pages, 1) if mark in text] for mark in _MARKS]
    assert len(pages) == 5
    assert found == [[1], [2], [3], [4], [5]]
    # As much of it as fits: the full ones are told to be cut, and hold more than the least of 25.
    assert ["\n".join(pages).count(MORE), MORE in pages[2]] == [2, False]
    assert all(" ".join(pages[at].split()).count(WORDS.strip()) > 27 for at in (1, 3))


_MARKS = ("Hier begint het.", "Dit blijft van 1.", "Dit blijft van 2.", "Dit blijft van 3.", "Hier houdt het op.")
