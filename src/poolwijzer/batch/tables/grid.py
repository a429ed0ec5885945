"""A table as rows of text, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from poolwijzer.problems import Problem

MOST_BYTES = 256 * 1024 * 1024
"""Of a table; as much as a million respondents."""
MOST_BYTES_IN_ROW = 2 * 1024 * 1024
"""Of one row: as much as a file of one initiative."""


class Line(NamedTuple):
    """One row.

    Attributes:
        number: As a spreadsheet counts it, from 1.
        cells: What stands in it, as text.
        problems: What cannot be read in it.
    """

    number: int
    cells: list[str]
    problems: tuple[Problem, ...] = ()


@dataclass
class Grid:
    """A table: its rows, one by one, and what is worth saying about it."""

    path: str
    lines: Iterator[Line]
    remarks: list[Problem] = field(default_factory=list)

    def filled_lines(self) -> Iterator[Line]:
        """The rows in which something stands."""
        return (line for line in self.lines if any(line.cells) or line.problems)
