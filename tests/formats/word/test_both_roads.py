"""The shipped document is written as text, and an own one by way of lxml: of the same report they make the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from poolwijzer.formats.house_style import HouseStyle
from poolwijzer.formats.registry import Theme
from poolwijzer.formats.word.styles import Look
from poolwijzer.formats.word.template import make_template
from poolwijzer.formats.word.text import Para, check_letters, quoted, run, told
from poolwijzer.formats.word.writer import render
from poolwijzer.report.model import Beside, Block, Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from tests.formats.word.conftest import canonical, parts_of

Make = Callable[..., Report]
ON = date(2026, 11, 1)
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t")
TEXTS = st.one_of(st.text(LETTERS, max_size=12), st.sampled_from(["{{ titel }}", "<w:p/>", "a\tb\nc", " x ", "&amp;"]))
LINES = st.builds(
    Line, TEXTS, st.sampled_from([(), (1,), (1, 2)]), st.booleans(), st.sampled_from(["", "https://x.nl/?a=1&b=2"])
)
PARAGRAPHS = st.builds(Paragraph, LINES, st.sampled_from(["gewoon", "sterk", "stil", "let-op"]))
TABLES = st.builds(
    lambda caption, rows, sums: Table(caption, ("a", "b"), tuple(rows), frozenset({1}), frozenset(sums)),
    TEXTS,
    st.lists(st.tuples(TEXTS, TEXTS), max_size=4),
    st.sets(st.integers(0, 3)),
)
SIMPLE: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPHS,
    TABLES,
    st.builds(Bullets, st.lists(LINES, max_size=3).map(tuple), st.booleans()),
    st.builds(Labelled, st.lists(st.tuples(TEXTS, LINES), max_size=2).map(tuple)),
)
SOME = st.lists(SIMPLE, max_size=3).map(tuple)
BLOCKS = st.one_of(
    SIMPLE,
    st.builds(Card, TEXTS, st.sampled_from(["past", "nog-niet-te-zeggen"]), TEXTS, TEXTS, SOME),
    st.builds(Beside, SOME, SOME),
)
SECTIONS = st.builds(
    Section,
    st.sampled_from(["kort", "a", "bronnen"]),
    TEXTS,
    st.lists(BLOCKS, max_size=4).map(tuple),
    annex=st.booleans(),
    begins=st.sampled_from(["", "page"]),
)
REPORTS = st.builds(
    lambda title, about, sections, kind: Report(title, about, tuple(sections), ON, kind=kind),
    TEXTS,
    TEXTS,
    st.lists(SECTIONS, max_size=4),
    TEXTS,
)
THEMES = {
    "plain": Theme(),
    "named": Theme(style=HouseStyle("Gemeente <Heuvelzoom>", accent="#7a0019", ink="#101010")),
    "draft": Theme(draft=True),
    "gray": Theme(gray=True, draft=True),
}


def _same(report: Report, theme: Theme, *, running: bool) -> None:
    style = theme.style
    look = Look(style.accent, style.ink) if style else Look()
    own = render(report, theme._replace(template=make_template(look, running=running)))
    assert canonical(render(report, theme)) == canonical(own)


@given(REPORTS, st.sampled_from(sorted(THEMES)))
@settings(max_examples=40, deadline=None)
def test_any_report_is_the_same_in_the_shipped_document_and_in_the_template_of_that(report: Report, name: str) -> None:
    _same(report, THEMES[name], running=False)


@pytest.mark.parametrize("name", ["gray", pytest.param("named", marks=pytest.mark.slow)])
def test_a_whole_report_with_pictures_and_contents_is_so_too(name: str, report_of: Make, examples: Path) -> None:
    _same(report_of(examples / "flexteam-drenthe.yaml"), THEMES[name], running=True)


def test_a_report_without_an_own_template_needs_no_library_for_word() -> None:
    program = (
        "import sys; from poolwijzer.formats.word.writer import render; from poolwijzer.report.model import *\n"
        "import poolwijzer.formats.word.handout, poolwijzer.formats.html.writer\n"
        "render(Report('T', 'S', (Section('a', 'A', (Table('c', ('a',), (('1',),)),)),)))\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('docx', 'docxtpl', 'lxml', 'jinja2')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def _read(xml: str) -> Any:
    return etree.fromstring(f'<w:body xmlns:w="{MAIN}">{xml}</w:body>')


@given(st.text(LETTERS))
def test_whatever_is_typed_stands_in_a_run_and_makes_nothing_else(text: str) -> None:
    (made,) = _read(run(text, "Strong"))
    signs = {f"{{{MAIN}}}br": "\n", f"{{{MAIN}}}tab": "\t"}
    inside = [one for one in made if one.tag != f"{{{MAIN}}}rPr"]
    assert "".join(signs.get(one.tag) or one.text for one in inside) == text
    assert {one.tag for one in inside} <= {*signs, f"{{{MAIN}}}t"} and not any(map(len, inside))


@given(st.text(LETTERS | st.just("\r")))
def test_the_same_holds_in_an_attribute_and_in_what_a_file_says_of_itself(text: str) -> None:
    root = etree.fromstring(f"<a b={quoted(text)}>{told(text)}</a>")
    assert root.get("b") == text and (root.text or "") == text and not len(root)


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x0c", "\ufffe", "\uffff", "\ud800"])
def test_a_letter_that_no_document_can_hold_is_refused_and_never_written(letter: str) -> None:
    with pytest.raises(ValueError, match=f"{ord(letter):04X}"):
        check_letters(str(Para(content=[run(f"voor{letter}na")])))
    with pytest.raises(ValueError, match="no Word document can hold"):
        render(Report("Titel", "", (Section("a", "A", (Paragraph(Line(letter)),)),)))


def test_the_properties_of_a_paragraph_stand_in_the_order_that_word_asks() -> None:
    made = Para("S", [], True, True, "<w:numPr/>", 'w:before="0"', "right", "<w:sectPr/>")
    names = [one.tag.rpartition("}")[2] for one in _read(str(made))[0][0]]
    order = ["pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing", "jc", "sectPr"]
    assert names == order and all(one != other for one, other in pairwise(names))


def test_a_picture_is_packed_as_it_is_for_it_gets_no_smaller(report_of: Make, examples: Path) -> None:
    import io
    import zipfile

    data = render(report_of(examples / "voorbeeldregio-rivierland.yaml", "kort"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        ways = {one.filename.rpartition(".")[2]: one.compress_type for one in package.infolist()}
    assert ways["png"] == zipfile.ZIP_STORED and ways["xml"] == zipfile.ZIP_DEFLATED
    assert parts_of(data)["word/media/image1.png"].startswith(b"\x89PNG")
