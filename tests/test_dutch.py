"""Numbers, dates and words as the Dutch write them, held against babel."""

import decimal
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.dutch import (
    LONGEST_SLUG,
    NO_BREAK_SPACE,
    capitalise,
    count_things,
    euros,
    join_words,
    long_date,
    make_slug,
    number,
    percentage,
    short_day,
    short_number,
    short_percentage,
    sorting_key,
    uncapitalise,
)

AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=4)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1_600_000, None, "1.600.000"),
        (1000, None, "1.000"),
        (999, None, "999"),
        (3.7, None, "3,7"),
        (4.0, None, "4"),
        (3.96, None, "4"),
        (Fraction(11, 3), None, "3,7"),
        (Fraction(11, 3), 2, "3,67"),
        (Decimal("4.50"), 2, "4,50"),
        (4, 1, "4,0"),
        (1.05, 2, "1,05"),
        (-1234.5, None, "-1.234,5"),
        (1e21, None, "1.000.000.000.000.000.000.000"),
    ],
)
def test_a_number_is_written_with_points_and_a_comma(
    value: int | float | Fraction | Decimal, decimals: int | None, expected: str
) -> None:
    assert number(value, decimals) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(1, 4), 1, "0,3"),
        (Fraction(5, 2), 0, "3"),
        (2.675, 2, "2,68"),
        (0.15, 1, "0,2"),
        (-2.5, 0, "-3"),
        (Fraction(10**30 // 2 - 1, 10**30), 0, "0"),
    ],
)
def test_a_half_goes_away_from_zero_on_the_exact_value(value: float | Fraction, decimals: int, expected: str) -> None:
    assert number(value, decimals) == expected


def test_a_number_that_rounds_to_zero_has_no_minus_sign() -> None:
    assert number(-0.04) == number(-0.0) == "0"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity"), Decimal("NaN")])
def test_a_number_that_is_not_finite_is_refused(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        number(value)


def test_a_negative_number_of_decimals_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        number(1, -1)


@given(AMOUNTS, st.integers(min_value=0, max_value=3))
def test_numbers_are_those_of_babel(value: Decimal, decimals: int) -> None:
    pattern = "#,##0" + "." * bool(decimals) + "0" * decimals
    assert number(value, decimals) == _without_negative_zero(_of_babel(value, pattern))


@given(AMOUNTS)
def test_numbers_of_as_many_decimals_as_needed_are_those_of_babel(value: Decimal) -> None:
    assert number(value) == _without_negative_zero(_of_babel(value, "#,##0.#"))


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_floats_are_those_of_babel(value: float) -> None:
    assert number(value, 2) == _without_negative_zero(_of_babel(value, "#,##0.00"))


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_amounts_of_money_are_those_of_babel(cents: int) -> None:
    amount = Decimal(cents) / 100
    assert euros(amount, 2) == format_currency(amount, "EUR", locale="nl")
    if cents % 100 == 0:
        assert euros(amount) == format_currency(amount, "EUR", locale="nl").removesuffix(",00")


@given(st.integers(min_value=-1000, max_value=1000))
def test_percentages_are_those_of_babel(hundredths: int) -> None:
    assert percentage(Fraction(hundredths, 100)) == format_percent(Decimal(hundredths) / 100, locale="nl")


@given(st.dates())
def test_dates_are_those_of_babel(day: date) -> None:
    assert long_date(day) == format_date(day, "long", locale="nl")


@given(st.dates())
def test_short_days_are_those_of_babel_and_break_nowhere(day: date) -> None:
    assert short_day(day).replace(NO_BREAK_SPACE, " ") == format_date(day, "d MMM y", locale="nl")
    assert short_day(day, year=False).replace(NO_BREAK_SPACE, " ") == format_date(day, "d MMM", locale="nl")


@given(AMOUNTS)
def test_a_short_number_has_no_zeros_behind_its_comma(value: Decimal) -> None:
    assert short_number(value, 4) == _without_negative_zero(_of_babel(value, "#,##0.####"))


def test_a_short_percentage_has_a_decimal_where_that_tells_something() -> None:
    assert short_percentage(Fraction(5, 4)) == "125%"
    assert short_percentage(Fraction(1, 3)) == "33,3%"
    assert short_percentage(Fraction(100)) == "10.000%"


def test_an_amount_without_cents_has_no_decimals_and_does_not_break_after_the_sign() -> None:
    assert euros(1_600_000) == f"€{NO_BREAK_SPACE}1.600.000"
    assert euros(4.44) == f"€{NO_BREAK_SPACE}4,44"
    assert euros(4.5) == f"€{NO_BREAK_SPACE}4,50"
    assert euros(3.999) == f"€{NO_BREAK_SPACE}4"
    assert euros(1_234_567.8, 0) == f"€{NO_BREAK_SPACE}1.234.568"


def test_a_share_is_written_as_a_percentage() -> None:
    assert percentage(Fraction(2, 3)) == "67%"
    assert percentage(Fraction(2, 3), 1) == "66,7%"
    assert percentage(0.285) == "29%"


def test_a_date_is_written_in_full() -> None:
    assert long_date(date(2023, 11, 1)) == "1 november 2023"


def test_a_list_is_written_inside_a_sentence() -> None:
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b"]) == "a en b"
    assert join_words(iter("abc"), "of") == "a, b of c"


def test_a_count_gets_the_right_form_of_its_word() -> None:
    assert count_things(0, "gemeente", "gemeenten") == "0 gemeenten"
    assert count_things(1, "gemeente", "gemeenten") == "1 gemeente"
    assert count_things(12_000, "gemeente", "gemeenten") == "12.000 gemeenten"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de gemeente Assen", "De gemeente Assen"),
        ("ijsbaan", "IJsbaan"),
        ("IJsselstein", "IJsselstein"),
        ("één gemeente", "Eén gemeente"),
        ("élan", "Élan"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("'s avonds", "'s Avonds"),
        ("’t ijzer", "’t IJzer"),
        ("'aanhaling'", "'aanhaling'"),
        ("12 gemeenten", "12 gemeenten"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_dutch_capital(text: str, expected: str) -> None:
    assert capitalise(text) == expected


@given(st.text())
def test_a_second_capital_changes_nothing(text: str) -> None:
    assert capitalise(capitalise(text)) == capitalise(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flexteam Warmtetransitie Drenthe", "flexteam-warmtetransitie-drenthe"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("'s-Gravenhage & foto's", "s-gravenhage-fotos"),
        ("ĳsbaan  –  Straße", "ijsbaan-strasse"),
        ("../../etc", "etc"),
        ("???", "initiatief"),
        ("", "initiatief"),
        ("北京", "initiatief"),
        ("NUL", "initiatief-nul"),
        ("com1", "initiatief-com1"),
        ("Consul", "consul"),
    ],
)
def test_a_slug_is_fit_for_an_id_and_a_file_name(text: str, expected: str) -> None:
    assert make_slug(text) == expected


def test_a_long_slug_is_cut_at_the_end_of_a_word() -> None:
    assert make_slug("woord " * 40) == "-".join(["woord"] * 13)
    assert make_slug("a" * 300) == "a" * LONGEST_SLUG
    assert make_slug("a" * LONGEST_SLUG + " b") == "a" * LONGEST_SLUG


@given(st.text())
def test_every_text_gives_a_slug_and_a_slug_stays_itself(text: str) -> None:
    slug = make_slug(text)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= LONGEST_SLUG
    assert make_slug(slug) == slug


def test_names_are_looked_up_without_capitals_accents_and_signs_and_with_numbers_by_their_size() -> None:
    looked_up = [
        "'s-Gravenhage",
        "Regio 2",
        "élan",
        "Eland",
        "Regio 10",
        "De Wolden",
        "Ĳsselstein",
        "Zwolle",
        "regio 3",
    ]
    in_order = ["De Wolden", "élan", "Eland", "Ĳsselstein", "Regio 2", "regio 3", "Regio 10", "'s-Gravenhage", "Zwolle"]
    assert sorted(looked_up, key=sorting_key) == in_order
    assert sorting_key("Regio 007") == sorting_key("regio-7")


@given(st.lists(st.text() | st.from_regex("[a-z0-9 ]*", fullmatch=True), max_size=6))
def test_any_names_can_be_put_in_order(names: list[str]) -> None:
    order = sorted(names, key=lambda name: (sorting_key(name), name))
    names.reverse()
    assert sorted(names, key=lambda name: (sorting_key(name), name)) == order


def test_a_number_too_long_to_count_with_is_put_in_order_all_the_same() -> None:
    assert sorting_key("9" * 6000) > sorting_key("9" * 5999)


def _of_babel(value: Decimal | float, pattern: str) -> str:
    """Babel rounds as the decimal context says; ours is always half up."""
    with decimal.localcontext() as context:
        context.rounding = decimal.ROUND_HALF_UP
        return format_decimal(value, pattern, "nl")


def _without_negative_zero(text: str) -> str:
    """Babel writes a small negative number as `-0,0`; that tells a Dutch reader nothing."""
    return text.removeprefix("-") if re.fullmatch("-[0,]+", text) else text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeenten willen", "de gemeenten willen"),
        ("U kiest", "u kiest"),
        ("Eén loket", "één loket"),
        ("IJs", "ijs"),
        ("GR in oprichting", "GR in oprichting"),
        ("€ 3", "€ 3"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_inside_another(text: str, expected: str) -> None:
    assert uncapitalise(text) == expected
