"""Slides as a PDF: a page for each that is read from the last row, and paper with what is told with them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from poolwijzer.drawing.shapes import Disc, ShapeDrawing, Words
from poolwijzer.formats.house_style import PLAIN, contrast
from poolwijzer.formats.registry import Theme, render_slides
from poolwijzer.formats.slide_look import slide_palette
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph
from poolwijzer.report.slides.model import LETTER, NOTE_LETTER, Column, Slide, Slides
from poolwijzer.report.slides.texts import texts_on
from poolwijzer.report.typed_text import sanitize
from tests.formats.pdf.reading import A4, stretches_of, told
from tests.formats.some_slides import LONG_WORD, ODD, SOME_SLIDES

PALE = Theme(PLAIN._replace(name="Gemeente Heuvelzoom", accent="#767676", ink="#6b6b6b"))
SHOWN = (960, 540)


def pdf_of(slides: Slides = SOME_SLIDES, theme: Theme | None = None) -> bytes:
    return render_slides(".pdf", slides, theme or Theme())


def one_slide(*blocks: Paragraph, title: str = "Titel", columns: int = 1) -> Slides:
    return replace(SOME_SLIDES, slides=(Slide("x", title, "", (Column(blocks, share=1 / columns),) * columns),))


def sizes_of(data: bytes) -> list[tuple[int, int]]:
    """Of each page, in points."""
    found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", told(data, "pdfinfo", "-f", "1", "-l", "99"))
    return [(round(float(width)), round(float(height))) for width, height in found]


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf_of(theme=Theme(PLAIN._replace(name="Gemeente Heuvelzoom"), draft=True))


def test_every_slide_is_a_page_and_paper_with_the_notes_comes_behind_them(made: bytes) -> None:
    count = len(SOME_SLIDES.slides)
    assert sizes_of(made) == [SHOWN] * count + [A4] * 2
    assert "Tagged:          yes" in told(made, "pdfinfo")


def test_slides_are_read_from_the_last_row_and_notes_from_a_desk(made: bytes) -> None:
    count = len(SOME_SLIDES.slides)
    found = [one for one in stretches_of(made) if one.text]
    assert min(one.size for one in found if one.page <= count) >= LETTER - 0.4
    told_with = [one for one in found if one.page > count]
    foot = ("Werksessie poolvorming (concept)", SOME_SLIDES.credit, "5 van", "6 van")
    assert min(one.size for one in told_with if not one.text.startswith(foot)) >= NOTE_LETTER - 0.4


@pytest.mark.parametrize("theme", [Theme(), PALE, PALE._replace(gray=True)])
def test_letters_stand_out_on_what_is_behind_them(theme: Theme) -> None:
    ground = slide_palette(theme).chosen
    written = {one.colour for one in stretches_of(pdf_of(theme=theme)) if one.page <= 4} - {"#ffffff"}
    assert written
    assert min(contrast(colour, paper) for colour in written for paper in ("#ffffff", ground)) >= 7


def test_everything_that_was_typed_stands_in_it_as_it_was_typed(made: bytes) -> None:
    said = _bare(told(made, "pdftotext", "-raw"))
    missing = {text for text in texts_on(SOME_SLIDES) if _bare(text) not in said}
    drawn = SOME_SLIDES.slides[0].columns[0].blocks[0]
    assert isinstance(drawn, ShapeDrawing)
    assert missing == {SOME_SLIDES.subtitle, drawn.title, drawn.description, ODD[3]}
    assert _bare(ODD[3]).replace("中文", "[U+4E2D][U+6587]") in said
    assert said.count("Concept") == len(SOME_SLIDES.slides) and "GemeenteHeuvelzoom" in said


def _bare(text: str) -> str:
    """Without spaces and what steers the direction of writing."""
    return re.sub("[\\s\u2066-\u2069\u202a-\u202e]", "", text)


@pytest.mark.parametrize(
    ("text", "part", "times"),
    [("Een zin. " * 300, "zin", 300), (LONG_WORD * 20, "Samenwerking", 40), ("中" * 300, "[U+4E2D]", 300)],
)
def test_what_is_too_long_for_a_slide_stays_on_its_page_and_stands_whole_with_the_notes(
    text: str, part: str, times: int
) -> None:
    data = pdf_of(one_slide(Paragraph(Line(text)), columns=2))
    sizes = sizes_of(data)
    assert sizes[0] == SHOWN and set(sizes[1:]) == {A4}
    said = re.sub(r"Werksessiepool.*?van\d", "", _bare(told(data, "pdftotext", "-raw", "-f", "2")))
    assert said.count(part) == 2 * times
    for page in told(data, "pdftotext", "-bbox", "-l", "1").split("<page ")[1:]:
        assert max(float(at) for at in re.findall(r'xMax="([\d.]+)"', page)) <= SHOWN[0]


def test_a_title_without_an_end_takes_one_line() -> None:
    assert sizes_of(pdf_of(one_slide(Paragraph(Line("x")), title="w" * 6000))) == [SHOWN, A4]


def test_a_long_name_of_an_organisation_stays_on_its_line() -> None:
    name = "Gemeenschappelijke Regeling Samenwerking Kempengemeenten en Omgevingsdienst Zuidoost-Brabant"
    data = pdf_of(theme=Theme(PLAIN._replace(name=name), draft=True))
    (line,) = {one.text for one in stretches_of(data) if one.text.startswith("Gemeenschappelijke")}
    assert line.endswith("…") and len(line) > 40
    assert len(sizes_of(data)) == len(SOME_SLIDES.slides) + 2


def test_whatever_was_typed_makes_a_file() -> None:
    odd = "x\u06fc\u0650 \ufdfa \u0e33 👨‍👩‍👧 🇳🇱 \ue000 a\u0301\u0302\u0316 \u05d0\u05b8"
    odd += " \u200b\u00ad \U000e0041 \u202e क्षि \ufe0f\t\n\n"
    shapes = (Words(0, 40, odd, 24, bold=True), Disc(50, 200, 20, "ink", sign=odd, sign_size=24))
    blocks = (Paragraph(Line(odd)), Bullets((Line(odd),)), Labelled(((odd, Line(odd)),)))
    columns = (Column((ShapeDrawing(odd, odd, 400, 300, shapes),), odd, 0.5), Column(blocks, odd, 0.5))
    made = sanitize(replace(SOME_SLIDES, title=odd, slides=(Slide("x", odd, odd, columns, blocks),)))
    assert sizes_of(pdf_of(made))[0] == SHOWN


def test_an_empty_title_is_no_heading_that_says_nothing() -> None:
    assert "Dia 1" in told(pdf_of(one_slide(Paragraph(Line("x")), title=" ")), "pdftotext")


def test_the_same_gives_the_same_bytes(made: bytes) -> None:
    assert pdf_of(theme=Theme(PLAIN._replace(name="Gemeente Heuvelzoom"), draft=True)) == made
