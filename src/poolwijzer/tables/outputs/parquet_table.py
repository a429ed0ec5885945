"""Parquet: typed columns, lists as lists, and in the schema what every column means; written a group of rows at a time.

The library for it is large and few need it, so it comes with an extra (`poolwijzer[parquet]`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO

from poolwijzer.assessment.answer import UNKNOWN
from poolwijzer.report.data import DECIMALS
from poolwijzer.tables.outputs.cells import TABLE_FORMAT, Kind, OutputColumn, clean_text, values_of
from poolwijzer.tables.outputs.columns import table_columns
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row

if TYPE_CHECKING:
    import pyarrow as pa

CELLS_AT_ONCE = 500_000
"""About so many are held before they are written."""


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    columns = table_columns(context)
    values_in = values_of(columns)
    schema = _schema(columns, context)
    types = [field.type for field in schema]
    most = max(1, CELLS_AT_ONCE // len(columns))
    held: list[list[Any]] = [[] for _ in columns]

    def write_held() -> None:
        arrays = [pa.array(values, type=kind) for values, kind in zip(held, types, strict=True)]
        writer.write_batch(pa.record_batch(arrays, schema=schema))
        for values in held:
            values.clear()

    def add(row: Row) -> None:
        for values, column, value in zip(held, columns, values_in(row), strict=True):
            values.append(None if value is None else _typed(column.kind, value))
        if len(held[0]) >= most:
            write_held()

    with ParquetWriter(file, schema) as writer:
        yield add
        if held[0]:
            write_held()


def _schema(columns: tuple[OutputColumn, ...], context: TableContext) -> pa.Schema:
    """The type of every column with what it means, and what the whole was made with and of."""
    import pyarrow as pa

    types: dict[str, Any] = {
        "text": pa.string(),
        "word": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "yes-no": pa.bool_(),
        "list": pa.list_(pa.string()),
        "wholes": pa.list_(pa.int64()),
        "lines": pa.list_(pa.string()),
        "answer": pa.int64(),
    }
    made = {
        "kind": "batch-statements" if context.long else "batch",
        "table_format": str(TABLE_FORMAT),
        "poolwijzer": context.version,
        "menus.version": context.content.version,
        "menus.hash": context.content.hash,
        "date": context.on.isoformat(),
    }
    return pa.schema([pa.field(one.header, types[one.kind], metadata=_about(one)) for one in columns], metadata=made)


def _about(column: OutputColumn) -> dict[str, str]:
    said = {"meaning": column.meaning, "about": column.about, "unit": column.unit, "range": column.range}
    return {name: text for name, text in said.items() if text}


def _typed(kind: Kind, value: Any) -> Any:
    if kind in ("text", "word"):
        return clean_text(str(value))
    if kind in ("list", "lines"):
        return [None if part is None else clean_text(str(part)) for part in value]
    if kind == "answer":  # *weet niet* is no number: `unknown_answers` lists it
        return None if value == UNKNOWN else value
    if kind == "number":  # a mark between two points stands in a file as a fraction
        return round(float(Fraction(value)), DECIMALS) if isinstance(value, str) else value
    if kind == "date":
        return value if isinstance(value, date) else None
    return value
