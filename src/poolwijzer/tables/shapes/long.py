"""Tables with an answer in each row: who answered, what was asked, and the answer.

The answers of a respondent are brought together, in whatever order they come. Of a row its number and its answer are
kept, and texts that come back are kept once: some 500 bytes for each respondent and 150 for each answer.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from poolwijzer.assessment.model import LONG_AGO, order_of
from poolwijzer.dutch import count_things, join_some, join_words
from poolwijzer.problems import MOST_PROBLEMS, InputError, Problem, quote
from poolwijzer.tables.columns import clean_cell, name_column
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.groups import MOST_IN_LONG, too_many
from poolwijzer.tables.headers import MOST_COLUMNS
from poolwijzer.tables.left_out import LeftOut
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.tables.shapes.hands import HandsTable
from poolwijzer.tables.shapes.places import LongPlaces
from poolwijzer.tables.shapes.table import MOST_UNKNOWN, ShapedTable
from poolwijzer.tables.shapes.words import ANSWER, RESPONDENT, STATEMENT
from poolwijzer.tables.surveys import is_mail_column, moment_rank
from poolwijzer.tables.words import fold_words

_ID = "id"
_MOST_TOLD = 8
_NO_MOMENT = 9
HOW_TO_HEAD = "Noem de kolommen respondent, gemeente, stelling en antwoord."


class LongColumns(NamedTuple):
    """Which columns say what, by their places."""

    header: int
    """The place of the row with the headers among the first ones."""
    statement: int
    answer: int


class _Answer(NamedTuple):
    row: int
    text: str
    moment: str


@dataclass
class _Respondent:
    """What one respondent said in all rows of that respondent."""

    number: int
    cells: list[str]
    rows: list[int]
    """In which row each of these was first filled in."""
    answers: dict[int, _Answer] = field(default_factory=dict)
    moments: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_long(table: ShapedTable) -> LongColumns | None:
    """The columns of a table with an answer in each row; None if it is another one."""
    for place, row in enumerate(table.first):
        texts = [clean_cell(cell) for cell in row.cells]
        statement = _column(table, texts, "statement", STATEMENT)
        answer = _column(table, texts, "answer", ANSWER)
        if statement is not None and answer is not None and not any(map(table.statement, texts)):
            return LongColumns(place, statement, answer)
    return None


def guess_long(table: ShapedTable, asked: int) -> LongColumns | None:
    """The columns that seem to say what was asked and answered, where no header says so; None if none does.

    Args:
        table: The table.
        asked: The place of the column in which statements come back.
    """
    hands = HandsTable(table)
    rows = [[clean_cell(cell) for cell in row.cells] for row in table.first]
    named = [(row, name) for row in rows if asked < len(row) and (name := table.statement(row[asked]))]
    header = rows.index(named[0][0]) - 1
    likely = [
        place
        for place in range(len(rows[max(header, 0)]))
        if place != asked
        and 2 * sum(1 for row, name in named if place < len(row) and hands.answer(name, row[place])) > len(named)
    ]
    # Numbers of respondents look like answers as well, and stand before these.
    return LongColumns(header, asked, likely[-1]) if likely and header >= 0 else None


def _column(table: ShapedTable, texts: Sequence[str], role: str, words: frozenset[str]) -> int | None:
    """The column of a role: by the map, else the only one with a word for it."""
    mapped = [place for place, text in enumerate(texts) if table.mapped(text, place) == role]
    named = mapped or [place for place, text in enumerate(texts) if fold_words(text) in words]
    return named[0] if len(named) == 1 else None


def turn_long(table: ShapedTable, columns: LongColumns) -> Grid:
    """The table with a respondent in each row; read when its rows are asked for.

    Raises (when they are):
        InputError: what was asked is not known but looks like a statement, or answers cannot be told apart.
    """
    gathering = _Gathering(table, columns)
    return replace(table.grid, rows=gathering.rows(), places=gathering.places)


class _Gathering:
    """One walk through a table with an answer in each row."""

    def __init__(self, table: ShapedTable, columns: LongColumns) -> None:
        self._table = table
        self._columns = columns
        header = table.first[columns.header]
        self._header = header
        self._texts = [clean_cell(cell) for cell in header.cells]
        self._of = self._respondent_column()
        own = (columns.statement, columns.answer, *(() if self._of is None else (self._of,)))
        self._others = [place for place, text in enumerate(self._texts) if text and place not in own]
        self._moment = self._moment_column()
        self._held = [
            place
            for place in self._others
            if place != self._moment and (table.known(self._texts[place]) and moment_rank(self._texts[place]) is None)
        ]
        self._organisation = [place for place in self._others if table.names_organisation(self._texts[place])]
        self._key = self._organisation if self._of is not None else self._held
        self._asked: dict[str, int] = {}
        self._unknown: dict[str, int] = {}
        self._respondents: dict[tuple[str, ...], _Respondent] = {}
        self._twice: list[tuple[_Respondent, int, _Answer]] = []
        self._seen = MomentColumn()
        self._left_out = LeftOut(table.path)
        self._number = 0
        roles = {columns.statement: "statement", columns.answer: "answer"}
        if self._of is not None and fold_words(self._texts[self._of]) != _ID:
            roles[self._of] = "respondent"
        self.places = LongPlaces(columns.answer + 1, self._texts, roles, [""] * len(self._texts))

    def _respondent_column(self) -> int | None:
        """Which column says whose answer it is: that of our id, else one with a word for it, else the addresses."""
        texts = self._texts
        free = [place for place in range(len(texts)) if place not in (self._columns.statement, self._columns.answer)]
        mapped = [place for place in free if self._table.mapped(texts[place], place) == "respondent"]
        named = [place for place in free if fold_words(texts[place]) in RESPONDENT]
        mails = [place for place in free if is_mail_column(texts[place])]
        ids = [place for place in named if fold_words(texts[place]) == _ID]
        # Where both stand, `id` counts the rows.
        others = [place for place in named if place not in ids]
        return next(iter((*mapped, *others, *ids, *mails)), None)

    def _moment_column(self) -> int | None:
        ranks: list[tuple[int, int]] = []
        for place in self._others:
            meaning = self._table.vocabulary.meaning(self._texts[place])
            rank = -1 if meaning and str(meaning) == "date" else moment_rank(self._texts[place])
            if rank is not None:
                ranks.append((rank, place))
        return min(ranks, default=(0, None))[1]

    def rows(self) -> Iterator[GridRow]:
        """The headers, and a row for each respondent."""
        table = self._table
        yield from table.first[: self._columns.header]
        for row in chain(table.first[self._columns.header + 1 :], table.rest):
            self._take(row)
        self._check_unknown()
        self._settle_twice()
        yield self._header._replace(cells=self._headers())
        self._tell()
        width = len(self._texts) + len(self._asked)
        for one in self._respondents.values():
            yield self._row(one, width)

    def _headers(self) -> list[str]:
        cells = [text if place in self._others else "" for place, text in enumerate(self._texts)]
        if self._of is not None and _ID not in map(fold_words, cells):
            cells[self._of] = self._texts[self._of] if is_mail_column(self._texts[self._of]) else _ID
        return [*cells, *self.places.names[len(self._texts) :]]

    def _take(self, row: GridRow) -> None:
        table = self._table
        if [clean_cell(cell) for cell in row.cells] == self._texts:
            self._left_out.add("headers", row.number)
            return
        if row.hidden and not table.count_hidden:
            self._left_out.add("hidden", row.number)
            return
        cells = [table.keep(cell) for cell in row.cells[: len(self._texts)]]
        cells += [""] * (len(self._texts) - len(cells))
        if not any(cells) and not row.problems:
            return
        self._number += 1
        one = self._whose(row.number, cells)
        if len(one.problems) < MOST_PROBLEMS:
            one.problems.extend(row.problems)
            one.problems.extend(self._beyond(row))
        self._hold(one, row.number, cells)
        asked, answer = cells[self._columns.statement], cells[self._columns.answer]
        if answer and not asked:
            where = name_column(self._columns.statement + 1, self._texts[self._columns.statement])
            self._wrong(one, "In deze rij staat een antwoord, maar niet waarop.", f"Vul {where} in.", row.number)
        place = self._place_of(asked, row.number) if asked else None
        if place is None or not answer:
            return
        moment = cells[self._moment] if self._moment is not None else ""
        if moment and (not one.moments or one.moments[-1] != moment):
            one.moments.append(moment)
            self._seen.see(moment)
        said = _Answer(row.number, answer, moment)
        if place in one.answers:
            self._twice.append((one, place, said))
        else:
            one.answers[place] = said

    def _beyond(self, row: GridRow) -> Iterator[Problem]:
        if any(clean_cell(cell) for cell in row.cells[len(self._texts) :]):
            column = len(self._texts) + 1
            message = f"Boven {name_column(column, '')} staat geen kop, maar in deze rij staat daar wel iets."
            yield Problem(self._table.path, message, "Zet er een kop boven, of maak de cel leeg.", row.number, column)

    def _whose(self, number: int, cells: list[str]) -> _Respondent:
        """The respondent of a row: by the column for that, and the organisation: people work for more than one."""
        of = "" if self._of is None else cells[self._of]
        key = (of, *(fold_words(cells[place]) for place in self._key))
        one = self._respondents.get(key)
        if one is None:
            if len(self._respondents) == MOST_IN_LONG:
                raise too_many(self._table.path, number, MOST_IN_LONG)
            base = ["" if place in self._columns[1:] else cell for place, cell in enumerate(cells)]
            one = self._respondents[key] = _Respondent(number, base, [number if cell else 0 for cell in base])
        if self._of is not None and not of:
            where = name_column(self._of + 1, self._texts[self._of])
            message = "In deze rij staat niet van welke respondent het antwoord is."
            self._wrong(one, message, f"Vul {where} in.", number, self._of + 1)
        return one

    def _hold(self, one: _Respondent, number: int, cells: list[str]) -> None:
        """What stands beside the answers: the rows of a respondent all say the same, or nothing."""
        for place in self._others:
            text, before = cells[place], one.cells[place]
            if text and not before:
                one.cells[place], one.rows[place] = text, number
            elif text != before and text and place in self._held and fold_words(text) != fold_words(before):
                where = name_column(place + 1, self._texts[place])
                message = f"In {where} staat {quote(text)}. Dat is iets anders dan in rij {one.rows[place]}."
                hint = "Alle rijen van één respondent moeten hierover hetzelfde zeggen."
                self._wrong(one, message, hint, number, place + 1)

    def _wrong(self, one: _Respondent, message: str, hint: str, row: int, column: int | None = None) -> None:
        if len(one.problems) < MOST_PROBLEMS:
            one.problems.append(Problem(self._table.path, message, hint, row, column))

    def _place_of(self, asked: str, row: int) -> int | None:
        """The column of what was asked, whatever its words; None if nobody knows it."""
        table = self._table
        named = table.statement(asked) or ("" if not table.known(asked) else fold_words(asked))
        if not named:
            self._unknown.setdefault(asked, row)
            if len(self._unknown) > MOST_COLUMNS:
                message = f"In deze tabel staan meer dan {MOST_COLUMNS} vragen die Poolwijzer niet kent."
                column = self._columns.statement + 1
                raise InputError(Problem(table.path, message, "Kijk of dit het goede bestand is.", row, column))
            return None
        place = self._asked.get(named)
        if place is None:
            place = self._asked[named] = len(self.places.names)
            self.places.names.append(asked)
        return place

    def _check_unknown(self) -> None:
        """Name what nobody knows, and refuse it where it may be a statement.

        Raises:
            InputError: it may be, or nothing at all is known.
        """
        column, table = self._columns.statement + 1, self._table
        found = [
            problem
            for text, row in self._unknown.items()
            if (problem := table.unknown(text, "De stelling", row, column)) is not None
        ]
        if not found and not self._asked and self._unknown:
            text, row = next(iter(self._unknown.items()))
            where = name_column(column, self._texts[self._columns.statement])
            message = f"In {where} staat geen enkele stelling die Poolwijzer kent, maar bijvoorbeeld {quote(text)}."
            hint = "Zet er het id van de stelling in, zoals m2, of de tekst."
            found = [Problem(table.path, message, hint, row, column)]
        if found:
            raise InputError(found)
        if self._unknown:
            named = join_some([*map(quote, self._unknown)], MOST_UNKNOWN)
            table.remark(f"Deze vragen kent Poolwijzer niet. Zij tellen niet mee: {named}.", self._header.number)

    def _settle_twice(self) -> None:
        """Of two answers of a respondent to the same statement the newest counts, and that is told.

        Raises:
            InputError: no column says whose answers these are, so that they may be of two people.
        """
        if not self._twice:
            return
        table, told = self._table, []
        if self._of is None:
            one, place, second = self._twice[0]
            rows = join_words(map(str, (one.answers[place].row, second.row)))
            message = f"In de rijen {rows} staat twee keer een antwoord op {quote(self.places.names[place])}."
            message += " Er is geen kolom die zegt van welke respondent een antwoord is."
            hint = "Zet er een kolom 'respondent' bij, met voor elke respondent een ander nummer."
            raise InputError(Problem(table.path, message, hint, second.row))
        for one, place, other in self._twice:
            before = one.answers[place]
            newer, older = (other, before) if self._age(other) >= self._age(before) else (before, other)
            one.answers[place] = newer
            told.append(f"rij {newer.row} in plaats van rij {older.row}")
        more = f"; nog {len(told) - _MOST_TOLD} keer" if len(told) > _MOST_TOLD else ""
        message = "Een respondent antwoordde twee keer op dezelfde stelling. Alleen het nieuwste antwoord telt: "
        table.remark(f"{message}{'; '.join(told[:_MOST_TOLD])}{more}.", self._twice[0][2].row)

    def _age(self, answer: _Answer) -> tuple[datetime, int]:
        moment = self._seen.read(answer.moment) if answer.moment else None
        return (LONG_AGO if moment is None else order_of(moment)), answer.row

    def _row(self, one: _Respondent, width: int) -> GridRow:
        cells = [*one.cells, *[""] * (width - len(one.cells))]
        rows = array("L", bytes(array("L").itemsize * width))
        for place, said in one.answers.items():
            cells[place], rows[place] = said.text, said.row
        if self._moment is not None and len(one.moments) > 1:
            read = [(self._seen.read(text), text) for text in one.moments]
            known = [(order_of(moment), text) for moment, text in read if moment is not None]
            cells[self._moment] = max(known)[1] if known else one.moments[-1]
        self.places.rows[one.number] = rows
        one.answers.clear()
        return GridRow(one.number, cells, tuple(one.problems))

    def _tell(self) -> None:
        table, number = self._table, len(self._respondents)
        if not number:
            return
        whose = "Een rij hoort bij een respondent door "
        if self._of is not None:
            whose += f"{name_column(self._of + 1, self._texts[self._of])}."
        else:
            others = join_words(name_column(place + 1, self._texts[place]) for place in self._key) or "niets anders"
            whose += f"{others}: een kolom met de respondent is er niet."
        rows = count_things(self._number, "rij is", "rijen zijn")
        together = count_things(number, "respondent", "respondenten")
        message = f"In deze tabel is elke rij één antwoord. {rows} samen {together}. {whose}"
        table.remark(message, self._header.number)
        table.grid.remarks.extend(self._left_out.remarks())
