"""How a report lies on its pages: how large its letters are, how full its pages, and what stays together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, takewhile

import pytest

from poolwijzer.content.content import Content
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.report.model import (
    Beside,
    Block,
    Bullets,
    Card,
    Depth,
    Labelled,
    Line,
    Paragraph,
    Report,
    Section,
    Table,
)
from tests.formats.pdf.making import COUNTED, NAMES, WHOLE
from tests.formats.pdf.reading import FOOT, filled_of, pages_of, stretches_of, text_of, told
from tests.report.richest import richest

ON = date(2026, 11, 1)
FIFTH = 0.2
SMALLEST, SMALLEST_APART = 9.3, 7.0
"""In points, of 9.5 and 7 as poppler tells them: of text, and of marks of notes and letters in drawings."""
MOST = {"kort": 1, "bestuur": 2}
"""Pages, annexes apart."""
FILLER = Paragraph(Line("Een zin van een regel, die de bladzijde vult."))
LONG = Line("De gemeenten spraken hier lang over, met de secretarissen en met de ondernemingsraad. " * 3)


def _report(*blocks: Block, before: int = 0, pages: int = 0) -> Report:
    return Report("Proef", "Onder", (Section("a", "Deel", (*[FILLER] * before, *blocks)),), ON, pages=pages)


def _check_letters(data: bytes) -> None:
    assert {one.text for one in stretches_of(data) if one.size < SMALLEST_APART and one.text} == set()


def _before_annexes(data: bytes) -> list[str]:
    return list(takewhile(lambda page: not page.startswith("Bijlage"), pages_of(data)))


# The letters.


@pytest.mark.parametrize("depth", COUNTED)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_some_pages_has_no_small_letters(name: str, depth: Depth, made: Callable[..., bytes]) -> None:
    _check_letters(made(name, depth))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "depth"), WHOLE)
def test_a_whole_report_has_no_small_letters(name: str, depth: Depth, made: Callable[..., bytes]) -> None:
    _check_letters(made(name, depth))


def test_text_is_large_enough_wherever_it_stands() -> None:
    sentence = Line("zin", notes=(1,), derived=True)
    blocks: tuple[Block, ...] = (
        *(Paragraph(sentence, tone) for tone in ("gewoon", "sterk", "stil", "let-op")),
        Beside((Bullets((sentence,)),), (Table("bijschrift", ("kop", "kop"), (("cel", "cel"),)),)),
        *(Card("optie", badge, "past", "gekozen", (Paragraph(sentence),)) for badge in ("past-goed", "kan")),
    )
    for pages in (0, 1, 2):
        report = replace(_report(*blocks, pages=pages), title="Naam " * 90)
        small = {one.text for one in stretches_of(render(report, Theme())) if one.size < SMALLEST and one.text}
        assert small == {"[1]"}


# What fits on a number of pages.


@pytest.mark.parametrize("depth", COUNTED)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_some_pages_fits_on_them(name: str, depth: Depth, made: Callable[..., bytes]) -> None:
    assert len(_before_annexes(made(name, depth))) <= MOST[depth]


@pytest.mark.parametrize("depth", COUNTED)
@pytest.mark.parametrize("place", [(5, 5), (5, 1), (1, 5), (1, 1), (3, 3)])
def test_so_does_that_of_the_richest_at_every_place(
    depth: Depth, place: tuple[int, int], report_of: Callable[..., Report], content: Content
) -> None:
    assert len(_before_annexes(render(report_of(richest(content, *place), depth), Theme()))) <= MOST[depth]


def _of_a_page(leaves: Sequence[int]) -> Report:
    parts = [Section(f"s{at}", f"Deel {at}", (Bullets((LONG,) * 5),), leaves=one) for at, one in enumerate(leaves)]
    end = Section("slot", "", (Paragraph(Line("Slot."), "stil"),))
    return Report("Proef", "Onder", (*parts, end), ON, pages=1, more="Meer staat elders.")


def test_what_matters_least_is_left_out_first_and_that_is_said() -> None:
    data = render(_of_a_page((0, 3, 0, 9, 2, 1)), Theme())
    text = text_of(data)
    assert re.findall(r"Deel \d", text) == ["Deel 0", "Deel 2", "Deel 5"]
    assert text.index("Meer staat elders.") < text.index("Slot.")
    assert len(pages_of(data)) == 1


def test_where_all_fits_nothing_is_left_out() -> None:
    text = text_of(render(_of_a_page((0, 3, 9)), Theme()))
    assert re.findall(r"Deel \d", text) == ["Deel 0", "Deel 1", "Deel 2"]
    assert "Meer staat elders." not in text


def test_where_even_the_least_is_too_much_there_are_more_pages_with_what_fits_on_them() -> None:
    data = render(_of_a_page((0, 0, 0, 2, 0, *[5] * 5)), Theme())
    assert len(pages_of(data)) == 2
    assert "Deel 3" in text_of(data)
    _check_letters(data)


# What stays together.


@pytest.mark.parametrize(("name", "depth"), WHOLE)
def test_no_page_is_almost_empty_and_no_heading_stands_last_on_one(
    name: str, depth: Depth, made: Callable[..., bytes]
) -> None:
    data = made(name, depth)
    assert min(filled_of(data)) >= FIFTH
    written = [one for one in stretches_of(data) if one.text and one.top < FOOT - 15]
    for _, page in groupby(written, lambda one: one.page):
        last = max(page, key=lambda one: one.top)
        assert not (last.bold and last.colour == PLAIN.accent), last.text


ROWS = Table("Stellingen", ("Stelling", "Antwoord"), tuple((f"rij {at} {LONG.text}", "ja") for at in range(20)))
ENDS: dict[str, tuple[Block, ...]] = {
    "paragraphs": (Paragraph(LONG),) * 3,
    "a list": (Bullets((LONG,) * 25),),
    "a numbered list": (Bullets((Line("Kort."),) * 60, numbered=True),),
    "a table": (ROWS,),
    "a table and a sentence": (ROWS, FILLER),
    "cards": (Card("Optie", "kan", "kan", "", (Paragraph(LONG), Bullets((LONG,) * 3))),) * 3,
    "terms": (Labelled((("Woord", LONG),) * 30),),
    "a large card": (Card("Optie", "kan", "kan", "", (Bullets((LONG,) * 12),)),),
}


@pytest.mark.parametrize("end", ENDS)
def test_the_last_page_is_never_almost_empty(end: str) -> None:
    for before in range(17, 41, 4):
        filled = filled_of(render(_report(*ENDS[end], before=before), Theme()))
        assert min(filled) >= FIFTH, before


def test_a_table_begins_with_two_rows_on_its_page() -> None:
    for before in range(20, 36, 3):
        pages = pages_of(render(_report(ROWS, before=before), Theme()))
        first = next(page for page in pages if "Stellingen" in page)
        assert "Stelling Antwoord" in first, before
        assert "rij 1" in first, before


def test_an_annex_begins_a_page_unless_that_leaves_one_almost_empty() -> None:
    for before, begins in ((2, False), (12, True)):
        report = _report(before=before)
        annex = Section("b", "Naslag", (Paragraph(LONG),) * 12, annex=True)
        pages = pages_of(render(replace(report, sections=(*report.sections, annex)), Theme()))
        assert len(pages) == 1 + begins
        assert "Bijlage\nNaslag" in pages[-1]
        assert pages[-1].startswith("Bijlage") == begins


# What helps to find one's way.


def test_a_report_of_more_than_six_pages_has_contents_and_running_heads() -> None:
    parts = tuple(Section(f"s{at}", f"Hoofdstuk {at}", (FILLER,) * 70) for at in range(4))
    whole = told(render(Report("Proef", "Onder", parts, ON), Theme()), "pdftotext", "-layout")
    assert re.search(r"Inhoud\nHoofdstuk 0 +\S*1 .*\nHoofdstuk 1", whole)
    assert len(re.findall(r"Proef +Hoofdstuk 3", whole)) >= 1
    short = told(render(Report("Proef", "Onder", parts[:2], ON), Theme()), "pdftotext", "-layout")
    assert "Inhoud" not in short
    assert "Proef " not in short


def test_a_draft_says_so_on_every_page_and_in_the_name_of_the_document() -> None:
    report = replace(_report(before=60), kind="advies")
    data = render(report, Theme(draft=True))
    whole = "".join(told(data, "pdftotext").split())
    assert whole.count("Concept") == len(pages_of(data)) > 1
    assert "Concept" not in told(data, "pdfinfo", "-struct-text")
    assert re.search(r"Title: +Proef: advies \(concept\)\n", told(data, "pdfinfo"))
