"""A workbook of any kind as a table: which of its sheets is read, and what all kinds say in the same words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, Protocol

from poolwijzer.dutch import join_some
from poolwijzer.problems import InputError, Problem, did_you_mean, quote
from poolwijzer.tables.columns import name_column
from poolwijzer.tables.grid import MOST_BYTES, MOST_BYTES_IN_ROW, Grid, GridRow
from poolwijzer.tables.header_row import LOOKED_AT, count_known

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
"""As many as a spreadsheet can have."""
MOST_CELLS = 20_000_000
"""Of a sheet, as it is read: a million rows of twenty. One line of a file can say that a row is there so often."""
LOOKED_FOR = 100
"""Rows of a sheet in which something must stand for it to count."""
ERRORS = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)")
_LONGEST_HEADER = 2000
_DIGITS = ".15g"
"""As many as a spreadsheet shows of a number; what it keeps behind these is noise."""
_TOO_MUCH = "Vanaf rij {} is dit bestand niet gelezen: uitgepakt is het veel te groot."
_SMALLER = "Kijk of dit het goede bestand is, of verdeel het over meer bestanden."


class Sheet(Protocol):
    """A sheet of a workbook, whatever kind of file it is in."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def shown(self) -> bool:
        """Whether a program shows it."""

    def head(self) -> Iterable[Sequence[str]]:
        """What stands in its first rows, at most `LOOKED_FOR`."""

    def rows(self) -> Iterator[GridRow]:
        """Its rows, as they come; whatever they raise means that from there it cannot be read."""

    def hides_column(self, number: int) -> bool:
        """Whether a column is hidden, from 1; known once a row was read."""


def read_sheet(
    path: str, sheets: Sequence[Sheet], known: Callable[[str], bool], name: str, broken: tuple[str, str]
) -> Grid:
    """The rows of one sheet: the one that is asked for, or the first that has headers.

    Args:
        path: How messages call the table.
        sheets: Those of the workbook, in its order.
        known: Whether a header means something.
        name: The name of the sheet to read; empty if none was asked for.
        broken: What is said of a file of this kind that cannot be read any further, and what to do.

    Raises:
        InputError: there is no such sheet, or nothing in any.
    """
    chosen, remarks = _named(path, sheets, name) if name else _first(path, sheets, known)
    return Grid(path, _readable(path, chosen, broken), remarks, chosen.hides_column, chosen.title)


def text_of(value: Any) -> str:
    """A value of a cell as a file of an initiative would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(value, _DIGITS)
    if isinstance(value, datetime):
        return value.date().isoformat() if value == datetime.combine(value.date(), datetime.min.time()) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def tell_error(path: str, error: str, row: int, column: int) -> Problem:
    """A formula that went wrong, of which the cell counts no more."""
    message = f"In {name_column(column, '')} staat de fout {error} van een formule."
    return Problem(path, message, "Verbeter de formule, of typ de waarde.", row, column)


def tell_no_outcome(path: str, row: int, column: int) -> Problem:
    """A formula that no program worked out yet."""
    message = f"In {name_column(column, '')} staat een formule zonder uitkomst."
    hint = "Open het bestand in een rekenprogramma en sla het op, of typ de waarde."
    return Problem(path, message, hint, row, column)


def _named(path: str, sheets: Sequence[Sheet], name: str) -> tuple[Sheet, list[Problem]]:
    """The sheet of a name, however it is capitalised; also one that is hidden."""
    named = {sheet.title.strip().casefold(): sheet for sheet in sheets}
    found = named.get(name.strip().casefold())
    if found is None:
        there = [sheet.title for sheet in sheets]
        hint = did_you_mean(name, there) or f"Er zijn deze werkbladen: {join_some([*map(quote, there)])}."
        raise InputError(Problem(path, f"Er is geen werkblad {quote(name)}.", hint))
    return found, []


def _first(path: str, sheets: Sequence[Sheet], known: Callable[[str], bool]) -> tuple[Sheet, list[Problem]]:
    """The first sheet that looks like a table, and a remark if others hold something too."""
    counted = [(sheet, _count_headers(sheet, known)) for sheet in sheets]
    shown = [(sheet, count) for sheet, count in counted if sheet.shown and count is not None]
    hidden = [quote(sheet.title) for sheet, count in counted if not sheet.shown and count]
    if not shown:
        hint = "Kijk of dit het goede bestand is."
        if hidden:
            hint = f"Er zijn verborgen werkbladen: {join_some(hidden)}. Met --sheet kiest u er een."
        raise InputError(Problem(path, "Deze tabel is leeg.", hint))
    # One word that means something stands in many an explanation.
    table = next((sheet for sheet, count in shown if count > 1), None)
    chosen = table or max(shown, key=lambda one: one[1])[0]
    others = [quote(sheet.title) for sheet, _ in shown if sheet is not chosen]
    others += [f"{name} (verborgen)" for name in hidden]
    if not others:
        return chosen, []
    message = f"Poolwijzer leest alleen het werkblad {quote(chosen.title)}. Er staat ook iets in {join_some(others)}."
    return chosen, [Problem(path, message, "Met --sheet kiest u een ander werkblad.")]


def _count_headers(sheet: Sheet, known: Callable[[str], bool]) -> int | None:
    """How many headers that mean something stand in one of the first rows; None if nothing at all stands there."""
    counts: list[int] = []
    try:
        rows = ([cell[:_LONGEST_HEADER] for cell in row] for row in filter(any, sheet.head()))
        counts.extend(count_known(row, known) for row in islice(rows, LOOKED_AT))
    except Exception:
        if not counts:
            raise  # else it is told where it is met
    return max(counts, default=None)


def _readable(path: str, sheet: Sheet, broken: tuple[str, str]) -> Iterator[GridRow]:
    """The rows as far as they can be read, and as much of them as a table in text may be.

    A workbook says something once and shows it a million times: what it takes on disk tells nothing.
    """
    number = size = cells = 0
    try:
        for row in sheet.rows():
            if row.number > MOST_ROWS or len(row.cells) > MOST_COLUMNS:
                raise ValueError("more than a spreadsheet can have")
            number, of_row = row.number, len(row.cells) + sum(map(len, row.cells))
            size, cells = size + of_row, cells + len(row.cells)
            if size > MOST_BYTES or cells > MOST_CELLS or of_row > MOST_BYTES_IN_ROW:
                yield GridRow(number, [], (Problem(path, _TOO_MUCH.format(number), _SMALLER, number),))
                return
            yield row
    except Exception:
        # Whatever the library stumbled over: what was read so far is fine.
        message = f"Vanaf rij {number + 1} is dit bestand niet te lezen. {broken[0]}"
        yield GridRow(number + 1, [], (Problem(path, message, broken[1], number + 1),))
