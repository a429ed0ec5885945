"""Holding the advice against what real initiatives chose: with Drenthe, and two cases that do not exist."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from poolwijzer.assessment.model import DatedChoice, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.menucard.validity import (
    MADE_UP_POPULATION,
    Validity,
    choose_day,
    make_case_assessment,
    measure_validity,
)
from tests.roots import TESTS

FOLDER = TESTS / "files" / "menus" / "more-cases"
OTHERWISE = date(2025, 12, 31)
SOUTH, NORTH, DRENTHE = "proefregio-zuid", "proefregio-noord", "flexteam-drenthe"


@pytest.fixture(scope="module")
def menus() -> Content:
    return load_menus(FOLDER)


@pytest.fixture(scope="module")
def found(menus: Content) -> Validity:
    return measure_validity(menus, OTHERWISE)


def test_a_case_becomes_an_initiative_with_only_what_it_says(menus: Content) -> None:
    south = make_case_assessment(SOUTH, menus.cases[SOUTH], menus)
    assert south.context["verband"] == NamedChoice(kind="gr")
    assert south.context["thema"] == ("isolatie",)
    assert south.context["geld"] == (DatedChoice(source="provincie"),)
    assert "fase" not in south.context, "two answers to one question tell nothing"
    assert make_case_assessment(NORTH, menus.cases[NORTH], menus).context == {}


def test_municipalities_are_the_real_ones_where_the_region_says_which_else_made_up_and_equal(menus: Content) -> None:
    south, north, drenthe = (
        make_case_assessment(name, menus.cases[name], menus).initiative.municipalities
        for name in (SOUTH, NORTH, DRENTHE)
    )
    assert [one.population for one in south] == [MADE_UP_POPULATION] * 4
    assert north == ()
    assert len(drenthe) == 12 and all(one.code for one in drenthe)


def test_an_estimate_stands_in_the_middle_of_its_band_and_a_doubtful_one_on_the_bound(menus: Content) -> None:
    def estimate(name: str) -> dict[str, Fraction]:
        return make_case_assessment(name, menus.cases[name], menus).estimate.places

    assert estimate(SOUTH) == {"motivatie": Fraction("1.75"), "betrokkenheid": Fraction("1.75")}
    assert estimate(NORTH) == {"motivatie": Fraction("3.5"), "betrokkenheid": Fraction("4.25")}


def test_a_doubtful_estimate_puts_both_sides_in_play(found: Validity) -> None:
    places = {check.case: check.in_play for check in found.cases}
    assert places[SOUTH] == ("trekker-zoeken",)
    assert set(places[NORTH]) == {"samen-inrichten", "behoeften-ophalen"}


def test_the_day_is_halfway_the_first_year_that_is_named(menus: Content) -> None:
    assert choose_day(menus.cases[SOUTH], OTHERWISE) == date(2021, 7, 1)
    assert choose_day(menus.cases[NORTH], OTHERWISE) == OTHERWISE
    assert choose_day(menus.cases[DRENTHE], OTHERWISE) == date(2023, 7, 1)


def test_what_was_chosen_and_fits_less_is_a_miss_with_its_reasons(found: Validity) -> None:
    misses = {check.case: [miss.option.option for miss in check.misses] for check in found.cases}
    assert set(misses[SOUTH]) == {"bij-provincie", "strippenkaart"}
    assert misses[NORTH] == misses[DRENTHE] == []
    south = next(check for check in found.cases if check.case == SOUTH)
    assert all(miss.option.reasons for miss in south.misses)


def test_only_components_in_which_the_case_chose_are_counted(found: Validity) -> None:
    south = next(check for check in found.cases if check.case == SOUTH)
    assert [card.component for card in south.cards] == ["vorm", "verdeling"]


def test_what_was_chosen_and_what_was_not_are_counted_apart_and_add_up(menus: Content, found: Validity) -> None:
    chosen = sum(len(options) for case in menus.cases.values() for options in case.choices.values())
    assert sum(found.overall.chosen.values()) == chosen
    options = sum(len(card.options) for check in found.cases for card in check.cards)
    assert sum(found.overall.chosen.values()) + sum(found.overall.other.values()) == options
    for part in ("chosen", "other"):
        summed = sum((Counter(getattr(counts, part)) for counts in found.components.values()), Counter[str]())
        assert summed == getattr(found.overall, part)
    assert sum(len(check.misses) for check in found.cases) == found.overall.chosen["minder-passend"]


def test_the_order_of_the_advice_is_the_order_of_the_card(found: Validity) -> None:
    cards = {(check.case, card.component): card for check in found.cases for card in check.cards}
    for slate in found.orders["advies"]:
        told = [option.option for option in cards[slate.case, slate.component].options if option.option in slate.ranks]
        assert [slate.ranks[name] for name in told] == sorted(slate.ranks.values())


def test_an_option_that_came_later_than_a_case_was_recorded_makes_no_pair_with_it_unless_it_is_in_it(
    menus: Content,
) -> None:
    late = menus.components["vorm"].options["bij-provincie"].model_copy(update={"added": date(2026, 11, 28)})
    south = menus.cases[SOUTH].model_copy(update={"coded_on": date(2026, 7, 1)})
    assert "bij-provincie" in south.choices["vorm"]

    card = menus.components["vorm"]
    vorm = card.model_copy(update={"options": {**card.options, "bij-provincie": late}})

    def ranked(choices: dict[str, tuple[str, ...]]) -> set[str]:
        changed = replace(
            menus,
            components={**menus.components, "vorm": vorm},
            cases={SOUTH: south.model_copy(update={"choices": choices})},
        )
        slates = measure_validity(changed, OTHERWISE).orders["advies"]
        return {name for slate in slates for name in slate.ranks}

    assert "bij-provincie" in ranked({"vorm": ("bij-provincie",)})
    assert "bij-provincie" not in ranked({"vorm": ("onderlinge-afspraken",)})
