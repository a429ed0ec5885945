"""Steps, decisions and road map by place, by how far the initiative is, and by which body there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.content.wording import fill_names, names_a_body
from poolwijzer.outcome import Outcome
from poolwijzer.report.advice_words import AdviceWords
from poolwijzer.report.sentences import names_in
from tests.at_place import answers_at

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
PLACES = list(product((5, 3, 1), (5, 3, 1)))
PHASES = ("idee", "verkennen", "opdracht", "draait", "evalueren", "afbouwen", None)
GROUPS = {"idee": "start", "verkennen": "start", "opdracht": "opdracht", "draait": "loopt", "evalueren": "loopt"}
BODIES: list[Any] = [
    {"kind": "provincie", "name": "de provincie Drenthe"},
    {"kind": "provincie", "name": "de provincies Drenthe en Groningen"},
    {"kind": "res-regio", "name": "de RES-regio Merenland"},
    {"kind": "gr", "name": "de gemeenschappelijke regeling Merenland"},
    {"kind": "omgevingsdienst", "name": "Omgevingsdienst Meren en Plassen", "number": "enkelvoud"},
    {"kind": "gemeentenvereniging", "name": "De vereniging van gemeenten"},
    {"kind": "anders", "name": "de waterschappen", "number": "meervoud"},
    {"kind": "geen"},
    "geen",
    None,
]


def words_of(assessment: Assessment, content: Content) -> AdviceWords:
    return AdviceWords(Outcome(content, assessment, ON))


def all_texts(words: AdviceWords) -> Iterator[str]:
    """What the steps, the note and the road map ask for, and of whom."""
    for step in words.steps:
        yield from (step.what, step.who, step.when)
    for place in words.places.values():
        yield from (place.summary, place.support, *place.decisions, *(pitfall.text for pitfall in place.pitfalls))
    yield from words.who_decides
    yield from words.plain_questions.values()
    for phase in words.road_map.phases:
        if phase.status == "gedaan":
            continue  # of that only its title is told
        yield from phase.involved
        for planned in (*phase.steps, *phase.decisions):
            yield from (planned.what, *planned.who, planned.time, planned.because)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("place", PLACES)
def test_steps_note_and_road_map_never_contradict_each_other(
    place: tuple[int, int], phase: str | None, content: Content, assessment_of: Make
) -> None:
    known = content.first_steps
    assert known is not None
    group = GROUPS.get(phase or "idee", "afbouwen")
    for body in BODIES:
        context = {**({"fase": phase} if phase else {}), **({"verband": body} if body else {})}
        made = assessment_of(answers=answers_at(*place, content), context=context)
        words, names = words_of(made, content), names_in(made, content)
        kind = body["kind"] if isinstance(body, dict) else body
        assert words.phase_group == group
        # Each step, decision and pitfall is one of its place in this group of phases, and none is of another.
        for name, found in words.places.items():
            cell = known.cells[name][group]
            points = [text for text in cell.decisions if kind != "geen" or not names_a_body(text)]
            assert [fill_names(text, names, inside=True).rstrip(";. ") for text in points] == list(found.decisions)
            assert len(found.pitfalls) == len(cell.pitfalls)
        for step in words.steps:
            if step.quadrant:
                told = {fill_names(action.what, names) for action in known.cells[step.quadrant][group].actions}
                assert step.what in told | {known.without_body.what if known.without_body else ""}
        assert len({step.what for step in words.steps}) == len(words.steps) > 0
        # The road map is in the same phase, and of what is behind tells nothing but that it is done.
        now = [one.phase for one in words.road_map.phases if one.status == "nu"]
        assert len(now) == (1 if phase else 0)
        if group == "afbouwen":
            assert [one.phase for one in words.road_map.phases] == now == ["afbouwen"]
            assert not words.road_map.took and not any(one.coming for one in words.road_map.phases)
        # Nothing is left open, and no other body is named than theirs.
        for text in all_texts(words):
            assert not set("{}|") & set(text), text
            if kind not in ("provincie", None):
                assert "Gedeputeerde" not in text and "Provinciale Staten" not in text, text
            if kind is None:
                assert "Gedeputeerde" not in text, text
            else:
                assert "de provincie of regio" not in text.lower(), text
            if group in ("loopt", "afbouwen"):
                assert "met het principe" not in text and "willen wij dit samen doen" not in text, text
        if kind == "geen":
            without = [step for step in words.steps if known.without_body and step.what == known.without_body.what]
            assert len(without) <= 1
            assert not words.who_decides


def test_files_that_differ_in_phase_alone_differ_in_steps_and_not_in_place(
    content: Content, assessment_of: Make
) -> None:
    for place in PLACES:
        found = {}
        for phase in PHASES[:-1]:
            made = assessment_of(answers=answers_at(*place, content), context={"fase": phase, "verband": BODIES[0]})
            outcome = Outcome(content, made, ON)
            words = AdviceWords(outcome)
            found[GROUPS.get(phase, "afbouwen")] = outcome.placement, [step.what for step in words.steps]
        placements = [placement for placement, _ in found.values()]
        assert all(placement == placements[0] for placement in placements)
        steps = [steps for _, steps in found.values()]
        if place != (3, 3):
            assert all(one != other for one, other in pairwise(steps))


def test_an_unknown_phase_counts_as_the_start_and_that_is_said(content: Content, assessment_of: Make) -> None:
    made = assessment_of(answers=answers_at(5, 5, content), context={"verband": BODIES[0]})
    words = words_of(made, content)
    assert words.phase_unknown == "Hoe ver het initiatief is, is nog niet bekend. Deze stappen zijn voor het begin."
    known = made.model_copy(update={"context": {**made.context, "fase": "idee"}})
    assert words.steps == words_of(known, content).steps and not words_of(known, content).phase_unknown


def test_without_a_body_one_step_comes_for_all_that_ask_something_of_one(content: Content, assessment_of: Make) -> None:
    for phase in ("idee", "opdracht", "draait"):
        made = assessment_of(answers=answers_at(5, 1, content), context={"fase": phase, "verband": BODIES[-3]})
        steps = words_of(made, content).steps
        asked = [step for step in steps if step.what.startswith("Vraag een organisatie boven de gemeenten")]
        assert len(asked) == 1 and "wethouders" in asked[0].who


@pytest.mark.parametrize("chosen", [{"vorm": {"options": ["bij-provincie"]}}, {"financiering": ["provincie-direct"]}])
def test_the_province_is_told_to_decide_only_where_it_takes_part(
    chosen: dict[str, Any], content: Content, assessment_of: Make
) -> None:
    said = "Gedeputeerde Staten besluiten over de rol van de provincie. Provinciale Staten gaan over het geld."
    choices = {name: one if isinstance(one, dict) else {"options": one} for name, one in chosen.items()}
    base = {"answers": answers_at(5, 5, content), "context": {"fase": "opdracht", "verband": BODIES[3]}}
    assert said not in words_of(assessment_of(**base), content).who_decides
    found = words_of(assessment_of(**base, choices=choices), content).who_decides
    assert said in found and found[0].startswith("Het bestuur van de gemeenschappelijke regeling Merenland besluit")


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        (
            "draait",
            "Spreek met de gemeenten die willen af hoe u doorgaat. Spreek af hoe anderen aanhaken of uitstappen.",
        ),
        ("idee", "Begin met de gemeenten die willen. Spreek af hoe anderen later aanhaken."),
        ("afbouwen", ""),
    ],
)
def test_divided_municipalities_get_a_first_step_by_how_far_they_are(
    phase: str, said: str, content: Content, assessment_of: Make
) -> None:
    towns = [{"name": f"Proefdorp {number}", "population": 20000} for number in range(1, 7)]
    responses = [
        {
            "id": f"r{number}",
            "organisation": {"kind": "gemeente", "name": town["name"]},
            "basis": "namens-organisatie",
            "answers": {
                name: answer
                for name, answer in answers_at(5 if number % 2 else 1, 5, content).items()
                if "gemeente" in content.statements[name].asked_of
            },
        }
        for number, town in enumerate(towns)
    ]
    made = assessment_of(municipalities=towns, responses=responses, context={"fase": phase, "verband": BODIES[0]})
    words = words_of(made, content)
    assert words.outcome.placement.divided
    told = [step.what for step in words.steps]
    first = {content.typology.divided.first_action.what, *(one.what for one in content.typology.divided.other_actions)}
    assert [what for what in told if what in first] == ([said] if said else [])


def test_own_steps_made_before_there_were_groups_count_at_the_start(tmp_path: Path, assessment_of: Make) -> None:
    (tmp_path / "typologie.yaml").write_text(
        """
quadrants:
  samen-inrichten:
    decision: in te stemmen met ons eigen plan
    actions: [{what: Bel elkaar.}, {what: Schrijf het op.}, {what: Besluit.}]
    pitfalls: [Niet bellen.]
""",
        encoding="utf-8",
    )
    menus = load_menus(tmp_path)
    at_start, running = (
        words_of(assessment_of(answers=answers_at(5, 5, menus), context={"fase": phase}), menus)
        for phase in ("idee", "draait")
    )
    assert [step.what for step in at_start.steps][:3] == ["Bel elkaar.", "Schrijf het op.", "Besluit."]
    place = at_start.places["samen-inrichten"]
    assert place.decisions == ("in te stemmen met ons eigen plan",)
    assert [pitfall.text for pitfall in place.pitfalls] == ["Niet bellen."]
    # A running one keeps the steps of the shipped menus: what was written for a start is not said to it.
    assert "Bel elkaar." not in [step.what for step in running.steps]
    assert running.places["samen-inrichten"].decisions[0].startswith("kennis te nemen")


def test_menus_without_groups_of_phases_tell_what_stands_at_a_place(assessment_of: Make) -> None:
    small = load_menus(None, base=Path(__file__).parents[1] / "files" / "menus" / "small")
    words = words_of(assessment_of(answers=answers_at(5, 5, small), context={"fase": "draait"}), small)
    assert words.phase_group is None and not words.phase_unknown
    assert words.steps[0].what == "Vraag wat er blijft liggen."


def test_a_running_initiative_is_not_told_that_it_can_begin(content: Content, assessment_of: Make) -> None:
    for place, phase in product(((5, 5), (5, 1), (1, 5), (1, 1)), ("draait", "evalueren", "afbouwen")):
        made = assessment_of(answers=answers_at(*place, content), context={"fase": phase, "verband": BODIES[0]})
        (found,) = words_of(made, content).places.values()
        assert not {"inrichten.", "beginnen"} & set(found.summary.replace(",", "").split())


def test_winding_down_shows_what_was_chosen_and_puts_the_rest_aside(content: Content, assessment_of: Make) -> None:
    choices = {"vorm": {"options": ["bij-provincie"]}}
    made = assessment_of(answers=answers_at(5, 5, content), context={"fase": "afbouwen"}, choices=choices)
    cards = {card.component: card for card in words_of(made, content).components}
    assert set(cards["vorm"].aside) == {option.option for option in cards["vorm"].options} - {"bij-provincie"}
    assert not cards["kennisborging"].aside and not cards["looptijd"].aside
    assert set(cards["sturing"].aside) == {option.option for option in cards["sturing"].options}
    running = assessment_of(answers=answers_at(5, 5, content), context={"fase": "draait"}, choices=choices)
    assert not any(card.aside for card in words_of(running, content).components)


def test_a_signal_falls_silent_only_where_it_is_known_to(content: Content, assessment_of: Make) -> None:
    answers = {**answers_at(5, 5, content), "m1": 1, "m7": 1}
    silent = {name for name, signal in content.signals.items() if signal.silent_when}
    assert "solidariteit" in silent

    def raised(context: dict[str, Any]) -> set[str]:
        judgement = Outcome(content, assessment_of(answers=answers, context=context), ON).judgement
        return {*judgement.signals, *judgement.strengths}

    assert "solidariteit" in raised({}) and "solidariteit" in raised({"fase": "draait"})
    assert not silent & raised({"fase": "afbouwen"})
    winding_down = words_of(assessment_of(answers=answers, context={"fase": "afbouwen"}), content)
    traces = winding_down.signal_rules["solidariteit"]
    assert all(trace.truth is False and "afbouwen" in trace.silent for trace in traces)
    unknown = words_of(assessment_of(answers=answers), content)
    assert not any(trace.silent for trace in unknown.signal_rules["solidariteit"])
    told = next(trace for trace in unknown.signal_rules["solidariteit"] if trace.truth)
    assert "fase" in [question.id for question in told.unknown]
