"""From the names that somebody gives to the files that are read: files, folders and patterns.

What counts in a folder is for whoever reads it to say.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from poolwijzer.problems import Problem


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


class FolderRule(NamedTuple):
    """What is read of a folder."""

    takes: Callable[[str], bool]
    """Whether a file of this name is."""
    message: str
    """What is said of a folder in which nothing is."""
    hint: str


def list_files(named: Iterable[str], rule: FolderRule, besides: Iterable[Path] = ()) -> Iterator[Input]:
    """The files that these names stand for, in their order; a folder's by name. One may come more than once.

    Args:
        named: Names of files and folders, and patterns such as `regio/*.yaml`.
        rule: What is read of a folder.
        besides: Files that are not read unless they are named themselves, such as those that will be written.
    """
    left_out = {os.path.realpath(path) for path in besides}
    for name in named:
        yield from _meant(name, rule, left_out)


def _meant(name: str, rule: FolderRule, left_out: Container[str]) -> Iterator[Input]:
    path = Path(name)
    if not name:
        yield Input.at(path, Problem('""', "Deze naam is leeg.", "Noem een bestand of een map."))
    elif _is_folder(path):
        found = list(_below(path, rule, left_out))
        yield from found
        if not found:
            yield Input.at(path, Problem(name, rule.message, rule.hint))
    elif has_magic(name) and not os.path.lexists(path):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207 - that of Path takes no absolute pattern
        for match in map(Path, matches):
            yield from _below(match, rule, left_out) if _is_folder(match) else _found(match, left_out)
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


def _below(folder: Path, rule: FolderRule, left_out: Container[str]) -> Iterator[Input]:
    """The files that count in a folder and in those below it, by name; hidden ones are left alone."""
    closed: list[OSError] = []
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place) / name for name in files if not name.startswith(".") and rule.takes(name)]
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
