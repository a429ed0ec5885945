"""How a table of counts is laid out: where its statements, its answers and its counts stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.tables.columns import clean_cell
from poolwijzer.tables.shapes.hands import HandsTable
from poolwijzer.tables.shapes.table import ShapedTable
from poolwijzer.tables.shapes.words import ANSWER, COUNT, STATEMENT, is_total
from poolwijzer.tables.words import fold_words


@dataclass(frozen=True)
class CountLayout:
    """Where in a table of counts things stand, by their places.

    Attributes:
        kind: `down` with a statement in each row and the answers across, `across` the other way round, `list` with
            a count in each row, and `voters` with a voter in each row, to be counted still.
        header: The place of the row with the headers among the first ones.
        named: The column with the statements, or with the answers of `across`.
        answer: Of a list, the column with the answer.
        count: Of a list, the column with the count.
    """

    kind: Literal["down", "across", "list", "voters"]
    header: int
    named: int = 0
    answer: int = 0
    count: int = 0


def find_counts(table: ShapedTable, *, all_points: bool) -> CountLayout | None:
    """How a table of counts is laid out; None if it is another one.

    Args:
        table: The table.
        all_points: Only if every point of the scale has a column or row, which leaves no doubt.
    """
    hands = HandsTable(table)
    enough = len(hands.points) if all_points else 2
    rows = [[clean_cell(cell) for cell in row.cells] for row in table.first]
    for place, texts in enumerate(rows):
        if listed := _find_list(table, place, texts):
            return listed
        for column in range(min(3, len(texts))):
            below = [row[column] if column < len(row) else "" for row in rows[place + 1 :]]
            asked = next(filter(None, map(table.statement, below)), "")
            others = [text for number, text in enumerate(texts) if number != column]
            if asked and _heads(hands, asked, others) >= enough and not any(map(table.statement, texts)):
                return CountLayout("down", place, column)
            across = next(filter(None, map(table.statement, others)), "")
            if across and _is_across(table, hands, across, texts, column, below, enough):
                return CountLayout("across", place, column)
        if any(map(table.statement, texts)):
            break  # below the first statement no headers stand
    return None


def _is_across(
    table: ShapedTable,
    hands: HandsTable,
    statement: str,
    heads: Sequence[str],
    column: int,
    below: Sequence[str],
    enough: int,
) -> bool:
    """Whether below a head stand the answers and nothing else, and nothing tells whose they are."""
    filled = [text for text in below if text and not is_total(text)]
    answers = {hands.answer(statement, text) for text in filled}
    return (
        len(answers - {UNKNOWN}) >= enough
        and len(answers) == len(filled)
        and "" not in answers
        and not table.statement(heads[column])
        # A voter or respondent may be called 1 as well; then another column tells more of them.
        and not any(table.known(head) for head in heads if head and not table.statement(head))
    )


def find_voters(table: ShapedTable) -> CountLayout | None:
    """The headers of a table with a voter in each row, of no municipality that is told; None if it is another one."""
    for place, row in enumerate(table.first):
        texts = [clean_cell(cell) for cell in row.cells]
        if any(map(table.statement, texts)) and not any(map(table.names_organisation, texts)):
            return CountLayout("voters", place)
    return None


def _heads(hands: HandsTable, statement: str, texts: Sequence[str]) -> int:
    """How many different points of the scale, or not knowing, are among texts."""
    return len({answer for text in texts if (answer := hands.answer(statement, text)) and answer != UNKNOWN})


def _find_list(table: ShapedTable, place: int, texts: Sequence[str]) -> CountLayout | None:
    found = []
    for role, words in (("statement", STATEMENT), ("answer", ANSWER), ("count", COUNT)):
        named = [column for column, text in enumerate(texts) if table.mapped(text, column) == role]
        named = named or [column for column, text in enumerate(texts) if fold_words(text) in words]
        found += named if len(named) == 1 else []
    # A count may be a respondent's number where another column says whose answer it is.
    alone = len(found) == 3 and not any(map(table.names_organisation, texts))
    return CountLayout("list", place, *found) if alone else None
