"""What each key claims, in small sums that can be done by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from poolwijzer.costs.values import YearDivision
from tests.costs.drawn import divided, paid

POT = {"posts": [{"what": "team", "amount": "120.000"}]}


def amounts(key: Any, sizes: list[int] | None = None, **more: Any) -> list[str]:
    return [str(one) for one in paid({**POT, **more, "key": key}, sizes or [10_000, 30_000, 80_000]).values()]


def year(key: Any, sizes: list[int], **more: Any) -> YearDivision:
    return divided({**POT, **more, "key": key}, sizes).years[0]


def each(*numbers: float) -> dict[str, float]:
    return {f"Dorp {at}": number for at, number in enumerate(numbers)}


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("gemeenten-naar-inwoners", "10000.00 30000.00 80000.00"),
        ("gelijke-delen", "40000.00 40000.00 40000.00"),
        ({"kind": "vaste-basis-plus-opslag", "base": "1/2"}, "25000.00 35000.00 60000.00"),
        (
            {
                "kind": "vaste-basis-plus-opslag",
                "base": 0,
                "sizes": [{"up_to": 10000, "weight": 1}, {"up_to": 50000, "weight": 2}, {"weight": 3}],
            },
            "20000.00 40000.00 60000.00",
        ),
        (
            {"kind": "vaste-basis-plus-opslag", "base": "1/2", "weights": each(0, 1, 2)},
            "20000.00 40000.00 60000.00",
        ),
        ({"kind": "gewichten", "weights": each(1, 1, 2)}, "30000.00 30000.00 60000.00"),
        ({"kind": "vast-aantal-dagen", "days": each(10, 10, 20)}, "30000.00 30000.00 60000.00"),
        (
            {"kind": "vast-aantal-dagen", "days": each(10, 10, 20), "price": 1500, "rest": "gelijke-delen"},
            "35000.00 35000.00 50000.00",
        ),
        (
            {"kind": "betalen-naar-gebruik", "use": each(0, 100, 500), "price": 100, "rest": "gemeenten-naar-inwoners"},
            "5000.00 25000.00 90000.00",
        ),
        ({"kind": "gemeenten-naar-inwoners", "most": "50.000"}, "20000.00 50000.00 50000.00"),
        ({"kind": "gemeenten-naar-inwoners", "least": "20.000"}, "20000.00 27272.73 72727.27"),
        ({"kind": "gelijke-delen", "most_per_inhabitant": 2}, "20000.00 50000.00 50000.00"),
    ],
)
def test_a_key_divides_as_it_claims(key: Any, told: str) -> None:
    assert " ".join(amounts(key)) == told


@pytest.mark.parametrize(
    ("key", "need", "of"),
    [
        ({"kind": "vaste-basis-plus-opslag"}, "base", ()),
        ({"kind": "gewichten"}, "weights", ()),
        ({"kind": "gewichten", "weights": each(1)}, "weights", ("Dorp 1",)),
        ({"kind": "cofinanciering-per-opdracht"}, "assignments", ()),
        ({"kind": "vast-aantal-dagen"}, "days", ()),
        ({"kind": "vast-aantal-dagen", "days": 20, "rest": "gelijke-delen"}, "price", ()),
        ({"kind": "betalen-naar-gebruik", "use": each(3)}, "use", ("Dorp 1",)),
        ({"kind": "betalen-naar-gebruik", "use": each(0, 0)}, "use", ()),
        ({"kind": "inbreng-in-natura", "hours": each(3, 4), "price": 90}, "rest", ()),
        ({"kind": "inbreng-in-natura", "hours": each(3, 4), "rest": "gelijke-delen"}, "price", ()),
        ({"kind": "gelijke-delen", "most": "50.000"}, "bounds", ()),
        ({"kind": "gelijke-delen", "least": "70.000"}, "bounds", ()),
    ],
)
def test_what_is_not_set_is_asked_for_and_never_guessed(key: Any, need: str, of: tuple[str, ...]) -> None:
    found = year(key, [10_000, 30_000])
    assert found.payments == ()
    assert (found.needs[0].kind, found.needs[0].of) == (need, of)
    assert found.pot == Decimal(120_000)


def test_without_posts_a_key_or_municipalities_all_three_are_asked_for() -> None:
    (found,) = divided({}, []).years
    assert [need.kind for need in found.needs] == ["posts", "municipalities", "key"]


def test_a_year_in_which_nobody_takes_part_asks_when_they_do_and_not_who_they_are() -> None:
    members = {"Dorp 0": {"from": 2028}, "Dorp 1": {"until": 2026}}
    (found,) = divided({**POT, "key": "gelijke-delen", "years": [2027], "members": members}, [10, 20]).years
    assert [need.kind for need in found.needs] == ["members"]


@pytest.mark.parametrize("kind", ["gelijke-delen", "gemeenten-naar-inwoners", "betalen-naar-gebruik"])
def test_where_others_pay_everything_every_municipality_pays_nothing(kind: str) -> None:
    key = {"kind": kind, **({"use": each(0, 0)} if kind == "betalen-naar-gebruik" else {})}
    found = year(key, [1, 2], income=[{"from": "fonds", "amount": "130.000"}])
    assert [one.amount for one in found.payments] == [0, 0]
    assert found.surplus == Decimal(10_000)


def test_money_for_one_payer_lowers_only_what_that_one_pays() -> None:
    income = [{"from": "fonds", "amount": "30.000", "for": "De gemeenten"}, {"from": "rijk", "amount": "20.000"}]
    found = year("gelijke-delen", [1, 1], shares={"provincie": "1/4", "Gemeenten": "3/4"}, income=income)
    assert [(one.payer, one.amount) for one in found.others] == [("provincie", Decimal(25_000))]
    assert [one.amount for one in found.payments] == [Decimal(22_500)] * 2


def test_hours_in_kind_are_settled_so_that_each_bears_its_part() -> None:
    key = {"kind": "inbreng-in-natura", "hours": each(300, 1000), "price": 90, "rest": "gelijke-delen"}
    found = year(key, [10_000, 30_000])
    assert [one.in_kind for one in found.payments] == [27_000, 90_000]
    assert [one.amount for one in found.payments] == [33_000, -30_000]


def test_who_joins_half_way_counts_for_half_and_who_left_pays_nothing() -> None:
    members = {"Dorp 0": {"from": "2027-07-02"}, "Dorp 1": {"until": 2027}}
    first, second = divided({**POT, "key": "gelijke-delen", "years": [2027, 2028], "members": members}, [5, 5, 5]).years
    parts = [one.member.part for one in first.payments]
    assert [float(part) for part in parts] == [183 / 365, 1, 1]
    assert [one.amount for one in first.payments] == [Decimal("24052.58"), Decimal("47973.71"), Decimal("47973.71")]
    assert [one.member.name for one in second.payments] == ["Dorp 0", "Dorp 2"]


def test_a_number_of_days_is_for_a_whole_year_however_it_is_written() -> None:
    members = {"Dorp 0": {"from": "2027-07-02"}}
    written = [20, each(20, 20)]
    found = [
        divided(
            {**POT, "key": {"kind": "vast-aantal-dagen", "days": days}, "years": [2027], "members": members}, [5, 5]
        )
        for days in written
    ]
    assert found[0].years[0].payments == found[1].years[0].payments


def test_costs_rise_every_year_and_a_post_can_rise_otherwise_or_have_its_own_amounts() -> None:
    posts = [
        {"what": "team", "amount": "100.000"},
        {"what": "huur", "amount": "10.000", "indexing": "0%"},
        {"what": "start", "amount": {"2027": "5.000", "2028": 0, "2029": 0}},
    ]
    years = divided(
        {"posts": posts, "years": [2029, 2027, 2028], "indexing": "3,5%", "key": "gelijke-delen"}, [1]
    ).years
    assert [[str(one.amount) for one in found.posts] for found in years] == [
        ["100000.00", "10000.00", "5000.00"],
        ["103500.00", "10000.00", "0.00"],
        ["107122.50", "10000.00", "0.00"],
    ]


def test_an_assignment_is_paid_in_its_year_and_one_without_a_year_every_year() -> None:
    assignments = [
        {"municipality": "Dorp 0", "amount": "40.000", "year": 2027},
        {"municipality": "Dorp 1", "amount": "10.000"},
    ]
    key = {"kind": "cofinanciering-per-opdracht", "assignments": assignments}
    years = divided({"shares": {"provincie": "50%"}, "key": key, "years": [2027, 2028]}, [1, 1]).years
    assert [[one.amount for one in found.payments] for found in years] == [[20_000, 5_000], [0, 5_000]]


def test_of_equal_remainders_the_name_decides_and_not_the_place_in_the_list() -> None:
    assert amounts("gelijke-delen", [7, 7, 7], posts=[{"what": "x", "amount": "0,02"}]) == ["0.01", "0.01", "0.00"]
