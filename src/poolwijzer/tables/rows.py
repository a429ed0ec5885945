"""A row of a table in the shape of an initiative's file, what it lacks, and tables with an initiative in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from poolwijzer.dutch import make_slug
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import clean_cell, name_column, read_cells
from poolwijzer.tables.document import TableDocument
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.tree import Branch, Filler, Lack, plant_tree
from poolwijzer.tables.vocabulary import Path, Vocabulary

NAME = "initiative.name"
ID = "initiative.id"
_FORMAT_NUMBER = "poolwijzer"
_FORMAT = "1"
"""What a table can say, the first format could say as well, or the program writes as the format that can."""
_CLOSER = "Staat er een scheidingsteken in een tekst? Zet die tekst dan tussen aanhalingstekens."


class RowLayout:
    """How the columns of a table make a file, with what every initiative has: the number of the format, an id, a name.

    Attributes:
        id: The place of the id in a row.
        name: The place of the name in a row.
    """

    def __init__(self, grid: Grid, heading: Heading, vocabulary: Vocabulary) -> None:
        """Lay out the columns that belong to the initiative as a whole."""
        self._grid = grid
        self._heading = heading
        self._format = heading.column_for(_FORMAT_NUMBER)
        self.id = heading.column_for(ID)
        self.name = heading.column_for(NAME)
        added: dict[int, Path] = {
            self._format: (_FORMAT_NUMBER,),
            self.id: ("initiative", "id"),
            self.name: ("initiative", "name"),
        }
        self.tree = plant_columns(heading, vocabulary, added)
        self._headers = {place + 1: heading.columns[place].header for place in heading.meanings}
        # The same for all rows, unless a list has columns of its own.
        self._cells = None if self.tree.has_lists() else list_cells(self.tree, heading)

    def document(self, name: str, title: str, row: list[Any], number: int, lacks: list[Lack]) -> TableDocument:
        """The document of a row, or of the rows that begin there, with what is to be said of the table so far."""
        row[self._format] = row[self._format] or _FORMAT
        row[self.id] = row[self.id] or make_slug(title)
        data = self.tree.build(row, lacks)
        cells = dict(self.tree.cells(row)) if self._cells is None else self._cells
        remarks = (*take_remarks(self._grid.remarks), *take_remarks(self._heading.remarks))
        return TableDocument(name, self._grid.path, number, data, cells, self._headers, remarks=remarks)


def read_initiatives(grid: Grid, heading: Heading, header_row: int, vocabulary: Vocabulary) -> Iterator[TableDocument]:
    """Every initiative of a table with one in each row, one at a time: memory does not grow with their number.

    Raises:
        InputError: no column gives the name of the initiatives.
    """
    if heading.column_of(NAME) is None:
        hint = f"Zet boven de kolom met de namen: {NAME}."
        raise InputError(Problem(grid.path, "Er is geen kolom met de naam van het initiatief.", hint, header_row))
    layout = RowLayout(grid, heading, vocabulary)
    return (found for line in grid.filled_rows() if (found := _initiative(line, grid, heading, layout)) is not None)


def _initiative(line: GridRow, grid: Grid, heading: Heading, layout: RowLayout) -> TableDocument | None:
    """The document of a row; None if nothing stands in it that counts."""
    if not line.cells:
        return unreadable_row(line, grid.path)
    row = read_cells(heading.columns, line.cells)
    problems = [*line.problems, *check_beyond_headers(line, heading, grid.path)]
    if not problems and row.count(None) == len(row):
        return None
    title = clean_cell(line.cells[layout.name]) if layout.name < len(line.cells) else ""
    lacks: list[Lack] = []
    document = layout.document(f"{grid.path}, rij {line.number}", title, row, line.number, lacks)
    return replace(document, problems=(*problems, *tell_lacks(lacks, grid.path, line.number, heading)))


def plant_columns(
    heading: Heading, vocabulary: Vocabulary, added: dict[int, Path], *, of_respondent: bool = False
) -> Branch:
    """The columns in the shape of a file, or of the part of it that is a respondent's own."""
    meanings = {place: one for place, one in heading.meanings.items() if one.of_respondent == of_respondent}
    required = vocabulary.required_of_each if of_respondent else vocabulary.required
    tree = plant_tree(heading.columns, added, meanings, required)
    if isinstance(named := tree.parts.get("initiative"), Branch):
        named.fillers["name"] = Filler("?")  # told as a problem; the rest of the row is read all the same
    return tree


def list_cells(tree: Branch, heading: Heading) -> Mapping[str, int]:
    """The column of everything that a row could say."""
    return dict(tree.cells(["filled"] * len(heading.columns)))


def check_beyond_headers(line: GridRow, heading: Heading, path: str) -> Iterator[Problem]:
    """The first cell with nothing above it; where text was cut in two, all behind it would be told as well."""
    places = [place for place in heading.unnamed if place < len(line.cells)]
    for place in (*places, *range(heading.width, len(line.cells))):
        if clean_cell(line.cells[place]):
            message = f"Boven {name_column(place + 1, '')} staat geen kop, maar in deze rij staat daar wel iets."
            hint = f"Zet er een kop boven, of maak de cel leeg. {_CLOSER}"
            yield Problem(path, message, hint, line.number, place + 1)
            return


def tell_lacks(lacks: list[Lack], path: str, row: int, heading: Heading) -> Iterator[Problem]:
    """What a row does not give and cannot do without."""
    for lack in lacks:
        needed = f"{lack.path}.name" if lack.path == "organisation" else lack.path
        column, header = lack.column, heading.columns[lack.column - 1].header
        if lack.empty and needed not in header:
            hint = "Vul haar in."
            if str(heading.meanings.get(column - 1)) == "organisation.name":
                hint = f"{hint} Is zij samengevoegd met die erboven? Hef dat op, en vul elke cel in."
            yield Problem(path, f"In deze rij is {name_column(column, header)} leeg.", hint, row, column)
        else:
            yield Problem(path, f"In deze rij ontbreekt {needed}.", f"Vul de kolom {needed} in.", row, column)


def take_remarks(remarks: list[Problem]) -> list[Problem]:
    """What is worth saying so far, once."""
    taken = list(remarks)
    remarks.clear()
    return taken


def unreadable_row(line: GridRow, path: str) -> TableDocument:
    """A row that says nothing because something is wrong with it."""
    return TableDocument(f"{path}, rij {line.number}", path, line.number, problems=line.problems)
