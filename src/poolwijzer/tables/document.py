"""One initiative of a table as a document: the data that a file would hold, and the cell of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from poolwijzer.assessment.participants import HOW_TO_ADD
from poolwijzer.assessment.read import Reading, build_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalised
from poolwijzer.problems import InputError, Problem, in_order
from poolwijzer.tables.columns import called
from poolwijzer.yamlfile import Document, Location
from poolwijzer.yamlfile.document import GroupPositions, ListPositions, Position, Positions

RESPONSES = "responses"


@dataclass(slots=True)
class Cell:
    """The place of a value, counted from 0: its row, and its column."""

    line: int
    column: int
    index: int = 0


class TableDocument:
    """What a table says of one initiative, with the row and the column of every value where a file has lines.

    Attributes:
        path: The table as the user knows it.
        data: Dictionaries, lists and text, as our YAML reader would give them.
        problems: What was wrong with the cells themselves.
    """

    def __init__(self, data: Any, places: Mapping[str, Any], problems: tuple[Problem, ...]) -> None:
        """Take the data of an item apart; `document_of` does that."""
        self.path: str = places["path"]
        self.data = data
        self.problems = problems
        self._places = places

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The row and the column of a value; of what is not there, of what comes closest."""
        return Document(self.path, self.data, self.spot).locate(loc, key)

    @cached_property
    def spot(self) -> Positions:
        """The cell of everything in it, made when it is first asked for: most tables have no mistake."""
        shared, row = self._places["columns"], self._places["row"]
        rows = self._places.get("rows", {})
        spots = _Spots({path: Cell(rows.get(path, row) - 1, column - 1) for path, column in shared.items()})
        whole = spots.of(self.data, "", Cell(row - 1, 0))
        if (own := self._places.get(RESPONSES)) is None or not isinstance(whole, GroupPositions):
            return whole
        each: list[Positions] = []
        for data, number in zip(self.data[RESPONSES], own["rows"], strict=True):
            columns = _Spots({path: Cell(number - 1, column - 1) for path, column in own["columns"].items()})
            each.append(columns.of(data, "", Cell(number - 1, 0)))
        first = _mark(each[0]) if each else Cell(row - 1, 0)
        whole.keys[RESPONSES] = first
        whole.values[RESPONSES] = ListPositions(first, each)
        return whole

    def told(self, problem: Problem) -> Problem:
        """A problem at a cell, with the row if it has none, and with what stands above the column."""
        if problem.line is None:
            return replace(problem, line=self._places["row"])
        header = self._headers.get(problem.column or 0)
        if not header:
            return problem
        where = capitalised(called(problem.column or 0, header))
        hint = f"{problem.hint} {HOW_TO_ADD}" if "lijst van gemeenten" in problem.message else problem.hint
        return replace(problem, message=f"{where}: {problem.message}", hint=hint)

    @cached_property
    def _headers(self) -> dict[int, str]:
        groups = (self._places["columns"], self._places.get(RESPONSES, {}).get("columns", {}))
        found = {column: path for columns in groups for path, column in columns.items()}
        return found | {int(column): header for column, header in self._places["headers"].items()}


def document_of(name: str, data: bytes) -> TableDocument:
    """An item of a table as a document.

    Raises:
        InputError: cells of its rows cannot be read; carries every problem.
    """
    document = _unpacked(data)
    if document.problems:
        raise InputError(document.problems)
    return document


def parse_item(name: str, data: bytes, content: Content, *, with_answers: bool = False) -> Reading:
    """Read an item of a table, as `parse_assessment` reads a file.

    Args:
        name: How the item is called.
        data: As `read_table` gave it.
        content: The menus its ids belong to.
        with_answers: Refuse a row without any answer, respondent or own estimate.

    Raises:
        InputError: with every problem, at its row and column, and with the header of that column.
    """
    document = _unpacked(data)
    try:
        if document.data is None:
            raise InputError(())
        reading = build_assessment(document, content, with_answers=with_answers)
    except InputError as error:
        told = dict.fromkeys([*document.problems, *map(document.told, error.problems)])
        raise InputError(in_order(told)) from None
    if document.problems:
        raise InputError(in_order(document.problems))
    return reading._replace(remarks=tuple(map(document.told, reading.remarks)))


def _unpacked(data: bytes) -> TableDocument:
    from pydantic_core import from_json

    whole = from_json(data)
    path = whole["places"]["path"]
    problems = (Problem(path, message, hint, line, column) for line, column, message, hint in whole.get("problems", ()))
    return TableDocument(whole["document"], whole["places"], tuple(problems))


class _Spots:
    """From the cells that are known by their path to the places of all that stands in a document."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self._cells = cells

    def of(self, data: Any, path: str, outer: Position) -> Positions:
        cell: Position = self._cells.get(path) or self._of_plain(data, path) or outer
        if isinstance(data, dict):
            inside = {key: self.of(value, f"{path}.{key}" if path else key, cell) for key, value in data.items()}
            marks = {key: _mark(spot) for key, spot in inside.items()}
            mark = cell if path in self._cells or not marks else min(marks.values(), key=lambda mark: mark.column)
            return GroupPositions(mark, marks, inside)
        if isinstance(data, list):
            parts = [self.of(value, f"{path}.{index}", cell) for index, value in enumerate(data)]
            return ListPositions(cell if path in self._cells or not parts else _mark(parts[0]), parts)
        return cell

    def _of_plain(self, data: Any, path: str) -> Cell | None:
        """The cell of a value that could have had more to it, such as a note, and stands alone."""
        if isinstance(data, dict):
            return None
        return self._cells.get(f"{path}.value") or self._cells.get(f"{path}.kind")


def _mark(spot: Positions) -> Position:
    return spot.mark if isinstance(spot, GroupPositions | ListPositions) else spot
