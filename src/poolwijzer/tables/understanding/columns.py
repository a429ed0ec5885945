"""The columns of a table in words: what each stands for, and which are left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from poolwijzer.content.content import Content
from poolwijzer.dutch import join_some
from poolwijzer.problems import Problem, quote
from poolwijzer.report.model import Block, Labelled, Line
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.heading import Reason
from poolwijzer.tables.row import SEE_SCREEN
from poolwijzer.tables.understanding.initiative import statement_text
from poolwijzer.tables.vocabulary import Meaning

if TYPE_CHECKING:
    from poolwijzer.tables.understanding.reading import ColumnSeen, TableUnderstanding

_STANDS_FOR = {
    "organisation.name": "de gemeente of organisatie",
    "organisation.kind": "gemeente of bestaande samenwerking",
    "role": "de functie",
    "basis": "namens de organisatie of eigen beeld",
    "named": "of de naam genoemd mag worden",
    "date": "het moment van het antwoord",
    "id": "het nummer van de respondent",
    "questions": "de korte of de volledige lijst",
    "initiative.name": "de naam van het initiatief",
    "initiative.id": "het id van het initiatief",
    "initiative.municipalities": "de gemeenten die meedoen",
    "initiative.region": "de regio",
}
"""What the columns of a table of respondents stand for, by path; all others are called by their path."""
_LEFT_OUT: dict[Reason, str] = {
    "unknown": "Onbekend",
    "tool": "Van het enquêteprogramma, of over een persoon",
    "outcome": "Uitkomsten van Poolwijzer",
    "double": "Staan er al onder hun nieuwe naam",
    "left-out": "Weggelaten door de koppeling",
}
_LONGEST_ON_SCREEN = 50
_MOST_LISTED = {True: 15, False: 60}
_ADDRESS = "@"


def safe_header(column: ColumnSeen, found: TableUnderstanding, on_screen: bool) -> str:
    """A header as it may be shown: where it may be what a respondent typed, others see only the letters."""
    return column.header if on_screen or (found.recognised and _ADDRESS not in column.header) else ""


def shared_words(problem: Problem, found: TableUnderstanding) -> tuple[str, str]:
    """What is wrong and what to do, for others: nothing that a respondent typed, also where that stands as a header."""
    if problem.shared:
        return problem.shared, SEE_SCREEN
    at_header = found.seen.header is not None and problem.line == found.seen.header.number
    if at_header and problem.column and (not found.recognised or _ADDRESS in problem.message):
        return f"De kop van kolom {column_letters(problem.column)} is niet bekend.", SEE_SCREEN
    return problem.message, problem.hint


def stands_for(meaning: Meaning) -> str:
    """What a column stands for, in words."""
    path = str(meaning)
    if path.endswith(".note") and path.startswith("answers."):
        return f"de toelichting bij {path.split('.')[1]}"
    return _STANDS_FOR.get(path, path)


def statement_cell(column: ColumnSeen, name: str, content: Content, *, joint: bool, short: bool) -> str:
    """Where a column is, its statement, and the header where that has other words."""
    at = f"{column.where} ({name})" if column.where else name
    cell = f"{at} {statement_text(name, content, joint=joint)}"
    if column.reason == "known" or " " not in column.header.strip():
        return cell
    header = " ".join(column.header.split())
    header = (
        header if not short or len(header) <= _LONGEST_ON_SCREEN else f"{header[: _LONGEST_ON_SCREEN - 1].rstrip()}…"
    )
    return f"{cell} (kop: {quote(header)})"


def other_columns(found: TableUnderstanding, on_screen: bool) -> Iterator[Block]:
    """Columns that count and are no answers to a statement."""
    rows = []
    most = _MOST_LISTED[on_screen]
    # In a table of counts the columns are none of its own: each stands for a statement, and these are told.
    others = [one for one in found.columns if one.meaning and not one.statement] if found.rows != "counts" else []
    for one in others[:most]:
        assert one.meaning is not None
        header = safe_header(one, found, on_screen)
        said = stands_for(one.meaning)
        rows.append((one.where, Line(said if header == said or not header else f"{quote(header)}: {said}")))
    if len(others) > most:
        rows.append(("", Line(f"en nog {len(others) - most} andere")))
    if rows:
        yield Labelled(tuple(rows))


def left_out_blocks(found: TableUnderstanding, on_screen: bool) -> Iterator[Block]:
    """Columns that count for nothing, by why."""
    rows = []
    for reason, title in _LEFT_OUT.items():
        left = [one for one in found.columns if one.meaning is None and one.reason == reason and not one.problem]
        names = [_named(one, found, on_screen) for one in left]
        if names:
            rows.append((title, Line(join_some(names, _MOST_LISTED[on_screen]))))
    wrong = [one.where or quote(safe_header(one, found, on_screen)) for one in found.columns if one.problem]
    if wrong:
        rows.append(("Niet te gebruiken, zie hierboven", Line(join_some(wrong, _MOST_LISTED[on_screen]))))
    if rows:
        yield Labelled(tuple((f"Telt niet mee. {title}", line) for title, line in rows))


def _named(column: ColumnSeen, found: TableUnderstanding, on_screen: bool) -> str:
    header = safe_header(column, found, on_screen)
    return f"{column.where} {quote(header)}".lstrip() if header else column.where
