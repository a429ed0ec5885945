"""Key questions and first steps, signals, open questions and similar cases."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.api import find_outcome
from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.report.advice import SimilarCase
from poolwijzer.report.advice_words import AdviceWords
from tests.at_place import answers_at

Make = Callable[..., Assessment]
ON = date(2026, 11, 1)
HIGH = {"m16": 5, "m2": 5, "m3": 5, "m6": 1, "m12": 1}
BODY_HIGH = {"b2": 5, "b11": 5, "b12": 5, "b6": 1, "b9": 5}
MIDDLE = {"m16": 3, "m2": 3, "m3": 3, "m6": 3, "m12": 2}
BODY_MIDDLE = {"b2": 3, "b11": 3, "b12": 3, "b6": 3, "b9": 3}
START = {"fase": "idee"}


def advice_on(content: Content, assessment: Assessment) -> AdviceWords:
    """The advice on an assessment."""
    return AdviceWords(find_outcome(assessment, content, ON))


def test_in_one_place_its_key_question_and_its_steps_come_in_order(content: Content, assessment_of: Make) -> None:
    found = advice_on(content, assessment_of(answers=answers_at(5, 5, content), context=START))
    quadrant = content.typology.quadrants["samen-inrichten"]
    assert content.first_steps is not None
    actions = content.first_steps.cells["samen-inrichten"]["start"].actions
    assert found.key_questions == {"samen-inrichten": quadrant.key_question}
    assert found.menu_first
    assert [step.quadrant for step in found.steps] == [*["samen-inrichten"] * len(actions), None]
    assert found.steps[0].what == actions[0].what
    assert all(step.what and step.who and step.when for step in found.steps)


def test_on_a_border_both_key_questions_are_asked_and_the_steps_of_both_told(
    content: Content, assessment_of: Make
) -> None:
    found = advice_on(content, assessment_of(answers=answers_at(3, 5, content), context=START))
    assert list(found.key_questions) == ["samen-inrichten", "behoeften-ophalen"]
    assert not found.menu_first
    assert list(dict.fromkeys(step.quadrant for step in found.steps)) == [*found.key_questions, None]


def test_in_the_middle_there_is_no_key_question_and_the_first_step_asks_every_municipality(
    content: Content, assessment_of: Make
) -> None:
    found = advice_on(content, assessment_of(answers=answers_at(3, 3, content), context=START))
    assert found.key_questions == {}
    assert not found.menu_first
    assert found.steps[0].what == "Vraag elke gemeente wat zij nodig heeft en waar zij over twijfelt."
    assert all(step.quadrant is None for step in found.steps)


def test_not_pooling_is_among_the_steps_of_every_place(content: Content, assessment_of: Make) -> None:
    for answers in (*(answers_at(*place, content) for place in ((5, 5), (3, 5), (3, 3))), {"m16": 1}):
        steps = advice_on(content, assessment_of(answers=answers)).steps
        assert any("Niet poolen, of later, is ook een uitkomst." in step.what for step in steps)


def test_texts_speak_of_the_body_by_its_name(content: Content, assessment_of: Make) -> None:
    context = {"verband": {"kind": "gr", "name": "de GR Proef"}}
    answers = answers_at(5, 1, content)
    found = advice_on(content, assessment_of(answers=answers, context=context))
    assert found.plain_questions == {"gemeenten-aan-zet": "Welke rol kan de GR Proef wél vervullen?"}
    unnamed = advice_on(content, assessment_of(answers=answers))
    assert unnamed.plain_questions == {"gemeenten-aan-zet": "Welke rol kan de provincie of regio wél vervullen?"}
    nobody = advice_on(content, assessment_of(answers=answers, context={"verband": "geen"}))
    assert list(nobody.plain_questions.values()) == [
        "Welke organisatie boven de gemeenten zou kunnen helpen, en met welke rol?"
    ]


def raised(content: Content, assessment: Assessment, signal: str) -> list[str]:
    """With which effects a signal is raised."""
    return [found.effect for found in advice_on(content, assessment).signals if found.signal == signal]


@pytest.mark.parametrize(("answer", "effects"), [(1, ["aandacht"]), (2, ["aandacht"]), (3, []), (4, ["sterk"])])
def test_a_signal_is_raised_by_the_answer_it_looks_at(
    content: Content, assessment_of: Make, answer: int, effects: list[str]
) -> None:
    assert raised(content, assessment_of(answers={"d2": answer}), "actieve-secretarissen") == effects


def test_a_signal_names_the_sources_of_the_rule_that_raised_it(content: Content, assessment_of: Make) -> None:
    found = advice_on(content, assessment_of(context={"thema": ["energiearmoede"]}))
    (signal,) = (raised for raised in found.signals if raised.signal == "mensen-zijn-schaars")
    own = content.signals["mensen-zijn-schaars"]
    assert set(own.sources) < set(signal.sources)
    other = next(rule for rule in own.rules if set(rule.sources) - set(signal.sources))
    assert other.because != signal.because


def test_what_is_not_known_raises_no_signal(content: Content, assessment_of: Make) -> None:
    assert advice_on(content, assessment_of(answers={"d2": "weet-niet"})).signals == ()


def test_no_owner_is_told_when_colleges_want_and_secretaries_do_not(content: Content, assessment_of: Make) -> None:
    signal = "gemeenten-aan-het-roer"
    assert raised(content, assessment_of(answers={"m1": 4, "d2": 2}), signal) == ["aandacht"]
    assert raised(content, assessment_of(answers={"m1": 3, "d2": 2}), signal) == []


def roles(means: dict[str, list[int]]) -> list[dict[str, Any]]:
    """Respondents with their roles, one municipality."""
    return [
        {
            "id": f"{role}-{number}",
            "organisation": {"kind": "gemeente", "name": "Assen"},
            "role": role,
            "answers": {"m16": value},
        }
        for role, values in means.items()
        for number, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("means", "effects"),
    [
        ({"ambtelijk": [2, 2, 2], "bestuurlijk": [4, 4, 3]}, ["aandacht"]),
        ({"ambtelijk": [2, 2, 2], "bestuurlijk": [3, 3, 3]}, []),
        ({"ambtelijk": [1, 1], "bestuurlijk": [5, 5, 5]}, []),
    ],
)
def test_roles_that_differ_by_more_than_one_are_told_from_three_persons_a_role(
    content: Content, assessment_of: Make, means: dict[str, list[int]], effects: list[str]
) -> None:
    assessment = assessment_of(municipalities=["Assen"], responses=roles(means))
    assert raised(content, assessment, "gemeenten-aan-het-roer") == effects


def test_points_of_attention_come_before_strong_points(content: Content, assessment_of: Make) -> None:
    effects = [found.effect for found in advice_on(content, assessment_of(answers={"m4": 5, "d2": 1})).signals]
    assert effects == sorted(effects)


@pytest.mark.parametrize("said", [{}, {"m2": "weet-niet"}])
def test_an_open_question_that_could_move_the_place_comes_first(
    content: Content, assessment_of: Make, said: dict[str, str]
) -> None:
    short = {name for name, statement in content.statements.items() if statement.short} - {"m2"}
    answers = {name: value for name, value in answers_at(5, 5, content).items() if name in short}
    found = advice_on(content, assessment_of(answers={**answers, **said})).open_questions
    assert (found[0].question.id, found[0].placement) == ("m2", True)
    assert not any(entry.placement for entry in found[1:])


def test_an_answer_that_cannot_change_the_level_is_no_question_about_the_place(
    content: Content, assessment_of: Make
) -> None:
    answers = answers_at(5, 5, content)
    del answers["m12"]  # 20 over 4 answers; with a 1 it is 21/5, still high
    found = advice_on(content, assessment_of(answers=answers)).open_questions
    assert not any(entry.placement for entry in found)
    assert "m12" in {entry.question.id for entry in found}


NAMES = [f"{letter}{number}" for letter in "mb" for number in range(1, 11)]
CONTEXT: dict[str, st.SearchStrategy[Any]] = {
    "soort": st.sampled_from(["menskracht", "denkkracht", "beide"]),
    "fase": st.sampled_from(["idee", "opdracht", "draait"]),
    "verband": st.sampled_from([{"kind": "geen"}, {"kind": "gr", "name": "de GR"}]),
    "thema": st.just(["isolatie"]),
    "behoefte": st.just(["specialisten"]),
    "twijfel": st.sampled_from([["kosten"], ["weten-wij-niet"], ["weten-wij-niet", "kosten"]]),
    "geregeld": st.just(["nog-niets"]),
    "geld": st.just(["provincie"]),
    "omvang": st.sampled_from(["tot-100k", "meer", "weet-niet"]),
    "looptijd": st.sampled_from(["2", "weet-niet"]),
    "gastheer": st.sampled_from(["ja", "nee", "weet-niet"]),
}
UNKNOWN = ("weet-niet", ["weten-wij-niet"])


@settings(deadline=None, max_examples=50)
@given(
    answers=st.dictionaries(st.sampled_from(NAMES), st.one_of(st.integers(1, 5), st.just("weet-niet"))),
    context=st.fixed_dictionaries({}, optional=CONTEXT),
    shares=st.sampled_from([[], [50, 50], [20, 20, 20]]),
)
def test_what_is_answered_or_hidden_is_never_asked_and_the_most_telling_comes_first(
    content: Content, assessment_of: Make, answers: dict[str, Any], context: dict[str, Any], shares: list[int]
) -> None:
    towns = [{"name": f"Proefdorp {number}", "population": share} for number, share in enumerate(shares)]
    found = advice_on(content, assessment_of(answers=answers, context=context, municipalities=towns)).open_questions
    asked = {(entry.question.kind, entry.question.id) for entry in found}
    assert len(asked) == len(found)
    assert not asked & {("statement", name) for name, value in answers.items() if value != "weet-niet"}
    assert not asked & {("context", name) for name, value in context.items() if value not in UNKNOWN}
    if context.get("verband") == {"kind": "geen"}:
        assert not asked & {("statement", name) for name in NAMES if name[0] == "b"}
    if shares:
        assert ("municipalities", "") not in asked
    if len(shares) != 2:
        assert ("context", "gastheer") not in asked
    weights = [len(content.options) * entry.placement + len(entry.options) + len(entry.signals) for entry in found]
    assert weights == sorted(weights, reverse=True)
    assert all(weights)
    assert all(entry.question.text and "{" not in entry.question.text for entry in found)


ALIKE = {"soort": "denkkracht", "fase": "draait", "omvang": "meer"}


def _drenthe(advice: AdviceWords) -> SimilarCase | None:
    return next((case for case in advice.similar if case.case == "flexteam-drenthe"), None)


def test_a_similar_case_says_why_and_an_initiative_is_not_its_own_case(content: Content, assessment_of: Make) -> None:
    case = _drenthe(advice_on(content, assessment_of(context=ALIKE)))
    assert case is not None and len(case.reasons) == 3
    assert "denkkracht" in case.reasons[0]
    assert _drenthe(advice_on(content, assessment_of(id="flexteam-drenthe", context=ALIKE))) is None


def test_the_most_alike_case_comes_first(content: Content, assessment_of: Make) -> None:
    counts = [len(case.reasons) for case in advice_on(content, assessment_of(context=ALIKE)).similar]
    assert len(counts) > 1
    assert counts == sorted(counts, reverse=True)


def test_one_likeness_is_too_little(content: Content, assessment_of: Make) -> None:
    assert advice_on(content, assessment_of(context={"soort": "denkkracht"})).similar == ()


@pytest.mark.parametrize(("number", "alike"), [(5, False), (6, True), (12, True), (24, True), (25, False)])
def test_up_to_twice_as_many_municipalities_is_about_as_large(
    content: Content, assessment_of: Make, number: int, alike: bool
) -> None:
    case = _drenthe(advice_on(content, assessment_of(context=ALIKE, municipalities=number)))
    assert case is not None
    assert any("even groot" in reason for reason in case.reasons) is alike


@pytest.mark.parametrize(("status", "used"), [("geschat", False), ("bevestigd", True)])
def test_the_place_of_a_case_counts_only_when_it_was_confirmed(
    tmp_path: Path, assessment_of: Make, status: str, used: bool
) -> None:
    folder = tmp_path / "praktijk"
    folder.mkdir()
    (folder / "flexteam-drenthe.yaml").write_text(f"placement: {{status: {status}}}\n", encoding="utf-8")
    menus = load_menus(tmp_path)
    assert menus.cases["flexteam-drenthe"].placement is not None
    assessment = assessment_of(answers=answers_at(5, 5, menus), context=ALIKE)
    case = _drenthe(advice_on(menus, assessment))
    assert case is not None
    assert ("Staat op dezelfde plek." in case.reasons) is used
