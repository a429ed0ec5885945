from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.writer import render
from poolwijzer.report.model import Report
from tests.formats.pdf.reading import pages_of
from tests.report.richest import richest

pytestmark = pytest.mark.slow

Office = Callable[[bytes, str], bytes]
Make = Callable[..., Report]


def test_an_office_keeps_the_styles_the_lists_the_tables_and_the_alt_text(
    office: Office, report_of: Make, examples: Path
) -> None:
    data = render(report_of(examples / "flexteam-drenthe.yaml"))
    before, after = Document(io.BytesIO(data)), Document(io.BytesIO(office(data, "docx")))
    assert _styled(after) == _styled(before)
    assert len(after.tables) == len(before.tables) > 0
    assert all(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in after.tables)
    assert _alt_texts(after) == _alt_texts(before)
    assert "nl-NL" in after.styles.element.xpath("./w:docDefaults//w:lang/@w:val")


def test_an_office_opens_the_shipped_template_and_keeps_its_fields(office: Office) -> None:
    opened = Document(io.BytesIO(office(make_template(), "docx")))
    assert [paragraph.text for paragraph in opened.paragraphs] == [
        "{{ titel }}",
        "{% if concept %}{{ concept }}. {% endif %}{{ ondertitel }}",
        "{{p kaart }}",
        "{{p verslag }}",
        "{{p bijlagen }}",
    ]


USUAL = ("flexteam-drenthe", "voorbeeldregio-rivierland")
BROUGHT = ("woord " * 2000, "W" * 10_000, "regel\n" * 3000, "中" * 400)


def test_a_report_of_a_page_is_one_and_at_most_two_whatever_people_bring(
    print_all: Callable[[Sequence[bytes]], list[bytes]],
    report_of: Make,
    examples: Path,
    typed_everywhere: Callable[[str], Assessment],
    content: Content,
) -> None:
    files = [examples / f"{name}.yaml" for name in USUAL]
    brought = [richest(content, 3, 3), *map(typed_everywhere, BROUGHT)]
    printed = print_all([render(report_of(one, "kort")) for one in (*files, *brought)])
    sides = [len(pages_of(one)) for one in printed]
    assert sides[: len(USUAL)] == [1] * len(USUAL)
    assert max(sides) <= 2, sides


def _styled(document: Any) -> list[tuple[str, str]]:
    """Every paragraph that says something, with its style."""
    names = {style.style_id: style.name.replace("TOC ", "toc ") for style in document.styles}
    return [
        (names.get(paragraph.style, "Normal"), "".join(paragraph.xpath(".//w:t/text()")))
        for paragraph in document.element.body.iter(qn("w:p"))
        if paragraph.xpath(".//w:t/text()")
    ]


def _alt_texts(document: Any) -> list[list[str]]:
    """What is told of each picture; its title, which that begins with, not every office writes."""
    return [one.get("descr").split() for one in document.element.body.iter(qn("wp:docPr"))]
