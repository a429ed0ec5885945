"""A table with an initiative in each row, one at a time: memory does not grow with the number of rows."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import plain, read_cells
from poolwijzer.tables.grid import Grid, Line
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.item import TableItem, packed
from poolwijzer.tables.rows import NAME, Places, Whole, beyond_headers, lacking, taken, unreadable
from poolwijzer.tables.tree import Lack
from poolwijzer.tables.vocabulary import Vocabulary


def initiatives(grid: Grid, heading: Heading, header_row: int, vocabulary: Vocabulary) -> Iterator[TableItem]:
    """Every initiative of a table.

    Raises:
        InputError: no column gives the name of the initiatives.
    """
    if heading.place_of(NAME) is None:
        hint = f"Zet boven de kolom met de namen: {NAME}."
        raise InputError(Problem(grid.path, "Er is geen kolom met de naam van het initiatief.", hint, header_row))
    return _Rows(grid, heading, vocabulary).items()


class _Rows:
    """The rows of one table, in the shape of files."""

    def __init__(self, grid: Grid, heading: Heading, vocabulary: Vocabulary) -> None:
        self._grid = grid
        self._heading = heading
        self._whole = Whole(heading, vocabulary)
        self._where = Places(grid, heading, self._whole.tree)

    def items(self) -> Iterator[TableItem]:
        for line in self._grid.filled_lines():
            if not line.cells:
                yield unreadable(line, self._grid.path)
                continue
            row = read_cells(self._heading.columns, line.cells)
            problems = [*line.problems, *beyond_headers(line, self._heading, self._grid.path)]
            if any(row) or problems:
                yield self._item(line, row, problems)

    def _item(self, line: Line, row: list[str], problems: list[Problem]) -> TableItem:
        place = self._whole.name
        self._whole.fill(row, plain(line.cells[place]) if place < len(line.cells) else "")
        lacks: list[Lack] = []
        document = self._whole.tree.rendered(row, self._heading.columns, lacks)
        told, remarks = lacking(lacks, self._grid.path, line.number)
        return TableItem(
            f"{self._grid.path}, rij {line.number}",
            packed(document, self._where.of(row, line.number), [*problems, *told]),
            (*taken(self._grid, self._heading), *remarks),
        )
