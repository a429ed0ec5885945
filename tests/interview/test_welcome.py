"""What a group is told before it begins, and before it points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.formats.plain import show_plain
from poolwijzer.interview.commands import Jump, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.progress import pick_extras
from poolwijzer.interview.question import explain_question
from poolwijzer.interview.screens.page_screen import PageScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.step import PageStep
from poolwijzer.report.excerpts import explain_places
from poolwijzer.report.model import Report
from tests.roots import TESTS

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def page_at(script: Script, state: State, file: str = "") -> Report:
    step = script.step(state)
    assert isinstance(step, PageStep)
    return step.page(state, script.steps(state), file, "")


def words(report: Report) -> str:
    lines: list[str] = []
    show_plain(report, lines.append, 1000)
    return " ".join(" ".join(lines).split())


def in_minutes(content: Content, minutes: int | None) -> Route:
    return Route(minutes=minutes, left_out=pick_extras(content, minutes))


def test_a_new_conversation_says_what_comes_how_long_it_takes_and_what_is_kept(script: Script) -> None:
    state = script.begin(None, Route())
    text = words(page_at(script, state))
    for told in (
        "6 stappen",
        "20 minuten",
        "altijd terug",
        "op deze computer",
        "niets verstuurd",
        "in de map waar u nu bent",
        "Ctrl en +",
    ):
        assert told in text
    assert "geen tijd" not in text
    assert "het bestand plan.yaml" in words(page_at(script, state, "plan.yaml"))


def test_a_short_conversation_says_what_there_is_no_time_for(script: Script, content: Content) -> None:
    text = words(page_at(script, script.begin(None, in_minutes(content, 10))))
    assert "10 minuten" in text
    names = ["het overzicht van de keuzes", "de afwegingen", "de terugkoppeling", "de stip van iedereen"]
    assert sorted(names, key=text.index) == names
    assert "geen tijd" not in words(page_at(script, script.begin(None, in_minutes(content, 90))))


@pytest.mark.parametrize("minutes", [None, 1, 3, 10, 90])
def test_the_welcome_and_the_places_fit_a_usual_terminal(
    script: Script, content: Content, assessment_of: Make, minutes: int | None
) -> None:
    welcome = script.begin(None, in_minutes(content, minutes))
    places = script.react(script.begin(assessment_of(), Route()), Jump("places::"))
    for state in (welcome, places):
        step = script.step(state)
        assert isinstance(step, PageStep)
        lines = PageScreen(page_at(script, state), Surroundings(), step.keys, "1").lines(99, 30)
        assert "meer" not in "".join(part for line in lines[-3:] for _, part in line)


def test_it_shows_once_and_not_where_there_is_an_initiative_or_one_part(script: Script, assessment_of: Make) -> None:
    state = script.begin(None, Route())
    kinds = [step.kind for step in script.steps(script.react(script.react(state, "next"), Reply("Proef")))]
    assert "welcome" not in kinds
    assert script.step(script.begin(assessment_of(), Route())).kind != "welcome"
    assert script.step(script.begin(assessment_of(), Route(everything=True))).kind == "name"
    assert script.step(script.begin(None, Route(part="menu"))).kind == "name"


def test_before_anybody_points_the_axes_and_places_are_told_in_the_words_of_the_menus(
    script: Script, content: Content, assessment_of: Make
) -> None:
    state = script.react(script.begin(assessment_of(), Route()), Jump("places::"))
    text = words(page_at(script, state))
    for axis in content.typology.axes.values():
        assert axis.title in text and axis.question in text
    for quadrant in content.typology.quadrants.values():
        assert quadrant.title in text
    assert "Samen inrichten (rechtsboven)" in text and "Behoeften ophalen (linksboven)" in text
    assert "Geen plek is beter dan een andere." in text and "{" not in text
    assert script.step(script.react(state, "next")).kind == "estimate"


def test_in_another_typology_the_corners_are_where_it_draws_them() -> None:
    menus = load_menus(TESTS / "files" / "menus" / "other-typology")
    text = words(Report("", "", explain_places(menus, {})))
    for place in ("Rustig bouwen (linksboven)", "Afwachten (rechtsboven)", "Overtuigen (rechtsonder)", "Naar beneden:"):
        assert place in text


def test_who_pointed_or_answered_before_is_not_told_again(script: Script, assessment_of: Make) -> None:
    placed = script.begin(assessment_of(estimate={"motivatie": 4, "betrokkenheid": 4}), Route())
    begun = script.begin(assessment_of(answers={"m2": 4}), Route())
    for state in (placed, begun):
        assert not [step for step in script.steps(state) if step.kind == "places" and step.is_open(state)]


@pytest.mark.parametrize("key", ["places::", "estimate::", "place::", "key-question::"])
def test_the_same_stands_behind_the_question_mark_of_every_screen_about_places(
    script: Script, assessment_of: Make, key: str
) -> None:
    placed = assessment_of(answers=dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 5))
    state = script.react(script.begin(placed, Route()), Jump(key))
    text = words(explain_question(script.ask(state)))
    assert "Trekker zoeken (linksonder)" in text and "Geen plek is beter dan een andere." in text
