"""The tables by the suffix of their file. A new format is a module and a line here."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from poolwijzer.formats.registry import check_suffixes
from poolwijzer.tables.outputs.about import About
from poolwijzer.tables.row import Row

TABLES: dict[str, str] = {
    ".csv": "poolwijzer.tables.outputs.csv_table",
    ".xlsx": "poolwijzer.tables.outputs.xlsx_table",
    ".jsonl": "poolwijzer.tables.outputs.json_lines",
    ".json": "poolwijzer.tables.outputs.json_document",
    ".md": "poolwijzer.tables.outputs.markdown_table",
}
"""The module of each format; it has a function `write_table(file, rows, about)`, imported when it is needed."""


def check_table_suffixes(paths: Iterable[Path]) -> None:
    """Refuse tables whose format is not known.

    Raises:
        InputError: naming the formats there are, for each such table.
    """
    check_suffixes(paths, tuple(TABLES))


def write_table(suffix: str, file: BinaryIO, rows: Iterable[Row], about: About) -> None:
    """Write rows as they come, in the format of a suffix: the same rows and date, the same bytes.

    Args:
        suffix: One of `TABLES`.
        file: An empty file; it stays open.
        rows: In the order in which they are written.
        about: What the rows rest on.
    """
    import_module(TABLES[suffix]).write_table(file, rows, about)
