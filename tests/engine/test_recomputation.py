"""The program against the recomputation from the pages, on whole files drawn at random: no number may differ.

POOLWIJZER_RANDOM_FILES says on how many; the number here keeps the suite quick. With `--hypothesis-seed=1` it draws the
same ones each time. The recomputation stands in `recomputation.py`; what it reads a file with in `read_again.py`.
"""

from __future__ import annotations

import os
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poolwijzer import find_outcome
from poolwijzer.engine.over_time import Moment
from poolwijzer.engine.respondents import Respondents
from poolwijzer.engine.results import Placement
from tests.engine import recomputation
from tests.engine.read_again import RETIRED, STATEMENTS
from tests.engine.recomputation import AXES, NEW, PRIVACY, SHORT, Measured, nearest_side, sides, weighed

FILES = int(os.environ.get("POOLWIJZER_RANDOM_FILES", "80"))

REAL = [
    ("Assen", "GM0106", "assen"),
    ("'s-Gravenhage", "Den Haag", "GM0518"),
    ("'s-Hertogenbosch", "Den Bosch", "GM0796"),
    ("Súdwest-Fryslân", "Zuidwest-Friesland", "GM1900"),
    ("Emmen",),
    ("Coevorden",),
    ("Hoogeveen",),
    ("Meppel",),
    ("Tilburg",),
]
OWN = [("Voorbeeldheide", "VOORBEELDHEIDE"), ("Voorbeeldbos",)]
QUESTIONS = st.sampled_from([None, None, "kort", "volledig"])
DAYS = [None, "2026-09-30", "2026-10-01", "2026-10-01T00:00", "2026-10-01T09:00", "2026-10-01T15:30"]
KINDS = ["provincie", "res-regio", "gr", "omgevingsdienst", "gemeentenvereniging", "anders", "geen"]
VOTES = st.lists(st.integers(0, 3), min_size=5, max_size=6)
LEANS = [(1, 2), (4, 5), (1, 2, 3, 4, 5)]


def answers_in(draw: st.DrawFn, *, leaning: tuple[int, ...], list_: list[str], rare: bool) -> dict[str, Any]:
    """Answers to some or most of a list: points, *weet niet*, and what is no answer at all."""
    unusual = st.one_of(
        st.just("weet-niet"),
        st.builds(lambda value, votes: {"value": value, "votes": votes}, st.sampled_from([1, 4, "weet-niet"]), VOTES),
        st.builds(lambda votes: {"votes": votes}, VOTES),
        st.just({"note": "Dat zoeken wij uit."}),
        st.just({"value": 5, "note": "Zie de begroting."}),
    )
    absent = draw(st.sampled_from([0, 2, 8]))
    one = st.sampled_from([*leaning * 3, *[None] * absent, *["unusual"] * (4 if rare else 1)])
    drawn = {statement: draw(one) for statement in list_}
    return {s: draw(unusual) if value == "unusual" else value for s, value in drawn.items() if value is not None}


@st.composite
def measurements(draw: st.DrawFn, named: list[tuple[str, ...]]) -> dict[str, Any]:
    """What was answered at one moment: by the group, by municipalities that may be named, and by bodies."""
    whole, before = list(STATEMENTS), [s for s in (*STATEMENTS, *sorted(RETIRED)) if s not in NEW]
    list_ = draw(st.sampled_from([[s for s in STATEMENTS if s in SHORT], whole, before]))
    part: dict[str, Any] = {"questions": draw(QUESTIONS)}
    if draw(st.booleans()):
        kind = draw(st.sampled_from(KINDS))
        part["context"] = {"verband": draw(st.sampled_from([kind, {"kind": kind}, {"kind": kind, "name": "de regio"}]))}
        if draw(st.booleans()):
            part["context"]["onmisbaar"] = draw(st.sampled_from(["nee", "ja-doet-mee", "ja-twijfelt", "ja-wil-niet"]))
    if draw(st.booleans()):
        marks = st.sampled_from([1, 1.5, 2.5, 3, 3.5, 4.25, "11/3", 5])
        part["estimate"] = draw(st.dictionaries(st.sampled_from(list(AXES)), marks))
    if draw(st.booleans()):
        part["answers"] = answers_in(draw, leaning=draw(st.sampled_from(LEANS)), list_=list_, rare=True)
    leans = [draw(st.sampled_from(LEANS)) for _ in named]
    everyone = range(len(named)) if draw(st.booleans()) else []
    others = [draw(st.integers(-1, len(named) - 1)) for _ in range(draw(st.sampled_from([0, 0, 1, 3, 9, 12])))]
    who = draw(st.permutations([*everyone, *others]))
    part["responses"] = [respondent(draw, f"r{i}", named, leans, index, list_) for i, index in enumerate(who)]
    return {key: value for key, value in part.items() if value is not None}


def respondent(
    draw: st.DrawFn, id_: str, named: list[tuple[str, ...]], leans: list[tuple[int, ...]], index: int, list_: list[str]
) -> dict[str, Any]:
    if index < 0:
        organisation = {"kind": "verband", "name": draw(st.sampled_from(["de provincie", "de regio"]))}
    else:
        organisation = {"kind": "gemeente", "name": draw(st.sampled_from(named[index]))}
    only = draw(st.sampled_from([list_, list_, list_[:3], list_[-4:]]))
    made = {
        "id": id_,
        "organisation": organisation,
        "role": draw(st.sampled_from([None, "ambtelijk", "secretaris", "bestuurlijk"])),
        "basis": draw(st.sampled_from([None, "namens-organisatie", "eigen-beeld"])),
        "date": draw(st.sampled_from(DAYS)),
        "questions": draw(QUESTIONS),
        "answers": answers_in(draw, leaning=leans[index], list_=only, rare=False),
    }
    return {key: value for key, value in made.items() if value is not None}


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """A whole file, with a list of municipalities or without one, and with earlier measurements."""
    listed = draw(st.lists(st.sampled_from([*REAL, *OWN]), unique=True, max_size=8))
    others = draw(st.lists(st.sampled_from(REAL), max_size=2)) if listed else REAL
    named = list(dict.fromkeys([*listed, *others]))
    municipalities = [
        {"name": names[0], "population": 18000} if names in OWN else draw(st.sampled_from(names)) for names in listed
    ]
    initiative = {"id": "proef", "name": "Proef", "date": "2026-10-02", "municipalities": municipalities}
    days = draw(st.sampled_from([[], [], ["2025-01-01"], ["2024-01-01", "2025-01-01"], ["2025-01-01", "2024-06-30"]]))
    earlier = [{"date": day, **draw(measurements(named))} for day in days]
    return {"poolwijzer": 1, "initiative": initiative, "measurements": earlier, **draw(measurements(named))}


def numbers_of(placement: Placement) -> dict[str, Any]:
    axes = {}
    for name, axis in placement.axes.items():
        on_axis = [each for each in axis.contributions if axis.source != "vaste-waarde"]
        axes[name] = {
            "score": axis.score,
            "low": axis.low,
            "high": axis.high,
            "coverage": axis.coverage,
            "municipality_coverage": axis.municipality_coverage,
            "status": axis.status,
            "estimated": axis.source == "eigen-inschatting",
            "divided": axis.divided,
            "asked": {each.statement: (each.counted, each.low, each.high) for each in on_axis},
            "contributions": {each.statement: each.contribution for each in on_axis if each.contribution is not None},
        }
    nearest = set() if placement.nearest is None else {placement.nearest}
    return {"axes": axes, "whole": [set(placement.in_play), nearest, placement.status, placement.divided]}


def numbers_again(measured: Measured) -> dict[str, Any]:
    axes = {}
    for name, axis in measured.axes.items():
        counted = {statement: measured.counted[statement] for statement in measured.asked_on(name)}
        asked = {statement: (one.value, one.low, one.high) for statement, one in counted.items()}
        axes[name] = {**vars(axis), "asked": asked, "contributions": weighed(measured.values(name))}
    places = [measured.places(sides), measured.places(nearest_side)]
    return {"axes": axes, "whole": [*places, measured.status, measured.axes["motivatie"].divided]}


def changes_of(moment: Moment) -> dict[str, Any]:
    found = {}
    for axis, one in moment.changes.items():
        statements = {each.statement: each.change for each in one.statements}
        found[axis] = None if one.change is None else (statements, one.other)
        assert one.change is None or one.change == sum(statements.values(), one.other or 0)
    return found


def changes_again(then: Measured, now: Measured) -> dict[str, Any]:
    found = {axis: recomputation.change(axis, then, now) for axis in now.axes}
    return {axis: one and ({s: by for s, by in one[0].items() if by}, one[1]) for axis, one in found.items()}


def check_shown(respondents: Respondents, measured: Measured) -> None:
    """What is told of respondents is right; of own places all of them, where none has to stay hidden."""
    shown = {statement: view.agreement for statement, view in respondents.statements.items()}
    assert {s: shown.get(s) for s in STATEMENTS} == {s: measured.agreement(s) for s in STATEMENTS}
    marks = respondents.places.marks
    own = {axis: measured.own_scores(axis) for axis in measured.axes}
    for axis, scores in own.items():
        told = Counter(mark.scores[axis] for mark in marks or () if axis in mark.own)
        assert told <= Counter(scores.values())
        assert not told or told.total() >= PRIVACY["spread_from"]
    complete = set.intersection(*(set(own[axis]) for axis in own if axis not in measured.fixed))
    if marks is not None and complete == measured.organisations("gemeente"):
        again = [{axis: scores[name] for axis, scores in own.items() if name in scores} for name in complete]
        told_marks = [{axis: mark.scores[axis] for axis in mark.own} for mark in marks]
        assert Counter(map(str, told_marks)) == Counter(map(str, again))


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=FILES, suppress_health_check=list(HealthCheck))
@given(files())
def test_every_number_of_a_file_is_that_of_the_pages(file: dict[str, Any]) -> None:
    outcome, measured = find_outcome(file, on="2026-11-01"), recomputation.measure(file)
    assert numbers_of(outcome.placement) == numbers_again(measured[-1])
    for moment, again in zip(outcome.path, measured if outcome.path else (), strict=True):
        assert (moment.questions, numbers_of(moment.placement)) == (again.questions, numbers_again(again))
    for moment, (then, now) in zip(outcome.path[1:], pairwise(measured), strict=True):
        assert changes_of(moment) == changes_again(then, now)
    if outcome.respondents:
        check_shown(outcome.respondents, measured[-1])
