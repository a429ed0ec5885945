"""A batch as one JSON document. Unknown is null; numbers are rounded to four decimals.

Format history: 1 (the first); 2 (the verdict `nog-niet-te-zeggen` came). New keys do not change the number; the schema
allows them.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal, NamedTuple

from typing_extensions import TypedDict

from poolwijzer.report.data import MenusUsed, make_plain
from poolwijzer.tables.outputs.context import TableContext
from poolwijzer.tables.response_row import OfWhom, Source
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


LongLine = TypedDict(
    "LongLine",
    {
        "file": str,
        "status": Literal["goed", "let-op", "fout"],
        "initiative.id": str | None,
        "initiative.name": str | None,
        "initiative.region": str | None,
        "initiative.date": datetime.date | None,
        "statement": str | None,
        "statement.text": str | None,
        "axis": str | None,
        "reversed": bool | None,
        "answer_status": Literal["beantwoord", "weet-niet", "open", "telt-niet"] | None,
        "source": Source | None,
        "answer": int | None,
        "agreed": bool | None,
        "of": OfWhom | None,
        "n": int | None,
        "municipalities": int | None,
        "mean": float | None,
        "lowest": float | None,
        "highest": float | None,
        "talking_point": bool | None,
        "agreement": float | None,
        "votes": list[int] | None,
        "problems": list[str],
    },
)
"""A row of a long table, under the headers that it has in every kind of table."""


class LongDocument(NamedTuple):
    """The same initiatives, with a line for every statement."""

    format: Literal[2]
    kind: Literal["batch-statements"]
    poolwijzer: str
    menus: MenusUsed
    date: datetime.date
    """Of the advice."""
    statements: tuple[LongLine, ...]


@contextmanager
def begin_table(file: BinaryIO, context: TableContext) -> Iterator[Callable[[Row], None]]:
    """Begin a table; what is given takes its rows, each on a line of its own."""
    from pydantic_core import to_json

    menus = MenusUsed(context.content.version, context.content.hash)
    whole = make_plain(
        LongDocument(FORMAT, "batch-statements", context.version, menus, context.on, ())
        if context.long
        else BatchDocument(FORMAT, "batch", context.version, menus, context.on, ())
    )
    head = to_json(whole, indent=2).removesuffix(b"[]\n}")
    file.write(head + b"[")
    between = b"\n    "

    def add(row: Row) -> None:
        nonlocal between
        file.write(between + to_json(row))
        between = b",\n    "

    yield add
    file.write(b"\n  ]\n}\n" if between[:1] == b"," else b"]\n}\n")
