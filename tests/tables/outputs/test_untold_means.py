"""What few municipalities answered on a statement does not follow from a table, beyond what the score tells itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poolwijzer.assessment.model import Assessment
from poolwijzer.content.content import Content
from poolwijzer.content.read import load_menus
from poolwijzer.outcome import Outcome
from poolwijzer.tables.row import Row, make_row
from tests.tables.outputs.respondents import TOWNS

ON = date(2026, 11, 1)
POINTS = range(1, 6)
_ENOUGH = 5
"""Municipalities: from so many on a mean is told."""
Answers = dict[str, list[int | None]]
"""Per statement what each town answered, by its one respondent."""


@lru_cache
def menus() -> Content:
    return load_menus()


def on_axis() -> list[str]:
    return [name for name in menus().statements_on["motivatie"] if name in menus().short_list]


@st.composite
def regions(draw: st.DrawFn) -> Answers:
    """Towns that answer alike or not, and statements that few or all of them answered."""
    towns = draw(st.integers(5, 7))
    found: Answers = {}
    for name in on_axis():
        points = draw(st.sampled_from(((1, 2, 3, 4, 5), (4,), (5,), (1,), (4, 5), (1, 5))))
        silent = draw(st.sets(st.integers(0, towns - 1), max_size=towns))
        if draw(st.booleans()):
            silent = set()
        found[name] = [None if town in silent else draw(st.sampled_from(points)) for town in range(towns)]
    return found


def table_of(answers: Answers) -> Row:
    towns = len(next(iter(answers.values())))
    responses: list[dict[str, Any]] = [
        {
            "id": f"r{town}",
            "organisation": {"kind": "gemeente", "name": TOWNS[town]},
            "answers": {name: said[town] for name, said in answers.items() if said[town] is not None},
        }
        for town in range(towns)
    ]
    about = {"id": "proef", "name": "Proef", "municipalities": list(TOWNS)}
    data = {"poolwijzer": 1, "initiative": about, "questions": "kort", "responses": responses}
    return make_row("a.yaml", Outcome(menus(), Assessment.model_validate(data), ON), with_statements=True)


def told(row: Row) -> object:
    """All numbers that a table has of the answers."""
    assert row["placement"] is not None
    axes = {name: {**axis, "divided": None} for name, axis in row["placement"]["axes"].items()}
    return axes, row["respondents"], row["statements"]


def moved(said: list[int | None], points: int) -> list[int | None] | None:
    """The same towns, who together answered so many points more; None where they cannot."""
    found = list(said)
    for town, value in enumerate(said):
        if value is not None:
            step = max(1 - value, min(5 - value, points))
            found[town] = value + step
            points -= step
    return found if points == 0 else None


def others(answers: Answers, name: str, untold: list[str]) -> Iterator[Answers]:
    """Regions in which this statement has another mean, and another that is untold makes up for it."""
    number = {key: sum(value is not None for value in answers[key]) for key in untold}
    sign = {key: -1 if menus().statements[key].reversed else 1 for key in untold}
    rest = [key for key in untold if key != name]
    for points in sorted(range(-4 * number[name], 4 * number[name] + 1), key=abs):
        for taker in rest if points else ():
            exact = -points * sign[name] * sign[taker] * number[taker] / number[name]
            one, other = moved(answers[name], points), moved(answers[taker], int(exact))
            if exact.is_integer() and one and other:
                yield {**answers, name: one, taker: other}


def check(answers: Answers) -> int:
    """Hold that the table tells no more than the score: every other region with that score has the same one.

    Returns:
        How many other regions there were to hold it against.
    """
    row = table_of(answers)
    respondents = row["respondents"]
    if respondents is None:
        return 0
    means = {key: view["mean"] for key, view in respondents["statements"].items()}
    few = [key for key in means if sum(value is not None for value in answers[key]) < _ENOUGH]
    number = 0
    if few:
        assert set(means.values()) == {None}
        for name in few:
            for other in islice(others(answers, name, list(means)), 12):
                assert told(table_of(other)) == told(row), (name, other)
                number += 1
    return number


@settings(deadline=None, max_examples=40)
@given(regions())
def test_where_few_answered_one_statement_a_table_tells_no_more_than_the_score(answers: Answers) -> None:
    check(answers)


@pytest.mark.parametrize(
    "rest",
    [
        # The lowest and the highest of what goes untold with it would tell its mean.
        [[4] * 5, [4] * 5, [2, 3, 4, 5, 1], [1, 2, 3, 4, 5]],
        # At the end of the scale there is no room: ten points of two statements can only be had by two fives.
        [[5] * 5, [5] * 5, [1] * 5, [4, 5, 5, 5, 5]],
        # Each is answered by another number of towns, which the lowest possible score would tell apart.
        [[4, None, None, None, None], [4] * 5, [2] * 5, [3] * 5],
    ],
)
def test_what_one_municipality_answered_alone_could_be_another_answer(rest: Any) -> None:
    assert check(dict(zip(on_axis(), [[5, None, None, None, None], *rest], strict=True)))


def test_nothing_of_what_goes_untold_is_told_otherwise() -> None:
    first, *rest = on_axis()
    row = table_of({first: [5, None, None, None, None], **{name: [4] * 5 for name in rest}})
    lines = [line for line in row["statements"] if line["statement"] in on_axis()]
    silent = [line for line in lines if line["mean"] is None]
    assert len(silent) == len(lines) == 5
    for line in silent:
        assert {line[key] for key in ("lowest", "highest", "agreement", "talking_point")} == {None}
        assert line["n"] and line["municipalities"]
