"""A second conversation about the same initiative: the old answers are a memory, and no default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.interview.again import measure_again, why_not_again
from poolwijzer.interview.beginning import InterviewOptions, first_state
from poolwijzer.interview.commands import Jump, Reply
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.screens.list_screen import ListScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.start import measured_before
from poolwijzer.interview.state import Route, State
from poolwijzer.problems import InputError
from tests.interview.terminal import Terminal

Make = Callable[..., Assessment]
FIRST, ON = date(2025, 11, 1), date(2026, 11, 24)
CONTEXT = {"fase": "verkennen", "verband": {"kind": "provincie", "name": "de provincie"}, "thema": ["isolatie"]}
SAID = {
    "answers": {"m2": 4, "m16": "weet-niet", "m6": {"note": "nog geen antwoord"}, "b2": 2},
    "estimate": {"motivatie": 4, "betrokkenheid": 2},
    "context": CONTEXT,
    "key_question": {"answer": "Eén team"},
    "choices": {"financiering": {"options": ["gemeenten-naar-inwoners"]}},
    "agreements": [{"what": "Een brief"}],
}
PLACED = dict.fromkeys(("m2", "m16", "m6", "m3", "m12", "b2", "b9", "b6", "b11", "b12"), 4)


@pytest.fixture
def script(content: Content) -> Script:
    return Script(content, ON)


def dated(assessment: Assessment, day: date | None = FIRST) -> Assessment:
    initiative = assessment.initiative.model_copy(update={"date": day})
    return assessment.model_copy(update={"initiative": initiative})


def memory(script: Script, state: State, key: str) -> str:
    at = script.react(state, Jump(key))
    assert at.at == key
    return script.ask(at).memory


def test_it_begins_at_the_first_question_with_nothing_answered_but_choices_and_agreements(
    script: Script, assessment_of: Make
) -> None:
    state = measure_again(dated(assessment_of(**SAID)), Route(), script)
    assert script.step(state).key == next(step.key for step in script.steps(state) if step.counts)
    assert "Nieuwe meting" in state.said and "1 november 2025" in state.said
    answered = {step.kind for step in script.steps(state) if step.counts and step.answer is not None}
    assert answered == {"name", "component", "agreement"}


def test_what_was_answered_stands_with_the_question_in_words(script: Script, assessment_of: Make) -> None:
    state = measure_again(dated(assessment_of(**{**SAID, "answers": PLACED})), Route(), script)
    begin = "Vorige keer (1 november 2025): "
    assert memory(script, state, "statement:m2:") == f"{begin}de meeste"
    assert memory(script, state, "context:fase:") == f"{begin}verkennen"
    assert memory(script, state, "context:thema:") == f"{begin}isolatie"
    assert memory(script, state, "estimate::").startswith(f"{begin}motivatie 4")
    state = script.react(state, Jump("statement:m2:"))
    for _ in range(10):
        state = script.react(state, Reply("4"))
    state = script.react(script.react(state, Jump("place::")), "next")
    assert memory(script, state, "key-question::") == f"{begin}Eén team"


def test_two_bodies_that_are_asked_at_once_are_remembered_at_once(script: Script, assessment_of: Make) -> None:
    body = {"kind": "omgevingsdienst", "name": "de OZHZ", "also": "de provincie"}
    before = dated(assessment_of(context={"verband": body}))
    together = measure_again(before, Route(), script)
    state = script.react(script.react(together, Jump("context:verband:")), Reply("omgevingsdienst"))
    assert memory(script, state, "context-name:verband:").endswith(": de OZHZ; de provincie")
    apart = measure_again(before, Route(full=True), script)
    state = script.react(script.react(apart, Jump("context:verband:")), Reply("omgevingsdienst"))
    assert memory(script, state, "context-name:verband:").endswith(": de OZHZ")
    assert memory(script, state, "context-also:verband:").endswith(": de provincie")


def test_a_note_without_an_answer_is_no_memory_and_weet_niet_is(script: Script, assessment_of: Make) -> None:
    state = measure_again(dated(assessment_of(**SAID)), Route(), script)
    assert memory(script, state, "statement:m6:") == memory(script, state, "statement:m3:") == ""
    assert memory(script, state, "statement:m16:").endswith("weet niet")


def test_a_memory_is_no_default_and_enter_picks_nothing(script: Script, assessment_of: Make) -> None:
    state = measure_again(dated(assessment_of(**SAID)), Route(), script)
    for key in ("statement:m2:", "context:fase:"):
        question = script.ask(script.react(state, Jump(key)))
        screen = ListScreen(question, Surroundings())
        assert question.chosen == () and screen.at is None and screen.press("enter") is None
        shown = "\n".join("".join(part for _, part in line) for line in screen.lines(59, 20))
        assert "Vorige keer" in shown and question.title.split()[0] in shown
    assert script.ask(script.react(state, Jump("estimate::"))).place == {}


def test_the_last_time_that_it_was_answered_counts(script: Script, assessment_of: Make) -> None:
    earlier = [{"date": "2023-11-01", "answers": {"m2": 1, "m3": 2}}]
    state = measure_again(dated(assessment_of(answers={"m2": 4}, measurements=earlier)), Route(), script)
    assert memory(script, state, "statement:m2:") == "Vorige keer (1 november 2025): de meeste"
    assert memory(script, state, "statement:m3:") == "Vorige keer (1 november 2023): een paar"


def test_of_a_statement_that_is_asked_no_more_nothing_is_remembered(script: Script, assessment_of: Make) -> None:
    state = measure_again(dated(assessment_of(answers={"m5": 4, "m2": 4})), Route(full=True), script)
    told = [script.ask(replace(state, at=step.key)).memory for step in script.steps(state)]
    assert len([memory for memory in told if memory]) == 1


def test_the_place_is_shown_anew_before_the_last_page_tells_it(script: Script, assessment_of: Make) -> None:
    state = measure_again(dated(assessment_of(**{**SAID, "answers": PLACED})), Route(), script)
    assert state.assessment is not None
    half = script.react(script.react(state, Jump("statement:m2:")), Reply("2")).assessment
    assert half is not None and "place::" not in script.begin(half, Route()).seen


@pytest.mark.parametrize(
    ("parts", "day", "words"),
    [({"answers": {"m2": 4}}, ON, "verbetert"), ({}, FIRST, "nog niets gemeten"), ({"answers": {"m2": 4}}, FIRST, "")],
)
def test_a_correction_is_no_measurement(parts: dict[str, object], day: date, words: str, assessment_of: Make) -> None:
    said = why_not_again(Path("plan.yaml"), dated(assessment_of(**parts), day), ON)
    assert words in said and bool(words) == bool(said)


@pytest.mark.parametrize(("day", "words"), [(None, "date: 2025-11-01"), (date(2027, 1, 1), "latere dag")])
def test_a_date_that_will_not_do_is_refused_with_what_to_do(day: date | None, words: str, assessment_of: Make) -> None:
    with pytest.raises(InputError, match=words):
        why_not_again(Path("plan.yaml"), dated(assessment_of(answers={"m2": 4}), day), ON)


def test_a_new_measurement_needs_a_file(script: Script, tmp_path: Path) -> None:
    for path in (None, tmp_path / "nergens.yaml"):
        with pytest.raises(InputError, match="bestand dat er al is"):
            first_state(path, InterviewOptions(path, ON, again=True), script)


def test_only_a_file_that_can_be_measured_anew_is_offered(tmp_path: Path, content: Content) -> None:
    texts = {
        "goed": "date: 2025-11-01}\nanswers: {m2: 4}",
        "vandaag": "date: 2026-11-24}\nanswers: {m2: 4}",
        "leeg": "date: 2025-11-01}",
        "stuk": "date: 2025-11-01}\nanswers: {m2: 99}",
    }
    for name, text in texts.items():
        whole = f"poolwijzer: 1\ninitiative: {{id: {name}, name: {name}, {text}\n"
        (tmp_path / f"{name}.yaml").write_text(whole, encoding="utf-8")
    found = measured_before(sorted(tmp_path.glob("*.yaml")), content, ON)
    assert [path.stem for path in found] == ["goed"]


# In a terminal.


def a_file(folder: Path, name: str = "plan.yaml") -> Path:
    file = folder / name
    answers = "".join(f"  {statement}: 2\n" for statement in PLACED)
    file.write_text(
        "# Van ons\npoolwijzer: 1\ninitiative:\n  id: plan\n  name: Plan\n  date: 2025-11-01 # de eerste keer\n"
        f"questions: kort\ncontext:\n  fase: verkennen\nanswers:\n{answers}",
        encoding="utf-8",
    )
    return file


@pytest.mark.slow
def test_a_new_measurement_from_the_start_menu_to_a_comparison_over_time(tmp_path: Path, content: Content) -> None:
    file = a_file(tmp_path)
    before, now = file.read_bytes(), {"SOURCE_DATE_EPOCH": "1795521600"}  # 24 November 2026
    with Terminal(cwd=tmp_path, environment=now) as terminal:
        terminal.wait_for("Nieuwe meting van plan.yaml")
        terminal.press("3", "Enter")
        terminal.wait_for("Nieuwe meting van Plan", "Hoe heet het initiatief?")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    assert file.read_bytes() == before, "who only had a look leaves the file as it was"
    with Terminal("assess", "plan.yaml", "--again", "--date", "2026-11-24", "--part", "motivatie", cwd=tmp_path) as one:
        one.wait_for("Vorige keer (1 november 2025): een paar")
        one.press("4")
        one.wait_for("Vraag 2 van 5")
        one.child.kill(9)
    kept = read_assessment(file, content).assessment
    assert kept.answers["m2"].value == 4 and kept.initiative.date == ON
    assert kept.measurements[0].answers["m2"].value == 2 and kept.measurements[0].date == FIRST
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Van ons") and "# de eerste keer" in text
    with Terminal("assess", "plan.yaml", "--again", "--date", "2026-11-24", cwd=tmp_path) as two:
        two.wait_for("Deze meting is van vandaag", "Welke gemeenten doen mee?")
        two.press("Ctrl-C")
        two.ended()
    with Terminal("compare", "plan.yaml", "--date", "2026-11-24", cwd=tmp_path, rows=200) as compare:
        assert compare.ended() == 0
        assert "1 november 2025" in compare.text and "24 november 2026" in compare.text


@pytest.mark.slow
def test_of_several_files_one_line_of_the_menu_leads_to_all(tmp_path: Path) -> None:
    for name in ("een.yaml", "twee.yaml", "drie.yaml", "vier.yaml", "vijf.yaml"):
        a_file(tmp_path, name)
    now = {"SOURCE_DATE_EPOCH": "1795521600"}
    with Terminal(cwd=tmp_path, columns=60, rows=20, environment=now) as terminal:
        shown = terminal.wait_for("Nieuwe meting van een eerder gesprek", "1-9 kiezen")
        assert shown.count("Verder met") == 4
        terminal.press("6")
        terminal.wait_for("Een nieuwe meting van welk bestand?", "vijf.yaml")
        terminal.press("2")
        terminal.wait_for("Nieuwe meting van Plan")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
