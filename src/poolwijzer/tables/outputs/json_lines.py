"""JSON Lines: a row a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row


def write_table(file: BinaryIO, rows: Iterable[Row], context: TableContext) -> None:
    """Write the rows."""
    from pydantic_core import to_json

    for row in rows:
        file.write(to_json(row) + b"\n")
