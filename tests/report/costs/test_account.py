"""How the amounts were found, in words: every setting that is used is told."""

from __future__ import annotations

from typing import Any

import pytest

from poolwijzer.content.content import Content
from tests.report.costs.telling import report_on, said_in

SETTINGS: list[tuple[dict[str, Any], str]] = [
    ({"shares": {"provincie": "1/3"}}, "De delen zijn: de provincie 1/3 en de gemeenten samen 2/3."),
    ({}, "De gemeenten betalen samen alles wat anderen niet geven."),
    ({"income": [{"from": "rijk", "amount": 9}]}, "Het rijksgeld verlaagt ieders bijdrage, naar rato."),
    (
        {"income": [{"from": "fonds", "amount": 9, "for": "gemeenten"}]},
        "Het geld van het fonds verlaagt alleen de bijdrage van de gemeenten.",
    ),
    ({"key": {"kind": "vaste-basis-plus-opslag", "base": "12,5%"}}, "verdelen zij 12,5% in gelijke delen."),
    (
        {
            "key": {
                "kind": "vaste-basis-plus-opslag",
                "base": "0",
                "sizes": [{"up_to": 25000, "weight": 1}, {"weight": "1,25"}],
            }
        },
        "Zo zwaar telt een gemeente: tot en met 25.000 inwoners 1, daarboven 1,25.",
    ),
    (
        {"key": {"kind": "gewichten", "weights": {"Assen": "1,25", "De Wolden": 1, "Westerveld": 2}}},
        "Elke gemeente telt voor een eigen gewicht: Assen 1,25, De Wolden 1 en Westerveld 2.",
    ),
    ({"key": {"kind": "vast-aantal-dagen", "days": 20, "price": 850}}, "De prijs is € 850 per dag."),
    ({"key": {"kind": "vast-aantal-dagen", "days": 20}}, "Naar die aantallen verdelen de gemeenten hun deel."),
    (
        {
            "key": {
                "kind": "betalen-naar-gebruik",
                "use": {"Assen": 120, "De Wolden": "45,5", "Westerveld": 7},
                "unit": "uren",
                "price": 95,
            }
        },
        "De afname in uren is: Assen 120, De Wolden 45,5 en Westerveld 7. De prijs is € 95 per uur.",
    ),
    ({"key": {"kind": "gelijke-delen", "most": "50.000"}}, "Een gemeente betaalt per jaar ten hoogste € 50.000."),
    (
        {
            "key": {
                "kind": "cofinanciering-per-opdracht",
                "assignments": [{"municipality": "Assen", "what": "Wijkplan Noord", "amount": "40.000"}],
            }
        },
        "De opdrachten zijn: Wijkplan Noord van Assen, € 40.000.",
    ),
    ({"posts": [{"what": "inhuur", "amount": 9, "demand": True}]}, "Deze posten gaan mee met de vraag: inhuur."),
    ({"strips": {"price": "10.000"}}, "In het bestand staat ook een strippenkaart."),
    ({"years": [2027], "indexing": "3,5%"}, "De kosten stijgen elk jaar na 2027 met 3,5%."),
    (
        {"years": [2027], "members": {"Assen": {"from": "2027-07-01"}}},
        "Assen doet mee vanaf 1 juli 2027. Wie een deel van het jaar meedoet, telt voor dat deel van de dagen.",
    ),
]


@pytest.mark.parametrize(("costs", "sentence"), SETTINGS)
def test_each_setting_is_told(content: Content, costs: dict[str, Any], sentence: str) -> None:
    assert sentence in said_in(report_on(content, costs))


def test_who_pays_the_highest_amount_that_was_agreed_is_named(content: Content) -> None:
    key = {"kind": "gemeenten-naar-inwoners", "most": "40.000"}
    said = said_in(report_on(content, {"key": key, "years": [2027]}))
    assert "In 2027 betaalt Assen het hoogste bedrag dat is afgesproken." in said


def test_inhabitants_have_their_source_and_an_own_figure_is_called_that(content: Content) -> None:
    own = {"name": "Voorbeeldstad", "population": 30000}
    both = said_in(report_on(content, {}, ["Assen", own]))
    assert "Inwoners op 1 januari 2024. Bron: CBS" in both
    assert "Het aantal inwoners is een eigen opgave van: Voorbeeldstad 30.000." in both
    assert "Bron: CBS" not in said_in(report_on(content, {}, [own]))


def test_a_municipality_that_may_be_gone_within_the_budget_is_named(content: Content) -> None:
    change = "Wijdemeren zou vanaf 1 januari 2027 bij Hilversum horen. Controleer of dat is doorgegaan."
    both = ["Wijdemeren", "Assen"]
    assert change in said_in(report_on(content, {"years": [2026, 2028]}, both))
    assert change not in said_in(report_on(content, {"years": [2025]}, both))


def test_without_years_no_year_is_made_up(content: Content) -> None:
    said = said_in(report_on(content, {}))
    assert "De bedragen horen bij de begroting als geheel." in said and "Elk jaar" not in said


def test_hours_that_are_worth_more_than_a_contribution_are_explained(content: Content) -> None:
    hours = {"Assen": 500, "De Wolden": 0, "Westerveld": 0}
    key = {"kind": "inbreng-in-natura", "hours": hours, "price": 95, "rest": "gelijke-delen"}
    said = said_in(report_on(content, {"key": key}))
    assert "€ -17.500,00" in said and "Een bedrag onder nul krijgt een gemeente" in said


def test_what_others_give_too_much_is_told(content: Content) -> None:
    said = said_in(report_on(content, {"income": [{"from": "rijk", "amount": "100.000"}]}))
    assert "Er blijft € 10.000 over." in said and "Anderen geven € 10.000 meer dan nodig is." in said


def test_the_year_before_stands_beside_it_with_who_pays_more_and_less(content: Content) -> None:
    paid = {"Assen": "25.000", "De Wolden": "31.000,50"}
    costs = {"years": [2027], "last_year": {"year": 2026, "amount": "80.000", "contributions": paid}}
    said = said_in(report_on(content, costs))
    assert "In 2026 kostte het € 80.000. Dat is € 10.000 minder dan in 2027." in said
    assert "€ 5.000,00 meer" in said and "€ 1.000,50 minder" in said
    assert "Wat Westerveld toen betaalde, staat niet in het bestand." in said
    costs["last_year"] = {"contributions": {"Assen": "25.000"}}
    assert "Wat De Wolden en Westerveld toen betaalden, staat" in said_in(report_on(content, costs))
