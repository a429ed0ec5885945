"""The sheets for the table as a PDF: how large they and their letters are, and what stands on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.house_style import PLAIN
from poolwijzer.formats.registry import Theme, render_handout
from poolwijzer.report.handout.build import make_handout
from poolwijzer.report.handout.model import Paper
from tests.formats.pdf.reading import stretches_of, told
from tests.report.richest import richest

ON = date(2026, 11, 28)
SIZES: dict[Paper, tuple[float, float]] = {"a3": (1190.55, 841.89), "a4": (841.89, 595.28)}
"""Lying on their side, in points."""
MOST_SIDES: dict[Paper, int] = {"a3": 4, "a4": 8}
LONG = "de Gemeenschappelijke Regeling Samenwerking Kempengemeenten en Omgevingsdienst Zuidoost-Brabant"
Make = Callable[..., Assessment]


def pdf_of(content: Content, assessment: Assessment | None, paper: Paper, theme: Theme | None = None) -> bytes:
    return render_handout(".pdf", make_handout(content, assessment, ON, paper), theme or Theme())


@pytest.fixture(scope="module", params=["algemeen", "lange namen", "rijkste"])
def given(request: pytest.FixtureRequest, content: Content, assessment_of: Make) -> Assessment | None:
    if request.param == "algemeen":
        return None
    if request.param == "rijkste":
        return richest(content)
    body = {"verband": {"kind": "gr", "name": LONG, "number": "enkelvoud"}}
    return assessment_of(municipalities=["Bladel", "Reusel-De Mierden", "Bergeijk"], context=body)


@pytest.mark.parametrize("paper", SIZES)
def test_it_lies_on_its_side_on_that_paper_in_few_sides(
    paper: Paper, given: Assessment | None, content: Content
) -> None:
    said = told(pdf_of(content, given, paper), "pdfinfo")
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", said)
    assert size
    assert (float(size[1]), float(size[2])) == pytest.approx(SIZES[paper], abs=0.1)
    sides = re.search(r"Pages: +(\d+)", said)
    assert sides
    assert int(sides[1]) <= MOST_SIDES[paper]
    assert "Tagged:          yes" in said


@pytest.mark.parametrize("paper", SIZES)
def test_no_letter_is_too_small_for_the_table(paper: Paper, given: Assessment | None, content: Content) -> None:
    found = [one for one in stretches_of(pdf_of(content, given, paper)) if one.text]
    assert min(one.size for one in found) >= 10.9
    large = [
        one for one in found if paper == "a4" or one.text in ("Behoeften ophalen", "a", "5", "f9.\u00a0Gelijke delen")
    ]
    large += [one for one in found if one.text.startswith(("1. ", "Plak een sticker", "Hoe ging het?"))]
    assert len(large) > 5
    assert min(one.size for one in large) >= (13.9 if paper == "a3" else 10.9)


def test_everything_stands_on_it(content: Content, examples: Path) -> None:
    handout = make_handout(content, None, ON)
    said = " ".join(told(render_handout(".pdf", handout, Theme()), "pdftotext", "-raw").split())
    for option in content.options.values():
        assert option.title in said
    for words in ("Geen plek is beter dan een andere.", "zoals b4", "weet niet", "anders, namelijk", "Wat viel op?"):
        assert words in said
    assert "Werkblad, 28 november 2026" in said


@pytest.mark.parametrize("paper", SIZES)
def test_who_comes_in_finds_the_table_of_a_group_by_its_sheets(
    paper: Paper, content: Content, assessment_of: Make
) -> None:
    made = make_handout(content, assessment_of(), ON, paper, "Groep 12")
    data = render_handout(".pdf", made, Theme())
    found = [one for one in stretches_of(data) if one.text == "Groep 12"]
    assert {one.page for one in found} >= {1, 2}
    assert min(one.size for one in found) >= 17.9
    assert told(data, "pdftotext", "-raw").count("Groep 12 · Werkblad") == int(
        re.findall(r"Pages: +(\d+)", told(data, "pdfinfo"))[0]
    )


def test_without_a_house_style_it_is_black_and_white(content: Content) -> None:
    colours = {one.colour for one in stretches_of(pdf_of(content, None, "a4"))}
    assert all(len({colour[1:3], colour[3:5], colour[5:7]}) == 1 for colour in colours)


def test_a_house_style_gives_its_name_and_its_colour(content: Content) -> None:
    style = PLAIN._replace(name="Gemeente Heuvelzoom", accent="#7a0019")
    found = stretches_of(pdf_of(content, None, "a4", Theme(style)))
    assert "#7a0019" in {one.colour for one in found if one.text == "Gemeente Heuvelzoom"}
    grey = stretches_of(pdf_of(content, None, "a4", Theme(style, gray=True)))
    assert "#7a0019" not in {one.colour for one in grey}


def test_a_draft_says_so_on_every_side(content: Content) -> None:
    data = pdf_of(content, None, "a3", Theme(draft=True))
    assert told(data, "pdftotext", "-raw").count("Concept") == 4
    assert told(data, "pdftotext").count("Werkblad (concept), 28 november 2026") == 4
    assert "(concept)" in told(data, "pdfinfo")


@pytest.mark.parametrize("name", ["😀 team", "שלום \u202e om", "W" * 400, "中文的名字", "#let x = [*a*] $1$ \\ <b>"])
def test_whatever_somebody_called_it_stands_on_it_as_text(name: str, content: Content, assessment_of: Make) -> None:
    body = {"verband": {"kind": "gr", "name": name, "number": "enkelvoud"}}
    given = assessment_of(context=body)
    given = given.model_copy(update={"initiative": given.initiative.model_copy(update={"name": name})})
    assert pdf_of(content, given, "a3").startswith(b"%PDF")


def test_the_same_gives_the_same_bytes(content: Content) -> None:
    assert pdf_of(content, None, "a3") == pdf_of(content, None, "a3")
