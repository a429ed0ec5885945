"""What was understood of a table, as data for scripts. It repeats nothing that a respondent typed.

Format history: 1 (the first). New keys do not change the number; the schema allows them.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, Literal, NamedTuple

from poolwijzer.content.content import Content
from poolwijzer.problems import Problem
from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.document import Rows
from poolwijzer.tables.heading import Reason
from poolwijzer.tables.understanding.columns import safe_header, shared_words
from poolwijzer.tables.understanding.initiative import InitiativeSeen, MunicipalitySeen, StatementSeen, statement_text
from poolwijzer.tables.understanding.looks import Seems
from poolwijzer.tables.understanding.reading import Odd, OddKind, TableUnderstanding
from poolwijzer.tables.understanding.statements import few_answered

FORMAT: Literal[1] = 1


class ColumnData(NamedTuple):
    """A column with a header."""

    column: str
    """Its letters in a spreadsheet; `rij 5` where each column is a respondent, and empty where answers stand below one
    another."""
    header: str
    """What stands above it; empty where that may be what a respondent typed."""
    stands_for: str | None
    """Where its values belong in a file, such as `answers.m1`; null if it counts for nothing."""
    statement: str | None
    """The statement of which it holds the answers."""
    reason: Reason
    """Why it is what it is."""
    seems: Seems | None
    """What its cells look like, where it counts for nothing."""
    words: dict[str, str]
    """Of a statement that enough municipalities answered: texts that were read as an answer, and which."""
    usable: bool
    """False if the table cannot be used because of it."""


class DoubleData(NamedTuple):
    """Two rows that are, or may be, of one person."""

    row: int
    newer: int
    counts: bool
    """Whether the older one counts all the same."""


class SkippedData(NamedTuple):
    """Rows that are no answers."""

    reason: str
    """`hidden`, `headers`, `test`, `unfinished`, `rejected`, `total`, `map` or `empty`."""
    rows: tuple[int, ...]


class ProblemData(NamedTuple):
    """What is wrong, or worth a remark, at its place in the table."""

    row: int | None
    column: str | None
    message: str
    hint: str


class OddData(NamedTuple):
    """Something in a row that does not count."""

    kind: OddKind
    row: int | None
    column: str | None
    message: str
    hint: str


class StatementData(NamedTuple):
    """A statement that somebody answered."""

    id: str
    text: str
    asked: bool
    """Whether it is asked still, and of who answered: only then its answers count."""
    respondents: int
    """Who gave a point that counts."""
    municipalities: int
    counts: tuple[int, ...] | None
    """How many gave each point, lowest first; null where too few municipalities answered to tell."""
    unknown: int | None
    """How many do not know; null likewise."""
    uncounted: int
    """Answers that do not count."""


class MunicipalityData(NamedTuple):
    """A municipality of which somebody counts."""

    name: str
    respondents: int
    on_behalf: tuple[int, ...]
    """The rows of those who answer on its behalf, oldest first."""


class InitiativeData(NamedTuple):
    """What counts of one initiative."""

    id: str
    name: str
    row: int
    """Its first row."""
    usable: bool
    read: int
    """Respondents that were read, doubles apart."""
    respondents: int
    """Those that count."""
    rejected: tuple[int, ...]
    """The rows with something wrong in them."""
    outside: int
    """Respondents of municipalities that are not in the list."""
    municipalities: tuple[MunicipalityData, ...]
    bodies: int
    """How many other organisations count."""
    missing: tuple[str, ...] | None
    """Who takes part and of which nobody counts; null without a list of who takes part."""
    silent: int
    """Respondents that count and answered nothing."""
    statements: tuple[StatementData, ...]


class TableCheckDocument(NamedTuple):
    """What was understood of one table, before anything counts."""

    format: Literal[1]
    kind: Literal["table-check"]
    poolwijzer: str
    menus: MenusUsed
    file: str
    rows: Rows
    usable: bool
    """Whether anything of it counts."""
    attention: bool
    """Whether somebody should look at it first."""
    sheet: str | None
    header_rows: tuple[int, ...]
    columns: tuple[ColumnData, ...]
    respondents: int
    """How many were read, doubles apart."""
    skipped: tuple[SkippedData, ...]
    doubles: tuple[DoubleData, ...]
    initiatives: tuple[InitiativeData, ...]
    odd: tuple[OddData, ...]
    remarks: tuple[ProblemData, ...]
    problems: tuple[ProblemData, ...]
    """Why the table as a whole cannot be used."""


def understanding_document(found: TableUnderstanding, content: Content, version: str) -> dict[str, Any]:
    """What was understood, ready for JSON."""
    skipped = [SkippedData(why, tuple(rows)) for why, rows in found.skipped.items()]
    if empty := sorted((*found.seen.empty, *found.seen.blank)):
        skipped.append(SkippedData("empty", tuple(empty)))
    few = few_answered(found, content)
    whole = TableCheckDocument(
        format=FORMAT,
        kind="table-check",
        poolwijzer=version,
        menus=MenusUsed(content.version, content.hash),
        file=PurePath(found.path).name,
        rows=found.rows,
        usable=found.usable,
        attention=found.needs_attention,
        sheet=found.sheet or None,
        header_rows=found.header_rows,
        columns=tuple(
            ColumnData(
                column=one.where,
                header=safe_header(one, found, on_screen=False),
                stands_for=str(one.meaning) if one.meaning else None,
                statement=one.statement,
                reason=one.reason,
                seems=one.seems,
                words={} if one.statement in few else one.words,
                usable=one.problem is None,
            )
            for one in found.columns
        ),
        respondents=found.seen.respondents,
        skipped=tuple(skipped),
        doubles=tuple(DoubleData(one.row, one.other, one.counts) for one in found.seen.doubles),
        initiatives=tuple(_initiative(one, found, content) for one in found.initiatives),
        odd=tuple(_odd(one, found) for one in found.odd),
        remarks=tuple(_problem(one, found) for one in found.remarks),
        problems=tuple(_problem(one, found) for one in found.problems),
    )
    plain: dict[str, Any] = make_plain(whole)
    return plain


def _initiative(one: InitiativeSeen, found: TableUnderstanding, content: Content) -> InitiativeData:
    joint = found.rows != "respondents"
    return InitiativeData(
        id=one.id,
        name=one.name,
        row=one.row,
        usable=one.usable,
        read=one.read,
        respondents=one.respondents,
        rejected=one.rejected,
        outside=sum(number for _, number in one.outside),
        municipalities=tuple(map(_municipality, one.municipalities)),
        bodies=len(one.bodies),
        missing=one.missing if one.listed else None,
        silent=one.silent,
        statements=tuple(_statement(statement, content, joint) for statement in one.statements),
    )


def _municipality(one: MunicipalitySeen) -> MunicipalityData:
    return MunicipalityData(one.name, one.respondents, one.on_behalf)


def _statement(one: StatementSeen, content: Content, joint: bool) -> StatementData:
    told = joint or one.municipalities >= content.typology.privacy.spread_from
    return StatementData(
        id=one.id,
        text=statement_text(one.id, content, joint=joint),
        asked=one.asked,
        respondents=one.respondents,
        municipalities=one.municipalities,
        counts=one.points if told else None,
        unknown=one.unknown if told else None,
        uncounted=one.uncounted,
    )


def _odd(one: Odd, found: TableUnderstanding) -> OddData:
    told = _problem(one.problem, found)
    return OddData(one.kind, told.row, told.column, told.message, told.hint)


def _problem(problem: Problem, found: TableUnderstanding) -> ProblemData:
    """A problem for others: it repeats nothing that a respondent typed."""
    column = column_letters(problem.column) if problem.column else None
    return ProblemData(problem.line, column, *shared_words(problem, found))
