"""A table as rows of text, whatever kind of file it came from."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from poolwijzer.problems import InputError, Problem

if TYPE_CHECKING:
    from poolwijzer.tables.shapes.places import Places

MOST_BYTES = 256 * 1024 * 1024
"""Of a table; as much as a million respondents."""
MOST_BYTES_IN_ROW = 2 * 1024 * 1024
"""Of one row: as much as a file of one initiative."""


def check_size(path: str, file: BinaryIO) -> None:
    """Refuse a table that is larger than one can be.

    Raises:
        InputError: it is.
    """
    file.seek(0, io.SEEK_END)
    if file.tell() > MOST_BYTES:
        message = f"Deze tabel is groter dan {MOST_BYTES // 1024 // 1024} MB."
        raise InputError(Problem(path, message, "Verdeel haar over meer bestanden."))
    file.seek(0)


class GridRow(NamedTuple):
    """One row.

    Attributes:
        number: As a spreadsheet counts it, from 1.
        cells: What stands in it, as text.
        problems: What cannot be read in it.
        hidden: Whether a spreadsheet does not show it: hidden by hand, or filtered away.
    """

    number: int
    cells: list[str]
    problems: tuple[Problem, ...] = ()
    hidden: bool = False


@dataclass
class Grid:
    """A table: its rows, one by one, and what is worth saying about it."""

    path: str
    rows: Iterator[GridRow]
    remarks: list[Problem] = field(default_factory=list)
    hides_column: Callable[[int], bool] = lambda number: False
    """Whether a spreadsheet does not show a column, from 1; known once a row was read."""
    sheet: str = ""
    """The name of the sheet; empty in what has no sheets."""
    header_rows: tuple[int, ...] = ()
    """In which rows the headers stand, once these are found."""
    blank: list[int] = field(default_factory=list)
    """Rows above another one in which nothing stands, as far as they were met."""

    places: Places | None = None
    """Where its cells stood, if it had another shape."""

    @property
    def headers_made(self) -> bool:
        """Whether its headers stand nowhere in the table as headers, since it had another shape than a turned one."""
        return self.places is not None and self.places.shape != "transposed"

    def filled_rows(self) -> Iterator[GridRow]:
        """The rows in which something stands."""
        return (row for row in self.rows if any(row.cells) or row.problems)
