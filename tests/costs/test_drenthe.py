"""The sums of the Flexteam in Drenthe, by the rules that the workshop told (source s1)."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal, localcontext

import pytest

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.values import YearDivision
from poolwijzer.municipalities import find_in_province

TWELVE = [one.name for one in find_in_province("Drenthe")]
DRENTHE = {
    "posts": [{"what": "personeel", "amount": "9 ton"}, {"what": "inkoop", "amount": "€ 700.000,-"}],
    "shares": {"provincie": "1/3"},
}
CENT = Decimal("0.01")
CENTS = {
    "0%": "54684.41 147477.60 55042.00 75589.12 52007.85 231360.89 "
    "119738.66 75768.97 72133.92 67043.16 73496.53 42323.56",
    "10%": "58104.86 141618.73 58426.69 76919.09 55695.96 217113.69 "
    "116653.69 77080.96 73809.41 69227.73 75035.77 46980.09",
    "100%": " ".join(["88888.89"] * 11 + ["88888.88"]),
}


def divided(**more: object) -> YearDivision:
    costs = Costs.model_validate({**DRENTHE, **more})
    drenthe = Initiative.model_validate({"id": "flexteam-drenthe", "name": "Flexteam", "municipalities": TWELVE})
    return divide_costs(costs, drenthe).years[0]


@pytest.mark.parametrize(("base", "cents"), CENTS.items())
def test_the_twelve_pay_what_the_rules_of_drenthe_say_to_the_cent(base: str, cents: str) -> None:
    year = divided(key={"kind": "vaste-basis-plus-opslag", "base": base})
    assert [(one.payer, one.amount) for one in year.others] == [("provincie", Decimal("533333.33"))]
    assert year.pot == Decimal("1066666.67")
    assert " ".join(str(one.amount) for one in year.payments) == cents
    assert sum(one.amount for one in year.payments) == year.pot


@pytest.mark.parametrize(("base", "cents"), CENTS.items())
def test_the_cents_are_those_of_the_formula_worked_out_by_another_road(base: str, cents: str) -> None:
    """By the formula of the deck in fifty decimals, and the cents that are left given one by one to who misses most."""
    people = [one.population for one in find_in_province("Drenthe")]
    with localcontext() as context:
        context.prec = 50
        pot, fixed = Decimal("1066666.67"), Decimal(base.removesuffix("%")) / 100
        exact = [pot * (fixed / len(people) + (1 - fixed) * Decimal(size) / sum(people)) for size in people]
        paid = [one.quantize(CENT, rounding=ROUND_DOWN) for one in exact]
        while sum(paid) < pot:
            most = max(range(len(paid)), key=lambda at: (exact[at] - paid[at], -at))
            paid[most] += CENT
    assert " ".join(map(str, paid)) == cents


def test_money_of_the_rijk_lowers_the_contribution_of_everybody_in_proportion() -> None:
    key = {"kind": "vaste-basis-plus-opslag", "base": "10%"}
    year = divided(key=key, income=[{"from": "rijk", "amount": "400.000"}])
    assert (year.others[0].amount, year.pot) == (Decimal(400_000), Decimal(800_000))
    without = divided(key=key)
    for lower, higher in zip(year.payments, without.payments, strict=True):
        assert abs(lower.amount - higher.amount * 3 / 4) <= Decimal("0.01")


def test_without_the_fixed_part_nothing_is_assumed() -> None:
    year = divided(key="vaste-basis-plus-opslag")
    assert [need.kind for need in year.needs] == ["base"] and year.payments == ()
