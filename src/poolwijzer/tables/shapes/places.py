"""Where the cells of a table stood before it was turned into the usual shape."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from poolwijzer.problems import quote


class Spot(NamedTuple):
    """A cell as the user knows it: its row and column from 1, and how a message calls it."""

    row: int
    column: int
    name: str


class Places(Protocol):
    """From a cell of the usual shape to where it stood."""

    def spot(self, row: int, column: int) -> Spot | None:
        """Where a cell stood; None if it still stands there."""


@dataclass
class LongPlaces:
    """Of a table with an answer in each row: those of a respondent stood below one another, in one column."""

    column: int
    """The column with the answers."""
    names: list[str] = field(default_factory=list)
    """What was asked, by the place of its column in the usual shape; empty for columns that were there already."""
    rows: dict[int, array[int]] = field(default_factory=dict)
    """By the row of a respondent: the row of each answer, by its place; 0 for none."""

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places."""
        own, place = self.rows.get(row), column - 1
        if own is None or not 0 <= place < len(own) or not own[place] or not self.names[place]:
            return None
        return Spot(own[place], self.column, f"Het antwoord op {quote(self.names[place])}")


@dataclass
class TurnedPlaces:
    """Of a table with a respondent in each column: rows and columns the other way round."""

    rows: list[int] = field(default_factory=list)
    """The row of everything that was asked, by its place."""
    names: list[str] = field(default_factory=list)
    """What stood before that row."""

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places."""
        place = column - 1
        if not 0 <= place < len(self.rows):
            return None
        return Spot(self.rows[place], row, f"Rij {self.rows[place]} ({quote(self.names[place])})")


@dataclass
class CountPlaces:
    """Of a table of counts: a statement had a row or a column of its own."""

    spots: Mapping[int, Spot]
    """By the column that a statement has in the usual shape."""

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places; all stands in one row now."""
        return self.spots.get(column)
