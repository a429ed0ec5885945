"""The columns of a table of outcomes: English dotted headers, of which those of an answer can be read again.

Which columns there are hangs on the menus and on what was asked, never on the rows, for these stream by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any

from poolwijzer.dutch import number
from poolwijzer.engine.stress import BORDER
from poolwijzer.municipalities import split_names
from poolwijzer.problems import Problem
from poolwijzer.tables.lists import BETWEEN
from poolwijzer.tables.outputs.cells import Cell, OutputColumn, clean_text, list_text
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.outputs.given_columns import given_columns
from poolwijzer.tables.row import ProblemRow, Row

_OUTCOMES = re.compile(
    r"file|status|signals|strengths|problems|remarks|initiative\.population|(?:placement|verdicts|stress)\.[a-z0-9._-]+"
)


def table_columns(context: TableContext) -> tuple[OutputColumn, ...]:
    """Every column, in order."""
    return (
        OutputColumn("file", lambda row: clean_text(row["file"]), 36),
        OutputColumn("status", lambda row: row["status"], 8),
        *_initiative(),
        *_placement(context),
        OutputColumn("signals", lambda row: list_text(row["signals"]), 36),
        OutputColumn("strengths", lambda row: list_text(row["strengths"]), 36),
        *(column for name in context.content.components for column in _choice(name)),
        *(OutputColumn(f"verdicts.{name}", _under("verdicts", name), 16) for name in context.content.options),
        *(_stress(context) if context.with_stress else ()),
        *given_columns(context.content),
        OutputColumn("problems", lambda row: tell_problems(row["problems"]), 60),
        OutputColumn("remarks", lambda row: tell_problems(row["remarks"]), 60),
    )


def is_outcome(header: str) -> bool:
    """Whether a header is that of an outcome, and so no answer of anybody: left out where our table is read again."""
    return _OUTCOMES.fullmatch(header.strip().lower()) is not None


def tell_problems(problems: Iterable[ProblemRow]) -> str:
    """Problems, one a line, as the command line tells them."""
    return "\n".join(str(Problem(**problem)) for problem in problems)


def _initiative() -> Iterator[OutputColumn]:
    for name, width in (("id", 24), ("name", 36), ("region", 24)):
        yield OutputColumn(f"initiative.{name}", _text_under("initiative", name), width)
    yield OutputColumn("initiative.date", _day, 12)
    yield OutputColumn("initiative.municipalities", _municipalities, 40)
    yield OutputColumn("initiative.population", _under("initiative", "population"), 12)


def _placement(context: TableContext) -> Iterator[OutputColumn]:
    yield OutputColumn("placement.in_play", _list_under("placement", "in_play"), 24)
    yield OutputColumn("placement.nearest", _under("placement", "nearest"), 20)
    yield OutputColumn("placement.divided", _yes_or_no("placement", "divided"), 10)
    yield OutputColumn("placement.status", _under("placement", "status"))
    yield OutputColumn("placement.source", _under("placement", "source"), 18)
    for axis in context.content.typology.axes:
        for name in ("score", "low", "high", "level", "coverage"):
            yield OutputColumn(f"placement.axes.{axis}.{name}", _under("placement", "axes", axis, name), 10)


def _choice(component: str) -> Iterator[OutputColumn]:
    for name in ("options", "considering", "other"):
        yield OutputColumn(f"choices.{component}.{name}", _list_under("choices", component, name), 28)


def _stress(context: TableContext) -> Iterator[OutputColumn]:
    yield OutputColumn("stress.clarity", _under("stress", "clarity"))
    yield OutputColumn("stress.changed", _under("stress", "changed"), 10)
    for name in (*context.content.typology.quadrants, BORDER):
        yield OutputColumn(f"stress.shares.{name}", _under("stress", "shares", name), 10)


def _found(steps: tuple[str, ...], row: Row) -> Any:
    """What stands somewhere in a row; None where something on the way is missing."""
    value: Any = row
    for step in steps:
        if value is None:
            return None
        value = value.get(step)
    return value


def _under(*steps: str) -> Callable[[Row], Cell]:
    return partial(_found, steps)


def _text_under(*steps: str) -> Callable[[Row], Cell]:
    return lambda row: clean_text(_found(steps, row) or "")


def _list_under(*steps: str) -> Callable[[Row], Cell]:
    return lambda row: list_text(_found(steps, row) or ())


def _municipalities(row: Row) -> Cell:
    """The names, with the inhabitants of those that no table knows, so that they can be read again."""
    own = _found(("initiative", "own_municipalities"), row) or {}
    names = _found(("initiative", "municipalities"), row) or ()
    cell = list_text(f"{name} ({number(own[name], 0)})" if name in own else name for name in names)
    # One name that would be taken for two.
    return f"{cell}{BETWEEN}" if names and len(names) == 1 and len(list(split_names(cell))) > 1 else cell


def _yes_or_no(*steps: str) -> Callable[[Row], Cell]:
    return lambda row: {True: "ja", False: "nee"}.get(_found(steps, row))


def _day(row: Row) -> Cell:
    given = _found(("initiative", "date"), row)
    return date.fromisoformat(given) if given else None
