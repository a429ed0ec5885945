"""What leaves a report of a page where not all of it fits: what matters least first, and the reader is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.report.leaving_out import count_least, leave_out
from poolwijzer.report.model import Bullets, Labelled, Line, Paragraph, Report, Section
from poolwijzer.report.sections.importance import ORDER
from poolwijzer.report.texts import texts_of
from tests.report.richest import richest
from tests.roots import ROOT


def text(report: Report) -> str:
    return "\n".join(texts_of(report.sections))


@pytest.fixture(scope="module")
def rich(content: Content, report_of: Callable[..., Report]) -> Report:
    return report_of(richest(content, 5, 5), "kort")


def test_every_next_report_says_less_until_only_what_stays_is_left(rich: Report) -> None:
    lengths = [len(text(leave_out(rich, number))) for number in range(count_least(rich) + 1)]
    assert lengths == sorted(lengths, reverse=True) and lengths[-1] < lengths[0] * 0.6
    assert leave_out(rich, 0) == rich


def test_the_core_of_a_page_stays_whatever_there_is_to_tell(rich: Report) -> None:
    core = leave_out(rich, count_least(rich))
    assert [section.id for section in core.sections] == [
        "kort", "keuzes", "afspraken", "eerste-stappen", "verantwoording"
    ]  # fmt: skip
    assert text(core).count("Waarom: ") == 3 and "Antwoord van de groep" in text(core)


def test_reasons_leave_before_what_was_chosen(rich: Report) -> None:
    told = [text(leave_out(rich, number)) for number in range(count_least(rich) + 1)]
    last = "Looptijd en opschaling"
    shortest = min((one for one in told if last in one), key=len)
    assert shortest.count("Waarom: ") == 3 and "Let op deze datums" not in shortest


def test_what_was_computed_leaves_before_what_the_group_said(rich: Report) -> None:
    gone: dict[str, int] = {}
    for number in range(1, count_least(rich) + 1):
        ids = [section.id for section in leave_out(rich, number).sections]
        for name in ("stappenplan", "methode", "hoort-u-dit", "let-op-datums", "opbrengst"):
            if name not in ids:
                gone.setdefault(name, number)
    assert list(gone) == ["stappenplan", "methode", "hoort-u-dit", "let-op-datums", "opbrengst"]


def test_of_what_matters_as_much_the_last_goes_first_and_what_is_empty_goes_too() -> None:
    lines = tuple(map(Line, "abc"))
    end = Section("eind", "", (Paragraph(Line("eind")),))
    parts = (Section("lijst", "Lijst", (Bullets(lines, leaves=(1, 2, 2)),)), end)
    report = Report("Proef", "", parts, more="Meer elders.")
    told = [text(leave_out(report, number)).split("\n") for number in range(count_least(report) + 1)]
    assert told == [
        ["Lijst", "a", "b", "c", "", "eind"],
        ["Lijst", "a", "b", "", "Meer elders.", "eind"],
        ["Lijst", "a", "", "Meer elders.", "eind"],
        ["", "Meer elders.", "eind"],
    ]


def test_a_report_that_says_already_that_there_is_more_says_it_once(
    report_of: Callable[..., Report], assessment_of: Callable[..., Assessment]
) -> None:
    report = report_of(assessment_of(needs=["Uren."]), "kort")
    assert text(report).count(report.more) == text(leave_out(report, count_least(report))).count(report.more) == 1


def test_rows_of_parts_inside_sections_can_leave() -> None:
    rows = Labelled((("A", Line("a")), ("B", Line("b"))), leaves=(0, 1))
    report = Report("Proef", "", (Section("s", "S", (), (Section("p", "P", (rows,)),)),))
    assert text(leave_out(report, 1)).split("\n") == ["S", "P", "A", "a"]


def test_the_order_is_told_where_reports_are_explained() -> None:
    told = (ROOT / "docs" / "verslagen.md").read_text(encoding="utf-8")
    table = told.partition("| valt weg | waarom dat eerder mag |")[2].partition("\n\n")[0]
    assert len(re.findall(r"^\| \d+\. ", table, re.MULTILINE)) == len(ORDER)


def test_no_page_of_an_example_loses_its_news(report_of: Callable[..., Report], examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        report = report_of(path, "kort")
        core = text(leave_out(report, count_least(report)))
        assert all(title in core for title in ("In het kort", "Sleutelvraag", "De volgende stap")), path.name
