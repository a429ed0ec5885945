"""The sheets for the table as a Word document, and what an office makes of it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.registry import Theme, render_handout
from poolwijzer.report.handout.build import make_handout
from poolwijzer.report.handout.model import Checklist, Paper, Picks, texts_of
from tests.formats.pdf.reading import stretches_of, told

ON = date(2026, 11, 28)
SIZES: dict[Paper, tuple[int, int]] = {"a3": (23811, 16838), "a4": (16838, 11906)}
"""Lying on their side, in twentieths of a point."""
MOST_SIDES: dict[Paper, int] = {"a3": 4, "a4": 8}
Make = Callable[..., Assessment]


def word_of(content: Content, given: Assessment | None, paper: Paper, theme: Theme | None = None) -> bytes:
    return render_handout(".docx", make_handout(content, given, ON, paper), theme or Theme())


def written(data: bytes) -> str:
    """All text of a document; of the pictures what they say to who cannot see them."""
    body = Document(io.BytesIO(data)).element.body
    return "\n".join("".join(one.itertext(qn("w:t"))) for one in body.iter(qn("w:p")))


def boxes_in(table: Table) -> int:
    return sum(one.text == "☐" for one in table._tbl.iter(qn("w:t")))


@pytest.mark.parametrize("paper", SIZES)
def test_every_part_of_it_lies_on_its_side_on_that_paper(paper: Paper, content: Content) -> None:
    sections = Document(io.BytesIO(word_of(content, None, paper))).element.body.iter(qn("w:sectPr"))
    pages = [one.find(qn("w:pgSz")) for one in sections]
    assert {(int(page.get(qn("w:w"))), int(page.get(qn("w:h")))) for page in pages} == {SIZES[paper]}
    assert {page.get(qn("w:orient")) for page in pages} == {"landscape"}


def test_its_lists_are_tables_with_a_head_and_a_box_for_every_answer(content: Content) -> None:
    handout = make_handout(content, None, ON)
    blocks = [one for sheet in handout.sheets for part in sheet.parts for one in part]
    lists = [one for one in blocks if isinstance(one, Checklist | Picks)]
    document = Document(io.BytesIO(render_handout(".docx", handout, Theme())))
    tables = [table for table in document.tables if boxes_in(table)]
    assert len(tables) == len(lists)
    for table, block in zip(tables, lists, strict=True):
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val") == [block.title]
        assert boxes_in(table) == (
            len(block.items) * len(block.answers)
            if isinstance(block, Checklist)
            else sum(len(answers) for _, answers in block.questions)
        )


def test_everything_stands_in_it(content: Content, examples: Path) -> None:
    handout = make_handout(content, read_assessment(examples / "flexteam-drenthe.yaml", content).assessment, ON)
    data = render_handout(".docx", handout, Theme())
    said = written(data)
    drawn = next(block for block in handout.sheets[0].parts[0])
    told_in_picture = {field.title for field in getattr(drawn, "fields", ())}
    for sheet in handout.sheets[1:]:
        assert sheet.title in said
        for text in (
            item.text for part in sheet.parts for one in part if isinstance(one, Checklist) for item in one.items
        ):
            assert text in said
    assert "Wat viel op?" in said
    assert told_in_picture
    header = Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text
    assert header == f"Werkblad · {handout.subtitle}"


def test_a_house_style_gives_its_name_and_colour_and_grey_takes_that(content: Content) -> None:
    style = PLAIN._replace(name="Gemeente Heuvelzoom", accent="#7a0019")
    styled = Document(io.BytesIO(word_of(content, None, "a3", Theme(style))))
    assert styled.sections[0].header.paragraphs[0].text == "Gemeente Heuvelzoom · Werkblad"
    assert "7a0019" in styled.styles.element.xml
    grey = Document(io.BytesIO(word_of(content, None, "a3", Theme(style, gray=True))))
    assert "7a0019" not in grey.styles.element.xml


def test_the_same_gives_the_same_bytes(content: Content) -> None:
    assert word_of(content, None, "a4") == word_of(content, None, "a4")


@pytest.mark.parametrize("name", ["😀 team", "{{ titel }} {% if x %}", "<w:t>&amp;", "W" * 400])
def test_whatever_somebody_called_it_stands_in_it_as_text(name: str, content: Content, assessment_of: Make) -> None:
    given = assessment_of(context={"verband": {"kind": "gr", "name": name, "number": "enkelvoud"}})
    assert f"{name[:40]}" in written(word_of(content, given, "a4"))


@pytest.mark.slow
def test_an_office_prints_it_on_that_paper_in_few_sides(
    content: Content, examples: Path, print_all: Callable[[Sequence[bytes]], list[bytes]]
) -> None:
    example = read_assessment(examples / "flexteam-drenthe.yaml", content).assessment
    made = [(paper, word_of(content, given, paper)) for paper in SIZES for given in (None, example)]
    for (paper, _), printed in zip(made, print_all([data for _, data in made]), strict=True):
        said = told(printed, "pdfinfo")
        size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", said)
        assert size
        wide, high = SIZES[paper]
        assert (float(size[1]), float(size[2])) == pytest.approx((wide / 20, high / 20), abs=0.5)
        sides = re.search(r"Pages: +(\d+)", said)
        assert sides
        assert int(sides[1]) <= MOST_SIDES[paper]
        assert min(one.size for one in stretches_of(printed) if one.text) >= 10.9


def test_who_comes_in_finds_the_table_of_a_group_by_its_sheets(content: Content) -> None:
    made = make_handout(content, None, ON, "a4", "Groep 12")
    document = Document(io.BytesIO(render_handout(".docx", made, Theme())))
    heads = [one for one in document.paragraphs if one.text.startswith("Groep 12 · ")]
    assert len(heads) == len(made.sheets)
    assert all(run.font.size and run.font.size.pt >= 18 for head in heads for run in head.runs)


def test_no_text_of_the_sheets_is_left_out(content: Content) -> None:
    handout = make_handout(content, None, ON)
    said = written(render_handout(".docx", handout, Theme())).replace("\u00a0", " ")
    drawn = {
        text
        for field in getattr(handout.sheets[0].parts[0][0], "fields", ())
        for text in (field.title, field.key_question)
    }
    ends = ("Hoge ", "Lage ", "Het lege", "Het assenstelsel")
    missing = [
        text
        for text in texts_of(handout)
        if text
        and text.replace("\u00a0", " ") not in said
        and text not in drawn
        and not text.startswith(ends)
        and text != handout.title
    ]
    assert not missing
