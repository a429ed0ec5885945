"""What of a table is understood, before anything counts: by the very reading that a batch rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from poolwijzer.assessment.remarks import NO_LIST
from poolwijzer.content.content import Content
from poolwijzer.infile import open_file
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.columns import clean_cell, column_letters
from poolwijzer.tables.document import Rows, TableDocument, parse_row
from poolwijzer.tables.headers import lists_columns
from poolwijzer.tables.heading import Heading, Reason
from poolwijzer.tables.reader import TableOptions, read_table
from poolwijzer.tables.understanding.initiative import InitiativeSeen, see_initiative, see_unusable
from poolwijzer.tables.understanding.looks import ColumnLooks, Seems
from poolwijzer.tables.vocabulary import Meaning
from poolwijzer.tables.witness import Skipped, Witness

_MOST_SAMPLED = 50
OddKind = Literal["unknown-name", "no-answer", "outside", "row"]
"""A name that is no municipality, an answer that is none, answers of a municipality that does not take part, or
anything else that is wrong with a row."""


class ColumnSeen(NamedTuple):
    """A column with a header."""

    number: int
    """From 1, in the usual shape."""
    where: str
    """Its letters in the table; `rij 5` where each column is a respondent, and empty where it is in no one place."""
    header: str
    meaning: Meaning | None
    """What it stands for; None if it counts for nothing."""
    reason: Reason
    seems: Seems | None
    """What its cells look like, where it counts for nothing."""
    words: dict[str, str]
    """Of a statement: the texts that are no digits, and the answer each was read as."""
    skipped: tuple[str, ...]
    """Of a statement: the texts that count as no answer at all, such as *n.v.t.*"""
    problem: Problem | None = None
    """Why the table cannot be used with it."""

    @property
    def statement(self) -> str | None:
        """The statement of which it holds the answers."""
        return self.meaning.leaf.of if self.meaning and self.meaning.leaf.kind == "answer" else None


class Odd(NamedTuple):
    """Something in a row that does not count."""

    kind: OddKind
    column: int | None
    text: str
    """What stands there; empty if nothing does, or if it is the row as a whole."""
    problem: Problem


class TableUnderstanding(NamedTuple):
    """What of one table is understood."""

    path: str
    """As the user named it."""
    rows: Rows
    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[ColumnSeen, ...]
    recognised: bool
    """Whether any header means something. Where none does, the first row may be what somebody answered."""
    seen: Witness
    initiatives: tuple[InitiativeSeen, ...]
    odd: tuple[Odd, ...]
    remarks: tuple[Problem, ...]
    """What else the reading has to say."""
    problems: tuple[Problem, ...]
    """Why the table as a whole cannot be used."""

    @property
    def usable(self) -> bool:
        """Whether anything of it counts."""
        return any(one.usable for one in self.initiatives)

    @property
    def needs_attention(self) -> bool:
        """Whether somebody should look at it before it counts."""
        unsure = any(one.seems == "answers" for one in self.columns)
        return bool(self.problems or self.odd or unsure) or not all(one.usable for one in self.initiatives)

    @property
    def respondents(self) -> int:
        """How many respondents count."""
        return sum(one.respondents for one in self.initiatives)

    @property
    def skipped(self) -> dict[Skipped, list[int]]:
        """The rows that are no answers, by why."""
        return self.seen.skipped

    @property
    def replaced(self) -> dict[int, int]:
        """The rows with an older answer of the same person, and the row with the one that counts."""
        return {one.row: one.other for one in self.seen.doubles if not one.counts}

    @property
    def perhaps_doubles(self) -> tuple[tuple[int, int], ...]:
        """Pairs of rows from one address that may be of two persons; both count."""
        return tuple((one.row, one.other) for one in self.seen.doubles if one.counts)

    @property
    def period(self) -> tuple[datetime, datetime] | None:
        """The oldest and the newest moment of an answer that counts."""
        known = [one.period for one in self.initiatives if one.period]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def understand_table(path: Path, rows: Rows, content: Content, options: TableOptions) -> TableUnderstanding:
    """Read a table as a batch does, and keep what was understood; also of one that cannot be used.

    Raises:
        InputError: there is no such file, or it cannot be read.
    """
    seen, name = Witness(), str(path)
    initiatives: list[InitiativeSeen] = []
    odd: list[Odd] = []
    remarks: list[Problem] = []
    problems: tuple[Problem, ...] = ()
    sample: list[list[str]] = []
    with open_file(path) as file:
        try:
            for document in read_table(name, file, path.suffix, rows, content, options, seen):
                remarks += document.remarks
                initiatives.append(_judge(document, content, rows, remarks, odd))
        except InputError as error:
            problems = tuple(one for one in error.problems if one not in seen.remarks)
            remarks += seen.remarks
            sample = list(seen.sample(_MOST_SAMPLED)) if not initiatives else []
    told = {*seen.told, *(seen.rows.remarks() if seen.rows else ())}
    columns = tuple(_columns(seen, problems, sample, content))
    return TableUnderstanding(
        path=name,
        rows=rows,
        sheet=seen.grid.sheet if seen.grid else "",
        header_rows=seen.grid.header_rows if seen.grid else (),
        columns=columns,
        recognised=any(one.meaning for one in columns),
        seen=seen,
        initiatives=tuple(initiatives),
        odd=tuple(odd),
        remarks=tuple(one for one in dict.fromkeys(remarks) if one not in told and not _told_elsewhere(one)),
        problems=problems,
    )


def _told_elsewhere(remark: Problem) -> bool:
    """Whether a remark says in words what is kept here as values."""
    return lists_columns(remark) or NO_LIST in remark.message


def _judge(
    document: TableDocument, content: Content, rows: Rows, remarks: list[Problem], odd: list[Odd]
) -> InitiativeSeen:
    """What counts of one initiative; what does not is added to the lists."""
    try:
        reading = parse_row(document, content, with_answers=True)
    except InputError as error:
        odd += (_odd(problem, document) for problem in error.problems)
        return see_unusable(document)
    odd += (_odd(problem, document) for problem in reading.left_out)
    found = see_initiative(reading, document, content, rows)
    outside = {name for name, _ in found.outside}
    for remark in reading.remarks:
        if remark.shared and outside and document.of_respondent(remark):
            odd.append(Odd("outside", remark.column, _text_at(remark, document), remark))
        else:
            remarks.append(remark)
    return found


def _odd(problem: Problem, document: TableDocument) -> Odd:
    """Something wrong with a row, with what stands there."""
    paths = _paths_at(problem, document)
    text = _text_at(problem, document)
    kind: OddKind = "row"
    if any(path.startswith("answers.") and not path.endswith(".note") for path in paths):
        kind = "no-answer"
    elif text and "organisation.name" in paths:
        kind = "unknown-name"
    return Odd(kind, problem.column, text, problem)


def _paths_at(problem: Problem, document: TableDocument) -> list[str]:
    columns = document.columns if document.response_columns is None else document.response_columns
    return [path for path, column in columns.items() if column == problem.column]


def _text_at(problem: Problem, document: TableDocument) -> str:
    """What stands in the cell of a problem."""
    data = document.data
    if document.response_columns is not None:
        answers = (data or {}).get("responses", [])
        data = dict(zip(document.response_rows, answers, strict=True)).get(problem.line or 0) if answers else None
    for path in _paths_at(problem, document):
        found = data
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else found if step in ("value", "kind") else None
        if isinstance(found, str):
            return found
    return ""


def _columns(
    seen: Witness, problems: Iterable[Problem], sample: Sequence[Sequence[str]], content: Content
) -> Iterator[ColumnSeen]:
    """Every column with a header, in the order of the table."""
    heading, looks = seen.heading, ColumnLooks(content)
    line = seen.header.number if seen.header else 0
    wrong = {one.column: one for one in problems if one.line == line and one.column}
    for use in heading.uses if heading else ():
        place = use.number - 1
        texts = [row[place] for row in sample if place < len(row)] or list(_texts(heading, place))
        problem = None if use.meaning else wrong.get(use.number)
        left = use.meaning is None and use.reason == "unknown"
        answers = use.meaning is not None and use.meaning.leaf.kind == "answer"
        words, skipped = _words(heading, place) if answers else ({}, ())
        seems = looks.seem(map(clean_cell, texts)) if left else None
        where, header = column_letters(use.number), use.header
        if seen.grid and seen.grid.places:
            head = seen.grid.places.head(use.number)
            where, header = head.where.removeprefix("kolom "), head.text or use.header
        yield ColumnSeen(use.number, where, header, use.meaning, use.reason, seems, words, skipped, problem)


def _texts(heading: Heading | None, place: int) -> Iterable[str]:
    return heading.columns[place] if heading and place < len(heading.columns) else ()


def _words(heading: Heading | None, place: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """How the words in a column of answers were read, and which of them count as no answer at all."""
    if heading is None:
        return {}, ()
    read = {text: value for cell, value in heading.columns[place].items() if (text := clean_cell(cell))}
    words = {text: _in_words(value) for text, value in read.items() if value is not None and value != text}
    return words, tuple(text for text, value in read.items() if value is None)


def _in_words(value: object) -> str:
    return f"{value['yes']} van de {value['of']}" if isinstance(value, dict) else str(value)
