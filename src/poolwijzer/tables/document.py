"""One initiative of a table as a document: the data that a file would hold, and the cell of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from poolwijzer.assessment.participants import HOW_TO_ADD
from poolwijzer.assessment.read import Reading, build_assessment
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise
from poolwijzer.problems import InputError, Problem, in_order
from poolwijzer.tables.columns import name_column
from poolwijzer.yamlfile import Location

RESPONSES = "responses"
Rows = Literal["initiatives", "respondents"]
"""What a row of a table is."""


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
        """The row and the column of a value; of what is not there, of what comes closest. A key stands at its value."""
        steps, data, path, row = list(loc), self.data, "", self.row
        columns, rows = self.columns, self.rows
        if steps[:1] == [RESPONSES] and self.response_columns is not None and self.response_rows:
            number = steps[1] if len(steps) > 1 else -1
            known = isinstance(number, int) and 0 <= number < len(self.response_rows)
            index, steps = (int(number), steps[2:]) if known else (0, [])
            data, columns, row, rows = data[RESPONSES][index], self.response_columns, self.response_rows[index], {}
        cells = {where: Location(self.path, rows.get(where, row), column) for where, column in columns.items()}
        outer = Location(self.path, row, 1)
        for step in steps:
            if step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data)):
                outer = _own_cell(data, path, cells) or outer
                data, path = data[step], f"{path}.{step}" if path else str(step)
        return _first_cell(data, path, outer, cells)

    def name_cell(self, problem: Problem) -> Problem:
        """A problem at a cell, with the row if it has none, and with what stands above the column."""
        if problem.line is None:
            return replace(problem, line=self.row)
        header = self.headers.get(problem.column or 0)
        if not header:
            return problem
        where = capitalise(name_column(problem.column or 0, header))
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


def _own_cell(data: Any, path: str, cells: Mapping[str, Location]) -> Location | None:
    """The cell of a value itself; also of what could have had more to it, such as a note, and stands alone."""
    names = (path,) if isinstance(data, dict) else (path, f"{path}.value", f"{path}.kind")
    return next((cells[name] for name in names if name in cells), None)


def _first_cell(data: Any, path: str, outer: Location, cells: Mapping[str, Location]) -> Location:
    """The cell of a value, or else the first of those that it is made of, or else that of what holds it."""
    own = _own_cell(data, path, cells)
    here = own or outer
    if isinstance(data, dict) and data and not own:
        inside = (_first_cell(data[key], f"{path}.{key}" if path else key, here, cells) for key in data)
        return min(inside, key=lambda cell: cell.column)
    if isinstance(data, list) and data and path not in cells:
        return _first_cell(data[0], f"{path}.0", here, cells)
    return here
