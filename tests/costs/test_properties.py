"""Whatever is shared by whatever key: the parts are the whole, nobody is dealt with by chance, and bounds hold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.costs import Costs
from poolwijzer.costs.bounds import Bounds, fit_bounds
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.rounding import apportion, share_out
from poolwijzer.costs.values import YearDivision
from tests.costs.drawn import KINDS, budgets, divided, euros, initiative, name_of, paid, populations, some_euros

Budget = tuple[dict[str, Any], list[int]]
CENT = Fraction(1, 100)
NOTHING = Decimal(0)
PRICED = ("cofinanciering-per-opdracht", "vast-aantal-dagen", "betalen-naar-gebruik", "inbreng-in-natura")
BY_SIZE = ("gemeenten-naar-inwoners", "vaste-basis-plus-opslag")


def near(amount: Decimal, exact: Fraction) -> bool:
    """Whether an amount is within a cent of its exact part."""
    return abs(Fraction(amount) - exact) < CENT


def whole(year: YearDivision) -> Decimal:
    return sum((one.amount + (one.in_kind or NOTHING) for one in year.payments), NOTHING)


@pytest.mark.parametrize("kind", KINDS)
@settings(suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_parts_are_the_whole_to_the_cent_every_year(kind: str, data: st.DataObject) -> None:
    costs, sizes = data.draw(budgets((kind,)))
    for year in divided(costs, sizes).years:
        assert year.needs == () or year.payments == ()
        assert sum((one.amount for one in year.posts), NOTHING) == year.total
        assert year.total - sum((one.amount for one in year.income), NOTHING) + year.surplus == year.net
        assert sum((one.amount for one in year.others), year.pot) == year.net
        assert min(year.net, year.surplus, year.pot, *(one.amount for one in year.others)) >= 0
        if year.payments:
            assert whole(year) == year.pot
            assert all(one.amount == one.amount.quantize(Decimal("0.01")) for one in year.payments)
        if year.payments and kind != "inbreng-in-natura":
            assert min(one.amount for one in year.payments) >= 0


@settings(suppress_health_check=list(HealthCheck))
@given(budgets())
def test_the_order_of_a_list_changes_nothing(budget: Budget) -> None:
    costs, sizes = budget
    told = Costs.model_validate(costs)
    there = initiative(sizes)
    turned = there.model_copy(update={"municipalities": there.municipalities[::-1]})
    for one, other in zip(divide_costs(told, there).years, divide_costs(told, turned).years, strict=True):
        assert one.payments == other.payments[::-1]
        assert {need.kind for need in one.needs} == {need.kind for need in other.needs}


@settings(suppress_health_check=list(HealthCheck))
@given(budgets((*BY_SIZE, *PRICED)), st.data())
def test_more_inhabitants_never_lower_a_share_whatever_the_bounds(budget: Budget, data: st.DataObject) -> None:
    costs, sizes = budget
    key = {**costs["key"], **data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(BOUND_WORDS, some_euros)))}
    assume(Fraction(euro(key.get("least", "0"))) <= Fraction(euro(key.get("most", "9999999"))))
    at = data.draw(st.integers(0, len(sizes) - 1))
    grown = [*sizes[:at], sizes[at] + data.draw(st.integers(1, 10**6)), *sizes[at + 1 :]]
    before, after = divided({**costs, "key": key}, sizes), divided({**costs, "key": key}, grown)
    for one, other in zip(before.years, after.years, strict=True):
        first, then = ({own.member.name: own.amount for own in year.payments} for year in (one, other))
        if first and then and name_of(at) in first:
            assert then[name_of(at)] >= first[name_of(at)]
        if first.keys() == then.keys() and "most_per_inhabitant" not in key:
            # A cent that was left can go to another.
            assert all(then[name] <= first[name] + Decimal("0.01") for name in first if name != name_of(at))


BOUND_WORDS = ("least", "most", "most_per_inhabitant")


def euro(typed: str) -> Decimal:
    return Decimal(typed.replace(",", "."))


@settings(suppress_health_check=list(HealthCheck))
@given(budgets(BY_SIZE), st.fixed_dictionaries({}, optional=dict.fromkeys(BOUND_WORDS, some_euros)))
def test_who_takes_part_pays_between_the_bounds_for_its_part_of_the_year(
    budget: Budget, bounds: dict[str, str]
) -> None:
    costs, sizes = budget
    assume(euro(bounds.get("least", "0")) <= euro(bounds.get("most", "9999999")))
    for year in divided({**costs, "key": {**costs["key"], **bounds}}, sizes).years:
        for one in year.payments:
            part, people = one.member.part, one.member.population
            if "least" in bounds:
                assert one.amount >= Fraction(euro(bounds["least"])) * part
            if "most" in bounds:
                # Where the least is the same amount, both are rounded as one.
                same = "least" in bounds and euro(bounds["least"]) == euro(bounds["most"])
                assert one.amount <= Fraction(euro(bounds["most"])) * part + (CENT if same else 0)
            if "most_per_inhabitant" in bounds:
                assert one.amount <= Fraction(euro(bounds["most_per_inhabitant"])) * part * people


def plain(amount: str, key: Any) -> dict[str, Any]:
    return {"posts": [{"what": "post", "amount": amount}], "key": key}


@given(euros, populations)
def test_equal_parts_differ_a_cent_at_most(amount: str, sizes: list[int]) -> None:
    amounts = paid(plain(amount, "gelijke-delen"), sizes).values()
    assert max(amounts) - min(amounts) <= CENT


@given(euros, populations)
def test_by_inhabitants_each_pays_the_same_per_inhabitant_to_the_cent(amount: str, sizes: list[int]) -> None:
    exact = Fraction(euro(amount)) / sum(sizes)
    for one, size in zip(paid(plain(amount, "gemeenten-naar-inwoners"), sizes).values(), sizes, strict=True):
        assert near(one, exact * size)


@given(euros, populations, st.fractions(0, 1, max_denominator=100))
def test_a_fixed_base_is_a_mix_of_equal_parts_and_inhabitants(amount: str, sizes: list[int], base: Fraction) -> None:
    pot, everybody = Fraction(euro(amount)), sum(sizes)
    key = {"kind": "vaste-basis-plus-opslag", "base": str(base)}
    for one, size in zip(paid(plain(amount, key), sizes).values(), sizes, strict=True):
        assert near(one, pot * (base / len(sizes) + (1 - base) * Fraction(size, everybody)))


@given(populations, st.data())
def test_who_asks_pays_the_municipal_part_of_its_own_assignments(sizes: list[int], data: st.DataObject) -> None:
    names = st.sampled_from([name_of(at) for at in range(len(sizes))])
    asked = data.draw(st.lists(st.tuples(names, some_euros), min_size=1, max_size=6))
    share = data.draw(st.fractions(0, 1, max_denominator=12))
    assignments = [{"municipality": name, "amount": amount} for name, amount in asked]
    key = {"kind": "cofinanciering-per-opdracht", "assignments": assignments}
    amounts = paid({"shares": {"provincie": str(share)}, "key": key}, sizes)
    for name, amount in amounts.items():
        own = sum((Fraction(euro(cost)) for asker, cost in asked if asker == name), Fraction())
        assert abs(Fraction(amount) - own * (1 - share)) <= CENT


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=9).filter(any), st.integers(1, 10**5), st.data())
def test_use_is_paid_at_its_price_and_only_the_rest_is_shared(use: list[int], price: int, data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(1, 10**6), min_size=len(use), max_size=len(use)))
    over = data.draw(st.integers(0, 10**7))
    costs = sum(use) * price + over
    key = {
        "kind": "betalen-naar-gebruik",
        "price": price,
        "use": {name_of(at): one for at, one in enumerate(use)},
        "rest": "gelijke-delen",
    }
    for one, own in zip(paid(plain(str(costs), key), sizes).values(), use, strict=True):
        assert near(one, own * price + Fraction(over, len(use)))


@given(euros, populations, st.integers(1, 200))
def test_with_the_same_number_of_days_for_all_everybody_pays_the_same(amount: str, sizes: list[int], days: int) -> None:
    amounts = paid(plain(amount, {"kind": "vast-aantal-dagen", "days": days}), sizes).values()
    assert max(amounts) - min(amounts) <= CENT


@given(some_euros, st.lists(st.integers(0, 3000), min_size=1, max_size=9), st.integers(1, 20000))
def test_hours_in_kind_are_worth_their_price_and_the_rest_is_settled(amount: str, hours: list[int], price: int) -> None:
    given_hours = {name_of(at): one for at, one in enumerate(hours)}
    key = {"kind": "inbreng-in-natura", "hours": given_hours, "price": price, "rest": "gelijke-delen"}
    (year,) = divided(plain(amount, key), [1000] * len(hours)).years
    for one, own in zip(year.payments, hours, strict=True):
        assert one.in_kind == own * price
        assert near(one.amount + one.in_kind, Fraction(euro(amount)) / len(hours))


@given(euros, st.lists(st.fractions(0, 20, max_denominator=9), min_size=1, max_size=9).filter(any))
def test_free_weights_are_followed_whatever_they_add_up_to(amount: str, weights: list[Fraction]) -> None:
    key = {"kind": "gewichten", "weights": {name_of(at): str(one) for at, one in enumerate(weights)}}
    for one, own in zip(paid(plain(amount, key), [1] * len(weights)).values(), weights, strict=True):
        assert near(one, Fraction(euro(amount)) * own / sum(weights))


@given(st.integers(0, 10**9), st.lists(st.fractions(0, 9, max_denominator=50), min_size=1, max_size=12).filter(any))
def test_rounding_leaves_each_within_a_unit_of_its_part(total: int, weights: list[Fraction]) -> None:
    quotas = [total * one / sum(weights) for one in weights]
    names = [name_of(at) for at in range(len(weights))]
    shared = share_out(total, quotas, names)
    assert sum(shared) == total
    assert all(abs(one - quota) < 1 for one, quota in zip(shared, quotas, strict=True))
    assert all(one == 0 for one, own in zip(shared, weights, strict=True) if not own)
    amount = Decimal(total).scaleb(-2)
    assert sum(apportion(amount, weights, names)) == amount


parts = st.fractions(0, 100, max_denominator=20)


@given(parts, st.lists(st.tuples(st.fractions("1/20", 9, max_denominator=20), parts, parts | st.none()), min_size=1))
def test_bounds_bend_the_proportion_only_for_who_meets_one(
    total: Fraction, given_parts: list[tuple[Fraction, Fraction, Fraction | None]]
) -> None:
    everything = sum(weight for weight, _, _ in given_parts)
    weights = [weight / everything for weight, _, _ in given_parts]
    bounds = [Bounds(low, None if more is None else low + more) for _, low, more in given_parts]
    found = fit_bounds(total, weights, bounds)
    lowest = sum(one.least for one in bounds)
    highest = None if any(one.most is None for one in bounds) else sum(one.most or 0 for one in bounds)
    assert (found is not None) == (lowest <= total and (highest is None or total <= highest))
    if found is None:
        return
    assert sum(found) == total
    free = [one / weight for one, weight, limits in zip(found, weights, bounds, strict=True) if _free(one, limits)]
    assert len(set(free)) <= 1
    for rate in free[:1]:
        for one, weight, limits in zip(found, weights, bounds, strict=True):
            if one == limits.least:
                assert rate * weight <= one or one == limits.most
            elif one == limits.most:
                assert rate * weight >= one


def _free(one: Fraction | int, limits: Bounds) -> bool:
    return one not in (limits.least, limits.most)
