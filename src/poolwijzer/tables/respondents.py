"""A table with a respondent in each row: brought together per initiative.

Of a row the numbers of its values are kept, and only of one initiative at a time these become what a file would hold.
So memory is that of the largest initiative; there is a limit, since all are held until the last row was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter
from typing import Any

from poolwijzer.assessment.model import Participant
from poolwijzer.dutch import capitalise, count_things, join_words
from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem, quote, untold
from poolwijzer.tables.columns import clean_cell, name_column, read_cells
from poolwijzer.tables.document import MOST_AT_ONCE, TableDocument
from poolwijzer.tables.file_kinds import stem_of
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.groups import MOST_RESPONDENTS, Group, name_some, too_many
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.kept_rows import BuiltRows, KeptRespondents, Respondent, ValueNumbers
from poolwijzer.tables.newest import NewestAnswers
from poolwijzer.tables.odd_cells import OddAnswers, OddWords
from poolwijzer.tables.persons import AddressBook
from poolwijzer.tables.rows import (
    ID,
    NAME,
    RowLayout,
    check_beyond_headers,
    list_cells,
    plant_columns,
    tell_lacks,
    unreadable_row,
)
from poolwijzer.tables.table_map import LEAVE_OUT, Organisation
from poolwijzer.tables.tree import Branch, Filler, Lack
from poolwijzer.tables.vocabulary import MUNICIPALITY, Path, Vocabulary
from poolwijzer.tables.witness import Witness
from poolwijzer.tables.words import fold_words
from poolwijzer.yamlfile.document import OF_RESPONDENT, RESPONSES

_Key = tuple[str, str]
_ALL: _Key = ("", "")
"""Every row of a table that names no initiative."""


def read_respondents(
    grid: Grid,
    heading: Heading,
    header_row: int,
    vocabulary: Vocabulary,
    municipalities: tuple[Participant, ...] = (),
    seen: Witness | None = None,
) -> Iterator[TableDocument]:
    """Every initiative of a table of respondents, in the order in which they come.

    Args:
        grid: The rows below the headers.
        heading: The headers.
        header_row: Their row.
        vocabulary: What headers can stand for.
        municipalities: Those of the one initiative that the table is about.
        seen: Told who answered, and what does not count.

    Raises:
        InputError: no column tells on whose behalf a respondent answers; or `municipalities` are given, and the table
            has a column for them or more than one initiative.
    """
    needed = ["organisation.name"] if heading.of_municipalities else ["organisation.kind", "organisation.name"]
    missing = [path for path in needed if heading.column_of(path, of_respondent=True) is None]
    if missing:
        message = f"Namens wie antwoordt een respondent? Er is geen kolom {join_words(missing)}."
        hint = "Antwoorden alleen gemeenten? Noem de kolom met hun namen dan 'gemeente'."
        if len(missing) > 1:
            hint += " Is elke rij een initiatief? Kies dan --rows initiatives."
        raise InputError(Problem(grid.path, message, hint, header_row))
    gathering = _Gathering(grid, heading, vocabulary, municipalities, seen or Witness())
    if municipalities and heading.column_of("initiative.municipalities") is not None:
        message = "In deze tabel staat al een kolom initiative.municipalities."
        raise InputError(Problem(grid.path, message, "Laat --municipalities weg, of haal de kolom weg.", header_row))
    return gathering.documents()


class _Gathering:
    """One walk through a table."""

    def __init__(
        self,
        grid: Grid,
        heading: Heading,
        vocabulary: Vocabulary,
        municipalities: tuple[Participant, ...],
        seen: Witness,
    ) -> None:
        self._grid = grid
        self._seen = seen
        self._heading = heading
        self._municipalities = [one.model_dump(mode="json") for one in municipalities]
        self._layout = RowLayout(grid, heading, vocabulary)
        self._id = heading.column_for("id", of_respondent=True)
        self._kind = heading.column_for("organisation.kind", of_respondent=True)
        added: dict[int, Path] = {self._id: ("id",)}
        if heading.renames and not heading.columns[self._kind].number:
            added[self._kind] = ("organisation", "kind")
        self._own = plant_columns(heading, vocabulary, added, of_respondent=True)
        organisation = self._own.parts.get("organisation")
        if heading.of_municipalities and isinstance(organisation, Branch):
            organisation.fillers["kind"] = Filler(MUNICIPALITY, silent=True)
        self._own_cells = list_cells(self._own, heading)
        self._organisation = heading.column_of("organisation.name", of_respondent=True) or 0
        self._odd_words = OddWords(grid.path, heading)
        self._odd_answers = OddAnswers(grid.path, heading, vocabulary.content, grid.places)
        self._left_out: list[int] = []
        self._addresses = (*heading.addresses, self._id)
        self._book = AddressBook()
        self._shared = [place for place, meaning in heading.meanings.items() if not meaning.of_respondent]
        self._pick: Callable[[Sequence[Any]], object] = itemgetter(*self._shared) if self._shared else len
        self._newest = NewestAnswers(grid.path, heading, self._municipalities, seen)
        self._values = ValueNumbers(len(heading.columns))
        self._groups: dict[_Key, Group] = {}
        self._number = 0
        """How many respondents were gathered."""
        self._keys: dict[tuple[str, str], _Key] = {}

    def documents(self) -> Iterator[TableDocument]:
        for line in self._grid.filled_rows():
            if not line.cells:
                yield unreadable_row(line, self._grid.path)
            else:
                self._gather(line)
        self._heading.remarks += self._odd_words.remarks()
        if self._left_out:
            some = count_things(len(self._left_out), "rij telt", "rijen tellen")
            named = name_some(f"rij {number}" for number in self._left_out)
            message = f"{some} niet mee volgens de koppeling, om de organisatie die er staat: {named}."
            self._heading.remarks.append(Problem(self._grid.path, message, "", self._left_out[0]))
        yield from self._orphans()
        self._merge_by_name()
        if self._municipalities and len(self._groups) > 1:
            message = "In deze tabel staat meer dan één initiatief."
            hint = "Laat --municipalities weg. Zet de gemeenten in een kolom initiative.municipalities."
            raise InputError(Problem(self._grid.path, message, hint))
        # Before the first is judged, all is known of who answered.
        told = {key: self._newest.settle(group) for key, group in self._groups.items()}
        names: Counter[str] = Counter()
        for key in list(self._groups):
            yield self._document(key, self._groups.pop(key), names, told.pop(key))

    def _gather(self, line: GridRow) -> None:
        row = read_cells(self._heading.columns, line.cells)
        problems: list[Problem] = []
        if line.problems or len(line.cells) > self._heading.width or self._heading.unnamed:
            problems = [*line.problems, *check_beyond_headers(line, self._heading, self._grid.path)]
        if not problems and row.count(None) == len(row):
            self._seen.empty.append(line.number)
            return
        if self._heading.renames and self._is_left_out(row):
            self._left_out.append(line.number)
            return
        self._odd_words.see(line.number, row, line.cells)
        key = self._key(line.cells)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group(line.number, [None] * len(row), KeptRespondents(self._values))
        shared = self._pick(row)
        if shared != group.seen:
            problems += self._agreeing(group, line, row)
            group.seen = shared
        addresses = [line.cells[place] for place in self._addresses if place < len(line.cells)]
        address, shared = (
            self._book.look_up(addresses, row[self._organisation] or "") if any(addresses) else (None, False)
        )
        told = tuple(replace(problem, shared=OF_RESPONDENT) for problem in problems)
        self._number += 1
        if self._number > MOST_RESPONDENTS:
            raise too_many(self._grid.path, line.number)
        place = self._heading.number
        called = clean_cell(line.cells[place]) if place is not None and place < len(line.cells) else ""
        group.respondents.append(Respondent(line.number, row, told, address, shared, called))

    def _is_left_out(self, row: list[Any]) -> bool:
        """Whether a map leaves out whoever speaks for this organisation; else it gets the name that the map gives."""
        who = row[self._organisation]
        if isinstance(who, Organisation):
            row[self._kind], row[self._organisation] = who.kind, who.name
        return bool(who == LEAVE_OUT)

    def _key(self, cells: list[str]) -> _Key:
        """What brings rows together: the id of the initiative, else its name, else nothing."""
        given = cells[self._layout.id] if self._layout.id < len(cells) else ""
        name = cells[self._layout.name] if self._layout.name < len(cells) else ""
        found = self._keys.get((given, name))
        if found is None:
            id_of, named = clean_cell(given), clean_cell(name)
            found = self._keys[given, name] = ("id", id_of) if id_of else ("naam", fold_words(name)) if named else _ALL
        return found

    def _agreeing(self, group: Group, line: GridRow, row: list[Any]) -> Iterator[Problem]:
        """Take over what a row says of the initiative; a problem where an earlier row says something else."""
        for place in self._shared:
            value, before = row[place], group.shared[place]
            if value is None or value == before or _same_list(value, before):
                continue
            if before is None:
                group.shared[place] = value
                group.rows[place] = line.number
            elif not (place == self._layout.name and fold_words(value) == fold_words(before)):
                where = capitalise(name_column(place + 1, self._heading.columns[place].header))
                said = quote(clean_cell(line.cells[place]))
                message = f"{where}: {said} is iets anders dan in rij {group.rows[place]}."
                hint = "Alle rijen van één initiatief moeten hierover hetzelfde zeggen."
                yield Problem(self._grid.path, message, hint, line.number, place + 1)

    def _orphans(self) -> Iterator[TableDocument]:
        """Rows of no initiative, where others do name one."""
        if len(self._groups) > 1 and (lost := self._groups.pop(_ALL, None)):
            for one in lost.respondents:
                message = "In deze rij staat niet bij welk initiatief de respondent hoort."
                problem = Problem(self._grid.path, message, f"Vul {ID} of {NAME} in.", one.number)
                yield unreadable_row(GridRow(one.number, [], (problem, *one.problems)), self._grid.path)

    def _merge_by_name(self) -> None:
        """Rows that give only a name belong to the one initiative that has this name and an id."""
        with_id: dict[str, list[Group]] = {}
        for (kind, _), group in self._groups.items():
            if kind == "id" and group.shared[self._layout.name]:
                with_id.setdefault(fold_words(group.shared[self._layout.name]), []).append(group)
        for (kind, name), group in list(self._groups.items()):
            same = with_id.get(name, [])
            if kind == "naam" and len(same) == 1:
                together = sorted((*same[0].respondents, *group.respondents), key=attrgetter("number"))
                same[0].respondents = same[0].respondents.replaced(together)
                del self._groups[kind, name]

    def _document(self, key: _Key, group: Group, names: Counter[str], told: tuple[Problem, ...]) -> TableDocument:
        """The initiative of a group with its responses.

        Args:
            key: What brought its rows together.
            group: Its rows.
            names: Counts those that are called alike.
            told: What is to be said of its respondents.
        """
        path, row, first = self._grid.path, group.shared, group.first
        title = row[self._layout.name] = row[self._layout.name] or key[1] or stem_of(path)
        name = f"{path}, initiatief {quote(title)}"
        names[name] += 1
        if names[name] > 1:
            name = f"{name} vanaf rij {first}"
        document = self._layout.document(name, title, row, first, [])
        keys: list[str] = []
        many = len(group.respondents) > MOST_AT_ONCE and not self._odd_answers.any_odd()
        respondents = group.respondents if many else list(group.respondents)
        odd = self._odd_answers.take((one.number, one.row) for one in respondents)
        rows: list[int] = []
        responses, problems, rejected = self._responses(respondents, rows, keys, many=many)
        data = {**document.data, RESPONSES: responses}
        if self._municipalities:
            data["initiative"] = {**data["initiative"], "municipalities": self._municipalities}
        return replace(
            document,
            data=data,
            # What the first row of an initiative does not say stands elsewhere.
            rows={
                where: group.rows[column - 1]
                for where, column in self._layout.tree.cells(row)
                if group.rows.get(column - 1, first) != first
            },
            response_columns=self._own_cells,
            response_rows=tuple(rows),
            response_keys=tuple(keys),
            rejected=rejected,
            problems=(*odd.problems, *problems),
            refused=odd.refused,
            remarks=(*document.remarks, *told),
        )

    def _responses(
        self, respondents: Iterable[Respondent], rows: list[int], keys: list[str], *, many: bool
    ) -> tuple[Sequence[Any], list[Problem], frozenset[int]]:
        """The responses of an initiative, what is wrong, and the rows of which something is.

        The row of each response goes into `rows`, and what the table itself calls it into `keys`.
        """
        responses: list[Any] = []
        built = BuiltRows(self._own, self._values.width)
        problems: list[Problem] = []
        rejected: set[int] = set()
        taken: set[str] = set()
        more = 0
        for one in respondents:
            number, row, wrong = one.number, one.row, one.problems
            key = row[self._id] or one.called
            given = row[self._id] or f"rij-{number}"
            row[self._id] = given if given not in taken else f"{given}-rij-{number}"  # of another organisation
            taken.add(row[self._id])
            lacks: list[Lack] = []
            if (response := self._own.build(row, lacks)) is not None:
                rows.append(number)
                keys.append(key)
                if many:
                    built.add(one._replace(problems=(), address=None, called=""))
                else:
                    responses.append(response)
            if wrong or lacks:
                rejected.add(number)
                if len(problems) < MOST_PROBLEMS:
                    problems += [*wrong, *tell_lacks(lacks, self._grid.path, number, self._heading)]
                else:
                    more += len(wrong) + len(lacks)
        problems += untold(self._grid.path, more)
        return built if many else responses, problems, frozenset(rejected)


def _same_list(one: Any, other: Any) -> bool:
    """Whether two lists say the same in another order, such as the names of municipalities."""
    return isinstance(one, list) and isinstance(other, list) and sorted(map(str, one)) == sorted(map(str, other))
