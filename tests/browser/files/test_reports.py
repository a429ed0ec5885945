"""Reports in a page: the bytes of the command line, and a Word report whose pictures the browser draws."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.browser.files.desks import Page, RefusedError
from tests.formats.logo.pictures import png

PNG = b"\x89PNG\r\n\x1a\n" + b"getekend door de browser"
STYLE = b"name: Gemeente Voorbeeldstad\naccent: '#7a1f5c'\n"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The edition without the compiler of PDFs."""
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.setattr("poolwijzer.browser.files.reports.find_spec", lambda name: None)


def by_command(command_line: Callable[..., Any], raw: bytes, suffix: str, *options: str) -> bytes:
    """The same by the command line."""
    Path("plan.yaml").write_bytes(raw)
    found = command_line("advise", "plan.yaml", "--date", "2026-11-01", "-o", f"uit{suffix}", *options)
    assert found.exit_code == 0, found.stderr
    return Path(f"uit{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".html", ".md", ".json", ".svg"])
@pytest.mark.usefixtures("small")
def test_text_formats_equal_those_of_the_command_line(
    page: Page, example: bytes, command_line: Callable[..., Any], suffix: str
) -> None:
    page.open("plan.yaml", example)

    assert page.report(suffix) == by_command(command_line, example, suffix)


def test_options_come_to_the_same(page: Page, example: bytes, command_line: Callable[..., Any]) -> None:
    page.open("plan.yaml", example)
    Path("stijl.yaml").write_bytes(STYLE)
    (place,) = page.call("reports.place_for_style", names=["stijl.yaml"])
    page.put(place, STYLE)
    style = page.call("reports.take_style", names=["stijl.yaml"])

    assert style["organisation"] == "Gemeente Voorbeeldstad"
    made = page.report(".html", depth="volledig", draft=True, gray=True, explain=True, style=style["style"])
    asked = ("--depth", "volledig", "--draft", "--gray", "--explain", "--style", "stijl.yaml")
    assert made == by_command(command_line, example, ".html", *asked)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_the_large_edition_writes_the_same_documents(
    page: Page, example: bytes, command_line: Callable[..., Any], suffix: str
) -> None:
    page.open("plan.yaml", example)

    assert page.report(suffix, depth="kort") == by_command(command_line, example, suffix, "--depth", "kort")


@pytest.mark.usefixtures("small")
def test_a_word_report_asks_the_browser_for_its_pictures(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example.replace(b"Lagewold", "Lagewöld 你好".encode()))

    wanted = page.call("reports.make", suffix=".docx", on="2026-11-01")["wanted"]
    for one in wanted:
        assert one["svg"].startswith("<svg")
        page.put(page.call("reports.place_for_picture", name=one["name"])["path"], PNG + one["name"].encode())
    data = page.report(".docx", pictures=[one["name"] for one in wanted])

    with zipfile.ZipFile(BytesIO(data)) as document:
        pictures = [document.read(name) for name in document.namelist() if name.endswith(".png")]
        text = document.read("word/document.xml").decode("utf-8")
    assert pictures
    assert all(picture.startswith(PNG) for picture in pictures)
    assert "Lagewöld 你好" in text


@pytest.mark.slow
def test_a_word_report_differs_from_that_of_the_command_line_in_its_pixels_alone(
    page: Page, example: bytes, command_line: Callable[..., Any], request: pytest.FixtureRequest
) -> None:
    other = by_command(command_line, example, ".docx", "--depth", "kort")
    request.getfixturevalue("small")
    page.open("plan.yaml", example)
    wanted = page.call("reports.make", suffix=".docx", depth="kort", on="2026-11-01")["wanted"]
    for one in wanted:
        page.put(page.call("reports.place_for_picture", name=one["name"])["path"], PNG + one["name"].encode())
    made = page.report(".docx", depth="kort", pictures=[one["name"] for one in wanted])

    def parts(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(BytesIO(data)) as document:
            return {name: document.read(name) for name in document.namelist() if not name.endswith(".png")}

    # The name of a picture may tell what is in it.
    named = {name: re.sub(rb"[0-9a-f]{16,}", b"", part) for name, part in parts(made).items()}
    assert named == {name: re.sub(rb"[0-9a-f]{16,}", b"", part) for name, part in parts(other).items()}


@pytest.mark.usefixtures("small")
def test_the_small_edition_offers_no_pdf_and_the_large_one_does(page: Page) -> None:
    def offered(**how: bool) -> set[str]:
        return {one["suffix"] for one in page.call("reports.kinds", **how)}

    assert offered(typesets=True) - offered() == {".pdf"}


def test_too_few_respondents_for_an_anonymous_report(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example)

    with pytest.raises(RefusedError, match="Een anoniem advies kan vanaf 5 respondenten"):
        page.report(".html", mode="anonymous")


def test_nothing_is_made_of_nothing(page: Page) -> None:
    with pytest.raises(RefusedError, match="nog geen initiatief open"):
        page.report(".html")


def test_of_an_initiative_without_answers_there_is_nothing_to_report(page: Page) -> None:
    page.open("leeg.yaml", b"poolwijzer: 1\ninitiative: {id: leeg, name: Leeg}\n")

    with pytest.raises(RefusedError, match=r"^leeg\.yaml: Er is nog te weinig ingevuld"):
        page.report(".html")


def test_a_house_style_that_cannot_be_used_is_told_with_its_line(page: Page) -> None:
    raw = b"name: Geel\naccent: '#ffff00'\n"
    (place,) = page.call("reports.place_for_style", names=["geel.yaml"])
    page.put(place, raw)

    with pytest.raises(RefusedError, match=r"^geel\.yaml:2:\d+: De kleur #ffff00"):
        page.call("reports.take_style", names=["geel.yaml"])
    with pytest.raises(RefusedError, match="geen bestand met een huisstijl"):
        page.call("reports.take_style", names=["logo.png"])


def test_a_logo_of_an_earlier_house_style_comes_in_no_other(page: Page) -> None:
    for place in page.call("reports.place_for_style", names=["stijl.yaml", "logo.png"]):
        page.put(place, STYLE if place.endswith("yaml") else png(90, 30))
    page.call("reports.take_style", names=["stijl.yaml", "logo.png"])
    (place,) = page.call("reports.place_for_style", names=["ander.yaml"])
    page.put(place, b"name: Een ander\nlogo: logo.png\n")

    with pytest.raises(RefusedError, match=r"^ander\.yaml:2:7: Het logo 'logo\.png' is niet te gebruiken"):
        page.call("reports.take_style", names=["ander.yaml"])
