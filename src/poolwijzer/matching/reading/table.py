"""A table of requests and offers: its headers found, and whether its rows are requests or offers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from poolwijzer.dutch import join_some
from poolwijzer.matching.reading.headers import Columns, field_of, kind_in_name, words_of_kind
from poolwijzer.matching.reading.table_rows import RowReader, TableOptions, TableRead
from poolwijzer.problems import InputError, Problem, quote
from poolwijzer.tables.columns import column_letters
from poolwijzer.tables.grid import Grid, GridRow
from poolwijzer.tables.header_row import LOOKED_AT, filled_rows, find_header
from poolwijzer.tables.registry import read_grid


def read_table(name: str, file: BinaryIO, suffix: str, options: TableOptions) -> TableRead:
    """Read a table.

    Args:
        name: How messages call it.
        file: Its bytes; can be read again from their beginning.
        suffix: What its name ends on, with the dot.
        options: How it is read.

    Raises:
        InputError: nothing in it can be used, as it has no headers that say enough.
    """
    grid = _open(name, file, suffix, options.sheet)
    first = kind_in_name(grid.sheet) if options.asked is None and not options.sheet else None
    if first is None:
        return _read_grid(name, grid, options)
    other = _open_other(name, file, suffix, asked=not first)
    if other is None:
        return _read_grid(name, grid, options)
    # Who has requests in a sheet and offers in another has both in mind.
    found = _read_named(name, grid, options._replace(asked=first))
    second = _read_named(name, other, options._replace(asked=not first))
    message = f"Poolwijzer leest de werkbladen {quote(grid.sheet)} en {quote(other.sheet)}. Andere tellen niet mee."
    told = Problem(name, message, "Met --sheet kiest u zelf een werkblad.")
    return TableRead(
        [*found.entries, *second.entries],
        [*found.left_out, *second.left_out],
        [told, *found.remarks, *second.remarks],
    )


def _open(name: str, file: BinaryIO, suffix: str, sheet: str) -> Grid:
    return read_grid(name, file, suffix, lambda header: field_of(header) is not None, sheet)


def _open_other(name: str, file: BinaryIO, suffix: str, *, asked: bool) -> Grid | None:
    """The sheet of the same workbook that by its name holds requests, or offers; None where there is none."""
    for sheet in sorted(words_of_kind(asked=asked)):
        with suppress(InputError):
            return _open(name, file, suffix, sheet)
    return None


def _read_named(name: str, grid: Grid, options: TableOptions) -> TableRead:
    """A sheet of which messages have to say which one it is."""
    called = f"{name} ({grid.sheet})"
    return _read_grid(called, replace(grid, path=called, remarks=[]), options)


def _read_grid(name: str, grid: Grid, options: TableOptions) -> TableRead:
    header, below = _split(grid)
    columns = Columns(name, header.number, header.cells)
    asked, told = _kind_of_table(name, grid.sheet, options)
    if "kind" in columns.places or "hours" not in columns.places:
        told = ()
    needs = list(columns.problems(with_period=options.period is not None, kind_known=asked is not None))
    if needs:
        raise InputError(needs)
    before = len(grid.remarks)
    found = TableRead(remarks=[*grid.remarks, *told, *columns.remarks()])
    hidden = [place for place in columns.places.values() if grid.hides_column(place + 1)]
    if hidden:
        named = join_some([column_letters(place + 1) for place in sorted(hidden)])
        found.remarks.append(Problem(name, f"Deze kolommen zijn verborgen, en tellen wel mee: {named}."))
    RowReader(name, columns, asked, options, found).read(below)
    found.remarks += grid.remarks[before:]
    return found


def _split(grid: Grid) -> tuple[GridRow, Iterator[GridRow]]:
    rows = filled_rows(grid)
    first = list(islice(rows, LOOKED_AT))
    if not first:
        raise InputError(Problem(grid.path, "Deze tabel is leeg.", "Kijk of dit het goede bestand is."))
    place = find_header(first, lambda cell: field_of(cell) is not None)
    if problems := [problem for row in first[: place + 1] for problem in row.problems]:
        raise InputError(problems)
    return first[place], chain(first[place + 1 :], rows)


def _kind_of_table(name: str, sheet: str, options: TableOptions) -> tuple[bool | None, tuple[Problem, ...]]:
    """Whether all rows are requests, and how that was seen."""
    if options.asked is not None:
        return options.asked, ()
    for called, what in ((sheet, "het werkblad"), (name.replace("\\", "/").rpartition("/")[2], "het bestand")):
        asked = kind_in_name(called.rpartition(".")[0] or called)
        if asked is not None:
            counts = "een vraag" if asked else "aanbod"
            message = f"Elke rij telt als {counts}. Dat volgt uit de naam van {what}: {quote(called)}."
            return asked, (Problem(name, message, "Is het anders? Gebruik --requests of --offers."),)
    return None, ()
