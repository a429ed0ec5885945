"""Money, shares and quantities: what is read is what was meant, and what can be read in two ways is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from poolwijzer.problems import Fault
from poolwijzer.validation.amounts import (
    Money,
    as_typed_number,
    read_money,
    read_quantity,
    read_ratio,
    read_rise,
    read_share,
    read_weight,
)

Read = Callable[[Any], Any]
cents = st.integers(0, 10**14)


def dutch(amount: int, *, spaced: str = ".") -> str:
    return f"{amount:,}".replace(",", spaced)


@given(cents, st.sampled_from(["", "€ ", "€", "EUR ", "EUR", "euro "]), st.sampled_from(["", " euro", " EUR", " €"]))
def test_an_amount_in_dutch_is_read_to_the_cent(given_cents: int, before: str, behind: str) -> None:
    whole, rest = divmod(given_cents, 100)
    exact = Decimal(given_cents).scaleb(-2)
    for number in (dutch(whole), dutch(whole, spaced=" "), dutch(whole, spaced="\u202f"), str(whole)):
        assert read_money(f"{before}{number},{rest:02}{behind}") == exact
        assert read_money(f"{before}{number}{behind}") == whole
        assert read_money(f"{before}{number},-{behind}") == whole
    assert read_money(f"{before}{whole}.{rest:02}{behind}") == exact


@given(st.integers(1, 9999), st.integers(1, 999))
def test_an_amount_in_english_is_refused_and_never_read_otherwise(thousands: int, rest: int) -> None:
    for typed in (f"{thousands:,},{rest:03}", f"{thousands:,},{rest:03}.50"):
        with pytest.raises(Fault) as refused:
            read_money(typed)
        assert "twee manieren" in refused.value.message or "geen Nederlandse" in refused.value.message


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,4 miljoen", 1_400_000),
        ("€ 1,125 mln.", 1_125_000),
        ("1.4 MILJOEN", 1_400_000),
        ("9 ton", 900_000),
        ("12,5 duizend euro", 12_500),
        ("900k", 900_000),
        ("€ 700.000,-", 700_000),
        ("€ 700.000,–", 700_000),
        (0.1, Decimal("0.1")),
        (10.5, Decimal("10.5")),
        ("0,87", Decimal("0.87")),
    ],
)
def test_an_amount_as_people_type_it_is_understood(typed: object, amount: int | Decimal) -> None:
    assert read_money(typed) == amount


@pytest.mark.parametrize(
    ("read", "typed", "hint"),
    [
        (read_money, "1,600", "Schrijf 1.600 of 1,6."),
        (read_money, "1,625", "Schrijf 1.625."),
        (read_money, "1,600,000.50", "Schrijf 1.600.000,50."),
        (read_money, "1.125 miljoen", "Schrijf 1125 miljoen of 1,125 miljoen."),
        (read_money, "1.600.000,005", "te veel cijfers achter de komma"),
        (read_money, "0,875", "te veel cijfers achter de komma"),
        (read_money, "-12", "kan hier niet onder nul zijn. Zet geld dat binnenkomt onder income"),
        (read_money, "€ -12", "kan hier niet onder nul zijn"),
        (read_money, "p.m.", "Weet u het nog niet? Haal het dan weg."),
        (read_money, "2.000.000.000.000", "is te groot"),
        (read_money, "1.60.000", "Schrijf een bedrag als"),
        (read_money, "10%", "Schrijf een bedrag als"),
        (read_money, True, "Schrijf een bedrag als"),
        (read_quantity, "1,125", "Schrijf 1.125 of 1,1250."),
        (read_quantity, "120 uur", "Schrijf een getal als 120 of 7,5."),
        (read_weight, "1.125", "Schrijf 1125 of 1,125."),
        (read_weight, "-1", "kan hier niet onder nul zijn"),
        (read_share, "10", "Bedoelt u 10%?"),
        (read_share, "4/3", "meer dan het geheel"),
        (read_share, "-10%", "Schrijf een deel als 1/3, 10% of 0,25."),
        (read_share, "1/0", "Schrijf een deel als 1/3, 10% of 0,25."),
        (read_ratio, "125", "Bedoelt u 125%?"),
        (read_rise, "1", "Bedoelt u 1%?"),
        (read_rise, "3.5", "Bedoelt u 3.5%?"),
    ],
)
def test_what_is_not_clear_is_refused_with_what_to_write(read: Read, typed: object, hint: str) -> None:
    with pytest.raises(Fault) as refused:
        read(typed)
    assert hint in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize(
    ("read", "typed", "exact"),
    [
        (read_share, "1/3", Fraction(1, 3)),
        (read_share, "33,3 %", Fraction(333, 1000)),
        (read_share, "0.125", Fraction(1, 8)),
        (read_rise, "3,5%", Fraction(35, 1000)),
        (read_ratio, "125%", Fraction(5, 4)),
        (read_quantity, "1.363", 1363),
        (read_quantity, "45.5", Fraction(91, 2)),
        (read_quantity, "0.875", Fraction(7, 8)),
        (read_weight, "1,125", Fraction(9, 8)),
        (read_weight, "100/3", Fraction(100, 3)),
        (read_weight, "40%", Fraction(2, 5)),
    ],
)
def test_a_part_or_a_number_is_read_exactly(read: Read, typed: str, exact: Fraction) -> None:
    assert read(typed) == exact


fractions = st.fractions(0, 10, max_denominator=10**20)


def exact_with(decimals: int) -> st.SearchStrategy[Fraction]:
    return st.integers(0, 10**9).map(lambda number: Fraction(number, 10**decimals))


@given(st.integers(0, 4).flatmap(exact_with), cents, fractions, fractions.filter(lambda it: it <= 1))
def test_what_a_file_gets_is_read_back_as_the_same_number(
    quantity: Fraction, money: int, weight: Fraction, share: Fraction
) -> None:
    amount = Decimal(money).scaleb(-2)
    written: list[tuple[Read, Fraction | Decimal]] = [
        (read_quantity, quantity),
        (read_weight, quantity),
        (read_money, amount),
        (read_weight, weight),
        (read_ratio, weight),
        (read_share, share),
    ]
    for read, value in written:
        assert read(str(as_typed_number(value))) == value


@pytest.mark.parametrize("read", [read_ratio, read_share, read_weight])
def test_a_part_that_no_file_can_hold_is_refused_from_a_script_too(read: Read) -> None:
    assert read(Fraction(1, 10**24 - 1)) == read(f"1/{10**24 - 1}")
    with pytest.raises(Fault):
        read(Fraction(1, 10**24))


@given(st.text(st.sampled_from("0123456789.,- €%/k"), max_size=12))
def test_nothing_that_can_be_typed_breaks_the_reading(typed: str) -> None:
    for read in (read_money, read_quantity, read_weight, read_ratio, read_share, read_rise):
        try:
            assert read(typed) >= 0
        except Fault as refused:
            assert refused.hint


def test_a_part_as_small_as_a_computer_writes_it_is_read_back() -> None:
    small = read_share(2e-25)
    assert read_share(as_typed_number(small)) == small > 0


def test_an_amount_that_comes_again_is_the_same_and_what_is_refused_stays_so() -> None:
    money = TypeAdapter[Decimal](Money)
    for _ in range(2):
        assert money.validate_python("1.600,50") == Decimal("1600.50")
        assert money.validate_python(1) == money.validate_python("1") == 1
        for refused in (True, "1.60.0", ["1"], None):
            with pytest.raises(ValidationError):
                money.validate_python(refused)
