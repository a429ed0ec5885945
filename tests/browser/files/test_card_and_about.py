"""The menu card to look at, and what the page says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from poolwijzer.version import __version__
from tests.browser.files.desks import Page


def test_every_option_component_and_case_has_a_page(page: Page) -> None:
    card = page.call("card.list")

    for component in card["components"]:
        assert component["title"] in page.call("card.component", name=component["id"])["html"]
        option = component["options"][0]
        assert page.call("card.option", name=option["id"])["title"] == option["title"]
    assert page.call("card.case", name=card["cases"][0]["id"])["title"] == card["cases"][0]["title"]


def test_a_word_is_found_and_one_that_is_not_there_gets_a_suggestion(page: Page) -> None:
    found = page.call("card.search", word="strippenkaart")
    assert "strippenkaart" in {hit["id"] for group in found["groups"] for hit in group["hits"]}

    assert page.call("card.search", word="strippenkrat") == {"groups": [], "hint": "Bedoelde u strippenkaart?"}


@pytest.mark.parametrize("on", [date(2026, 12, 1), date(2031, 1, 1)])
def test_facts_past_their_day_are_named(page: Page, on: date) -> None:
    page.desk.on = on

    told = page.call("about.tell")

    facts = page.desk.content.dated_facts.values()
    past = [fact for fact in facts if fact.check_by and fact.check_by < on]
    assert len(told["past"]) == len(past)
    assert (on.year == 2031) == bool(past)
    assert told["program"] == __version__
    assert told["menus"]["hash"] == page.desk.content.hash
    assert told["newest"]


def test_a_clock_from_before_the_facts_is_told(page: Page) -> None:
    page.desk.on = date(1970, 1, 1)
    assert page.call("about.tell")["slow_clock"]

    page.desk.on = date(2099, 12, 31)
    told = page.call("about.tell")
    assert not told["slow_clock"]
    assert len(told["past"]) > 1
