"""A table with a respondent in each row: brought together per initiative.

What is kept of a row is the JSON of its answers and its number, so that a hundred thousand rows are no matter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import PurePath

from poolwijzer.dutch import capitalised, joined
from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem, quoted
from poolwijzer.tables.columns import called, plain, read_cells
from poolwijzer.tables.document import RESPONSES
from poolwijzer.tables.folding import folded
from poolwijzer.tables.grid import Grid, Line
from poolwijzer.tables.headers import Heading
from poolwijzer.tables.item import TableItem, as_json, packed
from poolwijzer.tables.rows import (
    ID,
    NAME,
    Places,
    Whole,
    beyond_headers,
    lacking,
    taken,
    tree_of,
    unreadable,
    with_column,
)
from poolwijzer.tables.tree import Branch, Filler, Lack
from poolwijzer.tables.vocabulary import MUNICIPALITY, Vocabulary

_Key = tuple[str, str]
_ALL: _Key = ("", "")
"""Every row of a table that names no initiative."""


@dataclass
class _Group:
    """The respondents of one initiative."""

    first: int
    """The number of its first row."""
    shared: list[str]
    """The JSON of what belongs to the initiative, by the place of its column."""
    rows: dict[int, int] = field(default_factory=dict)
    """The row in which each of these was first filled in."""
    responses: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """The row of each response."""
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    """The first note without an answer."""
    without_answer: int = 0
    seen: object = None
    """The last row's part of what belongs to the initiative."""

    def take(self, other: _Group) -> None:
        """Take over the respondents of another, which says nothing more of the initiative than its name."""
        pairs = sorted(zip([*self.numbers, *other.numbers], [*self.responses, *other.responses], strict=True))
        self.numbers, self.responses = [number for number, _ in pairs], [response for _, response in pairs]
        self.problems += other.problems
        self.remarks = (self.remarks or other.remarks)[:1]
        self.without_answer += other.without_answer

    def told_remarks(self) -> tuple[Problem, ...]:
        """One remark for all notes without an answer."""
        times = f" Dit komt {self.without_answer} keer voor." if self.without_answer > 1 else ""
        return tuple(replace(remark, message=f"{remark.message}{times}") for remark in self.remarks)


def respondents(grid: Grid, heading: Heading, header_row: int, vocabulary: Vocabulary) -> Iterator[TableItem]:
    """Every initiative of a table of respondents, in the order in which they come.

    Raises:
        InputError: no column tells on whose behalf a respondent answers.
    """
    needed = ["organisation.name"] if heading.of_municipalities else ["organisation.kind", "organisation.name"]
    missing = [path for path in needed if heading.place_of(path, of_respondent=True) is None]
    if missing:
        message = f"Namens wie antwoordt een respondent? Er is geen kolom {joined(missing)}."
        hint = "Antwoorden alleen gemeenten? Noem de kolom met hun namen dan 'gemeente'."
        if len(missing) > 1:
            hint += " Is elke rij een initiatief? Kies dan --rows initiatives."
        raise InputError(Problem(grid.path, message, hint, header_row))
    return _Gathering(grid, heading, vocabulary).items()


class _Gathering:
    """One walk through a table."""

    def __init__(self, grid: Grid, heading: Heading, vocabulary: Vocabulary) -> None:
        self._grid = grid
        self._heading = heading
        self._columns = heading.columns
        self._whole = Whole(heading, vocabulary)
        self._respondent = with_column(heading, "id", of_respondent=True)
        self._own = tree_of(heading, vocabulary, {self._respondent: ("id",)}, of_respondent=True)
        organisation = self._own.parts.get("organisation")
        if heading.of_municipalities and isinstance(organisation, Branch):
            organisation.fillers["kind"] = Filler(f'"kind":"{MUNICIPALITY}"', silent=True)
        self._shared = [place for place, meaning in heading.meanings.items() if not meaning.of_respondent]
        self._pick: Callable[[Sequence[str]], object] = itemgetter(*self._shared) if self._shared else len
        self._groups: dict[_Key, _Group] = {}
        self._keys: dict[tuple[str, str], _Key] = {}

    def items(self) -> Iterator[TableItem]:
        for line in self._grid.filled_lines():
            if not line.cells:
                yield unreadable(line, self._grid.path)
            else:
                self._gather(line)
        yield from self._orphans()
        self._merge_by_name()
        own = Places(self._grid, self._heading, self._own).columns([])
        places = Places(self._grid, self._heading, self._whole.tree)
        titles: Counter[str] = Counter()
        for key, group in self._groups.items():
            yield self._item(key, group, places, own, titles)

    def _gather(self, line: Line) -> None:
        row = read_cells(self._columns, line.cells)
        problems: list[Problem] = []
        if line.problems or len(line.cells) > self._heading.width or self._heading.unnamed:
            problems = [*line.problems, *beyond_headers(line, self._heading, self._grid.path)]
        if not (any(row) or problems):
            return
        key = self._key(line.cells)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(line.number, [""] * len(self._columns))
        shared = self._pick(row)
        if shared != group.seen:
            problems += self._agreeing(group, line, row)
            group.seen = shared
        row[self._respondent] = row[self._respondent] or f'"id":"rij-{line.number}"'
        lacks: list[Lack] = []
        if response := self._own.rendered(row, self._columns, lacks):
            group.responses.append(response)
            group.numbers.append(line.number)
        if lacks:
            told, remarks = lacking(lacks, self._grid.path, line.number)
            problems += told
            group.without_answer += len(remarks)
            group.remarks += remarks[: not group.remarks]
        if problems and len(group.problems) < MOST_PROBLEMS:
            group.problems += problems

    def _key(self, cells: list[str]) -> _Key:
        """What brings rows together: the id of the initiative, else its name, else nothing."""
        given = cells[self._whole.id] if self._whole.id < len(cells) else ""
        name = cells[self._whole.name] if self._whole.name < len(cells) else ""
        found = self._keys.get((given, name))
        if found is None:
            found = ("id", plain(given)) if plain(given) else ("naam", folded(name)) if plain(name) else _ALL
            self._keys[given, name] = found
        return found

    def _agreeing(self, group: _Group, line: Line, row: list[str]) -> Iterator[Problem]:
        """Take over what a row says of the initiative; a problem where an earlier row says something else."""
        for place in self._shared:
            value, before = row[place], group.shared[place]
            if value and not before:
                group.shared[place] = value
                group.rows[place] = line.number
            elif value and value != before and not (place == self._whole.name and folded(value) == folded(before)):
                where = capitalised(called(place + 1, self._columns[place].header))
                message = f"{where}: {quoted(plain(line.cells[place]))} is iets anders dan in rij {group.rows[place]}."
                hint = "Alle rijen van één initiatief moeten hierover hetzelfde zeggen."
                yield Problem(self._grid.path, message, hint, line.number, place + 1)

    def _orphans(self) -> Iterator[TableItem]:
        """Rows of no initiative, where others do name one."""
        if len(self._groups) > 1 and (lost := self._groups.pop(_ALL, None)):
            for number in lost.numbers:
                message = "In deze rij staat niet bij welk initiatief de respondent hoort."
                problem = Problem(self._grid.path, message, f"Vul {ID} of {NAME} in.", number)
                yield unreadable(Line(number, [], (problem,)), self._grid.path)

    def _merge_by_name(self) -> None:
        """Rows that give only a name belong to the one initiative that has this name and an id."""
        with_id: dict[str, list[_Group]] = {}
        for (kind, _), group in self._groups.items():
            if kind == "id" and group.shared[self._whole.name]:
                with_id.setdefault(self._folded_name(group), []).append(group)
        for key, group in list(self._groups.items()):
            same = with_id.get(self._folded_name(group), [])
            if key[0] == "naam" and len(same) == 1:
                same[0].take(group)
                del self._groups[key]

    def _folded_name(self, group: _Group) -> str:
        return folded(group.shared[self._whole.name])

    def _item(self, key: _Key, group: _Group, places: Places, own: str, titles: Counter[str]) -> TableItem:
        path, row = self._grid.path, group.shared
        title = json.loads(f"{{{row[self._whole.name]}}}").get("name") or key[1] or PurePath(path).stem
        row[self._whole.name] = row[self._whole.name] or f'"name":{as_json(title)}'
        self._whole.fill(row, title)
        document = self._whole.tree.rendered(row, self._columns, [])
        whole = f'{document[:-1]},"{RESPONSES}":[{",".join(group.responses)}]}}'
        elsewhere = as_json(dict(self._elsewhere(group)))
        numbers = ",".join(map(str, group.numbers))
        responses = f'"{RESPONSES}":{{"columns":{own},"rows":[{numbers}]}}'
        called_so = f"{path}, initiatief {quoted(title)}"
        titles[called_so] += 1
        if titles[called_so] > 1:
            called_so = f"{called_so} vanaf rij {group.first}"
        where = places.of(row, group.first, f',"rows":{elsewhere},{responses}')
        return TableItem(
            called_so, packed(whole, where, group.problems), (*taken(self._grid, self._heading), *group.told_remarks())
        )

    def _elsewhere(self, group: _Group) -> Iterator[tuple[str, int]]:
        """The rows of what the first row of an initiative does not say."""
        for path, number in self._whole.tree.places(group.shared, self._columns):
            if group.rows.get(number - 1, group.first) != group.first:
                yield path, group.rows[number - 1]
