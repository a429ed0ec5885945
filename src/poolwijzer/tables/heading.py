"""A table's headers, as far as they are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from poolwijzer.problems import Problem
from poolwijzer.tables.columns import InputColumn
from poolwijzer.tables.moments import MomentColumn
from poolwijzer.tables.vocabulary import Meaning

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
    odd_answers: dict[int, set[str]] = field(default_factory=dict)
    """By the place of a column with answers, the texts in it that are none. Grows as cells are read."""
    odd_words: dict[int, set[str]] = field(default_factory=dict)
    """The same of columns of respondents with one of a few words, of which others count as none."""
    renames: bool = False
    """Whether a map says for whom the names of organisations stand."""
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
            self.columns.append(InputColumn(0, "", count_as_nothing))
        return place


def count_as_nothing(text: str) -> None:
    """A column that is left out."""
