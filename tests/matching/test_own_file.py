"""The file with requests, offers and rules: what counts, and where something is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poolwijzer.matching.reading.gather import Source, gather_hours
from tests.matching.giving import BOTH, HEAD, gathered, refused, said
from tests.roots import TESTS


def test_the_example_is_read_without_a_word() -> None:
    found = gather_hours([Source(TESTS / "files" / "matching" / "noorderveld.yaml")])
    assert (len(found.requests), len(found.offers), found.remarks, found.left_out) == (7, 5, (), ())


def test_a_line_without_a_period_has_that_of_the_file(tmp_path: Path) -> None:
    text = BOTH.replace("hours: 10}]\noffers", "hours: 10, from: 2027-02-01}]\noffers")
    found = gathered(tmp_path, ("uren.yaml", HEAD + text))
    assert (found.requests[0].first, found.requests[0].last) == (date(2027, 2, 1), date(2027, 6, 30))
    assert (found.offers[0].first, found.offers[0].last) == (date(2027, 1, 1), date(2027, 6, 30))


def test_names_and_words_are_one_however_they_are_written(tmp_path: Path) -> None:
    text = """
requests:
  - {municipality: GM0106, expertise: Jurist Warmte, hours: 1.200}
  - {municipality: gemeente assen, expertise: jurist warmte, hours: 12 uur}
offers:
  - {municipality: Emmen, expertise: "jurist  warmte", hours: 40}
"""
    found = gathered(tmp_path, ("uren.yaml", HEAD + text))
    assert {one.municipality for one in found.requests} == {"Assen"}
    assert {one.expertise for one in (*found.requests, *found.offers)} == {"jurist warmte"}
    assert [one.hours for one in found.requests] == [1200, 12]


def test_who_goes_first_is_told_by_size_by_day_and_by_name(tmp_path: Path) -> None:
    text = """
organisations: [RUD Drenthe, {name: Heuvelrand, population: 9000}]
requests:
  - {municipality: Assen, expertise: jurist, hours: 1}
  - {municipality: Westerveld, expertise: jurist, hours: 1}
  - {municipality: Heuvelrand, expertise: jurist, hours: 1}
  - {municipality: Emmen, expertise: jurist, hours: 1}
  - {municipality: RUD Drenthe, expertise: jurist, hours: 1}
offers: [{municipality: Hoogeveen, expertise: jurist, hours: 3}]
rules:
  joined: {Emmen: 2026-07-01, Assen: 2020-01-01}
  priority:
    - {municipalities: [rud drenthe]}
    - {up_to: 25000, joined_since: 2026-01-01}
"""
    found = gathered(tmp_path, ("uren.yaml", HEAD + text))
    assert found.rules.priority == {"RUD Drenthe": 0, "Westerveld": 1, "Heuvelrand": 1, "Emmen": 1}
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("requests: [{municipality: Asen, expertise: j, hours: 1}]", "uren.yaml:4:27: 'Asen' staat niet in de lijst"),
        ("requests: [{municipality: Assen, expertise: j, hours: 0}]", "4:55: Hier hoort ten minste één uur."),
        ("requests: [{municipality: Assen, expertise: j, hours: -4}]", "4:55: Een getal kan hier niet onder nul zijn."),
        ("requests: [{municipality: Assen, expertise: j, hours: '1,5'}]", "Poolwijzer koppelt hele uren."),
        ("requests: [{municipality: Assen, expertise: j, hours: '1,500'}]", "op twee manieren te lezen"),
        ("requests: [{municipality: Assen, expertise: j, hours: € 90}]", "Hier horen uren, niet '€ 90'."),
        ("requests: [{municipality: Assen, expertise: j, hours: 90000000}]", "te veel voor één regel"),
        ("requests: [{municipality: Assen, expertise: ' ', hours: 1}]", "Hier staat geen deskundigheid."),
        (
            "requests: [{municipality: Assen, expertise: j, hours: 1, from: 2027-05-01, until: 2027-04-01}]",
            "Deze periode eindigt voor zij begint.",
        ),
        ("requests: [{municipality: Assen, expertise: j, hours: 1, from: 2028-05-01}]", "eindigt voor zij begint"),
        ("organisations: [Assen]\n" + BOTH, "Assen is een gemeente. Haal haar hier weg"),
        ("organisations: [RUD, rud]\n" + BOTH, "rud staat hier twee keer."),
        (BOTH + "rules: {priority: [{municipalities: [Emmenn]}]}", "'Emmenn' staat niet in de lijst van gemeenten."),
        (BOTH + "rules: {priority: [{}]}", "Hier staat niet wie voorgaat."),
        (BOTH + "rules: {joined: {Assen: 2026-01-01}}", "Bij joined hoort joined_since"),
        (BOTH + "rules: {priority: [{joined_since: 2026-01-01}]}", "Bij joined_since hoort joined"),
        (BOTH + "rules: {offered: soms}", "6:18:"),
        ("requests: []\noffers: []", "uren.yaml: Er is geen vraag en geen aanbod."),
        ("offers: [{municipality: Assen, expertise: j, hours: 1}]", "uren.yaml: Er is geen vraag."),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: str, tmp_path: Path) -> None:
    assert any(told in line for line in refused(tmp_path, ("uren.yaml", HEAD + text)))


def test_a_line_without_any_period_is_refused(tmp_path: Path) -> None:
    text = "poolwijzer: 1\nkind: matching\n" + BOTH
    assert refused(tmp_path, ("uren.yaml", text)) == [
        "uren.yaml:3:12: Hier ontbreekt from en until. Zet het erbij, of geef period bovenaan.",
        "uren.yaml:4:10: Hier ontbreekt from en until. Zet het erbij, of geef period bovenaan.",
    ]


def test_an_initiative_is_no_such_file(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, ("plan.yaml", "poolwijzer: 1\ninitiative: {id: a, name: A}\n"))
    assert "Dit is een initiatief. Vraag en aanbod staan in een eigen bestand." in line


def test_two_such_files_are_refused(tmp_path: Path) -> None:
    lines = refused(tmp_path, ("a.yaml", HEAD + BOTH), ("b.yaml", HEAD + BOTH))
    assert lines == [
        "b.yaml: Er is al een bestand met vraag, aanbod en regels gegeven. "
        "Zet alles in één bestand. Tabellen mogen er meer zijn."
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("organisations: [RUD]\n" + BOTH, "uren.yaml:4:17: RUD vraagt niets en biedt niets aan."),
        (
            BOTH + "rules: {priority: [{municipalities: [Meppel]}]}",
            "Deze gemeenten gaan voor, maar vragen niets: Meppel.",
        ),
        (BOTH + "rules: {priority: [{up_to: 10}]}", "In deze groep zit niemand die iets vraagt. Zij doet niets."),
        (BOTH + "rules: {priority: [{up_to: 900000}]}", "Iedereen die iets vraagt, gaat voor."),
        (
            BOTH.replace("offers: [", "offers: [{municipality: Emmen, expertise: jurist, hours: 10}, "),
            "staat er twee keer",
        ),
        (
            BOTH.replace("expertise: jurist, hours: 10}]\noffers", "expertise: juristt, hours: 10}]\noffers"),
            "Bedoelde u jurist?",
        ),
    ],
)
def test_what_does_nothing_or_may_be_a_slip_is_told(text: str, told: str, tmp_path: Path) -> None:
    found = gathered(tmp_path, ("uren.yaml", HEAD + text))
    assert any(told in line for line in said(found.remarks, tmp_path))


def test_a_period_that_no_line_needs_is_told(tmp_path: Path) -> None:
    own = BOTH.replace("hours: 10", "hours: 10, from: 2027-01-01, until: 2027-02-01")
    found = gathered(tmp_path, ("uren.yaml", HEAD + own))
    assert said(found.remarks, tmp_path) == [
        "uren.yaml:3:1: Elke regel heeft zelf een periode. Daarom doet period hier niets."
    ]


def test_braces_around_all_of_it_are_yaml_too_from_a_file_and_from_the_input(tmp_path: Path) -> None:
    text = "{" + ", ".join((HEAD + BOTH).splitlines()) + "}"
    assert len(gathered(tmp_path, ("uren.yaml", text)).requests) == 1
    assert len(gather_hours([Source(Path("-"), raw=text.encode())]).offers) == 1
