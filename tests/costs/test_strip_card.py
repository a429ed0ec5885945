"""How many strips there are, and how they are divided."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.strips.balance import balance_strips
from poolwijzer.costs.strips.card import make_card
from poolwijzer.dutch import number
from poolwijzer.municipalities import find_in_province
from tests.costs.a_card import PLACES, YEAR, balance, card, costs, region, shares, used


def test_a_whole_job_is_about_thirteen_and_a_half_strips_as_in_the_deck() -> None:
    found = card({"hours_per_fte": 1363, "budget": "9 ton"})
    assert found.strips_per_fte == Fraction(1363, 100) and number(found.strips_per_fte, 1) == "13,6"
    assert found.price_per_hour == Decimal("100.00")
    assert found.total == 90 and found.fte is not None and number(found.fte, 1) == "6,6"
    seven = 7 * found.strips_per_fte
    assert number(seven, 0) == "95" and found.worth(seven) == Decimal("954100.00")


def test_what_is_not_set_is_not_assumed() -> None:
    bare = card({"hours": None})
    assert (bare.strips_per_fte, bare.fte, bare.price_per_hour, bare.in_hours(Fraction(2))) == (None,) * 4
    assert bare.joint_part is None and bare.joint == 0 and bare.carry_over is None


def test_all_costs_of_the_year_are_for_strips_where_no_budget_for_them_is_set() -> None:
    assert card().total == 100
    assert card(years=[2026, YEAR], posts=[{"what": "a", "amount": {2026: 50_000, YEAR: 70_000}}]).total == 7


def test_strips_go_as_the_costs_go() -> None:
    assert shares(card()) == [60, 30, 10]
    assert shares(card(key="gelijke-delen")) == [34, 33, 33]
    assert shares(card(key={"kind": "gemeenten-naar-inwoners", "most": 400_000})) == [40, 40, 20]


def test_strips_can_have_a_key_of_their_own() -> None:
    weights = {"Grootstad": 1, "Middelstad": 1, "Kleindorp": 2}
    assert shares(card({"key": {"kind": "gewichten", "weights": weights}})) == [25, 25, 50]
    in_hours = {"kind": "inbreng-in-natura", "price": 100, "rest": "gemeenten-naar-inwoners"}
    hours = {"Grootstad": 0, "Middelstad": 9000, "Kleindorp": 9000}
    assert shares(card({"key": {**in_hours, "hours": hours}})) == [60, 30, 10]


def test_where_others_pay_all_strips_go_by_what_the_key_counts() -> None:
    found = card(shares={"provincie": 1}, key={"kind": "gemeenten-naar-inwoners", "most": 5_000})
    assert shares(found) == [60, 30, 10]


def test_a_part_stays_for_joint_products() -> None:
    found = card({"joint": "25%"})
    assert found.joint == 25 and shares(found) == [45, 23, 7]
    assert shares(card({"joint": 1})) == [0, 0, 0]


def test_strips_go_in_steps_and_what_is_too_little_for_one_is_told() -> None:
    found = card({"budget": 39_999, "step": "0,5"})
    assert found.total == Fraction(7, 2) and found.undivided == Decimal("4999.00")
    assert shares(found) == [2, 1, Fraction(1, 2)]
    nothing = card({"budget": 9_999})
    assert nothing.total == 0 and shares(nothing) == [0, 0, 0] and nothing.undivided == Decimal("9999.00")


def test_who_joins_in_summer_has_half_the_strips() -> None:
    found = card(years=[YEAR], key="gelijke-delen", members={"Kleindorp": {"from": "2027-07-02"}})
    assert shares(found) == [40, 40, 20]
    assert [one.member.name for one in card(years=[YEAR], members={"Kleindorp": {"from": 2028}}).shares] == [
        "Grootstad",
        "Middelstad",
    ]


@pytest.mark.parametrize(
    ("settings", "kinds"),
    [
        ({"strips": {"price": None}}, ["price"]),
        ({"key": None}, ["key"]),
        ({"posts": []}, ["budget"]),
        ({"posts": [], "strips": {"price": None}, "key": None}, ["budget", "price", "key"]),
        ({"years": [2030]}, ["year"]),
        ({"years": [YEAR], "members": {name: {"from": 2028} for name in PLACES}}, ["municipalities"]),
    ],
)
def test_it_says_what_is_needed(settings: dict[str, Any], kinds: list[str]) -> None:
    found = card(**settings)
    assert [need.kind for need in found.needs] == kinds
    assert not found.complete and found.shares == ()


def test_without_a_card_or_figures_for_the_key_it_says_so() -> None:
    assert [need.kind for need in make_card(Costs(), region(), YEAR).needs] == ["strips"]
    found = card(key="vaste-basis-plus-opslag")
    assert [need.kind for need in found.key_needs] == ["base"] and found.needs == () and not found.complete
    own = card({"key": {"kind": "gewichten", "weights": {"Grootstad": 1}}})
    assert [(need.kind, need.of) for need in own.key_needs] == [("weights", ("Middelstad", "Kleindorp"))]
    tight = card(key={"kind": "gelijke-delen", "most": 10})
    assert [need.kind for need in tight.key_needs] == ["bounds"]


@pytest.mark.parametrize("day", [YEAR, YEAR + 1, f"{YEAR}-07-01"])
def test_without_years_everybody_takes_part_whatever_members_say(day: Any) -> None:
    found = card(members={"Kleindorp": {"from": day}})
    assert shares(found) == shares(card())
    half, line = date(YEAR, 6, 30), used("Kleindorp", 1)
    with_members = balance_strips(costs(members={"Kleindorp": {"from": day}}), region(), [line], YEAR, half)
    assert with_members.balances == balance(line, on=half).balances


def test_a_budget_for_strips_needs_no_posts() -> None:
    assert shares(card({"budget": "1 ton"}, posts=[])) == [6, 3, 1]


amounts = st.integers(0, 10**8).map(lambda cents: Decimal(cents).scaleb(-2))
steps = st.sampled_from(["1", "0,5", "0,25", "2", "0,1"])
parts = st.sampled_from([None, "0", "10%", "1/3", "50%", "1"])
populations = st.lists(st.integers(1, 10**6), min_size=1, max_size=12)
keys = st.sampled_from(["gemeenten-naar-inwoners", "gelijke-delen", {"kind": "vaste-basis-plus-opslag", "base": "10%"}])


@given(amounts, st.integers(1, 50_000), steps, parts, populations, keys)
def test_all_strips_are_divided_in_whole_steps(
    budget: Decimal, price: int, step: str, joint: str | None, many: list[int], key: Any
) -> None:
    places = {f"Plaats {at}": population for at, population in enumerate(many)}
    found = card({"budget": budget, "price": price, "step": step, "joint": joint}, places, key=key)
    assert sum(shares(found), found.joint) == found.total
    assert all((one / found.step).denominator == 1 for one in (*shares(found), found.joint))
    assert 0 <= budget - Decimal(int(found.total * price * 100)).scaleb(-2) == found.undivided < price * found.step
    assert abs(found.joint - found.total * (found.joint_part or 0)) < found.step
    ordered = [part for _, part in sorted(zip(many, shares(found), strict=True))]
    assert all(less <= more or less - more <= found.step for less, more in pairwise(ordered))


@given(populations, st.integers(1, 10**5), keys, st.integers(1, 400))
def test_more_inhabitants_are_never_fewer_strips(many: list[int], more: int, key: Any, strips: int) -> None:
    places = {f"Plaats {at}": population for at, population in enumerate(many)}
    grown = {**places, "Plaats 0": many[0] + more}
    settings = {"budget": strips * 10_000}
    assert shares(card(settings, grown, key=key))[0] >= shares(card(settings, places, key=key))[0]


@given(st.permutations(list(PLACES)), st.integers(0, 100), keys)
def test_the_order_of_the_list_changes_nothing(order: list[str], strips: int, key: Any) -> None:
    settings = {"budget": strips * 10_000}
    found = card(settings, {name: PLACES[name] for name in order}, key=key)
    usual = card(settings, key=key)
    assert {one.member.name: one.strips for one in found.shares} == {
        one.member.name: one.strips for one in usual.shares
    }


@pytest.mark.parametrize("setting", ["price", "hours", "step", "hours_per_fte"])
def test_a_card_of_nothing_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="meer dan nul"):
        card({setting: 0})


def test_the_strips_of_drenthe_for_its_staff() -> None:
    twelve = [one.name for one in find_in_province("Drenthe")]
    drenthe = Initiative.model_validate({"id": "drenthe", "name": "Flexteam", "municipalities": twelve})
    key = {"kind": "vaste-basis-plus-opslag", "base": "10%"}
    found = make_card(
        Costs.model_validate(
            {
                "posts": [{"what": "personeel", "amount": "9 ton"}, {"what": "inkoop", "amount": "7 ton"}],
                "shares": {"provincie": "1/3"},
                "key": key,
                "strips": {"price": "€ 10.000", "hours": 100, "budget": "9 ton"},
            }
        ),
        drenthe,
        YEAR,
    )
    assert found.total == 90 and sum(shares(found)) == 90
    assert dict(zip(twelve, map(int, shares(found)), strict=True))["Emmen"] == 18
