"""The rows of a table that somebody answered, without those that look like it.

These are headers once more, hidden rows, tests, previews, what was not finished, and totals.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from poolwijzer.problems import Problem
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.delimiters import DELIMITERS, NAMES
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.left_out import LeftOut
from poolwijzer.tables.map_index import MapIndex
from poolwijzer.tables.skipped import RowFilter
from poolwijzer.tables.vocabulary import Vocabulary
from poolwijzer.tables.witness import Skipped

_IMPORT_ID = "ImportId"
_MOST_BRACKETS = 20
_ENOUGH = 2
"""Statements in one row, where there are so many columns, by which it is no answer but headers."""
_MOST_KEPT = 10_000


class AnswerRows:
    """The rows below the headers that count, as they come, and afterwards what is to be said of the others."""

    def __init__(
        self,
        grid: Grid,
        header: GridRow,
        heading: Heading,
        vocabulary: Vocabulary,
        *,
        hidden: bool,
        index: MapIndex | None = None,
    ) -> None:
        """Take the rows of a table.

        Args:
            grid: The table, from the row behind its headers.
            header: The row with the headers.
            heading: What they mean.
            vocabulary: Every header that is known.
            hidden: Whether hidden rows count.
            index: What a map of the table says.
        """
        self._grid = grid
        self._header = header.cells
        self._heading = heading
        self._vocabulary = vocabulary
        self._count_hidden = hidden
        self.left_out = LeftOut(grid.path)
        """The rows that did not count so far, and why."""
        self._answers = {
            place: meaning.leaf.of for place, meaning in heading.meanings.items() if meaning.leaf.kind == "answer"
        }
        self._statements: dict[str, str] = {}
        of_respondents = vocabulary.of_respondents
        self._filter = RowFilter(header.cells, heading, index or MapIndex(), of_respondents=of_respondents)

    @property
    def no_answers(self) -> dict[Skipped, list[int]]:
        """The rows that were left out so far, by why."""
        return self.left_out.rows

    def __iter__(self) -> Iterator[GridRow]:
        rows = iter(self._grid.rows)
        first = list(islice(rows, 2))
        again = self._number_of_headers(first)
        self.left_out.add("headers", *(row.number for row in first[:again]))
        others: Problem | None = None
        for row in chain(first[again:], rows):
            if row.cells == self._header:
                self.left_out.add("headers", row.number)
                others = None
            elif asked := self._asked_in(row):
                self.left_out.add("headers", row.number)
                same = all(self._answers[place] == name for place, name in asked.items())
                others = None if same else self._under_others(row.number)
            elif row.hidden and not self._count_hidden:
                self.left_out.add("hidden", row.number)
            elif why := self._filter.why(row.number, row.cells):
                self.left_out.add(why, row.number)
            elif others:
                yield row._replace(problems=(*row.problems, replace(others, line=row.number)))
            elif any(row.cells[1:]) or row.problems:
                yield row
            else:
                yield row._replace(problems=tuple(self._check_alone(row)))

    def remarks(self) -> Iterator[Problem]:
        """What is to be said of the rows that did not count so far."""
        yield from self.left_out.remarks()
        yield from self._filter.remarks()

    def _asked_in(self, row: GridRow) -> dict[int, str]:
        """The statements that stand in a row where answers should, by their places: in headers of another table."""
        found = {}
        for place in self._answers:
            cell = row.cells[place] if place < len(row.cells) else ""
            if cell and (name := self._statement(cell)):
                found[place] = name
        return found if len(found) >= min(_ENOUGH, len(self._answers)) else {}

    def _statement(self, cell: str) -> str:
        """The statement that a cell names; empty if it names none, as every answer does."""
        name = self._statements.get(cell)
        if name is None:
            meaning = self._vocabulary.meaning(clean_cell(cell))
            name = meaning.leaf.of if meaning and meaning.leaf.kind == "answer" else ""
            if len(self._statements) < _MOST_KEPT:
                self._statements[cell] = name
        return name

    def _under_others(self, number: int) -> Problem:
        """What is wrong with every row below headers that stand above other columns than those at the top."""
        message = f"Deze rij staat onder andere koppen: die van rij {number}. Zij telt niet mee."
        return Problem(self._grid.path, message, "Zet dat deel van de tabel in een bestand van zichzelf.")

    def _check_alone(self, row: GridRow) -> Iterator[Problem]:
        """Whether a whole row stands in its first cell, as a program leaves it that took the row for one text."""
        width = self._heading.width
        divided = (sign for sign in DELIMITERS if width > 2 and row.cells[0].count(sign) >= width - 1)
        if sign := next(divided, ""):
            message = f"Deze hele rij staat in één cel, met {NAMES[sign]} tussen de delen."
            yield Problem(self._grid.path, message, "Haal de aanhalingstekens om de rij weg.", row.number, 1)

    def _number_of_headers(self, first: Sequence[GridRow]) -> int:
        """How many of the first rows are headers too: survey tools add the texts of the questions, and ids in JSON."""
        if any(_is_import_id(cell) for row in first[1:] for cell in row.cells):
            return 2
        return int(any(map(self._is_header_row, first[:1])))

    def _is_header_row(self, row: GridRow) -> bool:
        """Whether nobody can have answered this: ids of a tool, or a statement's own text below that statement."""
        cells = [row.cells[place] for place in self._answers if place < len(row.cells)]
        return any(map(_is_import_id, row.cells)) or any(map(self._statement, cells))


def _is_import_id(cell: str) -> bool:
    """Whether this is what Qualtrics puts below the texts of its questions."""
    # Its groups hold no groups. What is deeper than Python's reader goes would end the program.
    if _IMPORT_ID not in cell or cell.count("[") + cell.count("{") > _MOST_BRACKETS:
        return False
    try:
        found = json.loads(cell)
    except ValueError:
        return False
    return isinstance(found, dict) and _IMPORT_ID in found
