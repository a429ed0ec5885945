"""Reports, own menus and the other views in the page: the same bytes, the same problems, and without barriers."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from poolwijzer.cli.app import app
from tests.barriers import barriers
from tests.editions.browser.driving import EXAMPLE, LARGE, download, go, press, put, sent_by, start
from tests.formats.logo.pictures import png

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
ON = "2026-11-01"
VIEWS = ("Begin", "Verslagen", "Antwoorden van anderen", "Menukaart", "Over")
WINDOWS = ((1280, 800), (1024, 768), (360, 740))


def by_command(folder: Path, suffix: str, depth: str, *options: str) -> bytes:
    """The same by the command line."""
    made = folder / f"uit{suffix}"
    asked = ["advise", str(EXAMPLE), "--date", ON, "-o", str(made), "--depth", depth, *options, "--force"]
    assert CliRunner().invoke(app, asked).exit_code == 0
    return made.read_bytes()


def by_page(page: Page, suffix: str, depth: str) -> bytes:
    go(page, "Verslagen")
    page.get_by_label("Soort").select_option(suffix)
    if page.get_by_label("Hoe uitgebreid").count():
        page.get_by_label("Hoe uitgebreid").select_option(depth)
    page.get_by_label("Datum van het advies").fill(ON)
    return download(page, press(page, "Maken en downloaden"))[1]


@pytest.fixture(autouse=True)
def example(small: Page) -> None:
    """An example is open."""
    go(small, "Begin")
    press(small, "Voorbeeldregio Lagewold")()
    small.get_by_role("heading", name="Open: Voorbeeldregio Lagewold").wait_for()


def test_text_formats_equal_those_of_the_command_line(small: Page, tmp_path: Path) -> None:
    for suffix in (".html", ".md", ".json", ".svg"):
        assert by_page(small, suffix, "gewoon") == by_command(tmp_path, suffix, "gewoon"), suffix


def test_a_house_style_with_a_logo_comes_to_the_same_bytes(small: Page, tmp_path: Path) -> None:
    style = {
        "stijl.yaml": b"name: Gemeente Voorbeeldstad\nlogo: logo.png\naccent: '#7a1f5c'\n",
        "logo.png": png(90, 30),
    }
    for name, data in style.items():
        (tmp_path / name).write_bytes(data)
    go(small, "Begin")
    go(small, "Verslagen")
    small.get_by_text("Hoe het eruitziet").click()

    put(small, "Huisstijl kiezen", *style.items())

    small.get_by_text("Huisstijl: Gemeente Voorbeeldstad, met logo").wait_for()
    made = by_page(small, ".html", "kort")
    assert made == by_command(tmp_path, ".html", "kort", "--style", str(tmp_path / "stijl.yaml"))
    go(small, "Over")
    go(small, "Verslagen")
    small.get_by_text("Hoe het eruitziet").click()
    press(small, "Zonder huisstijl")()  # it is there until it is put away
    assert small.locator("summary:focus").count() == 1


def test_all_formats_of_the_large_page_equal_those_of_the_command_line(
    edition: Path, chromium: Browser, tmp_path: Path
) -> None:
    context = chromium.new_context(offline=True, locale="nl-NL")
    large = start(context.new_page(), edition / LARGE)
    press(large, "Voorbeeldregio Lagewold")()
    for suffix in (".html", ".docx", ".pdf"):
        assert by_page(large, suffix, "kort") == by_command(tmp_path, suffix, "kort"), suffix
    context.close()


def test_a_word_report_of_the_small_page_has_pictures_that_the_browser_drew(small: Page, tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(io.BytesIO(by_page(small, ".docx", "kort"))) as made,
        zipfile.ZipFile(io.BytesIO(by_command(tmp_path, ".docx", "kort"))) as other,
    ):
        assert made.namelist() == other.namelist()
        for name in made.namelist():
            one, same = made.read(name), other.read(name)
            if not name.endswith(".png"):
                assert one == same, name
                continue
            size = slice(16, 24)  # how wide and how high, at the beginning of a picture
            wide, high = (
                abs(int.from_bytes(one[size][at : at + 4]) - int.from_bytes(same[size][at : at + 4])) for at in (0, 4)
            )
            assert max(wide, high) <= 2
            assert len(one) > 5_000


def test_a_report_shows_in_the_page_as_it_will_be_and_its_links_work(small: Page) -> None:
    go(small, "Verslagen")
    small.get_by_label("Soort").select_option(".html")
    small.get_by_label("Hoe uitgebreid").select_option("gewoon")
    press(small, "Hier bekijken")()
    report = small.frame_locator("iframe.blad")
    report.get_by_role("heading", name="Voorbeeldregio Lagewold", level=1).wait_for()

    report.get_by_role("link", name="Afspraken", exact=True).first.click()

    told = "const d = document.querySelector('iframe').contentDocument; "
    assert small.evaluate(f"() => {{ {told} return d.querySelector(':target') === d.activeElement; }}")
    assert small.evaluate(f"() => {{ {told} return d.compatMode; }}") == "CSS1Compat"
    assert (
        small.evaluate(f"() => {{ {told} return getComputedStyle(d.querySelector('main h2')).borderBottomWidth; }}")
        == "2px"
    )


def test_own_menus_from_a_zip_are_used_checked_and_put_away(small: Page) -> None:
    def packed(text: str) -> bytes:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as package:
            package.writestr("onze menu's/componenten/financiering.yaml", text)
        return held.getvalue()

    go(small, "Menukaart")
    small.get_by_text("Eigen menu's gebruiken").click()
    put(small, "Een zip kiezen", ("fout.zip", packed("options:\n  provincie-direct: {titel: Anders}\n")))
    small.locator("[role=alert] li").first.wait_for()
    assert small.locator("[role=alert] code").first.inner_text().startswith("fout/componenten/financiering.yaml:2:")
    press(small, "Sluiten")()

    put(small, "Een zip kiezen", ("onze.zip", packed("options:\n  provincie-direct: {title: Onze eigen naam}\n")))
    small.get_by_text("In gebruik: uw eigen menu's uit onze").first.wait_for()
    small.get_by_text("Financiering: ").click()
    press(small, "Onze eigen naam")()
    small.frame_locator("iframe.blad").get_by_role("heading", name="Onze eigen naam", level=1).wait_for()
    press(small, "Terug naar de gewone menu's")()
    small.locator("#kop-eigen:focus").wait_for()
    small.get_by_text("In gebruik: de menu's die bij Poolwijzer horen").wait_for()


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_holds_no_barriers_and_no_sideways_scrolling(small: Page, name: str) -> None:
    go(small, name)
    if name == "Verslagen":
        press(small, "Hier bekijken")()
        small.locator("iframe.blad").wait_for()
    if name == "Antwoorden van anderen":
        put(small, "Bestanden kiezen", ("wold.txt", sent_by("Voorbeeldwold").encode()), ("niets.txt", b"Tot morgen!"))
        press(small, "Bekijken wat er verandert")()
        small.get_by_role("heading", name="Niet overgenomen").wait_for()
        small.get_by_label("Of plak hier").fill("Een halve mail")
        press(small, "Bekijken wat er verandert")()
        go(small, "Over")  # before what was asked is there
        go(small, name)
        assert small.get_by_label("Of plak hier").input_value() == "Een halve mail"
        assert not small.get_by_role("alert").count()
        press(small, "Bekijken wat er verandert")()
        small.get_by_role("heading", name="Niet overgenomen").wait_for()
    if name == "Menukaart":
        small.get_by_label("Zoek een woord op de menukaart").fill("strippenkaart")
        press(small, "Zoeken")()
        small.get_by_text("Opties: ").wait_for()
    if name == "Over":
        small.get_by_text("Controlesom van de menu's").wait_for()
    small.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    for width, height in WINDOWS:
        small.set_viewport_size({"width": width, "height": height})
        assert small.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        low = "[...document.querySelectorAll('main button, main select, main input:not([hidden]), header button')]"
        low += ".filter((one) => one.checkVisibility() && !one.closest('label.vinkje'))"
        low += ".filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"
        assert small.evaluate(low) == []
        assert barriers(small, again=(width, height) != WINDOWS[0]) == []
