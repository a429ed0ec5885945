"""What options cost in an advice: in the chapter on choices, on the card of an option and in JSON."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.engine.respondents import Mode
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.build import build_report
from poolwijzer.report.excerpts import about_option
from poolwijzer.report.model import Depth
from poolwijzer.report.option_costs import OptionCostAdvice
from poolwijzer.report.texts import texts_of
from tests.conftest import ON

Make = Callable[..., Assessment]
COSTS = {"years": [2027], "posts": [{"what": "team", "amount": "€ 300.000"}], "shares": {"provincie": "1/3"}}
SIZES = [{"name": "Klein", "population": 10_000}, {"name": "Groot", "population": 90_000}]
UNDER = "Indicatie, zonder btw, inwoners volgens eigen opgave. Geen toezegging."


@pytest.fixture
def told(assessment_of: Make, content: Content) -> Callable[..., str]:
    def tell(depth: Depth = "gewoon", *, chosen: list[str], mode: Mode = "standaard", **parts: Any) -> str:
        choices = {"financiering": {"options": chosen}}
        assessment = assessment_of(municipalities=SIZES, choices=choices, poolwijzer=2, **parts)
        report = build_report(Outcome(content, assessment, ON, mode), version="0", depth=depth)
        return "\n".join(texts_of(report.sections)).replace("\xa0", " ")

    return tell


def test_a_choice_says_what_it_would_cost_each_inhabitant_with_the_indication_once(told: Callable[..., str]) -> None:
    said = told(chosen=["gelijke-delen", "gemeenten-naar-inwoners"], costs={**COSTS, "key": "gelijke-delen"})
    assert said.count("Dit zou u in 2027 € 2,00 per inwoner kosten.") == 1, "it is the same by every key"
    assert "Groot betaalt dan het minst: € 1,11 per inwoner. Klein betaalt dan het meest: € 10,00 per inwoner." in said
    assert "Elke gemeente betaalt dan evenveel per inwoner." in said
    assert said.count(UNDER) == 2, "under the choices, and under who pays what"


def test_a_choice_without_figures_names_what_is_needed(told: Callable[..., str]) -> None:
    said = told(chosen=["gelijke-delen", "vaste-basis-plus-opslag", "gemeenten-naar-inwoners"])
    assert (
        "Wat 'Bijdragen vanuit gemeenten, naar rato van inwoners' en 'Gelijke delen' kosten, is nog niet uit te "
        "rekenen. Daarvoor is nodig: wat het kost. Wat 'Vaste basis plus opslag n.a.v. grootte' kost, is nog niet uit "
        "te rekenen. Daarvoor is nodig: wat het kost en welk deel iedereen gelijk betaalt. Zet dat in het bestand, "
        "onder costs."
    ) in said
    assert "Indicatie" not in said


def test_where_only_the_key_lacks_something_it_says_what_all_pay_together(told: Callable[..., str]) -> None:
    said = told(chosen=["vaste-basis-plus-opslag"], costs={**COSTS, "key": "vaste-basis-plus-opslag"})
    assert "Dit zou u in 2027 € 2,00 per inwoner kosten." in said
    assert (
        f"{UNDER} Wat elke gemeente betaalt bij 'Vaste basis plus opslag n.a.v. grootte', is nog niet uit te rekenen. "
        "Daarvoor is nodig: welk deel iedereen gelijk betaalt. Zet dat in het bestand, onder costs."
    ) in said


def test_an_advice_on_choices_that_cost_nothing_to_share_says_nothing_of_it(told: Callable[..., str]) -> None:
    said = told(chosen=["provincie-direct"])
    assert "uit te rekenen" not in said and "Indicatie" not in said


def test_on_the_whole_menu_card_every_such_option_says_it(told: Callable[..., str]) -> None:
    said = told("volledig", chosen=[], costs={**COSTS, "key": "gelijke-delen"})
    assert said.count("Dit zou u in 2027 € 2,00 per inwoner kosten.") == 6
    assert said.count("Dit zou u in 2027 € 2,00 per inwoner aan uren kosten.") == 1
    assert said.count("Wat elke gemeente betaalt, is nog niet uit te rekenen.") == 5
    assert said.count("Wat dit u kost, is nog niet uit te rekenen.") == 1, "there is no card of strips"
    assert f"Bij sommige opties staat wat zij zouden kosten. {UNDER}" in said


def test_the_page_of_one_option_has_the_indication_with_it(assessment_of: Make, content: Content) -> None:
    assessment = assessment_of(municipalities=SIZES, poolwijzer=2, costs=COSTS)
    said = "\n".join(texts_of(about_option(Outcome(content, assessment, ON), "gelijke-delen").sections))
    assert "per inwoner kosten." in said and said.count(UNDER) == 1


def cost_of(option: str, assessment: Assessment, content: Content) -> OptionCostAdvice | None:
    words = AdviceWords(Outcome(content, assessment, ON))
    return words.option(words.outcome.judgement.option(option)).costs


def test_json_has_the_figures_and_the_words(assessment_of: Make, content: Content) -> None:
    assessment = assessment_of(municipalities=SIZES, poolwijzer=2, costs={**COSTS, "key": "gelijke-delen"})
    cost = cost_of("gelijke-delen", assessment, content)
    assert cost is not None and (cost.of_file, cost.year, cost.per_inhabitant) == (True, 2027, Fraction(2))
    assert cost.highest is not None and (cost.highest.municipality, cost.highest.per_inhabitant) == (
        "Klein",
        Fraction(10),
    )
    missing = cost_of("betalen-naar-gebruik", assessment, content)
    assert missing is not None and (missing.needs, missing.missing) == (("use",), ("hoeveel elke gemeente afneemt",))
    assert cost_of("provincie-direct", assessment, content) is None


def test_a_card_of_strips_says_how_many_there_are_and_who_gets_least_and_most(
    told: Callable[..., str], assessment_of: Make, content: Content
) -> None:
    strips = {"price": 10_000, "hours": 100, "budget": "2 ton", "joint": "10%"}
    costs = {**COSTS, "key": "gemeenten-naar-inwoners", "strips": strips}
    card = cost_of("strippenkaart", assessment_of(municipalities=SIZES, poolwijzer=2, costs=costs), content)
    assert card is not None and card.text.replace("\xa0", " ") == (
        "In 2027 zijn er 20 strippen van € 10.000, waarvan 2 strippen voor gezamenlijke producten. "
        "Samen is dat € 2,00 per inwoner, wie het ook betaalt. "
        "Klein krijgt er het minst: 2 strippen. Groot krijgt er het meest: 16 strippen."
    )
    assert (card.strips, card.per_inhabitant, card.indication) == (Fraction(20), Fraction(2), UNDER)
    without_years = {name: value for name, value in costs.items() if name != "years"}
    card = cost_of("strippenkaart", assessment_of(municipalities=SIZES, poolwijzer=2, costs=without_years), content)
    assert card is not None and card.year is None and card.text.startswith("Er zijn 20 strippen")
    card = cost_of("strippenkaart", assessment_of(municipalities=SIZES, poolwijzer=2, costs=COSTS), content)
    assert card is not None and card.needs[0] == "strips" and "Daarvoor is nodig: de strippenkaart" in card.text


def test_others_paying_everything_costs_nothing(assessment_of: Make, content: Content) -> None:
    costs = {**COSTS, "income": [{"from": "rijk", "amount": "3 ton"}]}
    cost = cost_of("gelijke-delen", assessment_of(municipalities=SIZES, poolwijzer=2, costs=costs), content)
    assert cost is not None and cost.text == "Dit zou u niets kosten: anderen betalen alles."


def test_an_anonymous_advice_names_no_municipality_with_an_amount(assessment_of: Make, content: Content) -> None:
    who = {"organisation": {"kind": "gemeente", "name": "Assen"}, "role": "ambtelijk", "answers": {"m2": 4}}
    people = [{"id": f"r{number}", **who} for number in range(5)]
    assessment = assessment_of(municipalities=[*SIZES, "Assen"], poolwijzer=2, costs=COSTS, responses=people)
    words = AdviceWords(Outcome(content, assessment, ON, "anonymous"))
    cost = words.option(words.outcome.judgement.option("gelijke-delen")).costs
    assert cost is not None and (cost.lowest, cost.highest) == (None, None)
    assert "Per gemeente is dat" in cost.text and "Klein" not in cost.text + cost.indication
    assert "of eigen opgave" in cost.indication
