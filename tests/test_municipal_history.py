"""Municipalities that are no more: every name and code leads to those of today, and nothing is chosen silently."""

import csv
from collections import defaultdict
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.municipalities import (
    UnknownMunicipality,
    find_municipality,
    fold_name,
    known_municipality,
    list_municipalities,
)

TODAY = {one.code: one for one in list_municipalities()}


def rows(file_name: str) -> list[dict[str, str]]:
    text = files("poolwijzer").joinpath("data", file_name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


FORMER = rows("gemeente-voormalig.csv")
INTO: dict[str, list[str]] = defaultdict(list)
for _row in FORMER:
    INTO[_row["code"]].append(_row["into"])


def heirs(code: str) -> set[str]:
    """The names of today for a code, as followed by hand."""
    if code in TODAY:
        return {TODAY[code].name}
    return {name for into in INTO[code] for name in heirs(into)}


def refused(text: str) -> UnknownMunicipality:
    with pytest.raises(UnknownMunicipality) as caught:
        find_municipality(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "told", "write"),
    [
        ("Leerdam", "Leerdam hoort sinds 1 januari 2019 bij Vijfheerenlanden.", "Vijfheerenlanden"),
        ("Naarden", "Naarden hoort sinds 1 januari 2016 bij Gooise Meren.", "Gooise Meren"),
        ("Muiden", "Muiden hoort sinds 1 januari 2016 bij Gooise Meren.", "Gooise Meren"),
        ("Haren", "Haren hoort sinds 1 januari 2019 bij Groningen.", "Groningen"),
        ("Werkendam", "Werkendam hoort sinds 1 januari 2019 bij Altena.", "Altena"),
        ("Leerdam (Zuid-Holland)", "Leerdam hoort sinds 1 januari 2019 bij Vijfheerenlanden.", "Vijfheerenlanden"),
        ("gemeente Leek", "Leek hoort sinds 1 januari 2019 bij Westerkwartier.", "Westerkwartier"),
        ("Rozenburg", "Rozenburg hoort sinds 18 maart 2010 bij Rotterdam.", "Rotterdam"),
        ("Egmond", "Egmond hoort sinds 1 januari 2001 bij Bergen (NH.).", "Bergen (NH.)"),
        ("Hengelo (Gelderland)", "Hengelo (Gld) hoort sinds 1 januari 2005 bij Bronckhorst.", "Bronckhorst"),
        ("St. Oedenrode", "Sint-Oedenrode hoort sinds 1 januari 2017 bij Meierijstad.", "Meierijstad"),
        ("Nieuwerkerk a/d IJssel", "Nieuwerkerk aan den IJssel hoort sinds 1 januari 2010 bij Zuidplas.", "Zuidplas"),
    ],
)
def test_one_that_went_into_another_is_told_with_the_day_and_asked_back(text: str, told: str, write: str) -> None:
    assert refused(text).message == told
    assert refused(text).hint == f"Doet heel {write} mee? Schrijf dan {write}."


def test_one_that_went_a_longer_way_is_told_where_it_lies_now() -> None:
    assert refused("Ameide").message == (
        "Ameide is sinds 1 januari 1986 geen gemeente meer. Het gebied hoort nu bij Vijfheerenlanden."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Haaren", "2021 geen gemeente meer. Het gebied is verdeeld over Boxtel, Oisterwijk, Tilburg en Vught."),
        ("Winsum", "2019 geen gemeente meer. Het gebied is verdeeld over Het Hogeland en Westerkwartier."),
        ("Maasdonk", "2015 geen gemeente meer. Het gebied is verdeeld over 's-Hertogenbosch en Oss."),
        ("Meerlo-Wanssum", "2010 geen gemeente meer. Het gebied is verdeeld over Horst aan de Maas en Venray."),
        ("Ezinge", "1990 geen gemeente meer. Het gebied hoort nu bij Het Hogeland of Westerkwartier."),
        ("Littenseradiel", "verdeeld over Súdwest-Fryslân, Leeuwarden en Waadhoeke."),
    ],
)
def test_one_that_was_divided_asks_which_of_the_heirs(text: str, told: str) -> None:
    assert told in refused(text).message
    assert refused(text).hint == "Noem de gemeenten die meedoen."


@pytest.mark.parametrize("code", ["GM0003", "gm0003", "0003", "3"])
def test_a_code_of_the_past_is_met_as_the_name_it_stood_for(code: str) -> None:
    assert refused(code).message == (
        f"'{code}' was de code van Appingedam. Appingedam hoort sinds 1 januari 2021 bij Eemsdelta."
    )
    assert "Schrijf dan Eemsdelta." in refused(code).hint


def test_an_answer_in_the_wrong_column_is_no_municipality() -> None:
    for answer in "123456789":
        assert known_municipality(answer) is None


def test_a_name_that_two_had_asks_back_with_both() -> None:
    message = refused("Tienhoven").message
    assert "meer dan één vroegere gemeente met deze naam" in message
    assert "Vijfheerenlanden" in message
    assert "Stichtse Vecht" in message
    assert "Vijfheerenlanden" not in refused("Tienhoven (Utrecht)").message


@pytest.mark.parametrize("name", ["Laren", "Hengelo", "Beek", "Rijswijk", "Stein", "Sluis", "Albrandswaard"])
def test_a_name_that_one_of_today_has_is_that_one(name: str) -> None:
    assert find_municipality(name).code in TODAY


def test_a_mere_rename_is_the_same_municipality() -> None:
    """Whoever had no other parent and took nobody in: the same area under another name."""
    parents: dict[str, set[str]] = defaultdict(set)
    for row in FORMER:
        parents[row["into"]].add(row["code"])
    named = {row["code"]: row["name"] for row in FORMER}
    aliases = [row["alias"] for row in rows("gemeente-aliases.csv") if row["alias"].startswith("GM")]
    assert aliases
    for code in aliases:
        today = find_municipality(code)
        assert INTO[code] == [today.code]
        assert parents[today.code] == {code}
        assert find_municipality(named[code]) == today


@given(st.sampled_from(FORMER))
def test_every_former_name_and_code_leads_to_those_of_today(row: dict[str, str]) -> None:
    expected = heirs(row["code"])
    assert expected
    for text in (row["name"], row["code"], row["code"][2:].lstrip("0")):
        found = known_municipality(text)
        if found is None:
            error = refused(text)
            if text == "Zeeland":
                assert "een provincie" in error.message
                continue
            assert all(name in error.message for name in expected)
            assert date.fromisoformat(row["since"]).strftime("%Y") in error.message
        else:
            # Whoever bears the name now, or the same municipality under another name.
            assert {found.name} == expected or fold_name(found.name.partition(" (")[0]) == fold_name(text)


def test_the_history_has_no_gap_and_no_circle() -> None:
    since = {row["code"]: row["since"] for row in FORMER}
    assert set(since) & set(TODAY) == set()
    for row in FORMER:
        assert row["into"] in TODAY or row["since"] <= since[row["into"]]
        assert heirs(row["code"])


def test_the_table_of_today_is_found_without_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it would cost every start; whoever reads a table of the package, reads it with `read_rows`."""
    from poolwijzer.municipalities import history

    def refuse(file_name: str) -> list[list[str]]:
        raise AssertionError(file_name)

    history._table.cache_clear()
    history._index.cache_clear()
    history.list_former_names.cache_clear()
    monkeypatch.setattr(history, "read_rows", refuse)
    for one in list_municipalities():
        assert find_municipality(one.name) == find_municipality(one.code) == one
    assert known_municipality("Leerdam") is None
    with pytest.raises(UnknownMunicipality, match="een provincie"):
        find_municipality("Drenthe")
