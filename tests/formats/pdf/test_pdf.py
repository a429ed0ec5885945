from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.formats.house_style import ENOUGH_CONTRAST, HouseStyle, contrast
from poolwijzer.formats.pdf.compiler import STANDARDS, compile_with
from poolwijzer.formats.pdf.handover import tint_colour
from poolwijzer.formats.pdf.plain import PICTURES
from poolwijzer.formats.pdf.typeface import SHIPPED
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.problems import InputError
from poolwijzer.report.in_words import pictures_in_words
from poolwijzer.report.model import (
    Beside,
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
from poolwijzer.report.texts import texts_of
from poolwijzer.report.typed_text import sanitize, sanitize_text
from tests.formats.pdf.making import DEPTHS
from tests.formats.pdf.reading import A4, bookmarks_of, pages_of, text_of, told
from tests.roots import ROOT

ON = date(2026, 11, 1)
SMALL = Report("Proef", "Onder", (Section("a", "Deel", (Paragraph(Line("x")),)),), ON)
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A picture of one black point, as PNG."""


# How it lies on the pages.


@pytest.mark.parametrize(
    "depth", [pytest.param(depth, marks=[pytest.mark.slow] * (depth == "volledig")) for depth in DEPTHS]
)
@pytest.mark.parametrize("name", ["richest", "flexteam-drenthe"])
def test_no_word_runs_off_a_page(name: str, depth: Depth, made: Callable[..., bytes]) -> None:
    assert list(_words_off(made(name, depth))) == []


def test_words_of_any_length_stay_on_the_page_and_whole() -> None:
    for text in (
        "x" * 400,
        f"https://voorbeeld.example/{'pad/' * 90}",
        "Warmtetransitievisieuitvoeringsprogramma " * 9,
    ):
        table = Table(text, ("Een", "Twee", "Drie", "Vier"), ((text, "x", text, "y"),) * 2, right=frozenset({3}))
        blocks = (table, Labelled(((text, Line(text)),)), Card(text, "kan", text, "gekozen", (Bullets((Line(text),)),)))
        data = render(Report(text, "Proef", (Section("a", text, blocks),), ON), Theme())
        assert list(_words_off(data)) == []
        assert _joined(text_of(data)).count(_joined(text)) >= 10


def test_a_table_over_more_pages_repeats_its_head() -> None:
    table = Table("Stellingen", ("Stelling", "Antwoord"), tuple((f"rij {at}", "ja") for at in range(100)))
    pages = pages_of(render(Report("Proef", "Onder", (Section("a", "Deel", (table,)),), ON), Theme()))
    assert len(pages) > 2
    assert all("Stelling Antwoord\nrij" in page for page in pages)


def test_pages_are_numbered(made: Callable[..., bytes]) -> None:
    whole = told(made("flexteam-drenthe", "gewoon"), "pdftotext")
    number_of = len(pages_of(made("flexteam-drenthe", "gewoon")))
    for page in range(1, number_of + 1):
        assert f"Pagina {page} van {number_of}" in whole


# For who cannot see it, and to be kept.


@pytest.mark.parametrize("standard", [[], ["ua-1"], ["a-2a"], ["a-2u"], ["a-3a"], ["ua-1", "a-3a"]])
def test_a_report_holds_to_the_standards_apart_too(
    standard: list[Any], monkeypatch: pytest.MonkeyPatch, report_of: Callable[..., Report], examples: Path
) -> None:
    monkeypatch.setattr(sys.modules[compile_with.__module__], "STANDARDS", standard)
    render(report_of(examples / "voorbeeldregio-rivierland.yaml"), Theme())


def test_the_standards_for_access_and_for_keeping_are_enforced_and_told(made: Callable[..., bytes]) -> None:
    assert STANDARDS == ["ua-1", "a-2a"]
    data = made("flexteam-drenthe", "gewoon")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data


def test_a_report_is_tagged_titled_dutch_and_dated(made: Callable[..., bytes]) -> None:
    data = made("flexteam-drenthe", "gewoon")
    about = told(data, "pdfinfo", "-isodates")
    assert re.search(r"Title: +Flexteam Warmtetransitie Drenthe: advies\n", about)
    assert re.search(r"CreationDate: +2026-11-01T00:00:00Z\n", about)
    assert re.search(r"Tagged: +yes\n", about)
    assert re.search(r"Page size: .*\(A4\)\n", about)
    assert "Author" not in about
    assert b"/Lang(nl)" in data
    assert b"/DisplayDocTitle true" in data


def test_headings_lists_tables_and_the_picture_have_tags(made: Callable[..., bytes]) -> None:
    tags = told(made("flexteam-drenthe", "gewoon"), "pdfinfo", "-struct")
    for tag in ("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Caption", "Figure", "Link"):
        assert re.search(rf"^ *{tag}\b", tags, re.MULTILINE), tag


def test_every_part_has_a_bookmark(made: Callable[..., bytes], report_of: Callable[..., Report]) -> None:
    report = report_of(ROOT / "examples" / "flexteam-drenthe.yaml")
    assert {section.title for section in report.sections} <= bookmarks_of(made("flexteam-drenthe", "gewoon"))


def test_a_picture_says_in_a_sentence_what_it_shows_and_an_annex_tells_the_rest(made: Callable[..., bytes]) -> None:
    data = made("flexteam-drenthe", "gewoon")
    assert b"/Alt(Samen inrichten: motivatie hoog en betrokkenheid hoog.)" in data
    annex = " ".join(text_of(data).rpartition("De tekeningen in woorden")[2].split())
    for words in ("Samen inrichten", "hier staat het initiatief", "Trekker zoeken", "Hoge betrokkenheid"):
        assert words in annex


def test_a_heading_in_a_card_or_among_paragraphs_is_one_of_its_own_level_without_a_bookmark() -> None:
    card = Card("Optie", "kan", "kan", "", (Paragraph(Line("Voor"), "sterk"), Bullets((Line("Geld."),))))
    blocks = (card, Paragraph(Line("Een zin."), "sterk"), Paragraph(Line("Slot")))
    data = render(Report("Proef", "Onder", (Section("a", "Deel", (), (Section("b", "Stuk", blocks),)),), ON), Theme())
    assert re.findall(r"^ *(H\d) .*\n *\"(.*)\"", told(data, "pdfinfo", "-struct-text"), re.MULTILINE) == [
        ("H1", "Deel"),
        ("H2", "Stuk"),
        ("H3", "Optie"),
        ("H4", "Voor"),
    ]
    assert bookmarks_of(data) == {"Proef", "Deel", "Stuk", "Optie"}


def test_the_first_cell_of_a_row_is_its_header() -> None:
    table = Table("Wat", ("Gemeente", "Antwoord"), (("Assen", "ja"), ("Emmen", "nee")))
    data = render(Report("Proef", "Onder", (Section("a", "Deel", (table,)),), ON), Theme())
    headers = re.findall(r"/Scope /(\w+)", told(data, "pdfinfo", "-struct"))
    assert headers == ["Column", "Column", "Row", "Row"]


def test_notes_lead_to_their_source() -> None:
    claim = Line("Een feit.", notes=(2,))
    sources = Bullets((Line("Eerste."), Line("Tweede.", url="https://voorbeeld.example/a")), numbered=True)
    parts = (Section("a", "Deel", (Paragraph(claim),)), Section("bronnen", "Bronnen", (sources,)))
    data = render(Report("Proef", "Onder", parts, ON), Theme())
    assert data.count(b"/Subtype/Link") == 2
    assert data.count(b"/URI(https://voorbeeld.example/a)") == 1
    assert _joined("Een feit. [2]") in _joined(text_of(data))
    assert "[2] Tweede." in text_of(data)


def test_what_stands_beside_each_other_is_read_from_left_to_right() -> None:
    beside = Beside((Paragraph(Line("links boven")), Paragraph(Line("links onder"))), (Paragraph(Line("rechts")),))
    data = render(Report("Proef", "Onder", (Section("a", "Deel", (beside,)),), ON), Theme())
    assert re.findall(r'"((?:links|rechts).*)"', told(data, "pdfinfo", "-struct-text")) == [
        "links boven",
        "links onder",
        "rechts",
    ]
    assert re.search("links boven +rechts", text_of(data, order="-layout"))


def test_the_usual_order_of_reading_keeps_labels_with_their_values(made: Callable[..., bytes]) -> None:
    text = text_of(made("flexteam-drenthe", "kort"), order="-nopgbrk")
    assert "Fase: in uitvoering\nOrganisatie: de provincie Drenthe\n" in text


# What people type.

TYPED = {
    "markup": '"q" \'s-Gravenhage <script>alert(1)</script> {{ 7*7 }} {% raw %} #eval("1") $x$ *a* _b_ `c` @d <e> // f',
    "formula": '=HYPERLINK("https://voorbeeld.example";"klik")',
    "path": "C:\\pad\\naar \\u{41} ~ --- ... [l](u)",
    "lines": "eerste\ntweede\tna een tab  en twee spaties",
    "controls": "a\x00b\x07c\x1b[31md\u2028e",
    "emoji": "\U0001f600 \U0001f98a \U0001f468\u200d\U0001f469 \u2713 \u4e2d\u6587 \ufeff\ue000",
    "other letters": "\u0394\u03b7\u03bc \u0416\u0438\u0442\u043e Ng\u1ecdc \u0130zmir \u0105\u0119 e\u0301",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(TYPED.values()), id="all"),
        *(pytest.param(text, id=name, marks=pytest.mark.slow) for name, text in TYPED.items()),
    ],
)
def test_what_people_type_shows_as_text(
    text: str, typed_everywhere: Callable[[str], Assessment], report_of: Callable[..., Report]
) -> None:
    report = report_of(typed_everywhere(text), "gewoon")
    printed, place = _joined(text_of(render(report, Theme()))), 0
    for wanted in texts_of((*_one_under_another(report.sections), pictures_in_words(report.sections))):
        place = printed.find(_joined(SHIPPED.show(wanted)), place)
        assert place >= 0, wanted


def test_a_text_that_turns_the_direction_is_written_and_leaves_the_rest_as_it_is(
    typed_everywhere: Callable[[str], Assessment], report_of: Callable[..., Report]
) -> None:
    text = text_of(render(report_of(typed_everywhere("\u202e\u05e9\u05dc\u05d5\u05dd abc"), "gewoon"), Theme()))
    assert "\u05e9\u05dc\u05d5\u05dd" in text
    assert "De stellingen zijn gekozen op inhoud" in text


@pytest.mark.slow
def test_ten_thousand_characters_are_all_there_and_stay_on_their_pages(
    typed_everywhere: Callable[[str], Assessment], report_of: Callable[..., Report]
) -> None:
    report = report_of(typed_everywhere("lang " * 2000), "gewoon")
    data = render(report, Theme())
    wanted = sum(text.count("lang ") for text in texts_of(_one_under_another(report.sections)))
    assert text_of(data).count("lang") >= wanted > 20_000
    assert list(_words_off(data)) == []


def test_what_the_fonts_lack_is_printed_by_its_number() -> None:
    assert SHIPPED.show("vos \U0001f98a en \u4e2d") == "vos [U+1F98A] en [U+4E2D]"
    assert SHIPPED.show("\ue000\ufeff") == "[U+E000][U+FEFF]"
    printed = "zacht\u00adafbreken, \u2713, \ufffd, \u2068x\u2069"
    assert SHIPPED.show(printed) == printed


def test_a_text_from_right_to_left_does_not_turn_what_stands_beside_it() -> None:
    assert SHIPPED.show("\u05e9\u05dc\u05d5\u05dd 12\nnee") == "\u2068\u05e9\u05dc\u05d5\u05dd 12\u2069\nnee"
    steered = sanitize_text("\u202eabc")
    assert SHIPPED.show(steered) == steered


def test_the_fonts_have_every_letter_of_menus_and_program() -> None:
    files = [*(ROOT / "menus").rglob("*.yaml"), *(ROOT / "examples").glob("*.yaml")]
    files += (ROOT / "src" / "poolwijzer" / "report" / "sections").glob("*.py")
    used = {letter for path in files for letter in path.read_text(encoding="utf-8")} - {"\n"}
    assert {letter for letter in used if letter not in SHIPPED.signs} == set()


@pytest.mark.slow
def test_every_letter_that_the_fonts_have_can_be_printed() -> None:
    private = {chr(code) for code in range(0xE000, 0xF900)}
    """These stand for something else in every font, and the standard keeps them out; so it does the last one."""
    signs = sorted(SHIPPED.signs - private - {"\ufeff"})
    SHIPPED.learn(signs)
    text = " ".join(map(SHIPPED.show, signs))
    assert "U+" not in text
    assert render(Report("Proef", "Onder", (Section("a", "", (Paragraph(Line(text)),)),), ON), Theme())


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_text_can_be_printed(text: str, other: str) -> None:
    blocks = (
        Paragraph(Line(text, notes=(1,), derived=True, url=other), "let-op"),
        Bullets((Line(text),)),
        Labelled(((other, Line(text)),)),
        Table(text, (other, text), ((text, other),)),
        Card(other, "kan", text, other, (Paragraph(Line(other), "sterk"),)),
    )
    report = sanitize(Report(text, other, (Section("a", text, blocks, (Section("b", other),)),), ON))
    assert render(report, Theme()).startswith(b"%PDF")


def test_a_name_of_any_size_fits_in_the_properties() -> None:
    report = Report("\u4e2d" * 1000, "Onder", (Section("a", "\U0001f98a" * 1000, (Paragraph(Line("x")),)),), ON)
    assert render(report, Theme()).startswith(b"%PDF")


# The house style.


def test_a_house_style_gives_name_logo_and_colours() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    for logo, kind in ((svg, "image/svg+xml"), (DOT, "image/png")):
        data = render(SMALL, Theme(HouseStyle("Gemeente Proefdorp", logo, kind, "#aa0000", "#222222")))
        assert re.search(r"Author: +Gemeente Proefdorp\n", told(data, "pdfinfo"))
        assert b"/Alt(Gemeente Proefdorp)" in data
    assert "Gemeente Proefdorp" in text_of(render(SMALL, Theme(HouseStyle("Gemeente Proefdorp"))))


def test_in_gray_nothing_has_a_colour(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "flexteam-drenthe.yaml", "kort")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.pdf"
        for gray in (True, False):
            path.write_bytes(render(report, Theme(gray=gray)))
            told(path.read_bytes(), "pdfinfo")
            done = subprocess.run(["pdftoppm", "-r", "30", path], capture_output=True, check=True).stdout
            points = done.split(b"\n255\n", 1)[1]
            assert (points[::3] == points[1::3] == points[2::3]) is gray


def test_a_logo_that_is_no_picture_is_told() -> None:
    for kind in ("image/png", "image/jpeg", "image/svg+xml"):
        with pytest.raises(InputError, match="logo"):
            render(SMALL, Theme(HouseStyle("Naam", b"geen plaatje", kind)))


def test_text_stays_readable_on_the_light_ground_of_any_accent() -> None:
    for accent in ("#0b4f8a", "#767676", "#c00000", "#000000"):
        found = contrast(accent, tint_colour(HouseStyle(accent=accent)))
        assert found >= ENOUGH_CONTRAST


# The same everywhere.


def test_only_the_shipped_fonts_are_used(made: Callable[..., bytes]) -> None:
    assert SHIPPED.fonts.families() == ["DejaVu Sans", "Source Sans 3"]
    listed = told(made("flexteam-drenthe", "gewoon"), "pdffonts").splitlines()[2:]
    names = {line.split()[0].partition("+")[2] for line in listed}
    assert names <= {"SourceSans3-Regular", "SourceSans3-Bold", "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"}
    assert all(line.split()[-5] == "yes" for line in listed)  # embedded


def test_the_date_of_a_report_is_that_of_its_advice() -> None:
    for day in (date(1999, 12, 31), date(2026, 1, 2), date.max):
        about = told(render(Report("Proef", "Onder", (), day), Theme()), "pdfinfo", "-isodates")
        assert f"CreationDate:    {day.isoformat()}T00:00:00Z" in about


def _joined(text: str) -> str:
    return "".join(text.split())


def _one_under_another(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections without what is drawn, and without what stands beside each other, which a next page takes apart."""
    for one in sections:
        blocks = tuple(block for block in one.blocks if not isinstance(block, (Beside, *PICTURES)))
        yield replace(one, blocks=blocks, parts=tuple(_one_under_another(one.parts)))


def _words_off(data: bytes) -> Iterator[str]:
    """The words that stand outside the margins."""
    for word in re.findall(r"<word (.*?)</word>", told(data, "pdftotext", "-bbox")):
        left, right = (float(re.search(rf'{side}="([-\d.]+)"', word)[1]) for side in ("xMin", "xMax"))  # type: ignore[index]
        if left < 40 or right > A4[0] - 40:
            yield word
