"""One initiative of a table as a document: the data that a file would hold, and the cell of every value."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from poolwijzer.assessment.model import Assessment
from poolwijzer.assessment.participants import HOW_TO_ADD
from poolwijzer.assessment.read import Reading, build_assessment
from poolwijzer.assessment.remarks import HOW_TO_LIST, NO_LIST
from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, count_things
from poolwijzer.problems import InputError, Problem, in_order
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.kept_rows import BuiltRows
from poolwijzer.tables.shapes.places import Places
from poolwijzer.yamlfile.document import OF_RESPONDENT, RESPONSES, Location

Rows = Literal["initiatives", "respondents", "counts"]
"""What a row of a table is: an initiative, a respondent (or, in a long table, one answer of a respondent), or a
statement with how often each answer was given, of one initiative."""
_ONE_IN = 3
"""An initiative can spare the respondents that cannot be used, up to one in so many."""


MOST_AT_ONCE = 5000
"""Respondents that are read at once; where an initiative has more, they are read in parts."""
Built = TypeVar("Built")


class Spared(NamedTuple, Generic[Built]):
    """What was built without the respondents that cannot be used."""

    built: Built
    problems: list[Problem]
    """Why these cannot."""
    rejected: set[int]
    """Their rows."""


class RowReading(NamedTuple):
    """An initiative of a table as read."""

    assessment: Assessment
    remarks: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()
    """What is wrong with respondents that were left out."""
    rejected: tuple[int, ...] = ()
    """The rows of those."""


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
    """The row of each response."""
    response_keys: Sequence[str] = ()
    """What the table itself calls each response, in every later export too: its own id, or the number of the survey
    tool; empty where it has neither."""
    places: Places | None = None
    """Where its cells stood, in a table of another shape."""
    rejected: frozenset[int] = frozenset()
    """Rows of respondents with something wrong in the cells themselves."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the cells themselves."""
    refused: bool = False
    """Whether nothing of it counts, whatever its rows say: answers that nobody can understand are no answers."""
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
        shared = OF_RESPONDENT if columns is self.response_columns else ""
        cells = {where: Location(self.path, rows.get(where, row), column, shared) for where, column in columns.items()}
        outer = Location(self.path, row, 1, shared)
        for step in steps:
            if step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data)):
                outer = _own_cell(data, path, cells) or outer
                data, path = data[step], f"{path}.{step}" if path else str(step)
        return _first_cell(data, path, outer, cells)

    def name_cell(self, problem: Problem) -> Problem:
        """A problem at a cell, with the row if it has none, and with what stands above the column."""
        if problem.line is None:
            return replace(problem, line=self.row)
        if problem.message.startswith(NO_LIST):
            option = 'Bij een tabel van één initiatief mag dat ook zo: --municipalities "Assen|Emmen".'
            return replace(problem, hint=f"{HOW_TO_LIST} {option}", line=self.row, column=None)
        header = self.headers.get(problem.column or 0)
        if not header:
            return problem
        where = capitalise(name_column(problem.column or 0, header))
        own = "in de lijst van gemeenten" in problem.message and not self.of_respondent(problem)
        if self.places and (spot := self.places.spot(problem.line, problem.column or 0)):
            where, problem = spot.name, replace(problem, line=spot.row, column=spot.column)
        hint = f"{problem.hint} {HOW_TO_ADD}" if own else problem.hint
        return replace(problem, message=f"{where}: {problem.message}", hint=hint)

    def of_respondent(self, problem: Problem) -> bool:
        """Whether a problem stands in what a respondent said, and not in what belongs to the initiative."""
        return self.response_columns is not None and problem.column in self.response_columns.values()

    def part(self, start: int, end: int) -> TableDocument:
        """The same with only these of its respondents, and of its problems only theirs."""
        rows = self.response_rows[start:end]
        data = {**self.data, RESPONSES: list(self.data[RESPONSES][start:end])}
        return replace(self, data=data, response_rows=rows, rejected=self.rejected.intersection(rows), problems=())

    def without(self, rows: Collection[int]) -> TableDocument:
        """The same without the respondents in these rows."""
        if not self.response_rows or not rows:
            return self
        responses = self.data[RESPONSES]
        if isinstance(responses, BuiltRows):
            left_over: Sequence[Any] = responses.without(rows)
        else:
            left_over = [one for row, one in zip(self.response_rows, responses, strict=True) if row not in rows]
        data = {**self.data, RESPONSES: left_over}
        keys = zip(self.response_rows, self.response_keys, strict=False)
        left = tuple(key for row, key in keys if row not in rows)
        kept = tuple(row for row in self.response_rows if row not in rows)
        return replace(self, data=data, response_rows=kept, response_keys=left)

    def whole(self) -> TableDocument:
        """The same with all that its respondents say at hand."""
        if self.data is None or not isinstance(responses := self.data.get(RESPONSES), BuiltRows):
            return self
        return replace(self, data={**self.data, RESPONSES: responses[:]})


def parse_row(
    document: TableDocument, content: Content, *, with_answers: bool = False, spare_any: bool = False
) -> RowReading:
    """Read an initiative of a table, as `parse_assessment` reads a file.

    A respondent that cannot be used is left out, and the others count; of more than a third nothing counts.

    Args:
        document: As `read_table` gave it.
        content: The menus its ids belong to.
        with_answers: Refuse a row without any answer, respondent or own estimate.
        spare_any: Let those who can be used count, however many cannot: where nothing is decided on them yet.

    Raises:
        InputError: with every problem, at its row and column, and with the header of that column.
    """
    if document.data is None or document.refused or (document.problems and document.response_columns is None):
        document = document.whole()
        raise InputError(_told(document, _problems_of(document, content, with_answers)))
    found = None
    if len(document.response_rows) > MOST_AT_ONCE:
        from poolwijzer.tables.many_rows import read_many  # only for who has so many

        found = read_many(document, content)
    reading, problems, rejected = found or _sparing(document.whole(), content, with_answers)
    told = _told(document, problems)
    number, of = len(rejected), len(rejected.union(document.response_rows))
    if number * _ONE_IN > of and not spare_any:
        message, hint = "Geen enkele respondent is te gebruiken.", "Verbeter eerst deze rijen."
        if number < of:
            message = f"{count_things(number, 'respondent is', 'respondenten zijn')} niet te gebruiken, van de {of}."
            hint = f"Dat is meer dan een derde. {hint}"
        raise InputError([*told, Problem(document.path, message, hint, document.row)])
    remarks = tuple(map(document.name_cell, reading.remarks))
    return RowReading(reading.assessment, remarks, tuple(told), tuple(sorted(rejected)))


def _sparing(document: TableDocument, content: Content, with_answers: bool) -> Spared[Reading]:
    """The initiative without the respondents that cannot be used."""

    def build(some: TableDocument) -> Reading:
        return build_assessment(some, content, with_answers=with_answers)

    return spare_respondents(document, build)


def spare_respondents(document: TableDocument, build: Callable[[TableDocument], Built]) -> Spared[Built]:
    """What is built of a document once the respondents are left out that cannot be used.

    Raises:
        InputError: with every problem, where something is wrong that is not a respondent's own.
    """
    rejected: set[int] = set()
    problems = list(document.problems)
    while True:
        try:
            built = build(document.without(rejected))
            if rejected >= document.rejected:
                return Spared(built, problems, rejected)
            rejected |= document.rejected
        except InputError as error:
            problems += error.problems
            rows = {problem.line for problem in error.problems if document.of_respondent(problem) and problem.line}
            if not rows - rejected or not all(map(document.of_respondent, error.problems)):
                raise InputError(_told(document, problems)) from None
            rejected |= rows


def _problems_of(document: TableDocument, content: Content, with_answers: bool) -> Iterable[Problem]:
    """What is wrong with the cells, and with what they say as far as that can be read."""
    yield from document.problems
    if document.data is not None:
        try:
            build_assessment(document, content, with_answers=with_answers)
        except InputError as error:
            yield from error.problems


def _told(document: TableDocument, problems: Iterable[Problem]) -> list[Problem]:
    ours = set(document.problems)
    named = dict.fromkeys(one if one in ours else document.name_cell(one) for one in problems)
    return in_order(named)


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
