"""Slides as an office opens them: with all their words, and nothing over the edge."""

from __future__ import annotations

import re

import pytest

from poolwijzer.formats.powerpoint.writer import render_slides
from tests.an_office import an_office
from tests.formats.pdf.reading import told
from tests.formats.powerpoint.reading import said_by
from tests.formats.some_slides import SOME_SLIDES

WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">')


@pytest.mark.slow
def test_an_office_shows_every_slide_on_a_page_of_its_own_with_all_its_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    pdf = an_office(tmp_path_factory.mktemp("office"), "loimpress")(render_slides(SOME_SLIDES), ".pptx", "pdf")
    pages = told(pdf, "pdftotext", "-raw").split("\f")[:-1]
    assert len(pages) == len(SOME_SLIDES.slides)
    for page, slide in zip(pages, SOME_SLIDES.slides, strict=True):
        shown = _letters(page)
        missing = [text for text in said_by(slide) if text.isascii() and _letters(text) not in shown]
        assert missing == []
    boxes = [tuple(map(float, found)) for found in WORD.findall(told(pdf, "pdftotext", "-bbox"))]
    assert boxes
    assert all(left >= 0 and right <= 960 and top >= 0 and bottom <= 545 for left, top, right, bottom in boxes)


def _letters(text: str) -> str:
    return "".join(text.split())
