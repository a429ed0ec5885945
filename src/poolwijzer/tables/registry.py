"""The kinds of table there are. A new one is a module and a line here; help, messages and pages follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from poolwijzer.frozen import how_to_install
from poolwijzer.problems import InputError, Problem
from poolwijzer.tables.file_kinds import recognise
from poolwijzer.tables.grid import check_size

if TYPE_CHECKING:
    from poolwijzer.tables.grid import Grid
    from poolwijzer.tables.outputs.context import TableContext
    from poolwijzer.tables.row import Row


class TableFormat(NamedTuple):
    """A kind of table."""

    suffix: str
    name: str
    """In Dutch."""
    module: str
    """Imported when it is needed."""
    needs: str = ""
    """A library that comes with an extra, called after the suffix."""
    streams: bool = True
    """Whether it is written from its beginning to its end, and so can go through a pipe."""

    def load(self) -> Any:
        """The module."""
        return import_module(self.module)


def _by_suffix(*formats: TableFormat) -> dict[str, TableFormat]:
    return {one.suffix: one for one in formats}


TABLES_IN = _by_suffix(
    TableFormat(".csv", "CSV", "poolwijzer.tables.csv_rows"),
    TableFormat(".tsv", "tekst met tabs", "poolwijzer.tables.csv_rows"),
    TableFormat(".txt", "Unicode-tekst van Excel", "poolwijzer.tables.csv_rows"),
    TableFormat(".xlsx", "Excel", "poolwijzer.tables.xlsx_rows"),
    TableFormat(".xlsm", "Excel met macro's", "poolwijzer.tables.xlsx_rows"),
    TableFormat(".xls", "Excel tot 2003", "poolwijzer.tables.xls_rows"),
    TableFormat(".ods", "OpenDocument", "poolwijzer.tables.ods_rows"),
    TableFormat(".gz", "één tabel, ingepakt", "poolwijzer.tables.packed"),
    TableFormat(".zip", "één tabel, ingepakt", "poolwijzer.tables.packed"),
)
"""What can be read; a module has a function `read_grid(path, file, known, sheet)`."""
TABLES_OUT = _by_suffix(
    TableFormat(".csv", "CSV", "poolwijzer.tables.outputs.csv_table"),
    TableFormat(".xlsx", "Excel", "poolwijzer.tables.outputs.xlsx_table", streams=False),
    TableFormat(".ods", "OpenDocument, voor LibreOffice", "poolwijzer.tables.outputs.ods_table", streams=False),
    TableFormat(".jsonl", "JSON Lines", "poolwijzer.tables.outputs.json_lines"),
    TableFormat(".json", "JSON", "poolwijzer.tables.outputs.json_document"),
    TableFormat(".parquet", "Parquet", "poolwijzer.tables.outputs.parquet_table", "pyarrow", streams=False),
    TableFormat(".md", "Markdown", "poolwijzer.tables.outputs.markdown_table"),
)
"""What can be written; a module has a context `begin_table(file, context)`, which gives what takes a row."""


def read_grid(path: str, file: BinaryIO, suffix: str, known: Callable[[str], bool], sheet: str = "") -> Grid:
    """The rows of a table, in whatever kind of file; what is of no known kind is text.

    Args:
        path: How messages call it.
        file: The bytes; can be read again from their beginning.
        suffix: Of the name, with its dot. What is in the file decides; where the name says otherwise that is told.
        known: Whether a header means something.
        sheet: Which sheet of a workbook to read; without a name the first that has headers.

    Raises:
        InputError: it is no such table, is broken, or is too large.
    """
    check_size(path, file)
    kind = recognise(file)
    if kind and kind.message:
        raise InputError(Problem(path, kind.message, kind.hint))
    named = suffix.lower()
    grid: Grid = TABLES_IN[kind.suffix if kind else ".csv"].load().read_grid(path, file, known, sheet)
    if kind and kind.remark:
        grid.remarks.append(Problem(path, kind.remark))
    if not kind and TABLES_IN.get(named, TABLES_IN[".csv"]).module != TABLES_IN[".csv"].module:
        grid.remarks.append(
            Problem(path, f"De naam eindigt op {named}, maar dit is tekst. Poolwijzer leest het als CSV.")
        )
    return grid


def check_libraries(suffixes: Iterable[str]) -> None:
    """Refuse tables for which a library is not installed.

    Raises:
        InputError: with how to install it.
    """
    missing = [
        Problem(
            suffix,
            f"Voor dit soort bestand is {needs} nodig, en dat is hier niet geïnstalleerd.",
            f"{how_to_install(suffix.removeprefix('.'))} Of kies een ander soort.",
        )
        for suffix in dict.fromkeys(suffixes)
        if suffix in TABLES_OUT and (needs := TABLES_OUT[suffix].needs) and find_spec(needs) is None
    ]
    if missing:
        raise InputError(missing)


@contextmanager
def begin_table(suffix: str, file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table in the format of a suffix; what is given takes its rows, in their order.

    The same rows and date give the same bytes. The table is whole when the context ends.

    Args:
        suffix: One of `TABLES_OUT`.
        file: An empty file; it stays open.
        context: What the rows rest on.
    """
    from poolwijzer.tables.row import share_row

    add: Callable[[Any], None]
    with TABLES_OUT[suffix].load().begin_table(file, context) as add:
        if not context.long:
            yield lambda row: add(share_row(row))
            return
        from poolwijzer.tables.outputs.long_columns import long_rows

        lines = long_rows(context)

        def add_lines(row: Row) -> None:
            for line in lines(share_row(row)):
                add(line)

        yield add_lines


def write_table(suffix: str, file: BinaryIO, rows: Iterable[Row], context: TableContext) -> None:
    """Write rows as they come; see `begin_table`."""
    with begin_table(suffix, file, context) as add:
        for row in rows:
            add(row)
