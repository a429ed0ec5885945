"""A table of requests and offers: its headers found, and whether its rows are requests or offers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from poolwijzer.dutch import join_some
from poolwijzer.matching.reading.headers import Columns, field_of, kind_in_name
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
    grid = read_grid(name, file, suffix, lambda header: field_of(header) is not None, options.sheet)
    header, below = _split(grid)
    columns = Columns(name, header.number, header.cells)
    asked, told = _kind_of_table(name, grid.sheet, options)
    if "kind" in columns.places or "hours" not in columns.places:
        told = ()
    needs = list(columns.problems(with_period=options.period is not None, kind_known=asked is not None))
    if needs:
        raise InputError(needs)
    found = TableRead(remarks=[*grid.remarks, *told, *columns.remarks()])
    hidden = [place for place in columns.places.values() if grid.hides_column(place + 1)]
    if hidden:
        named = join_some([column_letters(place + 1) for place in sorted(hidden)])
        found.remarks.append(Problem(name, f"Deze kolommen zijn verborgen, en tellen wel mee: {named}."))
    RowReader(name, columns, asked, options, found).read(below)
    found.remarks += grid.remarks[len(found.remarks) :]
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
