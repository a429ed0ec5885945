"""What somebody types about a use becomes a line of the ledger, or is refused with all that is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.costs.strips.lines import LedgerLine
from poolwijzer.given import as_assessment
from poolwijzer.problems import InputError
from poolwijzer.strips.entry import Composed, Entry, compose_line

ON = date(2026, 11, 30)
LINE = LedgerLine("kkkkkkkkkkkk", date(2026, 3, 1), municipality="Assen", product="inkoopacties", hours=Fraction(16))


@pytest.fixture(scope="module")
def assessment(content: Content) -> Assessment:
    return as_assessment(
        {
            "poolwijzer": 1,
            "initiative": {
                "id": "drie",
                "name": "Drie",
                "municipalities": ["Assen", "Emmen", {"name": "Voorbeeldstad", "population": 9000}],
            },
            "answers": {"m2": 4},
            "choices": {"activiteiten": {"other": ["Een warmtekaart"]}},
        },
        content,
    )


def composed(assessment: Assessment, content: Content, *lines: LedgerLine, **typed: Any) -> Composed:
    return compose_line(Entry(**typed), assessment, content, lines, ON)


def refused(assessment: Assessment, content: Content, *lines: LedgerLine, **typed: Any) -> list[str]:
    with pytest.raises(InputError) as error:
        composed(assessment, content, *lines, **typed)
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("typed", ["Assen", "gemeente assen", "GM0106", "106"])
def test_a_municipality_goes_by_what_people_call_it(assessment: Assessment, content: Content, typed: str) -> None:
    line = composed(assessment, content, municipality=typed, product="inkoopacties", hours="7,5").line
    assert line == LedgerLine("", ON, municipality="Assen", product="inkoopacties", hours=Fraction(15, 2))


def test_an_own_municipality_may_be_typed_without_its_capital(assessment: Assessment, content: Content) -> None:
    line = composed(assessment, content, municipality="voorbeeldstad", product="inkoopacties", strips="1").line
    assert line.municipality == "Voorbeeldstad"


@pytest.mark.parametrize(
    ("typed", "meant", "remark"),
    [
        ("planvorming-begeleiden", "planvorming-begeleiden", ""),
        ("Planvorming (bijv. WUP) begeleiden", "planvorming-begeleiden", ""),
        ("SPECIALISTISCHE KENNIS", "specialistische-kennis", ""),
        ("een  warmtekaart", "een warmtekaart", ""),
        ("inkoopactie", "inkoopactie", "Bedoelde u inkoopacties?"),
        ("Bomen planten", "Bomen planten", "Zie de menukaart: poolwijzer menu list"),
    ],
)
def test_a_product_is_of_the_menu_card_or_in_own_words(
    assessment: Assessment, content: Content, typed: str, meant: str, remark: str
) -> None:
    made = composed(assessment, content, municipality="Assen", product=typed, strips="1")
    assert made.line.product == meant
    assert [one.hint for one in made.remarks] == ([remark] if remark else [])


def test_all_that_is_wrong_is_told_at_once(assessment: Assessment, content: Content) -> None:
    assert refused(assessment, content, municipality="Asen", hours="2", strips="3", product="") == [
        "--strips: Een regel gaat over uren of over strippen, niet over allebei. Laat er een weg.",
        "--municipality: De gemeente 'Asen' doet niet mee aan dit initiatief. Bedoelde u Assen?",
        "--product: Waarvoor het is, staat er niet bij. Kies een product van de menukaart, zoals "
        "planvorming-begeleiden, specialistische-kennis of leerwerksessies.",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"hours": "1,600"}, "--hours: '1,600' is op twee manieren te lezen. Schrijf 1.600 of 1,6."),
        (
            {"hours": "-5"},
            "--hours: Een getal kan hier niet onder nul zijn. Is er te veel geteld? "
            "Verbeter dan de regel met --corrects.",
        ),
        (
            {"strips": "veel"},
            "--strips: Hier hoort een getal, niet 'veel'. Schrijf een getal als 120 of 7,5. "
            "Weet u het nog niet? Haal het dan weg.",
        ),
        (
            {"strips": "0"},
            "--strips: Een regel over niets telt niet. Alleen een verbetering mag 0 zijn: zo haalt u een regel terug.",
        ),
        (
            {"strips": "2", "to": "Assen", "product": None},
            "--to: Assen kan geen strippen aan zichzelf geven. Noem de gemeente die ze krijgt.",
        ),
        (
            {"strips": "2", "to": "Emmen"},
            "--product: Bij strippen die niemand gebruikt, hoort geen product. Laat --product weg.",
        ),
        (
            {"strips": "2", "to": "Emmen", "joint": True},
            "--to: Dit gaat niet samen met --joint. Maak er twee regels van.",
        ),
    ],
)
def test_what_makes_no_line_is_refused(
    assessment: Assessment, content: Content, typed: dict[str, Any], said: str
) -> None:
    assert refused(assessment, content, **{"municipality": "Assen", "product": "inkoopacties", **typed}) == [said]


def test_a_correction_keeps_what_is_not_typed_anew(assessment: Assessment, content: Content) -> None:
    made = composed(assessment, content, LINE, corrects=LINE.id, hours="8")
    assert made.line == replace(LINE, id="", hours=Fraction(8), corrects=LINE.id)
    back = composed(assessment, content, LINE, corrects=LINE.id, strips="0").line
    assert (back.hours, back.strips) == (None, Fraction())
    given = composed(assessment, content, LINE, corrects=LINE.id, to="Emmen").line
    assert (given.kind, given.to, given.product) == ("transfer", "Emmen", "")


def test_a_correction_names_a_line_that_is_there_and_still_counts(assessment: Assessment, content: Content) -> None:
    assert refused(assessment, content, LINE, corrects="abc", hours="8") == [
        "--corrects: Er is geen regel met code 'abc'. Zoek de code met: poolwijzer strips show --lines"
    ]
    later = replace(LINE, id="mmmmmmmmmmmm", corrects=LINE.id)
    assert refused(assessment, content, LINE, later, corrects=LINE.id, hours="8") == [
        "--corrects: Regel 'kkkkkkkkkkkk' is al verbeterd, door code mmmmmmmmmmmm. "
        "Verbeter die: --corrects mmmmmmmmmmmm"
    ]


def test_a_line_that_is_there_already_is_told_of_and_so_is_a_day_to_come(
    assessment: Assessment, content: Content
) -> None:
    again = composed(
        assessment, content, LINE, municipality="Assen", product="inkoopacties", hours="16", day=LINE.day, note="x"
    )
    assert [str(one) for one in again.remarks] == [
        "strips add: Er stond al zo'n regel: code kkkkkkkkkkkk. "
        "Is het dezelfde? Haal er dan een terug, met --corrects kkkkkkkkkkkk --hours 0."
    ]
    later = composed(
        assessment, content, municipality="Assen", product="inkoopacties", hours="16", day=date(2026, 12, 1)
    )
    assert [str(one) for one in later.remarks] == [
        "--date: Deze dag is nog niet geweest. Het gebruik telt als gepland."
    ]


def test_a_day_of_another_time_is_refused_where_it_was_typed(assessment: Assessment, content: Content) -> None:
    typed = {"municipality": "Assen", "product": "inkoopacties", "hours": "8", "day": date(1926, 3, 1)}
    assert refused(assessment, content, **typed) == ["--date: Het jaar 1926 is niet van deze tijd. Kijk de datum na."]


def test_what_does_not_go_together_asks_for_no_product_besides(assessment: Assessment, content: Content) -> None:
    told = refused(assessment, content, municipality="Assen", strips="2", to="Emmen", carry_over=True)
    assert told == ["--carry-over: Dit gaat niet samen met --to. Maak er twee regels van."]
