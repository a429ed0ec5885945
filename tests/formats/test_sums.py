"""Rows of a table that add up others stand out in every format, also in black and white."""

from __future__ import annotations

import io
from io import StringIO

import docx
from rich.console import Console

from poolwijzer.formats import markdown
from poolwijzer.formats.html import writer as html
from poolwijzer.formats.terminal import show_report
from poolwijzer.formats.word import writer as word
from poolwijzer.report.model import Report, Section, Table

ROWS = (("Assen", "€ 1,00"), ("Emmen", "€ 2,00"), ("Samen", "€ 3,00"))
REPORT = Report(
    "Titel", "Onder", (Section("x", "X", (Table("Wie", ("Wie", "Bedrag"), ROWS, frozenset({1}), frozenset({2})),)),)
)


def test_a_sum_is_bold_in_text_and_on_a_screen_and_other_rows_are_not() -> None:
    assert "| Emmen | € 2,00 |\n| **Samen** | **€ 3,00** |" in markdown.render(REPORT).decode()
    page = html.render(REPORT).decode()
    assert page.count('<tr class="som">') == 1
    assert '<tr class="som"><th scope="row">Samen' in page
    screen = StringIO()
    show_report(
        REPORT, Console(file=screen, width=60, force_terminal=True, color_system="standard", legacy_windows=False)
    )
    bold = [line for line in screen.getvalue().splitlines() if "\x1b[1m" in line]
    assert any("Samen" in line for line in bold)
    assert not any("Emmen" in line for line in bold)


def test_a_sum_is_bold_under_a_line_in_word() -> None:
    table = docx.Document(io.BytesIO(word.render(REPORT))).tables[0]
    bold = [[bool(run.bold) for cell in row.cells for run in cell.paragraphs[0].runs] for row in table.rows]
    lined = [row._tr.xpath("count(.//w:tcBorders/w:top)") for row in table.rows]
    assert bold[2:] == [[False, False], [True, True]]
    assert lined == [0, 0, 0, 2]
