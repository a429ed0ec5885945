"""Where the cells of a table stood before it was turned into the usual shape."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from poolwijzer.problems import quote
from poolwijzer.tables.columns import column_letters


class Spot(NamedTuple):
    """A cell as the user knows it: its row and column from 1, and how a message calls it."""

    row: int
    column: int
    name: str


class Head(NamedTuple):
    """What stood in the table for a header of the usual shape."""

    where: str
    """Where that is, such as `kolom B` or `rij 5`; empty if it is in no one place."""
    text: str
    """What stands there, by which a map names it; empty if nothing does."""
    role: str = ""
    """What a map calls a column that only tells the shape."""


class Places(Protocol):
    """From a cell of the usual shape to where it stood."""

    @property
    def shape(self) -> Literal["long", "transposed"] | None:
        """How a map calls the shape that the table had; None if it has no name for it."""

    def spot(self, row: int, column: int) -> Spot | None:
        """Where a cell stood; None if it still stands there."""

    def head(self, column: int) -> Head:
        """What stood in the table for the header of a column of the usual shape."""


@dataclass
class LongPlaces:
    """Of a table with an answer in each row: those of a respondent stood below one another, in one column."""

    column: int
    """The column with the answers."""
    texts: list[str]
    """The headers that stand in the table."""
    roles: dict[int, str]
    """What the columns are that tell the shape, by their place."""
    names: list[str] = field(default_factory=list)
    """What was asked, by the place of its column in the usual shape; empty for columns that were there already."""
    rows: dict[int, array[int]] = field(default_factory=dict)
    """By the row of a respondent: the row of each answer, by its place; 0 for none."""
    shape: Literal["long"] = "long"

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places."""
        own, place = self.rows.get(row), column - 1
        if own is None or not 0 <= place < len(own) or not own[place] or not self.names[place]:
            return None
        return Spot(own[place], self.column, f"Het antwoord op {quote(self.names[place])}")

    def head(self, column: int) -> Head:
        """As for any places: a column that is there still, or what was asked somewhere in its rows."""
        place = column - 1
        if place < len(self.texts):
            return Head(f"kolom {column_letters(column)}", self.texts[place], self.roles.get(place, ""))
        return Head("", self.names[place] if place < len(self.names) else "")


@dataclass
class TurnedPlaces:
    """Of a table with a respondent in each column: rows and columns the other way round."""

    rows: list[int] = field(default_factory=list)
    """The row of everything that was asked, by its place."""
    names: list[str] = field(default_factory=list)
    """What stood before that row."""
    shape: Literal["transposed"] = "transposed"

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places."""
        place = column - 1
        if not 0 <= place < len(self.rows):
            return None
        return Spot(self.rows[place], row, f"Rij {self.rows[place]} ({quote(self.names[place])})")

    def head(self, column: int) -> Head:
        """As for any places: what stands before a row."""
        place = column - 1
        return Head(f"rij {self.rows[place]}", self.names[place]) if place < len(self.rows) else Head("", "")


@dataclass
class CountPlaces:
    """Of a table of counts: a statement had a row or a column of its own."""

    spots: Mapping[int, Spot]
    """By the column that a statement has in the usual shape."""
    texts: Mapping[int, str]
    """The statement as it stands in the table, likewise."""
    shape: None = None

    def spot(self, row: int, column: int) -> Spot | None:
        """As for any places; all stands in one row now."""
        return self.spots.get(column)

    def head(self, column: int) -> Head:
        """As for any places: a statement has one row or many, or a column."""
        return Head("", self.texts.get(column, ""))
