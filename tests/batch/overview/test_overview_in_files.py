"""The overview in every format: all of it, in order, always the same, and readable on paper and in a browser."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from poolwijzer.batch.overview.report import Overview, build_overview
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.formats.registry import PICTURE_SUFFIX, WHOLE_REPORTS, Theme, render_report
from poolwijzer.report.model import Report
from poolwijzer.tables.row import Row
from tests.batch.made_rows import ON, made_rows, unreadable
from tests.formats.finding import missing_in
from tests.formats.html.reading import read_page
from tests.formats.pdf.reading import pages_of, told
from tests.formats.test_registry import READERS


def report_of(number: int, menus: Content) -> Report:
    overview = Overview()
    for row in (*made_rows(number, menus), *unreadable(3)):
        overview.add(row)
    return build_overview(overview, menus, ON, "0")


@pytest.fixture(scope="module")
def reports() -> dict[int, Report]:
    """Overviews with a legend, with numbers alone, and of nothing."""
    menus = load_menus(None)
    return {number: report_of(number, menus) for number in (0, 3, 30, 300)}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("suffix", WHOLE_REPORTS)
@pytest.mark.parametrize("number", [0, 3, *(pytest.param(number, marks=pytest.mark.slow) for number in (30, 300))])
def test_every_text_of_an_overview_is_in_the_file_in_order(
    suffix: str, number: int, reports: dict[int, Report]
) -> None:
    report = reports[number]
    text = squeezed(READERS[suffix](render_report(suffix, report, Theme())))
    assert not missing_in(text, suffix, report, squeezed)


@pytest.mark.parametrize("suffix", [*WHOLE_REPORTS, PICTURE_SUFFIX])
def test_the_same_overview_gives_the_same_bytes(suffix: str, reports: dict[int, Report]) -> None:
    assert render_report(suffix, reports[30], Theme()) == render_report(suffix, reports[30], Theme())


def test_as_svg_it_is_the_drawing_alone_with_its_legend_if_it_has_one(reports: dict[int, Report]) -> None:
    for number, has_names in ((3, True), (30, True), (300, False)):
        root = ET.fromstring(render_report(PICTURE_SUFFIX, reports[number], Theme()))
        words = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]
        assert root.tag.endswith("svg")
        assert any(words_of.startswith(("Regio ", "Energiepool ")) for words_of in words) == has_names


def test_on_paper_the_head_of_the_table_stands_on_each_of_its_pages_and_every_row_is_there(
    reports: dict[int, Report],
) -> None:
    pages = pages_of(render_report(".pdf", reports[300], Theme()))
    first = next(index for index, page in enumerate(pages) if "Elk initiatief met zijn plek" in page)
    # The contents name it too.
    last = next(at for at, page in enumerate(pages) if at > first and "Aandachtspunten die terugkomen" in page)
    assert last - first > 3
    for page in pages[first:last]:
        assert "Nr." in page and "Betrokkenheid" in page


def test_the_pdf_says_that_it_is_tagged_for_who_cannot_see_it(reports: dict[int, Report]) -> None:
    assert "Tagged:          yes" in told(render_report(".pdf", reports[30], Theme()), "pdfinfo")


def test_in_a_page_the_drawing_is_told_in_words_as_a_table_of_nine_zones(reports: dict[int, Report]) -> None:
    page = read_page(render_report(".html", reports[30], Theme()))
    tables = [one for part in page.all("details") for one in part.all("table")]
    [words] = [one for one in tables if "nummers: " in one.text()]
    cells = [cell.text() for cell in words.all("td")]
    assert sum("nummers: " in cell for cell in cells) >= 4 and any(cell.startswith("In het midden") for cell in cells)
    heads = [cell.text() for cell in words.all("th")]
    assert len(heads) == 6 and {"Motivatie wisselend", "Betrokkenheid wisselend"} < set(heads)


@pytest.mark.slow
def test_twenty_thousand_initiatives_are_gathered_and_written_in_files_of_a_few_megabytes() -> None:
    menus = load_menus(None)
    some = list(made_rows(50, menus))
    overview = Overview()
    for index in range(20_000):
        overview.add(_another(some[index % 50], index))
    report = build_overview(overview, menus, ON, "0")
    sizes = {suffix: len(render_report(suffix, report, Theme())) for suffix in (*WHOLE_REPORTS, PICTURE_SUFFIX)}
    assert all(size < 5 * 2**20 for size in sizes.values())


def _another(row: Row, index: int) -> Row:
    assert row["initiative"] is not None
    return {**row, "file": f"{index}.yaml", "initiative": {**row["initiative"], "name": f"Regio {index}"}}
