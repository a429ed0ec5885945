"""What if: money stops, a municipality leaves, less is asked."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.rounding import round_money
from poolwijzer.costs.scenarios import Scenario, ScenarioOutcome, change_costs, play, usual_scenarios

THREE = ["Assen", "De Wolden", "Westerveld"]


def an_initiative(*names: str) -> Initiative:
    return Initiative.model_validate({"id": "regio", "name": "Regio", "municipalities": list(names or THREE)})


def played(scenario: Scenario, **costs: object) -> ScenarioOutcome:
    given = {"posts": [{"what": "team", "amount": 300_000}], "key": "gelijke-delen", **costs}
    return play(Costs.model_validate(given), an_initiative(), scenario)


def more(outcome: ScenarioOutcome) -> dict[str, str]:
    return {one.name: str(one.more) for one in outcome.years[0].municipalities}


def test_without_money_of_others_everybody_pays_that_money() -> None:
    shares = {"provincie": "1/3"}
    outcome = played(Scenario(without=("rijk",)), income=[{"from": "rijk", "amount": 90_000}], shares=shares)
    assert more(outcome) == dict.fromkeys(THREE, "20000.00")
    assert [(one.name, one.more) for one in outcome.years[0].others] == [("provincie", Decimal(30_000))]
    assert outcome.years[0].total.more == 0


def test_only_the_source_that_is_named_stops() -> None:
    income = [{"from": "rijk", "amount": 90_000}, {"from": "fonds", "amount": 30_000}]
    outcome = played(Scenario(without=("fonds",)), income=income)
    assert [one.source for one in outcome.then.years[0].income] == ["rijk"]
    assert more(outcome) == dict.fromkeys(THREE, "10000.00")


def test_a_municipality_with_a_share_of_its_own_loses_neither_of_what_it_pays() -> None:
    outcome = played(Scenario(demand=Fraction(1, 2)), shares={"Assen": "10%"})
    (year,) = outcome.years
    assert year.then.paid == {"Assen": Decimal(120_000), "De Wolden": Decimal(90_000), "Westerveld": Decimal(90_000)}
    assert sum(one.amount for one in year.idle) == year.idle_costs == Decimal(150_000)


def test_who_leaves_pays_nothing_and_the_others_pay_its_part() -> None:
    outcome = played(Scenario(leaving=("Assen",)))
    assert more(outcome) == {"Assen": "-100000.00", "De Wolden": "50000.00", "Westerveld": "50000.00"}
    assert outcome.years[0].total.more == 0


def test_who_leaves_takes_its_own_assignments_along() -> None:
    asked = [{"municipality": "Assen", "amount": 40_000}, {"municipality": "Westerveld", "amount": 10_000}]
    key = {"kind": "cofinanciering-per-opdracht", "assignments": asked}
    outcome = played(Scenario(leaving=("Assen",)), key=key, posts=[])
    assert more(outcome) == {"Assen": "-40000.00", "De Wolden": "0.00", "Westerveld": "0.00"}


def test_half_the_demand_halves_only_what_goes_with_demand() -> None:
    posts = [{"what": "team", "amount": 200_000}, {"what": "inhuur", "amount": 100_000, "demand": True}]
    outcome = played(Scenario(demand=Fraction(1, 2)), posts=posts)
    assert [str(one.amount) for one in outcome.then.years[0].posts] == ["200000.00", "50000.00"]
    assert sum(one.amount for one in outcome.years[0].idle) == outcome.years[0].idle_costs == Decimal(100_000)


def test_who_still_uses_pays_the_empty_hours_where_the_rest_goes_by_use() -> None:
    """Assen uses all there is: without a rule for the rest it pays for the hours that nobody asks for."""
    use = {"Assen": 100, "De Wolden": 0, "Westerveld": 0}
    key = {"kind": "betalen-naar-gebruik", "use": use, "price": 1000}
    by_use = played(Scenario(demand=Fraction(1, 2)), key=key)
    assert {one.name: one.amount for one in by_use.years[0].idle} == {
        "Assen": Decimal(150_000),
        "De Wolden": 0,
        "Westerveld": 0,
    }
    shared = played(Scenario(demand=Fraction(1, 2)), key={**key, "rest": "gelijke-delen"})
    idle = {one.name: one.amount for one in shared.years[0].idle}
    assert idle["De Wolden"] == idle["Westerveld"] > 0 and sum(idle.values()) == Decimal(150_000)


def test_agreed_days_stay_as_many_where_less_is_asked() -> None:
    costs = Costs.model_validate({"key": {"kind": "vast-aantal-dagen", "days": 20, "price": 850}})
    assert change_costs(costs, Scenario(demand=Fraction(1, 2))).key == costs.key


def test_every_budget_is_asked_what_the_deck_asks() -> None:
    costs = Costs.model_validate(
        {
            "posts": [{"what": "inhuur", "amount": 100, "demand": True}],
            "income": [{"from": "rijk", "amount": 10}, {"from": "fonds", "amount": 10}],
        }
    )
    asked = list(usual_scenarios(costs, most_leaving=2, initiative=an_initiative()))
    assert asked == [
        Scenario(without=("rijk",)),
        Scenario(without=("fonds",)),
        Scenario(without=("rijk", "fonds")),
        Scenario(demand=Fraction(1, 2)),
        Scenario(leaving=("Assen",)),
        Scenario(leaving=("De Wolden",)),
    ]


money = st.integers(0, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


@given(
    st.lists(st.tuples(money, st.booleans()), min_size=1, max_size=4),
    st.lists(money, max_size=2),
    st.fractions(0, 2, max_denominator=50),
    st.sampled_from([(), ("Assen",), ("Assen", "Westerveld")]),
    st.sampled_from(["gelijke-delen", "gemeenten-naar-inwoners", {"kind": "vaste-basis-plus-opslag", "base": "10%"}]),
    st.sampled_from([{}, {"provincie": "1/3"}]),
)
def test_whatever_changes_all_is_paid_to_the_cent(
    posts: list[tuple[Decimal, bool]],
    income: list[Decimal],
    demand: Fraction,
    leaving: tuple[str, ...],
    key: object,
    shares: dict[str, str],
) -> None:
    costs = Costs.model_validate(
        {
            "posts": [{"what": "x", "amount": amount, "demand": grows} for amount, grows in posts],
            "income": [{"from": f"bron {index}", "amount": amount} for index, amount in enumerate(income)],
            "key": key,
            "shares": shares,
        }
    )
    year = play(costs, an_initiative(), Scenario(("bron 0",), leaving, demand)).years[0]
    assert sum(one.after or 0 for one in (*year.others, *year.municipalities)) == year.then.net
    assert sum(one.before or 0 for one in (*year.others, *year.municipalities)) == year.base.net
    if year.idle:
        busy = play(costs, an_initiative(), Scenario(("bron 0",), leaving)).years[0].then
        assert sum(one.amount for one in year.idle) == year.then.net - round_money(Fraction(busy.net) * demand)


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(demand=Fraction(1))])
def test_a_scenario_without_anything_changes_nothing(scenario: Scenario) -> None:
    assert not scenario
    assert set(more(played(scenario)).values()) == {"0.00"}
