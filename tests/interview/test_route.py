from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment, NamedChoice
from poolwijzer.content.content import Content
from poolwijzer.interview.route import list_steps
from poolwijzer.interview.state import Route
from poolwijzer.interview.steps.step import InterviewStep, Refused
from poolwijzer.outcome import Outcome

Make = Callable[..., Assessment]
ON = date(2026, 11, 24)


def steps_of(assessment: Assessment | None, content: Content, route: Route) -> tuple[InterviewStep, ...]:
    return list_steps(content, Outcome(content, assessment, ON) if assessment else None, route, ON)


def kinds(assessment: Assessment | None, content: Content, **route: Any) -> list[str]:
    return [
        step.kind if step.kind != "statement" else step.ref for step in steps_of(assessment, content, Route(**route))
    ]


def test_without_a_name_there_is_only_the_name_to_ask(content: Content) -> None:
    assert kinds(None, content) == ["welcome", "name", "end"]
    assert kinds(None, content, part="menu") == ["name", "end"]


def test_the_short_way_asks_what_the_workshop_asked_in_its_order(content: Content, assessment_of: Make) -> None:
    steps = steps_of(assessment_of(), content, Route())
    assert list(dict.fromkeys(step.stage for step in steps)) == [
        "initiatief",
        "inschatting",
        "stellingen",
        "plek",
        "menu",
        "afronden",
        None,
    ]
    statements = [step.ref for step in steps if step.kind == "statement"]
    assert statements == [name for name, one in content.statements.items() if one.short]
    assert len(statements) == 10
    components = [step.ref for step in steps if step.kind == "component"]
    assert components == [name for name, one in content.components.items() if one.deck]
    assert len(components) == 4
    assert [step.ref for step in steps if step.kind == "context"] == ["soort", "fase", "verband", "thema", "behoefte"]


def test_the_full_way_asks_every_statement_question_component_and_highlight(
    content: Content, assessment_of: Make
) -> None:
    steps = steps_of(assessment_of(context={"fase": "verkennen"}), content, Route(full=True))
    assert {step.ref for step in steps if step.kind == "statement"} == set(content.statements)
    assert {step.ref for step in steps if step.kind == "component"} == set(content.components)
    hidden = {"gastheer"}  # asked where one municipality is large
    assert {step.ref for step in steps if step.kind == "context"} == set(content.context) - hidden
    assert len([step for step in steps if step.kind == "highlight"]) == 4
    assert "needs" in [step.kind for step in steps]


def test_without_an_existing_body_nothing_is_asked_about_it(content: Content, assessment_of: Make) -> None:
    steps = steps_of(assessment_of(context={"verband": "geen"}), content, Route(full=True))
    asked = [step.ref for step in steps if step.kind == "statement"]
    assert {content.statements[name].axis for name in asked} == {"motivatie", None}
    assert not {"b3", "b4"} & set(asked)
    assert "context-name" not in [step.kind for step in steps]


def test_a_body_that_was_chosen_is_asked_for_its_name(content: Content, assessment_of: Make) -> None:
    assert "context-name" in kinds(assessment_of(context={"verband": "provincie"}), content)


def test_whether_a_name_is_of_one_organisation_is_asked_only_where_the_name_does_not_tell(
    content: Content, assessment_of: Make
) -> None:
    def asked(**body: str) -> list[InterviewStep]:
        steps = steps_of(assessment_of(context={"verband": {"kind": "anders", **body}}), content, Route())
        return [step for step in steps if step.kind == "context-number"]

    assert not asked() and not asked(name="de provincie Drenthe") and not asked(name="de gemeenten")
    (step,) = asked(name="Rijn en Gouwe")
    assert step.ask().title == "Is dit één organisatie?"
    one = step.put_answer("enkelvoud").context["verband"]
    assert isinstance(one, NamedChoice) and not one.plural and one.name == "Rijn en Gouwe"
    (again,) = asked(name="Rijn en Gouwe", number="enkelvoud")
    assert again.summarise() == "ja"
    with pytest.raises(Refused):
        step.put_answer("misschien")
    # Another name is another body; the same one keeps what was said of it.
    named = {one.kind: one for one in steps_of(again.assessment, content, Route())}["context-name"]
    assert named.put_answer("Rijn en Gouwe").context["verband"] == again.assessment.context["verband"]
    assert named.put_answer("Rijn en Vecht").context["verband"] == NamedChoice(kind="anders", name="Rijn en Vecht")


def test_who_stops_is_not_asked_when_to_begin(content: Content, assessment_of: Make) -> None:
    def asked(phase: str) -> bool:
        context = {"fase": phase} if phase else {}
        steps = steps_of(assessment_of(context=context), content, Route(full=True))
        return "start" in [step.ref for step in steps if step.kind == "context"]

    assert asked("idee") and asked("draait") and asked("") and not asked("afbouwen")


def test_each_source_of_money_is_asked_for_its_last_year_but_no_money_is_not(
    content: Content, assessment_of: Make
) -> None:
    steps = steps_of(assessment_of(context={"geld": ["provincie", "gemeenten"]}), content, Route(full=True))
    assert [step.detail for step in steps if step.kind == "until"] == ["provincie", "gemeenten"]
    assert "until" not in kinds(assessment_of(context={"geld": ["niets"]}), content, full=True)


def test_who_asks_a_host_is_asked_only_where_one_municipality_is_large(content: Content, assessment_of: Make) -> None:
    small = [{"name": "Klein", "population": 10000}]
    many = assessment_of(municipalities=[*small, {"name": "Groot", "population": 90000}])
    assert "gastheer" in [step.ref for step in steps_of(many, content, Route(full=True))]
    even = assessment_of(municipalities=4)
    assert "gastheer" not in [step.ref for step in steps_of(even, content, Route(full=True))]


def test_where_work_has_begun_the_menu_may_come_first(content: Content, assessment_of: Make) -> None:
    running = assessment_of(context={"fase": "draait"})
    assert "order" in kinds(running, content)
    assert "order" not in kinds(assessment_of(context={"fase": "idee"}), content)
    first = kinds(running, content, menu_first=True)
    assert first.index("estimate") < first.index("component") < first.index("m2")
    usual = kinds(running, content, menu_first=False)
    assert usual.index("m2") < usual.index("component")


def test_the_menu_card_is_open_in_every_quadrant(content: Content, assessment_of: Make) -> None:
    for motivatie in (1, 5):
        for betrokkenheid in (1, 5):
            placed = assessment_of(estimate={"motivatie": motivatie, "betrokkenheid": betrokkenheid})
            assert kinds(placed, content).count("component") == 4


def test_a_part_asks_only_that_part(content: Content, assessment_of: Make) -> None:
    assert kinds(assessment_of(), content, part="motivatie") == ["m2", "m16", "m6", "m3", "m12", "end"]
    assert set(kinds(assessment_of(), content, part="menu")) == {"context", "component", "end"}


def test_there_is_no_key_question_without_a_place(content: Content, assessment_of: Make) -> None:
    assert "key-question" not in kinds(assessment_of(), content)
    middle = assessment_of(estimate={"motivatie": 3, "betrokkenheid": 3})
    assert "key-question" in kinds(middle, content)
    assert "key-question" in kinds(assessment_of(estimate={"motivatie": 3, "betrokkenheid": 5}), content)
    said = assessment_of(key_question={"answer": "Dit zeiden wij."})
    assert "key-question" in kinds(said, content)
