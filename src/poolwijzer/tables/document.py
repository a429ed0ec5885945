"""One initiative of a table as a document: the data that a file would hold, and the cell of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from poolwijzer.assessment.participants import HOW_TO_ADD
from poolwijzer.assessment.read import Reading, build_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalised
from poolwijzer.problems import InputError, Problem, in_order
from poolwijzer.tables.columns import name_column
from poolwijzer.yamlfile import Document, Location
from poolwijzer.yamlfile.document import GroupPositions, ListPositions, Position, Positions

RESPONSES = "responses"
Rows = Literal["initiatives", "respondents"]
"""What a row of a table is."""


@dataclass(slots=True)
class Cell:
    """The place of a value, counted from 0: its row, and its column."""

    line: int
    column: int
    index: int = 0


@dataclass
class TableDocument:
    """What a table says of one initiative, with the row and the column of every value where a file has lines.

    It goes to any worker as it is: plain data, of which the columns are shared by all documents of a table.
    """

    name: str
    """The table and the row, or the initiative: `uitvraag.csv, rij 12`."""
    path: str
    """The table as the user knows it."""
    row: int
    """The first row of the initiative."""
    data: Any = None
    """Dictionaries, lists and text, as our YAML reader would give them; None if nothing can be read."""
    columns: Mapping[str, int] = field(default_factory=dict)
    """The column of each value, by its path with lists counted from 0; columns count from 1."""
    headers: Mapping[int, str] = field(default_factory=dict)
    """What stands above each column that counts."""
    rows: Mapping[str, int] = field(default_factory=dict)
    """By path: the row of what does not stand in the first one."""
    response_columns: Mapping[str, int] | None = None
    """The same as `columns`, within each response; None in a table without respondents."""
    response_rows: Sequence[int] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong with the cells themselves."""
    remarks: tuple[Problem, ...] = ()
    """What is worth saying without being wrong; of the table as a whole with its first initiative."""

    def locate(self, loc: Sequence[str | int], key: bool = False) -> Location:
        """The row and the column of a value; of what is not there, of what comes closest."""
        return Document(self.path, self.data, self.spot).locate(loc, key)

    @cached_property
    def spot(self) -> Positions:
        """The cell of everything in it, made when it is first asked for: most tables have no mistake."""
        cells = {path: Cell(self.rows.get(path, self.row) - 1, column - 1) for path, column in self.columns.items()}
        whole = _spot_of(self.data, "", Cell(self.row - 1, 0), cells)
        if self.response_columns is None or not isinstance(whole, GroupPositions):
            return whole
        each: list[Positions] = []
        for data, row in zip(self.data[RESPONSES], self.response_rows, strict=True):
            cells = {path: Cell(row - 1, column - 1) for path, column in self.response_columns.items()}
            each.append(_spot_of(data, "", Cell(row - 1, 0), cells))
        first = _mark_of(each[0]) if each else Cell(self.row - 1, 0)
        whole.keys[RESPONSES] = first
        whole.values[RESPONSES] = ListPositions(first, each)
        return whole

    def name_cell(self, problem: Problem) -> Problem:
        """A problem at a cell, with the row if it has none, and with what stands above the column."""
        if problem.line is None:
            return replace(problem, line=self.row)
        header = self.headers.get(problem.column or 0)
        if not header:
            return problem
        where = capitalised(name_column(problem.column or 0, header))
        hint = f"{problem.hint} {HOW_TO_ADD}" if "lijst van gemeenten" in problem.message else problem.hint
        return replace(problem, message=f"{where}: {problem.message}", hint=hint)


def parse_row(document: TableDocument, content: Content, *, with_answers: bool = False) -> Reading:
    """Read an initiative of a table, as `parse_assessment` reads a file.

    Args:
        document: As `read_table` gave it.
        content: The menus its ids belong to.
        with_answers: Refuse a row without any answer, respondent or own estimate.

    Raises:
        InputError: with every problem, at its row and column, and with the header of that column.
    """
    try:
        if document.data is None:
            raise InputError(())
        reading = build_assessment(document, content, with_answers=with_answers)
    except InputError as error:
        named = dict.fromkeys([*document.problems, *map(document.name_cell, error.problems)])
        raise InputError(in_order(named)) from None
    if document.problems:
        raise InputError(in_order(document.problems))
    return reading._replace(remarks=tuple(map(document.name_cell, reading.remarks)))


def _spot_of(data: Any, path: str, outer: Position, cells: Mapping[str, Cell]) -> Positions:
    """The cells of all that stands in some data; `outer` is that of what holds it."""
    own: Position | None = cells.get(path)
    if own is None and not isinstance(data, dict):  # what could have had more to it, such as a note, and stands alone
        own = cells.get(f"{path}.value") or cells.get(f"{path}.kind")
    here = own or outer
    if isinstance(data, dict):
        inside = {key: _spot_of(value, f"{path}.{key}" if path else key, here, cells) for key, value in data.items()}
        marks = {key: _mark_of(spot) for key, spot in inside.items()}
        first = here if own or not marks else min(marks.values(), key=lambda mark: mark.column)
        return GroupPositions(first, marks, inside)
    if isinstance(data, list):
        parts = [_spot_of(value, f"{path}.{index}", here, cells) for index, value in enumerate(data)]
        return ListPositions(here if path in cells or not parts else _mark_of(parts[0]), parts)
    return here


def _mark_of(spot: Positions) -> Position:
    return spot.mark if isinstance(spot, GroupPositions | ListPositions) else spot
