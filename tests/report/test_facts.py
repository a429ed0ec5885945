"""What a report tells of law, money and dates: each fact once, as it is on the day, with until when it was checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.report.build import build_report
from poolwijzer.report.data import document
from poolwijzer.report.excerpts import about_option
from poolwijzer.report.model import Report, Section
from poolwijzer.report.texts import texts_of
from tests.roots import SMALL_MENUS, TESTS

Make = Callable[..., Assessment]

CHAPTER, OTHER, HEADLINE = "Laat dit toetsen", "Geld en datums", "Let op deze datums"
MONTHS = "De komende maanden"
DAYS = (date(2026, 12, 31), date(2027, 1, 1), date(2027, 4, 1), date(2035, 1, 1))
CHOSEN = {"vorm": {"options": ["bij-provincie"]}}
PROVINCE = {"verband": {"kind": "provincie", "name": "de provincie Drenthe"}, "looptijd": "3-plus", "fase": "opdracht"}


@pytest.fixture(scope="module")
def menus() -> Content:
    return load_menus(TESTS / "files" / "menus" / "facts", SMALL_MENUS)


@pytest.fixture(scope="module")
def report_on(menus: Content, assessment_of: Make) -> Callable[..., Report]:
    def made(on: date, depth: Any = "gewoon", **parts: Any) -> Report:
        parts = {"context": PROVINCE, "choices": CHOSEN, **parts}
        return build_report(Outcome(menus, assessment_of(**parts), on), version="0", depth=depth)

    return made


def part(report: Report, title: str) -> Section | None:
    """A part of a report by its title, however deep."""
    waiting = list(report.sections)
    while waiting:
        section = waiting.pop()
        if section.title == title:
            return section
        waiting += section.parts
    return None


def said(where: Report | Section | None) -> str:
    if where is None:
        return ""
    return "\n".join(texts_of(where.sections if isinstance(where, Report) else (where,)))


FEBRUARY = date(2027, 2, 15)


def test_a_fact_is_told_once_and_every_other_place_refers_to_it(report_on: Callable[..., Report]) -> None:
    report = report_on(FEBRUARY, "volledig")
    text = said(report)
    for told in (
        "Sinds 1 januari 2027 vraagt uitlenen een toelating.",
        "Op doorbelaste kosten kan btw zitten.",
        "Er zijn wegen zonder btw.",
        "Tot april 2027 kunt u geld van het Rijk vragen.",
        "Er is een motie over de provincie.",
    ):
        assert text.count(told) == 1, told
    assert f"Zie '{CHAPTER}': de toelating; btw op kosten; wegen zonder btw. Zie '{OTHER}': de ronde van" in text
    assert f"Zie '{CHAPTER}': de toelating; btw op kosten." in text  # the other option


def test_the_line_on_lawyers_stands_once_above_all_that_is_for_them(report_on: Callable[..., Report]) -> None:
    report = report_on(FEBRUARY, "volledig")
    assert said(report).count("Laat dit toetsen.") == 1
    chapter = said(part(report, CHAPTER))
    assert chapter.index("Laat dit toetsen.") < chapter.index("Btw op kosten")
    assert f"De toelating\nZie '{HEADLINE}'. Geldt bij " in chapter
    assert "Schrijf op wie de werkgever is." in chapter and said(report).count("Schrijf op wie de werkgever is.") == 1
    assert "De ronde van het Rijk" in said(part(report, OTHER))


def test_every_depth_says_until_when_the_law_was_checked(report_on: Callable[..., Report]) -> None:
    for depth in ("kort", "gewoon", "volledig"):
        nothing: dict[str, Any] = {"choices": {}, "context": {}}
        for parts in ({}, nothing):
            text = said(report_on(FEBRUARY, depth, **parts))
            assert len(re.findall(r"Stand van de feiten: \d+ \w+ 2026\. Sommige regels kunnen", text)) == 1, depth


def test_the_day_is_the_oldest_of_what_is_told(report_on: Callable[..., Report]) -> None:
    assert "Stand van de feiten: 1 februari 2026." in said(report_on(FEBRUARY))
    assert "Stand van de feiten: 1 november 2026." in said(report_on(FEBRUARY, "kort"))


def test_a_fact_to_take_notice_of_stands_at_the_top_where_it_touches_the_report(
    report_on: Callable[..., Report],
) -> None:
    for depth in ("gewoon", "volledig"):
        top = said(part(report_on(FEBRUARY, depth), HEADLINE))
        assert top.index("Er is een motie") < top.index("Sinds 1 januari 2027 vraagt"), (
            "what changes first stands first"
        )
    short = said(part(report_on(FEBRUARY, "kort"), HEADLINE))
    assert "Er is een motie" in short and "\nLet ook op\n" in short, "a page names the others"
    assert "Sinds 1 januari 2027 vraagt" not in short
    assert said(part(report_on(FEBRUARY, choices={}), HEADLINE)).count("\n") == 2, "only what its own condition brings"
    assert part(report_on(FEBRUARY, choices={}, context={}), HEADLINE) is None


def test_a_fact_that_nothing_refers_to_is_told_where_its_own_condition_holds(
    report_on: Callable[..., Report],
) -> None:
    told = "De provincie vraagt een verslag."
    assert told in said(part(report_on(FEBRUARY), OTHER))
    assert told not in said(report_on(FEBRUARY, "volledig", context={}))


def test_a_report_on_any_day_says_what_holds_then(report_on: Callable[..., Report]) -> None:
    for on in DAYS:
        for depth in ("kort", "gewoon", "volledig"):
            text = said(report_on(on, depth))
            before, after = "Vanaf 1 januari 2027" in text, "Sinds 1 januari 2027" in text
            assert not (after if on < date(2027, 1, 1) else before)
            assert depth == "kort" or (before, after) == (on < date(2027, 1, 1), on >= date(2027, 1, 1))
            assert "Dit is verlopen" not in text
    assert "De wet vraagt dit nu." not in said(report_on(DAYS[0], "volledig"))
    assert "De wet vraagt dit nu." in said(report_on(DAYS[1], "volledig"))


def test_a_detail_is_told_in_a_whole_report_only(report_on: Callable[..., Report]) -> None:
    assert "wegen zonder btw" not in said(report_on(FEBRUARY)).casefold()
    assert "Er zijn wegen zonder btw." in said(report_on(FEBRUARY, "volledig"))


def test_old_facts_are_said_to_be_old_once_in_a_chapter(report_on: Callable[..., Report]) -> None:
    old = "Controleer of hij nog klopt."
    assert said(part(report_on(date(2026, 11, 2)), CHAPTER)).count(f"Deze stand is van 1 februari 2026. {old}") == 1
    fresh = report_on(date(2026, 7, 1), "volledig")
    assert old not in said(fresh), "five months after the oldest was checked"
    later = report_on(DAYS[2], "volledig")
    assert said(part(later, HEADLINE)).count(f"Deze stand is van 1 november 2026. {old}") == 1, (
        "to be looked at by 15-1"
    )
    assert said(part(later, CHAPTER)).count(old) == 1


def test_the_road_map_tells_a_fixed_day_and_afterwards_what_holds_now(report_on: Callable[..., Report]) -> None:
    plan = said(part(report_on(DAYS[1]), MONTHS))
    assert "Op deze dag sluit de ronde\n31 maart 2027" in plan
    assert "Op deze dag is het feest\n1 februari 2027" in plan
    later = report_on(date(2027, 5, 1))
    plan = said(part(later, MONTHS))
    assert "De ronde van het Rijk is vol\n31 maart 2027" in plan
    assert "feest" not in plan
    assert "De ronde van het Rijk\nDe ronde van het Rijk is vol." in said(part(later, OTHER))
    assert "ronde" not in said(part(report_on(DAYS[3]), MONTHS))


def test_json_has_each_fact_once_and_all_else_refers_to_it(menus: Content, assessment_of: Make) -> None:
    data = document(Outcome(menus, assessment_of(context=PROVINCE, choices=CHOSEN), FEBRUARY), "0")["advice"]
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert list(facts) == ["toelating", "ronde", "kosten", "wegen", "motie", "verslag"]
    assert facts["toelating"] | {"sources": ["s1"], "notice": True, "touched": True} == facts["toelating"]
    assert facts["toelating"]["text"].startswith("Sinds 1 januari 2027")
    assert (facts["kosten"]["checked_on"], facts["kosten"]["check_by"]) == ("2026-02-01", "2027-12-31")
    assert facts["kosten"]["text"].endswith("Vraag het de grootste gemeente.")
    options = {one["option"]: one["facts"] for card in data["components"] for one in card["options"]}
    assert options["nieuwe-organisatie"] == ["toelating", "kosten"]
    assert set(options["bij-provincie"]) == {"toelating", "kosten", "wegen", "ronde"}
    reasons = [one for card in data["components"] for option in card["options"] for one in option["reasons"]]
    assert [one["text"] for one in reasons if one["fact"] == "ronde"] == [
        "Tot april 2027 kunt u geld van het Rijk vragen.",
        "U verbindt zich lang.",
    ]
    assert [one["facts"] for one in data["signals"]] == [["ronde", "kosten"]]
    assert {one["fact"]: one["text"] for one in data["road_map"]["deadlines"]}["ronde"] == "Op deze dag sluit de ronde."


def test_one_option_read_in_a_conversation_tells_its_facts_with_it(menus: Content, assessment_of: Make) -> None:
    page = said(about_option(Outcome(menus, assessment_of(), FEBRUARY), "nieuwe-organisatie"))
    assert page.count("Sinds 1 januari 2027 vraagt uitlenen een toelating.") == 1
    assert page.count("Laat dit toetsen.") == 1


@pytest.mark.slow
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_on_no_day_does_an_example_tell_a_fact_twice_or_as_it_is_on_another_day(
    on: date, content: Content, examples: Path
) -> None:
    for path in sorted(examples.glob("*.yaml")):
        outcome = Outcome(content, read_assessment(path, content).assessment, on)
        for depth in ("kort", "bestuur", "volledig"):
            text = said(build_report(outcome, version="0", depth=depth))
            about = (path.stem, depth)
            for fact in content.dated_facts.values():
                now = fact.stage(on)
                assert all(text.count(stage.text) <= (stage is now) for stage in fact.stages), about
            assert text.count(content.typology.legal) == (depth == "volledig"), about
            assert text.count("Stand van de feiten: ") == 1, about
            assert "verlopen" not in text or on.year == 2035, about


def test_a_rule_of_the_shipped_menus_begins_on_its_day_and_is_not_known_before(
    content: Content, assessment_of: Make
) -> None:
    over = "De uitkering voor de regionale structuur is afgelopen. Een opvolger is niet gevonden."
    plan = "planvorming-begeleiden"
    for on, ended, effect in (
        (date(2026, 9, 30), False, "sterk"),
        (date(2026, 12, 31), False, "past"),
        (date(2027, 1, 1), True, "sterk"),
    ):
        outcome = Outcome(
            content, assessment_of(context={"thema": ["warmteprogramma-of-wup"], "geld": ["gemeenten"]}), on
        )
        rules = outcome.content.options["rijk-via-regio"].rules
        assert any(rule.because == over for rule in rules) is ended
        reasons = outcome.judgement.option(plan).reasons
        assert [rule.effect for rule in reasons if rule.fact == "warmteprogramma"] == [effect]
