"""What everybody may use, has used and has left: the balance of a day, its forecast, and its signal."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.costs.strips.lines import LedgerLine
from tests.costs.a_card import END, PLACES, YEAR, balance, of, used

HALF_YEAR = date(YEAR, 7, 1)


def transfer(giver: str, to: str, strips: float | str, day: str = "2027-03-01") -> LedgerLine:
    return used(giver, strips, day, kind="transfer", to=to, product="")


def carry(municipality: str, strips: float | str, day: str = "2027-01-01") -> LedgerLine:
    return used(municipality, strips, day, kind="carry", product="")


def whole(*numbers: int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def test_what_is_used_goes_off_what_one_has_in_strips_or_hours() -> None:
    hours = LedgerLine("h", date(YEAR, 3, 1), municipality="Kleindorp", product="regie", hours=Fraction(250))
    found = balance(used("Kleindorp", 2), hours)
    small = of(found, "Kleindorp")
    assert (small.share, small.used, small.left) == (Fraction(10), Fraction(9, 2), Fraction(11, 2))
    assert small.used / small.available == Fraction(9, 20)
    assert of(found, "Grootstad").left == 60 and found.used == Fraction(9, 2)
    assert [(one.product, one.strips, one.lines) for one in found.products] == [
        ("regie", Fraction(5, 2), 1),
        ("warmteplan", 2, 1),
    ]


def test_hours_that_no_strip_has_are_asked_for() -> None:
    hours = LedgerLine("h", date(YEAR, 3, 1), municipality="Kleindorp", hours=Fraction(250))
    found = balance(hours, strips={"hours": None})
    assert [need.kind for need in found.needs] == ["hours"] and found.balances == ()
    assert of(balance(used("Kleindorp", 2), strips={"hours": None}), "Kleindorp").left == 8


def test_a_name_in_other_capitals_is_the_same_municipality() -> None:
    found = balance(used("kleindorp ", 2), transfer("KLEINDORP", "grootstad", 1))
    assert [one.municipality for one in found.balances] == list(PLACES)
    assert (of(found, "Kleindorp").left, of(found, "Grootstad").available) == whole(7, 61)


def test_who_does_not_take_part_and_uses_strips_is_not_lost() -> None:
    found = balance(used("Assen", 3), transfer("Kleindorp", "Emmen", 2))
    assert [one.municipality for one in found.balances if one.member is None] == ["Assen", "Emmen"]
    assert (of(found, "Assen").left, of(found, "Emmen").left) == whole(-3, 2)
    assert of(found, "Assen").signal == "used"


def test_joint_use_goes_off_the_joint_part_whoever_asked_for_it() -> None:
    found = balance(
        used("", 4, kind="joint"), used("Kleindorp", 2, kind="joint"), used("", 9, "2027-12-31", kind="joint"),
        on=HALF_YEAR, strips={"joint": "20%"},
    )  # fmt: skip
    assert (found.joint.share, found.joint.used, found.joint.planned, found.joint.left) == whole(20, 6, 9, 14)
    assert of(found, "Kleindorp").used == 0 and found.used == 6


def test_what_one_gives_another_gets() -> None:
    found = balance(transfer("Grootstad", "Kleindorp", 5), used("Kleindorp", 12))
    assert (of(found, "Grootstad").available, of(found, "Kleindorp").available) == whole(55, 15)
    assert of(found, "Kleindorp").left == 3 and of(found, "Kleindorp").signal == ""


def test_what_is_of_later_is_planned_and_does_not_count_yet() -> None:
    later = transfer("Grootstad", "Kleindorp", 5, "2027-09-01")
    found = balance(used("Kleindorp", 2), used("Kleindorp", 6, "2027-10-01"), later, on=HALF_YEAR)
    small = of(found, "Kleindorp")
    assert (small.used, small.planned, small.available, small.forecast) == whole(2, 6, 10, 8)
    assert [one.day.month for one in found.later] == [10, 9]
    assert [one.strips for one in found.products] == [2]


def test_another_year_is_told_and_does_not_count() -> None:
    found = balance(used("Kleindorp", 2, "2026-05-01"), used("Kleindorp", 3, "2028-05-01"))
    assert found.other_years == (2026, 2028) and of(found, "Kleindorp").used == 0


def test_the_forecast_goes_on_as_until_now() -> None:
    found = balance(used("Kleindorp", 4.5), on=date(YEAR, 3, 31))
    assert of(found, "Kleindorp").forecast == Fraction(9, 2) * 365 / 90
    assert of(found, "Grootstad").forecast == 0
    assert of(balance(used("Kleindorp", 5)), "Kleindorp").forecast == 5


def test_a_year_that_has_only_begun_has_no_forecast() -> None:
    line = used("Kleindorp", 9, "2027-01-02")
    assert of(balance(line, on=date(YEAR, 1, 30)), "Kleindorp").forecast is None
    assert of(balance(line, on=date(YEAR, 1, 31)), "Kleindorp").forecast == Fraction(9 * 365, 31)
    assert of(balance(line, on=date(YEAR - 1, 12, 31)), "Kleindorp").forecast is None


def test_who_joins_in_summer_is_forecast_from_that_day() -> None:
    joins: dict[str, Any] = {"years": [YEAR], "members": {"Kleindorp": {"from": "2027-07-01"}}}
    line = used("Kleindorp", 2, "2027-08-01")
    assert of(balance(line, on=date(YEAR, 7, 30), **joins), "Kleindorp").forecast is None
    assert of(balance(line, on=date(YEAR, 9, 30), **joins), "Kleindorp").forecast == 4


@pytest.mark.parametrize(("strips", "signal"), [(12, ""), ("12.49", ""), ("12.5", "used"), (13, "used")])
def test_at_the_agreed_bound_follows_a_good_conversation(strips: float | str, signal: str) -> None:
    assert of(balance(used("Kleindorp", strips)), "Kleindorp").signal == signal


def test_the_bound_is_a_setting_and_a_forecast_passes_it_too() -> None:
    line = used("Kleindorp", 7)
    assert of(balance(line, on=HALF_YEAR), "Kleindorp").signal == "forecast"
    assert of(balance(line, on=HALF_YEAR, strips={"signal": "150%"}), "Kleindorp").signal == ""
    assert of(balance(line, on=HALF_YEAR, strips={"signal": "70%"}), "Kleindorp").signal == "used"
    assert [one.signal for one in balance(on=HALF_YEAR).balances] == ["", "", ""]


def test_what_is_left_goes_along_as_far_as_was_agreed() -> None:
    lines = [
        used("Grootstad", 50, "2026-05-01"),
        used("Kleindorp", 9, "2026-05-01"),
        used("Middelstad", 40, "2026-06-01"),
    ]
    found = balance(*lines, strips={"carry_over": "25%"})
    assert {one.municipality: one.carried for one in found.balances} == {
        "Grootstad": 10,
        "Middelstad": 0,
        "Kleindorp": 1,
    }
    assert of(balance(lines[0], strips={"carry_over": "10%"}), "Grootstad").carried == 6
    assert [one.carried for one in balance(*lines).balances] == [0, 0, 0]


def test_what_went_along_may_go_along_again() -> None:
    start = used("Middelstad", 1, "2025-05-01")
    found = balance(start, strips={"carry_over": 1})
    assert of(found, "Kleindorp").carried == 10
    assert of(balance(start, used("Kleindorp", 15, "2026-02-01"), strips={"carry_over": 1}), "Kleindorp").carried == 5


def test_nothing_goes_along_from_before_the_ledger_or_the_budget() -> None:
    assert of(balance(used("Kleindorp", 1), strips={"carry_over": 1}), "Kleindorp").carried == 0
    old = used("Kleindorp", 1, "2026-05-01")
    assert of(balance(old, years=[YEAR], strips={"carry_over": 1}), "Kleindorp").carried == 0
    assert of(balance(old, years=[2026, YEAR], strips={"carry_over": 1}), "Kleindorp").carried == 9


def test_hours_of_the_year_before_that_no_strip_has_are_asked_for_too() -> None:
    hours = LedgerLine("h", date(2026, 3, 1), municipality="Kleindorp", hours=Fraction(250))
    assert balance(hours, strips={"hours": None}).needs == ()
    found = balance(hours, strips={"hours": None, "carry_over": 1})
    assert [need.kind for need in found.needs] == ["hours"] and found.balances == ()


def test_a_line_says_what_goes_along_and_goes_before_the_setting() -> None:
    lines = [used("Kleindorp", 2, "2026-05-01"), carry("Kleindorp", 3)]
    small = of(balance(*lines, strips={"carry_over": 1}), "Kleindorp")
    assert small.carried_by_line and (small.carried, small.available) == whole(3, 13)
    assert of(balance(carry("Kleindorp", 3)), "Kleindorp").available == 13


def test_a_mistake_is_corrected_by_a_line() -> None:
    wrong = used("Kleindorp", 20)
    right = used("Kleindorp", 2, corrects=wrong.id)
    found = balance(wrong, right)
    assert of(found, "Kleindorp").used == 2
    assert found.counted.corrected == (wrong,) and found.counted.lines == (right,)
    assert of(balance(wrong, used("Kleindorp", 0, corrects=wrong.id)), "Kleindorp").used == 0
    moved = balance(wrong, used("Grootstad", 3, "2026-02-01", corrects=wrong.id))
    assert moved.used == 0 and moved.other_years == (2026,)


def test_what_is_needed_leaves_no_half_a_balance() -> None:
    found = balance(used("Kleindorp", 2), key="vaste-basis-plus-opslag")
    assert found.balances == () and [need.kind for need in found.card.key_needs] == ["base"]
    assert [need.kind for need in balance(years=[2030]).needs] == ["year"]


places = st.sampled_from([*PLACES, "Elders"])
lots = st.integers(1, 40).map(lambda quarters: Fraction(quarters, 4))
days = st.dates(date(2026, 1, 1), END)
uses = st.builds(lambda where, strips, day: used(where, str(float(strips)), day.isoformat()), places, lots, days)
gifts = st.builds(
    lambda where, to, strips, day: transfer(where, to, str(float(strips)), day.isoformat()), places, places, lots, days
)


@given(st.lists(uses | gifts, max_size=20), days.filter(lambda day: day.year == YEAR))
def test_no_strip_comes_or_goes(lines: list[LedgerLine], on: date) -> None:
    found = balance(*lines, on=on, strips={"joint": "10%"})
    assert sum(one.available for one in found.balances) + found.joint.share == found.card.total
    now = [one.strips or 0 for one in lines if one.kind == "use" and one.day.year == YEAR and one.day <= on]
    assert sum(one.used for one in found.balances) == sum(now) == sum(one.strips for one in found.products)
    assert all(one.forecast is None or one.forecast >= one.used + one.planned for one in found.balances)


@given(st.lists(uses | gifts, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_ledger_changes_no_balance(lines: list[LedgerLine], random: Random) -> None:
    other = list(lines)
    random.shuffle(other)
    settings: dict[str, Any] = {"strips": {"carry_over": "50%"}}
    assert balance(*lines, **settings).balances == balance(*other, **settings).balances
