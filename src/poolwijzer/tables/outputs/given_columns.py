"""The columns of a table of outcomes with what a group said itself, so that the table can be read as initiatives again.

Whatever is free text stays in the files: a table of outcomes goes from hand to hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from poolwijzer.assessment.check import DOTS
from poolwijzer.content.content import Content
from poolwijzer.report.grid_names import tell_dot
from poolwijzer.tables.outputs.cells import Cell, OutputColumn, clean_text, list_text
from poolwijzer.tables.row import GivenRow, Row


def given_columns(content: Content) -> Iterator[OutputColumn]:
    """Every one of them, in the order of the menus."""
    yield _column("questions", lambda given: given["questions"], 10)
    for name, question in content.context.items():
        yield _column(f"context.{name}", _about(name, _answer), 20)
        if question.kind == "named-choice":
            yield _column(f"context.{name}.name", _about(name, _name), 24)
            yield _column(f"context.{name}.also", _about(name, _also), 24)
            yield _column(f"context.{name}.number", _about(name, _number), 12)
    for axis in content.typology.axes:
        yield _column(f"estimate.{axis}", lambda given, axis=axis: given["estimate"].get(axis), 10)
    yield _column(f"estimate.{DOTS}", lambda given: list_text(_dots(given["estimate"], content)), 16)
    for name in content.every_statement:
        yield _column(f"answers.{name}", lambda given, name=name: given["answers"].get(name), 10)
    for name in content.every_statement:
        yield _column(f"answers.{name}.votes", lambda given, name=name: list_text(given["votes"].get(name, ())), 12)


def _column(header: str, cell: Callable[..., Cell], width: int) -> OutputColumn:
    def of_row(row: Row) -> Cell:
        given: GivenRow | None = row["given"]
        return None if given is None else cell(given)

    return OutputColumn(header, of_row, width)


def _about(question: str, read: Callable[[Any], Cell]) -> Callable[[GivenRow], Cell]:
    return lambda given: read(given["context"].get(question))


def _dots(estimate: dict[str, Any], content: Content) -> Iterator[str]:
    """Everyone's own dot by its name; between the points of the grid by its numbers."""
    for dot in estimate.get(DOTS, ()):
        yield tell_dot(dict(zip(content.typology.axes, map(Fraction, map(str, dot)), strict=False)), content)


def _answer(value: Any) -> Cell:
    """One answer, several, or one with a name or a year to it."""
    if isinstance(value, dict):
        return clean_text(str(value["kind"]))
    if isinstance(value, list | tuple):
        return list_text(map(_source, value))
    return None if value is None else clean_text(str(value))


def _source(value: Any) -> str:
    """Who pays, with the last year if that is known."""
    return f"{value['source']} ({value['until']})" if isinstance(value, dict) else str(value)


def _name(value: Any) -> Cell:
    return clean_text(value["name"]) if isinstance(value, dict) else None


def _also(value: Any) -> Cell:
    return clean_text(value["also"]) if isinstance(value, dict) else None


def _number(value: Any) -> Cell:
    return value["number"] if isinstance(value, dict) else None
