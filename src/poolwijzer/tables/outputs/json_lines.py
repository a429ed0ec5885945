"""JSON Lines: a row a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows."""
    from pydantic_core import to_json

    def add(row: Row) -> None:
        file.write(to_json(row) + b"\n")

    yield add
