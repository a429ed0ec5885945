"""Tables with a respondent in each column: what was asked stands down, and who answered across.

They are held as a whole while they are turned; what comes back is kept once: 8 bytes for each cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from poolwijzer.municipalities import known_municipality
from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.headers import MOST_COLUMNS
from poolwijzer.tables.shapes.places import TurnedPlaces
from poolwijzer.tables.shapes.table import ShapedTable
from poolwijzer.tables.vocabulary import MUNICIPALITY

_LABELS_IN = 3
"""Columns among which the one is that says what was asked: before it stand numbers, or the axis."""
_ENOUGH = 2
_SURE = 3


class TurnedColumns(NamedTuple):
    """Where in such a table what was asked stands."""

    labels: int
    """The place of that column."""
    first: int
    """The place of the first row with a statement among the first rows."""


def find_turned(table: ShapedTable, *, forced: bool = False) -> TurnedColumns | None:
    """Where a table with a respondent in each column says what was asked; None if it is another one."""
    enough = 1 if forced else _ENOUGH
    for place in range(_LABELS_IN):
        found = [
            (number, statement)
            for number, row in enumerate(table.first)
            if place < len(row.cells) and (statement := table.statement(table.keep(row.cells[place])))
        ]
        named = [statement for _, statement in found]
        twice = len(named) - len(set(named))
        # One that stands there twice is a mistake; many are answers below one another.
        once = forced or twice <= (len(named) > _SURE)
        if len(named) >= enough and once and len(named) > _most_beside(table):
            return TurnedColumns(place, found[0][0])
    return None


def statements_below(table: ShapedTable) -> int | None:
    """The place of a column in which the same statements come back, as where each row is an answer; None if none is."""
    for place in range(max((len(row.cells) for row in table.first), default=0)):
        cells = [table.keep(row.cells[place]) for row in table.first if place < len(row.cells)]
        named = [statement for cell in cells if (statement := table.statement(cell))]
        if len(named) - len(set(named)) > 1 and len(named) > _most_beside(table):
            return place
    return None


def _most_beside(table: ShapedTable) -> int:
    """How many statements stand beside one another, as headers do; a respondent may be called r1, as a statement is."""
    return max(sum(1 for cell in row.cells if table.statement(table.keep(cell))) for row in table.first)


def turn_around(table: ShapedTable, columns: TurnedColumns) -> Grid:
    """The table with a respondent in each row; read when its rows are asked for.

    Raises (when they are):
        InputError: there are more rows than a table can have columns.
    """
    places = TurnedPlaces()
    grid = replace(table.grid, places=places)
    grid.rows = _turned(table, columns, grid, places)
    return grid


def _turned(table: ShapedTable, columns: TurnedColumns, grid: Grid, places: TurnedPlaces) -> Iterator[GridRow]:
    rows: list[GridRow] = []
    for row in chain(table.first, table.rest):
        if len(rows) == MOST_COLUMNS:
            message = f"In deze tabel staan de stellingen onder elkaar, en zij heeft meer dan {MOST_COLUMNS} rijen."
            hint = "Is elke rij één antwoord? Zet er dan koppen boven: respondent, gemeente, stelling en antwoord."
            raise InputError(Problem(table.path, message, hint, row.number))
        rows.append(row._replace(cells=[table.keep(cell) for cell in row.cells]))
    labels = [row.cells[columns.labels] if columns.labels < len(row.cells) else "" for row in rows]
    named = _named_by(table, rows, labels, columns)
    if named is not None:
        labels[named] = MUNICIPALITY
    places.rows += [row.number for row in rows]
    places.names += [label or column_letters(columns.labels + 1) for label in labels]
    hidden = {place + 1 for place, row in enumerate(rows) if row.hidden}
    hides_column, grid.hides_column = table.grid.hides_column, hidden.__contains__
    width = max(len(row.cells) for row in rows)
    first = columns.labels + 1
    message = "In deze tabel is elke kolom een respondent. Poolwijzer draait haar om"
    table.remark(f"{message}: kolom {column_letters(first + 1)} heet in de meldingen rij {first + 1}.", rows[0].number)
    yield GridRow(first, labels)
    problems = _by_column(rows)
    for place in range(first, width):
        cells = [row.cells[place] if place < len(row.cells) else "" for row in rows]
        if any(cells):
            yield GridRow(place + 1, cells, tuple(problems.get(place + 1, ())), hides_column(place + 1))


def _by_column(rows: Sequence[GridRow]) -> dict[int, list[Problem]]:
    """What is wrong with cells, by their column.

    Raises:
        InputError: with what is wrong with a row as a whole.
    """
    found: dict[int, list[Problem]] = {}
    whole = [problem for row in rows for problem in row.problems if problem.column is None or not row.cells]
    if whole:
        raise InputError(whole[:MOST_PROBLEMS])
    for row in rows:
        for problem in row.problems:
            found.setdefault(problem.column or 0, []).append(problem)
    return found


def _named_by(table: ShapedTable, rows: Sequence[GridRow], labels: Sequence[str], columns: TurnedColumns) -> int | None:
    """The row above the statements with the names of municipalities, where no row says that it has them."""
    if any(map(table.names_organisation, labels)):
        return None
    counts = [
        sum(1 for cell in row.cells[columns.labels + 1 :] if known_municipality(cell) is not None)
        for row in rows[: columns.first]
    ]
    return counts.index(max(counts)) if any(counts) else None
