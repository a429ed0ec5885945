"""How a Word report looks: its letters, what stays together, and how a draft and one without colours are marked."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from poolwijzer.content.content import Content
from poolwijzer.drawing.charts import BarRow, Bars
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.page_fit import count_pages, fit_page
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.writer import render
from poolwijzer.report.model import Bullets, Card, Line, Paragraph, Report, Section, Table
from tests.formats.word.conftest import parts_of
from tests.report.richest import richest

Make = Callable[..., Report]
TEXT, RAISED, DRAWN = 9.5, 7.0, 7.0
"""The smallest letters on paper, in points: of text, of the number of a note, and in a drawing."""
LONG = tuple(Section(f"a{number}", f"Deel {number}", (Paragraph(Line("woord " * 900)),)) for number in range(9))


def _sizes(data: bytes) -> Iterator[tuple[bool, float]]:
    """Every size of letters that a document has, in points, and whether it is that of the numbers of notes."""
    for name, part in parts_of(data).items():
        if name.endswith(".xml"):
            for style in re.split("(?=<w:style )", part.decode()):
                for size in re.findall(r'<w:szC?s? w:val="(\d+)"', style):
                    yield 'w:styleId="PoolwijzerBron"' in style, int(size) / 2


def _drawn(document: Any) -> Iterator[float]:
    """The smallest letters of each drawing, in points as they come on paper."""
    for inline in document.element.body.iter(qn("wp:inline")):
        (related,) = inline.xpath(".//@r:embed[parent::*[local-name()='svgBlip']]")
        svg = document.part.related_parts[related].blob.decode()
        (width,) = re.findall(r'viewBox="0 0 ([\d.]+) ', svg)
        (extent,) = inline.iter(qn("wp:extent"))
        unit = int(extent.get("cx")) / 12700 / float(width)
        yield min((float(size) for size in re.findall(r'font-size="([\d.]+)"', svg)), default=99.0) * unit


def _check_letters(data: bytes) -> None:
    sizes = list(_sizes(data))
    assert min(size for raised, size in sizes if not raised) >= TEXT
    assert min(size for raised, size in sizes if raised) >= RAISED
    assert b"w:vertAlign" not in b"".join(parts_of(data).values()), "Word makes those two thirds of the size"
    assert min(_drawn(Document(io.BytesIO(data))), default=DRAWN) >= DRAWN - 0.05


@pytest.mark.parametrize("depth", ["kort", "bestuur", "gewoon", "volledig"])
def test_no_letter_is_too_small_to_read(depth: Any, report_of: Make, examples: Path) -> None:
    _check_letters(render(report_of(examples / "voorbeeldregio-rivierland.yaml", depth)))


@pytest.mark.parametrize("depth", ["kort", "bestuur", "gewoon"])
def test_no_letter_is_too_small_for_the_richest_either(depth: Any, report_of: Make, content: Content) -> None:
    _check_letters(render(report_of(richest(content, 3, 3), depth)))


def test_what_fits_on_no_page_goes_on_to_the_next_and_its_letters_stay() -> None:
    report = Report("Titel", "", LONG, pages=1)
    assert fit_page(report).report == report
    _check_letters(render(report))


def test_what_matters_least_leaves_a_page_first_and_that_is_said() -> None:
    items = tuple(Line("woord " * 150) for _ in range(4))
    sections = (Section("a", "Blijft", (Bullets(items),)), Section("b", "Gaat weg", (Bullets(items),), leaves=2))
    last = (
        Section("c", "Gaat later weg", (Bullets(items[:1]),), leaves=1),
        Section("z", "", (Paragraph(Line("Slot")),)),
    )
    report = Report("Titel", "", (*sections, *last), pages=1, more="Er is meer.")
    text = [one.text for one in Document(io.BytesIO(render(report))).paragraphs]
    assert "Blijft" in text and "Gaat later weg" in text and "Gaat weg" not in text
    assert text.index("Er is meer.") < text.index("Slot")


def test_no_head_of_a_table_stands_alone_at_the_foot_of_a_page() -> None:
    table = Table("Antwoorden", ("Stelling", "Antwoord"), tuple((f"{number}", "ja") for number in range(5)))
    document = Document(io.BytesIO(render(Report("Titel", "", (Section("a", "A", (table,)),)))))
    kept = [bool(row._tr.xpath(".//w:keepNext")) for row in document.tables[0].rows]
    assert kept == [True, True, False, False, True, False]
    whole = document.tables[0]._tbl.xpath("./w:tr/w:trPr/w:cantSplit")
    assert len(whole) == len(kept)


def test_a_long_report_has_contents_and_running_heads_and_a_short_one_has_not() -> None:
    long, short = (Report("De titel", "", sections, kind="advies") for sections in (LONG, LONG[:1]))
    assert count_pages(long) > 6 > count_pages(short)
    documents = [Document(io.BytesIO(render(report, Theme(HouseStyle("Heuvelzoom"))))) for report in (long, short)]
    links = [document.element.body.xpath(".//w:hyperlink[starts-with(@w:anchor, '_Toc')]") for document in documents]
    assert [[link.text for link in found] for found in links] == [[one.title for one in LONG], []]
    heads = [document.sections[0].header.paragraphs[0].text for document in documents]
    assert heads == ["Heuvelzoom · De titel: advies", "Heuvelzoom"]
    assert documents[0].sections[0].first_page_header.paragraphs[0].text == "Heuvelzoom"
    places = documents[0].element.body.xpath(".//w:bookmarkStart/@w:name")
    assert [link.get(qn("w:anchor")) for link in links[0]] == places


def test_what_is_for_reference_begins_a_page() -> None:
    annexes = (Section(name, name, (Paragraph(Line("woord")),), annex=True) for name in ("Bijlage 1", "Bijlage 2"))
    document = Document(io.BytesIO(render(Report("Titel", "", (*LONG[:1], *annexes)))))
    assert [one.text for one in document.paragraphs if one.paragraph_format.page_break_before] == ["Bijlage 1"]


@pytest.mark.parametrize("own", [False, True])
def test_a_draft_is_marked_on_every_page(own: bool) -> None:
    theme = Theme(draft=True, template=make_template() if own else None)
    data = render(Report("De titel", "", LONG, kind="advies"), theme)
    document, parts = Document(io.BytesIO(data)), parts_of(data)
    heads = [part.decode() for name, part in parts.items() if name.startswith("word/header")]
    assert len(heads) == 2 and all('string="Concept"' in head for head in heads)
    assert document.paragraphs[1].text.startswith("Concept. ")
    assert document.core_properties.title == "De titel: advies (concept)"


def test_a_report_in_grey_has_no_colour(report_of: Make, examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", "kort")
    data = render(report, Theme(HouseStyle("Heuvelzoom", accent="#7a0019"), gray=True))
    for name, part in parts_of(data).items():
        if name.endswith((".xml", ".svg")):
            colours = re.findall(rb'(?:w:(?:val|color|fill)="|#)([0-9a-fA-F]{6})"', part)
            assert {colour for colour in colours if colour[:2] != colour[2:4] or colour[2:4] != colour[4:]} == set()


def test_what_stands_beside_each_other_comes_in_columns_of_the_page_and_in_no_table(
    report_of: Make, examples: Path
) -> None:
    document = Document(io.BytesIO(render(report_of(examples / "voorbeeldregio-rivierland.yaml", "kort"))))
    assert not document.tables
    before, beside, after = (section._sectPr for section in document.sections)
    assert beside.xpath("./w:cols/@w:num") == ["2"] and not after.xpath("./w:cols[@w:num]")
    assert [one.xpath("./w:type/@w:val") for one in (before, beside, after)] == [[], ["continuous"], ["continuous"]]
    assert len(document.element.body.xpath(".//w:br[@w:type='column']")) == 1


def test_a_picture_in_the_card_of_an_option_is_drawn_too() -> None:
    bars = Bars("Balken", "Drie.", ("ja",), (BarRow("Vraag", (3,)),))
    card = Card("Optie", "kan", "kan", "", (bars,))
    document = Document(io.BytesIO(render(Report("Titel", "", (Section("a", "A", (card,)),)))))
    assert [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))] == ["Drie."]


def test_a_template_without_a_page_gets_what_stands_beside_each_other_under_each_other(
    template_with: Callable[..., bytes], report_of: Make, examples: Path
) -> None:
    template = template_with(('<w:pgSz w:w="11906" w:h="16838"/>', ""))
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", "kort")
    assert len(Document(io.BytesIO(render(report, Theme(template=template)))).sections) == 1


def test_a_template_in_columns_keeps_them(template_with: Callable[..., bytes], report_of: Make, examples: Path) -> None:
    template = template_with(("</w:sectPr>", '<w:cols w:num="2" w:space="400"/></w:sectPr>'))
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", "kort")
    document = Document(io.BytesIO(render(report, Theme(template=template))))
    assert len(document.sections) == 1
