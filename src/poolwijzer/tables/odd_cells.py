"""Cells of respondents that say nothing we know: what becomes of them, and how it is told.

One odd answer is left open, and the others of that respondent count. A column of which nobody knows the words is no
odd cell: then nothing of the table counts until somebody says what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.dutch import capitalise, count_things, join_some
from poolwijzer.problems import Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.heading import Heading
from poolwijzer.tables.shapes.places import Places, Spot
from poolwijzer.validation import WHOLE
from poolwijzer.yamlfile.document import OF_RESPONDENT

HOW_TO_MAP = "Leg in een koppeling vast wat zij betekenen: poolwijzer tables map TABEL -o koppeling.yaml."
_ONE_IN = 3
"""From one odd answer in so many on, it is the column that is odd."""
_FEW = 2
"""Of so many or fewer odd answers in a column, it is no column that nobody understands."""
_ONE_NUMBER_IN = 10
"""From one number beside the scale in so many on, the whole table has another scale."""
_MOST_NAMED = 8
_WHAT = {
    "role": ("functies die geen van de drie rollen zijn", "Deze antwoorden tellen mee zonder rol", "roles"),
    "basis": ("woorden die niet zeggen namens wie iemand antwoordt", "Deze antwoorden tellen als eigen beeld", "bases"),
    "named": ("woorden die geen ja of nee zijn", "De naam van deze gemeenten wordt niet genoemd", ""),
}
"""By what of a respondent: what odd words are not, what becomes of them, and where a map has them."""


class OddWords:
    """Words for who a respondent is, that are none of those we know: they count as none, and that is told once."""

    def __init__(self, path: str, heading: Heading) -> None:
        """For the columns of a table."""
        self._path = path
        self._heading = heading
        self._places = [place for place in heading.odd_words if heading.columns[place].number]
        self._counts: dict[int, Counter[str]] = {place: Counter() for place in self._places}
        self._first: dict[int, int] = {}

    def see(self, number: int, row: Sequence[Any], cells: Sequence[str]) -> None:
        """Count what a row says that counts as nothing."""
        for place in self._places:
            if row[place] is None and self._heading.odd_words[place] and place < len(cells) and cells[place]:
                text = clean_cell(cells[place])
                if text in self._heading.odd_words[place]:
                    self._counts[place][text] += 1
                    self._first.setdefault(place, number)

    def remarks(self) -> Iterator[Problem]:
        """What is to be said of them."""
        for place, counts in self._counts.items():
            if counts:
                column = self._heading.columns[place]
                what, instead, key = _WHAT[str(self._heading.meanings[place])]
                where = f"In {name_column(column.number, column.header)} staan {what}"
                said = [f"{quote(text)} ({number} keer)" for text, number in counts.most_common()]
                shared = f"{where}, in {count_things(counts.total(), 'rij', 'rijen')}. {instead}."
                hint = f"Zet in een koppeling bij {key} wat zij zijn: poolwijzer tables map." if key else ""
                message = f"{where}: {join_some(said, _MOST_NAMED)}. {instead}."
                yield Problem(self._path, message, hint, self._first[place], column.number, shared)


class OddFound(NamedTuple):
    """What is to be said of odd answers, and whether nothing counts because of them."""

    problems: tuple[Problem, ...] = ()
    refused: bool = False


class OddAnswers:
    """Answers that are none: those of a few cells are left open, and those of a whole column are refused."""

    def __init__(self, path: str, heading: Heading, content: Content, places: Places | None = None) -> None:
        """For the columns with answers of a table; of one of another shape, with where its cells stood."""
        self._path = path
        self._places = places
        self._heading = heading
        self._scale = content.typology.scale

    def any_odd(self) -> bool:
        """Whether there is an answer to leave open in any row of the table."""
        return any(odd and place in self._heading.meanings for place, odd in self._heading.odd_answers.items())

    def take(self, rows: Iterable[tuple[int, list[Any]]]) -> OddFound:
        """Look at the rows of one initiative, by their numbers, and take out the answers that are left open."""
        if not self.any_odd():
            return OddFound()
        rows = list(rows)
        found: dict[int, dict[str, list[int]]] = {}
        numbers = beside = 0
        for place in self._heading.odd_answers:
            odd = self._heading.odd_answers[place]
            for number, row in rows:
                value = row[place]
                if isinstance(value, str) and WHOLE.fullmatch(value):
                    numbers += 1
                    beside += value in odd
                if isinstance(value, str) and value in odd:
                    found.setdefault(place, {}).setdefault(value, []).append(number)
        other_scale = beside > _FEW and beside * _ONE_NUMBER_IN > numbers
        refused = [place for place in found if self._is_odd(found[place], rows, place, other_scale=other_scale)]
        for place in found:
            for _, row in rows:
                if isinstance(row[place], str) and row[place] in found[place]:
                    row[place] = None
        told = [problem for place in found for problem in self._tell(place, found[place], place in refused, len(rows))]
        return OddFound(tuple(told), bool(refused))

    def _is_odd(
        self, found: dict[str, list[int]], rows: Sequence[tuple[int, list[Any]]], place: int, *, other_scale: bool
    ) -> bool:
        """Whether it is the column that nobody understands, and not a cell or two in it."""
        odd = sum(map(len, found.values()))
        filled = sum(row[place] is not None for _, row in rows)
        numbers = [text for text in found if WHOLE.fullmatch(text)]
        return (
            (odd * _ONE_IN > filled and (odd > _FEW or odd == filled > 1))
            or (other_scale and bool(numbers))
            or len(numbers) >= _FEW
        )

    def _tell(self, place: int, found: dict[str, list[int]], refused: bool, of: int) -> Iterator[Problem]:
        column = self._heading.columns[place]
        where = capitalise(name_column(column.number, column.header))
        scale = f"{self._scale.lowest} tot en met {self._scale.highest}"
        if not refused:
            hint = f"Geef een heel getal van {scale}. Of weet-niet."
            for text, rows in found.items():
                spots = [spot for row in rows if (spot := self._spot(row, column.number))]
                for spot in spots:
                    message = f"{spot.name}: het antwoord {quote(text)} kan niet. Het telt niet mee. De rest wel."
                    yield Problem(self._path, message, hint, spot.row, spot.column, OF_RESPONDENT)
                if not spots:
                    named = join_some([f"rij {rows[0]}", *map(str, rows[1:])], _MOST_NAMED)
                    rest = "Het telt niet mee" + (f", in {named}." if len(rows) > 1 else ".")
                    message = f"{where}: het antwoord {quote(text)} kan niet. {rest} De rest van de rij wel."
                    yield Problem(self._path, message, hint, rows[0], column.number, OF_RESPONDENT)
            return
        numbers = sorted({int(text) for text in found if WHOLE.fullmatch(text)})
        first, at = min(rows[0] for rows in found.values()), column.number
        if spot := self._spot(first, at):
            first, at, where = spot.row, spot.column, spot.name
        if numbers:
            message = (
                f"{where}: hier staan ook getallen als {join_some(list(map(str, numbers)), _MOST_NAMED)}. "
                f"Poolwijzer kent {scale}, en rekent een andere schaal niet om."
            )
            hint = "Zeg in een koppeling bij answers zelf wat elk getal betekent: poolwijzer tables map TABEL."
        else:
            odd = sum(map(len, found.values()))
            said = join_some([*map(quote, found)], _MOST_NAMED)
            message = f"{where}: {odd} antwoorden kent Poolwijzer niet: {said}."
            hint = HOW_TO_MAP
        shared = f"{where}: deze antwoorden kent Poolwijzer niet."
        yield Problem(self._path, message, hint, first, at, shared)

    def _spot(self, row: int, column: int) -> Spot | None:
        """Where a cell stood in a table of another shape."""
        return self._places.spot(row, column) if self._places else None
