"""The choices side by side, after the last component."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.formats.plain import show_plain
from poolwijzer.interview.commands import Jump, MarkOption, Reply
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.choices import ChoicesPage

ON = date(2026, 11, 24)
CHOSEN = {
    "financiering": {"options": ["provincie-direct"], "consideration": "De provincie betaalt de start."},
    "verdeling": {"considering": ["strippenkaart"]},
    "vorm": {"other": ["Een eigen stichting"]},
}
Make = Callable[..., Assessment]


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, ON)


def kinds(script: Script, assessment: Assessment, **route: Any) -> list[str]:
    return [step.kind for step in script.steps(script.begin(assessment, Route(**route)))]


def text_of(script: Script, state: State) -> str:
    step = script.step(state)
    assert isinstance(step, ChoicesPage)
    lines: list[str] = []
    show_plain(step.page(state, script.steps(state), "f.yaml", ""), lines.append, 200)
    return " ".join(" ".join(lines).split())


def test_the_page_comes_after_the_last_component_and_before_what_is_agreed(script: Script, assessment_of: Make) -> None:
    for menu_first in (True, False):
        found = kinds(script, assessment_of(choices=CHOSEN), menu_first=menu_first)
        at = found.index("choices")
        assert found[at - 1] in ("component", "consideration") and "component" not in found[at:]
        assert at < found.index("agreement")
        assert found.count("choices") == 1


def test_it_is_left_out_without_choices_and_without_time(script: Script, assessment_of: Make) -> None:
    assert "choices" not in kinds(script, assessment_of())
    assert "choices" not in kinds(script, assessment_of(choices={"vorm": {"consideration": "Later."}}))
    assert "choices" not in kinds(script, assessment_of(choices=CHOSEN), left_out=frozenset({"keuzes"}))
    assert "choices" in kinds(script, assessment_of(choices={"kennisborging": {"other": ["Een map"]}}))


def test_it_tells_what_was_chosen_and_why_and_what_is_open(script: Script, assessment_of: Make) -> None:
    state = script.react(script.begin(assessment_of(choices=CHOSEN), Route()), Jump("choices::"))
    text = text_of(script, state)
    titles = {name: script.content.options[name].title for name in ("provincie-direct", "strippenkaart")}
    assert f"{titles['provincie-direct']}. Waarom: De provincie betaalt de start." in text
    assert f"Overwogen: {titles['strippenkaart']}" in text
    assert "Een eigen stichting" in text
    assert f"Nog niets gekozen: {script.content.components['activiteiten'].title}." in text
    assert f"Alleen overwogen: {script.content.components['verdeling'].title}." in text
    assert "U kiest zelf, en iets anders kan ook." in text


def test_it_tells_a_long_consideration_to_its_end(script: Script, assessment_of: Make) -> None:
    long = " ".join(f"Reden {number} is een hele zin." for number in range(20))
    told = {**CHOSEN, "financiering": {"options": ["provincie-direct"], "consideration": f"{long}\nEn dit ook."}}
    state = script.react(script.begin(assessment_of(choices=told), Route()), Jump("choices::"))
    text = text_of(script, state)
    assert f"Waarom: {long} En dit ook." in text and "…" not in text


def test_it_tells_what_choices_do_to_one_another_as_the_report_words_it(script: Script, assessment_of: Make) -> None:
    both = {**CHOSEN, "verdeling": {"options": ["strippenkaart"]}}
    state = script.react(script.begin(assessment_of(choices=both), Route()), Jump("choices::"))
    assert "Wringt (Strippenkaart + Direct vanuit provincie): " in text_of(script, state)
    alone = assessment_of(choices={"vorm": {"other": ["Een stichting"]}})
    state = script.react(script.begin(alone, Route()), Jump("choices::"))
    assert "Er is niets gevonden dat wringt" in text_of(script, state)


def test_it_is_seen_once_and_not_again_when_a_file_is_resumed_at_the_end(script: Script, assessment_of: Make) -> None:
    state = script.begin(assessment_of(choices=CHOSEN), Route(part="menu"))
    last = [step.key for step in script.steps(state) if step.kind == "component"][-1]
    walked = script.react(script.begin(assessment_of(choices=CHOSEN), Route()), Jump(last))
    option = next(iter(script.content.components["activiteiten"].options))
    seen = script.react(script.react(walked, MarkOption(option, "gekozen")), "next")
    for _ in range(3):
        if script.step(seen).kind != "choices":
            seen = script.react(seen, "next")
    assert script.step(seen).kind == "choices"
    onward = script.react(seen, "next")
    assert script.step(onward).kind == "agreement"
    assert not next(step for step in script.steps(onward) if step.kind == "choices").is_open(onward)

    def first_choices(**more: Any) -> bool:
        begun = script.begin(assessment_of(choices=CHOSEN, **more), Route())
        return next(step for step in script.steps(begun) if step.kind == "choices").is_open(begun)

    assert first_choices()
    assert not first_choices(agreements=[{"what": "Bellen"}])


def test_it_counts_as_no_component_of_its_own(script: Script, assessment_of: Make) -> None:
    state = script.begin(assessment_of(choices=CHOSEN), Route())
    last = [step.key for step in script.steps(state) if step.kind == "component"][-1]
    of_last = script.ask(script.react(state, Jump(last))).progress
    page = script.react(state, Jump("choices::"))
    assert script.ask(page).progress == of_last
    assert script.react(page, Reply("iets")).assessment == state.assessment
