"""What a table of outcomes rests on, beside its rows."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, get_args

from poolwijzer.content.content import Content

Dialect = Literal["excel", "standard"]
"""`excel`: as a Dutch Excel has it. `standard`: commas, decimal points and nothing else, as programs expect."""
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)


class TableContext(NamedTuple):
    """What is the same for every row."""

    content: Content
    on: date
    """The date of the advice."""
    version: str
    """Of the program."""
    with_stress: bool = False
    """Whether the stress test was asked for: it has columns of its own."""
    long: bool = False
    """Whether there is a row for every statement of an initiative, instead of one for the initiative."""
    dialect: Dialect = "excel"
    """How CSV is written."""
