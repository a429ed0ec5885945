"""What helps is told in the words of a page: its own buttons, and where a command is needed that it is."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from poolwijzer.browser.told import ONLY_THERE
from tests.browser.files.desks import Page, RefusedError
from tests.editions.browser.driving import sent_by


def lay(page: Page, name: str, data: bytes) -> None:
    page.put(f"{page.call('merge.begin')['folder']}/{name}", data)


def test_an_option_is_called_by_its_place_in_the_page(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example)
    lay(page, "tabel.csv", b"gemeente;m1;weet niet\nVoorbeeldwold;4;1\n")

    with pytest.raises(RefusedError) as refused:
        page.call("merge.look", agree=True)

    assert refused.value.lines == [
        "Meer keuzes: Dit kan alleen bij een tabel met aantallen. "
        "Kies bij 'Meer keuzes' dat een rij aantallen per antwoord is."
    ]


@pytest.mark.parametrize(
    ("rows", "table", "told"),
    [
        (None, "stelling;1;2;3;4;5\nm1;0;1;2;3;1\n", "Kies bij 'Meer keuzes' dat een rij aantallen per antwoord is."),
        ("counts", "gemeente;m1\nVoorbeeldwold;4\n", "Kies bij 'Meer keuzes' dat een rij een respondent is."),
        (None, "naam;m1\nVoorbeeldwold;4\n", "Noem de kolom met hun namen dan 'gemeente'."),
        (None, "gemeente;m1\nAssen;4\n", "Zet de naam dan in het gesprek bij 'Welke gemeenten doen mee?'."),
    ],
)
def test_a_table_that_is_not_taken_says_what_to_choose_here(
    page: Page, example: bytes, rows: str | None, table: str, told: str
) -> None:
    page.open("plan.yaml", example)
    lay(page, "tabel.csv", table.encode())

    hint = page.call("merge.look", rows=rows)["refused"][0]["hint"]

    assert hint.endswith(told)


def test_what_takes_a_command_says_where_that_is(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example)
    lay(page, "tabel.csv", b"naam;onze eigen vraag\nPiet;eens\n")

    (told,) = page.call("merge.look")["refused"]

    assert "poolwijzer tables map" in told["hint"]
    assert told["hint"].endswith(ONLY_THERE)


def test_what_is_packed_too_large_is_to_be_chosen_as_a_folder(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for number in range(501):
            package.writestr(f"{number}.txt", "")
    lay(page, "veel.zip", packed.getvalue())

    (told,) = page.call("merge.look")["refused"]

    assert told["hint"] == "Pak het uit, en kies de map."


def test_answers_that_should_be_gone_are_taken_out_in_the_page(page: Page, example: bytes) -> None:
    page.open("plan.yaml", example)
    lay(page, "wold.txt", sent_by("Voorbeeldwold").encode())
    page.call("merge.do")
    page.desk.on = date(2027, 6, 1)

    (told,) = page.call("files.describe")["remarks"]

    assert "Bij 'Antwoorden van anderen' haalt u ze eruit, bij 'Meer keuzes'." in told["hint"]
    assert "--" not in told["hint"]
    page.call("merge.begin")
    page.call("merge.do", delete_expired=True)
    assert page.call("files.describe")["remarks"] == []
