"""Own menus in a page: unpacked safely, checked as on the command line, and back to those of before."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.files.desks import Page, RefusedError

FORM = "componenten/financiering.yaml"


@pytest.fixture
def component(page: Page) -> bytes:
    """A change in a title, as a file over the shipped one."""
    option = next(iter(page.desk.content.components["financiering"].options))
    return f"options:\n  {option}: {{title: Onze eigen naam}}\n".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return held.getvalue()


def take(page: Page, name: str, files: dict[str, bytes]) -> Any:
    page.put(page.call("files.place", name=name)["path"], zipped(files))
    return page.call("menus.take_zip", name=name)


def titles(page: Page) -> list[str]:
    return [one["title"] for card in page.call("card.list")["components"] for one in card["options"]]


@pytest.mark.parametrize("top", ["", "onze-menus/"])
def test_menus_from_a_zip_are_used_and_put_away_again(page: Page, component: bytes, top: str) -> None:
    before = page.call("menus.tell")

    told = take(page, "onze-menus.zip", {f"{top}{FORM}": component, f"{top}lees.mij": b"x"})

    assert told["own"] == "onze-menus"
    assert told["hash"] != before["hash"]
    assert "Onze eigen naam" in titles(page)
    assert page.call("menus.use_shipped") == before
    assert "Onze eigen naam" not in titles(page)


def test_menus_from_a_folder(page: Page, component: bytes) -> None:
    folder = page.call("menus.begin", name="Onze menu's")["folder"]
    page.put(f"{folder}/{FORM}", component)

    assert page.call("menus.take_folder", name="Onze menu's")["own"] == "Onze menu's"
    assert "Onze eigen naam" in titles(page)


def test_wrong_menus_are_told_as_on_the_command_line_and_not_used(page: Page, command_line: Callable[..., Any]) -> None:
    wrong = {"menus/componenten/financiering.yaml": b"options:\n  nieuw: {titel: x}\n", "menus/fieten.yaml": b"a: 1\n"}
    for name, data in wrong.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)
    told = command_line("menu", "list", "--menus", "menus").stderr.splitlines()

    with pytest.raises(RefusedError) as refused:
        take(page, "menus.zip", wrong)

    assert refused.value.lines == told != []
    assert page.call("menus.tell")["own"] == ""


@pytest.mark.parametrize("name", ["../typologie.yaml", "/werk/typologie.yaml", "C:\\typologie.yaml", "a/../../b.yaml"])
def test_no_name_in_a_zip_leads_out_of_its_folder(page: Page, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*.yaml"))

    with pytest.raises(RefusedError, match="naar een andere map leidt"):
        take(page, "menus.zip", {name: b"version: 9\n"})

    assert sorted(tmp_path.rglob("*.yaml")) == before


def test_a_zip_that_unpacks_to_too_much_is_refused(page: Page) -> None:
    with pytest.raises(RefusedError, match="veel te groot"):
        take(page, "menus.zip", {"typologie.yaml": b" " * (9 * 1024 * 1024)})
    with pytest.raises(RefusedError, match="geen menubestand"):
        take(page, "menus.zip", {"lees.txt": b"x"})
    page.put(page.call("files.place", name="stuk.zip")["path"], b"PK\x03\x04stuk")
    with pytest.raises(RefusedError, match="stuk"):
        page.call("menus.take_zip", name="stuk.zip")


def test_what_is_open_goes_on_with_other_menus(page: Page, example: bytes, component: bytes) -> None:
    opened = page.open("plan.yaml", example)

    take(page, "menus.zip", {FORM: component})

    told = page.call("files.describe")
    assert {name: told[name] for name in ("name", "path", "id")} == {
        name: opened[name] for name in ("name", "path", "id")
    }


def test_a_title_cannot_turn_a_line_around(page: Page, component: bytes) -> None:
    take(page, "onze-menus.zip", {FORM: component.replace(b"Onze eigen naam", b'"Onze\\u202Enaam"')})

    assert "Onze\u202enaam" not in titles(page)
    (found,) = [title for title in titles(page) if title.startswith("\u2068Onze")]
    assert found.endswith("\u2069")
