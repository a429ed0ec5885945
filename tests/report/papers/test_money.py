"""The money in papers: what it costs, who pays what, and what the municipality pays that a paper is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Assessment
from poolwijzer.engine.respondents import Mode
from poolwijzer.formats.pdf.writer import render
from poolwijzer.formats.registry import Theme
from poolwijzer.outcome import Outcome
from poolwijzer.problems import InputError
from poolwijzer.report.model import Labelled, Report, Table
from poolwijzer.report.papers.build import make_paper
from tests.formats.pdf.reading import pages_of
from tests.report.papers.initiatives import MERENLAND, merenland
from tests.report.papers.reading import CONTENT, ON, annex, of_paper, section, text
from tests.report.richest import LONG, richest

COSTS: dict[str, Any] = {
    "years": [2027, 2028],
    "posts": [{"what": "team", "amount": {2027: 600_000, 2028: "630.000"}}, {"what": "inkoop", "amount": "60.000"}],
    "income": [{"from": "rijk", "amount": 120_000}],
    "shares": {"provincie": "1/3"},
    "key": "gelijke-delen",
}
UNDER = "Indicatie, zonder btw, inwoners volgens eigen opgave. Geen toezegging."
OPEN = "[in te vullen"


def with_costs(**other: Any) -> Assessment:
    return merenland(poolwijzer=2, costs={**COSTS, **other.pop("costs", {})}, **other)


def make(
    assessment: Assessment, paper: str, municipality: str | None = None, on: date = ON, mode: Mode = "standaard"
) -> Report:
    return make_paper(Outcome(CONTENT, assessment, on, mode), paper, municipality)


def rows_of(report: Report, id: str = "kosten") -> dict[str, str]:
    of_id = next(one for one in report.sections if one.id == id)
    rows = next(block for block in of_id.blocks if isinstance(block, Labelled)).rows
    return {label: line.text.replace("\xa0", " ") for label, line in rows}


def tables_in(report: Report, id: str) -> list[Table]:
    return [block for one in report.sections if one.id == id for block in one.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(("paper", "id"), [("raadsvoorstel", "kosten"), ("raadsbrief", "wat-kost-het")])
def test_a_proposal_tells_what_it_costs_who_pays_and_by_which_key(paper: str, id: str) -> None:
    told = rows_of(make(with_costs(), paper), id)
    assert told["Totaal"] == "€ 660.000 in 2027 en € 690.000 in 2028"
    assert told["Bijdrage van anderen"] == (
        "het Rijk € 120.000 per jaar (2027 en 2028); de provincie € 180.000 in 2027 en € 190.000 in 2028"
    )
    assert told["Verdeling"] == "gelijke delen (gekozen: betalen naar gebruik)"
    assert told["Bijdrage van deze gemeente"] == "[in te vullen]"
    assert "Totaal per jaar" not in told


def test_for_a_municipality_its_contribution_stands_in_the_paper_and_in_what_the_council_decides() -> None:
    made = make(with_costs(context={"fase": "opdracht"}), "raadsvoorstel", "voorbeeldmeer")
    assert rows_of(made)["Bijdrage van deze gemeente"] == "€ 60.000 in 2027 en € 63.333,33 in 2028"
    assert rows_of(made, "onderwerp")["Aan"] == "de raad van Voorbeeldmeer"
    decided = section(made, "Gevraagd besluit").replace("\xa0", " ")
    assert "een bijdrage van € 60.000 in 2027 en € 63.333,33 in 2028 beschikbaar te stellen;" in decided
    assert "de begrotingen 2027 en 2028 hierop te wijzigen;" in decided
    assert "De bijdrage is een indicatie: zie Kosten en dekking." in decided


@pytest.mark.parametrize(
    ("phase", "decided"),
    [
        ("opdracht", "een bijdrage van € 60.000 in 2027 en € 63.333,33 in 2028 op te nemen in de begroting"),
        ("draait", "de bijdrage vast te stellen op € 60.000 in 2027 en € 63.333,33 in 2028;"),
    ],
)
def test_what_the_college_decides_names_the_amount_once_it_is_known(phase: str, decided: str) -> None:
    initiative = with_costs(context={"fase": phase})
    told = text(make(initiative, "collegevoorstel", "Voorbeeldmeer")).replace("\xa0", " ")
    assert decided in told
    assert decided not in text(make(initiative, "collegevoorstel")).replace("\xa0", " ")


def test_behind_it_stands_the_budget_that_adds_up_and_what_each_pays_with_the_sentence_under_it() -> None:
    made = make(with_costs(), "raadsvoorstel")
    budget, paid = tables_in(made, "geld")
    assert budget.head == ("Post", "2027", "2028")
    told = {row[0]: row[1:] for row in budget.rows}
    assert told["Bijdrage van de gemeenten"] == ("€\xa0360.000,00", "€\xa0380.000,00")
    assert told["Verschil"] == ("€\xa00,00", "€\xa00,00")
    amounts = [row[2].removeprefix("€\xa0").replace(".", "").replace(",", ".") for row in paid.rows]
    shown = dict(zip((row[0] for row in paid.rows), map(Decimal, amounts), strict=True))
    assert sum(shown[name] for name in MERENLAND) == shown["Gemeenten samen"] == Decimal(380_000)
    assert annex(made, "Begroting en bijdragen").count(UNDER) == 2


def test_every_part_of_a_paper_with_an_amount_has_the_sentence_under_it() -> None:
    for paper in ("collegevoorstel", "raadsvoorstel", "raadsbrief", "checklist", "begroting"):
        made = make(with_costs(), paper)
        assert text(made).count(UNDER) == 1, paper
        assert UNDER in annex(made), paper


def test_the_page_of_the_budget_has_the_posts_of_the_file_instead_of_empty_ones() -> None:
    made = make(with_costs(), "begroting", "Voorbeeldmeer")
    told = section(made, "Posten").replace("\xa0", " ")
    assert "team" in told and OPEN not in told
    assert "is voor Voorbeeldmeer: € 60.000 in 2027 en € 63.333,33 in 2028." in told
    assert "De begroting heeft geen post voor onvoorzien. [in te vullen: bijvoorbeeld 5 procent]." in text(made)
    foreseen = with_costs(costs={"posts": [{"what": "Onvoorzien 5%", "amount": 30_000}]})
    assert "geen post voor" not in text(make(foreseen, "begroting"))


def test_without_all_posts_or_years_on_the_page_they_stand_behind_it() -> None:
    posts = [{"what": f"post {number}", "amount": 1000} for number in range(20)]
    made = make(with_costs(costs={"posts": posts, "years": list(range(2025, 2032))}), "begroting")
    (short,) = tables_in(made, "posten")
    assert short.head == ("Post", "2026", "2027", "2028", "2029")
    assert [row[0] for row in short.rows if "post" in row[0].casefold()][-1] == "Nog 9 posten"
    assert "De bijlage geeft alle jaren en alle posten." in section(made, "Posten")
    assert [len(one.head) for one in tables_in(made, "geld")] == [5, 4]
    assert tables_in(make(with_costs(), "begroting"), "geld") == [], "nothing is left out of it"
    assert len(pages_of(render(replace(made, sections=of_paper(made)), Theme()))) == 1


def test_money_from_others_above_the_costs_is_told_as_the_difference() -> None:
    made = make(with_costs(costs={"income": [{"from": "rijk", "amount": 700_000}]}), "begroting")
    (table,) = tables_in(made, "posten")
    assert table.rows[-1] == ("Verschil", "€\xa040.000,00", "€\xa010.000,00")


def test_years_that_are_past_stand_only_behind_the_paper() -> None:
    made = make(with_costs(), "raadsvoorstel", "Voorbeeldmeer", date(2028, 3, 1))
    assert rows_of(made)["Bijdrage van deze gemeente"] == "€ 63.333,33 in 2028"
    assert "de begroting 2028 hierop te wijzigen;" in text(made)
    assert tables_in(made, "geld")[0].head == ("Post", "2027", "2028")
    later = make(with_costs(), "raadsvoorstel", "Voorbeeldmeer", date(2030, 3, 1))
    assert rows_of(later)["Totaal"] == "zie de bijlage"
    assert "een bijdrage van [in te vullen: bedrag per jaar] voor de jaren" in text(later)


def test_amounts_without_a_year_get_none() -> None:
    costs = {"posts": [{"what": "team", "amount": 600_000}], "key": "gelijke-delen"}
    made = make(merenland(poolwijzer=2, costs=costs), "raadsvoorstel", "Voorbeeldmeer")
    assert rows_of(made)["Bijdrage van deze gemeente"] == "€ 100.000"
    assert "een bijdrage van € 100.000 beschikbaar te stellen;" in text(made).replace("\xa0", " ")
    assert "de begroting [in te vullen: jaar] hierop te wijzigen;" in text(made)


def test_what_is_brought_in_hours_is_told_as_hours() -> None:
    hours = dict.fromkeys(MERENLAND, 1200) | {"Voorbeeldmeer": 500, "Voorbeeldplas": 1900}
    key = {"kind": "inbreng-in-natura", "price": 50, "rest": "gelijke-delen", "hours": hours}
    initiative = with_costs(costs={"years": [2027], "posts": [{"what": "team", "amount": "6,6 ton"}], "key": key})
    less = rows_of(make(initiative, "raadsvoorstel", "Voorbeeldmeer"))["Bijdrage van deze gemeente"]
    more = rows_of(make(initiative, "raadsvoorstel", "Voorbeeldplas"))["Bijdrage van deze gemeente"]
    assert less == "€ 25.000 aan uren en € 35.000 in geld in 2027"
    assert more == "€ 95.000 aan uren, waarvan € 35.000 in geld terugkomt in 2027"


def test_what_is_not_set_stays_open_and_is_named() -> None:
    made = make(with_costs(costs={"key": "vaste-basis-plus-opslag"}), "raadsvoorstel", "Voorbeeldmeer")
    assert rows_of(made)["Bijdrage van deze gemeente"] == "[in te vullen]"
    assert rows_of(made)["Verdeling"] == "betalen naar gebruik"
    told = section(made, "Kosten en dekking")
    assert "nog niet uit te rekenen. Daarvoor is nodig: welk deel iedereen gelijk betaalt." in told
    assert len(tables_in(made, "geld")) == 1


def test_the_checklist_says_what_of_the_costs_is_agreed_and_what_is_not() -> None:
    (listed,) = tables_in(make(with_costs(), "checklist"), "lijst")
    told = next(row for row in listed.rows if row[0] == "Kosten en verdeling")
    assert "samen € 660.000 in 2027 en € 690.000 in 2028" in told[1].replace("\xa0", " ")
    assert "De bijlage geeft het bedrag per gemeente. [in te vullen: indexering, moment van betalen]." in told[2]
    (listed,) = tables_in(make(with_costs(costs={"indexing": "2,25%"}), "checklist"), "lijst")
    told = next(row for row in listed.rows if row[0] == "Kosten en verdeling")
    assert "De kosten stijgen per jaar met 2,25%. [in te vullen: moment van betalen]." in told[2]


def test_without_costs_a_paper_is_as_open_as_it_was() -> None:
    for paper in ("collegevoorstel", "raadsvoorstel", "raadsbrief", "checklist", "begroting"):
        made = make(merenland(), paper)
        assert "€ 660" not in text(made) and "Indicatie" not in text(made)
        assert not tables_in(made, "geld")


def test_an_anonymous_note_tells_the_budget_and_no_municipality_beside_an_amount() -> None:
    who = {"organisation": {"kind": "gemeente", "name": "Voorbeeldmeer"}, "role": "ambtelijk", "answers": {"m2": 4}}
    people = [{"id": f"r{number}", **who} for number in range(5)]
    made = make(with_costs(responses=people), "collegevoorstel", mode="anonymous")
    assert len(tables_in(made, "geld")) == 1
    assert "Voorbeeldmeer" not in annex(made) + text(made)


def test_a_municipality_that_takes_no_part_is_refused_and_one_that_was_mistyped_is_guessed() -> None:
    with pytest.raises(InputError, match="'Utrecht' doet niet mee aan dit initiatief"):
        make(with_costs(), "raadsvoorstel", "Utrecht")
    with pytest.raises(InputError, match="Bedoelde u Voorbeeldmeer"):
        make(with_costs(), "raadsvoorstel", "Voorbeldmeer")
    with pytest.raises(InputError, match=r"Zet in het bestand welke gemeenten meedoen"):
        make(merenland(municipalities=[]), "raadsvoorstel", "Utrecht")


def test_a_municipality_goes_by_an_older_name_and_its_code_too() -> None:
    initiative = with_costs(municipalities=["Assen", "De Wolden"])
    for name in ("assen", "GM0106", "0106"):
        assert rows_of(make(initiative, "raadsvoorstel", name), "onderwerp")["Van"] == "het college van Assen"


@pytest.mark.parametrize("paper", ["checklist", "opdracht", "profiel"])
def test_a_paper_that_says_nothing_of_one_municipality_is_not_made_for_one(paper: str) -> None:
    with pytest.raises(InputError, match="zegt nu niets over één gemeente"):
        make(with_costs(), paper, "Voorbeeldmeer")


def test_a_budget_whose_key_is_not_complete_asks_for_more_figures_and_not_for_costs() -> None:
    incomplete = with_costs(costs={"key": "vaste-basis-plus-opslag"})
    with pytest.raises(InputError, match=r"Laat --municipality weg, of vul de kosten in het bestand verder in\."):
        make(incomplete, "begroting", "Voorbeeldmeer")


def test_a_key_that_nobody_chose_is_told_as_not_chosen() -> None:
    unchosen = with_costs(choices={"financiering": []})
    assert rows_of(make(unchosen, "raadsvoorstel"))["Verdeling"] == "gelijke delen (nog niet gekozen)"
    chosen = with_costs(choices={"financiering": ["gelijke-delen"]})
    assert rows_of(make(chosen, "raadsvoorstel"))["Verdeling"] == "gelijke delen"


def test_how_the_costs_rise_names_the_posts_that_rise_otherwise() -> None:
    posts = [{"what": "team", "amount": 600_000, "indexing": "3,5%"}, {"what": "inkoop", "amount": 60_000}]
    told = text(make(with_costs(costs={"posts": posts, "indexing": "2%"}), "begroting"))
    assert "De kosten stijgen per jaar met 2% en met 3,5% voor team." in told
    assert "De kosten stijgen" not in text(make(with_costs(costs={"posts": posts, "years": [2027]}), "begroting"))


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["collegevoorstel", "raadsvoorstel", "raadsbrief", "checklist", "begroting"])
def test_a_paper_fits_on_its_pages_however_much_the_file_says_of_costs(paper: str) -> None:
    years = list(range(2026, 2031))
    costs = {
        "years": years,
        "posts": [{"what": f"{LONG}{n}", "amount": 123_456, "indexing": f"{n + 1}/100"} for n in range(20)],
        "income": [
            {"from": LONG, "amount": 12_345},
            {"from": "rijk", "amount": {year: 100_000 + year for year in years}},
        ],
        "shares": {"provincie": "1/3", f"{LONG}ook": "1/7"},
        "key": "gemeenten-naar-inwoners",
        "indexing": "3,57%",
    }
    whole = richest(CONTENT, 5, 5).model_copy(update={"costs": Costs.model_validate(costs), "poolwijzer": 2})
    municipality = None if paper == "checklist" else whole.initiative.municipalities[0].name
    made = make(whole, paper, municipality)
    assert CONTENT.papers is not None
    assert len(pages_of(render(replace(made, sections=of_paper(made)), Theme()))) <= CONTENT.papers.papers[paper].pages
