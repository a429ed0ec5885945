"""The first row of a table: which column stands for what, which are left out, and what is wrong with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from poolwijzer.dutch import join_some
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.column_readers import ColumnReaders
from poolwijzer.tables.columns import InputColumn, clean_cell, column_letters, name_column
from poolwijzer.tables.heading import ColumnUse as ColumnUse
from poolwijzer.tables.heading import Heading as Heading
from poolwijzer.tables.heading import Reason, count_as_nothing
from poolwijzer.tables.map_index import ROLES_IN_SHAPES, MapIndex, MappedColumn, find_target, of_municipalities
from poolwijzer.tables.outputs.columns import is_outcome
from poolwijzer.tables.surveys import (
    asked_of_respondent,
    is_mail_column,
    is_number_column,
    is_survey_column,
    moment_rank,
    names_municipality,
)
from poolwijzer.tables.table_map import ColumnMap
from poolwijzer.tables.unknown_headers import HOW_TO_NAME, HeaderHints
from poolwijzer.tables.vocabulary import MUNICIPALITY, Meaning, Path, Vocabulary
from poolwijzer.tables.words import fold_words, plain_header

MOST_COLUMNS = 2000
_MOST_NAMED = {True: 60, False: 12}
"""Columns that one remark names, of those that nobody knows and of others."""
_OUTCOMES = "Deze kolommen zijn uitkomsten van Poolwijzer. Zij tellen niet mee:"
_NOT_IN_OUTCOMES = (
    " Antwoorden van respondenten, getelde gemeenten, toelichtingen en afspraken staan niet in een tabel"
    " met uitkomsten."
)
_LEFT_OUT = "Deze kolommen laat Poolwijzer weg:"
_UNKNOWN = "Deze kolommen kent Poolwijzer niet. Zij tellen niet mee:"
_BY_MAP = "Deze kolommen blijven weg volgens de koppeling:"
_SAME = "Deze kolommen zeggen hetzelfde als een kolom van de koppeling. Zij tellen niet mee:"
_HOW_TO_MAP = "Of maak een koppeling: poolwijzer tables map TABEL -o koppeling.yaml."
_OF_OTHER_THAN_ANSWERS = re.compile(r"Bedoelde u [a-z]+(?:, [a-z]+)*(?: of [a-z]+)?\?")
"""A hint that names only words for who a respondent is: an extra question looks like one of these soon enough."""
_COUNTS_AS = {
    "role": "de functie van de respondent",
    "gemeente": "de gemeente van de respondent",
    "basis": "namens wie iemand antwoordt",
    "named": "of de gemeente met naam genoemd mag worden",
    "date": "het moment van elk antwoord",
}
"""What a question that every survey words in its own way was taken for."""


class Headers:
    """Reads the headers of one table."""

    def __init__(
        self, path: str, row: int, vocabulary: Vocabulary, index: MapIndex | None = None, *, made: bool = False
    ) -> None:
        """Read for a table, with messages at this row of it.

        Args:
            path: How messages call the table.
            row: The row with the headers.
            vocabulary: Every header that is known.
            index: What a map says of its words.
            made: Whether these headers stand nowhere in the table, since it has another shape.
        """
        self._index = index or MapIndex()
        self._made = made
        self._path = path
        self._row = row
        self._vocabulary = vocabulary
        self._heading = Heading()
        self._readers = ColumnReaders(vocabulary, self._index, self._heading, self._remark)
        self._problems: list[Problem] = []
        self._taken: dict[tuple[bool, Path], int] = {}
        self._above: dict[tuple[bool, Path], int] = {}
        self._left_out: dict[str, list[str]] = {}
        self._reasons: dict[int, Reason] = {}
        self._hints: HeaderHints | None = None

    @property
    def heading(self) -> Heading:
        """What is understood so far; of headers that cannot be used, as far as they are."""
        return self._heading

    def read(self, cells: Sequence[str], *, leniently: bool = False) -> Heading:
        """What the columns stand for.

        Args:
            cells: The headers.
            leniently: Leave out what is wrong, for who wants to show what was understood.

        Raises:
            InputError: a header is unknown, stands there twice, or is missing; carries every problem.
        """
        headers = [plain_header(clean_cell(cell)) for cell in cells]
        headers += [""] * (min(self._index.width, MOST_COLUMNS) - len(headers))
        while headers and not headers[-1] and not self._index.column(len(headers) - 1, ""):
            headers.pop()
        if len(headers) > MOST_COLUMNS:
            self._tell(MOST_COLUMNS + 1, f"Deze tabel heeft meer dan {MOST_COLUMNS} kolommen.", "Haal kolommen weg.")
            raise InputError(self._problems)
        self._heading.width = len(headers)
        # Under its present name a column comes first, whatever the order.
        mapped = {
            place: found
            for place, one in enumerate(headers)
            # What told the shape of the table has done its work.
            if (found := self._index.column(place, one)) and not (self._made and found.said.to in ROLES_IN_SHAPES)
        }
        present = {
            place: self._vocabulary.meaning(header)
            for place, header in enumerate(headers)
            if header and place not in mapped
        }
        self._heading.columns = [
            InputColumn(place + 1, header, count_as_nothing) for place, header in enumerate(headers)
        ]
        for place, found in mapped.items():
            self._take_mapped(place, headers[place], found)
        for place, header in enumerate(headers):
            if place in mapped:
                continue
            if not header:
                self._heading.unnamed.append(place)
                self._heading.columns[place] = InputColumn(place + 1, "", str)
            elif meaning := present[place]:
                if (other := self._clash(meaning)) in mapped and other is not None:
                    self._leave_out(place, header, _SAME, "double")
                else:
                    self._take(place, header, meaning, self._reason(header, meaning))
        worded = self._asked_of_respondents(headers, present)
        moment = self._moment_of_tool(headers, present)
        if moment is None and "date" in worded and (True, ("date",)) not in self._taken:
            self._take_worded(worded["date"], headers[worded["date"]], "date")
        for place, header in enumerate(headers):
            if place == moment:
                self._heading.moment_of_tool = True
                self._remark(place + 1, f"De kolom {quote(header)} telt als het moment van elk antwoord.")
                self._take(place, header, self._meaning("date"), "moment")
            elif place in present and not present[place] and place not in self._reasons:
                self._other(place, header)
        if mapped and self._vocabulary.of_respondents and not self._made and not self._has_answers():
            message = "Volgens de koppeling is geen enkele kolom een stelling."
            hint = "Zet onder columns achter een kop welke stelling zij is, zoals m2."
            self._problems.append(self._index.map.problem(message, hint, "columns"))
        wrong, unmet = self._index.unmet(headers, self._vocabulary, made=self._made)
        self._problems += wrong
        self._heading.remarks += unmet
        self._heading.uses = [
            ColumnUse(place + 1, header, self._heading.meanings.get(place), self._reasons.get(place, "unknown"))
            for place, header in enumerate(headers)
            if header or place in mapped
        ]
        if self._problems and not leniently:
            raise InputError(sorted(self._problems, key=lambda found: (found.path != self._path, found.column or 0)))
        for message, names in self._left_out.items():
            times = Counter(names)
            texts = [quote(name) if many == 1 else f"{quote(name)} ({many} keer)" for name, many in times.items()]
            named = join_some(texts, _MOST_NAMED[message in (_UNKNOWN, _SAME)])
            self._remark(1, f"{message} {named}.{_NOT_IN_OUTCOMES if message == _OUTCOMES else ''}")
        return self._heading

    def _take_mapped(self, place: int, header: str, found: MappedColumn) -> None:
        """A column of which a map says what it stands for, or that it is left out."""
        if found.left_out:
            self._leave_out(place, header or f"[{column_letters(place + 1)}]", _BY_MAP, "left-out")
            self._note_who(place, header)
            return
        meaning = find_target(found.said.to, self._vocabulary)
        if meaning is None:
            message = f"{quote(found.said.to)} kan niet in een tabel van dit soort: zie --rows."
            self._problems.append(self._index.map.problem(message, "", "columns", found.key))
            return
        self._heading.of_municipalities |= of_municipalities(found.said.to) and meaning.of_respondent
        self._heading.moment_of_tool |= meaning.of_respondent and str(meaning) == "date"
        self._take(place, header, meaning, "map", found.said)

    def _note_who(self, place: int, header: str) -> None:
        """What of a column that is left out tells respondents apart: never taken over, only compared."""
        if is_number_column(header) and self._heading.number is None:
            self._heading.number = place
        if is_mail_column(header):
            self._heading.addresses.append(place)

    def _asked_of_respondents(self, headers: Sequence[str], present: Mapping[int, Meaning | None]) -> dict[str, int]:
        """Take the questions that every survey words in its own way and that can only mean one thing.

        Returns:
            By what is asked, the place of the first column that asks it.
        """
        found: dict[str, int] = {}
        if self._vocabulary.of_respondents:
            for place, header in enumerate(headers):
                if place in present and not present[place] and (asked := asked_of_respondent(header)):
                    found.setdefault(asked, place)
            for asked, place in found.items():
                if asked == MUNICIPALITY:
                    exact = [one for one in present if fold_words(headers[one]) == MUNICIPALITY]
                    kinds = (True, ("organisation", "name")), (True, ("organisation", "kind"))
                    if not exact and kinds[0] not in self._taken:
                        self._heading.of_municipalities = kinds[1] not in self._taken
                        self._take_worded(place, headers[place], asked)
                elif asked != "date" and (True, (asked,)) not in self._taken:
                    self._take_worded(place, headers[place], asked)
        return found

    def _take_worded(self, place: int, header: str, asked: str) -> None:
        self._take(place, header, self._meaning("organisation.name" if asked == MUNICIPALITY else asked), "words")
        if fold_words(header) != asked:
            self._remark(place + 1, f"De kolom {quote(header)} telt als {_COUNTS_AS[asked]}.")

    def _leave_out(self, place: int, header: str, message: str, reason: Reason) -> None:
        self._left_out.setdefault(message, []).append(header)
        self._reasons[place] = reason

    def _reason(self, header: str, meaning: Meaning) -> Reason:
        """By which of our words a header is known."""
        return "former" if self._vocabulary.is_former(header, meaning) else "known"

    def _moment_of_tool(self, headers: Sequence[str], present: Mapping[int, Meaning | None]) -> int | None:
        """Which column of a survey tool says best when a respondent answered, where no column of ours does."""
        if not self._vocabulary.of_respondents or (True, ("date",)) in self._taken:
            return None
        ranks = [(rank, place) for place, header in enumerate(headers) if (rank := moment_rank(header)) is not None]
        free = ((rank, place) for rank, place in ranks if place in present and not present[place])
        return min(free, default=(0, None))[1]

    def _meaning(self, path: str) -> Meaning:
        meaning = self._vocabulary.meaning(path)
        assert meaning is not None
        return meaning

    def _other(self, place: int, header: str) -> None:
        """A header that the menus do not have: an old id, an outcome, one of a survey tool, or a mistake."""
        vocabulary = self._vocabulary
        now = vocabulary.renamed(header)
        if now != header.lower() and (meaning := vocabulary.meaning(now)):
            if (meaning.of_respondent, meaning.path) in self._taken:
                self._remark(place + 1, f"De kolom {quote(header)} heet nu {quote(now)}. Die staat er ook; die telt.")
                self._reasons[place] = "double"
            else:
                self._remark(place + 1, f"De kolom {quote(header)} heet nu {quote(now)}. Zo telt zij mee.")
                self._take(place, header, meaning, "former")
        elif vocabulary.of_respondents and names_municipality(header):
            self._heading.of_municipalities = True
            self._take(place, header, self._meaning("organisation.name"), "known")
        elif is_outcome(header) and not vocabulary.of_respondents:
            self._leave_out(place, header, _OUTCOMES, "outcome")
        elif is_survey_column(header, of_respondents=vocabulary.of_respondents) or (
            vocabulary.of_respondents and is_number_column(header)
        ):
            self._leave_out(place, header, _LEFT_OUT, "tool")
            self._note_who(place, header)
        elif hint := self._hint(header) or ("" if self._has_answers() else HOW_TO_NAME):
            if vocabulary.of_respondents and self._has_answers() and _OF_OTHER_THAN_ANSWERS.fullmatch(hint):
                self._reasons[place] = "unknown"
                self._remark(place + 1, f"De kolom {quote(header)} kent Poolwijzer niet. Zij telt niet mee. {hint}")
                return
            first = not any(_HOW_TO_MAP in problem.hint for problem in self._problems)
            if vocabulary.of_respondents and first:
                hint = f"{hint} {_HOW_TO_MAP}"
            self._tell(place + 1, f"De kolom {quote(header)} is niet bekend.", hint)
        else:
            self._leave_out(place, header, _UNKNOWN, "unknown")

    def _hint(self, header: str) -> str:
        self._hints = self._hints or HeaderHints(self._vocabulary)
        return self._hints.hint(header)

    def _has_answers(self) -> bool:
        """Whether a column holds answers; where none does, they stand in columns that are not known."""
        return any(path[0] in ("answers", "estimate") for _, path in self._taken)

    def _take(self, place: int, header: str, meaning: Meaning, reason: Reason, said: ColumnMap | None = None) -> None:
        other = self._clash(meaning)
        if other is not None:
            there = self._heading.columns[other].header
            message = f"De kolom {quote(header)} zegt hetzelfde als {name_column(other + 1, there)}."
            self._reasons[place] = "double"
            if there == header:
                message = f"De kolom {quote(header)} staat er twee keer: ook als kolom {column_letters(other + 1)}."
            self._tell(place + 1, message, "Haal een van de twee weg.")
            return
        path = meaning.path if not meaning.part else (*meaning.path, f"[{meaning.part}]")
        self._taken[meaning.of_respondent, path] = place
        for depth in range(1, len(path)):
            self._above.setdefault((meaning.of_respondent, path[:depth]), place)
        self._heading.meanings[place] = meaning
        self._reasons[place] = reason
        self._heading.columns[place] = InputColumn(place + 1, header, self._readers.reader(place, meaning, said))

    def _clash(self, meaning: Meaning) -> int | None:
        """The place of a column that says the same, or that leaves no room for this one."""
        of, path = meaning.of_respondent, meaning.path
        if meaning.part:
            return self._taken.get((of, path), self._taken.get((of, (*path, f"[{meaning.part}]"))))
        if (of, path) in self._taken:
            return self._taken[of, path]
        above = [self._taken[of, path[:depth]] for depth in range(1, len(path)) if (of, path[:depth]) in self._taken]
        below = self._above.get((of, path))
        if above and not _has_room(self._heading.meanings[above[0]], meaning):
            return above[0]
        if below is not None and not _has_room(meaning, self._heading.meanings[below]):
            return below
        return None

    def _tell(self, column: int, message: str, hint: str) -> None:
        self._problems.append(Problem(self._path, message, hint, self._row, column))

    def _remark(self, column: int, message: str) -> None:
        self._heading.remarks.append(Problem(self._path, message, "", self._row, column))


def lists_columns(remark: Problem) -> bool:
    """Whether a remark only lists columns that do not count."""
    return remark.message.startswith((_OUTCOMES, _LEFT_OUT, _UNKNOWN, _BY_MAP, _SAME))


def is_known(header: str, vocabulary: Vocabulary) -> bool:
    """Whether a header means something, be it only that its column is left out."""
    of_respondents = vocabulary.of_respondents
    header = plain_header(header)
    return (
        vocabulary.meaning(header) is not None
        or is_outcome(header)
        or is_survey_column(header, of_respondents=of_respondents)
        or (of_respondents and (asked_of_respondent(header) != "" or names_municipality(header)))
    )


def _has_room(outer: Meaning, inner: Meaning) -> bool:
    """Whether a value may have more to it: a note at an answer, a name at a choice, and more about that."""
    return outer.leaf.kind == "answer" or (
        outer.leaf.kind == "context" and inner.path[-1] in ("name", "also", "number")
    )
