"""The first row of a table: which column stands for what, which are left out, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from poolwijzer.dutch import drop_unseen, join_some
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.answers import answer_reader
from poolwijzer.tables.columns import InputColumn, clean_cell, column_letters, name_column
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.tables.outputs.columns import is_outcome
from poolwijzer.tables.surveys import NO, SKIPPED, YES, is_mail_column, is_number_column, is_survey_column, moment_rank
from poolwijzer.tables.unknown_headers import HOW_TO_NAME, HeaderHints
from poolwijzer.tables.values import CellReader, cell_reader, respondent_id_reader
from poolwijzer.tables.vocabulary import MUNICIPALITY, Meaning, Path, Vocabulary
from poolwijzer.tables.words import fold_words

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
_AGREED = (
    "In {} staan antwoorden als 'mee eens'. Poolwijzer leest ze als 1 (helemaal mee oneens) tot en met "
    "5 (helemaal mee eens)."
)
_NAMES = (
    "In {} staan namen of e-mailadressen. Die neemt Poolwijzer niet over. "
    "Het nummer van de rij komt ervoor in de plaats."
)


Reason = Literal["known", "former", "words", "map", "moment", "tool", "outcome", "left-out", "unknown", "double"]
"""Why a column is what it is. It counts: by our own words for it, by words of before, by Dutch with one clear meaning,
by a map, or as the moment that the survey tool kept. It does not: it is the tool's own, one of our outcomes, left out
by a map, not known, or says what another column says."""


class ColumnUse(NamedTuple):
    """What a column was taken for, or why it was left out: for whoever shows what was understood."""

    number: int
    """From 1."""
    header: str
    """What stands above it in the table."""
    meaning: Meaning | None
    """What it stands for; None if it is left out."""
    reason: Reason


@dataclass
class Heading:
    """A table's first row, as far as it is understood."""

    columns: list[InputColumn] = field(default_factory=list)
    """Those of the table, and behind them what every row has without a column."""
    meanings: dict[int, Meaning] = field(default_factory=dict)
    """By the place in a row, from 0, of the columns that count."""
    width: int = 0
    """How many columns have a header, or another column with one behind them."""
    unnamed: list[int] = field(default_factory=list)
    """Places without a header."""
    moment: MomentColumn | None = None
    """What tells when a respondent answered, if a column does."""
    moment_of_tool: bool = False
    """Whether that is a column of the survey tool's own."""
    addresses: list[int] = field(default_factory=list)
    """Places of e-mail addresses. They are left out, but two that are the same can be one person."""
    number: int | None = None
    """The place of what a survey tool calls each answer, which is left out too."""
    of_municipalities: bool = False
    """Whether a header says that every respondent speaks for a municipality."""
    uses: list[ColumnUse] = field(default_factory=list)
    """Every column with a header, in the order of the table."""
    remarks: list[Problem] = field(default_factory=list)
    """Of the table as a whole; grows when a cell is the first of its kind."""

    def column_of(self, path: str, *, of_respondent: bool = False) -> int | None:
        """Where in a row the value of a path stands."""
        found = (
            place
            for place, meaning in self.meanings.items()
            if str(meaning) == path and meaning.of_respondent == of_respondent
        )
        return next(found, None)

    def column_for(self, path: str, *, of_respondent: bool = False) -> int:
        """The same; where no column has it, the place of one more, always empty."""
        place = self.column_of(path, of_respondent=of_respondent)
        if place is None:
            place = len(self.columns)
            self.columns.append(InputColumn(0, "", _nothing))
        return place


class Headers:
    """Reads the headers of one table."""

    def __init__(self, path: str, row: int, vocabulary: Vocabulary) -> None:
        """Read for a table, with messages at this row of it."""
        self._path = path
        self._row = row
        self._vocabulary = vocabulary
        self._heading = Heading()
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

    def read(self, cells: Sequence[str]) -> Heading:
        """What the columns stand for.

        Raises:
            InputError: a header is unknown, stands there twice, or is missing; carries every problem.
        """
        headers = [drop_unseen(clean_cell(cell)) for cell in cells]
        while headers and not headers[-1]:
            headers.pop()
        if len(headers) > MOST_COLUMNS:
            self._tell(MOST_COLUMNS + 1, f"Deze tabel heeft meer dan {MOST_COLUMNS} kolommen.", "Haal kolommen weg.")
            raise InputError(self._problems)
        self._heading.width = len(headers)
        # Under its present name a column comes first, whatever the order.
        present = {place: self._vocabulary.meaning(header) for place, header in enumerate(headers) if header}
        self._heading.columns = [InputColumn(place + 1, header, _nothing) for place, header in enumerate(headers)]
        for place, header in enumerate(headers):
            if not header:
                self._heading.unnamed.append(place)
                self._heading.columns[place] = InputColumn(place + 1, "", str)
            elif meaning := present[place]:
                self._take(place, header, meaning, self._reason(header, meaning))
        moment = self._moment_of_tool(headers, present)
        for place, header in enumerate(headers):
            if place == moment:
                self._heading.moment_of_tool = True
                self._remark(place + 1, f"De kolom {quote(header)} telt als het moment van elk antwoord.")
                self._take(place, header, self._meaning("date"), "moment")
            elif header and not present[place]:
                self._other(place, header)
        self._heading.uses = [
            ColumnUse(place + 1, header, self._heading.meanings.get(place), self._reasons.get(place, "unknown"))
            for place, header in enumerate(headers)
            if header
        ]
        if self._problems:
            raise InputError(sorted(self._problems, key=lambda found: found.column or 0))
        for message, names in self._left_out.items():
            named = join_some([*map(quote, names)], _MOST_NAMED[message == _UNKNOWN])
            self._remark(1, f"{message} {named}.{_NOT_IN_OUTCOMES if message == _OUTCOMES else ''}")
        return self._heading

    def _reason(self, header: str, meaning: Meaning) -> Reason:
        """By which of our words a header is known."""
        return "former" if self._vocabulary.is_former(header, meaning) else "known"

    def _moment_of_tool(self, headers: Sequence[str], present: Mapping[int, Meaning | None]) -> int | None:
        """Which column of a survey tool says best when a respondent answered, where no column of ours does."""
        if not self._vocabulary.of_respondents or (True, ("date",)) in self._taken:
            return None
        ranks = [(rank, place) for place, header in enumerate(headers) if (rank := moment_rank(header)) is not None]
        return min(((rank, place) for rank, place in ranks if not present[place]), default=(0, None))[1]

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
        elif vocabulary.of_respondents and fold_words(header) == MUNICIPALITY:
            self._heading.of_municipalities = True
            self._take(place, header, self._meaning("organisation.name"), "known")
        elif is_outcome(header) and not vocabulary.of_respondents:
            self._left_out.setdefault(_OUTCOMES, []).append(header)
            self._reasons[place] = "outcome"
        elif is_survey_column(header, of_respondents=vocabulary.of_respondents):
            if is_number_column(header) and self._heading.number is None:
                self._heading.number = place
            self._left_out.setdefault(_LEFT_OUT, []).append(header)
            self._reasons[place] = "tool"
            if is_mail_column(header):
                self._heading.addresses.append(place)
        elif hint := self._hint(header) or ("" if self._has_answers() else HOW_TO_NAME):
            self._tell(place + 1, f"De kolom {quote(header)} is niet bekend.", hint)
        else:
            self._left_out.setdefault(_UNKNOWN, []).append(header)

    def _hint(self, header: str) -> str:
        self._hints = self._hints or HeaderHints(self._vocabulary)
        return self._hints.hint(header)

    def _has_answers(self) -> bool:
        """Whether a column holds answers; where none does, they stand in columns that are not known."""
        return any(path[0] in ("answers", "estimate") for _, path in self._taken)

    def _take(self, place: int, header: str, meaning: Meaning, reason: Reason) -> None:
        other = self._clash(meaning)
        if other is not None:
            there = self._heading.columns[other].header
            message = f"De kolom {quote(header)} zegt hetzelfde als {name_column(other + 1, there)}."
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
        self._heading.columns[place] = InputColumn(place + 1, header, self._convert(place, meaning))

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

    def _convert(self, place: int, meaning: Meaning) -> CellReader:
        content = self._vocabulary.content
        if meaning.part:
            return _ticked(meaning.part, content.context[meaning.leaf.of].answers[meaning.part].label)
        if meaning.leaf.kind == "answer":
            return answer_reader(meaning.leaf.of, self._vocabulary.forms, content, self._once(place, _AGREED))
        if meaning.of_respondent and str(meaning) == "date":
            self._heading.moment = moment = MomentColumn()
            return _seen_by(moment)
        if str(meaning) == "organisation.name":
            return drop_unseen  # mostly a municipality
        if meaning.leaf.kind == "slug" and meaning.of_respondent:
            return respondent_id_reader(self._once(place, _NAMES))
        return cell_reader(meaning.leaf, content)

    def _once(self, place: int, message: str) -> Callable[[], None]:
        """Something to call when a cell is the first of its kind in a column."""
        told: list[int] = []

        def tell() -> None:
            if not told:
                told.append(place)
                self._remark(place + 1, message.format(name_column(place + 1, self._heading.columns[place].header)))

        return tell

    def _tell(self, column: int, message: str, hint: str) -> None:
        self._problems.append(Problem(self._path, message, hint, self._row, column))

    def _remark(self, column: int, message: str) -> None:
        self._heading.remarks.append(Problem(self._path, message, "", self._row, column))


def lists_columns(remark: Problem) -> bool:
    """Whether a remark only lists columns that do not count."""
    return remark.message.startswith((_OUTCOMES, _LEFT_OUT, _UNKNOWN))


def is_known(header: str, vocabulary: Vocabulary) -> bool:
    """Whether a header means something, be it only that its column is left out."""
    of_respondents = vocabulary.of_respondents
    return (
        vocabulary.meaning(header) is not None
        or is_outcome(header)
        or is_survey_column(header, of_respondents=of_respondents)
        or (of_respondents and fold_words(header) == MUNICIPALITY)
    )


def _seen_by(moment: MomentColumn) -> CellReader:
    """Cells that can only be read once all of them have been seen."""

    def read(text: str) -> str:
        moment.see(text)
        return text

    return read


def _nothing(text: str) -> None:
    """A column that is left out."""


def _has_room(outer: Meaning, inner: Meaning) -> bool:
    """Whether a value may have more to it: a note at an answer, a name at a choice, and more about that."""
    return outer.leaf.kind == "answer" or (
        outer.leaf.kind == "context" and inner.path[-1] in ("name", "also", "number")
    )


def _ticked(part: str, label: str) -> CellReader:
    """How the cells below one of several answers are read: it was chosen, or not."""

    def read(text: str) -> str | None:
        words = fold_words(text)
        if words in YES or words in (fold_words(part), fold_words(label)):
            return part
        return None if words in NO or words in SKIPPED else text

    return read
