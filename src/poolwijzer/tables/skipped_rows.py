"""Rows that nobody sent in as an answer, by what survey tools keep of them or by a map: previews, tests, half done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from poolwijzer.dutch import join_some
from poolwijzer.problems import Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.map_index import MapIndex, header_as
from poolwijzer.tables.surveys import EMPTY, values_of_no_answer
from poolwijzer.tables.words import plain_header, said_as

_MOST_NAMED = 5
_MOST_KEPT = 10_000
"""Numbers of rows of one kind; beyond these only their number is known."""
_CHOOSE = "Wilt u dat anders? Zet bij skip in een koppeling wat u weglaat: poolwijzer tables map."


class SkippedRows:
    """Which rows are passed over, and afterwards what is to be said of them."""

    def __init__(self, path: str, headers: Sequence[str], index: MapIndex, *, of_respondents: bool) -> None:
        """Find the columns that tell.

        Args:
            path: How messages call the table.
            headers: What stands above its columns.
            index: The map; what it says goes before what is known of survey tools.
            of_respondents: Whether each row is a person: only then tools have marks of their own.
        """
        self._path = path
        self._headers = [plain_header(clean_cell(header)) for header in headers]
        self._by_map = index.map.skip is not None
        self._index = index
        known = values_of_no_answer(self._headers) if of_respondents else {}
        marks: Mapping[str, frozenset[str]]
        if index.map.skip is not None:
            marks = {header_as(header): frozenset(map(said_as, values)) for header, values in index.map.skip.items()}
        else:
            marks = {header_as(header): values for header, values in known.items()}
        self._marks = [
            (place, marks[header_as(header)])
            for place, header in enumerate(self._headers)
            if header and header_as(header) in marks
        ]
        self._numbers = frozenset(index.map.skip_rows)
        self._found: dict[tuple[int, str], list[int]] = {}
        self._counts: dict[tuple[int, str], int] = {}

    @property
    def number(self) -> int:
        """How many were passed over so far."""
        return sum(self._counts.values())

    def passes_over(self, number: int, cells: Sequence[str]) -> bool:
        """Whether a row does not count; it is remembered then."""
        if number in self._numbers:
            return self._keep(-1, "", number)
        for place, values in self._marks:
            text = clean_cell(cells[place]) if place < len(cells) else ""
            if said_as(text) in values:
                return self._keep(place, text, number)
        return False

    def _keep(self, place: int, text: str, number: int) -> bool:
        rows = self._found.setdefault((place, text), [])
        self._counts[place, text] = self._counts.get((place, text), 0) + 1
        if len(rows) < _MOST_KEPT:
            rows.append(number)
        return True

    def remarks(self) -> Iterator[Problem]:
        """What is to be said of the rows that were passed over, and of what a map wanted to find and is not there."""
        for (place, text), rows in sorted(self._found.items()):
            number = self._counts[place, text]
            these = f"{'Deze rij telt' if number == 1 else f'Deze {number} rijen tellen'} niet mee"
            named = join_some([f"rij {rows[0]}", *map(str, rows[1:])], _MOST_NAMED)
            if place < 0:
                yield Problem(self._path, f"{these} volgens de koppeling: {named}.", "", rows[0])
                continue
            where = name_column(place + 1, self._headers[place])
            what = "staat niets" if text == EMPTY else f"staat {quote(text)}"
            why = " volgens de koppeling" if self._by_map else ""
            message = f"{these}{why}: {named}. In {where} {what}."
            shared = f"{these}{why}: {named}. Dat ligt aan wat in {where} staat."
            yield Problem(self._path, message, "" if self._by_map else _CHOOSE, rows[0], place + 1, shared)
        there = {header_as(header) for header in self._headers if header}
        for header in self._index.map.skip or ():
            if header_as(header) not in there:
                message = f"De kolom {quote(header)} bij skip staat niet in de tabel."
                yield self._index.map.problem(message, "Daarom telt geen rij om haar niet mee.", "skip", header)
        missed = self._numbers.difference(self._found.get((-1, ""), ()))
        if missed and len(self._numbers) < _MOST_KEPT:
            message = (
                f"Deze rijen bij skip_rows zijn er niet: {join_some(list(map(str, sorted(missed))), _MOST_NAMED)}."
            )
            yield self._index.map.problem(message, "", "skip_rows")
