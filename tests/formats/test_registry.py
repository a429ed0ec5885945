import io
import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from poolwijzer.engine.results import VERDICTS
from poolwijzer.formats.registry import (
    DATA_SUFFIX,
    PICTURE_SUFFIX,
    REPORT_FORMATS,
    WHOLE_REPORTS,
    Theme,
    check_suffixes,
    known_suffixes,
    list_suffixes,
    writer_for,
)
from poolwijzer.problems import InputError
from poolwijzer.report.model import Bullets, Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.words import VERDICT_WORDS
from tests.formats.finding import missing_in
from tests.formats.html.reading import page_text
from tests.formats.pdf.reading import text_of
from tests.roots import ROOT


def _read_markdown(data: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))
    return "\n".join(child.content for token in tokens for child in token.children or () if child.type == "text")


def _read_word(data: bytes) -> str:
    """Paragraphs, cells and what pictures tell, in the order of the document."""
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(io.BytesIO(data)).element.body
    found = body.iter(qn("w:t"), qn("wp:docPr"), qn("w:br"))
    texts = ("\n" if one.tag == qn("w:br") else one.text if one.tag == qn("w:t") else one.get("descr") for one in found)
    return "".join(filter(None, texts))


READERS: dict[str, Callable[[bytes], str]] = {
    ".md": _read_markdown,
    ".html": page_text,
    ".pdf": text_of,
    ".docx": _read_word,
}
"""How to get the plain text back out of each format; a new format gets a line here."""


def test_every_format_has_a_writer_and_is_known_by_its_suffix() -> None:
    unread = sorted(set(WHOLE_REPORTS) ^ set(READERS))
    assert not unread, (
        f"give READERS in tests/formats/test_registry.py a line for each format, and for no other: {unread}"
    )
    last = (DATA_SUFFIX, PICTURE_SUFFIX)
    assert known_suffixes() == (*WHOLE_REPORTS, *last), (
        f"in REPORT_FORMATS {last} come last, and after all whole reports"
    )
    assert all(find_spec(one.module) for one in REPORT_FORMATS.values())
    for suffix in WHOLE_REPORTS:
        assert callable(writer_for(suffix.upper()))


def test_every_module_that_renders_a_report_is_entered() -> None:
    entered = {one.module for one in REPORT_FORMATS.values()}
    source = ROOT / "src"
    found = {
        ".".join(path.relative_to(source).with_suffix("").parts)
        for path in (source / "poolwijzer" / "formats").rglob("*.py")
        if re.search(r"(?m)^def render\(", path.read_text(encoding="utf-8"))
    }
    assert found <= entered, f"enter in REPORT_FORMATS of formats/registry.py: {sorted(found - entered)}"


@pytest.mark.parametrize("suffix", known_suffixes())
def test_every_format_has_its_line_in_the_page_on_reports(suffix: str) -> None:
    page = (ROOT / "docs" / "verslagen.md").read_text(encoding="utf-8")
    assert f"| `{suffix}` |" in page, f"docs/verslagen.md has no line for {suffix}"


@pytest.mark.slow
@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_every_text_of_the_report_is_in_the_file_in_order(
    suffix: str, report_of: Callable[..., Report], examples: Path
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        report = report_of(path, "gewoon", explain=path.name.startswith("flexteam"))
        text = _joined(READERS[suffix](writer_for(suffix)(report, Theme())))
        assert not (missing := missing_in(text, suffix, report, _joined)), f"{path.name}: {missing}"


@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_lines_that_somebody_typed_stay_lines_wherever_they_stand(suffix: str) -> None:
    typed = [f"Regel een van {where}.\nRegel twee van {where}." for where in ("tekst", "lijst", "label", "tabel")]
    blocks = (
        Paragraph(Line(typed[0])),
        Bullets((Line(typed[1]),)),
        Labelled((("Notitie", Line(typed[2])),)),
        Table("Antwoorden", ("Stelling", "Toelichting"), (("Stelling 1", typed[3]),)),
    )
    report = Report("Titel", "Onder", (Section("een", "Een", blocks),))
    read = READERS[suffix](writer_for(suffix)(report, Theme()))
    for text in typed:
        first, second = text.split("\n")
        between = read[read.index(first) + len(first) : read.index(second)]
        assert "\n" in between, (text, between)


@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_each_verdict_stands_beside_its_option_in_its_own_words(suffix: str) -> None:
    cards = tuple(
        Card(f"Optie {number}", verdict, VERDICT_WORDS[verdict], "", (Paragraph(Line("Uitleg.")),))
        for number, verdict in enumerate(VERDICTS, 1)
    )
    report = Report("Titel", "Onder", (Section("menu", "Menu", cards),))
    text, place = _joined(READERS[suffix](writer_for(suffix)(report, Theme()))), 0
    for card in cards:
        for wanted in map(_joined, (card.title, card.verdict)):
            place = text.find(wanted, place)
            assert place >= 0, (card.title, wanted)


@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
def test_what_cannot_be_told_yet_is_drawn_unlike_what_can(suffix: str) -> None:
    drawn = [
        writer_for(suffix)(
            Report("Titel", "", (Section("menu", "", (Card("Optie", verdict, "oordeel", "", ()),)),)), Theme()
        )
        for verdict in ("nog-niet-te-zeggen", "kan", "minder-passend")
    ]
    assert drawn[0] not in drawn[1:]


@pytest.mark.slow
def test_the_same_report_gives_the_same_bytes(report_of: Callable[..., Report], examples: Path) -> None:
    report = report_of(examples / "voorbeeldregio-rivierland.yaml", explain=True)
    for suffix in WHOLE_REPORTS:
        write = writer_for(suffix)
        assert write(report, Theme()) == write(report, Theme())


def test_an_unknown_suffix_is_refused_with_the_formats_there_are() -> None:
    with pytest.raises(InputError, match=r"'\.odt'.*" + re.escape(list_suffixes(known_suffixes()))):
        check_suffixes([Path("rapport.odt")])
    with pytest.raises(InputError, match=r"Bedoelde u \.json\?"):
        check_suffixes([Path("rapport.jsn")])
    with pytest.raises(InputError, match="niet te zien welk soort"):
        check_suffixes([Path("rapport")])


def test_all_unknown_suffixes_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        check_suffixes([Path("a.odt"), Path("b.md"), Path("c.rtf")])
    assert [problem.path for problem in caught.value.problems] == ["a.odt", "c.rtf"]


def test_capitals_in_a_suffix_do_not_matter() -> None:
    check_suffixes([Path("RAPPORT.MD")])
    check_suffixes([Path("advies.Json")])


def _joined(text: str) -> str:
    # Some readers show the letters that an address stands for, as in `financi%C3%ABle`.
    return "".join(re.sub("(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+", lambda found: unquote(found[0]), text).split())
