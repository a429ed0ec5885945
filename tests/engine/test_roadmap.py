"""The step plan: the phase that is now, the steps that belong to it, and when they would come."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.report.advice import PlanPhase, RoadMap
from poolwijzer.report.advice_words import AdviceWords
from tests.at_place import answers_at

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
PHASES = ["verkennen", "opdracht", "schrijven", "besluiten", "inrichten", "draaien", "evalueren"]
LOW = {"m16": 1, "m2": 1, "m3": 1, "m6": 5, "m12": 5}
BODY_LOW = {"b2": 1, "b11": 1, "b12": 1, "b6": 5, "b9": 1}
BODY_HIGH = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}


def planned(content: Content, assessment: Assessment, on: date = ON) -> RoadMap:
    return AdviceWords(find_outcome(assessment, content, on)).road_map


def phases(found: RoadMap) -> dict[str, PlanPhase]:
    return {phase.phase: phase for phase in found.phases}


def certain(phase: PlanPhase) -> set[str]:
    """The steps and decisions that belong to the plan."""
    return {step.step for step in (*phase.steps, *phase.decisions) if step.certain}


def chosen(**options: list[str]) -> dict[str, Any]:
    return {component: {"options": listed} for component, listed in options.items()}


def test_the_phases_come_in_their_order_each_with_who_decides_what_and_how_long_it_took(
    content: Content, assessment_of: Make
) -> None:
    found = planned(content, assessment_of())
    assert [phase.phase for phase in found.phases] == PHASES
    for phase in found.phases:
        assert phase.what and phase.involved and phase.took and phase.watch
        assert phase.decisions and all(step.who for step in (*phase.steps, *phase.decisions))
    assert found.took[0].sources


@pytest.mark.parametrize(
    ("answer", "now"),
    [
        ("idee", "verkennen"),
        ("verkennen", "verkennen"),
        ("opdracht", "schrijven"),
        ("draait", "draaien"),
        ("evalueren", "evalueren"),
    ],
)
def test_what_lies_before_the_phase_that_is_now_is_done(
    content: Content, assessment_of: Make, answer: str, now: str
) -> None:
    found = phases(planned(content, assessment_of(context={"fase": answer})))
    at = PHASES.index(now)
    assert [found[name].status for name in PHASES] == ["gedaan"] * at + ["nu"] + ["straks"] * (6 - at)


def test_without_a_phase_nothing_is_said_to_be_done_or_now(content: Content, assessment_of: Make) -> None:
    assert {phase.status for phase in planned(content, assessment_of()).phases} == {None}


def test_steps_follow_from_the_place(content: Content, assessment_of: Make) -> None:
    def first_phase(answers: dict[str, int]) -> set[str]:
        return certain(phases(planned(content, assessment_of(answers=answers)))["verkennen"])

    assert "eerst-een-persoon" in first_phase(answers_at(1, 1, content))
    assert "bezoek-aan-elke-gemeente" in first_phase(answers_at(1, 5, content))
    assert not {"eerst-een-persoon", "bezoek-aan-elke-gemeente"} & first_phase({})


@pytest.mark.parametrize(
    ("choices", "phase", "steps"),
    [
        (chosen(vorm=["nieuwe-organisatie"]), "besluiten", {"wensen-en-bedenkingen"}),
        (chosen(vorm=["bij-bestaand-verband"]), "besluiten", {"bestuur-van-het-verband"}),
        (chosen(vorm=["bij-provincie"]), "besluiten", {"gedeputeerde-staten-invulling"}),
        (chosen(vorm=["bij-provincie"]), "inrichten", {"ondernemingsraad", "werven"}),
        (chosen(financiering=["gemeenten-naar-inwoners"]), "besluiten", {"raden-over-geld"}),
        (chosen(financiering=["provincie-direct"]), "besluiten", {"staten-over-geld"}),
        (chosen(activiteiten=["inkoopacties"]), "inrichten", {"aanbesteden"}),
        (chosen(verdeling=["strippenkaart"]), "inrichten", {"strippen"}),
        (chosen(verdeling=["capaciteit-matching"]), "inrichten", {"koppelaar"}),
    ],
)
def test_steps_follow_from_what_was_chosen_and_say_why(
    content: Content, assessment_of: Make, choices: dict[str, Any], phase: str, steps: set[str]
) -> None:
    found = phases(planned(content, assessment_of(choices=choices)))[phase]
    assert steps <= certain(found)
    assert all(step.because for step in (*found.steps, *found.decisions) if step.step in steps)
    nothing: dict[str, Any] = {name: {"options": []} for name in choices}
    assert not steps & certain(phases(planned(content, assessment_of(choices=nothing)))[phase])


def test_the_councils_come_after_the_boards_and_only_for_the_money(content: Content, assessment_of: Make) -> None:
    choices = chosen(
        financiering=["provincie-direct", "vaste-basis-plus-opslag"], vorm=["bij-provincie", "nieuwe-organisatie"]
    )
    order = [step.step for step in phases(planned(content, assessment_of(choices=choices)))["besluiten"].decisions]
    for first, then in (
        ("colleges-invulling", "gedeputeerde-staten-invulling"),
        ("gedeputeerde-staten-invulling", "wensen-en-bedenkingen"),
        ("wensen-en-bedenkingen", "raden-over-geld"),
        ("raden-over-geld", "staten-over-geld"),
    ):
        assert order.index(first) < order.index(then)


def test_a_step_that_hangs_on_something_unknown_says_on_what(content: Content, assessment_of: Make) -> None:
    steps = phases(planned(content, assessment_of()))["inrichten"].steps
    strips = next(step for step in steps if step.step == "strippen")
    assert not strips.certain
    assert [question.id for question in strips.depends_on] == ["verdeling"]


def test_drenthe_itself_lies_within_the_months_that_are_counted_back_from_its_start(
    content: Content, assessment_of: Make
) -> None:
    assessment = assessment_of(context={"start": "2023-09-01"})
    found = phases(planned(content, assessment, date(2022, 1, 1)))
    really = {"opdracht": date(2022, 3, 1), "schrijven": date(2022, 6, 1), "inrichten": date(2023, 4, 1)}
    for name, month in really.items():
        begins = found[name].begins
        assert begins is not None and begins.earliest <= month <= begins.latest, name
    assert found["draaien"].begins == (date(2023, 9, 1), date(2023, 9, 1))
    assert found["verkennen"].begins is None, "no case says how long that took"


def test_a_phase_that_should_have_begun_by_now_is_late_and_one_that_is_now_is_not(
    content: Content, assessment_of: Make
) -> None:
    soon = assessment_of(context={"fase": "opdracht", "start": "2027-03-01"})
    found = phases(planned(content, soon))
    assert [name for name in PHASES if found[name].late] == ["besluiten"]
    later = assessment_of(context={"fase": "opdracht", "start": "2027-09-01"})
    assert not any(phase.late for phase in planned(content, later).phases)


def test_a_start_that_has_passed_is_told_and_nothing_is_counted_from_it(content: Content, assessment_of: Make) -> None:
    passed = planned(content, assessment_of(context={"fase": "opdracht", "start": "2026-10-31"}))
    assert passed.start_passed
    assert not any(phase.begins or phase.coming for phase in passed.phases)
    running = planned(content, assessment_of(context={"fase": "draait", "start": "2026-10-31", "looptijd": "2"}))
    assert not running.start_passed
    assert [entry.span for entry in phases(running)["evalueren"].coming] == [(date(2028, 10, 1), date(2028, 10, 1))]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2026, 9, 30), "Elke gemeente moet uiterlijk 31 december 2026 een warmteprogramma hebben."),
        (date(2026, 12, 31), "Een samenwerking die nog moet beginnen, komt daarvoor te laat."),
        (date(2027, 1, 1), "Uiterlijk 31 december 2026 moest elke gemeente een warmteprogramma hebben."),
        (date(2035, 1, 1), "Is het er bij u nog niet? Dan hebt u nu haast."),
    ],
)
def test_a_fixed_day_says_what_is_ahead_and_once_it_is_past_what_holds_now(
    content: Content, assessment_of: Make, on: date, told: str
) -> None:
    assessment = assessment_of(context={"thema": ["warmteprogramma-of-wup"]})
    texts = [entry.text for entry in planned(content, assessment, on).deadlines]
    assert len([text for text in texts if told in text]) == 1
    assert len([text for text in texts if "warmteprogramma" in text]) == 1


def test_until_when_money_is_certain_is_told_until_that_year_is_over(content: Content, assessment_of: Make) -> None:
    money = [{"source": "provincie", "until": 2026}, {"source": "gemeenten", "until": 2028}, "rijk-via-de-regio"]
    assessment = assessment_of(context={"geld": money})
    found = planned(content, assessment, date(2027, 1, 1)).deadlines
    assert [entry.span for entry in found if not entry.fact] == [(date(2028, 12, 31), date(2028, 12, 31))]


def test_the_name_of_the_body_stands_in_the_plan_as_it_was_typed(content: Content, assessment_of: Make) -> None:
    body = {"kind": "gr", "name": "het regiobureau Rivierland"}
    found = phases(planned(content, assessment_of(context={"verband": body})))
    assert "het regiobureau Rivierland" in found["verkennen"].involved


def test_the_plan_is_content_an_own_folder_hides_a_step_and_says_how_long_it_takes(
    tmp_path: Path, assessment_of: Make
) -> None:
    own = """\
phases:
  schrijven:
    steps: {schrijfgroep: {hide: true}}
    took: [{text: Bij ons duurde dat een jaar., months: {least: 12, most: 12}}]
  proefdraaien:
    title: Proefdraaien
    order: 6
    what: U probeert het eerst uit.
"""
    (tmp_path / "stappenplan.yaml").write_text(own, encoding="utf-8")
    content = load_menus(tmp_path)
    found = planned(content, assessment_of(context={"start": "2029-01-01"}))
    assert [phase.phase for phase in found.phases] == [*PHASES[:6], "proefdraaien", "evalueren"]
    schrijven = phases(found)["schrijven"]
    assert "schrijfgroep" not in certain(schrijven)
    assert schrijven.begins == (date(2027, 5, 1), date(2027, 8, 1))


@given(
    start=st.dates() | st.none(),
    on=st.dates(),
    fase=st.sampled_from(["idee", "verkennen", "opdracht", "draait", "evalueren", None]),
    looptijd=st.sampled_from(["tot-1", "2", "3-plus", "weet-niet", None]),
)
@settings(max_examples=50)
def test_whatever_the_dates_phases_follow_each_other_in_time(
    content: Content, start: date | None, on: date, fase: str | None, looptijd: str | None
) -> None:
    given = {"start": start.isoformat() if start else None, "fase": fase, "looptijd": looptijd}
    context = {name: answer for name, answer in given.items() if answer}
    assessment = Assessment.model_validate(
        {"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef"}, "context": context}
    )
    found = planned(content, assessment, on)
    spans = [phase.begins for phase in found.phases if phase.begins]
    assert spans == sorted(spans)
    assert not spans or (start is not None and not found.start_passed)


def test_every_example_has_a_plan(content: Content, examples: Path) -> None:
    for path in sorted(examples.glob("*.yaml")):
        assessment = read_assessment(path, content).assessment
        found = planned(content, assessment)
        stops = assessment.context.get("fase") == "afbouwen"
        assert [phase.phase for phase in found.phases] == (["afbouwen"] if stops else PHASES), path.name
        assert sum(phase.status == "nu" for phase in found.phases) == 1, path.name
