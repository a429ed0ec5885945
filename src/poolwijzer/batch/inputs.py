"""From what is named on the command line to the files that are read: files, folders, patterns, and lists of these."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from poolwijzer.problems import Problem

LIST = "-"
"""Stands for a list on standard input, a name a line."""
INITIATIVE_SUFFIXES = (".yaml", ".yml", ".json")
"""What is read from a folder. Tables and JSON Lines hold many initiatives and may be our own: those are named."""
TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
"""Tables; Excel calls its Unicode text `.txt`."""
LINES_SUFFIX = ".jsonl"


class Input(NamedTuple):
    """A file to read, or a name that leads to none, with what is wrong."""

    path: Path
    problem: Problem | None = None


def inputs(named: Iterable[str], listed: Iterable[str] = (), besides: Iterable[Path] = ()) -> list[Input]:
    """The files that these names stand for, in their order, each once; a folder's by name.

    Args:
        named: Names of files and folders, patterns such as `regio/*.yaml`, and `-`.
        listed: What `-` stands for, a name a line.
        besides: Files that are not read, such as those that will be written.
    """
    seen = {os.path.realpath(path) for path in besides}
    found: list[Input] = []
    for name in _names(named, listed):
        for one in _meant(name):
            real = os.path.realpath(one.path)
            if one.problem or real not in seen:
                found.append(one)
                seen.add(real)
    return found


def _names(named: Iterable[str], listed: Iterable[str]) -> Iterator[str]:
    for name in named:
        if name == LIST:
            yield from (line for entry in listed if (line := entry.strip("\r\n")).strip())
        else:
            yield name


def _meant(name: str) -> Iterator[Input]:
    path = Path(name)
    if _is_folder(path):
        files = sorted(_below(path), key=lambda file: file.as_posix())
        yield from map(Input, files)
        if not files:
            hint = f"Zet er bestanden in die eindigen op {', '.join(INITIATIVE_SUFFIXES)}, of noem de bestanden zelf."
            yield Input(path, Problem(name, "In deze map staat geen initiatief.", hint))
    elif has_magic(name) and not os.path.lexists(path):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207 - that of Path takes no absolute pattern
        yield from (Input(Path(match)) for match in matches if not _is_folder(Path(match)))
        if not matches:
            yield Input(path, Problem(name, "Er is geen bestand met zo'n naam.", "Controleer het patroon en de map."))
    else:
        yield Input(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # no name for anything; reading it will tell


def _below(folder: Path) -> Iterator[Path]:
    """The files with initiatives in a folder and in those below it; hidden ones are left alone."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and name.lower().endswith(INITIATIVE_SUFFIXES):
                yield Path(place) / name
