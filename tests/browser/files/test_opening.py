"""Opening the file of an initiative in a page: read as the command line reads it, and nothing lost by a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.files.desks import Page, RefusedError
from tests.editions.browser.driving import sent_by

BAD = "poolwijzer: 1\ninitiative: {id: a b, name: x}\nanswers: {m1: 9, zz: 2}\n"


def test_a_file_is_opened_byte_for_byte(page: Page, example: bytes) -> None:
    raw = b"\xef\xbb\xbf" + example.replace(b"\n", b"\r\n") + b"own: {van: ons}\r\n"

    told = page.open("Plan voor Lagewold.yaml", raw)

    assert Path(told["path"]).read_bytes() == raw
    assert (told["name"], told["id"], told["begun"]) == ("Plan voor Lagewold.yaml", "voorbeeldregio-lagewold", True)


def test_all_that_is_wrong_is_told_as_on_the_command_line(page: Page, command_line: Callable[..., Any]) -> None:
    Path("plan.yaml").write_text(BAD, encoding="utf-8")
    told = command_line("advise", "plan.yaml", "--date", "2026-11-01").stderr.splitlines()

    with pytest.raises(RefusedError) as refused:
        page.open("plan.yaml", BAD.encode())

    assert refused.value.lines == told
    assert len(told) == 3


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("groot.yaml", b"# " + b"x" * (2 * 1024 * 1024)),
        ("latijn.yaml", "poolwijzer: 1\n# caf\xe9\n".encode("latin-1")),
        ("leeg.yaml", b""),
        ("nieuwer.yaml", b"poolwijzer: 99\ninitiative: {id: a, name: A}\n"),
        ("plaatje.yaml", b"\x89PNG\r\n\x1a\n\0\0"),
        ("kapot.json", b'{"poolwijzer": 1,'),
    ],
)
def test_what_is_no_initiative_gets_the_same_words(
    page: Page, command_line: Callable[..., Any], name: str, raw: bytes
) -> None:
    Path(name).write_bytes(raw)
    told = command_line("advise", name).stderr.splitlines()

    with pytest.raises(RefusedError) as refused:
        page.open(name, raw)

    # Only where a command or an installation would help, the page says what does here.
    assert refused.value.lines == [
        line.replace("Installeer de nieuwste versie.", "Zoek een nieuwere uitgave van Poolwijzer.") for line in told
    ]
    assert told


def test_answers_of_somebody_else_say_where_they_go(page: Page) -> None:
    with pytest.raises(RefusedError) as refused:
        page.open("antwoord.txt", b"Dag! Hier is het.\r\n" + sent_by("Voorbeeldwold").encode())

    assert refused.value.lines == [
        "antwoord.txt: Dit zijn antwoorden op de vragenlijst, en geen initiatief. "
        "Open eerst het bestand van het initiatief, en kies dan 'Antwoorden van anderen'."
    ]


@pytest.mark.parametrize(("name", "raw"), [("export.XLSX", b"PK\x03\x04\0"), ("export.csv", b"Gemeente;m1\nAssen;4\n")])
def test_an_export_of_a_survey_says_where_it_goes(page: Page, name: str, raw: bytes) -> None:
    with pytest.raises(RefusedError) as refused:
        page.open(name, raw)

    assert refused.value.lines == [
        f"{name}: Dit is een tabel, en geen bestand van een initiatief. "
        "Open eerst het bestand van het initiatief, en kies dan 'Antwoorden van anderen'."
    ]


def test_names_cannot_turn_a_line_around(page: Page, example: bytes) -> None:
    name = b'name: "Lagewold\\u202Elmay"'
    told = page.open("plan\u202elmay.exe.yaml", example.replace(b"name: Voorbeeldregio Lagewold", name))

    assert told["name"] == "plan_lmay.exe.yaml"
    assert told["title"] != "Lagewold\u202elmay"
    assert told["title"].endswith("\u202c\u2069")  # what it opens is closed behind it


def test_what_was_open_stays_open_where_another_cannot_be_read(page: Page, example: bytes) -> None:
    opened = page.open("plan.yaml", example)

    with pytest.raises(RefusedError):
        page.open("plan.yaml", BAD.encode())

    assert page.call("files.describe") == opened
    assert Path(opened["path"]).read_bytes() == example


def test_a_name_leads_to_no_other_folder(page: Page, example: bytes) -> None:
    for name in ("../../plan.yaml", "C:\\map\\plan.yaml", "/etc/plan.yaml"):
        told = page.open(name, example)
        assert (told["name"], Path(told["path"]).parent) == ("plan.yaml", page.desk.folder)
    assert Path(page.call("files.place", name="..")["path"]).name == "bestand"


def test_remarks_on_a_file_are_told(page: Page, example: bytes) -> None:
    raw = example + b"menus: {version: 0.0.1, hash: " + b"a" * 64 + b"}\n"

    told = page.open("plan.yaml", raw.replace(b"  m16: 2\n", b"  m16: 2\n  oud: 3\n"))

    assert [one["where"].partition(":")[0] for one in told["remarks"]] == ["plan.yaml"] * len(told["remarks"])
    assert "andere menu's" in told["remarks"][0]["message"]


def test_every_example_opens(page: Page) -> None:
    examples = page.call("files.examples")

    assert len(examples) >= 8
    for one in examples:
        assert page.call("files.example", name=one["name"])["title"] == one["title"]


def test_json_is_opened_and_stays_json(page: Page) -> None:
    raw = b'{"poolwijzer": 1, "initiative": {"id": "plan", "name": "Plan"}, "answers": {"m1": 4}}'

    assert page.open("plan.json", raw)["title"] == "Plan"
    page.call("merge.begin")
    assert page.call("merge.do")["changes"] is False
    assert (page.desk.folder / "plan.json").read_bytes() == raw


def test_what_is_no_initiative_says_what_it_is(page: Page) -> None:
    for name, raw, told in (
        ("plan.zip", b"PK\x03\x04\0", "Dit is een zip-bestand, en geen initiatief. Pak het eerst uit."),
        ("film.yaml", b"x: 1\n" * 500_000, "Dit bestand is groter dan 2 MB. Kijk of dit het goede bestand is."),
        ("vreemd.yaml", b"poolwijzer: 1\ninitiative: {id: a, name: A}\nanswers: {zz9: 4}\n", "Kijk of de naam klopt."),
    ):
        with pytest.raises(RefusedError) as refused:
            page.open(name, raw)
        assert told in refused.value.lines[0]
