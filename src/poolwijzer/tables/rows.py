"""What tables of initiatives and of respondents have in common: a row in the shape of a file, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from poolwijzer.assessment.model import FORMAT, UNKNOWN
from poolwijzer.dutch import slugified
from poolwijzer.problems import Problem
from poolwijzer.tables.columns import Column, called, plain
from poolwijzer.tables.grid import Grid, Line
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.item import TableItem, as_json, packed
from poolwijzer.tables.tree import Branch, Filler, Lack, placed, planted
from poolwijzer.tables.vocabulary import Path, Vocabulary

NAME = "initiative.name"
ID = "initiative.id"
FORMAT_NUMBER = "poolwijzer"
UNKNOWN_ANSWER = Filler(f'"value":{as_json(UNKNOWN)}')
_CLOSER = "Staat er een scheidingsteken in een tekst? Zet die tekst dan tussen aanhalingstekens."


class Whole:
    """What every initiative has, whatever the columns: the number of the format, an id and a name."""

    def __init__(self, heading: Heading, vocabulary: Vocabulary) -> None:
        """Give these a place in every row, and plant all that belongs to the initiative as a whole."""
        self._format = with_column(heading, FORMAT_NUMBER)
        self.id = with_column(heading, ID)
        self.name = with_column(heading, NAME)
        added: dict[int, Path] = {
            self._format: (FORMAT_NUMBER,),
            self.id: ("initiative", "id"),
            self.name: ("initiative", "name"),
        }
        self.tree = tree_of(heading, vocabulary, added)

    def fill(self, row: list[str], name: str) -> None:
        """Fill in the format and the id where a row does not give them."""
        row[self._format] = row[self._format] or f'"{FORMAT_NUMBER}":"{FORMAT}"'
        row[self.id] = row[self.id] or f'"id":{as_json(slugified(name))}'


class Places:
    """The column of everything in a row, as JSON."""

    def __init__(self, grid: Grid, heading: Heading, tree: Branch) -> None:
        """Make what is the same for all rows, unless a list has columns: then it hangs on what is filled in."""
        self._tree = tree
        self._columns = heading.columns
        every = dict(tree.places(["filled"] * len(heading.columns), heading.columns))
        self._shared = "" if tree.has_lists() else as_json(every)
        paths = {number: path for path, number in every.items()}
        headers = {
            str(place + 1): heading.columns[place].header
            for place in heading.meanings
            if heading.columns[place].header != paths.get(place + 1)
        }
        self._rest = f'"headers":{as_json(headers)},"path":{as_json(grid.path)},"row":'

    def columns(self, row: list[str]) -> str:
        """The columns of a row by their paths."""
        return self._shared or as_json(dict(self._tree.places(row, self._columns)))

    def of(self, row: list[str], number: int, more: str = "") -> str:
        """The places of a row, or of the rows that begin there."""
        return f'{{"columns":{self.columns(row)},{self._rest}{number}{more}}}'


def with_column(heading: Heading, path: str, *, of_respondent: bool = False) -> int:
    """The place of a path in a row; where no column has it, that of one more, always empty."""
    place = heading.place_of(path, of_respondent=of_respondent)
    if place is None:
        place = len(heading.columns)
        heading.columns.append(Column(0, "", lambda text: None))
    return place


def tree_of(heading: Heading, vocabulary: Vocabulary, added: dict[int, Path], *, of_respondent: bool = False) -> Branch:
    """The columns in the shape of a file, or of the part of it that is a respondent's own."""
    meanings = {place: one for place, one in heading.meanings.items() if one.of_respondent == of_respondent}
    paths, alone = placed(meanings)
    required = vocabulary.required_of_each if of_respondent else vocabulary.required
    tree = planted(heading.columns, {**added, **paths}, required, alone)
    if isinstance(named := tree.parts.get("initiative"), Branch):
        named.fillers["name"] = Filler('"name":"?"')  # told as a problem; the rest of the row is read all the same
    answers = tree.parts.get("answers")
    for part in answers.parts.values() if isinstance(answers, Branch) else ():
        if isinstance(part, Branch):
            part.fillers["value"] = UNKNOWN_ANSWER
    return tree


def beyond_headers(line: Line, heading: Heading, path: str) -> Iterator[Problem]:
    """The first cell with nothing above it; where text was cut in two, all behind it would be told as well."""
    places = [place for place in heading.unnamed if place < len(line.cells)]
    for place in (*places, *range(heading.width, len(line.cells))):
        if plain(line.cells[place]):
            message = f"Boven {called(place + 1, '')} staat geen kop, maar in deze rij staat daar wel iets."
            yield Problem(
                path, message, f"Zet er een kop boven, of maak de cel leeg. {_CLOSER}", line.number, place + 1
            )
            return


def lacking(lacks: list[Lack], path: str, row: int) -> tuple[list[Problem], list[Problem]]:
    """What a row does not give: problems, and remarks on what was filled in."""
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for lack in lacks:
        needed = f"{lack.path}.name" if lack.path == "organisation" else lack.path
        if lack.is_answer:
            message = f"Hier staat een toelichting zonder antwoord. Het antwoord telt als {UNKNOWN}."
            remarks.append(Problem(path, message, "", row, lack.column))
        else:
            hint = f"Vul de kolom {needed} in."
            problems.append(Problem(path, f"In deze rij ontbreekt {needed}.", hint, row, lack.column))
    return problems, remarks


def unreadable(line: Line, path: str) -> TableItem:
    """The item of a row that says nothing because something is wrong with it."""
    places = f'{{"columns":{{}},"headers":{{}},"path":{as_json(path)},"row":{line.number}}}'
    return TableItem(f"{path}, rij {line.number}", packed("null", places, line.problems))


def taken(grid: Grid, heading: Heading) -> tuple[Problem, ...]:
    """What is worth saying about the table so far, once."""
    found = (*grid.remarks, *heading.remarks)
    grid.remarks.clear()
    heading.remarks.clear()
    return found
