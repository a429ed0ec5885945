"""Rows that no respondent meant as an answer: tests and previews, what was not finished, and totals.

What survey tools keep of a row tells it, or a map of the table, which goes before that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from poolwijzer.dutch import join_some
from poolwijzer.problems import Problem, quote
from poolwijzer.tables.columns import clean_cell, column_letters
from poolwijzer.tables.heading import Heading
from poolwijzer.tables.map_index import MapIndex, header_as
from poolwijzer.tables.not_answers import values_of_no_answer
from poolwijzer.tables.shapes.words import is_total
from poolwijzer.tables.witness import Skipped
from poolwijzer.tables.words import said_as

_said = lru_cache(maxsize=4096)(said_as)
"""Most cells of a table come back."""
_MOST_NAMED = 5


class RowFilter:
    """Which rows of one table do not count, and why."""

    def __init__(self, header: Sequence[str], heading: Heading, index: MapIndex, *, of_respondents: bool) -> None:
        """Look at the headers once.

        Args:
            header: The headers as they stand there.
            heading: What they mean.
            index: What a map says; its values go before the usual ones.
            of_respondents: Whether each row is a person: only then tools have marks of their own.
        """
        self._map = index.map
        self._numbers = frozenset(index.map.skip_rows)
        self._met: set[int] = set()
        self._organisation = heading.column_of("organisation.name", of_respondent=True)
        answers = {place for place, meaning in heading.meanings.items() if meaning.path[0] in ("answers", "date")}
        self._labels = [place for place in range(len(header)) if place not in answers]
        self._missing: list[str] = []
        self._rules: list[tuple[int, Mapping[str, Skipped]]] = []
        if index.map.skip is not None:
            self._rules += self._mapped(header, index.map.skip)
        elif of_respondents:
            self._rules += values_of_no_answer(header, self._organisation).items()

    def why(self, number: int, cells: Sequence[str]) -> Skipped | None:
        """Why a row does not count; None if it does."""
        if number in self._numbers:
            self._met.add(number)
            return "map"
        for place, values in self._rules:
            if reason := values.get(_said(cells[place]) if place < len(cells) else ""):
                return reason
        return "total" if self._is_total(cells) else None

    def remarks(self) -> Iterator[Problem]:
        """What a map wanted to pass over and is not there."""
        for header in self._missing:
            message = f"De kolom {quote(header)} bij skip staat niet in de tabel."
            yield self._map.problem(message, "Daarom telt geen rij om haar niet mee.", "skip", header)
        if missed := self._numbers - self._met:
            named = join_some([str(number) for number in sorted(missed)], _MOST_NAMED)
            yield self._map.problem(f"Deze rijen bij skip_rows zijn er niet: {named}.", "", "skip_rows")

    def _is_total(self, cells: Sequence[str]) -> bool:
        """Whether a row was added up: something beside the answers says so, and no municipality stands there."""
        if self._organisation is None:
            return False
        organisation = clean_cell(cells[self._organisation]) if self._organisation < len(cells) else ""
        if organisation:
            return is_total(organisation)
        return any(is_total(clean_cell(cells[place])) for place in self._labels if place < len(cells))

    def _mapped(
        self, header: Sequence[str], skip: Mapping[str, Sequence[str]]
    ) -> Iterator[tuple[int, Mapping[str, Skipped]]]:
        for name, values in skip.items():
            named = [
                place
                for place, cell in enumerate(header)
                if (header_as(name) and header_as(clean_cell(cell)) == header_as(name))
                or name.strip() == f"[{column_letters(place + 1)}]"
            ]
            if not named:
                self._missing.append(name)
            meant: Mapping[str, Skipped] = dict.fromkeys(map(said_as, values), "map")  # an empty one is an empty cell
            yield from ((place, meant) for place in named)
