"""What an option of the menu card would cost: the budget of the file, shared as that option shares."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, get_args

import pytest

from poolwijzer.assessment.costs import Costs, KeyKind
from poolwijzer.assessment.model import Initiative
from poolwijzer.content.component import Calculation
from poolwijzer.content.content import Content
from poolwijzer.costs.option_costs import OptionCost, find_option_costs

ON = date(2026, 11, 28)
SIZES = {"Klein": 10_000, "Midden": 30_000, "Groot": 60_000}


def found(kind: KeyKind, *, on: date = ON, sizes: dict[str, int] = SIZES, **costs: Any) -> OptionCost:
    members = [{"name": name, "population": number} for name, number in sizes.items()]
    initiative = Initiative.model_validate({"id": "proef", "name": "Proef", "municipalities": members})
    given = Costs.model_validate({"posts": [{"what": "team", "amount": 300_000}], **costs}) if costs else None
    return find_option_costs(given, initiative, on)[kind]


def test_it_says_what_all_pay_for_each_inhabitant_and_where_that_is_least_and_most() -> None:
    cost = found("gelijke-delen", key="gelijke-delen")
    assert cost.own and cost.per_inhabitant == 3
    assert cost.lowest and (cost.lowest.municipality, cost.lowest.amount) == ("Groot", Fraction(100_000, 60_000))
    assert cost.highest and (cost.highest.municipality, cost.highest.amount) == ("Klein", Fraction(10))


def test_an_option_with_another_key_than_the_file_is_calculated_with_the_same_budget() -> None:
    cost = found("gemeenten-naar-inwoners", key="gelijke-delen")
    assert not cost.own and cost.per_inhabitant == 3
    assert cost.lowest is cost.highest is None, "all pay the same for each inhabitant"


def test_the_bounds_of_the_file_hold_for_every_option() -> None:
    cost = found("gemeenten-naar-inwoners", key={"kind": "gelijke-delen", "least": 60_000})
    assert cost.highest and (cost.highest.municipality, cost.highest.amount) == ("Klein", Fraction(6))


@pytest.mark.parametrize(
    ("kind", "needs"),
    [
        ("vaste-basis-plus-opslag", ["base"]),
        ("cofinanciering-per-opdracht", ["assignments"]),
        ("vast-aantal-dagen", ["days"]),
        ("betalen-naar-gebruik", ["use"]),
        ("inbreng-in-natura", ["rest", "price"]),
    ],
)
def test_what_no_file_sets_is_asked_for_and_never_guessed(kind: KeyKind, needs: list[str]) -> None:
    cost = found(kind, key="gelijke-delen")
    assert [one.kind for one in cost.needs] == needs
    assert cost.per_inhabitant == 3, "together they pay the same by every key"
    assert cost.lowest is cost.highest is None


def test_without_figures_it_says_at_once_all_that_is_needed() -> None:
    cost = found("vaste-basis-plus-opslag", sizes={})
    assert [one.kind for one in cost.needs] == ["posts", "municipalities", "base"]
    assert cost.per_inhabitant is None


@pytest.mark.parametrize(("on", "year"), [(2025, 2026), (2026, 2026), (2027, 2027), (2030, 2027)])
def test_it_is_about_the_first_year_that_is_not_past_else_the_last(on: int, year: int) -> None:
    assert found("gelijke-delen", on=date(on, 6, 1), years=[2027, 2026]).year == year


def test_hours_that_are_brought_in_count_for_what_they_are_worth() -> None:
    hours = {"Klein": 100, "Midden": 900, "Groot": 2000}
    key = {"kind": "inbreng-in-natura", "price": 100, "rest": "gelijke-delen", "hours": hours}
    cost = found("inbreng-in-natura", key=key)
    assert cost.in_kind and cost.per_inhabitant == 3
    assert cost.highest and cost.highest.amount == 10


def test_every_option_that_can_be_calculated_names_how_by_the_words_of_a_file(content: Content) -> None:
    named = {name: one.calculation for name, one in content.options.items() if one.calculation}
    assert set(named) == set(named.values()) == set(get_args(Calculation)), "the id of the option is the word"
    assert set(get_args(Calculation)) == set(get_args(KeyKind)) - {"gewichten"} | {"strippenkaart"}
