"""What a reading of a table came by on its way, for who wants to know how the table was understood.

It is filled by the very reading that answers come from, and changes nothing of it: what `tables check` tells and what
counts can therefore never differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from poolwijzer.problems import Problem

if TYPE_CHECKING:
    from poolwijzer.tables.answer_rows import AnswerRows
    from poolwijzer.tables.grid import Grid, GridRow
    from poolwijzer.tables.headers import Heading

Skipped = Literal["hidden", "headers", "test", "unfinished", "rejected", "total", "map"]
"""Why a row is no answer: hidden, headers once more, somebody's trial or a preview, not finished, rejected by who keeps
the survey, a total, or left out by the map of the table."""


class Double(NamedTuple):
    """Two rows that may be of one person."""

    row: int
    other: int
    """The newer one."""
    counts: bool
    """Whether the first counts all the same."""


@dataclass
class Witness:
    """What one reading saw."""

    grid: Grid | None = None
    """The table; None while it could not be opened."""
    header: GridRow | None = None
    heading: Heading | None = None
    """What the headers mean, as far as they were read."""
    rows: AnswerRows | None = None
    """The rows below the headers."""
    below: Iterator[GridRow] | None = None
    """The same before any were left out."""
    empty: list[int] = field(default_factory=list)
    """Rows of respondents in which no column that counts says anything."""
    doubles: list[Double] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)
    """Remarks that say the same in words."""
    remarks: tuple[Problem, ...] = ()
    """What was to be said beside why the table cannot be used."""
    respondents: int = 0
    """Rows that are taken for a respondent, doubles apart."""
    municipalities: set[str] = field(default_factory=set)
    """Those that respondents named."""
    bodies: set[str] = field(default_factory=set)
    """Other organisations that they named."""
    unknown: set[str] = field(default_factory=set)
    """What they named and is no municipality in the table of municipalities."""

    @property
    def skipped(self) -> dict[Skipped, list[int]]:
        """The rows that are no answers, by why."""
        found = self.rows.no_answers if self.rows else {}
        return {why: rows for why, rows in found.items() if rows}

    @property
    def blank(self) -> list[int]:
        """The rows between the answers in which nothing stands at all."""
        first = self.header.number if self.header else 0
        return [row for row in self.grid.blank if row > first] if self.grid else []

    def sample(self, most: int) -> Iterator[list[str]]:
        """The cells of the next rows, where the reading stopped before it came to any."""
        return (row.cells for row in islice(self.below or (), most))
