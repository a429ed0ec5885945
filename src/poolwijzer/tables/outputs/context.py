"""What a table of outcomes rests on, beside its rows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from poolwijzer.content.content import Content


class TableContext(NamedTuple):
    """What is the same for every row."""

    content: Content
    on: date
    """The date of the advice."""
    version: str
    """Of the program."""
    with_stress: bool = False
    """Whether the stress test was asked for: it has columns of its own."""
