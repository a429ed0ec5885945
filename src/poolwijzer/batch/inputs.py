"""From what is named on the command line to the files that are read: files, folders, patterns, and lists of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from poolwijzer.batch.names import read_names
from poolwijzer.filelist import FolderRule, Input, list_files
from poolwijzer.tables.registry import TABLES_IN

__all__ = ["Input", "find_inputs"]

LIST = "-"
"""Stands for a list on standard input."""
INITIATIVE_SUFFIXES = (".yaml", ".yml", ".json")
"""What is read from a folder. Tables and JSON Lines hold many initiatives and may be our own: those are named."""
TABLE_SUFFIXES = tuple(TABLES_IN)
LINES_SUFFIX = ".jsonl"
CHECKPOINT_SUFFIX = ".part.jsonl"
"""Of a file with results of our own that are on their way to an output; never read as initiatives."""
_IN_FOLDERS = FolderRule(
    lambda name: name.lower().endswith(INITIATIVE_SUFFIXES),
    "In deze map staat geen initiatief.",
    f"Zet er bestanden in die eindigen op {', '.join(INITIATIVE_SUFFIXES)}, of noem de bestanden zelf.",
)


def find_inputs(named: Iterable[str], listed: bytes | None = None, besides: Iterable[Path] = ()) -> list[Input]:
    """The files that these names stand for, in their order, each once; a folder's by name.

    Args:
        named: Names of files and folders, and patterns such as `regio/*.yaml`.
        listed: The list that `-` stands for; without it `-` is a name like any other.
        besides: Files that are not read unless they are named themselves, such as those that will be written.
    """
    seen: set[str] = set()
    found: list[Input] = []
    for one in list_files(_names(named, listed), _IN_FOLDERS, besides):
        # A shell names also what a run that was broken off left.
        if one.problem or not (one.real in seen or one.real.endswith(CHECKPOINT_SUFFIX)):
            found.append(one)
            seen.add(one.real)
    return found


def _names(named: Iterable[str], listed: bytes | None) -> Iterator[str]:
    for name in named:
        if name == LIST and listed is not None:
            yield from read_names(listed)
        else:
            yield name
