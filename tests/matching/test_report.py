"""What is told of a matching: who helps whom, what does not come off and why, and what a lawyer has to see."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from poolwijzer.content.content import Content
from poolwijzer.matching.matching import match_capacity
from poolwijzer.matching.reading.gather import Hours
from poolwijzer.matching.telling.build import build_matching_report, gather_material
from poolwijzer.matching.telling.data import matching_document
from poolwijzer.matching.telling.material import stretches_in_words
from poolwijzer.matching.telling.sheets import matching_sheets
from poolwijzer.matching.values import Stretch
from poolwijzer.report.model import Report, Section, Table
from poolwijzer.report.texts import texts_of
from tests.matching.giving import HEAD, gathered

ON = date(2026, 11, 30)
TEXT = """
requests:
  - {municipality: Assen, expertise: jurist, hours: 120, note: contract}
  - {municipality: Westerveld, expertise: jurist, hours: 60}
  - {municipality: Emmen, expertise: ecoloog, hours: 24}
  - {municipality: Meppel, expertise: communicatie, hours: 10, until: 2027-02-28}
  - {municipality: Coevorden, expertise: planner, hours: 5}
offers:
  - {municipality: Hoogeveen, expertise: jurist, hours: 100}
  - {municipality: Hoogeveen, expertise: communicatie, hours: 30, from: 2027-03-01}
  - {municipality: Coevorden, expertise: planner, hours: 5}
"""
RULES = "rules: {priority: [{up_to: 25000}]}\n"


def given(folder: Path, text: str = TEXT + RULES) -> Hours:
    return gathered(folder, ("uren.yaml", HEAD + text))


def told(hours: Hours, content: Content, on: date = ON, *, narrow: bool = False) -> Report:
    matching = match_capacity(hours.offered(), hours.asked(), hours.rules)
    return build_matching_report(content, hours, matching, on, version="1.0", narrow=narrow)


def part(report: Report, name: str) -> Section:
    return next(one for one in report.sections if one.id == name)


def rows(section: Section) -> list[tuple[str, ...]]:
    return [row for block in section.blocks if isinstance(block, Table) for row in block.rows]


def words(report: Report, name: str) -> str:
    return " ".join(texts_of((part(report, name),))).replace("\xa0", " ")


def test_it_begins_with_what_came_of_it_and_says_that_it_is_a_proposal(tmp_path: Path, content: Content) -> None:
    first = words(told(given(tmp_path), content), "uitkomst")
    assert "Van de 219 gevraagde uren zijn er 100 gekoppeld." in first
    assert "Dit is een voorstel om over te praten." in first
    assert "Geen toezegging." in first


def test_who_goes_first_gets_all_and_another_what_is_left(tmp_path: Path, content: Content) -> None:
    found = rows(part(told(given(tmp_path), content), "wie-helpt-wie"))
    assert [(row[0], row[1], row[2], row[3]) for row in found] == [
        ("Assen", "jurist (contract)", "40", "Hoogeveen"),
        ("Westerveld", "jurist", "60", "Hoogeveen"),
    ]


def test_every_request_that_is_not_met_has_its_own_reason(tmp_path: Path, content: Content) -> None:
    found = {
        row[0]: row[-1].replace("\xa0", " ") for row in rows(part(told(given(tmp_path), content), "wat-niet-lukt"))
    }
    assert found["Emmen: ecoloog"].startswith("Niemand biedt deze expertise aan.")
    assert found["Coevorden: planner"].startswith("Alleen deze gemeente zelf biedt deze expertise aan.")
    assert found["Meppel: communicatie"].startswith("Er is aanbod van anderen, maar niet in deze periode.")
    assert found["Assen: jurist (contract)"].startswith(
        "In deze periode is er te weinig aanbod voor iedereen. Anderen bieden hier 100 uur. "
        "Daarvan gingen 60 uur naar wie voorgaat. Een uur meer aanbod vervult hier een uur:"
    )


def test_where_more_would_help_is_said_in_words(tmp_path: Path, content: Content) -> None:
    text = words(told(given(tmp_path), content), "wat-niet-lukt")
    assert (
        "Een uur meer aanbod van communicatie (1 jan t/m 28 feb 2027) vervult een uur vraag. "
        "Dat geldt voor ten hoogste 10 uur."
    ) in text


def test_what_everybody_brings_and_gets_adds_up(tmp_path: Path, content: Content) -> None:
    found = rows(part(told(given(tmp_path), content), "brengen-en-krijgen"))
    *each, whole = [tuple(int(cell) for cell in row[1:]) for row in found]
    assert found[-1][0] == "Samen"
    assert whole == tuple(map(sum, zip(*each, strict=True))) == (219, 100, 135, 100)


def test_every_setting_is_said(tmp_path: Path, content: Content) -> None:
    text = words(told(given(tmp_path), content), "zo-is-het-gekoppeld")
    assert "Eerst gaan gemeenten tot en met 25.000 inwoners. Dat is hier: Westerveld." in text
    assert "Inwoners op 1 januari 2024. Bron: CBS" in text
    assert "Aangeboden uren liggen gelijk verdeeld over de dagen van hun periode." in text
    assert "Een gemeente krijgt nooit haar eigen aanbod." in text
    without = words(told(given(tmp_path, TEXT), content), "zo-is-het-gekoppeld")
    assert "Niemand gaat voor: daarover is geen regel gegeven." in without
    assert "Inwoners" not in without


def test_law_and_tax_are_those_of_the_day(tmp_path: Path, content: Content) -> None:
    hours = given(tmp_path)
    now, later = told(hours, content), told(hours, content, date(2028, 3, 1))
    chapter = words(now, "feiten")
    assert "jurist en een fiscalist" in chapter
    for title in ("Btw bij uitlenen", "Wie leiding geeft", "Registratie bij uitlenen (Waadi)", "Aanbesteden"):
        assert title in chapter
    assert "Op 1 januari 2027 gaat de Wtta in." in words(now, "let-op-datums")
    assert "Sinds 1 januari 2028 kan er een boete volgen" in words(later, "let-op-datums")
    assert part(now, "bronnen").blocks


def test_who_lends_one_another_hours_reads_of_barter(tmp_path: Path, content: Content) -> None:
    mutual = """
requests:
  - {municipality: Assen, expertise: jurist, hours: 10}
  - {municipality: Emmen, expertise: ecoloog, hours: 10}
offers:
  - {municipality: Emmen, expertise: jurist, hours: 10}
  - {municipality: Assen, expertise: ecoloog, hours: 10}
"""
    report = told(given(tmp_path, mutual), content)
    assert "Btw bij ruilen" in words(report, "feiten")
    assert "Alle gevraagde uren zijn gekoppeld: 20 uur." in words(report, "uitkomst")
    assert "Elke vraag is helemaal vervuld." in words(report, "wat-niet-lukt")
    assert "Al het aanbod is gekoppeld." in words(report, "wat-over-is")
    assert "Btw bij ruilen" not in words(told(given(tmp_path), content), "feiten")


def test_rows_that_do_not_count_stand_in_the_report(tmp_path: Path, content: Content) -> None:
    table = "gemeente;expertise;uren;soort\nAssen;jurist;10;vraag\nAsen;jurist;10;vraag\nEmmen;jurist;4;aanbod\n"
    hours = gathered(tmp_path, ("regels.yaml", HEAD), ("uren.csv", table))
    report = told(hours, content)
    assert "1 rij telt niet mee. Zie 'Rijen die niet meetellen'." in words(report, "uitkomst")
    assert "uren.csv, rij 3: 'Asen' staat niet in de lijst van gemeenten." in words(report, "niet-gebruikt")


def test_on_a_screen_no_table_has_more_than_three_columns(tmp_path: Path, content: Content) -> None:
    report = told(given(tmp_path), content, narrow=True)
    tables = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    assert len(tables) == 4
    assert max(len(table.head) for table in tables) == 3


def test_the_sheet_with_hours_holds_every_hour_once(tmp_path: Path, content: Content) -> None:
    hours = given(tmp_path)
    matching = match_capacity(hours.offered(), hours.asked(), hours.rules)
    sheets = matching_sheets(gather_material(content, hours, matching, ON))
    first = sheets.sheets[0]
    counted: dict[str, int] = {}
    for row in first.rows:
        assert isinstance(row[0], str)
        assert isinstance(row[4], int)
        counted[row[0]] = counted.get(row[0], 0) + row[4]
    assert counted == {"gekoppeld": 100, "niet vervuld": 119, "over": 35}
    assert all(len(row) == len(sheet.columns) for sheet in sheets.sheets for row in sheet.rows)


def test_the_data_say_the_same_in_numbers(tmp_path: Path, content: Content) -> None:
    hours = given(tmp_path)
    matching = match_capacity(hours.offered(), hours.asked(), hours.rules)
    found = matching_document(content, hours, matching, ON, "1.0")
    assert (found["asked"], found["offered"], found["met"]) == (219, 135, 100)
    assert [one["line"] for one in found["requests"]] == [6, 7, 8, 9, 10]
    assert [one["unmet"]["why"] for one in found["requests"] if one["unmet"]] == [
        "scarce",
        "no_expertise",
        "other_period",
        "only_own",
    ]
    assert (
        sum(part["hours"] for one in found["requests"] for lender in one["lenders"] for part in lender["parts"]) == 100
    )


def test_hours_in_many_parts_are_told_from_when_to_when() -> None:
    parts = [Stretch(date(2027, month, 1), date(2027, month, 28), 10 * month) for month in (1, 2, 3)]
    said = [stretches_in_words(parts[:many]).replace("\xa0", " ") for many in (1, 2, 3)]
    assert said == [
        "1 jan t/m 28 jan 2027",
        "10 uur van 1 jan t/m 28 jan 2027; 20 uur van 1 feb t/m 28 feb 2027",
        "1 jan t/m 28 mrt 2027, in 3 delen",
    ]
