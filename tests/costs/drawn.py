"""Any costs that can be shared, over any municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from poolwijzer.assessment.costs import Costs
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.values import Division

YEARS = (2027, 2028)
YEAR_BEFORE, YEAR_AFTER = date(2026, 6, 1), date(2029, 6, 1)
euros = st.integers(0, 10**9).map(lambda cents: f"{cents // 100},{cents % 100:02}")
some_euros = st.integers(1, 10**7).map(lambda cents: f"{cents // 100},{cents % 100:02}")
part = st.fractions(0, 1, max_denominator=100).map(str)
weight = st.fractions(0, 50, max_denominator=20).map(str)
some_weight = st.fractions("1/20", 50, max_denominator=20).map(str)
hours = st.integers(1, 20_000).map(lambda quarters: quarters / 4)
of_rest = st.sampled_from(["gelijke-delen", "gemeenten-naar-inwoners"])
rest = of_rest | st.just("naar-rato")
populations = st.lists(st.integers(1, 10**6), min_size=1, max_size=9)


def initiative(sizes: Sequence[int]) -> Initiative:
    listed = [{"name": name_of(at), "population": size} for at, size in enumerate(sizes)]
    return Initiative.model_validate({"id": "proef", "name": "Proef", "municipalities": listed})


def name_of(at: int) -> str:
    return f"Dorp {at}"


def divided(costs: dict[str, Any], sizes: Sequence[int]) -> Division:
    return divide_costs(Costs.model_validate(costs), initiative(sizes))


def paid(costs: dict[str, Any], sizes: Sequence[int]) -> dict[str, Decimal]:
    """What each pays in the first year."""
    (year, *_) = divided(costs, sizes).years
    assert not year.needs
    return {one.member.name: one.amount for one in year.payments}


def keys(names: Sequence[str], kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """A key with every figure that it needs."""

    def each(value: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(dict.fromkeys(names, value))

    sizes = st.lists(st.integers(1, 10**6), max_size=3, unique=True).flatmap(
        lambda bounds: st.lists(some_weight.map(Fraction), min_size=len(bounds) + 1, max_size=len(bounds) + 1).map(
            lambda weights: [
                {"weight": str(one), **({"up_to": bound} if bound else {})}
                for one, bound in zip(sorted(weights), [*sorted(bounds), None], strict=True)
            ]
        )
    )
    assignment = st.fixed_dictionaries({"municipality": st.sampled_from(names), "amount": some_euros})
    words: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "vaste-basis-plus-opslag": {"base": part},
        "cofinanciering-per-opdracht": {"assignments": st.lists(assignment, min_size=1, max_size=5), "rest": rest},
        "vast-aantal-dagen": {"days": hours | each(hours), "price": some_euros, "rest": rest},
        "betalen-naar-gebruik": {"use": each(hours), "price": some_euros, "rest": rest},
        "inbreng-in-natura": {
            "hours": each(hours),
            "price": some_euros,
            "rest": rest.filter(lambda it: it != "naar-rato"),
        },
        "gewichten": {"weights": each(some_weight)},
    }
    more = {"sizes": sizes} if kind == "vaste-basis-plus-opslag" else {}
    return st.fixed_dictionaries({"kind": st.just(kind), **words.get(kind, {})}, optional=more)


KINDS = (
    "gemeenten-naar-inwoners",
    "vaste-basis-plus-opslag",
    "gelijke-delen",
    "cofinanciering-per-opdracht",
    "vast-aantal-dagen",
    "betalen-naar-gebruik",
    "inbreng-in-natura",
    "gewichten",
)


@st.composite
def budgets(draw: st.DrawFn, kinds: Sequence[str] = KINDS) -> tuple[dict[str, Any], list[int]]:
    """Costs and the inhabitants of who takes part; every figure is set."""
    sizes = draw(populations)
    names = [name_of(at) for at in range(len(sizes))]
    key = draw(keys(names, draw(st.sampled_from(kinds))))
    amount = euros | st.fixed_dictionaries(dict.fromkeys(YEARS, euros))
    post = st.fixed_dictionaries({"what": st.just("post"), "amount": amount}, optional={"indexing": st.just("3,5%")})
    payer = st.sampled_from(["iedereen", "gemeenten", "provincie"])
    income = st.fixed_dictionaries({"from": st.just("rijk"), "amount": amount, "for": payer})
    joins = st.dictionaries(
        st.sampled_from(names),
        st.fixed_dictionaries({"from": st.dates(YEAR_BEFORE, YEAR_AFTER).map(str)}),
        max_size=max(len(names) - 1, 0),
    )
    costs = draw(
        st.fixed_dictionaries(
            {
                "years": st.just(list(YEARS)),
                "posts": st.lists(post, min_size=1, max_size=4),
                "income": st.lists(income, max_size=3),
                "shares": st.fixed_dictionaries({"provincie": part}),
            },
            optional={"indexing": st.sampled_from(["2%", "0", "7,25%"]), "members": joins},
        )
    )
    return {**costs, "key": key}, sizes
