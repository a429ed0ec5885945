"""The minutes of a conversation: what they are planned for, how they run, and what breaks them off."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import read_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.questions import Extra
from poolwijzer.content.read import load_menus
from poolwijzer.formats.plain import show_plain
from poolwijzer.interview.beginning import InterviewOptions, first_state
from poolwijzer.interview.clock import Clock
from poolwijzer.interview.drafts import Drafts, broke_off
from poolwijzer.interview.progress import (
    describe_clock,
    furthest_step,
    list_lengths,
    pick_extras,
    plan_minutes,
    tell_left_out,
    tell_minutes,
)
from poolwijzer.interview.screens.layout import between
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.interview.steps.welcome import WelcomePage
from tests.interview.terminal import Terminal
from tests.interview.test_conversations import ASSESS, to_the_statements

ON = date(2026, 11, 24)
Make = Callable[..., Assessment]
STANDING = """poolwijzer: 1
initiative: {id: proef, name: Proef, municipalities: [Assen]}
questions: kort
context: {soort: beide, fase: idee, verband: {kind: provincie, name: de provincie}, thema: [isolatie]}
estimate: {motivatie: 3.5, betrokkenheid: 2}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.yaml"
    path.write_text(STANDING, encoding="utf-8")
    return path


def test_going_on_does_not_tell_the_room_which_answers_differ_from_its_hands(file: Path, content: Content) -> None:
    file.write_text(f"{STANDING}answers: {{m2: {{value: 2, votes: [3, 1, 0, 0, 0]}}}}\n", encoding="utf-8")
    assert "past niet bij de handen" in read_assessment(file, content).remarks[0].message
    said = first_state(file, InterviewOptions(file, ON), Script(content, ON)).said
    assert "Verder met Proef" in said and "handen" not in said


# The clock.


def test_the_clock_goes_on_where_an_interrupted_conversation_stood() -> None:
    seconds = [100.0]
    clock = Clock(7.5, lambda: seconds[0])
    assert clock.minutes() == 7.5
    seconds[0] += 90
    assert clock.minutes() == 9


def test_the_clock_stands_still_in_a_break() -> None:
    seconds = [0.0]
    clock = Clock(0, lambda: seconds[0])
    seconds[0] = 60
    with clock.stopped():
        seconds[0] = 600
        assert clock.minutes() == 1
    seconds[0] = 660
    assert clock.minutes() == 2


@pytest.mark.parametrize(
    ("step", "spent", "told"),
    [
        ("statement:m2:", 7.9, "7 van 20 min"),
        ("statement:m2:", 13.2, "13 van 20 min · 2 minuten over het plan"),
        ("statement:m2:", 18, "18 van 20 min · nog 2 minuten"),
        ("agreement:0:what", 17.9, "17 van 20 min"),
        ("agreement:0:what", 19.5, "19 van 20 min · nog 1 minuut"),
        ("agreement:0:what", 20, "20 van 20 min"),
        ("agreement:0:what", 23, "23 van 20 min · 3 minuten over het plan"),
    ],
)
def test_the_clock_says_quietly_what_is_over_and_what_is_left(
    content: Content, assessment_of: Make, step: str, spent: float, told: str
) -> None:
    script = Script(content, ON)
    found = next(one for one in script.steps(script.begin(assessment_of(), Route())) if one.key == step)
    assert describe_clock(found, spent, plan_minutes(content, Route())) == told


def test_who_goes_back_to_mend_an_answer_is_not_late_with_that(content: Content, assessment_of: Make) -> None:
    script, plan = Script(content, ON), plan_minutes(content, Route())
    answered = assessment_of(answers={"m2": 4}, agreements=[{"what": "Een brief"}])
    for assessment, told in ((assessment_of(answers={"m2": 4}), "over het plan"), (answered, "17 van 20 min")):
        steps = script.steps(script.begin(assessment, Route()))
        here = next(one for one in steps if one.key == "statement:m2:")
        assert describe_clock(furthest_step(here, steps, plan), 17.5, plan).endswith(told)


def test_the_deepening_takes_as_long_as_it_takes_unless_someone_said_how_long(content: Content) -> None:
    told = {}
    for route in (Route(full=True), Route(full=True, minutes=30)):
        page = WelcomePage(content, route).page(State(None, "welcome::", route), (), "", "")
        lines: list[str] = []
        show_plain(page, lines.append, 1000)
        told[route.minutes] = " ".join(" ".join(lines).split())
    assert "langer dan 20 minuten:" in told[None] and "min)" not in told[None]
    assert "samen 30 minuten:" in told[30]
    assert tell_minutes(12.7) == "12 min"


def test_with_the_menu_card_first_it_is_not_late_for_what_comes_later(content: Content) -> None:
    plan = plan_minutes(content, Route(menu_first=True))
    assert plan["initiatief"] < plan["menu"] < plan["stellingen"] < plan["plek"] < plan["afronden"] == 20


def test_where_there_is_little_room_the_last_words_of_the_clock_stay() -> None:
    (line,) = between("Vraag 4 van 10, betrokkenheid", "18 van 20 min · nog 2 minuten", 59)
    assert "".join(part for _, part in line).endswith("betrokkenheid                 nog 2 minuten")


# Little time.


@given(st.integers(1, 600))
def test_in_any_time_the_parts_make_up_the_whole(minutes: int) -> None:
    content = load_menus()
    route = Route(minutes=minutes, left_out=pick_extras(content, minutes))
    lengths = list_lengths(plan_minutes(content, route))
    assert sum(lengths.values()) == minutes and min(lengths.values()) >= 0
    assert pick_extras(content, minutes) >= pick_extras(content, minutes + 1)


def test_what_is_dropped_first_and_last_and_that_statements_stay(content: Content, assessment_of: Make) -> None:
    order = get_args(Extra)
    sizes = {len(pick_extras(content, minutes)): pick_extras(content, minutes) for minutes in range(1, 30)}
    assert [sizes[size] for size in sorted(sizes)] == [frozenset(order[:size]) for size in range(len(order) + 1)]
    assert pick_extras(content, 10) == set(order)
    assert not pick_extras(content, 20) and not pick_extras(content, None)
    script = Script(content, ON)

    def asked(minutes: int) -> list[str]:
        state = script.begin(assessment_of(), Route(minutes=minutes, left_out=pick_extras(content, minutes)))
        return [step.ref for step in script.steps(state) if step.kind == "statement"]

    assert asked(1) == asked(20) and asked(1)


def test_what_a_dropped_part_would_have_taken_goes_to_the_rest(content: Content) -> None:
    routes = (Route(), Route(left_out=frozenset({"afwegingen"})))
    usual, short = (list(plan_minutes(content, route).values()) for route in routes)
    assert short[0] > usual[0] and short[-1] == usual[-1]
    assert short[-2] - short[-3] < usual[-2] - usual[-3]
    assert all(isinstance(minute, Fraction) for minute in short)


def test_considerations_and_highlights_are_dropped_but_not_what_was_said(content: Content, assessment_of: Make) -> None:
    script = Script(content, ON)
    chosen = {
        "financiering": {"options": ["provincie-direct"], "consideration": "Past bij ons"},
        "vorm": {"options": [], "other": ["Iets anders"]},
    }
    said = assessment_of(choices=chosen, highlights={"striking": "Veel"})
    short = script.begin(said, Route(left_out=frozenset({"afwegingen", "terugkoppeling"})))
    usual = script.begin(said, Route())

    def asked(state: State, kind: str) -> list[str]:
        return [step.ref for step in script.steps(state) if step.kind == kind]

    def is_asked(state: State, ref: str) -> bool:
        return next(s.is_open(state) for s in script.steps(state) if (s.kind, s.ref) == ("consideration", ref))

    assert is_asked(usual, "vorm") and not is_asked(usual, "financiering")
    assert not is_asked(short, "vorm") and "vorm" in asked(short, "consideration")
    assert asked(usual, "highlight") == asked(short, "highlight") == ["striking"]
    nothing = script.begin(assessment_of(), Route(left_out=frozenset({"terugkoppeling"})))
    assert asked(nothing, "highlight") == [] and asked(nothing, "agreement")
    assert asked(script.react(short, "deepen"), "highlight") == asked(script.react(usual, "deepen"), "highlight")


def test_a_short_conversation_says_so_when_it_goes_on_with_a_file(file: Path, content: Content) -> None:
    options = InterviewOptions(file, ON, Route(minutes=10, left_out=pick_extras(content, 10)))
    assert "In 10 minuten is geen tijd voor" in first_state(file, options, Script(content, ON)).said
    assert "geen tijd" not in first_state(file, InterviewOptions(file, ON), Script(content, ON)).said


def test_a_short_conversation_says_so(content: Content) -> None:
    assert tell_left_out(Route()) == ""
    route = Route(minutes=16, left_out=pick_extras(content, 16))
    assert tell_left_out(route) == "In 16 minuten is geen tijd voor het overzicht van de keuzes. De stellingen blijven."


# What is kept of it.


def test_the_minutes_are_kept_beside_half_typed_text_and_go_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    drafts = Drafts(file)
    drafts.tick(3)
    assert drafts.minutes is None and not list(tmp_path.iterdir())
    drafts.count(3.25)
    drafts.settle()
    assert Drafts(file).minutes == 3.25 and Drafts(file).newest() is None and broke_off(file)
    drafts.tick(3.9)
    drafts.keep("name::", "Half")
    drafts.tick(4.1)
    drafts.settle()
    assert (Drafts(file).minutes, Drafts(file).text("name::")) == (4.1, "Half")
    drafts.drop("name::")
    drafts.stop_counting()
    drafts.settle()
    assert not list(tmp_path.iterdir()) and not broke_off(file)


def test_after_a_day_the_minutes_begin_anew_and_the_text_stays(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    drafts = Drafts(file)
    drafts.count(12)
    drafts.keep("name::", "Half")
    drafts.settle()
    long_ago = time.time() - 25 * 3600
    os.utime(tmp_path / "p.yaml.concept", (long_ago, long_ago))
    assert (Drafts(file).minutes, Drafts(file).text("name::")) == (None, "Half")


@pytest.mark.parametrize("minutes", ["7", None, -1, "NaN", 1e9, [3], {"a": 1}])
def test_minutes_that_are_none_do_no_harm(tmp_path: Path, minutes: object) -> None:
    text = json.dumps({"poolwijzer-concept": 1, "texts": {"name::": "Half"}, "minutes": 0})
    written = "NaN" if minutes == "NaN" else json.dumps(minutes)
    (tmp_path / "p.yaml.concept").write_text(text.replace('"minutes": 0', f'"minutes": {written}'), encoding="utf-8")
    drafts = Drafts(tmp_path / "p.yaml")
    assert drafts.minutes is None and drafts.text("name::") == "Half"


# In a terminal.


@pytest.mark.slow
@pytest.mark.parametrize("how", ["kill", "Ctrl-C", "q"])
def test_after_an_interruption_the_clock_goes_on(file: Path, content: Content, how: str) -> None:
    draft = file.with_name("p.yaml.concept")
    draft.write_text('{"poolwijzer-concept": 1, "texts": {}, "minutes": 7.2}', encoding="utf-8")
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 10", "7 van 20 min", "De klok gaat verder bij 7 minuten.")
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        if how == "kill":
            terminal.child.kill(signal.SIGKILL)
            terminal.ended()
        elif how == "q":
            assert terminal.stop() == 0
        else:
            terminal.press(how)
            terminal.ended()
    assert json.loads(draft.read_text(encoding="utf-8"))["minutes"] >= 7.2
    with Terminal(cwd=file.parent) as terminal:
        terminal.wait_for("▸ 2 Verder met p.yaml (onderbroken)")
        terminal.press("Enter")
        terminal.wait_for("Vraag 2 van 10", "7 van 20 min")


@pytest.mark.slow
def test_a_conversation_that_came_to_its_end_leaves_no_clock(file: Path) -> None:
    with Terminal(*ASSESS, "p.yaml", "--part", "motivatie", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 5")
        terminal.press(*"44444")
        terminal.wait_for("Klaar")
        assert file.with_name("p.yaml.concept").exists()
        terminal.press("Enter")
        assert terminal.ended() == 0
    assert not file.with_name("p.yaml.concept").exists()
    with Terminal(cwd=file.parent) as terminal:
        terminal.wait_for("▸ 1 Een nieuw gesprek beginnen", "Verder met p.yaml")
        assert "onderbroken" not in terminal.text


@pytest.mark.slow
def test_a_break_says_where_it_is_and_any_reading_key_goes_on(file: Path) -> None:
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        for key in ("Enter", "Right", "Escape", "p"):
            terminal.press("p")
            text = terminal.wait_for("Pauze", "De klok staat stil.", "Vraag 1 van 10, motivatie", "al beantwoord")
            assert "Trekker" not in text and "Samen inrichten" not in text
            terminal.press(key)
            terminal.wait_for("1-5 antwoord", gone="Pauze")


@pytest.mark.slow
def test_stopping_early_offers_the_report_and_the_end_and_goes_back(file: Path, content: Content) -> None:
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("4")
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("q")
        terminal.wait_for("Stoppen", "Al uw antwoorden staan in p.yaml.")
        terminal.press("Escape")
        terminal.wait_for("Vraag 2 van 10", gone="Druk op Enter om te stoppen")
        terminal.press("q")
        terminal.wait_for("Stoppen")
        terminal.press("r")
        terminal.wait_for("Het verslag van één bladzijde staat in", "Druk op Enter om te stoppen")
        terminal.press("e")
        terminal.wait_for("Wat spreekt u af?")
        terminal.press("Ctrl-C")
        assert terminal.ended() == 130
    assert read_assessment(file, content).assessment.answers["m2"].value == 4
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 2 van 10")
        terminal.press("q")
        terminal.wait_for("Stoppen")
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.slow
def test_with_nothing_to_report_on_it_stops_at_once(tmp_path: Path) -> None:
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        to_the_statements(terminal)
        terminal.press("q")
        assert terminal.ended() == 0
    with Terminal(*ASSESS, cwd=tmp_path) as terminal:
        terminal.wait_for("Welkom")
        terminal.press("q")
        assert terminal.ended() == 0
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".yaml"] == ["proefregio.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("left_out", "keys", "shown"),
    [
        ("context:", (), "Wat wilt u delen?"),
        ("context:", ("Right", "Right", "Right"), "Waaraan wilt u werken?"),
        ("estimate:", (), "De twee assen en de vier plekken"),
        ("estimate:", ("Enter",), "Wijs de plek aan"),
        ("none", (), "Vraag 1 van 10"),
        ("none", ("4 4 4 4 4 4 4 4 4 4", "Enter"), "Waar u staat"),
        ("none", ("4 4 4 4 4 4 4 4 4 4", *["Enter"] * 5), "Financiering"),
    ],
)
def test_the_end_is_a_key_away_from_every_screen(file: Path, left_out: str, keys: tuple[str, ...], shown: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(left_out)), encoding="utf-8")
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Verder met Proef")
        for key in keys:
            terminal.settled()
            terminal.press(key)
        terminal.wait_for(shown)
        terminal.press("e")
        terminal.wait_for("Wat spreekt u af?")


@pytest.mark.slow
def test_while_typing_esc_leads_to_the_end_and_to_a_break(file: Path, content: Content) -> None:
    with Terminal(*ASSESS, "p.yaml", cwd=file.parent) as terminal:
        terminal.wait_for("Vraag 1 van 10")
        terminal.press("e")
        terminal.wait_for("Wat spreekt u af?")
        terminal.press("Een brief", "Escape")
        terminal.wait_for("pauze; de klok staat stil", "naar het einde, met wat er is")
        terminal.press("7")
        terminal.wait_for("De klok staat stil.")
        terminal.press("Enter")
        terminal.wait_for("› Een brief")
        terminal.press("Escape")
        terminal.wait_for("Wat wilt u doen?")
        terminal.press("8")
        terminal.wait_for("U bent al bij het einde.", "› Een brief")
    assert read_assessment(file, content).assessment.agreements[0].what == "Een brief"


@pytest.mark.slow
def test_line_by_line_there_is_a_welcome_a_break_and_a_way_to_stop(tmp_path: Path) -> None:
    with Terminal(*ASSESS, "--plain", "--minutes", "10", cwd=tmp_path, columns=120, rows=60) as terminal:
        terminal.wait_for("samen 10 minuten", "geen tijd voor", "Enter beginnen", "\n>")
        terminal.answer("", "Proef")
        terminal.wait_for("Welke gemeenten doen mee?", "0 van 10 min")
        terminal.answer("", "p")
        terminal.wait_for("De klok staat stil.")
        terminal.answer("", "e")
        terminal.wait_for("Wat spreekt u af?")
        terminal.answer("/p")
        terminal.wait_for("Enter verder")
        terminal.answer("")
        terminal.press("/q", "Enter")
        assert terminal.ended() == 0
