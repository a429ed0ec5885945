"""What is offered for a name that is not found: only what is near, and only what is found when it is written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.municipalities import UnknownMunicipality, find_municipality, known_municipality, list_municipalities

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def hint(text: str) -> str:
    with pytest.raises(UnknownMunicipality) as caught:
        find_municipality(text)
    return caught.value.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Asssen", "Assen"),
        ("Assn", "Assen"),
        ("Hogeveen", "Hoogeveen"),
        ("gemeente Apeldorn", "Apeldoorn"),
        ("Groninegn", "Groningen"),
        ("Den Hag", "Den Haag"),
        ("Hogeland", "Het Hogeland"),
        ("Hoeksewaard", "Hoeksche Waard"),
        ("Bergenopzoom", "Bergen op Zoom"),
        ("Assen?", "Assen"),
    ],
)
def test_a_near_miss_gets_the_name_that_was_meant(text: str, meant: str) -> None:
    assert hint(text) == f"Bedoelde u {meant}?"


@pytest.mark.parametrize(
    "text",
    ["test", "Testgemeente", "test 1", "xxx", "n.v.t.", "-", "geen", "onbekend", "anders", "ja", "Nederland", "???"],
)
def test_what_comes_near_nothing_gets_no_suggestion(text: str) -> None:
    assert "Bedoelde u" not in hint(text)


def test_a_mistyped_former_name_is_met_with_what_became_of_it() -> None:
    assert hint("Leerdan") == (
        "Bedoelde u Leerdam? Leerdam hoort sinds 1 januari 2019 bij Vijfheerenlanden. "
        "Doet heel Vijfheerenlanden mee? Schrijf dan Vijfheerenlanden."
    )


@pytest.mark.parametrize(
    "text",
    [
        "SÃºdwest-FryslÃ¢n",  # as Windows reads it
        "S√∫dwest-Frysl√¢n",  # as a Mac reads it
        "S├║dwest-Frysl├ón",  # as DOS reads it
        "S?dwest-Frysl?n",
        "S\ufffddwest-Frysl\ufffdn",
        "S\ufffd\ufffddwest-Frysl\ufffd\ufffdn",
        "S&uacute;dwest-Frysl&acirc;n",
    ],
)
def test_letters_that_a_wrong_encoding_broke_are_called_so(text: str) -> None:
    assert hint(text) == (
        "Bedoelde u Súdwest-Fryslân? De letters in het bestand zijn beschadigd. Bewaar het bestand opnieuw, als UTF-8."
    )


def test_broken_letters_of_a_former_name_too() -> None:
    assert "Wûnseradiel hoort sinds 1 januari 2011 bij Súdwest-Fryslân." in hint("WÃ»nseradiel")


@given(st.sampled_from(list_municipalities()), st.data())
def test_a_suggestion_is_always_found_when_it_is_written(one: object, data: st.DataObject) -> None:
    name = one.name  # type: ignore[attr-defined]
    spot = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from([*ALPHABET, ""]))
    text = name[:spot] + letter + name[spot + data.draw(st.integers(0, 1)) :]
    try:
        find_municipality(text)
    except UnknownMunicipality as error:
        if (meant := re.fullmatch(r"Bedoelde u (.*)\?", error.hint)) and "provincie" not in error.hint:
            for suggestion in re.split(" of (?=[A-Z'])|, (?=[A-Z'])", meant[1]):
                assert known_municipality(suggestion) or known_municipality(meant[1]), suggestion


def test_no_name_however_long_takes_long() -> None:
    for text in ("gem" + " " * 50_000 + "x", "?" * 50_000, "1" * 50_000 + "x", "gem " * 20_000, "Ã" * 50_000):
        with pytest.raises(UnknownMunicipality):
            find_municipality(text)
