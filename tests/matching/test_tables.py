"""Tables of requests and offers: what counts, and every row that does not with why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from poolwijzer.matching.reading.gather import Source, gather_hours
from poolwijzer.problems import InputError
from tests.matching.giving import HEAD, gathered, refused, said

ALL = "gemeente;expertise;uren;van;tot en met;soort\n"
OFFER = "Emmen;jurist;40;1-1-2027;30-6-2027;aanbod\n"


def test_a_table_says_in_a_column_what_is_a_request_and_what_an_offer(tmp_path: Path) -> None:
    rows = "Assen;Jurist;1.200;1-1-2027;30-6-2027;vraag\n" + OFFER
    found = gathered(tmp_path, ("uren.csv", ALL + rows))
    (request,), (offer,) = found.requests, found.offers
    assert (request.municipality, request.hours, request.first) == ("Assen", 1200, date(2027, 1, 1))
    assert (offer.municipality, offer.hours, offer.last) == ("Emmen", 40, date(2027, 6, 30))
    assert (found.left_out, found.remarks) == ((), ())


def test_headers_may_be_english_and_stand_below_a_title(tmp_path: Path) -> None:
    text = "Overview,,,,,\n\nmunicipality,skill,hours,start date,end date,kind\n"
    rows = "Assen,lawyer,10,2027-01-01,2027-02-01,request\nEmmen,lawyer,5,2027-01-01,2027-02-01,offer\n"
    found = gathered(tmp_path, ("hours.csv", text + rows))
    assert (len(found.requests), len(found.offers)) == (1, 1)


def test_one_row_may_ask_and_offer_hours_in_columns_of_their_own(tmp_path: Path) -> None:
    text = "gemeente;expertise;uren gevraagd;uren aangeboden;periode\nAssen;jurist;12;;2027\nEmmen;jurist;0;8;Q2 2027\n"
    found = gathered(tmp_path, ("uren.csv", text))
    assert [(one.municipality, one.hours) for one in found.requests] == [("Assen", 12)]
    assert [(one.municipality, one.first, one.last) for one in found.offers] == [
        ("Emmen", date(2027, 4, 1), date(2027, 6, 30))
    ]


def test_every_row_that_cannot_be_used_is_told_and_the_others_count(tmp_path: Path) -> None:
    rows = (
        "Assen;jurist;10;1-1-2027;30-6-2027;vraag\n"
        "Asen;jurist;10;1-1-2027;30-6-2027;vraag\n"
        "Assen;;10;1-1-2027;30-6-2027;vraag\n"
        "Assen;jurist;;1-1-2027;30-6-2027;vraag\n"
        "Assen;jurist;7,5;1-1-2027;30-6-2027;vraag\n"
        "Assen;jurist;10;30-6-2027;1-1-2027;vraag\n"
        "Assen;jurist;10;31-2-2027;30-6-2027;vraag\n"
        "Assen;jurist;10;1-1-2027;;vraag\n"
        "Assen;jurist;10;1-1-2027;30-6-2027;misschien\n"
        "Assen;jurist;10;1-1-2027;30-6-2027;\n"
        "Assen;jurist;10;1-1-2027;30-6-2027;vraag;los\n" + OFFER
    )
    found = gathered(tmp_path, ("uren.csv", ALL + rows))
    assert (len(found.requests), len(found.offers)) == (1, 1)
    assert [line.partition(".")[0] for line in (str(one).partition(": ")[2] for one in found.left_out)] == [
        "'Asen' staat niet in de lijst van gemeenten",
        "In deze rij is kolom B ('expertise') leeg",
        "In deze rij is kolom C ('uren') leeg",
        "Poolwijzer koppelt hele uren",
        "Deze periode eindigt voor zij begint",
        "'31-2-2027' is geen dag en geen periode",
        "In deze rij is kolom E ('tot en met') leeg",
        "'misschien' is geen vraag en geen aanbod",
        "In deze rij is kolom F ('soort') leeg",
        "Boven kolom G staat geen kop, maar in deze rij staat daar wel iets",
    ]
    assert [one.line for one in found.left_out] == list(range(3, 13))


def test_what_is_left_out_without_being_wrong_is_told(tmp_path: Path) -> None:
    header = "gemeente;expertise;uren;van;tot;soort;tarief\n"
    rows = (
        "Assen;jurist;10;1-1-2027;30-6-2027;vraag;90\nTotaal;;10;;;;\n"
        + header
        + "Emmen;jurist;5;1-1-2027;1-2-2027;aanbod;\n"
    )
    found = gathered(tmp_path, ("uren.csv", header + rows))
    assert found.left_out == ()
    assert said(found.remarks, tmp_path) == [
        "uren.csv:1:7: Deze kolommen kent Poolwijzer niet. Zij tellen niet mee: 'tarief'.",
        "uren.csv:1:5: De dag in kolom E ('tot') telt zelf ook mee. Schrijf als kop 'tot en met'.",
        "uren.csv: Dit zijn totalen. Poolwijzer slaat die over: rij 3.",
        "uren.csv: Hier staan nog eens de koppen: rij 4. Die tellen niet mee.",
    ]


def test_the_name_of_a_file_tells_what_its_rows_are_and_that_is_told(tmp_path: Path) -> None:
    header = "gemeente;expertise;uren;periode\n"
    found = gathered(
        tmp_path,
        ("vraag-2027.csv", header + "Assen;jurist;10;2027\n"),
        ("ons aanbod.csv", header + "Emmen;jurist;5;2027\n"),
    )
    assert (len(found.requests), len(found.offers)) == (1, 1)
    assert [line.partition(". ")[0] for line in said(found.remarks, tmp_path)] == [
        "vraag-2027.csv: Elke rij telt als een vraag",
        "ons aanbod.csv: Elke rij telt als aanbod",
    ]


def test_a_table_of_which_nobody_can_tell_is_refused_unless_an_option_says_it(tmp_path: Path) -> None:
    header = "gemeente;expertise;uren;periode\n"
    (line,) = refused(tmp_path, ("uren.csv", header + "Assen;jurist;10;2027\n"))
    assert "niet te zien wat vraag is, en wat aanbod" in line
    other = tmp_path / "meer.csv"
    other.write_text(header + "Emmen;jurist;10;2027\n", encoding="utf-8")
    found = gather_hours([Source(tmp_path / "uren.csv", True), Source(other, False)])
    assert (len(found.requests), len(found.offers), found.remarks) == (1, 1, ())


def test_a_row_that_says_otherwise_than_the_option_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "uren.csv"
    path.write_text(ALL + "Assen;jurist;10;1-1-2027;30-6-2027;vraag\n" + OFFER, encoding="utf-8")
    with pytest.raises(InputError, match="deze tabel is gegeven met --requests"):
        gather_hours([Source(path, True)])


def test_a_table_and_the_rules_beside_it_go_together(tmp_path: Path) -> None:
    rules = HEAD + "organisations: [RUD Drenthe]\nrules: {priority: [{municipalities: [Assen]}]}\n"
    table = (
        "gemeente;expertise;uren;soort\nAssen;jurist;10;vraag\nMeppel;jurist;10;vraag\nRUD Drenthe;jurist;5;aanbod\n"
    )
    found = gathered(tmp_path, ("regels.yaml", rules), ("uren.csv", table))
    assert found.rules.priority == {"Assen": 0}
    assert {(one.first, one.last) for one in (*found.requests, *found.offers)} == {
        (date(2027, 1, 1), date(2027, 6, 30))
    }


def test_a_spreadsheet_has_days_as_days_and_may_hide_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Uren"
    sheet.append(["Gemeente", "Functie", "Uren", "Van", "Tot en met", "Soort"])
    sheet.append(["Assen", "jurist", 120, date(2027, 1, 1), date(2027, 6, 30), "vraag"])
    sheet.append(["Meppel", "jurist", 80.0, date(2027, 1, 1), date(2027, 6, 30), "vraag"])
    sheet.append(["Emmen", "jurist", 50, date(2027, 1, 1), date(2027, 6, 30), "aanbod"])
    sheet.row_dimensions[3].hidden = True
    path = tmp_path / "uren.xlsx"
    book.save(path)
    found = gather_hours([Source(path)])
    assert [(one.municipality, one.first) for one in found.requests] == [("Assen", date(2027, 1, 1))]
    (told,) = said(found.remarks, tmp_path)
    assert (
        told
        == "uren.xlsx: 1 rij is verborgen. Poolwijzer slaat die over: rij 3. Met --hidden count tellen die wel mee."
    )
    assert [one.hours for one in gather_hours([Source(path)], count_hidden=True).requests] == [120, 80]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("gemeente;profiel;uren per week;periode\nAssen;jurist;8;2027\n", "Reken de uren eerst om"),
        ("x;y\n1;2\n", "Er is geen kolom met de gemeente."),
        (
            "gemeente;gemeente;expertise;uren;periode;soort\nAssen;Assen;a;1;2027;vraag\n",
            "Deze kolommen zeggen hetzelfde",
        ),
        ("gemeente;expertise;uren;aangeboden;periode\nAssen;a;1;2;2027\n", "Laat een van de twee weg."),
        ("gemeente;expertise;uren;soort\nAssen;a;1;vraag\n", "Er is geen kolom met de eerste dag."),
        (ALL, "Er is geen vraag en geen aanbod."),
        ("", "Deze tabel is leeg."),
    ],
)
def test_a_table_that_does_not_say_enough_is_refused(text: str, told: str, tmp_path: Path) -> None:
    assert any(told in line for line in refused(tmp_path, ("uren.csv", text)))


def test_a_workbook_with_a_sheet_of_requests_and_one_of_offers_is_read_whole(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Uitleg"
    book.worksheets[0].append(["Vul de volgende bladen in."])
    for title, name, hours in (("Vraag", "Assen", 12), ("Aanbod", "Emmen", 8)):
        sheet = book.create_sheet(title)
        sheet.append(["Gemeente", "Expertise", "Uren", "Periode"])
        sheet.append([name, "jurist", hours, "2027"])
        sheet.append([name, "", hours, "2027"])
    path = tmp_path / "uren.xlsx"
    book.save(path)
    found = gather_hours([Source(path)])
    assert [(one.municipality, one.hours) for one in found.requests] == [("Assen", 12)]
    assert [(one.municipality, one.hours) for one in found.offers] == [("Emmen", 8)]
    assert said(found.remarks, tmp_path) == [
        "uren.xlsx: Poolwijzer leest de werkbladen 'Vraag' en 'Aanbod'. Andere tellen niet mee. "
        "Met --sheet kiest u zelf een werkblad."
    ]
    assert [one.partition(": ")[0] for one in said(found.left_out, tmp_path)] == [
        "uren.xlsx (Aanbod):3:2",
        "uren.xlsx (Vraag):3:2",
    ]
    with pytest.raises(InputError, match=r"Er is geen aanbod\."):
        gather_hours([Source(path)], sheet="Vraag")
