"""Everyone's own dot at the own estimate: typed as it is called, shown as a cloud, and no answer of the group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.read import parse_assessment
from poolwijzer.assessment.write import dump_assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.interview.commands import Jump, Reply, WriteBeside
from poolwijzer.interview.plain import PlainPresenter
from poolwijzer.interview.presenter import Surroundings
from poolwijzer.interview.question import InterviewQuestion
from poolwijzer.interview.screens.dots_screen import DotsScreen
from poolwijzer.interview.screens.layout import Screen
from poolwijzer.interview.screens.point_screen import PointScreen
from poolwijzer.interview.script import Script
from poolwijzer.interview.state import Route, State
from poolwijzer.report.grid_names import grid_names

Make = Callable[..., Assessment]
ESTIMATE = "estimate::"


@pytest.fixture(scope="module")
def script(content: Content) -> Script:
    return Script(content, date(2026, 11, 1))


def at_the_estimate(script: Script, assessment: Assessment, **route: Any) -> State:
    return script.react(script.begin(assessment, Route(**route)), Jump(ESTIMATE))


def typed(script: Script, assessment: Assessment, text: str) -> State:
    return script.react(at_the_estimate(script, assessment), WriteBeside("dots", text))


def shown(script: Script, assessment: Assessment, **route: Any) -> InterviewQuestion:
    return script.ask(at_the_estimate(script, assessment, **route))


def screen(script: Script, assessment: Assessment, **route: Any) -> PointScreen:
    return PointScreen(shown(script, assessment, **route), Surroundings(), script.content)


def words(pointing: Screen, width: int = 100, height: int = 30) -> str:
    return "\n".join("".join(part for _, part in line) for line in pointing.lines(width, height))


def dots_in(state: State) -> tuple[tuple[float, ...], ...]:
    assert state.assessment is not None
    return tuple(tuple(map(float, dot)) for dot in state.assessment.estimate.dots)


def test_places_are_typed_as_they_are_called(script: Script, assessment_of: Make) -> None:
    state = typed(script, assessment_of(), "b4 D5  c3 4b")
    assert dots_in(state) == ((2, 4), (4, 5), (3, 3), (2, 4))
    assert (state.said, state.at) == ("", ESTIMATE)


def test_dots_are_no_estimate_of_the_group(script: Script, assessment_of: Make) -> None:
    state = typed(script, assessment_of(), "e5 e5 e5")
    assert state.assessment is not None
    assert script.step(state).answer is None and script.step(state).is_open(state)
    outcome = script.outcome(state.assessment)
    assert outcome.placement.in_play == () and outcome.placement.source is None
    assert "○" in script.step(state).overview_line() and "(3 stippen)" in script.step(state).overview_line()


def test_the_group_points_without_losing_the_dots_and_the_other_way_round(script: Script, assessment_of: Make) -> None:
    state = script.react(typed(script, assessment_of(), "b4 c3"), Reply({"motivatie": 4, "betrokkenheid": 2}))
    assert dots_in(state) == ((2, 4), (3, 3))
    state = script.react(script.react(state, Jump(ESTIMATE)), WriteBeside("dots", "a1"))
    assert state.assessment is not None
    assert state.assessment.estimate.places == {"motivatie": 4, "betrokkenheid": 2}
    assert dots_in(state) == ((1, 1),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("b4, d5 c3", "Geen komma's: typ b4 d5 c3"),
        ("b4,d5", "Geen komma's: typ b4 d5 c3"),
        ("b4 f9", "'f9' staat niet op het raster. Typ een letter van a tot en met e en een cijfer van 1 tot en met 5"),
        ("b4d5", "'b4d5' staat niet op het raster."),
        ("hallo", "'hallo' staat niet op het raster."),
        ("a1 " * 201, "Dit zijn 201 stippen; het zijn er hooguit 200."),
    ],
)
def test_what_is_no_place_is_refused_with_what_to_type(
    text: str, said: str, script: Script, assessment_of: Make
) -> None:
    before = typed(script, assessment_of(), "b4 c3")
    state = script.react(before, WriteBeside("dots", text))
    assert state.said.startswith(said)
    assert dots_in(state) == dots_in(before)


def test_typing_again_begins_with_what_is_there_and_an_empty_line_takes_it_away(
    script: Script, assessment_of: Make
) -> None:
    estimate = {"dots": [[2, 4], ["2.5", 4], ["11/3", 1]]}
    state = at_the_estimate(script, assessment_of(estimate=estimate))
    line = script.step(state).side_line("dots")
    assert line.text == "b4 2.5:4 11/3:1"
    assert "b4 d5 c3" in line.lead
    assert dots_in(script.react(state, WriteBeside("dots", line.text))) == dots_in(state)
    assert dots_in(script.react(state, WriteBeside("dots", " "))) == ()


@given(st.data())
def test_every_row_of_dots_is_read_again_from_the_file(data: st.DataObject) -> None:
    content = load_menus(None)
    names = grid_names(content)
    point = st.tuples(st.sampled_from(list(names.letters)), st.sampled_from(list(names.digits))).map("".join)
    row = data.draw(st.lists(point, max_size=30))
    script = Script(content, date(2026, 11, 1))
    begun = Assessment.model_validate({"poolwijzer": 1, "initiative": {"id": "proef", "name": "Proef"}})
    state = typed(script, begun, " ".join(row))
    assert state.assessment is not None and len(dots_in(state)) == len(row)
    assert state.assessment.poolwijzer == (2 if row else begun.poolwijzer)
    raw = dump_assessment(state.assessment)
    assert parse_assessment(raw, "proef.yaml", content).assessment == state.assessment
    assert script.step(state).side_line("dots").text == " ".join(row)


# On the screen.


def test_the_screen_shows_the_cloud_the_mark_and_the_names_of_the_grid(script: Script, assessment_of: Make) -> None:
    dots = [[2, 4], [4, 4], [4, 4], *([[5, 1]] * 12)]
    told = words(screen(script, assessment_of(estimate={"dots": dots})))
    assert "15 stippen" in told and "Plek c3" in told
    lines = told.split("\n")
    row = {line[0]: line[3:-1] for line in lines if line[:1].isdigit() and line[2:3] in "│║├"}
    assert sorted(row) == list("12345")
    assert row["4"].split("│")[0].strip() == "°" and row["4"].split("│")[1].strip() == "2"
    assert row["1"].endswith("9+") and "○" in row["3"]
    bottom = next(line for line in lines if line.lstrip().startswith("└"))
    assert [letter for letter in bottom if letter.isalpha()] == list("abcde")


@pytest.mark.parametrize("size", [(99, 30), (59, 20), (159, 45)])
def test_the_typology_stays_in_view_while_dots_are_called_out_and_shows_them_as_they_come(
    script: Script, assessment_of: Make, size: tuple[int, int]
) -> None:
    line = replace(shown(script, assessment_of()), shape="text", title="Ieders stip", lead="Typ ze", aside=True)
    typing = DotsScreen(line, Surroundings(), script.content, lambda _: "", "b4 d", lambda _: None)
    told = words(typing, *size)
    assert "› b4 d" in told and "Enter bewaren" in told and "1 stip" in told
    assert told.count("°") == 1 and "○" not in told and "↓ meer" not in told
    for key in "5 d5":
        typing.press(key)
    told = words(typing, *size)
    row = next(row for row in told.split("\n") if row.startswith("5 "))
    assert "3 stippen" in told and told.count("°") == 1 and "2" in row


def test_the_mark_moves_over_the_cloud_without_hiding_it(script: Script, assessment_of: Make) -> None:
    pointing = screen(script, assessment_of(estimate={"motivatie": 4, "betrokkenheid": 4, "dots": [[4, 4]] * 3}))
    assert "○3" in words(pointing)
    for _ in range(2):
        pointing.press("right")
    assert "○" in words(pointing) and "3" in words(pointing).split("4 │")[1].split("\n")[0]


def test_d_asks_for_the_dots_and_not_where_there_is_no_time(script: Script, assessment_of: Make) -> None:
    assert screen(script, assessment_of()).press("d") == "dots"
    without = screen(script, assessment_of(), left_out=frozenset({"stippen"}))
    assert without.press("d") is None
    assert "geen tijd" in words(without) and "d stippen" not in words(without)


def test_the_mark_stands_where_it_was_after_an_explanation(script: Script, assessment_of: Make) -> None:
    assessment = assessment_of()
    before, again = screen(script, assessment), screen(script, assessment)
    for key in ("left", "left", "up", "?"):
        before.press(key)
    again.resume(before)
    assert again.press("enter") == Reply({"motivatie": Fraction(2), "betrokkenheid": Fraction(7, 2)})


def test_once_answered_the_mark_begins_at_the_answer(script: Script, assessment_of: Make) -> None:
    before = screen(script, assessment_of())
    before.press("left")
    again = screen(script, assessment_of(estimate={"motivatie": 5, "betrokkenheid": 5}))
    again.resume(before)
    assert again.press("enter") == Reply({"motivatie": Fraction(5), "betrokkenheid": Fraction(5)})


# Line by line.


def test_line_by_line_d_asks_for_dots_and_a_place_goes_by_its_name(
    script: Script, assessment_of: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = shown(script, assessment_of(estimate={"dots": [[2, 4], [4, 5]]}))
    lines = iter(["z9", "d", "B4", "4 2,5"])
    monkeypatch.setattr("builtins.input", lambda _="": next(lines))
    plain = PlainPresenter(script.content)
    assert plain.ask(question, Surroundings()) == "dots"
    assert plain.ask(question, Surroundings()) == Reply({"motivatie": Fraction(2), "betrokkenheid": Fraction(4)})
    assert plain.ask(question, Surroundings()) == Reply({"motivatie": Fraction(4), "betrokkenheid": Fraction(5, 2)})
    told = capsys.readouterr().out
    assert "2 stippen: b4 d5" in told and "zoals b4" in told and "'z9' kan hier niet" in told
