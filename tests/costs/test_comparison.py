"""The same budget by every key, against last year, and who pays for whom."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.costs import Costs, Key, KeyKind
from poolwijzer.assessment.model import Initiative
from poolwijzer.costs.changes import since_last_year
from poolwijzer.costs.comparison import KeyCase, KeyComparison, bare_key, compare_keys
from poolwijzer.costs.division import divide_costs
from poolwijzer.costs.solidarity import Solidarity, find_solidarity
from poolwijzer.municipalities import find_in_province

TWELVE = [one.name for one in find_in_province("Drenthe")]
POSTS = [{"what": "team", "amount": "1.600.000"}]


def an_initiative(*names: str) -> Initiative:
    return Initiative.model_validate({"id": "regio", "name": "Regio", "municipalities": list(names or TWELVE)})


def compared(*names: str, **costs: object) -> KeyComparison:
    return compare_keys(
        Costs.model_validate({"posts": POSTS, "shares": {"provincie": "1/3"}, **costs}), an_initiative(*names)
    )


def kinds(cases: Iterable[KeyCase]) -> list[str]:
    return [one.key.kind for one in cases]


@pytest.mark.parametrize("kind", get_args(KeyKind))
def test_a_bare_key_is_what_would_be_read_of_its_kind_alone(kind: KeyKind) -> None:
    bare, read = bare_key(kind), Key.model_validate(kind)
    assert bare == read and bare.model_fields_set == read.model_fields_set
    assert Costs.model_construct() == Costs()


def test_the_deck_without_a_base_is_shown_by_inhabitants_in_equal_parts_and_by_several_bases() -> None:
    found = compared(key="vaste-basis-plus-opslag")
    assert kinds(found.cases) == ["gemeenten-naar-inwoners", *["vaste-basis-plus-opslag"] * 3, "gelijke-delen"]
    bases = [(one.origin, one.key.base) for one in found.cases[1:4]]
    assert bases == [("example", Fraction(1, 10)), ("example", Fraction(1, 4)), ("example", Fraction(1, 2))]
    assert found.own is None and found.reference == found.cases[0]


def test_the_key_of_the_file_goes_first_and_is_what_others_are_held_against() -> None:
    found = compared(key={"kind": "vaste-basis-plus-opslag", "base": "20%"})
    assert kinds(found.cases) == ["vaste-basis-plus-opslag", "gemeenten-naar-inwoners", "gelijke-delen"]
    assert found.reference == found.own == found.cases[0]
    by_inhabitants = {one.name: one.way for one in found.changes(found.cases[1], 0)}
    assert by_inhabitants["Emmen"] == "more" and by_inhabitants["Westerveld"] == "less"


def test_what_a_key_lacks_is_named_and_nothing_is_made_up() -> None:
    lacking = {
        one.key.kind: [need.kind for need in one.division.needs] for one in compared(key="gelijke-delen").lacking
    }
    assert lacking == {
        "cofinanciering-per-opdracht": ["assignments"],
        "vast-aantal-dagen": ["days"],
        "betalen-naar-gebruik": ["use"],
        "inbreng-in-natura": ["rest", "price"],
        "gewichten": ["weights"],
    }


def test_without_what_it_costs_no_key_is_blamed() -> None:
    assert [one.kind for one in compared(posts=[]).needs] == ["posts"]


def test_bounds_that_were_agreed_hold_for_every_key() -> None:
    found = compared(key={"kind": "gelijke-delen", "least": 60_000})
    assert all(one.amount >= 60_000 for case in found.cases for one in case.division.years[0].payments)


def test_the_key_of_the_strips_is_tried_too() -> None:
    strips = {"key": {"kind": "gewichten", "weights": dict.fromkeys(TWELVE, 1)}}
    found = compared(key="gemeenten-naar-inwoners", strips=strips)
    assert [(one.key.kind, one.origin) for one in found.cases[:2]] == [
        ("gemeenten-naar-inwoners", "own"),
        ("gewichten", "strips"),
    ]


@given(
    st.integers(0, 10**11).map(lambda cents: Decimal(cents).scaleb(-2)),
    st.lists(st.sampled_from(TWELVE), min_size=1, max_size=12, unique=True),
    st.fractions(0, 1, max_denominator=30),
)
def test_every_key_shares_the_same_pot_to_the_cent(amount: Decimal, names: list[str], base: Fraction) -> None:
    posts = [{"what": "team", "amount": amount}]
    found = compared(*names, posts=posts, key={"kind": "vaste-basis-plus-opslag", "base": base})
    pots = {sum(one.amount for one in case.division.years[0].payments) for case in found.cases}
    assert pots == {found.years[0].pot}
    for member in (one.member for one in found.cases[0].division.years[0].payments):
        least, most = found.range_of(member, 0)
        own = found.cases[0].payment(0, member.name)
        assert own is not None and least <= own.per_inhabitant <= most
    for case in found.cases:
        assert sum(one.more or 0 for one in found.changes(case, 0)) == 0


def test_each_is_held_against_what_it_paid_last_year() -> None:
    last = {"year": 2026, "amount": 200_000, "contributions": {"Assen": 60_000, "De Wolden": 50_000, "Emmen": 1_000}}
    costs = Costs.model_validate(
        {
            "years": [2026, 2027],
            "posts": [{"what": "team", "amount": 150_000}],
            "key": "gelijke-delen",
            "last_year": last,
        }
    )
    three = an_initiative("Assen", "De Wolden", "Westerveld")
    assert costs.last_year
    since = since_last_year(costs.last_year, divide_costs(costs, three))
    assert (since.last, since.now.year, since.total.more) == (2026, 2027, Decimal(-50_000))
    assert [(one.name, one.way) for one in since.municipalities] == [
        ("Assen", "less"),
        ("De Wolden", "same"),
        ("Westerveld", None),
        ("Emmen", "less"),
    ]


def solidarity(**costs: object) -> Solidarity:
    given = Costs.model_validate({"posts": POSTS, **costs})
    found = find_solidarity(given, divide_costs(given, an_initiative("Assen", "De Wolden", "Emmen", "Westerveld")))
    assert found
    return found


def test_small_ones_are_seen_to_use_more_than_they_pay() -> None:
    weights = dict.fromkeys(("Assen", "De Wolden", "Emmen", "Westerveld"), 1)
    found = solidarity(key="gemeenten-naar-inwoners", strips={"key": {"kind": "gewichten", "weights": weights}})
    assert found.bases == ("strips",) and not found.assumed
    assert [row.names for row in found.rows] == [("Westerveld",), ("De Wolden",), ("Assen",), ("Emmen",)]
    assert found.small and found.small.use_parts == (Fraction(1, 2),)
    assert found.small.paid_part < Fraction(1, 4) and abs(
        found.small.paid_part - found.small.population_part
    ) < Fraction(1, 10**6)


def test_where_the_use_is_not_given_both_assumptions_are_shown() -> None:
    found = solidarity(key="gelijke-delen")
    assert found.assumed and found.bases == ("equal", "population")


def test_strips_without_a_key_of_their_own_go_as_the_costs_and_equal_parts_stand_beside_them() -> None:
    found = solidarity(key="gemeenten-naar-inwoners", strips={"price": 10_000})
    assert found.bases == ("strips-as-costs", "equal") and not found.assumed
    assert all(row.use_parts == (row.paid_part, Fraction(1, 4)) for row in found.rows)


@pytest.mark.parametrize(
    ("key", "basis"),
    [
        ({"kind": "vast-aantal-dagen", "days": 20}, "days"),
        (
            {"kind": "betalen-naar-gebruik", "use": {"Assen": 3, "De Wolden": 1, "Emmen": 0, "Westerveld": 0}},
            "use",
        ),
        (
            {"kind": "cofinanciering-per-opdracht", "assignments": [{"municipality": "Assen", "amount": 1_600_000}]},
            "assignments",
        ),
    ],
)
def test_what_a_key_counts_is_what_may_be_used(key: object, basis: str) -> None:
    found = solidarity(key=key)
    assert found.bases == (basis,)
    for column in range(len(found.bases)):
        assert sum(row.use_parts[column] for row in found.rows) == 1
    assert sum(row.paid_part for row in found.rows) == 1


def test_use_that_is_given_to_compare_with_counts_too() -> None:
    use = {"kind": "betalen-naar-gebruik", "use": {"Assen": 1, "De Wolden": 1, "Emmen": 1, "Westerveld": 1}}
    assert solidarity(key="gelijke-delen", compare=[use]).bases == ("use",)
    del use["use"]["Emmen"]  # type: ignore[attr-defined]
    assert solidarity(key="gelijke-delen", compare=[use]).assumed


def test_what_assignments_cost_is_the_budget_by_every_key() -> None:
    asked = [{"municipality": "Assen", "amount": 40_000, "year": 2027}, {"municipality": "Emmen", "amount": 10_000}]
    key = {"kind": "cofinanciering-per-opdracht", "assignments": asked}
    found = compared("Assen", "Emmen", years=[2027, 2028], posts=[], shares={}, key=key)
    assert [[str(year.total) for year in one.division.years] for one in found.cases] == [
        ["50000.00", "10000.00"] for _ in found.cases
    ]
    assert len(found.cases) == 6


def test_keys_that_are_given_to_compare_with_come_with_their_own_bounds() -> None:
    more = [{"kind": "gelijke-delen", "most": 400_000}, {"kind": "gemeenten-naar-inwoners"}]
    found = compared(key={"kind": "vaste-basis-plus-opslag", "base": 0, "least": 60_000}, compare=more)
    assert [(one.key.kind, one.origin, one.key.least, one.key.most) for one in found.cases[1:]] == [
        ("gelijke-delen", "given", None, 400_000),
        ("gemeenten-naar-inwoners", "given", 60_000, None),
    ]


def test_where_nobody_pays_nothing_is_said_of_solidarity() -> None:
    costs = Costs.model_validate({"posts": [{"what": "team", "amount": 0}], "key": "gelijke-delen"})
    assert find_solidarity(costs, divide_costs(costs, an_initiative())) is None
