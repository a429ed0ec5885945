"""Looking up municipalities: every case that was gathered with the table, and the table itself."""

import unicodedata
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer import municipalities
from poolwijzer.municipalities import (
    REFERENCE_DATE,
    UnknownMunicipality,
    UnknownRegion,
    credit_population,
    find_in_province,
    find_in_res_region,
    find_municipality,
    fold_name,
    list_municipalities,
    list_planned_changes,
    split_names,
)

SAME_MUNICIPALITY = {
    "GM0518": [
        "'s-Gravenhage",
        "s-Gravenhage",
        "’s-Gravenhage",
        "Den Haag",
        "DEN HAAG",
        "Gemeente Den Haag",
        "The Hague",
    ],
    "GM0796": ["'s-Hertogenbosch", "Den Bosch"],
    "GM1900": [
        "Súdwest-Fryslân",
        "Sudwest-Fryslan",
        "sudwest fryslan",
        unicodedata.normalize("NFD", "Súdwest-Fryslân"),
    ],
    "GM1970": ["Noardeast-Fryslân", "Noardeast-Fryslan"],
    "GM0820": ["Nuenen, Gerwen en Nederwetten", "Nuenen", "Nuenen c.a.", "Nuenen, Gerwen & Nederwetten"],
    "GM0893": ["Bergen (L.)", "Bergen (L)", "Bergen Limburg"],
    "GM0373": ["Bergen (NH.)", "Bergen (NH)", "Bergen NH"],
    "GM0748": ["Bergen op Zoom"],
    "GM0888": ["Beek", "Beek (L.)"],
    "GM1954": ["Beekdaelen"],
    "GM0164": ["Hengelo", "Hengelo (O.)"],
    "GM0417": ["Laren", "Laren (NH.)"],
    "GM0687": ["Middelburg", "Middelburg (Z.)"],
    "GM0603": ["Rijswijk", "Rijswijk (ZH.)"],
    "GM0971": ["Stein", "Stein (L.)"],
    "GM0344": ["Utrecht"],
    "GM0014": ["Groningen"],
    "GM0307": ["Amersfoort"],
    "GM1963": ["Hoeksche Waard"],
    "GM1924": ["Goeree-Overflakkee"],
    "GM1940": ["De Fryske Marren", "De Friese Meren"],
    "GM1979": ["Eemsdelta"],
    "GM1903": ["Eijsden-Margraten"],
    "GM0353": ["IJsselstein", "Ijsselstein"],
    "GM1696": ["Wijdemeren"],
    "GM0106": ["Assen", " assen ", "GM0106", "gm0106", "0106", "106", "GM106", "GM 0106", "106.0"],
    "GM1891": ["Dantumadiel", "Dantumadeel", "GM0065"],
    "GM1719": ["Drimmelen", "Made"],
    "GM0484": ["Alphen a/d Rijn", "Alphen a.d. Rijn", "Alphen aan de Rijn"],
    "GM0845": ["Sint Michielsgestel", "St. Michielsgestel"],
}


RES_REGIONS = {
    "Groningen": (10, 601_347),
    "Friesland": (18, 661_904),
    "Drenthe": (12, 504_129),
    "Twente": (14, 640_806),
    "West-Overijssel": (11, 548_227),
    "Flevoland": (6, 450_826),
    "Achterhoek": (8, 302_458),
    "Arnhem-Nijmegen": (16, 764_138),
    "Foodvalley": (8, 379_835),
    "Noord-Veluwe": (7, 192_104),
    "Fruitdelta Rivierenland": (8, 255_655),
    "Stedendriehoek": (7, 350_309),
    "Amersfoort": (7, 313_291),
    "U16": (16, 991_338),
    "Noord-Holland Noord": (17, 692_944),
    "Noord-Holland Zuid": (27, 2_283_543),
    "Alblasserwaard": (2, 83_942),
    "Drechtsteden": (7, 297_148),
    "Goeree-Overflakkee": (1, 51_867),
    "Hoeksche Waard": (1, 90_256),
    "Holland Rijnland": (13, 590_223),
    "Midden-Holland": (5, 251_955),
    "Rotterdam-Den Haag": (21, 2_475_069),
    "Zeeland": (13, 391_634),
    "Hart van Brabant": (9, 477_692),
    "Metropoolregio Eindhoven": (21, 809_176),
    "Noordoost-Brabant": (10, 630_888),
    "West-Brabant": (16, 726_983),
    "Noord- en Midden-Limburg": (15, 532_965),
    "Zuid-Limburg": (16, 600_290),
}
PROVINCES = {
    "Drenthe": (12, 504_129),
    "Flevoland": (6, 450_826),
    "Fryslân": (18, 661_904),
    "Gelderland": (51, 2_149_071),
    "Groningen": (10, 601_347),
    "Limburg": (31, 1_133_255),
    "Noord-Brabant": (56, 2_644_739),
    "Noord-Holland": (44, 2_976_487),
    "Overijssel": (25, 1_189_033),
    "Utrecht": (26, 1_400_057),
    "Zeeland": (13, 391_634),
    "Zuid-Holland": (50, 3_840_460),
}


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code, texts in SAME_MUNICIPALITY.items() for text in texts]
)
def test_a_municipality_is_found_by_whatever_people_call_it(text: str, code: str) -> None:
    assert find_municipality(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "gem. Assen",
        "Gem Assen",
        "gem.Assen",
        "gemeente Assen",
        "de gemeente Assen",
        "Gemeente: Assen",
        "Assen (gemeente)",
        "Assen, gemeente",
        "Assen (gem.)",
        "Assen (Drenthe)",
        "Assen, Drenthe",
        "\ufeffAssen\u200b",
        "As\u00adsen",
    ],
)
def test_what_it_is_and_where_it_lies_may_stand_beside_the_name(text: str) -> None:
    assert find_municipality(text).name == "Assen"


def test_a_name_that_begins_with_the_same_letters_keeps_them() -> None:
    assert find_municipality("Gemert-Bakel").name == "Gemert-Bakel"
    assert find_municipality("gemeente Gemert-Bakel").name == "Gemert-Bakel"


def test_the_province_behind_a_name_tells_namesakes_apart_and_never_moves_one() -> None:
    assert find_municipality("Bergen, Limburg").code == "GM0893"
    assert find_municipality("Bergen (Noord-Holland)").code == "GM0373"
    assert "staat niet in de lijst" in _refused("Assen (Limburg)").message


def test_a_municipality_carries_its_facts() -> None:
    assen = find_municipality("Assen")
    assert (assen.code, assen.name, assen.province, assen.res_region, assen.population) == (
        "GM0106",
        "Assen",
        "Drenthe",
        "Drenthe",
        69_701,
    )


def test_a_name_that_two_municipalities_share_is_asked_back_with_both() -> None:
    error = _refused("Bergen")
    assert "meer dan één gemeente" in error.message
    assert "Bergen (L.) in Limburg of Bergen (NH.) in Noord-Holland" in error.hint
    assert "Zoom" not in str(error)


@pytest.mark.parametrize(
    ("text", "since", "now"),
    [
        ("Weesp", "24 maart 2022", "Amsterdam"),
        ("Uden", "1 januari 2022", "Maashorst"),
        ("Brielle", "1 januari 2023", "Voorne aan Zee"),
        ("Heerhugowaard", "1 januari 2022", "Dijk en Waard"),
        ("gemeente Beemster", "1 januari 2022", "Purmerend"),
        ("Delfzijl", "1 januari 2021", "Eemsdelta"),
        ("Mill & Sint Hubert", "1 januari 2022", "Land van Cuijk"),
    ],
)
def test_a_former_municipality_is_told_where_it_went_and_not_replaced(text: str, since: str, now: str) -> None:
    error = _refused(text)
    assert f"hoort sinds {since} bij {now}." in error.message
    assert f"Schrijf dan {now}." in error.hint


def test_a_former_municipality_without_one_successor_names_them_all() -> None:
    message = _refused("Haaren").message
    assert "sinds 1 januari 2021 geen gemeente meer" in message
    assert "Boxtel, Oisterwijk, Tilburg en Vught" in message


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Drenthe", "een provincie en een RES-regio"),
        ("Zeeland", "een provincie en een RES-regio"),
        ("Flevoland", "een provincie en een RES-regio"),
        ("Gelderland", "een provincie"),
        ("Fryslân", "een provincie"),
        ("Friesland", "een RES-regio"),
        ("provincie Utrecht", "een provincie"),
        ("Foodvalley", "een RES-regio"),
        ("U10/U16", "een RES-regio"),
    ],
)
def test_a_region_in_the_place_of_a_municipality_is_called_a_region(text: str, kind: str) -> None:
    error = _refused(text)
    assert kind in error.message
    assert "geen gemeente" in error.message
    assert "één voor één" in error.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Coevordn", "Coevorden"),
        ("gemeente Coevordn", "Coevorden"),
        ("Hengeloo", "Hengelo"),
        ("Bergn", "Bergen (L.) of Bergen (NH.)"),
        ("Drente", "de provincie Drenthe of de RES-regio Drenthe"),
        ("Weeps", "Weesp"),
    ],
)
def test_a_typing_error_gets_a_suggestion_and_is_not_chosen(text: str, meant: str) -> None:
    assert f"Bedoelde u {meant}?" in _refused(text).hint


def test_a_village_is_refused_with_the_way_to_name_its_municipality() -> None:
    error = _refused("Frederiksoord")
    assert "'Frederiksoord' staat niet in de lijst" in error.message
    assert "Schrijf bij een dorp de gemeente waar het in ligt" in error.hint


def test_a_code_that_is_no_municipality_is_called_a_code() -> None:
    assert "geen code van een gemeente" in _refused("GM9999").message
    for number in ("9999", "12,5", "-5", "1.900", "2024", "0"):
        assert f"'{number}' is geen code van een gemeente." in _refused(number).message


def test_an_empty_name_is_said_to_be_missing() -> None:
    assert "ontbreekt" in _refused("  '' ").message


def test_a_message_never_repeats_control_characters_or_pages_of_text() -> None:
    assert "\x1b" not in str(_refused("\x1b[31mAssen"))
    assert len(str(_refused("x" * 10_000))) < 400


@given(st.text())
def test_no_text_leads_to_another_error(text: str) -> None:
    try:
        assert find_municipality(text) in list_municipalities()
    except UnknownMunicipality as error:
        assert error.message
        assert error.hint


@given(st.sampled_from(list_municipalities()), st.sampled_from(["NFC", "NFD"]))
def test_every_name_and_code_is_found_in_any_dress(
    one: municipalities.Municipality, form: "unicodedata._NormalizationForm"
) -> None:
    name = unicodedata.normalize(form, one.name)
    for text in (
        name,
        name.upper(),
        name.lower(),
        f"Gemeente {name}",
        name.replace("-", " "),
        one.code,
        one.code[2:],
        one.code[2:].lstrip("0"),
        f"{name.partition(' (')[0]} ({one.province})",
    ):
        assert find_municipality(text) == one


def test_every_alias_is_found() -> None:
    aliases = _table("gemeente-aliases.csv")
    assert len(aliases) == 33
    for alias, code in aliases:
        assert {find_municipality(text).code for text in (alias, alias.upper(), f" {alias.lower()} ")} == {code}


def test_no_two_names_become_the_same_by_folding() -> None:
    codes: dict[str, set[str]] = {}
    for one in list_municipalities():
        codes.setdefault(fold_name(one.name), set()).add(one.code)
    for alias, code in _table("gemeente-aliases.csv"):
        codes.setdefault(fold_name(alias), set()).add(code)
    assert [name for name, shared in codes.items() if len(shared) > 1] == []


def test_a_comma_inside_a_name_does_not_split_it() -> None:
    assert split_names("Assen, Nuenen, Gerwen en Nederwetten; Bergen op Zoom,,Gieten\nEmmen") == (
        "Assen",
        "Nuenen, Gerwen en Nederwetten",
        "Bergen op Zoom",
        "Gieten",
        "Emmen",
    )
    assert split_names(" , ") == ()


@given(st.lists(st.sampled_from(list_municipalities()), max_size=6))
def test_a_row_of_names_gives_the_same_municipalities_back(ones: list[municipalities.Municipality]) -> None:
    assert [find_municipality(name) for name in split_names(", ".join(one.name for one in ones))] == ones


def test_a_name_of_a_municipality_and_a_region_is_a_region_only_where_one_is_asked_for() -> None:
    assert find_municipality("Utrecht").code == "GM0344"
    assert len(find_in_province("Utrecht")) == 26
    assert find_municipality("Amersfoort").res_region == "Amersfoort"
    assert len(find_in_res_region("Amersfoort")) == 7


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Friesland", "Friesland"),
        ("Fryslân", "Friesland"),
        ("Arnhem Nijmegen", "Arnhem-Nijmegen"),
        ("FoodValley", "Foodvalley"),
        ("Noord Veluwe", "Noord-Veluwe"),
        ("Rivierenland (Fruitdelta)", "Fruitdelta Rivierenland"),
        ("Stedendriehoek / Cleantech Regio", "Stedendriehoek"),
        ("U10/U16", "U16"),
        ("Rotterdam Den Haag", "Rotterdam-Den Haag"),
        ("Noordoost Brabant", "Noordoost-Brabant"),
        ("Noord-en Midden-Limburg", "Noord- en Midden-Limburg"),
        ("RES-regio Drenthe", "Drenthe"),
    ],
)
def test_a_res_region_is_found_by_its_other_spellings(text: str, name: str) -> None:
    assert {one.res_region for one in find_in_res_region(text)} == {name}


def test_a_province_is_found_by_its_other_spellings() -> None:
    assert find_in_province("Friesland") == find_in_province("fryslan") == find_in_province("provincie Fryslân")


def test_an_unknown_region_is_refused_with_what_it_may_have_been() -> None:
    with pytest.raises(UnknownRegion, match=r"geen provincie\. Bedoelde u Drenthe\?"):
        find_in_province("provincie Drente")
    with pytest.raises(UnknownRegion, match=r"geen RES-regio\. Kies Achterhoek, Alblasserwaard"):
        find_in_res_region("nergens")


def test_the_table_adds_up_to_the_figures_of_its_source() -> None:
    assert len(list_municipalities()) == 342
    assert sum(one.population for one in list_municipalities()) == 17_942_942
    for name, (count, population) in PROVINCES.items():
        assert (len(find_in_province(name)), sum(one.population for one in find_in_province(name))) == (
            count,
            population,
        )
    for name, (count, population) in RES_REGIONS.items():
        members = find_in_res_region(name)
        assert (len(members), sum(one.population for one in members)) == (count, population)
    assert {one.province for one in list_municipalities()} == set(PROVINCES)
    assert {one.res_region for one in list_municipalities()} == set(RES_REGIONS)


def test_only_foodvalley_lies_in_two_provinces() -> None:
    assert Counter(one.province for one in find_in_res_region("Foodvalley")) == {"Gelderland": 5, "Utrecht": 3}
    for name in set(RES_REGIONS) - {"Foodvalley"}:
        assert len({one.province for one in find_in_res_region(name)}) == 1


def test_the_members_of_a_region_stand_in_the_order_of_their_names() -> None:
    names = [one.name for one in find_in_province("Drenthe")]
    assert names == [
        "Aa en Hunze",
        "Assen",
        "Borger-Odoorn",
        "Coevorden",
        "De Wolden",
        "Emmen",
        "Hoogeveen",
        "Meppel",
        "Midden-Drenthe",
        "Noordenveld",
        "Tynaarlo",
        "Westerveld",
    ]


def test_the_credit_names_source_licence_and_reference_date() -> None:
    assert date(2024, 1, 1) == REFERENCE_DATE
    assert "Inwoners op 1 januari 2024" in credit_population()
    for words in (
        "CBS",
        "Kerncijfers wijken en buurten 2024",
        "CC BY 4.0",
        "Quintel Intelligence",
        "bewerkt",
    ):
        assert words in credit_population()


def _refused(text: str) -> UnknownMunicipality:
    with pytest.raises(UnknownMunicipality) as caught:
        find_municipality(text)
    return caught.value


def _table(file_name: str) -> list[list[str]]:
    """Cells of a table of the package; none of those read here holds a comma."""
    text = files("poolwijzer").joinpath("data", file_name).read_text(encoding="utf-8")
    return [line.split(",") for line in text.splitlines()[1:]]


def test_a_planned_merger_is_said_from_its_day_on() -> None:
    codes = [find_municipality(name).code for name in ("Wijdemeren", "Hilversum")]
    assert list_planned_changes(codes, date(2026, 12, 31)) == ()
    (change,) = list_planned_changes(codes, date(2027, 1, 1))
    assert change == "Wijdemeren zou vanaf 1 januari 2027 bij Hilversum horen. Controleer of dat is doorgegaan."
    assert list_planned_changes([find_municipality("Assen").code], date(2030, 1, 1)) == ()


def test_every_planned_merger_is_between_municipalities_of_the_table() -> None:
    codes = {municipality.code for municipality in list_municipalities()}
    for code, into, day in _table("gemeente-gepland.csv"):
        assert {code, into} <= codes
        assert date.fromisoformat(day) > REFERENCE_DATE
