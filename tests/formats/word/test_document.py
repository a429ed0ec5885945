from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from poolwijzer.assessment.model import Assessment
from poolwijzer.drawing.model import Picture
from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.page_fit import fit_page
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.picture import as_pixels
from poolwijzer.formats.word.writer import render
from poolwijzer.problems import InputError
from poolwijzer.report.model import Bullets, Card, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import count_sources, flat, texts_of
from tests.formats.word.conftest import parts_of

Make = Callable[..., Report]
HOSTILE = {
    "expressions": "{{ 7*7 }} {% for x in y %} {_{ x }_} {# weg #} ${7*7} #eval(1)",
    "markup": "<script>alert(1)</script> <w:p/> &amp; &#123; ]]> <!-- -->",
    "fields": '{ INCLUDETEXT "c:\\\\x.docx" } { HYPERLINK "http://x" } =HYPERLINK("http://x") \\* MERGEFORMAT',
    "quotes": '\'s-Gravenhage "tussen" «aanhalingen» \\ $x$ _[x](y)_',
    "letters": "👩‍👩‍👧 🇳🇱 שלום \u202eom 中文 a\u0301",
    "lines": "regel een\nregel twee\tna een tab",
    "controls": "bel\x07 leeg\x00 rood\x1b[31m bladzij\x0c eind",
    "long": "woord " * 1700,
    "unbroken": "x" * 10_000,
}
TOGETHER = "\n".join(text for text in HOSTILE.values() if len(text) < 1000)


def _pictures(sections: tuple[Section, ...]) -> Iterator[Picture]:
    for section in sections:
        yield from (block for block in flat(section.blocks) if isinstance(block, Picture))
        yield from _pictures(section.parts)


_rendered = cache(render)
"""Makes each document once for all that is asked of it."""


def _document(report: Report, theme: Theme | None = None) -> Any:
    return Document(io.BytesIO(_rendered(report, theme)))


def _text(data: bytes) -> str:
    """All text in order, with line breaks and tabs as what was typed, and what the picture tells."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:p"): "\n"}
    body = Document(io.BytesIO(data)).element.body
    return "".join(
        element.text or "" if element.tag == qn("w:t") else element.get("descr", signs.get(element.tag, ""))
        for element in body.iter()
    )


def _outline(sections: tuple[Section, ...], level: int = 1) -> Iterator[tuple[int, str]]:
    for section in sections:
        if section.title:
            yield min(level, 4), section.title
        for block in section.blocks:
            if isinstance(block, Card):
                standing = f", {block.standing}" if block.standing else ""
                yield min(level + 1, 4), f"{block.title} ({block.verdict}{standing})"
                strong = [one for one in block.blocks if isinstance(one, Paragraph) and one.tone == "sterk"]
                yield from ((min(level + 2, 4), one.line.text) for one in strong)
        yield from _outline(section.parts, level + 1)


@pytest.mark.slow
def test_the_outline_of_the_report_is_that_of_its_headings(report_of: Make, examples: Path) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml", "volledig")
    headings = [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in _document(report).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert headings == [*_outline(report.sections), (1, "Bijlage 8: de tekeningen in woorden")]
    assert {level for level, _ in headings} == {1, 2, 3, 4}
    levels = [level for level, _ in headings]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), "no level is left out"


def test_a_picture_is_told_in_a_sentence_and_all_it_shows_in_a_table_at_the_end(
    report_of: Make, examples: Path
) -> None:
    report = report_of(examples / "voorbeeldregio-rivierland.yaml")
    document = _document(report)
    pictures = list(_pictures(report.sections))
    told = [(entry.get("title"), entry.get("descr")) for entry in document.element.body.iter(qn("wp:docPr"))]
    whole = [(title, words) for title, words in told if not title.endswith(" (vervolg)")]
    assert whole == [(one.title, one.description) for one in pictures] and len(whole) > 1
    text = [one.text for one in document.element.body.iter(qn("w:p"))]
    annex = "\n".join(text[len(text) - text[::-1].index("Bijlage 5: de tekeningen in woorden") :])
    for words in ("Samen inrichten", "Trekker zoeken", "hier kan het initiatief ook uitkomen"):
        assert words in annex


def test_a_picture_is_a_drawing_with_the_same_in_pixels_behind_it(report_of: Make, examples: Path) -> None:
    document = _document(report_of(examples / "voorbeeldregio-rivierland.yaml"))
    shown = list(document.element.body.iter(qn("a:blip")))
    assert len(shown) > 1
    for blip in shown:
        (drawing,) = blip.xpath(".//@r:embed[parent::*[local-name()='svgBlip']]")
        parts = [document.part.related_parts[identity] for identity in (blip.get(qn("r:embed")), drawing)]
        assert [part.content_type for part in parts] == ["image/png", "image/svg+xml"]
        assert parts[0].blob.startswith(b"\x89PNG") and b"<svg " in parts[1].blob


def test_the_picture_tells_by_number_which_letters_it_lacks(
    report_of: Make, assessment_of: Callable[..., Assessment]
) -> None:
    drawings = []
    for name in ("Regio 中", "Regio [U+4E2D]"):
        made = assessment_of(estimate={"motivatie": 4, "betrokkenheid": 4})
        named = made.model_copy(update={"initiative": made.initiative.model_copy(update={"name": name})})
        drawings.append(parts_of(render(report_of(named)))["word/media/image1.png"])
    assert drawings[0] == drawings[1]


def test_everything_is_said_to_be_dutch(report_of: Make, examples: Path) -> None:
    document = _document(report_of(examples / "flexteam-drenthe.yaml"))
    languages = document.styles.element.xpath("//w:lang/@w:val")
    assert set(languages) == {"nl-NL"} and len(languages) >= 2
    assert document.element.body.xpath(".//w:lang") == []
    assert document.core_properties.language == "nl-NL"


def test_every_table_repeats_its_head_and_tells_what_it_is(report_of: Make, examples: Path) -> None:
    document = _document(report_of(examples / "flexteam-drenthe.yaml", "volledig"))
    assert document.tables
    for table in document.tables:
        heads = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
        assert heads[0] and not any(heads[1:])
        caption = table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")
        before = table._tbl.getprevious()
        assert before.style == document.styles["Caption"].style_id and [before.text] == caption
        assert sum(map(int, table._tbl.xpath("./w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w"))) <= 5000


def test_lists_are_lists_and_every_numbered_one_counts_from_one() -> None:
    lines = (Line("een"), Line("twee"))
    blocks = (Bullets(lines, numbered=True), Bullets(lines), Bullets(lines, numbered=True))
    document = _document(Report("Titel", "", (Section("a", "A", blocks),)))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("List")]
    assert styles == ["List Number"] * 2 + ["List Bullet"] * 2 + ["List Number"] * 2
    used = document.element.body.xpath(".//w:numPr/w:numId/@w:val")
    assert used[0] == used[1] != used[2] == used[3]
    numbering = document.part.numbering_part.element
    for number in used:
        assert numbering.xpath(f"./w:num[@w:numId={number}]/w:lvlOverride/w:startOverride/@w:val") == ["1"]


def test_notes_are_raised_and_lead_to_their_source(report_of: Make, examples: Path) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml")
    body = _document(report).element.body
    places = body.xpath(".//w:bookmarkStart[starts-with(@w:name, 'bron_')]/@w:name")
    assert places == [f"bron_{number}" for number in range(1, count_sources(report.sections) + 1)]
    leads = body.xpath(".//w:hyperlink[starts-with(@w:anchor, 'bron_')]/@w:anchor")
    assert leads and set(leads) == set(places)
    for link in body.xpath(".//w:hyperlink[starts-with(@w:anchor, 'bron_')]"):
        assert f"bron_{link.text}" == link.get(qn("w:anchor"))
        assert link.xpath("./w:r/w:rPr/w:rStyle/@w:val") == ["PoolwijzerBron"]


def test_nothing_in_the_document_asks_to_be_updated_or_reaches_out(report_of: Make, examples: Path) -> None:
    parts = parts_of(_rendered(report_of(examples / "flexteam-drenthe.yaml")))
    whole = b"".join(part for name, part in parts.items() if name.endswith((".xml", ".rels")))
    assert re.findall(rb'w:instr="([^"]*)"', whole) == [b" PAGE ", b" NUMPAGES "] * 2
    assert re.findall(rb"<w:instrText[^>]*>([^<]*)", whole) == [b' TOC \\o "1-2" \\h \\z \\u ']
    assert b"updateFields" not in whole and b"w:dirty" not in whole and b"txbxContent" not in whole
    outside = re.findall(rb'Type="[^"]*/(\w+)" Target="[^"]*" TargetMode="External"', whole)
    assert set(outside) == {b"hyperlink"}


def test_the_file_tells_what_it_is_and_names_nobody(report_of: Make, examples: Path) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml")
    properties = _document(report).core_properties
    assert (properties.title, properties.subject) == (f"{report.title}: {report.kind}", report.subtitle)
    assert properties.created == properties.modified == datetime(2026, 11, 1, tzinfo=UTC)
    assert properties.author == properties.last_modified_by == ""


def test_the_members_are_sorted_and_of_the_day_of_the_report(report_of: Make, examples: Path) -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(_rendered(report_of(examples / "flexteam-drenthe.yaml")))) as package:
        members = package.infolist()
    assert [one.filename for one in members] == sorted(one.filename for one in members)
    assert {one.date_time for one in members} == {(2026, 11, 1, 0, 0, 0)}
    assert members[0].filename == "[Content_Types].xml"


def test_a_report_without_a_date_is_one_of_the_first_day_that_a_file_can_have() -> None:
    assert _document(Report("Titel", "", ())).core_properties.created.date() == date(1980, 1, 1)


@pytest.mark.parametrize("on", [date.min, date(1979, 12, 31), date(2108, 1, 1), date.max])
def test_a_document_can_be_of_any_date(on: date) -> None:
    data = _rendered(Report("Titel", "", (), on))
    assert _document(Report("Titel", "", (), on)).core_properties.created.date() == max(on, date(1980, 1, 1))
    assert data == _rendered(Report("Titel", "", (), on))


def test_a_house_style_colours_and_names_the_document(report_of: Make, examples: Path) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml")
    plain = _rendered(report)
    dressed = render(report, Theme(style=HouseStyle(name="Gemeente <Heuvelzoom>", accent="#7a0019", ink="#101010")))
    assert "Gemeente &lt;Heuvelzoom&gt;" in parts_of(dressed)["word/header.xml"].decode()
    styles = parts_of(dressed)["word/styles.xml"].decode()
    assert "7a0019" in styles and "0b4f8a" not in styles
    pictures = [parts_of(data)["word/media/image1.png"] for data in (plain, dressed)]
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml"])
def test_a_logo_stands_above_every_page_and_says_whose_it_is(kind: str) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3" fill="#7a0019"/></svg>'
    )
    logo = drawing.encode() if kind == "image/svg+xml" else as_pixels([(drawing, 90)], SHIPPED)[0]
    document = _document(Report("Titel", "", ()), Theme(style=HouseStyle("Heuvelzoom", logo, kind)))
    header = document.sections[0].header
    assert header.paragraphs[0].text.strip() == "Heuvelzoom"
    assert header.part.element.xpath(".//wp:docPr/@descr") == ["Logo van Heuvelzoom"]
    (size,) = header.part.element.xpath(".//wp:extent")
    assert abs(int(size.get("cx")) / int(size.get("cy")) - 3) < 0.1


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml", "image/jpeg"])
@pytest.mark.parametrize("logo", [b"geen plaatje", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<svg>"])
def test_a_logo_that_is_no_picture_is_told(kind: str, logo: bytes) -> None:
    with pytest.raises(InputError, match="Het logo is geen plaatje"):
        render(Report("Titel", "", ()), Theme(style=HouseStyle("Heuvelzoom", logo, kind)))


@pytest.mark.parametrize("depth", [pytest.param("gewoon", marks=pytest.mark.slow), "kort", "bestuur"])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_type_shows_as_typed_and_is_nothing_else(
    name: str, depth: Any, report_of: Make, typed_everywhere: Callable[[str], Assessment]
) -> None:
    _shown_as_typed(report_of(typed_everywhere(HOSTILE[name]), depth))


def test_all_that_people_type_shows_as_typed_in_a_whole_report_too(
    report_of: Make, typed_everywhere: Callable[[str], Assessment]
) -> None:
    _shown_as_typed(report_of(typed_everywhere(TOGETHER)))


def _shown_as_typed(report: Report) -> None:
    data = render(report)
    shown, fitted = _text(data), fit_page(report).report
    drawn = {text for one in _pictures(fitted.sections) for text in texts_of([Section("", "", (one,))])}
    said = [text for text in texts_of(fitted.sections) if not (report.pages and text in drawn)]
    assert [text for text in (report.title, *said) if text not in shown] == []
    whole = b"".join(part for name, part in parts_of(data).items() if name.endswith((".xml", ".rels")))
    assert len(re.findall(rb'w:instr="', whole)) == (2 if report.pages else 4) and whole.count(b"<w:instrText") == (
        0 if report.pages else 1
    )
    assert all(address.startswith(b"http") for address in re.findall(rb'Target="([^"]*)" TargetMode="External"', whole))
    assert b"http://x" not in b"".join(re.findall(rb'Target="([^"]*)"', whole))


def test_a_table_gives_every_column_room_for_its_words() -> None:
    rows = (("Een heel lange stelling die over veel regels gaat. " * 4, "vier", "5,0", "toelichting " * 40),)
    table = Table("Antwoorden", ("Stelling", "Antwoord", "Telt als", "Toelichting"), rows, right=frozenset({2}))
    document = _document(Report("Titel", "", (Section("a", "A", (table,)),)))
    widths = [int(width) for width in document.tables[0]._tbl.xpath("./w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")]
    assert min(widths) >= 400
    cells = document.tables[0].rows[1].cells
    assert cells[2].paragraphs[0].alignment is not None and cells[0].paragraphs[0].alignment is None
