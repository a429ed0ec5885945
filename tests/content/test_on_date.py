"""The menus on a day: what refers to a fact says what the fact says that day, and what has not begun is not there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.content.component import Option
from poolwijzer.content.content import Content
from poolwijzer.content.locations import models_below
from poolwijzer.content.on_date import menus_on
from poolwijzer.content.plan import Plan
from poolwijzer.content.read import load_menus
from tests.roots import SMALL_MENUS, TESTS

BEFORE, FIRST, SECOND, AFTER = date(2026, 12, 31), date(2027, 1, 1), date(2027, 4, 1), date(2035, 1, 1)


@pytest.fixture(scope="module")
def menus() -> Content:
    return load_menus(TESTS / "files" / "menus" / "facts", SMALL_MENUS)


def option(menus: Content, on: date) -> Option:
    return menus_on(menus, on).options["bij-provincie"]


def plan(menus: Content, on: date) -> Plan:
    found = menus_on(menus, on).plan
    assert found
    return found


def test_a_point_of_law_gives_the_text_of_the_day_with_the_sources_of_its_fact(menus: Content) -> None:
    for on, text in ((BEFORE, "Vanaf 1 januari 2027"), (FIRST, "Sinds 1 januari 2027"), (AFTER, "Sinds 1 januari")):
        point = option(menus, on).legal[1]
        assert (point.fact, point.basis, point.sources) == ("toelating", "bron", ("s1",))
        assert point.text.startswith(text)
        assert point.checked_on == date(2026, 11, 1)


def test_where_a_fact_is_silent_a_list_does_not_have_it(menus: Content) -> None:
    for on, facts in ((BEFORE, []), (FIRST, ["ronde"]), (SECOND, ["ronde"]), (date(2027, 7, 1), [])):
        card = option(menus, on)
        assert [claim.fact for claim in card.cons if claim.fact] == facts
        assert [claim.fact for claim in card.legal] == [None, "toelating", "kosten", "wegen", *facts]
        assert len(card.cons) == 1 + len(facts)


def test_a_rule_without_a_reason_of_its_own_has_that_of_its_fact_and_the_effect_of_the_day(menus: Content) -> None:
    said = {on: option(menus, on).rules[0] for on in (FIRST, SECOND)}
    assert [(rule.effect, rule.because) for rule in said.values()] == [
        ("sterk", "Tot april 2027 kunt u geld van het Rijk vragen."),
        ("tegen", "De ronde van het Rijk is vol."),
    ]
    assert all(rule.sources == ("s1",) and rule.basis == "bron" for rule in said.values())


def test_a_rule_whose_fact_is_silent_is_not_there_unless_it_has_a_reason_of_its_own(menus: Content) -> None:
    for on in (BEFORE, AFTER):
        rules = option(menus, on).rules
        assert not any(rule.because.startswith(("Tot april", "De ronde")) for rule in rules)
        assert [rule.fact for rule in rules if rule.because == "U verbindt zich lang."] == [None]
    kept = next(rule for rule in option(menus, FIRST).rules if rule.because == "U verbindt zich lang.")
    assert (kept.fact, kept.effect) == ("ronde", "sterk")


def test_a_rule_is_not_there_before_the_day_it_begins(menus: Content) -> None:
    there = [any(rule.valid_from for rule in option(menus, on).rules) for on in (BEFORE, FIRST, AFTER)]
    assert there == [False, True, True]


def test_a_signal_names_only_the_facts_that_speak(menus: Content) -> None:
    named = [menus_on(menus, on).signals["geld-stopt"].facts for on in (BEFORE, FIRST, AFTER)]
    assert named == [("kosten",), ("ronde", "kosten"), ("kosten",)]


def test_a_step_stays_where_its_fact_is_silent(menus: Content) -> None:
    steps = [plan(menus, on).phases["opdracht"].steps["geld"] for on in (BEFORE, FIRST)]
    assert [(step.what, step.fact) for step in steps] == [
        ("Vraag het geld aan.", None),
        ("Vraag het geld aan.", "ronde"),
    ]


def test_a_deadline_has_its_own_text_until_that_day_and_that_of_its_fact_after_it(menus: Content) -> None:
    def said(on: date) -> dict[str, str]:
        return {name: deadline.text for name, deadline in plan(menus, on).deadlines.items()}

    assert said(FIRST)["ronde"] == "Op deze dag sluit de ronde."
    assert said(SECOND)["ronde"] == "De ronde van het Rijk is vol."
    assert "ronde" not in said(date(2027, 7, 1))
    assert said(BEFORE)["toelating"].startswith("Vanaf")
    assert said(AFTER)["toelating"].startswith("Sinds")


def test_what_no_fact_is_in_stays_the_same_part(menus: Content) -> None:
    made = menus_on(menus, BEFORE)
    assert made.components["verdeling"] is menus.components["verdeling"]
    assert made.hash == menus.hash


def test_the_menus_of_a_day_are_made_once_and_those_of_another_day_from_all(menus: Content) -> None:
    made = menus_on(menus, BEFORE)
    assert menus_on(menus, BEFORE) is made
    assert menus_on(made, BEFORE) is made
    assert menus_on(made, FIRST) is menus_on(menus, FIRST)


@given(days=st.integers(-400, 4000))
def test_on_no_day_does_anything_refer_to_a_fact_that_is_silent_or_lack_a_text(menus: Content, days: int) -> None:
    on = FIRST + timedelta(days=days)
    made = menus_on(menus, on)
    for part in (made.components, made.signals, made.plan, made.whole, made.cases, made.typology):
        for model, _ in models_below(part, (None, "")):
            fields = model.__dict__
            named = [fields["fact"]] if fields.get("fact") else fields.get("facts", ())
            assert all(made.dated_facts[name].stage(on) for name in named)
            assert all(fields[field] for field in ("because", "text") if field in fields and "what" not in fields)
            assert not fields.get("valid_from") or fields["valid_from"] <= on
