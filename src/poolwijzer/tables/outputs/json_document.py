"""A batch as one JSON document. Unknown is null; numbers are rounded to four decimals.

Format history: 1 (the first); 2 (the verdict `nog-niet-te-zeggen` came). New keys do not change the number; the schema
allows them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import BinaryIO, Literal, NamedTuple

from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.row import Row

FORMAT: Literal[2] = 2


class BatchDocument(NamedTuple):
    """Many initiatives, in the order in which they were named."""

    format: Literal[2]
    kind: Literal["batch"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    """Of the advice."""
    initiatives: tuple[Row, ...]


def write_table(file: BinaryIO, rows: Iterable[Row], context: TableContext) -> None:
    """Write the rows, each on a line of its own."""
    from pydantic_core import to_json

    menus = MenusUsed(context.content.version, context.content.hash)
    whole = make_plain(BatchDocument(FORMAT, "batch", context.version, menus, context.on, ()))
    head = to_json(whole, indent=2).removesuffix(b"[]\n}")
    file.write(head + b"[")
    between = b"\n    "
    for row in rows:
        file.write(between + to_json(row))
        between = b",\n    "
    file.write(b"\n  ]\n}\n" if between[:1] == b"," else b"]\n}\n")
