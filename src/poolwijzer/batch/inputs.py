"""From what is named on the command line to the files that are read: files, folders, patterns, and lists of these."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from poolwijzer.batch.names import read_names
from poolwijzer.problems import Problem
from poolwijzer.tables.registry import TABLES_IN

LIST = "-"
"""Stands for a list on standard input."""
INITIATIVE_SUFFIXES = (".yaml", ".yml", ".json")
"""What is read from a folder. Tables and JSON Lines hold many initiatives and may be our own: those are named."""
TABLE_SUFFIXES = tuple(TABLES_IN)
LINES_SUFFIX = ".jsonl"
CHECKPOINT_SUFFIX = ".part.jsonl"
"""Of a file with results of our own that are on their way to an output; never read as initiatives."""


class Input(NamedTuple):
    """A file to read, or a name that leads to none, with what is wrong."""

    path: Path
    real: str
    """The file itself, without links: the same by whatever name it was found."""
    problem: Problem | None = None

    @classmethod
    def at(cls, path: Path, problem: Problem | None = None) -> Input:
        """The file of this name."""
        return cls(path, os.path.realpath(path), problem)


def find_inputs(named: Iterable[str], listed: bytes | None = None, besides: Iterable[Path] = ()) -> list[Input]:
    """The files that these names stand for, in their order, each once; a folder's by name.

    Args:
        named: Names of files and folders, and patterns such as `regio/*.yaml`.
        listed: The list that `-` stands for; without it `-` is a name like any other.
        besides: Files that are not read unless they are named themselves, such as those that will be written.
    """
    left_out = {os.path.realpath(path) for path in besides}
    seen: set[str] = set()
    found: list[Input] = []
    for name in _names(named, listed):
        for one in _meant(name, left_out):
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


def _meant(name: str, left_out: Container[str]) -> Iterator[Input]:
    path = Path(name)
    if not name:
        yield Input.at(path, Problem('""', "Deze naam is leeg.", "Noem een bestand of een map."))
    elif _is_folder(path):
        found = list(_below(path, left_out))
        yield from found
        if not found:
            hint = f"Zet er bestanden in die eindigen op {', '.join(INITIATIVE_SUFFIXES)}, of noem de bestanden zelf."
            yield Input.at(path, Problem(name, "In deze map staat geen initiatief.", hint))
    elif has_magic(name) and not os.path.lexists(path):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207 - that of Path takes no absolute pattern
        for match in map(Path, matches):
            yield from _below(match, left_out) if _is_folder(match) else _found(match, left_out)
        if not matches:
            told = Problem(name, "Er is geen bestand met zo'n naam.", "Controleer het patroon en de map.")
            yield Input.at(path, told)
    else:
        yield Input.at(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # no name for anything; reading it will tell


def _below(folder: Path, left_out: Container[str]) -> Iterator[Input]:
    """The files with initiatives in a folder and in those below it, by name; hidden ones are left alone."""
    closed: list[OSError] = []
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(place) / name
            for name in files
            if not name.startswith(".") and name.lower().endswith(INITIATIVE_SUFFIXES)
        ]
    for path in sorted(found, key=lambda file: file.as_posix()):
        yield from _found(path, left_out)
    for error in closed:
        told = Problem(str(error.filename), "Deze map is niet te lezen.", "Controleer of u hem mag openen.")
        yield Input.at(Path(error.filename), told)


def _found(path: Path, left_out: Container[str]) -> Iterator[Input]:
    """A file that was not named itself. What is no file, such as a pipe, is told: reading it could wait for ever."""
    found = Input.at(path)
    if found.real in left_out:
        return
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - those of Path may raise
        told = Problem(str(path), "Dit is geen gewoon bestand.", "Haal het weg, of noem de bestanden zelf.")
        found = found._replace(problem=told)
    yield found
