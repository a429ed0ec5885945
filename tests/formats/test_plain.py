"""A report for who has it read aloud, and what an old console lacks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.plain import show_plain
from poolwijzer.formats.signs import spell, spelling
from poolwijzer.report.model import Card, Labelled, Line, Paragraph, Report, Section, Table
from poolwijzer.report.texts import texts_of
from tests.report.richest import richest


def said(report: Report, width: int = 80) -> list[str]:
    lines: list[str] = []
    show_plain(report, lines.append, width)
    return lines


def test_plain_lines_hold_every_text_and_nothing_in_columns(report_of: Callable[..., Report], content: Content) -> None:
    report = report_of(richest(content, 5, 1))
    lines = said(report)
    assert max(len(line) for line in lines if " " in line) <= 80, "an address stays whole"
    assert not re.search("[\u2500-\u25ff]", "".join(lines)), "lines, boxes and blocks"
    assert not [line for line in lines if "  " in line.strip()]
    whole = re.sub(r"\s", "", "".join(lines))
    missing = [text for text in texts_of(report.sections) if re.sub(r"\s", "", text) not in whole]
    assert missing == []


def test_a_table_and_an_option_are_said_one_thing_a_line() -> None:
    table = Table("De plekken", ("", "Plek", "Wat viel op?"), (("Noord", "Samen inrichten", "Niets"), ("Zuid", "", "")))
    card = Card("Strippenkaart", "kan", "kan", "gekozen", (Paragraph(Line("uitleg", (2,))),))
    blocks = (table, card, Labelled((("Wie", Line("Assen")),)), Paragraph(Line("nu"), "let-op"))
    assert said(Report("Titel", "", (Section("a", "Een", blocks),))) == [
        "Titel",
        "",
        "Kop: Een",
        "",
        "Tabel: De plekken (2 regels)",
        "Regel 1",
        "Noord",
        "Plek: Samen inrichten",
        "Wat viel op? Niets",
        "Regel 2",
        "Zuid",
        "",
        "Optie: Strippenkaart. Oordeel: kan, gekozen.",
        "uitleg (bron 2)",
        "Wie: Assen",
        "Let op: nu",
    ]


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("cp437", "EUR 1.600.000 - 'zo' \"ja\" ... één Zoë x 2 -> EUR"),
        ("cp850", "EUR 1.600.000 - 'zo' \"ja\" ... één Zoë × 2 -> EUR"),
        ("ascii", "EUR 1.600.000 - 'zo' \"ja\" ... een Zoe x 2 -> EUR"),
        ("cp1252", "€ 1.600.000 – ‘zo’ “ja” … één Zoë × 2 -> €"),
        ("utf-8", "€ 1.600.000 – ‘zo’ “ja” … één Zoë × 2 → €"),
        ("bestaat-niet", "EUR 1.600.000 - 'zo' \"ja\" ... een Zoe x 2 -> EUR"),
    ],
)
def test_what_a_code_page_lacks_is_spelled_out(encoding: str, shown: str) -> None:
    typed = "€ 1.600.000 – ‘zo’ “ja” … één Zoë × 2 → €"
    assert spell(typed, encoding) == shown
    if encoding != "bestaat-niet":
        assert typed.encode(encoding, spelling(encoding)).decode(encoding) == shown


def test_only_what_nothing_can_be_made_of_is_a_question_mark() -> None:
    assert spell("乙 \u2068א\u2069 ①½ﬁ", "ascii") == "? ? 11/2fi"
    latin = "".join(sign for sign in map(chr, range(0xA0, 0x250)) if unicodedata.decomposition(sign))
    assert spell(latin, "ascii").count("?") < 8


def test_a_report_of_somebody_who_types_all_signs_is_shown_on_any_console(
    report_of: Callable[..., Report], typed_everywhere: Callable[[str], Assessment]
) -> None:
    for line in said(report_of(typed_everywhere("€ – ë")), 30):
        line.encode("cp437", spelling("cp437"))


def test_an_old_console_shows_more_and_less_without_a_sign_of_counting() -> None:
    assert spell("▲2,30 ▼1,20", "cp850") == "^2,30 v1,20"
